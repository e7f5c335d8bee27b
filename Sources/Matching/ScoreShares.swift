import Roles
package import Tokenization
import Weighting

/// What each field of a role adds to the score of a pair.
///
/// A term's part is shared among the fields by their masses of it: what it adds because it stands in
/// both texts, and what it adds through the rows of the trained tables. Letters are the title's. What
/// the rounding of a row to whole numbers leaves over goes to all fields by what they hold, so that the
/// fields add up to the score.
package struct ScoreShares: Sendable {
  /// For each field, what it adds.
  package let fields: [Double]
  /// What the rows and the letters add.
  package let alike: Double
  /// For each term of the role, what it adds through the rows.
  package let related: [Term: Double]
  /// For each term of the role, its mass over all fields.
  package let masses: [Term: Double]

  package init(_ role: PreparedRole, _ profile: PreparedProfile, scorer: Scorer) {
    let (own, other) = (role.scored, profile.scored)
    let lengths = own.length * other.length
    var products: [Term: Double] = [:]
    own.terms.forEachShared(with: other.terms) { products[$0] = $1 * $2 / lengths }
    let added = scorer.tables.contributions(of: own.terms, length: own.length, to: other.row)
    related = Dictionary(uniqueKeysWithValues: zip(own.terms.terms, added))
    for (term, value) in related { products[term, default: 0] += value }

    masses = role.terms.masses
    var shares = role.terms.shared(masses) { products[$0] }
    let letters = Self.letters(role, profile) / lengths
    if let title = role.terms.fields["title"] { shares[title] += letters }
    alike = letters + scorer.added(own, other)
    Self.settle(scorer.score(role: own, profile: other), role, &shares)
    fields = shares
  }

  /// The dot product over the groups of letters alone.
  private static func letters(_ role: PreparedRole, _ profile: PreparedProfile) -> Double {
    guard profile.scored.indexed.terms.count > profile.vector.terms.count else { return 0 }
    var sum = 0.0
    role.scored.indexed.forEachShared(with: profile.scored.indexed) { term, own, other in
      if role.vector[term] == 0 { sum += own * other }
    }
    return sum
  }

  /// Shares what is left over.
  private static func settle(_ score: Double, _ role: PreparedRole, _ shares: inout [Double]) {
    let rest = score - shares.reduce(0, +)
    let total = role.terms.entries.reduce(0) { $0 + $1.mass }
    guard total > 0 else { return }
    for entry in role.terms.entries { shares[entry.field] += rest * entry.mass / total }
  }
}
