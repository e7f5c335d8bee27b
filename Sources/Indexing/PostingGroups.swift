/// Entries of a block by term.
struct PostingGroups {
  /// Vectors that hold a term with one weight.
  struct Group {
    let weight: Float
    /// Bits of the weight, then 16 of the position, rising.
    let entries: ArraySlice<UInt64>
  }

  /// For each term where its entries begin.
  private let starts: [Int]
  /// The entries of all terms, those of a term rising.
  private let entries: [UInt64]

  /// Groups of entries that stand at the starts of their terms.
  init(starts: [Int], entries: [UInt64]) {
    var entries = entries
    for term in starts.indices.dropLast() {
      let own = starts[term]..<starts[term + 1]
      // Positions rise already, so that a term with one weight is sorted.
      if own.dropFirst().contains(where: { entries[$0] < entries[$0 - 1] }) { entries[own].sort() }
    }
    (self.starts, self.entries) = (starts, entries)
  }

  /// The position of an entry.
  static func position(_ entry: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: entry) }

  /// The groups of a term, by rising weight.
  func groups(of term: Int) -> [Group] {
    var groups: [Group] = []
    var start = starts[term]
    while start < starts[term + 1] {
      let bits = entries[start] >> 16
      var end = start + 1
      while end < starts[term + 1], entries[end] >> 16 == bits { end += 1 }
      groups.append(
        Group(weight: Float(bitPattern: UInt32(bits)), entries: entries[start..<end]))
      start = end
    }
    return groups
  }
}
