/// Runs of text with their places, as `pdftohtml -xml` writes them.
enum PlacedText {
  /// The runs that stand wholly outside of their page, for each page.
  static func outside(_ events: MarkupReader) -> [[String]] {
    var events = events
    var pages: [[String]] = []
    var (width, height) = (0.0, 0.0)
    var depth = 0
    var run: (text: String, depth: Int)?
    while let event = events.next() {
      switch event {
      case .open(let name, let attributes):
        depth += 1
        func number(_ key: String) -> Double { attributes.number(key) ?? 0 }
        if name == "page" {
          pages.append([])
          (width, height) = (number("width"), number("height"))
        } else if name == "text", run == nil, !pages.isEmpty {
          let isInside =
            number("left") < width && number("left") + number("width") > 0
            && number("top") < height && number("top") + number("height") > 0
          if !isInside { run = ("", depth) }
        }
      case .text(let text): run?.text += text
      case .close:
        if let found = run, found.depth == depth {
          pages[pages.count - 1].append(found.text)
          run = nil
        }
        depth -= 1
      }
    }
    return pages
  }
}
