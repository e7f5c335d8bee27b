import Reading
import Tokenization

/// Finds the lines that may begin a position: those with dates, and what stands around them.
///
/// Complexity: each line is looked at once for dates, and at most five lines are taken apart for a
/// dated one.
struct EntryHeadFinder {
  let text: ResumeText
  private let dates: PeriodReader
  let names: EntryNames
  let lines: [ResumeLine]
  /// For each line up to the one that is looked at, what its dates are.
  private(set) var times: [Time] = []
  private(set) var work = ReadingWork()

  /// The dates of a line.
  enum Time: Equatable {
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

  /// The tokens of a line that may name a position: all, or the first sentence of a paragraph.
  ///
  /// "2019 – 2021 | Nurse, Elm Hospital. Ran the ward …"
  func headTokens(_ index: Int) -> Range<Int> {
    let tokens = lines[index].line.tokens
    guard tokens.count > Self.longestName else { return tokens }
    let rest = tokens.count > Self.longestHead ? tokens.prefix(0) : tokens
    if rest.isEmpty, text.employerPlaceholder(in: tokens.prefix(Self.longestHead - 6)) != nil {
      return tokens.prefix(Self.longestHead)
    }
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
    let hasPlaceholder = text.employerPlaceholder(in: tokens) != nil
    if !hasPlaceholder, words.contains(where: Self.leave.contains) { return false }
    let isAtStart = period.lowerBound == tokens.lowerBound
    let isAtEnd = isRemark(period.upperBound..<tokens.upperBound)
    if isAtStart && isAtEnd { return tokens == line.tokens }
    if isAtStart, isRemarked(period, tokens) { return false }
    let hasTitle = words.contains(where: TitleWords.isTitle)
    if line.shape == .bullet {
      return (isAtStart || isAtEnd) && tokens.count <= 16 && hasTitle
    }
    if hasPlaceholder { return true }
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
  func isSentence(_ tokens: Range<Int>, _ words: [String], isAtEnd: Bool) -> Bool {
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

  func hasPeriod(_ index: Int) -> Bool {
    guard times.indices.contains(index) else { return false }
    if case .period = times[index] { return true }
    return false
  }
}
