import Reading
import Tokenization

/// Finds positions held: the lines that give their dates, titles and employers, and what belongs to
/// each.
///
/// A position begins with a short line that holds a period ("Mar 2018 – Present") and is no bullet, or
/// a bullet that is hardly more. Title and employer stand on that line, or on short lines right above
/// or below. What follows belongs to the position until the next one or the next heading. Periods of
/// leave, of study and of projects are no positions.
struct EntryReader {
  private let text: ResumeText
  private let dates: DateReader
  private let names: EntryNames
  private var lines: [ResumeLine]
  private(set) var entries: [Entry] = []

  /// A position before its months are counted.
  struct Entry: Sendable {
    var title: String?
    var employer: String?
    var period: DateReader.Period
    var span: Range<Int>
    var isVolunteering: Bool
  }

  init(text: ResumeText, dates: DateReader, knowledge: Knowledge, lines: [ResumeLine]) {
    self.text = text
    self.dates = dates
    self.lines = lines
    names = EntryNames(text: text, knowledge: knowledge)
  }

  /// Finds the positions, and returns the lines with what belongs to which.
  mutating func read() -> [ResumeLine] {
    var current: (entry: Int, isBullet: Bool)?
    var moved: Profile.Section?
    var consumed = 0
    for index in lines.indices {
      if lines[index].isBreak {
        current = nil
        moved = nil
        consumed = index + 1
        continue
      }
      if let period = period(at: index, openBullet: current.map { $0.isBullet }) {
        let head = head(at: index, period, from: consumed)
        if isPosition(index, head) {
          if lines[index].section != .experience { moved = lines[index].section }
          append(head, period, at: index)
          for line in head.lines.lowerBound..<index { assign(line, entries.count - 1) }
          current = (entries.count - 1, lines[index].line.shape == .bullet)
          consumed = head.lines.upperBound
        }
      }
      if let current {
        if let moved, lines[index].section != moved, lines[index].section != .experience {
          continue
        }
        assign(index, current.entry)
      }
    }
    return lines
  }

  private mutating func assign(_ index: Int, _ entry: Int) {
    guard lines[index].isContent else { return }
    lines[index].entry = entry
    lines[index].section = .experience
  }

  private mutating func append(_ head: Head, _ period: DateReader.Period, at index: Int) {
    let found = names.names(of: head.parts)
    let isVolunteering =
      lines[index].isVolunteering
      || (found.title ?? "").lowercased().contains("volunteer")
    entries.append(
      Entry(
        title: found.title, employer: found.employer, period: period,
        span: lines[index].line.span, isVolunteering: isVolunteering))
  }

  // MARK: - The line of the dates

  private static let leave: Set<String> = [
    "leave", "laid", "lay", "layoff", "furlough", "furloughed", "maternity", "paternity",
    "parental",
    "sabbatical", "gap", "sick", "illness", "break", "unemployed", "renewed", "expires", "valid",
  ]

  /// The period of a line that begins a position.
  private func period(at index: Int, openBullet: Bool?) -> DateReader.Period? {
    let line = lines[index].line
    let count = line.tokens.count
    guard lines[index].isContent, count >= 2, count <= 26 else { return nil }
    guard let period = dates.periods(in: line.tokens).first else { return nil }
    let words = text.words(line.tokens)
    if words.contains(where: Self.leave.contains) { return nil }
    let before = line.tokens.lowerBound..<period.tokens.lowerBound
    let isAtStart = before.isEmpty
    let isAtEnd = isRemark(period.tokens.upperBound..<line.tokens.upperBound)
    if isAtStart && isAtEnd { return period }
    let hasTitle = words.contains(where: TitleWords.isTitle)
    if line.shape == .bullet {
      return (isAtStart || isAtEnd) && count <= 16 && hasTitle && openBullet != false ? period : nil
    }
    if count > 22 && !(isAtStart || isAtEnd) { return nil }
    if isSentence(line, words, isAtEnd: isAtEnd) && !hasPlaceholder(words) { return nil }
    return isAtStart || isAtEnd || hasTitle || hasPlaceholder(words) ? period : nil
  }

  private func hasPlaceholder(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { $0 == "company" && $1 == "name" }
  }

  /// Whether the tokens after a period are none, or a remark in brackets.
  private func isRemark(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first, let last = tokens.last else { return true }
    let gap = text.tokens[first - 1].span.upperBound..<text.tokens[first].span.lowerBound
    let isOpen = text.bytes[gap].contains { $0 == 0x28 || $0 == 0x5B }
    let after = text.tokens[last].span.upperBound
    return isOpen && after < text.bytes.count && [0x29, 0x5D].contains(text.bytes[after])
  }

