import Documents
import Reading
import Tokenization

extension PayReader {
  // MARK: - Amounts

  func amounts(in sentence: Range<Int>) -> [Amount] {
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
      partsThousands(role.gap(before: end)),
      role.text[role.tokens[end].span].prefix(while: { $0 >= 0x30 && $0 <= 0x39 }).count == 3
    { end += 1 }
    return index..<end
  }

  /// A comma, or an apostrophe of either kind.
  private func partsThousands(_ gap: ArraySlice<UInt8>) -> Bool {
    gap.count == 1 ? gap.first == 0x2C || gap.first == 0x27 : gap.elementsEqual("’".utf8)
  }

  private func currency(before index: Int) -> String? {
    let lower = Int(role.tokens[index].lower)
    let gap = role.text[max(0, lower - 5)..<lower]
    guard let end = gap.lastIndex(where: { $0 != 0x20 }) else { return nil }
    let trimmed = gap[...end]
    switch gap[end] {
    case 0x24:
      let letters = trimmed.dropLast().suffix(2)
      let start = letters.lastIndex { !(0x41...0x5A).contains($0) }.map { $0 + 1 }
      return Self.dollars[
        String(decoding: letters[(start ?? letters.startIndex)...], as: UTF8.self)] ?? Self.dollar
    case 0xA3: return trimmed.suffix(2).elementsEqual("£".utf8) ? "GBP" : nil
    case 0xAC: return trimmed.suffix(3).elementsEqual("€".utf8) ? "EUR" : nil
    case 0xB9: return trimmed.suffix(3).elementsEqual("₹".utf8) ? "INR" : nil
    default: return nil
    }
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
  func isPair(_ first: Amount, _ second: Amount) -> Bool {
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

  func period(after index: Int, in sentence: Range<Int>) -> Pay.Period? {
    for next in index..<min(index + 6, sentence.upperBound) {
      for (words, period) in Self.periods where words.contains(role.tokens[next].term) {
        return period
      }
    }
    let before = max(sentence.lowerBound, index - Self.reach)..<index
    return Self.periods.first { role.contains(before, anyOf: $0.words) }?.period
  }

  func plausible(
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

  func endOfQuote(_ last: Amount, _ sentence: Range<Int>) -> Int {
    for next in last.tokens.upperBound..<min(last.tokens.upperBound + 3, sentence.upperBound) {
      if Self.periods.contains(where: { $0.words.contains(role.tokens[next].term) }) {
        return next + 1
      }
    }
    return last.tokens.upperBound
  }
}
