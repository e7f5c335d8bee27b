import Roles
import Weighting

extension PreparedRole {
  /// What each requirement weighs, by its id: its share of the weight of all that the role asks for.
  ///
  /// It is the weight that ``Match/coverage`` is taken of, shared among fields as ``ScoreShares`` shares
  /// a score: a term's weight by the masses of the term. It depends on the role alone; a group weighs
  /// what its children do, and title and overview have the rest.
  package var requirementWeights: [String: Double] {
    let total = vector.weights.reduce(0, +)
    guard total > 0 else { return [:] }
    let shares = terms.shared(terms.masses) { vector[$0] }.map { $0 / total }
    var weights: [String: Double] = [:]
    for requirement in parsed.role.requirements { add(requirement, shares, to: &weights) }
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
