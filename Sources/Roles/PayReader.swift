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
    var source: Source
  }

  /// Where a range stands, the surest first: in the posting's own text, in the header that the site
  /// makes, among the benefits.
  enum Source: Int, Comparable {
    case body, header, benefits

    static func < (left: Source, right: Source) -> Bool { left.rawValue < right.rawValue }
  }

  private struct Amount {
    var value: Double
    var currency: String?
    var isThousands: Bool
    var tokens: Range<Int>
  }

  private static let periods: [(words: TermSet, period: Pay.Period)] = [
    (Term.words("hour hourly hr hrs ph p/h"), .hour), (Term.words("day daily diem"), .day),
    (Term.words("month monthly pcm"), .month),
    (Term.words("year yr annum annual annually yearly pa p.a"), .year),
  ]
  private static let joints = Term.words("to and")
  /// How many words before an amount may name its period.
  private static let reach = 60
  /// What is paid beside the base, by the words that name it.
  private static let extras: [(words: TermSet, kind: Pay.Extra.Kind)] = [
    (Term.words("ote target"), .onTarget), (Term.words("commission"), .commission),
    (Term.words("bonus signing incentive tip"), .bonus),
    (Term.words("equity option options rsu shares"), .equity),
    (Term.words("overtime differential premium"), .overtime),
    (
      Term.words("reimbursement tuition match allowance voucher stipend uplift supplement"),
      .allowance
    ),
  ]
  /// Amounts that are nobody's pay.
  private static let foreign = Term.words(
    """
    turnover revenue sales budget median average fee fees funding raised raise valuation series \
    seed arr grant grants assets portfolio capital donation saved savings million billion deposit \
    contract contracts
    """)
  private static let openings = Term.words("from starting starts minimum least")

  /// What a sentence gives: ranges, and what is paid beside them.
  func read(in sentence: Range<Int>, source: Source) -> (ranges: [Found], extras: [Pay.Extra]) {
    let amounts = amounts(in: sentence)
    var found: [Found] = []
    var extras: [Pay.Extra] = []
    var index = 0
    var clauseStart = sentence.lowerBound
    while index < amounts.count {
      let first = amounts[index]
      let pair = index + 1 < amounts.count && isPair(first, amounts[index + 1])
      let last = pair ? amounts[index + 1] : first
      // "$170–225k": the unit of the second amount.
      let low = pair && last.isThousands && first.value < 1_000 ? first.value * 1_000 : first.value
      index += pair ? 2 : 1
      defer { clauseStart = last.tokens.upperBound }
      guard let currency = first.currency ?? last.currency else { continue }
      // "plus $4.50 an hour night differential" names itself behind the amount.
      let next = index < amounts.count ? amounts[index].tokens.lowerBound : sentence.upperBound
      let clause = clauseStart..<last.tokens.upperBound
      let room = last.tokens.upperBound..<min(last.tokens.upperBound + 5, next)
      let behind = room.lowerBound..<joint(in: room)
      let near = behind.clamped(to: behind.lowerBound..<behind.lowerBound + 2)
      if role.contains(clause, anyOf: Self.foreign) || role.contains(near, anyOf: Self.foreign) {
        continue
      }
      if let kind = extra(clause, pair ? near : behind) {
        let quote = clauseStart..<min(behind.upperBound, last.tokens.upperBound + 3)
        extras.append(Pay.Extra(kind: kind, quote: role.words(quote)))
        continue
      }
      let period = period(after: last.tokens.upperBound, in: sentence)
      guard plausible(low, last.value, period, isPair: pair) else { continue }
      let places = role.places(in: clause)
      let names = places.filter {
        $0.place.city != nil || $0.place.metro != nil || $0.place.region != nil
      }
      let ends = pair ? (low, last.value) : ends(of: first, in: clause)
      // "… + equity" behind a range is paid beside it.
      let beside = behind.upperBound..<room.upperBound
      if let kind = extra(beside, beside) {
        extras.append(Pay.Extra(kind: kind, quote: role.words(beside)))
      }
      found.append(
        Found(
          range: Pay.Range(
            minimum: ends.minimum, maximum: ends.maximum,
            place: names.isEmpty ? nil : names.map(\.place.text).joined(separator: "; "),
            quote: role.words(first.tokens.lowerBound..<endOfQuote(last, sentence))),
          currency: currency, period: period, places: names.map(\.place),
          source: pair && source == .benefits ? .body : source))
    }
    return (found, extras)
  }

  /// The kind of extra that the words before or behind an amount name.
  private func extra(_ clause: Range<Int>, _ behind: Range<Int>) -> Pay.Extra.Kind? {
    return Self.extras.first {
      role.contains(behind, anyOf: $0.words)
        || role.contains(clause, anyOf: $0.words)
    }?.kind
  }

  /// Where something else begins behind an amount: at a plus sign, a comma, "plus" or "and".
  private func joint(in range: Range<Int>) -> Int {
    for index in range {
      let gap = role.gap(before: index)
      if gap.contains(where: { [0x2B, 0x2C, 0x3B, 0x28].contains($0) })
        || role.isSpelt(index, "plus") || role.isSpelt(index, "and")
      {
        return index
      }
    }
    return range.upperBound
  }

  /// The ends that one amount gives; it is both, unless it says "from", "up to" or "+".
  private func ends(
    of first: Amount, in clause: Range<Int>
  ) -> (minimum: Double?, maximum: Double?) {
    let before = max(clause.lowerBound, first.tokens.lowerBound - 2)..<first.tokens.lowerBound
    let words = role.tokens[before].map(\.term)
    if words == [Term(word: "up"), Term(word: "to")] { return (nil, first.value) }
    let end = Int(role.tokens[first.tokens.upperBound - 1].upper)
    let isOpen = end < role.text.count && role.text[end] == 0x2B
    if isOpen || words.contains(where: Self.openings.contains) { return (first.value, nil) }
    return (first.value, first.value)
  }

  /// The pay of the role, from all ranges and the role's places.
  static func pay(from found: [Found], extras: [Pay.Extra], places: [Place]) -> Pay? {
    let best = found.map(\.source).min()
    let candidates = found.filter { $0.source == best }
    guard let first = candidates.first else { return nil }
    let code = { (found: Found) in currency(found.currency, places: places) }
    let same = candidates.filter { code($0) == code(first) }
    let own = same.first { range in
      range.places.contains { place in places.contains { $0.meets(place) } }
    }
    let chosen = own ?? same.first { $0.places.isEmpty } ?? first
    var ranges: [Pay.Range] = []
    for range in same.map(\.range) where !ranges.contains(where: { $0 == range }) {
      ranges.append(range)
    }
    return Pay(
      currency: code(chosen),
      period: chosen.period ?? same.compactMap(\.period).first
        ?? guess(chosen.range.maximum ?? chosen.range.minimum ?? 0),
      minimum: chosen.range.minimum, maximum: chosen.range.maximum, quote: chosen.range.quote,
      ranges: ranges, extras: extras)
  }

  /// A dollar is that of the role's country.
  private static func currency(_ read: String, places: [Place]) -> String {
    guard read == Self.dollar else { return read }
    return places.compactMap(\.country).first.flatMap { Self.dollarCountries[$0] } ?? "USD"
  }

  private static let dollar = "$"
  private static let dollarCountries = [
    "CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD",
  ]

  private static func guess(_ amount: Double) -> Pay.Period {
    amount < 250 ? .hour : amount < 1_000 ? .day : amount < 12_000 ? .month : .year
  }

  // MARK: - Amounts

  private func amounts(in sentence: Range<Int>) -> [Amount] {
    var amounts: [Amount] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let first = role.text[Int(role.tokens[index].lower)]
      guard first >= 0x30 && first <= 0x39 else {
        index += 1
        continue
      }
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
    let tokens = numberTokens(at: index, sentence)
    let currency =
      currency(before: index) ?? currencyCode(index - 1, sentence)
      ?? currencyCode(tokens.upperBound, sentence)
    let follows = previous.map {
      $0.tokens.upperBound == index || $0.tokens.upperBound == index - 1
    }
    guard currency != nil || follows == true else { return nil }
    let spelling = String(decoding: role.text[role.tokenized.span(of: tokens)], as: UTF8.self)
    let isThousands = spelling.hasSuffix("k") || spelling.hasSuffix("K")
    let digits = (isThousands ? spelling.dropLast() : Substring(spelling))
      .filter { ![",", "'", "’"].contains($0) }
    guard let number = Double(digits), spelling.first?.isNumber ?? false else { return nil }
    var value = isThousands ? number * 1000 : number
    // "$106K - 222": the unit of the first amount.
    if currency == nil, let previous, value < 1000, previous.value >= 10_000 { value *= 1000 }
    return Amount(
      value: value, currency: currency, isThousands: isThousands, tokens: tokens)
  }

  /// The tokens of one number: commas between thousands part it.
  private func numberTokens(at index: Int, _ sentence: Range<Int>) -> Range<Int> {
    var end = index + 1
    while end < sentence.upperBound, role.tokens[index].traits.contains(.number),
      [[0x2C], [0x27], [0xE2, 0x80, 0x99]].contains(where: role.gap(before: end).elementsEqual),
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
      return Self.dollars[String(decoding: letters, as: UTF8.self)] ?? Self.dollar
    }
    let last = Array(trimmed.prefix(3))
    if last.starts(with: [0xA3, 0xC2]) { return "GBP" }
    if last == [0xAC, 0x82, 0xE2] { return "EUR" }
    return last == [0xB9, 0x82, 0xE2] ? "INR" : nil
  }

  /// What stands before the dollar sign: "CA$74,500".
  private static let dollars = [
    "CA": "CAD", "C": "CAD", "AU": "AUD", "A": "AUD", "NZ": "NZD", "S": "SGD", "US": "USD",
  ]
  private static let codes: Set<String> = [
    "USD", "EUR", "GBP", "CAD", "AUD", "INR", "CHF", "NZD", "SEK", "NOK", "DKK", "PLN", "JPY",
    "SGD", "AED", "SAR", "QAR", "ZAR", "BRL", "MXN", "HKD", "CNY", "KRW", "MYR", "PHP", "ILS",
    "CZK",
    "HUF", "RON", "THB",
  ]

  private func currencyCode(_ index: Int, _ sentence: Range<Int>) -> String? {
    guard sentence.contains(index), role.tokens[index].traits.contains(.uppercase),
      role.tokens[index].span.count == 3
    else { return nil }
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
    let isDash =
      gap.contains(0x2D) || gap.contains(0x7E) || gap.contains { $0 == 0x93 || $0 == 0x94 }
    let isWord = between.contains { Self.joints.contains(role.tokens[$0].term) }
    let isOrdered = second.value >= first.value
    return isOrdered && (isDash || isWord)
  }

  private func period(after index: Int, in sentence: Range<Int>) -> Pay.Period? {
    for next in index..<min(index + 6, sentence.upperBound) {
      for (words, period) in Self.periods where words.contains(role.tokens[next].term) {
        return period
      }
    }
    let before = max(sentence.lowerBound, index - Self.reach)..<index
    return Self.periods.first { role.contains(before, anyOf: $0.words) }?.period
  }

  private func plausible(
    _ first: Double, _ last: Double, _ period: Pay.Period?, isPair: Bool
  ) -> Bool {
    let limits: ClosedRange<Double> =
      switch period {
      case .hour: 3...1_000
      case .day: 30...10_000
      case .month: 300...100_000
      case .year: 5_000...5_000_000
      case nil where isPair: 8...5_000_000
      // "Days: £8.72": pence are written of hourly rates.
      case nil where first < 200 && first != first.rounded(): 5...200
      case nil: 15_000...5_000_000
      }
    return limits.contains(first) && limits.contains(last)
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
