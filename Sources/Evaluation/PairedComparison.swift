/// A figure of two runs over the same queries, compared query by query.
///
/// What makes a query hard makes it hard for both, so the differences scatter less than the figures
/// themselves: an interval of the difference may leave out zero where the two intervals overlap.
///
///     difference = mean over queries of (value − value of the other)
///     opposite   = share of the bootstrap's draws whose mean difference has not the sign of `difference`
///     p          = min(1, 2 · opposite)
///
/// p is the two-sided level of a bootstrap test (Efron and Tibshirani 1993, §15.4 and §16). Draws with
/// a mean of exactly zero count as opposite, and p is 1 where the difference is zero. With 1,000 draws
/// the least p that can be told from 0 is 0.002.
package struct PairedComparison: Sendable, Equatable {
  /// How much better the first is, on average.
  package let difference: Double
  /// The 95% interval of the difference.
  package let interval: Bootstrap.Interval
  /// The share of draws whose sign is not the difference's, from 0 to 1.
  package let opposite: Double
  /// Queries at which the first is better.
  package let wins: Int
  /// Queries at which both have exactly the same value.
  package let ties: Int
  /// Queries at which the other is better.
  package let losses: Int

  /// Compares values, one a query, with those of another run for the same queries.
  ///
  /// Complexity: O(draws · n) for n queries.
  package init(
    _ values: [Double], against others: [Double], bootstrap: Bootstrap = .standard
  ) {
    precondition(
      values.count == others.count, "\(values.count) queries against \(others.count)")
    let differences = zip(values, others).map { $0 - $1 }
    let mean = differences.reduce(0, +) / Double(differences.count)
    let means = bootstrap.means(of: differences)
    difference = mean
    interval = bootstrap.interval(ofMeans: means)
    let agreeing = means.count { mean > 0 ? $0 > 0 : mean < 0 ? $0 < 0 : false }
    opposite = Double(means.count - agreeing) / Double(means.count)
    wins = differences.count { $0 > 0 }
    ties = differences.count { $0 == 0 }
    losses = differences.count { $0 < 0 }
  }

  /// The two-sided level of the test that there is no difference.
  package var p: Double { min(1, 2 * opposite) }

  /// Whether the interval leaves out zero.
  package var isClear: Bool { interval.low > 0 || interval.high < 0 }
}
