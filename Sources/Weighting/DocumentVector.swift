/// One side of a pair, with all that a score takes of it.
///
///     score = Σ indexed_r · indexed_c / (length_r · length_c) + rowWeight · Σ row_r · row_c
package struct DocumentVector: Sendable {
  /// The weights of words and phrases.
  package let terms: TermVector
  /// `terms`, and the groups of letters where they count: what an index holds.
  package let indexed: TermVector
  /// What this side divides the first sum by.
  package let length: Double
  /// A short dense vector, in its side's unit (`TrainedTables`); empty where none counts.
  package let row: [Int8]

  package init(terms: TermVector, indexed: TermVector, length: Double, row: [Int8]) {
    (self.terms, self.indexed, self.length, self.row) = (terms, indexed, length, row)
  }

  /// The dot product of two rows.
  package static func product(_ left: [Int8], _ right: [Int8]) -> Int {
    zip(left, right).reduce(0) { $0 + Int($1.0) * Int($1.1) }
  }

  /// Whether no usable term stands in the text.
  package var isEmpty: Bool { terms.isEmpty }
}
