package import Tokenization

/// How many years of something a sentence asks for or states.
package struct Years: Sendable, Equatable {
  package let minimum: Int
  /// The upper end of "3–5 years".
  package let maximum: Int?
  package let tokens: Range<Int>
}

/// Reads "4+ years", "at least three years", "3–5 years", "two or more years"; twelve months are a year.
package struct YearsReader: Sendable {
  private static let words = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen",
  ]
  private static let months = Term.words("months")
  /// Without one of these nothing is found.
  package static let units = Term.words("year years yrs yr months")
  /// Words between a number and its unit: "5 or more years", "3 to 5 years", "2 full years".
  private static let fillers: Set<String> = [
    "or", "more", "plus", "to", "full", "and", "minimum", "than", "s",
  ]
  /// Words before the number that make it no amount of experience: "every two years".
  private static let blockers: Set<String> = ["every", "past", "last", "next", "age", "over"]
  /// Words after the unit that do the same: "two years old", "three years ago".
  private static let enders: Set<String> = ["old", "ago", "term", "contract", "plan"]

  private let text: [UInt8]
  private let tokens: [Token]

  package init(text: [UInt8], tokens: [Token]) {
    self.text = text
    self.tokens = tokens
  }

  /// The years named in a range of tokens.
  package func years(in range: Range<Int>) -> [Years] {
    var found: [Years] = []
    let units = Self.units
    for unit in range where units.contains(tokens[unit].term) {
      if unit + 1 < range.upperBound, Self.enders.contains(word(unit + 1)) { continue }
      if let years = years(
        before: unit, from: max(range.lowerBound, found.last?.tokens.upperBound ?? 0))
      {
        found.append(years)
      }
    }
    return found
  }

  private func years(before unit: Int, from start: Int) -> Years? {
    var numbers: [Int] = []
    var index = unit - 1
    while index >= start, unit - index <= 6 {
      if let number = number(index) {
        numbers.insert(number, at: 0)
        if numbers.count == 2 { break }
      } else if !Self.fillers.contains(word(index)) {
        break
      }
      index -= 1
    }
    if isMonths(unit) {
      numbers = numbers.filter { $0 >= 12 }.map { $0 / 12 }
    } else if numbers.isEmpty, isOne(unit, from: start) {
      return Years(minimum: 1, maximum: nil, tokens: unit - 1..<unit + 1)
    }
    guard let first = numbers.first else { return nil }
    let lower = max(start, numbers.count == 2 ? index : index + 1)
    if lower > start, Self.blockers.contains(word(lower - 1)) {
      // "over 5 years of experience" is an amount, "over the past 5 years" is none.
      guard word(lower - 1) == "over" else { return nil }
    }
    if lower > start + 1, word(lower - 1) == "the" || Self.blockers.contains(word(lower - 2)) {
      return nil
    }
    let maximum = numbers.count == 2 && numbers[1] > first ? numbers[1] : nil
    return Years(minimum: first, maximum: maximum, tokens: lower..<unit + 1)
  }

  private func isMonths(_ index: Int) -> Bool {
    Self.months.contains(tokens[index].term)
  }

  /// "a year as a chef", "a year of practice".
  private func isOne(_ unit: Int, from start: Int) -> Bool {
    unit > start && word(unit - 1) == "a" && unit + 1 < tokens.count
      && ["as", "of", "in", "working", "experience"].contains(word(unit + 1))
  }

  private func number(_ index: Int) -> Int? {
    let word = word(index)
    if tokens[index].traits.contains(.number) {
      return Int(word).flatMap { (0...40).contains($0) ? $0 : nil }
        ?? Double(word).flatMap { (0...40).contains($0) ? Int($0) : nil }
    }
    return Self.words.firstIndex(of: word).map { $0 + 1 }
  }

  private func word(_ index: Int) -> String {
    String(decoding: text[tokens[index].span], as: UTF8.self).lowercased()
  }
}
