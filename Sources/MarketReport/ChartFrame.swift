import Rolefit

/// The drawing that a chart stands in, with the words for who does not see it.
///
/// It is as wide as the page: what is drawn has its places across in percent and its heights in pixels,
/// so that letters keep their size on a phone. There are no links inside, because an image has no parts
/// for a screen reader; they are in the table.
struct ChartFrame {
  /// What ids begin with.
  let id: String
  let title: String
  /// What the chart shows, in a sentence.
  let description: String
  let height: Int

  func write(to html: inout HTMLWriter, _ body: (inout HTMLWriter) -> Void) {
    html.newline()
    html.element(
      "svg",
      [
        "class": "chart", "role": "img", "width": "100%", "height": "\(height)",
        "aria-labelledby": "\(id)-title \(id)-description",
      ]
    ) { html in
      html.element("title", ["id": "\(id)-title"], title)
      html.element("desc", ["id": "\(id)-description"], description)
      body(&html)
    }
  }
}

extension HTMLWriter {
  /// A rectangle of a chart.
  mutating func rectangle(
    _ name: String, x: String, y: Int, width: String, height: Int
  ) {
    element(
      "rect", ["class": name, "x": x, "y": "\(y)", "width": width, "height": "\(height)"]
    ) { _ in }
  }

  /// A straight line of a chart.
  mutating func line(_ name: String, x1: String, y1: Int, x2: String, y2: Int) {
    element(
      "line", ["class": name, "x1": x1, "y1": "\(y1)", "x2": x2, "y2": "\(y2)"]
    ) { _ in }
  }

  /// Words of a chart.
  mutating func label(_ name: String, x: String, y: Int, _ text: String) {
    element("text", ["class": name, "x": x, "y": "\(y)"], text)
  }
}
