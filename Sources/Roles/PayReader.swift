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

  struct Amount {
    var value: Double
    var currency: String?
    var isThousands: Bool
    var tokens: Range<Int>
  }

  static let periods: [(words: TermSet, period: Pay.Period)] = [
    (Term.words("hour hourly hr hrs ph p/h"), .hour), (Term.words("day daily diem"), .day),
    (Term.words("month monthly pcm"), .month),
    (Term.words("year yr annum annual annually yearly pa p.a"), .year),
  ]
  static let joints = Term.words("to and")
  /// How many words before an amount may name its period.
  static let reach = 60
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

  static let dollar = "$"
  private static let dollarCountries = [
    "CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD",
  ]

  private static func guess(_ amount: Double) -> Pay.Period {
    amount < 250 ? .hour : amount < 1_000 ? .day : amount < 12_000 ? .month : .year
  }
}
