import Roles
import Tokenization
import Weighting

extension PreparedRole {
  /// What each requirement weighs, by its id: its share of the weight of all that the role asks for.
  ///
  /// It is the weight that ``Match/coverage`` is taken of, shared among fields as ``ScoreShares`` shares
  /// a score: a term's weight by the masses of the term. It depends on the role alone; a group weighs
  /// what its children do, and title and overview have the rest.
  package var requirementWeights: [String: Double] {
    let masses: [Term: Double] = terms.entries.reduce(into: [:]) {
      $0[$1.term, default: 0] += $1.mass
    }
    var shares = [Double](repeating: 0, count: parsed.fields.count)
    for entry in terms.entries {
      guard let mass = masses[entry.term], mass > 0 else { continue }
      shares[entry.field] += vector[entry.term] * entry.mass / mass
    }
    let total = vector.weights.reduce(0, +)
    guard total > 0 else { return [:] }
    var weights: [String: Double] = [:]
    for requirement in parsed.role.requirements {
      add(requirement, shares.map { $0 / total }, to: &weights)
    }
    return weights
  }

  @discardableResult
  private func add(
    _ requirement: Requirement, _ shares: [Double], to weights: inout [String: Double]
  ) -> Double {
    let weight =
      requirement.kind == .leaf
      ? terms.fields[requirement.id].map { shares[$0] } ?? 0
      : requirement.children.reduce(0) { $0 + add($1, shares, to: &weights) }
    weights[requirement.id] = weight
    return weight
  }
}
