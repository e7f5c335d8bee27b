import Documents

/// Reads the text of a PDF with poppler's tools.
///
/// `pdftotext` gives the words and their places, `pdftoppm` what an eye sees there, and `pdftohtml` what
/// stands outside of the pages.
///
/// A word that leaves no mark on the page is hidden, however that was done: white on white, an invisible
/// render mode, behind a picture, fully transparent. White text on a dark ground leaves a mark, and so
/// does the text layer of a scanned page, whose words stand on their pictures.
struct PageText {
  /// A résumé or a posting has fewer.
  private static let mostPages = 60
  /// Points of the height of a word's box; a font's box is higher than its size.
  private static let leastHeight = 4.4

  static func document(_ bytes: [UInt8]) throws(DocumentError) -> Document {
    let pages = ["-l", "\(mostPages)"]
    let words: [UInt8]
    do {
      words = try Tool(name: "pdftotext", package: "poppler-utils", format: .pdf)
        .output(["-bbox", "-q"] + pages + ["-", "-"], limit: 32 << 20)
    } catch DocumentError.malformed where isEncrypted(bytes) {
      throw .encrypted(format: .pdf)
    }
    let found = try WordPage.pages(words)
    guard found.contains(where: { !$0.words.isEmpty }) else { throw .noText(pages: found.count) }
    var (images, warnings) = images(pages)
    if images.count != found.count {
      // One was passed over; nobody knows which.
      (images, warnings) = ([], [unseen])
    }
    if found.count >= mostPages { warnings.append(shortened) }
    return try document(found, images, outside: outside(pages), warnings: warnings)
  }

  /// The document of pages of words, of what they look like, and of what stands outside of them.
  static func document(
    _ pages: [WordPage], _ images: [PageImage], outside: [[String]] = [], warnings: [Warning]
  ) throws(DocumentError) -> Document {
    var flow = TextFlow()
    let turned = pages.enumerated().map { index, page in
      guard index < images.count, images[index].isTurned(from: page) else { return page }
      return WordPage(width: page.height, height: page.width, words: page.words)
    }
    for (index, page) in RunningLines.removed(from: turned).enumerated() {
      write(page, index + 1, index < images.count ? images[index] : nil, to: &flow)
      for run in index < outside.count ? outside[index] : [] { flow.write(run + " ", .offPage) }
      flow.endLine()
    }
    return try flow.document(.pdf, warnings: warnings)
  }

  private static func write(
    _ page: WordPage, _ number: Int, _ image: PageImage?, to flow: inout TextFlow
  ) {
    var visible: [PageWord] = []
    flow.page = number
    for word in page.words {
      if let why = concealment(of: word, page, image) {
        flow.write(word.text + " ", why)
      } else {
        visible.append(word)
      }
    }
    // Where the items of the lists that are open begin, outermost first.
    var starts: [Double] = []
    for line in joined(PageLayout.lines(of: visible)) {
      if line.isAfterGap { flow.gap() }
      while let last = starts.last, line.left < last - 3 { starts.removeLast() }
      let isItem =
        line.text.unicodeScalars.first.map(isBulletSign) == true
        || image?.showsDot(before: line, of: page) == true
      if isItem {
        if line.left > (starts.last ?? -.infinity) + 3 { starts.append(line.left) }
        flow.markBullet(level: starts.count - 1)
      }
      write(line.text, to: &flow)
    }
    flow.gap()
  }

  /// The lines, words that were parted at a line's end made whole.
  private static func joined(_ lines: [PageLayout.Line]) -> [PageLayout.Line] {
    var lines = lines
    for index in lines.indices.dropLast() {
      let next = lines[index + 1]
      guard lines[index].text.last == "-", lines[index].text.dropLast().last?.isLowercase == true,
        !next.isAfterGap, next.text.first?.isLowercase == true
      else { continue }
      let rest = next.text.prefix { $0 != " " && $0 != "\t" }
      lines[index].text.removeLast()
      lines[index].text += rest
      lines[index + 1].text = String(next.text.dropFirst(rest.count).drop { $0 == " " })
    }
    return lines.filter { !$0.text.isEmpty }
  }

  /// Writes a line, without the sign of a list that stands before it.
  private static func write(_ line: String, to flow: inout TextFlow) {
    var line = line[...]
    if let first = line.unicodeScalars.first, isBulletSign(first) {
      line = line.dropFirst().drop { $0 == " " || $0 == "\t" }
    }
    let cells = line.split(separator: "\t")
    for (index, cell) in cells.enumerated() {
      if index > 0 { flow.tab() }
      flow.write(cell)
    }
    flow.endItem()
  }

  /// Bullets of Unicode, and of the symbol fonts that word processors use (private use area).
  private static func isBulletSign(_ scalar: Unicode.Scalar) -> Bool {
    "•◦▪▫●○■□‣⁃∙➢➤❖✓✔".unicodeScalars.contains(scalar)
      || (0xF000...0xF0FF).contains(scalar.value)
  }

  private static func concealment(
    of word: PageWord, _ page: WordPage, _ image: PageImage?
  ) -> Concealment? {
    if word.height < leastHeight { return .tiny }
    if let image, !image.shows(word, of: page) { return .invisible }
    return nil
  }

  private static var unseen: Warning {
    Warning(
      code: "not-drawn",
      message: "the pages could not be drawn, so hidden text was not looked for and is scored")
  }

  private static var shortened: Warning {
    Warning(code: "shortened", message: "only the first \(mostPages) pages were read")
  }

  /// The pages as pictures; a document whose pages cannot be drawn is read, and says so.
  private static func images(_ pages: [String]) -> (images: [PageImage], warnings: [Warning]) {
    do {
      let bytes = try Tool(name: "pdftoppm", package: "poppler-utils", format: .pdf)
        .output(["-q", "-gray", "-scale-to", "800"] + pages + ["-"], limit: 48 << 20)
      let images = PageImage.images(bytes)
      return (images, images.isEmpty ? [unseen] : [])
    } catch {
      return ([], [unseen])
    }
  }

  /// What stands outside of each page: `pdftotext` drops it, `pdftohtml` does not.
  ///
  /// It wants a name for its output where it reads standard input, and with `-stdout` makes no such file.
  private static func outside(_ pages: [String]) -> [[String]] {
    let tool = Tool(name: "pdftohtml", package: "poppler-utils", format: .pdf)
    guard
      let bytes = try? tool.output(
        ["-q", "-xml", "-i", "-stdout"] + pages + ["-", "out"], limit: 32 << 20),
      let events = try? CParsers.html(bytes)
    else { return [] }
    return PlacedText.outside(events)
  }

  private static func isEncrypted(_ bytes: [UInt8]) -> Bool {
    bytes.firstRange(of: Array("/Encrypt".utf8)) != nil
  }
}
