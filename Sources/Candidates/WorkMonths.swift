package import Reading

/// Counts the months of positions.
///
/// The first and the last month both count. A lone year as the start is its January; as the end it
/// is the December before it, so that "2015 – 2018" is 36 months, and its own December where the
/// position began in that year ("2019 – 2019" is 12 months). An open end is what the caller takes for
/// the present; no clock is read.
package struct WorkMonths: Sendable {
  /// The last month of positions that go on.
  let present: CalendarDate?

  package init(present: CalendarDate?) {
    self.present = present
  }

  /// The months that a period covers, as numbers since the year 0, half open.
  package func interval(from first: CalendarDate, to last: CalendarDate?) -> Range<Int> {
    let start = first.monthIndex
    guard let end = last ?? present else { return start..<start + 1 }
    let stop: Int
    if end.month != nil {
      stop = end.monthIndex + 1
    } else {
      stop = end.year <= first.year ? end.monthIndex + 12 : end.monthIndex
    }
    return start..<max(start + 1, stop)
  }

  /// How many months some intervals cover together.
  package static func union(_ intervals: [Range<Int>]) -> Int {
    var (months, reached) = (0, Int.min)
    for interval in intervals.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      months += max(0, interval.upperBound - max(interval.lowerBound, reached))
      reached = max(reached, interval.upperBound)
    }
    return months
  }
}
