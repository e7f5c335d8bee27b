import Documents
import Tokenization

extension LineReader {
  // MARK: - Lines that are more or less than one

  /// The lines among which a header of cells may stand.
  static let headerLines = 24

  /// The parts of a line between upright bars or middle dots, where there are at least three.
  func cells(of span: Range<Int>, _ text: [UInt8]) -> [Range<Int>] {
    let bytes = text.span.extracting(span)
    guard headings == .posting, bytes.contains(0x7C) || bytes.contains(0xB7) else { return [] }
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

  /// Splits a line at the bullets inside it, and at wide gaps.
  func pieces(of span: Range<Int>, _ text: [UInt8]) -> [Range<Int>] {
    // Most lines have neither two spaces side by side nor a space before what may be a bullet.
    guard text.span.extracting(span).contains(0x20, beforeItselfOr: 0xE2) else { return [span] }
    var pieces: [Range<Int>] = []
    var start = span.lowerBound
    var index = start
    /// Between the start and here no letter stands.
    var letterless = start
    while index + 4 < span.upperBound {
      // Most bytes are told by these two.
      guard text[index] == 0x20, text[index + 1] == 0x20 || text[index + 1] == 0xE2 else {
        index += 1
        continue
      }
      if let end = wideGap(text, index, span.upperBound), start < index {
        pieces.append(start..<index)
        (start, index, letterless) = (end, end, end)
      } else if Self.isBullet(text, index),
        text[letterless..<index].contains(where: Self.isLetter)
      {
        pieces.append(start..<index)
        (start, index, letterless) = (index + 1, index + 5, index + 5)
      } else {
        if Self.isBullet(text, index) { letterless = index }
        index += 1
      }
    }
    pieces.append(start..<span.upperBound)
    return pieces
  }

  /// Whether " • " stands at an index.
  private static func isBullet(_ text: [UInt8], _ index: Int) -> Bool {
    text[index + 1] == 0xE2 && text[index + 2] == 0x80 && text[index + 3] == 0xA2
      && text[index + 4] == 0x20
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
  static func continues(_ last: TextLine, _ next: TextLine, _ text: [UInt8]) -> Bool {
    guard next.shape == .plain, last.shape == .plain || last.shape == .bullet, next.hint == nil,
      last.hint == nil, let end = text[last.span].last, let first = text[next.span].first,
      (0x61...0x7A).contains(first) || end == 0x2C, !endsSentence(end),
      text[last.span.upperBound..<next.span.lowerBound].count(where: { $0 == 0x0A }) == 1
    else { return false }
    let lineLength =
      last.span.upperBound - (text[last.span].lastIndex(of: 0x0A) ?? last.span.lowerBound)
    return lineLength >= 45
  }

  /// One of ".:!?;".
  private static func endsSentence(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x3A, 0x21, 0x3F, 0x3B: true
    default: false
    }
  }

  /// Where a heading may end inside a line: at a colon, or at an asterisk behind a word.
  private func glue(_ span: Range<Int>, _ text: [UInt8]) -> Int? {
    span.prefix(90).dropFirst().first { index in
      text[index] == 0x3A
        || (text[index] == 0x2A && Self.isLetter(text[index - 1]) && index + 1 < span.upperBound
          && text[index + 1] == 0x20)
    }
  }

  /// Appends a line; "Required qualifications:* Bachelor's …" as the heading and what is glued to it.
  func append(
    _ line: TextLine, to lines: inout [TextLine], _ text: [UInt8], _ tokenized: TokenizedText
  ) {
    guard let colon = gluedHeading(line, text, tokenized) else {
      lines.append(line)
      return
    }
    var rest = Self.line(colon + 1..<line.span.upperBound, text)
    guard rest.shape != .blank else {
      lines.append(line)
      return
    }
    rest.tokens = tokenized.tokens(in: rest.span)
    rest.indent = line.indent
    var heading = line
    heading.span = Self.trim(line.span.lowerBound..<colon, text)
    heading.tokens = tokenized.tokens(in: line.span.lowerBound..<colon)
    heading.shape = .heading
    heading.isGlued = true
    lines.append(heading)
    lines.append(rest)
  }

  /// Where the heading ends that a line begins with and goes on behind.
  private func gluedHeading(
    _ line: TextLine, _ text: [UInt8], _ tokenized: TokenizedText
  ) -> Int? {
    guard line.shape == .plain || line.shape == .heading, line.hint == nil,
      let colon = glue(line.span, text), colon + 1 < line.span.upperBound
    else { return nil }
    let before = tokenized.tokens(in: line.span.lowerBound..<colon)
    guard !before.isEmpty, before.count <= 7,
      cues.heading(in: tokenized.tokens, before, of: headings, slack: 3) != nil
    else { return nil }
    return colon
  }
}
