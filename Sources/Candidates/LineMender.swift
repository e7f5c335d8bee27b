import Reading
import Tokenization

/// Mends what the width of a page or a column did to the lines of a résumé.
///
/// Lines that a width broke have been joined before. Where that joined a heading or the dates of a
/// position to the line before or after it, they are parted again; and dates that a narrow column set
/// one below the other ("August 2013", "to", "Current") become one line.
///
/// Complexity: O(bytes).
struct LineMender {
  private let text: ResumeText
  private let sections: SectionReader
  private let dates: PeriodReader

  init(text: ResumeText, sections: SectionReader, dates: PeriodReader) {
    self.text = text
    self.sections = sections
    self.dates = dates
  }

  /// The lines as they were meant.
  func mended(_ lines: [TextLine]) -> [TextLine] {
    joined(lines.flatMap(parted)).map(marked)
  }

  /// A line behind ">" as the bullet that it is.
  private func marked(_ line: TextLine) -> TextLine {
    guard line.shape == .plain else { return line }
    let isBullet = text.bytes[..<line.span.lowerBound].suffix(3).last { $0 != 0x20 } == 0x3E
    guard isBullet else { return line }
    var line = line
    line.shape = .bullet
    return line
  }

  // MARK: - Parting

  /// Lines with more words are not looked at for dates.
  private static let longestHead = 14

  /// A line in two or three where a part of it stands for itself.
  private func parted(_ line: TextLine) -> [TextLine] {
    guard line.hint == nil, text.bytes[line.span].contains(0x0A) else { return [line] }
    var pieces: [TextLine] = []
    var isOpen = false
    for physical in physicalLines(line.span) {
      let tokens = text.tokens(in: physical)
      let isAlone = standsAlone(tokens, isFirst: pieces.isEmpty)
      if isOpen && !isAlone {
        pieces[pieces.count - 1].span =
          pieces[pieces.count - 1].span.lowerBound..<physical.upperBound
        pieces[pieces.count - 1].tokens =
          pieces[pieces.count - 1].tokens.lowerBound..<tokens.upperBound
      } else {
        var piece = line
        piece.span = physical
        piece.tokens = tokens
        if !pieces.isEmpty { piece.shape = .plain }
        pieces.append(piece)
      }
      isOpen = !isAlone
    }
    return pieces
  }

  private func physicalLines(_ span: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = span.lowerBound
    while start < span.upperBound {
      let end = text.bytes[start..<span.upperBound].firstIndex(of: 0x0A) ?? span.upperBound
      let line = text.trimmedSpaces(start..<end)
      if !line.isEmpty { lines.append(line) }
      start = end + 1
    }
    return lines
  }

  /// Whether a physical line is a heading, or gives the dates of a position.
  private func standsAlone(_ tokens: Range<Int>, isFirst: Bool) -> Bool {
    guard (1...Self.longestHead).contains(tokens.count) else { return false }
    if !isFirst, sections.bareHeading(tokens, in: text, allowsWeak: false) != nil { return true }
    guard let period = dates.periods(in: tokens).first,
      period.tokens.lowerBound == tokens.lowerBound || period.tokens.upperBound == tokens.upperBound
    else { return false }
    if period.tokens == tokens { return true }
    // "from June 2012 to July 2013" goes on a sentence.
    return text.employerPlaceholder(in: tokens) != nil
      || text.words(tokens).contains(where: TitleWords.isTitle)
  }

  // MARK: - Joining

  /// Lines with dates that stand one below the other as one.
  private func joined(_ lines: [TextLine]) -> [TextLine] {
    var result: [TextLine] = []
    result.reserveCapacity(lines.count)
    var index = 0
    while index < lines.count {
      let end = datesEnd(lines, from: index)
      guard end > index + 1 else {
        result.append(lines[index])
        index += 1
        continue
      }
      var line = lines[index]
      line.span = line.span.lowerBound..<lines[end - 1].span.upperBound
      line.tokens = line.tokens.lowerBound..<lines[end - 1].tokens.upperBound
      result.append(line)
      index = end
    }
    return result
  }

  /// One past the lines that make a period together with the one at `index`.
  private func datesEnd(_ lines: [TextLine], from index: Int) -> Int {
    let first = lines[index]
    guard first.hint == nil, (1...6).contains(first.tokens.count), index + 1 < lines.count else {
      return index
    }
    var last = index + 1
    let ends = first.tokens.last.map(text.word) ?? ""
    if !MonthNames.joints.contains(ends), !hasDash(at: first.span.upperBound, lines, index) {
      guard isJoint(lines[last]) else { return index }
      last += 1
    }
    guard last < lines.count, (1...Self.longestHead).contains(lines[last].tokens.count),
      lines[last].hint == nil,
      let start = dates.moments(in: first.tokens).first,
      start.tokens.lowerBound == first.tokens.lowerBound,
      start.tokens.upperBound >= first.tokens.upperBound - 1
    else { return index }
    let all = first.tokens.lowerBound..<lines[last].tokens.upperBound
    guard let period = dates.periods(in: all).first, period.tokens.lowerBound == all.lowerBound,
      period.tokens.upperBound > lines[last].tokens.lowerBound
    else { return index }
    return last + 1
  }

  /// Whether a line is "to" or a dash and nothing else.
  private func isJoint(_ line: TextLine) -> Bool {
    guard line.hint == nil, line.span.count <= 12 else { return false }
    if line.tokens.isEmpty { return text.bytes[line.span].contains { $0 == 0x2D || $0 == 0xE2 } }
    return line.tokens.count <= 2 && text.words(line.tokens).allSatisfy(MonthNames.joints.contains)
  }

  /// Whether a dash stands between the end of a line and the next one.
  private func hasDash(at end: Int, _ lines: [TextLine], _ index: Int) -> Bool {
    let gap = text.bytes[end..<max(end, lines[index + 1].span.lowerBound)].prefix(8)
    let tail = text.bytes[..<end].suffix(3)
    return gap.contains(0x2D) || gap.contains(0xE2) || tail.contains(0x2D)
      || Array(tail) == [0xE2, 0x80, 0x93]
  }
}

extension ResumeText {
  /// A span without the spaces at its ends.
  func trimmedSpaces(_ span: Range<Int>) -> Range<Int> {
    var (lower, upper) = (span.lowerBound, span.upperBound)
    while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
    while lower < upper, bytes[upper - 1] <= 0x20 { upper -= 1 }
    return lower..<upper
  }
}
