package import Tokenization

/// The term frequencies of a document, each weighted by the place where it stands, and the vector
/// that they give.
///
/// The masses of a term are added up as they come, in a hash table with linear probing: the key of a
/// term is a hash already.
package struct WeightedTerms: Sendable {
  private struct Entry {
    var term: Term
    var mass: Double
    /// Whether it was a phrase where it came first.
    var isPhrase: Bool
  }

  /// Each term once, in the order that they came in.
  private var entries: [Entry] = []
  /// One more than the index of the entry in each slot, or 0; the count is a power of two.
  private var slots = [Int32](repeating: 0, count: 1 << 10)

  package init() {}

  /// Adds an occurrence of a term that counts `mass` times.
  package mutating func add(_ term: Term, isPhrase: Bool, mass: Double) {
    let slot = slot(of: term)
    guard slots[slot] == 0 else {
      entries[Int(slots[slot]) - 1].mass += mass
      return
    }
    // From 0, as a sum begins.
    entries.append(Entry(term: term, mass: 0 + mass, isPhrase: isPhrase))
    slots[slot] = Int32(entries.count)
    guard entries.count * 2 > slots.count else { return }
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      slots[self.slot(of: entry.term)] = Int32(index + 1)
    }
  }

  /// The slot of a term, or the empty one where it belongs.
  private func slot(of term: Term) -> Int {
    var slot = Int(truncatingIfNeeded: term.key) & (slots.count - 1)
    while slots[slot] != 0, entries[Int(slots[slot]) - 1].term != term {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  /// The weights idf(t) · g(mass), bigrams and aliases of several words times `phraseWeight`.
  ///
  /// Complexity: O(n log n) for n distinct terms.
  package func vector(background: Background) -> TermVector {
    let sorted = entries.sorted { $0.term < $1.term }
    let weights = sorted.map { entry in
      let weight =
        background.weight(of: entry.term, isPhrase: entry.isPhrase)
        * ScoreModel.saturate(ScoreModel.rounded(entry.mass))
      // A float32 is what an index stores; products of two of them are exact in float64.
      return Double(Float(weight))
    }
    return TermVector(terms: sorted.map(\.term), weights: weights)
  }
}
