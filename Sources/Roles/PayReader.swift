import Documents
import Reading
import Tokenization

/// Reads ranges of pay: "USD $106,400 - $203,600 per year", "£31,000–£37,500", "€24.50 an hour",
/// "$106K - $222K", each with the places that its sentence names before it.
struct PayReader {
  let role: RoleText

  /// A range as it stands in a sentence.
  struct Found {
    var range: Pay.Range
    var currency: String
    var period: Pay.Period?
    var places: [Place]
    /// Whether it stands in the posting's own text and not in the site's header.
    var isInBody: Bool
  }

  private struct Amount {
    var value: Double
    var currency: String?
    var tokens: Range<Int>
  }

  private static let periods: [(words: TermSet, period: Pay.Period)] = [
    (Term.words("hour hourly hr"), .hour), (Term.words("day daily"), .day),
    (Term.words("month monthly"), .month),
    (Term.words("year yr annum annual annually yearly pa"), .year),
  ]
  private static let joints = Term.words("to and")
  private static let extras = Term.words(
    """
    bonus tip differential reimbursement tuition match allowance voucher turnover revenue sales \
    budget median average stipend fee fees overtime premium funding raised
    """)

  /// The ranges of a sentence.
  func ranges(in sentence: Range<Int>, isInBody: Bool) -> [Found] {
    let amounts = amounts(in: sentence)
    var found: [Found] = []
    var index = 0
    var clauseStart = sentence.lowerBound
    while index < amounts.count {
      let first = amounts[index]
      let pair = index + 1 < amounts.count && isPair(first, amounts[index + 1])
      let last = pair ? amounts[index + 1] : first
      index += pair ? 2 : 1
      defer { clauseStart = last.tokens.upperBound }
      guard let currency = first.currency ?? last.currency else { continue }
      let period = period(after: last.tokens.upperBound, in: sentence)
      let clause = clauseStart..<last.tokens.upperBound
      // "plus $4.50 an hour night differential" names itself behind the amount.
      let next = index < amounts.count ? amounts[index].tokens.lowerBound : sentence.upperBound
      let behind = last.tokens.upperBound..<min(last.tokens.upperBound + 5, next)
      let isExtra = !pair && role.contains(behind, anyOf: Self.extras)
      if isExtra || role.contains(clause, anyOf: Self.extras) { continue }
      guard let (low, high) = plausible(first.value, last.value, period, isPair: pair) else {
        continue
      }
      let places = role.knowledge.gazetteer.places(in: role.tokens, clause, text: role.text)
      let names = places.filter {
        $0.place.city != nil || $0.place.metro != nil || $0.place.region != nil
      }
      found.append(
        Found(
          range: Pay.Range(
            minimum: low, maximum: high,
            place: names.isEmpty ? nil : names.map(\.place.text).joined(separator: "; "),
            quote: role.words(first.tokens.lowerBound..<endOfQuote(last, sentence))),
          currency: currency, period: period, places: names.map(\.place), isInBody: isInBody))
    }
    return found
  }

  /// The pay of the role, from all ranges and the role's places.
  static func pay(from found: [Found], places: [Place]) -> Pay? {
    let body = found.filter(\.isInBody)
    let candidates = body.isEmpty ? found : body
    guard let first = candidates.first else { return nil }
    let same = candidates.filter { $0.currency == first.currency }
    let own = same.first { range in
      range.places.contains { place in places.contains { $0.meets(place) } }
    }
    let chosen = own ?? same.first { $0.places.isEmpty } ?? first
    var ranges: [Pay.Range] = []
    for range in same.map(\.range) where !ranges.contains(where: { $0 == range }) {
      ranges.append(range)
    }
    return Pay(
      currency: chosen.currency,
      period: chosen.period ?? same.compactMap(\.period).first ?? guess(chosen.range.maximum),
      minimum: chosen.range.minimum, maximum: chosen.range.maximum, quote: chosen.range.quote,
      ranges: ranges)
  }

  private static func guess(_ amount: Double) -> Pay.Period {
    amount < 250 ? .hour : amount < 1_000 ? .day : amount < 12_000 ? .month : .year
  }

  // MARK: - Amounts

