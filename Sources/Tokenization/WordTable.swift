/// What a spelling became: a term, or the parts of a compound.
struct Reading: Sendable {
  struct Part: Sendable {
    /// Bytes from the start of the word.
    var range: Range<Int>
    var term: Term
    var traits: Token.Traits
  }

  var term: Term
  var traits: Token.Traits
  /// Empty but for compounds that are read in their parts.
  var parts: [Part] = []
}

/// A hash table from the key of a spelling as written to its reading: open addressing with linear
/// probing, at most half full, emptied when it holds `limit` spellings.
struct WordTable: Sendable {
  /// 24 bytes, so that a look-up touches one cache line; it holds no reference to be counted.
  struct Slot: Sendable {
    fileprivate var key: UInt64
    var term: Term
    var traits: Token.Traits
    /// One more than the index of its parts, or 0.
    var parts: UInt32

    var isEmpty: Bool { key == 0 }

    /// Whether the slot is not empty, and reads its spelling as one token.
    @inline(__always)
    var isToken: Bool { key != 0 && parts == 0 }
  }

  private static let empty = Slot(key: 0, term: Term(key: 0), traits: [], parts: 0)
  /// A power of two.
  private(set) var slots = Array(repeating: WordTable.empty, count: 1 << 13)
  /// The slot found last for each value of some bits of the key: the words of most tokens, in a few
  /// pages of memory, where the whole table spreads over thousands.
  var recent = Array(repeating: WordTable.empty, count: 1 << 14)
  private var compounds: [[Reading.Part]] = []
  private var count = 0
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  /// The slot of a key, or an empty one, by way of `recent`; `table` is the `slots`.
  @inline(__always)
  static func find(
    _ key: UInt64, in table: Span<Slot>, recent: inout MutableSpan<Slot>
  ) -> Slot {
    let place = Int(truncatingIfNeeded: key >> 48) & (recent.count &- 1)
    let slot = recent[place]
    if slot.key == key | 1 { return slot }
    let found = find(key, in: table)
    recent[place] = found
    return found
  }

  /// The slot of a key, or an empty one; `table` is the `slots`.
  @inline(__always)
  static func find(_ key: UInt64, in table: Span<Slot>) -> Slot {
    let key = key | 1
    let mask = table.count &- 1
    var index = Int(truncatingIfNeeded: key >> 20) & mask
    while true {
      let slot = table[index]
      if slot.key == key || slot.key == 0 { return slot }
      index = (index &+ 1) & mask
    }
  }

  func parts(of slot: Slot) -> [Reading.Part] {
    slot.parts == 0 ? [] : compounds[Int(slot.parts) - 1]
  }

  mutating func insert(_ reading: Reading, key: UInt64) -> Slot {
    if count >= limit { self = WordTable(limit: limit) }
    if count * 2 >= slots.count { grow() }
    if !reading.parts.isEmpty { compounds.append(reading.parts) }
    let slot = Slot(
      key: key | 1, term: reading.term, traits: reading.traits,
      parts: reading.parts.isEmpty ? 0 : UInt32(compounds.count))
    place(slot)
    count += 1
    return slot
  }

  private mutating func place(_ slot: Slot) {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: slot.key >> 20) & mask
    while slots[index].key != 0 { index = (index + 1) & mask }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Self.empty, count: old.count * 2)
    for slot in old where slot.key != 0 { place(slot) }
  }
}
