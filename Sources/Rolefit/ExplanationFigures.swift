import Reading
package import Roles

/// Numbers as the page and the terminal show them: without a locale, the same on any machine, and for any value.
package enum ExplanationFigures {
  /// "0.1374"; "–" for what is no number.
  package static func score(_ value: Double) -> String {
    fixed(value, digits: 4)
  }

  /// "13.7 %" of a share of 0 to 1.
  package static func percent(_ share: Double) -> String {
    let text = fixed(share * 100, digits: share < 0.0995 ? 1 : 0)
    return text == "–" ? text : text + "\u{202F}%"
  }

  /// A number of at most four digits behind the point.
  private static func fixed(_ value: Double, digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "–" }
    let scale = [1, 10, 100, 1_000, 10_000][digits]
    let scaled = Int((abs(value) * Double(scale)).rounded())
    let sign = value < 0 && scaled > 0 ? "−" : ""
    guard digits > 0 else { return sign + String(scaled) }
    let rest = String(scaled % scale)
    return sign + "\(scaled / scale)." + String(repeating: "0", count: digits - rest.count) + rest
  }

  /// "5 years 2 months", "8 months".
  package static func duration(months: Int) -> String {
    let months = max(0, months)
    let parts = [(months / 12, "year"), (months % 12, "month")]
      .filter { $0.0 > 0 }.map { count($0.0, $0.1) }
    return parts.isEmpty ? "0 months" : parts.joined(separator: " ")
  }

  /// "1 year", "4 years", which no line breaks.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number)\u{A0}\(noun)\(number == 1 ? "" : "s")"
  }

  /// "USD 158,400–258,000 a year", "USD from 32 an hour".
  package static func pay(_ pay: Pay) -> String {
    let range =
      switch (pay.minimum, pay.maximum) {
      case (let low?, let high?): low == high ? amount(low) : "\(amount(low))–\(amount(high))"
      case (let low?, nil): "from \(amount(low))"
      case (nil, let high?): "up to \(amount(high))"
      case (nil, nil): "unknown"
      }
    let article = pay.period == .hour ? "an" : "a"
    return "\(pay.currency) \(range) \(article) \(pay.period.rawValue)"
  }

  private static func amount(_ value: Double) -> String {
    let text = fixed(value, digits: 2)
    let parts = text.split(separator: ".").map(String.init)
    guard parts.count == 2 else { return text }
    var digits = parts[0]
    var grouped = ""
    while digits.count > 3 {
      grouped = "," + digits.suffix(3) + grouped
      digits = String(digits.dropLast(3))
    }
    return digits + grouped + (parts[1] == "00" ? "" : "." + parts[1])
  }
}
