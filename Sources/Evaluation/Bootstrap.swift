/// The percentile bootstrap of a mean over queries (Efron 1979; Efron and Tibshirani 1993, §13.3).
///
/// A draw takes as many queries as there are, with replacement, and computes their mean. The interval
/// leaves 2.5% of the draws' means out on either side: with other queries of the same kind the mean
/// would lie in it about 19 times of 20. It says nothing of another kind of queries.
///
/// Figures with the same number of queries see the same draws.
package struct Bootstrap: Sendable {
  /// The middle 95% of the draws.
  package struct Interval: Sendable, Equatable {
    package let low: Double
    package let high: Double
  }

  /// Of the figures that are printed.
  package static let standard = Bootstrap(draws: 1_000, seed: 1)

  package let draws: Int
  package let seed: UInt64

  package init(draws: Int, seed: UInt64) {
    precondition(draws >= 40, "\(draws) draws have no 2.5%")
    self.draws = draws
    self.seed = seed
  }

  /// The 95% interval of the mean.
  ///
  /// Complexity: O(draws · n) for n values.
  package func interval(of values: [Double]) -> Interval {
    interval(ofMeans: means(of: values))
  }

  /// The mean of each draw, in rising order.
  func means(of values: [Double]) -> [Double] {
    var generator = DrawGenerator(seed: seed)
    let means = (0..<draws).map { _ in
      var sum = 0.0
      for _ in values.indices { sum += values[generator.index(below: values.count)] }
      return sum / Double(values.count)
    }
    return means.sorted()
  }

  func interval(ofMeans means: [Double]) -> Interval {
    Interval(low: means[draws * 25 / 1_000], high: means[draws * 975 / 1_000 - 1])
  }
}
