/// A set of terms for look-ups in inner loops, each element with its place in the order it came in.
///
/// Open addressing with linear probing over a table that is at most half full; the key of a term is a
/// hash already.
///
/// Complexity: O(1) slots a look-up, on average.
///
/// It is public for the optimiser alone, as `Token` is.
public struct TermSet: Sendable {
  /// The terms, each once, in the order that they were given.
  package let elements: [Term]
  private var keys: [Term]
  /// The place of each key in `elements`, or −1 for an empty slot.
  private var places: [Int32]
  private let mask: Int
  /// A bit for each term of a small set, so that most other terms need no look-up.
  @usableFromInline let filter: UInt64

  /// A set of terms; of equal ones the first counts.
  package init(_ terms: some Sequence<Term>) {
    let terms = Array(terms)
    var capacity = 4
    while capacity < terms.count * 2 { capacity *= 2 }
    mask = capacity - 1
    keys = Array(repeating: Term(key: 0), count: capacity)
    places = Array(repeating: -1, count: capacity)
    var elements: [Term] = []
    for term in terms {
      var slot = Int(truncatingIfNeeded: term.key) & mask
      while places[slot] >= 0, keys[slot] != term { slot = (slot + 1) & mask }
      guard places[slot] < 0 else { continue }
      keys[slot] = term
      places[slot] = Int32(elements.count)
      elements.append(term)
    }
    self.elements = elements
    filter = elements.count > 32 ? .max : elements.reduce(0) { $0 | Self.bit($1) }
  }

  @inlinable @inline(__always)
  static func bit(_ term: Term) -> UInt64 { 1 &<< (term.key &>> 32) }

  /// The place of a term in `elements`.
  @inlinable @inline(__always)
  public func place(of term: Term) -> Int? {
    filter & Self.bit(term) == 0 ? nil : placeBehindFilter(of: term)
  }

  // Apart, so that the filter is small enough to be copied into the loops that ask.
  @usableFromInline
  func placeBehindFilter(of term: Term) -> Int? {
    var slot = Int(truncatingIfNeeded: term.key) & mask
    while places[slot] >= 0 {
      if keys[slot] == term { return Int(places[slot]) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Whether a term is in the set.
  @inlinable @inline(__always)
  public func contains(_ term: Term) -> Bool {
    place(of: term) != nil
  }

  /// The terms of both sets.
  package func union(_ other: some Sequence<Term>) -> TermSet {
    TermSet(elements + Array(other))
  }

  /// The terms of both sets.
  package func union(_ other: TermSet) -> TermSet {
    union(other.elements)
  }
}
