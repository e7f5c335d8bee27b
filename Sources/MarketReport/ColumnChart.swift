import Rolefit

/// Columns of counts by month.
struct ColumnChart {
  /// A column.
  struct Column {
    let label: String
    let count: Int
  }

  let columns: [Column]

  private static let high = 150
  private static let top = 18

  func write(to html: inout HTMLWriter, id: String, title: String, description: String) {
    let most = max(1, columns.map(\.count).max() ?? 1)
    let bottom = Self.top + Self.high
    let frame = ChartFrame(
      id: id, title: title, description: description, height: bottom + 24)
    let count = Double(max(1, columns.count))
    // With more columns than this, numbers and months would run into each other on a phone.
    let every = (columns.count + 5) / 6
    frame.write(to: &html) { html in
      for (index, column) in columns.enumerated() {
        let height = column.count == 0 ? 0 : max(1, column.count * Self.high / most)
        let middle = MarketNumbers.length(Double(index) + 0.5, of: count)
        html.rectangle(
          "filled", x: MarketNumbers.length(Double(index) + 0.1, of: count),
          y: bottom - height, width: MarketNumbers.length(0.8, of: count), height: height)
        // Counted from the last, so that the latest month has its name.
        guard (columns.count - 1 - index) % every == 0 else { continue }
        html.label("mark", x: middle, y: bottom + 16, column.label)
        html.label(
          "mark", x: middle, y: bottom - height - 5, MarketNumbers.short(column.count))
      }
      html.line("base", x1: "0", y1: bottom, x2: "100%", y2: bottom)
    }
  }
}
