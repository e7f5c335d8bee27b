import Documents

/// A word on a page: its text and its box in points, from the top left corner.
struct PageWord: Equatable {
  var text: String
  var left, top, right, bottom: Double

  var height: Double { bottom - top }
  var middle: Double { (top + bottom) / 2 }
}

/// A page of words.
struct WordPage {
  var width, height: Double
  var words: [PageWord] = []

  /// The pages in what `pdftotext -bbox` writes.
  static func pages(_ bytes: [UInt8]) throws(DocumentError) -> [WordPage] {
    var events = try CParsers.html(bytes)
    var pages: [WordPage] = []
    var word: PageWord?
    while let event = events.next() {
      switch event {
      case .open("page", let attributes):
        pages.append(
          WordPage(
            width: attributes.number("width") ?? 0, height: attributes.number("height") ?? 0))
      case .open("word", let attributes):
        func place(_ name: String) -> Double { attributes.number(name) ?? .nan }
        word = PageWord(
          text: "", left: place("xmin"), top: place("ymin"), right: place("xmax"),
          bottom: place("ymax"))
      case .text(let text): word?.text += text
      case .close:
        guard let found = word else { continue }
        word = nil
        let isPlaced = [found.left, found.top, found.right, found.bottom].allSatisfy {
          abs($0) < 1e6
        }
        if isPlaced, !pages.isEmpty, found.text.contains(where: { !$0.isWhitespace }) {
          pages[pages.count - 1].words.append(found)
        }
      default: break
      }
    }
    return pages
  }
}
