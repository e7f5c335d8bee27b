/// Counts in how many documents each key stands, in two passes and bounded memory.
///
/// The first pass fills a sketch: 2²⁶ counters of a byte, one a hash (a count-min sketch of depth
/// one; Cormode and Muthukrishnan 2005). The second counts exactly, but only the keys whose counter
/// reached the minimum; a sketch can only overestimate, so none is missed. Memory is that of the
/// sketch and of the keys that are kept, whatever the size of the corpus.
package struct FrequencyCounter: Sendable {
  /// Nothing that stands in fewer documents leaves the counter.
  package static let minimum = 5

  private var sketch = [UInt8](repeating: 0, count: 1 << 26)
  private var counts: [UInt64: [UInt32]] = [:]
  private let corpora: Int

  /// A counter that keeps the counts of so many corpora apart.
  package init(corpora: Int) {
    self.corpora = corpora
  }

  /// First pass: notes the distinct keys of a document.
  package mutating func sketch(_ keys: Set<UInt64>) {
    for key in keys {
      let slot = Self.slot(key)
      if sketch[slot] < UInt8.max { sketch[slot] += 1 }
    }
  }

  /// Second pass: counts the distinct keys of a document of a corpus.
  package mutating func count(_ keys: Set<UInt64>, corpus: Int) {
    for key in keys where Int(sketch[Self.slot(key)]) >= Self.minimum {
      counts[key, default: [UInt32](repeating: 0, count: corpora)][corpus] += 1
    }
  }

  /// The keys that stand in at least `minimum` documents, rising, with a count a corpus.
  package func frequent() -> [(key: UInt64, counts: [UInt32])] {
    counts.filter { $0.value.reduce(0, +) >= Self.minimum }
      .map { (key: $0.key, counts: $0.value) }
      .sorted { $0.key < $1.key }
  }

  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 38)
  }
}
