/// A day, a month or a year of the Gregorian calendar, as precise as a text gives it.
public struct CalendarDate: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  /// 1900–2099.
  public let year: Int
  /// 1–12, or nil where only the year is known.
  public let month: Int?
  /// 1–31, or nil where only the month is known.
  public let day: Int?

  /// A date; nil where the numbers are none.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1900...2099).contains(year) else { return nil }
    if let month, !(1...12).contains(month) { return nil }
    if let day {
      guard let month, (1...Self.days(in: month, of: year)).contains(day) else { return nil }
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads "2026", "2026-03" or "2026-03-03".
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...3).contains(parts.count), !parts.contains(nil), let year = parts[0] else {
      return nil
    }
    self.init(
      year: year, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
  }

  /// "2026", "2026-03" or "2026-03-03".
  public var description: String {
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return ([String(year)] + [month, day].compactMap { $0 }.map(padded)).joined(separator: "-")
  }

  /// Months since the year 0, taking a lone year as its January.
  package var monthIndex: Int { year * 12 + (month ?? 1) - 1 }

  /// Whether one date comes before another; a lone year is its January.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.monthIndex, left.day ?? 0) < (right.monthIndex, right.day ?? 0)
  }

  /// Reads the text form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let date = CalendarDate(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date")
    }
    self = date
  }

  /// Writes the text form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }
}
