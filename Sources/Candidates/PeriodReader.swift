import Reading
import Tokenization

/// Reads dates and periods as résumés of many countries write them.
///
/// Beside what `DateReader` reads: months in other languages ("juin 2015"), seasons ("Summer 2014"),
/// short years where both ends show what they are ("09/15 – 03/17", "'14 – '16", "2012-13"), a year
/// that stands once ("June – August 2015"), ends with nothing between them ("01/2006 01/2011"), and
/// "since 2019". An end before its start is read as it is written.
///
/// Complexity: O(tokens).
struct PeriodReader {
  /// A time that goes on, or has a last date.
  struct Period: Sendable, Equatable {
    var start: CalendarDate
    /// Nil where the period goes on.
    var end: CalendarDate?
    var tokens: Range<Int>
    /// Whether "since" says that it goes on.
    var isSince = false
  }

  /// A date where it stands, or a season.
  struct Moment: Equatable {
    var first: CalendarDate
    var last: CalendarDate
    var tokens: Range<Int>
    /// Whether it is a date only beside another one: "09/15", "'14".
    var isWeak = false
    /// Whether it is a stretch of time by itself.
    var isSeason = false
  }

  let text: ResumeText
  let dates: DateReader

  init(text: ResumeText) {
    self.text = text
    dates = DateReader(text: text.bytes, tokens: text.tokens)
  }

  /// The dates that a range of tokens names beyond doubt.
  func dates(in range: Range<Int>) -> [CalendarDate] {
    moments(in: range).filter { !$0.isWeak }.map(\.last)
  }

  /// The periods in a range of tokens.
  func periods(in range: Range<Int>) -> [Period] {
    periods(of: moments(in: range), in: range)
  }

  /// The periods that the dates of a range of tokens make.
  func periods(of moments: [Moment], in range: Range<Int>) -> [Period] {
    var periods: [Period] = []
    var index = 0
    while index < moments.count {
      let first = moments[index]
      index += 1
      if let end = presentEnd(after: first, limit: range.upperBound) {
        let tokens = opening(before: first.tokens.lowerBound, range)..<end
        periods.append(Period(start: first.first, end: nil, tokens: tokens))
      } else if index < moments.count, isPair(first, moments[index]) {
        let last = moments[index]
        periods.append(
          Period(
            start: first.first, end: last.last,
            tokens: first.tokens.lowerBound..<last.tokens.upperBound))
        index += 1
      } else if let single = single(first, in: range) {
        periods.append(single)
      }
    }
    return periods
  }

  /// A period that one date makes: a season, "2012-13", "since 2019".
  private func single(_ moment: Moment, in range: Range<Int>) -> Period? {
    if moment.isSeason {
      return Period(start: moment.first, end: moment.last, tokens: moment.tokens)
    }
    let start = opening(before: moment.tokens.lowerBound, range)
    guard !moment.isWeak, start < moment.tokens.lowerBound else { return nil }
    return Period(
      start: moment.first, end: nil, tokens: start..<moment.tokens.upperBound, isSince: true)
  }

  /// Where "since" stands before a date at the head of a line or of a part of it.
  private func opening(before index: Int, _ range: Range<Int>) -> Int {
    guard index > range.lowerBound, MonthNames.openings.contains(text.word(index - 1)) else {
      return index
    }
    let isHead =
      index - 1 == range.lowerBound
      || text.gap(before: index - 1).contains { ",(|-:".utf8.contains($0) || $0 >= 0x80 }
      || text.gap(before: index - 1).count >= 3
    return isHead ? index - 1 : index
  }

  // MARK: - Two ends

  private func isPair(_ first: Moment, _ last: Moment) -> Bool {
    let joint = joint(first.tokens.upperBound, last.tokens.lowerBound)
    guard joint != .none else { return false }
    // "'14 - '16" are years, "14 - 16" are numbers.
    if first.isWeak && last.isWeak, first.tokens.count != last.tokens.count { return false }
    let isMonthly = first.first.month != nil && last.last.month != nil
    if joint == .space { return isMonthly && first.first <= last.last && !first.isWeak }
    // Years that fall are two dates, unless months show that somebody mistook one.
    return first.first <= last.last || isMonthly || first.first.year == last.last.year
  }

  enum Joint {
    case none, space, mark
  }

  /// What stands between two ends: a dash or a word for it, nothing, or something else.
  func joint(_ lower: Int, _ upper: Int) -> Joint {
    guard lower <= upper, upper - lower <= 3, lower > 0 else { return .none }
    let words = (lower..<upper).map(text.word)
    guard words.allSatisfy({ MonthNames.joints.contains($0) || isMark($0) }) else { return .none }
    let gap =
      text.bytes[text.tokens[lower - 1].span.upperBound..<text.tokens[upper].span.lowerBound]
    let isDashed = gap.contains { $0 == 0x2D || $0 >= 0x80 }
    guard !gap.contains(0x0A) || !words.isEmpty || isDashed else { return .none }
    if !words.isEmpty && words != ["the"] { return .mark }
    if gap.contains(where: { $0 == 0x2D || $0 == 0x7E || $0 >= 0x80 }) && gap.count <= 14 {
      return .mark
    }
    return gap.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? .space : .none
  }

  /// A dash that was read in a wrong encoding is three letters outside ASCII.
  private func isMark(_ word: String) -> Bool {
    word.utf8.count <= 4 && word.utf8.allSatisfy { $0 >= 0x80 } && !MonthNames.joints.contains(word)
  }

  /// The end of "– Present" after a date.
  private func presentEnd(after moment: Moment, limit: Int) -> Int? {
    let start = moment.tokens.upperBound
    for next in start..<max(start, min(start + 5, limit)) {
      let word = text.word(next)
      if MonthNames.present.contains(word) {
        switch joint(start, next) {
        case .mark: return next + 1
        case .space:
          // "03/2010 Current", but no "2010 current customers".
          let isPlain =
            text.tokens[next].traits.contains(.capitalized) || next + 1 == limit
          return isPlain && (moment.first.month != nil || next + 1 == limit) ? next + 1 : nil
        case .none: return nil
        }
      }
      guard MonthNames.joints.contains(word) || isMark(word) else { return nil }
    }
    return nil
  }
}
