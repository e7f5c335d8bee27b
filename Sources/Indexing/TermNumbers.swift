import Tokenization

/// Numbers for terms, in the order that they come in.
///
/// A hash table with linear probing, at most half full: the key of a term is a hash already, where a
/// dictionary would hash it again.
struct TermNumbers {
  /// The terms by their numbers.
  private(set) var terms: [Term] = []
  /// One more than the number of the term in each slot, or 0; the count is a power of two.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)

  /// The number of a term, a new one where it has none yet.
  mutating func number(of term: Term) -> UInt32 {
    var slot = Int(truncatingIfNeeded: term.key) & (slots.count - 1)
    while slots[slot] != 0 {
      if terms[Int(slots[slot]) - 1] == term { return slots[slot] - 1 }
      slot = (slot + 1) & (slots.count - 1)
    }
    terms.append(term)
    slots[slot] = UInt32(terms.count)
    if terms.count * 2 > slots.count { grow() }
    return UInt32(terms.count - 1)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (number, term) in terms.enumerated() {
      var slot = Int(truncatingIfNeeded: term.key) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}
