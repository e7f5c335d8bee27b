package import Roles

/// What a role pays a year, as figures use it.
///
/// A range is its middle. Hours, days and months are made a year's by `Pay.Period.perYear`, as if the
/// work were full-time. Amounts of two currencies are never compared.
package enum YearlyPay: Hashable, Sendable {
  /// The posting names no pay.
  case none
  /// It names one end only, "from 30,000"; neither end is the middle.
  case open(currency: String)
  /// What was read cannot be a year's pay, as an hourly wage that stands as a yearly one.
  case unlikely(currency: String)
  /// A year's pay, in whole units of the currency.
  case yearly(currency: String, amount: Int)

  /// What a filter calls the state.
  package enum State: String, Sendable, CaseIterable {
    case none, open, unlikely, yearly
  }

  /// The yearly pay of a role.
  package init(_ pay: Pay?) {
    guard let pay else {
      self = .none
      return
    }
    guard let minimum = pay.minimum, let maximum = pay.maximum else {
      self = pay.minimum == nil && pay.maximum == nil ? .none : .open(currency: pay.currency)
      return
    }
    let middle = ((minimum + maximum) / 2 * pay.period.perYear).rounded()
    let isOrdered = minimum <= maximum && maximum <= Self.widest * max(minimum, 1)
    if isOrdered, Self.likely(pay.currency).contains(middle) {
      self = .yearly(currency: pay.currency, amount: Int(middle))
    } else {
      self = .unlikely(currency: pay.currency)
    }
  }

  /// The state.
  package var state: State {
    switch self {
    case .none: .none
    case .open: .open
    case .unlikely: .unlikely
    case .yearly: .yearly
    }
  }

  /// The currency, where there is pay.
  package var currency: String? {
    switch self {
    case .none: nil
    case .open(let currency), .unlikely(let currency), .yearly(let currency, _): currency
    }
  }

  /// A year's pay, where it is known.
  package var amount: Int? {
    if case .yearly(_, let amount) = self { return amount }
    return nil
  }

  /// How many times the least the most of a range may be; "$15–$150,000" is no range.
  private static let widest = 10.0

  /// What a full year may pay.
  ///
  /// Less than the first is no full-time wage where the currency is paid in: it is a bonus, or an hourly
  /// wage that stands as a yearly one. Of other currencies nothing is known but that pay is positive and
  /// countable.
  private static func likely(_ currency: String) -> ClosedRange<Double> {
    switch currency {
    case "AUD", "CAD", "CHF", "GBP", "NZD", "SGD", "USD": 12_000...1_000_000
    case "EUR": 6_000...1_000_000
    default: 1...1e12
    }
  }
}
