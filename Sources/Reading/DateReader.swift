package import Tokenization

/// Reads dates and ranges of dates from tokens, in the forms that postings and résumés use.
///
/// "March 3, 2026", "03 Mar 2026", "2026-03-03", "Sept 2015", "03/2019", "2019", and ranges of them:
/// "Mar 2018 – Present", "03/2019 - 11/2022", "2015 to 2021". Day and month in "03/04/2026" are told
/// apart only where one of them is above 12; else the month stands first, and the other reading is given
/// beside it.
package struct DateReader: Sendable {
  /// A date and the tokens it was read from.
  package struct Found: Sendable, Equatable {
    package let date: CalendarDate
    package let tokens: Range<Int>
    /// The other reading of "03/04/2026", with the day first.
    package var dayFirst: CalendarDate?

    package init(date: CalendarDate, tokens: Range<Int>, dayFirst: CalendarDate? = nil) {
      self.date = date
      self.tokens = tokens
      self.dayFirst = dayFirst
    }
  }

  /// A period; an open end is the present.
  package struct Period: Sendable, Equatable {
    package let start: CalendarDate
    /// Nil where the period goes on.
    package let end: CalendarDate?
    package let tokens: Range<Int>
  }

  private let text: [UInt8]
  private let tokens: [Token]

  package init(text: [UInt8], tokens: [Token]) {
    self.text = text
    self.tokens = tokens
  }

  /// The dates in a range of tokens, in order, not overlapping.
  package func dates(in range: Range<Int>) -> [Found] {
    var found: [Found] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let date = date(at: index, end: range.upperBound) {
        found.append(date)
        index = date.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// The periods in a range of tokens.
  package func periods(in range: Range<Int>) -> [Period] {
    var periods: [Period] = []
    let found = dates(in: range)
    var index = 0
    while index < found.count {
      let first = found[index]
      index += 1
      if let end = presentEnd(after: first.tokens.upperBound, limit: range.upperBound) {
        periods.append(
          Period(start: first.date, end: nil, tokens: first.tokens.lowerBound..<end))
      } else if index < found.count,
        isRange(first.tokens.upperBound, found[index].tokens.lowerBound),
        found[index].date >= first.date
          || (found[index].date.month == nil && found[index].date.year == first.date.year)
      {
        let last = found[index]
        let start = first.date
        periods.append(
          Period(
            start: start, end: last.date,
            tokens: first.tokens.lowerBound..<last.tokens.upperBound))
        index += 1
      }
    }
    return periods
  }

  // MARK: - One date

  private func date(at index: Int, end: Int) -> Found? {
    let first = text[Int(tokens[index].lower)]
    if first >= 0x30 && first <= 0x39 {
      return isoDate(index, end) ?? dayMonthYear(index, end) ?? slashed(index, end)
        ?? pointed(index) ?? yearAlone(index, end)
    }
    guard month(index) != nil else { return nil }
    return monthDayYear(index, end) ?? monthYear(index, end)
  }

  /// "2026-03-03", "2026-03".
  private func isoDate(_ index: Int, _ end: Int) -> Found? {
    guard let year = number(index, 1900...2099), index + 1 < end,
      tokens[index + 1].traits.contains(.joined), let month = number(index + 1, 1...12)
    else { return nil }
    if index + 2 < end, tokens[index + 2].traits.contains(.joined),
      let day = number(index + 2, 1...31),
      let date = CalendarDate(year: year, month: month, day: day)
    {
      return Found(date: date, tokens: index..<index + 3)
    }
    guard width(index + 1) == 2 else { return nil }
    return CalendarDate(year: year, month: month).map { Found(date: $0, tokens: index..<index + 2) }
  }

  /// "3 March 2026", "3rd of March 2026".
  private func dayMonthYear(_ index: Int, _ end: Int) -> Found? {
    guard let day = ordinal(index) else { return nil }
    let middle = index + 1 < end && word(index + 1) == "of" ? index + 2 : index + 1
    guard middle + 1 < end, let month = month(middle), let year = year(middle + 1),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    return Found(date: date, tokens: index..<middle + 2)
  }

  /// "March 3, 2026".
  private func monthDayYear(_ index: Int, _ end: Int) -> Found? {
    guard index + 2 < end, let month = month(index), let day = ordinal(index + 1),
      let year = number(index + 2, 1900...2099),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    return Found(date: date, tokens: index..<index + 3)
  }

  /// "Mar 2018", "March, 2018", "Mar '18".
  private func monthYear(_ index: Int, _ end: Int) -> Found? {
    guard index + 1 < end, let month = month(index), let year = year(index + 1) else { return nil }
    return CalendarDate(year: year, month: month).map { Found(date: $0, tokens: index..<index + 2) }
  }

  /// "24.12.2026", "03.2019": one token, the day first.
  private func pointed(_ index: Int) -> Found? {
    guard tokens[index].traits.contains(.number), (6...10).contains(width(index)) else {
      return nil
    }
    let parts = text[tokens[index].span].split(separator: 0x2E, omittingEmptySubsequences: false)
      .compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard (2...3).contains(parts.count), let year = parts.last else { return nil }
    let date =
      parts.count == 3
      ? CalendarDate(year: year, month: parts[1], day: parts[0])
      : CalendarDate(year: year, month: parts[0])
    return date.map { Found(date: $0, tokens: index..<index + 1) }
  }

  /// "03/2019", "03/04/2026", "24-12-2026".
  private func slashed(_ index: Int, _ end: Int) -> Found? {
    guard let first = number(index, 1...31), index + 1 < end, isTight(index + 1) else { return nil }
    if let year = number(index + 1, 1900...2099) {
      return CalendarDate(year: year, month: first)
        .map { Found(date: $0, tokens: index..<index + 2) }
    }
    guard index + 2 < end, isTight(index + 2), let second = number(index + 1, 1...31),
      let year = number(index + 2, 1900...2099) ?? shortYear(index + 2)
    else { return nil }
    let monthFirst = CalendarDate(year: year, month: first, day: second)
    let dayFirst = CalendarDate(year: year, month: second, day: first)
    return (monthFirst ?? dayFirst).map {
      Found(date: $0, tokens: index..<index + 3, dayFirst: dayFirst)
    }
  }

  /// The "26" of "16/11/26".
  private func shortYear(_ index: Int) -> Int? {
    width(index) == 2 ? number(index, 0...59).map { 2000 + $0 } : nil
  }

  private func yearAlone(_ index: Int, _ end: Int) -> Found? {
    guard width(index) == 4, let year = number(index, 1950...2099) else { return nil }
    // An amount of money, a share or a part of a longer number is no year.
    let before = tokens[index].lower > 0 ? text[Int(tokens[index].lower) - 1] : 0x20
    let after = Int(tokens[index].upper) < text.count ? text[Int(tokens[index].upper)] : 0x20
    guard ![0x24, 0x23, 0x2E].contains(before), ![0x25, 0x2B].contains(after) else { return nil }
    return CalendarDate(year: year).map { Found(date: $0, tokens: index..<index + 1) }
  }

  // MARK: - Ranges

  private static let present: Set<String> = [
    "present", "current", "currently", "now", "today", "ongoing", "date",
  ]

  /// The end of "– Present" after a date.
  private func presentEnd(after index: Int, limit: Int) -> Int? {
    for next in index..<min(index + 3, limit) {
      let word = word(next)
      if Self.present.contains(word) {
        return isRange(index, next) ? next + 1 : nil
      }
      guard ["to", "until", "till", "the", "-"].contains(word) else { return nil }
    }
    return nil
  }

  /// Whether what stands between two dates makes them a range: a dash, or "to".
  private func isRange(_ lower: Int, _ upper: Int) -> Bool {
    guard lower <= upper, upper - lower <= 2, lower > 0 else { return false }
    let words = (lower..<upper).map(word)
    if words.contains(where: { ["to", "until", "till", "through"].contains($0) }) { return true }
    guard words.isEmpty || words == ["the"] else { return false }
    let gap = text[Int(tokens[lower - 1].upper)..<Int(tokens[upper].lower)]
    return gap.count <= 12 && gap.contains { $0 == 0x2D || $0 >= 0x80 } && !gap.contains(0x0A)
  }

  // MARK: - Parts

  /// Names of months, and the number of each.
  private static let months: (names: TermSet, numbers: [Int]) = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    var terms = [Term(word: "sept")]
    var numbers = [9]
    for (index, name) in names.enumerated() {
      terms += [Term(word: name), Term(word: String(name.prefix(3)))]
      numbers += [index + 1, index + 1]
    }
    let set = TermSet(terms)
    // "May" is its own abbreviation: the set has it once.
    return (set, set.elements.map { term in numbers[terms.firstIndex(of: term) ?? 0] })
  }()

  private func month(_ index: Int) -> Int? {
    Self.months.names.place(of: tokens[index].term).map { Self.months.numbers[$0] }
  }

  /// "2018", or "'18" after a month.
  private func year(_ index: Int) -> Int? {
    if let year = number(index, 1900...2099) { return year }
    let lower = Int(tokens[index].lower)
    guard width(index) == 2, lower > 0, text[lower - 1] == 0x27 || text[lower - 1] == 0x99,
      let short = number(index, 0...99)
    else { return nil }
    return short < 50 ? 2000 + short : 1900 + short
  }

  /// "3", "03", "3rd".
  private func ordinal(_ index: Int) -> Int? {
    if let day = number(index, 1...31) { return day }
    // Digits only have no ending.
    guard !tokens[index].traits.contains(.number) else { return nil }
    let word = word(index)
    guard ["st", "nd", "rd", "th"].contains(where: word.hasSuffix) else { return nil }
    return Int(word.dropLast(2)).flatMap { (1...31).contains($0) ? $0 : nil }
  }

  private func number(_ index: Int, _ range: ClosedRange<Int>) -> Int? {
    guard tokens[index].traits.contains(.number), width(index) <= 4 else { return nil }
    var value = 0
    for byte in text[tokens[index].span] {
      guard byte >= 0x30 && byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte & 0x0F)
    }
    return range.contains(value) ? value : nil
  }

  private func width(_ index: Int) -> Int { tokens[index].span.count }

  /// Whether one slash, hyphen or point stands before a token.
  private func isTight(_ index: Int) -> Bool {
    let gap = text[Int(tokens[index - 1].upper)..<Int(tokens[index].lower)]
    return gap.count == 1 && [0x2F, 0x2D, 0x2E].contains(gap[gap.startIndex])
  }

  private func word(_ index: Int) -> String {
    String(decoding: text[tokens[index].span], as: UTF8.self).lowercased()
  }
}
