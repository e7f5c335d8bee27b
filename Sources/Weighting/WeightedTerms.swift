package import Tokenization

/// The term frequencies of a document, each weighted by the place where it stands, and the vector
/// that they give.
package struct WeightedTerms: Sendable {
  private struct Entry {
    var term: Term
    var mass: Double
    var isPhrase: Bool
  }

  private var entries: [Entry] = []

  package init() {}

  /// Adds an occurrence of a term that counts `mass` times.
  package mutating func add(_ term: Term, isPhrase: Bool, mass: Double) {
    entries.append(Entry(term: term, mass: mass, isPhrase: isPhrase))
  }

  /// The weights idf(t) · g(mass), bigrams and aliases of several words times `phraseWeight`.
  ///
  /// Complexity: O(n log n) for n occurrences.
  package func vector(background: Background) -> TermVector {
    var terms: [Term] = []
    var weights: [Double] = []
    let sorted = entries.enumerated().sorted {
      ($0.element.term, $0.offset) < ($1.element.term, $1.offset)
    }
    var index = 0
    while index < sorted.count {
      let first = sorted[index].element
      var mass = 0.0
      while index < sorted.count, sorted[index].element.term == first.term {
        mass += sorted[index].element.mass
        index += 1
      }
      terms.append(first.term)
      let weight =
        background.weight(of: first.term, isPhrase: first.isPhrase)
        * ScoreModel.saturate(ScoreModel.rounded(mass))
      // A float32 is what an index stores; products of two of them are exact in float64.
      weights.append(Double(Float(weight)))
    }
    return TermVector(terms: terms, weights: weights)
  }
}
