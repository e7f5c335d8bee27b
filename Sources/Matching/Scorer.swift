package import Reading
package import Weighting

/// The score of a pair; the formulas are those of `ScoreModel` and `TrainedTables`.
package struct Scorer: Sendable {
  package let background: Background
  package let tables: TrainedTables

  package init(_ knowledge: Knowledge) {
    background = knowledge.background
    tables = knowledge.tables
  }

  /// A role's side of a score.
  ///
  /// - Parameter letters: the groups of letters of its title.
  package func role(_ terms: TermVector, letters: [UInt32]) -> DocumentVector {
    let length = Self.length(terms, mean: background.meanNorms.role)
    return DocumentVector(
      terms: terms, indexed: terms.merged(with: tables.roleLetters(letters, length: length)),
      length: length, row: tables.roleRow(terms, length: length))
  }

  /// A profile's side of a score.
  ///
  /// - Parameter letters: the groups of letters of its text; they count only where its terms are few.
  package func profile(_ terms: TermVector, letters: [UInt32]) -> DocumentVector {
    let length = Self.length(terms, mean: background.meanNorms.profile)
    let letters = tables.profileLetters(letters, terms: terms.terms.count, length: length)
    return DocumentVector(
      terms: terms, indexed: terms.merged(with: letters), length: length,
      row: tables.profileRow(terms))
  }

  /// What a side divides the sum over shared terms by; at least the least positive number.
  private static func length(_ vector: TermVector, mean: Double) -> Double {
    max(ScoreModel.length(norm: vector.norm, mean: mean), .leastNormalMagnitude)
  }

  /// The score of a pair.
  package func score(role: DocumentVector, profile: DocumentVector) -> Double {
    var sum = 0.0
    role.indexed.forEachShared(with: profile.indexed) { sum += $1 * $2 }
    return sum / (role.length * profile.length) + added(role, profile)
  }

  /// What the rows add to a score.
  package func added(_ role: DocumentVector, _ profile: DocumentVector) -> Double {
    tables.rowWeight * Double(DocumentVector.product(role.row, profile.row))
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
