import Documents

/// A page as an eye sees it: grey pixels, from the top left corner.
struct PageImage {
  private let pixels: ArraySlice<UInt8>
  private let width, height: Int

  /// A difference of grey that an eye sees, of 255.
  ///
  /// Letters of light grey (#bbb), small and blurred by the
  /// low resolution, still differ by 40; white on #f0f0f0 by 15.
  private static let leastContrast = 20

  /// The images in a stream of portable grey maps, one after the other.
  static func images(_ bytes: [UInt8]) -> [PageImage] {
    var images: [PageImage] = []
    var index = 0
    while let (width, height, start) = header(bytes, at: index) {
      let (size, overflows) = width.multipliedReportingOverflow(by: height)
      guard !overflows, size <= bytes.count - start else { break }
      images.append(PageImage(pixels: bytes[start..<start + size], width: width, height: height))
      index = start + size
    }
    return images
  }

  /// "P5", width, height and 255, parted by white space.
  private static func header(_ bytes: [UInt8], at start: Int) -> (Int, Int, Int)? {
    guard bytes[start...].starts(with: Array("P5".utf8)) else { return nil }
    var numbers: [Int] = []
    var index = start + 2
    while numbers.count < 3, index < bytes.count {
      guard bytes[index].isDigit else {
        index += 1
        continue
      }
      var value = 0
      while index < bytes.count, bytes[index].isDigit, value < 1 << 24 {
        value = value * 10 + Int(bytes[index] - 0x30)
        index += 1
      }
      numbers.append(value)
    }
    guard numbers.count == 3, numbers[2] == 255 else { return nil }
    return (numbers[0], numbers[1], index + 1)
  }

  /// Whether anything can be told from its ground where a word stands.
  func shows(_ word: PageWord, of page: WordPage) -> Bool {
    guard page.width > 0, page.height > 0 else { return true }
    let (across, down) = (Double(width) / page.width, Double(height) / page.height)
    // Lines above and below must not vouch for it.
    let inset = word.height * 0.15
    let columns = Self.range(word.left * across, word.right * across, width)
    let rows = Self.range((word.top + inset) * down, (word.bottom - inset) * down, height)
    var (least, most): (UInt8, UInt8) = (255, 0)
    for row in rows {
      let start = pixels.startIndex + row * width
      for pixel in pixels[start + columns.lowerBound..<start + columns.upperBound] {
        least = min(least, pixel)
        most = max(most, pixel)
      }
    }
    return Int(most) - Int(least) >= Self.leastContrast
  }

  private static func range(_ from: Double, _ to: Double, _ end: Int) -> Range<Int> {
    let lower = Int(max(0, min(from.rounded(.down), Double(end))))
    return lower..<max(lower, Int(max(0, min(to.rounded(.up), Double(end)))))
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
