import Foundation
import Resources
import Rolefit
import Testing

/// The colours of the explanation's page.
@Suite struct ExplanationStyleTests {
  /// The colours of a block of the style sheet, by their names: `--ink: #1c1e21;`.
  private static func colors(_ block: some StringProtocol) -> [String: [Double]] {
    var colors: [String: [Double]] = [:]
    for line in block.split(separator: ";") {
      guard let name = line.split(separator: ":").first?.split(separator: "-").last,
        let hex = line.split(separator: "#").dropFirst().first.map({ Array($0) }), hex.count == 6
      else { continue }
      colors[String(name)] = [0, 2, 4].compactMap {
        Int(String(hex[$0...$0 + 1]), radix: 16).map { Double($0) / 255 }
      }
    }
    return colors
  }

  /// WCAG 2.2's ratio.
  private static func contrast(_ left: [Double], _ right: [Double]) -> Double {
    let luminance = { (color: [Double]) in
      zip(color, [0.2126, 0.7152, 0.0722]).reduce(0) { sum, part in
        sum + part.1 * (part.0 <= 0.04045 ? part.0 / 12.92 : pow((part.0 + 0.055) / 1.055, 2.4))
      }
    }
    let (a, b) = (luminance(left), luminance(right))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test(arguments: [0, 1, 2])
  func `every colour of text stands out from every ground, in light, dark and print`(
    block: Int
  ) throws {
    let style = Resource.named("explanation.css").text
    let blocks = style.split(separator: ":root {").dropFirst().map { $0.prefix { $0 != "}" } }
    try #require(blocks.count == 3)
    let own = Self.colors(blocks[block])
    let colors = Self.colors(blocks[0]).merging(own) { $1 }
    for ink in ["ink", "soft", "link", "met", "partial", "missing", "unknown"] {
      for ground in ["paper", "raised", "hit", "here"] {
        let ratio = Self.contrast(try #require(colors[ink]), try #require(colors[ground]))
        #expect(ratio >= 4.5, "\(ink) on \(ground): \(ratio)")
      }
    }
  }
}
