package import Documents
package import Tokenization

/// A line of a document as a reader sees it: its content without bullet and emphasis, how it is set,
/// and its tokens.
///
/// Lines that a width broke are one; a heading glued to its content is two.
package struct TextLine: Sendable {
  /// How a line is set.
  package enum Shape: Sendable, Equatable {
    case blank
    case plain
    case bullet
    /// Set as a heading: marked, in bold, in capitals, or ending in a colon.
    case heading
  }

  /// The bytes of the content.
  package var span: Range<Int>
  /// The tokens of the content.
  package var tokens: Range<Int>
  /// How deep the line is indented, in columns.
  package var indent: Int
  package var shape: Shape
  package var hint: Document.Hint?
  /// Whether what it heads stands behind it in the same line.
  package var isGlued = false
  /// Whether it is a part of a header like "Acme | Software Engineer | Leeds (onsite) | £50k".
  package var isCell = false

  /// Whether the line could be a heading by its length alone.
  package var isShort: Bool { !tokens.isEmpty && tokens.count <= 9 }
}

/// Takes a document apart into lines.
package struct LineReader: Sendable {
  private let cues: CueTable
  /// The headings that the words before a colon are looked up in.
  private let headings: Headings

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
          lines.append(contentsOf: split(next, document.text, tokenized))
        }
      }
    }
    return lines
  }

  // MARK: - One line

  private static let marks: Set<UInt8> = Set("*-+".utf8)
  private static let trimmed: Set<UInt8> = Set(" \t*_#|>`~".utf8)

  private static func line(_ span: Range<Int>, _ text: [UInt8]) -> TextLine {
    var start = span.lowerBound
    var indent = 0
    while start < span.upperBound, let width = spaceWidth(text, start, span.upperBound) {
      indent += text[start] == 0x09 ? 4 : 1
      start += width
    }
    let bullet = bulletLength(text, start..<span.upperBound)
    let isMarked = start < span.upperBound && text[start] == 0x23
    let isBold = text[start..<span.upperBound].starts(with: [0x2A, 0x2A])
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

  private static func trim(_ span: Range<Int>, _ text: [UInt8]) -> Range<Int> {
    var (lower, upper) = (span.lowerBound, span.upperBound)
    while lower < upper {
      if trimmed.contains(text[lower]) {
        lower += 1
      } else if let width = spaceWidth(text, lower, upper) {
        lower += width
      } else {
        break
      }
    }
    while lower < upper {
      if trimmed.contains(text[upper - 1]),
        text[upper - 1] != 0x23 || [0x20, 0x23].contains(text[upper - 2])
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
    if marks.contains(first) {
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
    let letters = text[content].filter(isLetter)
    return letters.count >= 6 && letters.allSatisfy { $0 < 0x61 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isHeading(
    _ span: Range<Int>, _ text: [UInt8], isBold: Bool, lineEnd: Int
  ) -> Bool {
    guard span.count <= 80 else { return false }
    if text[span.upperBound - 1] == 0x3A { return true }
    let isWholeBold = isBold && text[span.upperBound..<lineEnd].contains(0x2A)
    if isWholeBold { return true }
    let letters = text[span].filter(isLetter)
    return letters.count >= 3 && letters.allSatisfy { $0 < 0x61 }
  }

  // MARK: - Lines that are more or less than one

  /// The lines among which a header of cells may stand.
  private static let headerLines = 24

  /// The parts of a line between upright bars or middle dots, where there are at least three.
  private func cells(of span: Range<Int>, _ text: [UInt8]) -> [Range<Int>] {
    guard headings == .posting, text[span].contains(where: { $0 == 0x7C || $0 == 0xB7 }) else {
      return []
    }
    let bars = span.filter { text[$0] == 0x7C }
    let dots = span.dropLast().filter {
      text[$0] == 0xC2 && text[$0 + 1] == 0xB7 && $0 > span.lowerBound && text[$0 - 1] == 0x20
    }
    let marks = bars.count >= 2 ? bars : dots
    // A table in Markdown begins with a bar, a bullet with a dot.
    guard marks.count >= 2, let first = marks.first, first > span.lowerBound + 1 else { return [] }
    let width = bars.count >= 2 ? 1 : 2
    return zip([span.lowerBound] + marks.map { $0 + width }, marks + [span.upperBound])
      .map { $0..<$1 }
  }

  /// Splits a line at the bullets inside it.
  private func pieces(of span: Range<Int>, _ text: [UInt8]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = span.lowerBound
    var index = start
    var hasLetter = false
    while index + 4 < span.upperBound {
      guard text[index] == 0x20 else {
        hasLetter = hasLetter || Self.isLetter(text[index])
        index += 1
        continue
      }
      // " • " inside a line.
      if let end = wideGap(text, index, span.upperBound), start < index {
        pieces.append(start..<index)
        start = end
        index = end
        hasLetter = false
        continue
      }
      if text[index + 1] == 0xE2, text[index + 2] == 0x80,
        text[index + 3] == 0xA2, text[index + 4] == 0x20,
        hasLetter
      {
        pieces.append(start..<index)
        start = index + 1
        index += 4
        hasLetter = false
      }
      index += 1
    }
    return pieces + [start..<span.upperBound]
  }

  /// The end of six spaces and more, which part the columns of a posting's header.
  private func wideGap(_ text: [UInt8], _ index: Int, _ end: Int) -> Int? {
    guard headings == .posting, text[index + 1] == 0x20, index > 0, text[index - 1] != 0x20 else {
      return nil
    }
    let gap = text[index..<end].prefix { $0 == 0x20 }
    return gap.count >= 6 && gap.endIndex < end ? gap.endIndex : nil
  }

  /// Whether `next` goes on from `last`, whose end a width broke.
  private static func continues(_ last: TextLine, _ next: TextLine, _ text: [UInt8]) -> Bool {
    guard next.shape == .plain, last.shape == .plain || last.shape == .bullet, next.hint == nil,
      last.hint == nil, let end = text[last.span].last, let first = text[next.span].first,
      text[last.span.upperBound..<next.span.lowerBound].filter({ $0 == 0x0A }).count == 1
    else { return false }
    let isOpen = ![0x2E, 0x3A, 0x21, 0x3F, 0x3B].contains(end)
    let lineLength =
      last.span.upperBound - (text[last.span].lastIndex(of: 0x0A) ?? last.span.lowerBound)
    guard isOpen, lineLength >= 45 else { return false }
    return (0x61...0x7A).contains(first) || end == 0x2C
  }

  /// Where a heading may end inside a line: at a colon, or at an asterisk behind a word.
  private func glue(_ span: Range<Int>, _ text: [UInt8]) -> Int? {
    let start = text[span].prefix(90)
    return start.indices.dropFirst().first { index in
      text[index] == 0x3A
        || (text[index] == 0x2A && Self.isLetter(text[index - 1]) && index + 1 < span.upperBound
          && text[index + 1] == 0x20)
    }
  }

  /// Splits "Required qualifications:* Bachelor's …" into the heading and what is glued to it.
  private func split(_ line: TextLine, _ text: [UInt8], _ tokenized: TokenizedText) -> [TextLine] {
    guard line.shape == .plain || line.shape == .heading, line.hint == nil,
      let colon = glue(line.span, text), colon + 1 < line.span.upperBound
    else { return [line] }
    let before = tokenized.tokens(in: line.span.lowerBound..<colon)
    guard !before.isEmpty, before.count <= 7,
      cues.heading(in: tokenized.tokens, before, of: headings, slack: 3) != nil
    else { return [line] }
    var rest = Self.line(colon + 1..<line.span.upperBound, text)
    guard rest.shape != .blank else { return [line] }
    rest.tokens = tokenized.tokens(in: rest.span)
    rest.indent = line.indent
    var heading = line
    heading.span = Self.trim(line.span.lowerBound..<colon, text)
    heading.tokens = before
    heading.shape = .heading
    heading.isGlued = true
    return [heading, rest]
  }
}
