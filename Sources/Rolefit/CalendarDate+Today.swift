import Foundation
package import Reading

extension CalendarDate {
  /// Today, in the system's time zone: for a command or a service, where nobody gives a day.
  ///
  /// The engine never asks for it.
  package static var today: CalendarDate {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day], from: Date())
    guard let date = CalendarDate(year: parts.year ?? 0, month: parts.month, day: parts.day)
    else { preconditionFailure("the clock stands at \(parts)") }
    return date
  }
}
