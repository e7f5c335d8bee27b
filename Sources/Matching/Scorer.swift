package import Weighting

/// The score of a pair; the formula is that of `ScoreModel`.
package struct Scorer: Sendable {
  package let background: Background

  package init(background: Background) {
    self.background = background
  }

  /// What a role's side divides the dot product by; at least the least positive number.
  package func roleLength(_ vector: TermVector) -> Double {
    max(
      ScoreModel.length(norm: vector.norm, mean: background.meanNorms.role), .leastNormalMagnitude)
  }

  /// What a profile's side divides the dot product by.
  package func profileLength(_ vector: TermVector) -> Double {
    max(
      ScoreModel.length(norm: vector.norm, mean: background.meanNorms.profile),
      .leastNormalMagnitude)
  }

  /// The score of a pair from its dot product.
  package func score(dotProduct: Double, roleLength: Double, profileLength: Double) -> Double {
    dotProduct / (roleLength * profileLength)
  }

  /// The score of a pair.
  package func score(role: TermVector, profile: TermVector) -> Double {
    var sum = 0.0
    role.forEachShared(with: profile) { sum += $1 * $2 }
    return score(
      dotProduct: sum, roleLength: roleLength(role), profileLength: profileLength(profile))
  }

  /// How much of the weight of `asked` stands in `shown` as well, 0 to 1.
  package func coverage(of asked: TermVector, by shown: TermVector) -> Double {
    var shared = 0.0
    asked.forEachShared(with: shown) {
      shared += $1; _ = ($0, $2)
    }
    let total = asked.weights.reduce(0, +)
    return total > 0 ? shared / total : 0
  }
}
