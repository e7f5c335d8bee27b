package import Documents
package import Tokenization

/// Takes a document apart into lines.
package struct LineReader: Sendable {
  let cues: CueTable
  /// The headings that the words before a colon are looked up in.
  let headings: Headings

  /// A reader for documents whose headings are of a kind.
  package init(cues: CueTable, headings: Headings) {
    self.cues = cues
    self.headings = headings
  }

  /// The lines of a document.
  package func lines(of document: Document, _ tokenized: TokenizedText) -> [TextLine] {
    var lines: [TextLine] = []
    for line in document.lines {
      let cells = lines.count < Self.headerLines ? self.cells(of: line.span, document.text) : []
      for piece in cells.isEmpty ? pieces(of: line.span, document.text) : cells {
        var next = Self.line(piece, document.text)
        next.tokens = tokenized.tokens(in: next.span)
        next.hint = line.hint
        if line.hint == .heading { next.shape = .heading }
        if !cells.isEmpty {
          // What each cell is will be told by its words.
          (next.isCell, next.hint, next.shape) = (true, nil, next.tokens.isEmpty ? .blank : .plain)
          lines.append(next)
          continue
        }
        if let last = lines.last, Self.continues(last, next, document.text) {
          lines[lines.count - 1].span = last.span.lowerBound..<next.span.upperBound
          lines[lines.count - 1].tokens = last.tokens.lowerBound..<next.tokens.upperBound
        } else {
          append(next, to: &lines, document.text, tokenized)
        }
      }
    }
    return lines
  }

  // MARK: - One line

  /// A space, a tab, or one of "*_#|>`~".
  private static func isTrimmed(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x2A, 0x5F, 0x23, 0x7C, 0x3E, 0x60, 0x7E: true
    default: false
    }
  }

  static func line(_ span: Range<Int>, _ text: [UInt8]) -> TextLine {
    var start = span.lowerBound
    var indent = 0
    while start < span.upperBound, let width = spaceWidth(text, start, span.upperBound) {
      indent += text[start] == 0x09 ? 4 : 1
      start += width
    }
    let bullet = bulletLength(text, start..<span.upperBound)
    let isMarked = start < span.upperBound && text[start] == 0x23
    let isBold = start + 1 < span.upperBound && text[start] == 0x2A && text[start + 1] == 0x2A
    let content = trim(start + bullet..<span.upperBound, text)
    var shape = TextLine.Shape.plain
    if text[content].allSatisfy({ $0 == 0x2D || $0 == 0x3D }) {
      // Nothing, or a rule.
      shape = .blank
    } else if bullet > 0, !Self.isNumberedHeading(text, start, bullet, content) {
      shape = .bullet
    } else if isMarked || isHeading(content, text, isBold: isBold, lineEnd: span.upperBound) {
      shape = .heading
    }
    return TextLine(
      span: content, tokens: 0..<0, indent: indent, shape: shape, hint: nil)
  }

  /// The width of a space, tab, no-break space or byte order mark.
  private static func spaceWidth(_ text: [UInt8], _ index: Int, _ end: Int) -> Int? {
    if text[index] == 0x20 || text[index] == 0x09 { return 1 }
    return index + 1 < end && text[index] == 0xC2 && text[index + 1] == 0xA0 ? 2 : nil
  }

  static func trim(_ span: Range<Int>, _ text: [UInt8]) -> Range<Int> {
    var (lower, upper) = (span.lowerBound, span.upperBound)
    while lower < upper {
      if isTrimmed(text[lower]) {
        lower += 1
      } else if let width = spaceWidth(text, lower, upper) {
        lower += width
      } else {
        break
      }
    }
    while lower < upper {
      if isTrimmed(text[upper - 1]),
        text[upper - 1] != 0x23 || text[upper - 2] == 0x20 || text[upper - 2] == 0x23
      {
        upper -= 1
      } else if upper - lower >= 2, spaceWidth(text, upper - 2, upper) == 2 {
        upper -= 2
      } else {
        break
      }
    }
    return lower..<upper
  }

  /// The length of a bullet and the space after it, as of "•", "-", "1)", "(a)", "✔".
  private static func bulletLength(_ text: [UInt8], _ span: Range<Int>) -> Int {
    guard let first = text[span].first else { return 0 }
    let bytes = text[span].prefix(8)
    let at = { (offset: Int) in offset < bytes.count ? bytes[bytes.startIndex + offset] : 0x20 }
    // "*", "-" and "+".
    if first == 0x2A || first == 0x2D || first == 0x2B {
      return at(1) == 0x20 || at(1) == 0x09 || (first == 0x2A && isLetter(at(1))) ? 1 : 0
    }
    if first >= 0xE2 {
      // Symbols and dingbats: bullets, dashes, arrows, check marks, emoji.
      let isSymbol =
        first == 0xF0
        ? at(1) == 0x9F
        : first == 0xE2
          && (at(1) >= 0x86 || (at(1) == 0x80 && [0x93, 0x94, 0xA2, 0xA3].contains(at(2))))
      return isSymbol ? (first == 0xF0 ? 4 : 3) : first == 0xEF && at(1) == 0x82 ? 3 : 0
    }
    if first == 0xC2 && at(1) == 0xB7 { return 2 }
    if first == 0x6F && at(1) == 0x20 && at(2) < 0x5B { return 1 }
    return numberLength(bytes)
  }

  private static func numberLength(_ bytes: ArraySlice<UInt8>) -> Int {
    var index = bytes.startIndex
    if bytes[index] == 0x28 { index += 1 }
    let digits = bytes[index...].prefix { $0 >= 0x30 && $0 <= 0x39 }.count
    let isLetter = digits == 0 && index < bytes.endIndex && (0x61...0x7A).contains(bytes[index])
    index += isLetter ? 1 : digits
    guard digits <= 2, index > bytes.startIndex, index + 1 < bytes.endIndex, digits > 0 || isLetter,
      bytes[index] == 0x2E || bytes[index] == 0x29, bytes[index + 1] == 0x20
    else { return 0 }
    return index + 1 - bytes.startIndex
  }

  /// Whether a number or an emoji stands before words in capitals, as in "📌 WHAT WE NEED".
  private static func isNumberedHeading(
    _ text: [UInt8], _ start: Int, _ bullet: Int, _ content: Range<Int>
  ) -> Bool {
    let first = text[start]
    guard first == 0xF0 || (0x30...0x39).contains(first), content.count <= 60 else { return false }
    return isInCapitals(content, text, least: 6)
  }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether a span has so many letters, and none that is small.
  private static func isInCapitals(_ span: Range<Int>, _ text: [UInt8], least: Int) -> Bool {
    var letters = 0
    for index in span where isLetter(text[index]) {
      if text[index] >= 0x61 { return false }
      letters += 1
    }
    return letters >= least
  }

  private static func isHeading(
    _ span: Range<Int>, _ text: [UInt8], isBold: Bool, lineEnd: Int
  ) -> Bool {
    guard span.count <= 80 else { return false }
    if text[span.upperBound - 1] == 0x3A { return true }
    let isWholeBold = isBold && text[span.upperBound..<lineEnd].contains(0x2A)
    if isWholeBold { return true }
    return isInCapitals(span, text, least: 3)
  }
}
