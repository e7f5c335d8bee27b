/// The constants of what shared terms add to a score, and the few functions that use them.
///
/// `DocumentVector` has the whole sum, `TrainedTables` the rest of it.
///
///     shared(c, r) = Σ_t w_r(t) · w_c(t) / (m_r · m_c · n_r^α · n_c^β)
///     w(t) = idf(t) · g(Σ weights of the places where t stands)      g(x) = x^¾, x rounded
///     n = ‖w‖ / m,  m the background's mean norm of that side;  α = β = 1 is the cosine
///
/// g is the sublinear term frequency of the field (Manning, Raghavan, Schütze, "Introduction to
/// Information Retrieval", §6.4.1) as a power instead of a logarithm; α and β below 1 are a soft
/// form of pivoted length normalisation (Singhal, Buckley, Mitra 1996). All exponents are multiples
/// of ¼, so that square roots compute them, which IEEE 754 rounds alike on every machine.
package enum ScoreModel {
  /// Changes whenever a score may change.
  package static let version = "full-2"

  /// What a bigram or an alias of several words weighs beside a single term.
  package static let phraseWeight = 0.7

  /// How many words of a résumé, after the contact block, count as its head.
  package static let headLength = 150
  /// What a word of the head weighs.
  package static let headWeight = 2.0
  /// What a word of a line that dates a position weighs: it carries the title.
  package static let datedLineWeight = 2.0

  /// g(x) = x^¾.
  package static func saturate(_ frequency: Double) -> Double {
    let root = frequency.squareRoot()
    return root * root.squareRoot()
  }

  /// A frequency to three significant binary digits: … 0.5, 0.625, 0.75, 0.875, 1, 1.25 … 7, 8, 10 ….
  ///
  /// Frequencies are sums over places of different weights. Rounded, few of them are left, so that a
  /// posting list has few weights (`IndexBlock`) and a step of rounding moves a weight by 8% at most.
  package static func rounded(_ frequency: Double) -> Double {
    guard frequency > 0, frequency.isFinite else { return 0 }
    let digits = (frequency.significand * 4).rounded() / 4
    return Double(sign: .plus, exponent: frequency.exponent, significand: digits)
  }

  /// m · n^¾ with n = norm / m: what a side's dot product is divided by.
  package static func length(norm: Double, mean: Double) -> Double {
    mean * saturate(norm / mean)
  }
}
