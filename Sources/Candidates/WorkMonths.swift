import Reading

/// Counts the months of positions.
///
/// The first and the last month both count. A lone year as the start is its January; as the end it
/// is the December before it, so that "2015 – 2018" is 36 months, and its own December where the
/// position began in that year ("2019 – 2019" is 12 months). An open end is the latest month that the
/// résumé names; no clock is read.
struct WorkMonths {
  /// The latest month named.
  let latest: CalendarDate?

  /// The months that a period covers, as numbers since the year 0, half open.
  func interval(of period: DateReader.Period) -> Range<Int> {
    let start = period.start.monthIndex
    guard let end = period.end ?? latest else { return start..<start + 1 }
    let last: Int
    if end.month != nil {
      last = end.monthIndex + 1
    } else {
      last = end.year <= period.start.year ? end.monthIndex + 12 : end.monthIndex
    }
    return start..<max(start + 1, last)
  }

  /// How many months some intervals cover together.
  static func union(_ intervals: [Range<Int>]) -> Int {
    var (months, reached) = (0, Int.min)
    for interval in intervals.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      months += max(0, interval.upperBound - max(interval.lowerBound, reached))
      reached = max(reached, interval.upperBound)
    }
    return months
  }
}
