import Reading
import Tokenization

/// What the search for positions has cost, in units that do not depend on the machine.
///
/// Both are bounded by the length of the text and by the number of positions that are kept, and
/// tests hold them to it.
package struct ReadingWork: Sendable, Equatable {
  /// Tokens that were looked at for dates.
  package var datedTokens = 0
  /// Lines that were taken apart into titles and employers.
  package var rows = 0
}

/// Finds the lines that may begin a position: those with dates, and what stands around them.
///
/// Complexity: each line is looked at once for dates, and at most five lines are taken apart for a
/// dated one.
struct EntryHeadFinder {
  private let text: ResumeText
  private let dates: PeriodReader
  private let names: EntryNames
  private let lines: [ResumeLine]
  /// For each line up to the one that is looked at, what its dates are.
  private var times: [Time] = []
  private(set) var work = ReadingWork()

  /// The dates of a line.
  private enum Time: Equatable {
    case none
    case period(PeriodReader.Period)
    /// One date and no period.
    case single(PeriodReader.Moment)
  }

  /// Lines with more words name no position, unless a placeholder shows where the names end.
  static let longestHead = 26
  static let longestName = 14

  init(text: ResumeText, dates: PeriodReader, names: EntryNames, lines: [ResumeLine]) {
    self.text = text
    self.dates = dates
    self.names = names
    self.lines = lines
  }

  /// The heads in the order of the text up to a number of them, and the line at which that ends.
  mutating func heads(atMost limit: Int) -> (heads: [EntryHead], end: Int) {
    var heads: [EntryHead] = []
    for index in lines.indices {
      readTimes(before: min(index + 4, lines.count))
      guard let head = head(at: index) else { continue }
      if heads.count == limit { return (heads, index) }
      heads.append(head)
    }
    return (heads, lines.count)
  }

  private mutating func head(at index: Int) -> EntryHead? {
    var found: EntryHead?
    switch times[index] {
    case .none: return nil
    case .period(let period):
      found = begins(index, period.tokens) ? head(at: index, period) : nil
    case .single(let moment): found = singleHead(at: index, moment)
    }
    work.rows += found?.rows.count ?? 0
    return found
  }

  /// Looks for the dates of the lines before one.
  private mutating func readTimes(before end: Int) {
    while times.count < end {
      let tokens = headTokens(times.count)
      guard lines[times.count].isContent, !tokens.isEmpty else {
        times.append(.none)
        continue
      }
      work.datedTokens += tokens.count
      let moments = dates.moments(in: tokens)
      let certain = moments.filter { !$0.isWeak }
      if let period = dates.periods(of: moments, in: tokens).first {
        times.append(.period(period))
      } else {
        times.append(certain.count == 1 ? .single(certain[0]) : .none)
      }
    }
  }

  /// The tokens of a line that may name a position: all, or the first sentence of a paragraph of
  /// experience, as "2019 – 2021 | Nurse, Elm Hospital. Ran the ward …".
  private func headTokens(_ index: Int) -> Range<Int> {
    let tokens = lines[index].line.tokens
    guard tokens.count > Self.longestName else { return tokens }
    let rest = tokens.count > Self.longestHead ? tokens.prefix(0) : tokens
    guard lines[index].section == .experience, lines[index].line.shape != .bullet else {
      return rest
    }
    let end = tokens.dropFirst().prefix(Self.longestHead - 6).first { token in
      let gap = text.gap(before: token)
      // "Inc. " and "St. " end no sentence.
      return gap.contains(0x2E) && gap.last == 0x20
        && (text.tokens[token - 1].span.count > 3 || gap.contains(0x29))
    }
    let first = end.map { tokens.lowerBound..<$0 }
    return first.flatMap { $0.contains(where: isNumber) ? $0 : nil } ?? rest
  }

  private func isNumber(_ index: Int) -> Bool {
    text.tokens[index].traits.contains(.number)
  }

  // MARK: - The line of the dates

  private static let leave: Set<String> = [
    "leave", "laid", "lay", "layoff", "furlough", "furloughed", "maternity", "paternity",
    "parental", "sabbatical", "gap", "sick", "illness", "break", "unemployed", "renewed",
    "expires", "valid",
  ]

