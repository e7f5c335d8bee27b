/// Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002).
///
///     DCG@k = Σ_{i=1…k} gain_i / log2(i + 1)          nDCG@k = DCG@k / DCG@k of the best order
///
/// From 0 to 1; 1 where the first k could not be better. The gains are from 0 up.
enum DiscountedGain {
  /// log2(i + 1) for the ranks 1 to 10, correctly rounded.
  ///
  /// As literals they are the same on every machine; logarithms of the systems' libraries differ in the last bit.
  private static let discounts = [
    1.0, 1.584962500721156, 2.0, 2.321928094887362, 2.584962500721156, 2.807354922057604, 3.0,
    3.169925001442312, 3.321928094887362, 3.4594316186372973,
  ]

  /// nDCG@k of gains in the order of a ranking.
  ///
  /// - Parameters:
  ///   - ranked: the gains of the ranked documents; what is missing at the end counts 0.
  ///   - all: the gains of all judged documents, in any order, one of them above 0.
  ///
  /// Complexity: O(n log n) for n judged documents.
  static func normalized(ranked: some Sequence<Double>, all: [Double], cutoff: Int) -> Double {
    let best = total(all.sorted(by: >), cutoff: cutoff)
    precondition(best > 0, "none of \(all.count) gains is above 0")
    return total(ranked, cutoff: cutoff) / best
  }

  /// The gain of a whole grade of relevance: 2^grade − 1, exactly.
  static func gain(ofGrade grade: Double) -> Double {
    Double(sign: .plus, exponent: Int(grade), significand: 1) - 1
  }

  private static func total(_ gains: some Sequence<Double>, cutoff: Int) -> Double {
    precondition(cutoff <= discounts.count, "cut off at \(cutoff)")
    return zip(gains, discounts.prefix(cutoff)).reduce(0) { $0 + $1.0 / $1.1 }
  }
}
