import Market
import Rolefit

/// Boxes of pay: each from the lower to the upper quartile with a line at the median, and a thin line
/// from the first to the last tenth.
struct BoxChart {
  /// A box.
  struct Box {
    let label: String
    /// What stands at the right: "120 roles · median 42,000".
    let value: String
    let quartiles: Quartiles
  }

  let boxes: [Box]

  private static let row = 44
  private static let axisHeight = 24

  func write(to html: inout HTMLWriter, id: String, title: String, description: String) {
    let axis = PayAxis(boxes.map(\.quartiles))
    let bottom = boxes.count * Self.row
    let frame = ChartFrame(
      id: id, title: title, description: description, height: bottom + Self.axisHeight)
    frame.write(to: &html) { html in
      writeAxis(axis, bottom, &html)
      for (index, box) in boxes.enumerated() {
        let top = index * Self.row
        let quartiles = box.quartiles
        html.label("label backed", x: "0", y: top + 14, box.label)
        html.label("value backed", x: "100%", y: top + 14, box.value)
        html.line(
          "whisker", x1: axis.place(quartiles.tenth), y1: top + 27,
          x2: axis.place(quartiles.ninetieth), y2: top + 27)
        html.rectangle(
          "box", x: axis.place(quartiles.lower), y: top + 21,
          width: axis.length(quartiles.lower, quartiles.upper), height: 12)
        html.line(
          "median", x1: axis.place(quartiles.median), y1: top + 18,
          x2: axis.place(quartiles.median), y2: top + 36)
      }
    }
  }

  private func writeAxis(_ axis: PayAxis, _ bottom: Int, _ html: inout HTMLWriter) {
    for mark in axis.marks {
      let place = axis.place(mark)
      html.line("grid", x1: place, y1: 0, x2: place, y2: bottom)
      let name = mark == axis.start ? "first" : mark == axis.end ? "last" : ""
      html.label("mark \(name)", x: place, y: bottom + 16, MarketNumbers.short(mark))
    }
  }
}
