package import Reading
import Roles
import Tokenization
import Weighting

/// Finds the missing requirements that would raise the score most if they were truthfully added.
package struct GapReader: Sendable {
  /// A missing leaf and what showing it would add.
  package struct Gap: Sendable {
    package let finding: Finding
    package let gain: Double
  }

  /// So many leaves are tried: a posting of more asks for nothing that one word would mend.
  private static let most = 200

  private let scorer: Scorer

  package init(knowledge: Knowledge) {
    scorer = Scorer(knowledge)
  }

  /// At most `limit` gaps, the greatest gain first.
  ///
  /// The gain of a leaf is the score with its absent terms added once to the profile, less the score:
  /// the profile's norm grows with them, so that adding everything does not pay.
  package func gaps(
    _ role: PreparedRole, _ profile: PreparedProfile, _ match: Match, limit: Int = 3
  ) -> [Gap] {
    let leaves = match.requirements.filter { $0.verdict == .missing || $0.verdict == .partial }
      .flatMap(\.leaves)
    let gaps = leaves.prefix(Self.most).compactMap { leaf -> Gap? in
      guard leaf.verdict == .missing,
        let field = role.terms.fields[leaf.id]
      else { return nil }
      let richer = scorer.profile(
        with(field, of: role, added: profile.vector), letters: profile.letters)
      let gain = scorer.score(role: role.scored, profile: richer) - match.score
      return gain > 0 ? Gap(finding: leaf, gain: gain) : nil
    }
    return Array(
      gaps.enumerated().sorted {
        $0.element.gain != $1.element.gain
          ? $0.element.gain > $1.element.gain : $0.offset < $1.offset
      }.prefix(limit).map(\.element))
  }

  private func with(_ field: Int, of role: PreparedRole, added vector: TermVector) -> TermVector {
    var weights = Dictionary(uniqueKeysWithValues: zip(vector.terms, vector.weights))
    for entry in role.terms.entries where entry.field == field && weights[entry.term] == nil {
      weights[entry.term] = scorer.background.weight(of: entry.term, isPhrase: entry.isPhrase)
    }
    let sorted = weights.sorted { $0.key < $1.key }
    return TermVector(terms: sorted.map(\.key), weights: sorted.map(\.value))
  }
}
