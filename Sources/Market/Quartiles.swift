/// Where the middle of some amounts is, and how far they spread.
///
/// A quantile p of n sorted amounts is the one at place (n − 1)·p, counted from 0; between two places it
/// is interpolated linearly. That is the "inclusive" definition of spreadsheets, number 7 of Hyndman
/// and Fan (1996): of 10, 20, 30, 40 the lower quartile is 17.5, the median 25, the upper quartile 32.5.
/// Results are rounded to whole amounts.
package struct Quartiles: Codable, Hashable, Sendable {
  /// A tenth of the amounts lies below.
  package var tenth: Int
  /// A quarter lies below.
  package var lower: Int
  /// Half lies below.
  package var median: Int
  /// A quarter lies above.
  package var upper: Int
  /// A tenth lies above.
  package var ninetieth: Int

  /// The least number of amounts that have quartiles: of fewer, each would be somebody's pay.
  package static let least = 5

  /// The quartiles of amounts in any order; nil of fewer than `least`.
  package init?(_ amounts: [Int]) {
    guard amounts.count >= Self.least else { return nil }
    let sorted = amounts.sorted()
    tenth = Self.quantile(0.1, of: sorted)
    lower = Self.quantile(0.25, of: sorted)
    median = Self.quantile(0.5, of: sorted)
    upper = Self.quantile(0.75, of: sorted)
    ninetieth = Self.quantile(0.9, of: sorted)
  }

  static func quantile(_ share: Double, of sorted: [Int]) -> Int {
    let place = Double(sorted.count - 1) * share
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    let low = Double(sorted[below])
    return Int((low + (Double(sorted[above]) - low) * (place - Double(below))).rounded())
  }
}