  /// Whether a line with a period may begin a position.
  private func begins(_ index: Int, _ period: Range<Int>) -> Bool {
    let line = lines[index].line
    let tokens = headTokens(index)
    let words = text.wholeWords(tokens)
    if words.contains(where: Self.leave.contains) { return false }
    let isAtStart = period.lowerBound == tokens.lowerBound
    let isAtEnd = isRemark(period.upperBound..<tokens.upperBound)
    if isAtStart && isAtEnd { return tokens == line.tokens }
    if isAtStart, isRemarked(period, tokens) { return false }
    let hasTitle = words.contains(where: TitleWords.isTitle)
    if line.shape == .bullet {
      return (isAtStart || isAtEnd) && tokens.count <= 16 && hasTitle
    }
    if text.employerPlaceholder(in: tokens) != nil { return true }
    if tokens.count > 22 && !(isAtStart || isAtEnd) { return false }
    // The first sentence of a paragraph must say more to be the head of a position.
    if tokens.count < line.tokens.count, !hasTitle || !(isAtStart || isAtEnd) { return false }
    return !isSentence(tokens, words, isAtEnd: isAtEnd) && (isAtStart || isAtEnd || hasTitle)
  }

  /// Whether the tokens after a period are none, or a remark in brackets.
  private func isRemark(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first, let last = tokens.last else { return true }
    let isOpen = text.gap(before: first).contains { $0 == 0x28 || $0 == 0x5B }
    let after = text.tokens[last].span.upperBound
    return isOpen && after < text.bytes.count && [0x29, 0x5D].contains(text.bytes[after])
  }

  /// "01/2022 – 03/2022: walked to Trieste." says what was done in the time.
  private func isRemarked(_ period: Range<Int>, _ line: Range<Int>) -> Bool {
    guard line.upperBound - period.upperBound >= 2,
      text.gap(before: period.upperBound).contains(where: { $0 == 0x3A || $0 == 0x2C })
        || text.lastByte(text.span(of: line)) == 0x2E
    else { return false }
    let first = text.tokens[period.upperBound]
    return !first.traits.contains(.capitalized) && !first.traits.contains(.number)
      && text.bytes[first.span.lowerBound] < 0x80
      && text.employerPlaceholder(in: line) == nil
      && !text.wholeWords(period.upperBound..<line.upperBound).contains(where: TitleWords.isTitle)
  }

  /// Whether a line says what was done: "Managed the move of two offices from 2012 to 2014".
  private func isSentence(_ tokens: Range<Int>, _ words: [String], isAtEnd: Bool) -> Bool {
    guard let first = words.first, let firstToken = tokens.first else { return false }
    let upper = text.span(of: tokens).upperBound
    let endsInPoint = text.bytes[upper...].prefix(2).contains(0x2E)
    let stops = tokens.count { text.tokens[$0].traits.contains(.stop) }
    let isSmall =
      !text.tokens[firstToken].traits.contains(.capitalized)
      && !text.tokens[firstToken].traits.contains(.number)
      && text.bytes[text.tokens[firstToken].span.lowerBound] < 0x80
    let isVerb =
      first.hasSuffix("ed") && first.utf8.count > 4
      && ![
        "certified", "registered", "licensed", "advanced", "accredited", "chartered", "united",
        "allied", "embedded", "applied", "integrated", "associated", "limited", "unlimited",
      ]
      .contains(first)
    if isVerb || (isSmall && first.utf8.count > 2) { return true }
    let isLong = endsInPoint && stops >= 3 && (!isAtEnd || tokens.count > 12)
    return isLong || stops * 2 > tokens.count && stops > 4
  }

  // MARK: - One date

  /// A position that has one date alone, as its month or its year: "Nurse, Elm Hill, May 2014".
  private func singleHead(at index: Int, _ moment: PeriodReader.Moment) -> EntryHead? {
    let line = lines[index].line
    guard lines[index].section == .experience, line.shape != .bullet,
      line.tokens.count <= Self.longestName,
      moment.tokens.lowerBound == line.tokens.lowerBound
        || moment.tokens.upperBound == line.tokens.upperBound
        || text.employerPlaceholder(in: line.tokens) != nil,
      !hasPeriod(index - 1), !hasPeriod(index + 1)
    else { return nil }
    let words = text.wholeWords(line.tokens)
    let isPrize = zip(words, words.dropFirst(2)).contains {
      $0 == "of" && ["month", "year", "quarter"].contains($1)
    }
    guard !isPrize, !isSentence(line.tokens, words, isAtEnd: true),
      !words.contains(where: EducationReader.schools.contains)
    else { return nil }
    let found = head(
      at: index,
      PeriodReader.Period(start: moment.first, end: moment.last, tokens: moment.tokens))
    let isDatesOnly = moment.tokens == line.tokens && moment.first.month != nil
    let isNamed =
      found.hasPlaceholder
      || ((isDatesOnly || found.row(0)?.title(atLeast: 2) != nil)
        && found.rows.contains { $0.title(atLeast: 2) != nil })
    return isNamed ? found : nil
  }

  private func hasPeriod(_ index: Int) -> Bool {
    guard times.indices.contains(index) else { return false }
    if case .period = times[index] { return true }
    return false
  }

  // MARK: - The lines around

