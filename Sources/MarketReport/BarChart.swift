import Rolefit

/// Bars of counts, each below its label, so that no label is too long for its place.
struct BarChart {
  /// A bar.
  struct Bar {
    let label: String
    /// What stands at the right: "1,204 · 12 %".
    let value: String
    /// The lengths of its parts, which stand one behind another.
    let parts: [Int]
  }

  let bars: [Bar]
  /// The class of each part.
  var classes = ["filled"]
  /// What the full width is.
  let whole: Int

  private static let row = 38

  func write(to html: inout HTMLWriter, id: String, title: String, description: String) {
    let frame = ChartFrame(
      id: id, title: title, description: description, height: max(1, bars.count) * Self.row)
    frame.write(to: &html) { html in
      for (index, bar) in bars.enumerated() {
        let top = index * Self.row
        html.label("label", x: "0", y: top + 14, bar.label)
        html.label("value", x: "100%", y: top + 14, bar.value)
        html.rectangle("track", x: "0", y: top + 20, width: "100%", height: 8)
        var start = 0
        for (part, name) in zip(bar.parts, classes) where part > 0 {
          html.rectangle(
            name, x: length(start), y: top + 20, width: length(part), height: 8)
          start += part
        }
      }
    }
  }

  private func length(_ part: Int) -> String {
    MarketNumbers.length(Double(part), of: Double(whole))
  }
}