  private func amounts(in sentence: Range<Int>) -> [Amount] {
    var amounts: [Amount] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      if let amount = amount(at: index, sentence, previous: amounts.last) {
        amounts.append(amount)
        index = amount.tokens.upperBound
      } else {
        index += 1
      }
    }
    return amounts
  }

  private func amount(at index: Int, _ sentence: Range<Int>, previous: Amount?) -> Amount? {
    let first = role.text[Int(role.tokens[index].lower)]
    guard first >= 0x30 && first <= 0x39 else { return nil }
    let tokens = numberTokens(at: index, sentence)
    let spelling = String(decoding: role.text[role.tokenized.span(of: tokens)], as: UTF8.self)
    let isThousands = spelling.hasSuffix("k") || spelling.hasSuffix("K")
    let digits = (isThousands ? spelling.dropLast() : Substring(spelling)).filter { $0 != "," }
    guard let number = Double(digits), spelling.first?.isNumber ?? false else { return nil }
    let currency =
      currency(before: index) ?? currencyCode(index - 1, sentence)
      ?? currencyCode(tokens.upperBound, sentence)
    let follows = previous.map {
      $0.tokens.upperBound == index || $0.tokens.upperBound == index - 1
    }
    guard currency != nil || follows == true else { return nil }
    var value = isThousands ? number * 1000 : number
    // "$106K - 222": the unit of the first amount.
    if currency == nil, let previous, value < 1000, previous.value >= 10_000 { value *= 1000 }
    return Amount(value: value, currency: currency, tokens: tokens)
  }

  /// The tokens of one number: commas between thousands part it.
  private func numberTokens(at index: Int, _ sentence: Range<Int>) -> Range<Int> {
    var end = index + 1
    while end < sentence.upperBound, role.tokens[index].traits.contains(.number),
      role.gap(before: end).elementsEqual([0x2C]),
      role.text[role.tokens[end].span].prefix(while: { $0 >= 0x30 && $0 <= 0x39 }).count == 3
    { end += 1 }
    return index..<end
  }

  private func currency(before index: Int) -> String? {
    let lower = Int(role.tokens[index].lower)
    let gap = role.text[max(0, lower - 5)..<lower]
    let trimmed = gap.reversed().drop { $0 == 0x20 }
    if trimmed.first == 0x24 {
      let letters = trimmed.dropFirst().prefix(2).prefix { (0x41...0x5A).contains($0) }.reversed()
      return Self.dollars[String(decoding: letters, as: UTF8.self)] ?? "USD"
    }
    let last = Array(trimmed.prefix(3))
    if last.starts(with: [0xA3, 0xC2]) { return "GBP" }
    if last == [0xAC, 0x82, 0xE2] { return "EUR" }
    return last == [0xB9, 0x82, 0xE2] ? "INR" : nil
  }

  /// What stands before the dollar sign: "CA$74,500".
  private static let dollars = [
    "CA": "CAD", "C": "CAD", "AU": "AUD", "A": "AUD", "NZ": "NZD", "S": "SGD",
  ]
  private static let codes: Set<String> = [
    "USD", "EUR", "GBP", "CAD", "AUD", "INR", "CHF", "NZD", "SEK", "NOK", "DKK", "PLN", "JPY",
    "SGD",
  ]

  private func currencyCode(_ index: Int, _ sentence: Range<Int>) -> String? {
    guard sentence.contains(index) else { return nil }
    let word = String(decoding: role.text[role.tokens[index].span], as: UTF8.self)
    return Self.codes.contains(word) ? word : nil
  }

  /// Whether two amounts are the ends of one range: a dash or "to" between them.
  private func isPair(_ first: Amount, _ second: Amount) -> Bool {
    let between = first.tokens.upperBound..<second.tokens.lowerBound
    guard between.count <= 2 else { return false }
    let gap = role.text[
      Int(
        role.tokens[first.tokens.upperBound - 1].upper)..<Int(
          role.tokens[second.tokens.lowerBound].lower)]
    let isDash = gap.contains(0x2D) || gap.contains { $0 == 0x93 || $0 == 0x94 }
    let isWord = between.contains { Self.joints.contains(role.tokens[$0].term) }
    return second.value >= first.value && (isDash || isWord)
  }

  private func period(after index: Int, in sentence: Range<Int>) -> Pay.Period? {
    for next in index..<min(index + 6, sentence.upperBound) {
      for (words, period) in Self.periods where words.contains(role.tokens[next].term) {
        return period
      }
    }
    return Self.periods.first { role.contains(sentence.lowerBound..<index, anyOf: $0.words) }?
      .period
  }

  private func plausible(
    _ first: Double, _ last: Double, _ period: Pay.Period?, isPair: Bool
  ) -> (Double, Double)? {
    let limits: ClosedRange<Double> =
      switch period {
      case .hour: 3...1_000
      case .day: 30...10_000
      case .month: 300...100_000
      case .year: 5_000...5_000_000
      case nil: isPair ? 8...5_000_000 : 15_000...5_000_000
      }
    return limits.contains(first) && limits.contains(last) ? (first, last) : nil
  }

  private func endOfQuote(_ last: Amount, _ sentence: Range<Int>) -> Int {
    for next in last.tokens.upperBound..<min(last.tokens.upperBound + 3, sentence.upperBound) {
      if Self.periods.contains(where: { $0.words.contains(role.tokens[next].term) }) {
        return next + 1
      }
    }
    return last.tokens.upperBound
  }
}