  private func head(at index: Int, _ period: PeriodReader.Period) -> EntryHead {
    let line = lines[index].line
    let tokens = headTokens(index)
    let before = names.parts(
      of: tokens.lowerBound..<period.tokens.lowerBound, lineSpan: line.span)
    let after = names.parts(
      of: named(period.tokens.upperBound..<tokens.upperBound), lineSpan: line.span)
    var rows = [EntryHead.Row(offset: 0, parts: before + after, beforeDates: before.count)]
    let above = linesAbove(index)
    let below = tokens == line.tokens ? linesBelow(index) : []
    for other in above + below {
      let parts = names.parts(of: named(lines[other].line.tokens), lineSpan: lines[other].line.span)
      rows.append(EntryHead.Row(offset: other - index, parts: parts, beforeDates: parts.count))
    }
    return EntryHead(
      index: index, period: period, rows: rows, isBounded: isBounded(above),
      isNamedBelow: isNameLine(below))
  }

  /// The tokens that may name something: of a long line those about a placeholder.
  private func named(_ tokens: Range<Int>) -> Range<Int> {
    guard tokens.count > Self.longestName,
      let place = text.employerPlaceholder(in: tokens.prefix(Self.longestName))
    else { return tokens }
    var end = place + 2
    while end < tokens.upperBound, let next = text.placeholder(at: end, tokens.upperBound) {
      end += next.count
    }
    if place > tokens.lowerBound { return tokens.lowerBound..<end }
    return tokens.lowerBound..<names.titleEnd(from: end, limit: tokens.upperBound)
  }

  /// Up to two short lines right above that may name something, the nearest first.
  private func linesAbove(_ index: Int) -> [Int] {
    var found: [Int] = []
    while found.count < 2, canName(index - found.count - 1),
      lines[index - found.count - 1].line.tokens.count <= 12
    {
      found.append(index - found.count - 1)
    }
    // A heading with a gap below it.
    if found.isEmpty, index > 1, lines[index - 1].use == .blank,
      lines[index - 2].line.shape == .heading, canName(index - 2)
    {
      found = [index - 2]
    }
    return found
  }

  /// Whether a gap or a heading stands above, or the first of the lines is set as a heading.
  private func isBounded(_ above: [Int]) -> Bool {
    guard let first = above.last else { return false }
    if first == 0 || lines[first].line.shape == .heading { return true }
    return lines[first - 1].use != .content
  }

  /// Up to two lines right below that may name something.
  private func linesBelow(_ index: Int) -> [Int] {
    var found: [Int] = []
    while found.count < 2 {
      let next = index + found.count + 1
      guard canName(next), text.lastByte(lines[next].line.span) != 0x3A else { break }
      let tokens = lines[next].line.tokens
      guard
        tokens.count <= Self.longestName
          || text.employerPlaceholder(in: tokens.prefix(Self.longestName)) != nil
      else { break }
      found.append(next)
    }
    return found
  }

  /// Whether a line right below the dates stands apart from what was done: bullets or a gap follow.
  private func isNameLine(_ below: [Int]) -> Bool {
    guard below.count == 1, below[0] + 1 < lines.count else { return false }
    let next = lines[below[0] + 1]
    return next.line.shape == .bullet || next.use == .blank
  }

  private func canName(_ index: Int) -> Bool {
    guard lines.indices.contains(index) else { return false }
    let line = lines[index].line
    if case .leftOut("placeholder") = lines[index].use { return true }
    guard lines[index].isContent, line.shape != .bullet, !line.tokens.isEmpty, !hasPeriod(index)
    else { return false }
    if text.employerPlaceholder(in: line.tokens.prefix(Self.longestName)) != nil { return true }
    return line.tokens.count <= Self.longestName && text.lastByte(line.span) != 0x2E
      && !isSentence(line.tokens, text.wholeWords(line.tokens), isAtEnd: false)
  }

  // MARK: - Positions without dates

  /// Whether a line names a position that has no dates, so that what stood before ends there.
  func isUndatedHead(_ index: Int, before next: Int?) -> Bool {
    guard next.map({ $0 > index + 2 }) ?? true, lines[index].section == .experience,
      times[index] == .none, canName(index), let first = lines[index].line.tokens.first,
      text.tokens[first].traits.contains(.capitalized)
    else { return false }
    let line = lines[index].line
    let hasPlaceholder = text.employerPlaceholder(in: line.tokens.prefix(Self.longestName)) != nil
    guard
      hasPlaceholder || text.words(line.tokens).contains(where: TitleWords.organizations.contains)
    else { return false }
    let parts = names.parts(of: named(line.tokens), lineSpan: line.span)
    let isTitled = parts.contains { $0.titleScore == 2 }
    return hasPlaceholder ? isTitled : isTitled && parts.contains(where: \.isEmployer)
  }
}