  /// Whether a line says what was done: "Managed the move of two offices from 2012 to 2014".
  private func isSentence(_ line: TextLine, _ words: [String], isAtEnd: Bool) -> Bool {
    let endsInPoint = text.lastByte(line.span) == 0x2E
    let stops = line.tokens.filter { text.tokens[$0].traits.contains(.stop) }.count
    guard let first = words.first, let firstToken = line.tokens.first else { return false }
    let isSmall =
      !text.tokens[firstToken].traits.contains(.capitalized)
      && !text.tokens[firstToken].traits.contains(.number)
    let isVerb =
      first.hasSuffix("ed") && first.utf8.count > 4
      && ![
        "certified", "registered", "licensed", "advanced", "accredited", "chartered", "united",
        "allied",
      ]
      .contains(first)
    if isVerb || (isSmall && first.utf8.count > 2) { return true }
    let isLong = endsInPoint && stops >= 3 && (!isAtEnd || line.tokens.count > 12)
    return isLong || stops * 2 > line.tokens.count && stops > 4
  }

  // MARK: - The lines of the names

  /// The lines that name a position.
  private struct Head {
    var lines: Range<Int>
    /// The parts without the dates, the line of the dates first.
    var parts: [EntryNames.Part]
  }

  private func head(at index: Int, _ period: DateReader.Period, from consumed: Int) -> Head {
    let line = lines[index].line
    let own =
      names.parts(of: line.tokens.lowerBound..<period.tokens.lowerBound, lineSpan: line.span)
      + names.parts(of: period.tokens.upperBound..<line.tokens.upperBound, lineSpan: line.span)
    var head = Head(lines: index..<index + 1, parts: own)
    if own.contains(where: \.isTitle) && own.contains(where: \.isEmployer) { return head }
    let above = linesAbove(index, from: consumed)
    let below =
      own.contains(where: \.isTitle) || above.isEmpty ? linesBelow(index) : index + 1..<index + 1
    if !own.contains(where: \.isTitle) || above.isEmpty == false && isBounded(above) {
      let named = above.flatMap(self.parts(ofLine:))
      let isUseful = isBounded(above) || named.contains(where: \.isTitle)
      if isUseful && !above.isEmpty {
        head.lines = above.lowerBound..<index + 1
        head.parts += named
      }
    }
    if !(head.parts.contains(where: \.isTitle) && head.parts.contains(where: \.isEmployer)) {
      let rest = below.isEmpty ? linesBelow(index) : below
      let named = rest.flatMap(self.parts(ofLine:))
      let isNamed = named.contains(where: \.isName) && isNameLine(rest)
      if named.contains(where: \.isTitle) || named.contains(where: \.isEmployer) || isNamed {
        head.parts += named
        head.lines = head.lines.lowerBound..<rest.upperBound
      }
    }
    return head
  }

  private func parts(ofLine index: Int) -> [EntryNames.Part] {
    names.parts(of: lines[index].line.tokens, lineSpan: lines[index].line.span)
  }

  /// Up to two short lines right above, that are no bullets and belong to no position.
  private func linesAbove(_ index: Int, from consumed: Int) -> Range<Int> {
    var first = index
    while first > max(consumed, index - 2), canName(first - 1),
      lines[first - 1].line.tokens.count <= 12
    {
      first -= 1
    }
    return first..<index
  }

  /// Whether a gap or a heading stands above, or the first of the lines is set as a heading.
  private func isBounded(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    if first == 0 || lines[first].line.shape == .heading { return true }
    return lines[first - 1].use != .content
  }

  /// Up to two short lines right below.
  private func linesBelow(_ index: Int) -> Range<Int> {
    var end = index + 1
    while end < min(index + 3, lines.count), canName(end), lines[end].line.tokens.count <= 14,
      text.lastByte(lines[end].line.span) != 0x3A
    {
      end += 1
    }
    return index + 1..<end
  }

  /// Whether a line right below the dates stands apart from what was done: bullets or a gap follow.
  private func isNameLine(_ below: Range<Int>) -> Bool {
    guard below.count == 1, below.upperBound < lines.count else { return false }
    let next = lines[below.upperBound]
    return next.line.shape == .bullet || next.use == .blank
  }

  private func canName(_ index: Int) -> Bool {
    let line = lines[index].line
    if case .leftOut("placeholder") = lines[index].use { return true }
    guard lines[index].isContent, line.shape != .bullet, !line.tokens.isEmpty else { return false }
    return text.lastByte(line.span) != 0x2E && dates.periods(in: line.tokens.prefix(30)).isEmpty
      && !isSentence(line, text.words(line.tokens.prefix(20)), isAtEnd: false)
  }

  // MARK: - What is no position

  private func isPosition(_ index: Int, _ head: Head) -> Bool {
    let hasTitle = head.parts.contains(where: \.isTitle)
    if hasPlaceholder(text.words(lines[index].line.tokens)) { return true }
    switch lines[index].section {
    case .experience: return true
    case .projects, .certifications, .languages: return false
    case .education:
      let words = head.lines.flatMap { text.words(lines[$0].line.tokens) }
      return hasTitle && !words.contains(where: EducationReader.schools.contains)
    case .summary, .skills, .other: return hasTitle
    }
  }
}

extension Range<Int> {
  /// The first `count` numbers.
  func prefix(_ count: Int) -> Range<Int> {
    lowerBound..<Swift.min(upperBound, lowerBound + count)
  }
}
