package import Tokenization

/// A sparse vector of term weights, in the order of the terms' keys.
///
/// The order is a property of the terms, so that a sum over them has the same bits whatever else is
/// loaded and however many threads run.
package struct TermVector: Sendable {
  /// The terms, rising.
  package let terms: [Term]
  /// The weight of each.
  package let weights: [Double]
  /// ‖w‖, the Euclidean norm.
  package let norm: Double

  /// A vector of parallel `terms`, rising and distinct, and `weights`.
  package init(terms: [Term], weights: [Double]) {
    precondition(terms.count == weights.count, "\(terms.count) terms, \(weights.count) weights")
    self.terms = terms
    self.weights = weights
    norm = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  package var isEmpty: Bool { terms.isEmpty }

  /// The weight of a term, 0 where it does not stand.
  ///
  /// Complexity: O(log n).
  package subscript(term: Term) -> Double {
    let index = terms.indices.first(notBelow: { terms[$0] < term })
    return index < terms.count && terms[index] == term ? weights[index] : 0
  }

  /// Calls `body` with the weights of each term that both vectors hold, in the order of the terms.
  package func forEachShared(with other: TermVector, _ body: (Term, Double, Double) -> Void) {
    var (i, j) = (0, 0)
    while i < terms.count && j < other.terms.count {
      if terms[i] == other.terms[j] {
        body(terms[i], weights[i], other.weights[j])
        i += 1
        j += 1
      } else if terms[i] < other.terms[j] {
        i += 1
      } else {
        j += 1
      }
    }
  }

  /// The terms of both vectors; a term that both hold keeps the weight that it has here.
  package func merged(with other: TermVector) -> TermVector {
    guard !other.isEmpty else { return self }
    var entries = Array(zip(terms, weights))
    entries += zip(other.terms, other.weights).filter { self[$0.0] == 0 }
    entries.sort { $0.0 < $1.0 }
    return TermVector(terms: entries.map(\.0), weights: entries.map(\.1))
  }
}
