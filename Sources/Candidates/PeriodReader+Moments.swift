import Reading
import Tokenization

extension PeriodReader {
  /// The dates in a range of tokens, in order, not overlapping.
  func moments(in range: Range<Int>) -> [Moment] {
    var found: [Moment] = []
    var plain = dates.dates(in: range)[...]
    var index = range.lowerBound
    while index < range.upperBound {
      while let next = plain.first, next.tokens.lowerBound < index { plain.removeFirst() }
      let own = plain.first.flatMap { $0.tokens.lowerBound == index ? $0 : nil }
      if let moment = moment(at: index, own, next: plain.first, limit: range.upperBound) {
        found.append(moment)
        index = moment.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// The date at a token; `own` is what the plain forms give there, `next` what they give next.
  private func moment(
    at index: Int, _ own: DateReader.Found?, next: DateReader.Found?, limit: Int
  ) -> Moment? {
    if let own {
      return years(own, limit)
        ?? Moment(first: own.date, last: own.date, tokens: own.tokens)
    }
    if text.tokens[index].traits.contains(.number) { return shortDate(at: index, limit) }
    let word = text.word(index)
    if let months = MonthNames.seasons[word] { return season(months, at: index, limit) }
    guard let month = MonthNames.numbers[word] else { return nil }
    return monthYear(month, at: index, limit) ?? shared(month, at: index, next)
  }

  // MARK: - Numbers

  /// "2012-13", "2012/13", and "2010-12" where it is no month of another range.
  private func years(_ own: DateReader.Found, _ limit: Int) -> Moment? {
    let index = own.tokens.lowerBound
    guard text.tokens[index].span.count == 4, index + 1 < limit, own.date.day == nil,
      own.tokens.count == 1, text.tokens[index + 1].span.count == 2,
      text.tokens[index + 1].traits.contains(.joined),
      let short = Int(text.word(index + 1)), short > own.date.year % 100,
      short - own.date.year % 100 <= 12,
      let last = CalendarDate(year: own.date.year - own.date.year % 100 + short)
    else { return nil }
    return Moment(first: own.date, last: last, tokens: index..<index + 2, isSeason: true)
  }

  /// "09/15", "9/15/14", "'14".
  private func shortDate(at index: Int, _ limit: Int) -> Moment? {
    let token = text.tokens[index]
    guard token.span.count <= 5 else { return nil }
    if token.span.count == 2, let year = shortYear(index), isApostrophe(before: index) {
      return CalendarDate(year: year)
        .map { Moment(first: $0, last: $0, tokens: index..<index + 1, isWeak: true) }
    }
    if let date = pointed(index) {
      return Moment(first: date, last: date, tokens: index..<index + 1, isWeak: true)
    }
    guard let month = Int(text.word(index)), (1...12).contains(month), token.span.count <= 2,
      isTight(index + 1, limit)
    else { return nil }
    if isTight(index + 2, limit), let year = shortYear(index + 2),
      let day = Int(text.word(index + 1)),
      let date = CalendarDate(year: year, month: month, day: day)
    {
      return Moment(first: date, last: date, tokens: index..<index + 3, isWeak: true)
    }
    guard let year = shortYear(index + 1), let date = CalendarDate(year: year, month: month) else {
      return nil
    }
    return Moment(first: date, last: date, tokens: index..<index + 2, isWeak: true)
  }

  /// "03.19", one token.
  private func pointed(_ index: Int) -> CalendarDate? {
    let parts = text.word(index).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 2, let month = Int(parts[0]),
      let short = Int(parts[1])
    else { return nil }
    return CalendarDate(year: Self.century(short), month: month)
  }

  private static func century(_ short: Int) -> Int { short < 50 ? 2000 + short : 1900 + short }

  /// "14" as a year.
  private func shortYear(_ index: Int) -> Int? {
    guard text.tokens[index].span.count == 2, text.tokens[index].traits.contains(.number) else {
      return nil
    }
    return Int(text.word(index)).map(Self.century)
  }

  /// Whether "'" or "’" stands right before a token.
  private func isApostrophe(before index: Int) -> Bool {
    let lower = text.tokens[index].span.lowerBound
    guard lower > 0 else { return false }
    if text.bytes[lower - 1] == 0x27 || text.bytes[lower - 1] == 0x60 { return true }
    return lower > 2 && text.bytes[lower - 3] == 0xE2
      && (text.bytes[lower - 1] == 0x99 || text.bytes[lower - 1] == 0x98)
  }

  /// Whether one slash or hyphen alone stands before a token.
  private func isTight(_ index: Int, _ limit: Int) -> Bool {
    guard index < limit, index > 0 else { return false }
    let gap =
      text.bytes[
        text.tokens[index - 1].span.upperBound..<text.tokens[index].span.lowerBound]
    return gap.count == 1 && (gap.first == 0x2F || gap.first == 0x2D)
  }

  // MARK: - Words

  /// "Summer 2014", "Fall of 2014", "Spring '09".
  private func season(_ months: ClosedRange<Int>, at index: Int, _ limit: Int) -> Moment? {
    guard text.tokens[index].traits.contains(.capitalized) else { return nil }
    var next = index + 1
    if next < limit, text.word(next) == "of" { next += 1 }
    guard next < limit, let year = fullYear(next) ?? markedYear(next),
      let first = CalendarDate(year: year, month: months.lowerBound),
      let last = CalendarDate(year: year, month: months.upperBound)
    else { return nil }
    return Moment(first: first, last: last, tokens: index..<next + 1, isSeason: true)
  }

  /// "juin 2015", "enero de 2015", "Mar-14".
  private func monthYear(_ month: Int, at index: Int, _ limit: Int) -> Moment? {
    var next = index + 1
    if next < limit, ["de", "del", "of"].contains(text.word(next)) { next += 1 }
    guard next < limit else { return nil }
    if let year = fullYear(next) ?? markedYear(next) {
      return CalendarDate(year: year, month: month)
        .map { Moment(first: $0, last: $0, tokens: index..<next + 1) }
    }
    guard isTight(next, limit), let year = shortYear(next) else { return nil }
    return CalendarDate(year: year, month: month)
      .map { Moment(first: $0, last: $0, tokens: index..<next + 1, isWeak: true) }
  }

  /// "June" in "June – August 2015": the year is that of the date behind the dash.
  private func shared(_ month: Int, at index: Int, _ next: DateReader.Found?) -> Moment? {
    guard let next, let last = next.date.month, (1...2).contains(next.tokens.lowerBound - index),
      text.tokens[index].traits.contains(.capitalized),
      joint(index + 1, next.tokens.lowerBound) == .mark
    else { return nil }
    let year = month <= last ? next.date.year : next.date.year - 1
    return CalendarDate(year: year, month: month)
      .map { Moment(first: $0, last: $0, tokens: index..<index + 1) }
  }

  private func fullYear(_ index: Int) -> Int? {
    guard text.tokens[index].span.count == 4, let year = Int(text.word(index)),
      (1950...2099).contains(year)
    else { return nil }
    return year
  }

  private func markedYear(_ index: Int) -> Int? {
    isApostrophe(before: index) ? shortYear(index) : nil
  }
}
