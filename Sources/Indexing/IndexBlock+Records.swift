import Bytes
import Kernels
import Tokenization
package import Weighting

extension IndexBlock {
  /// Vectors of one weight at a term, as positions.
  struct List {
    var weight: Float
    /// Where the positions stand in the block.
    var offset: Int
    var count: Int
  }

  /// Vectors of one weight at a term, as bits.
  struct Bitmap {
    var weight: Float
    var number: Int
  }

  /// Posting lists of terms, one after the other: each the groups of equal weight.
  struct Records {
    var lists: [List] = []
    var bitmaps: [Bitmap] = []
  }

  /// Appends the posting list of a term.
  ///
  /// - Returns: whether there is one: false where no vector holds the term, or its record makes no sense.
  ///
  /// Complexity: O(groups) expected.
  func append(_ term: Term, to records: inout Records) -> Bool {
    guard let index = index(of: term) else { return false }
    return append(at: index, to: &records)
  }

  /// The number of a term among the keys.
  private func index(of term: Term) -> Int? {
    let bucket = bucketBits == 0 ? 0 : Int(term.key >> UInt64(64 - bucketBits))
    let bounds = region.u64(at: sections.buckets + 4 * bucket)
    var index = Int(bounds & 0xFFFF_FFFF)
    let end = min(Int(bounds >> 32), termCount)
    while index < end {
      let key = region.u64(at: sections.keys + 8 * index)
      if key >= term.key { return key == term.key ? index : nil }
      index += 1
    }
    return nil
  }

  /// Appends the posting list of a key.
  func append(at index: Int, to records: inout Records) -> Bool {
    let end = sections.lengths
    let offset = sections.records + 2 * Int(region.u32(at: sections.references + 4 * index))
    guard offset + 8 <= end else { return false }
    let first = Int(region.u16(at: offset))
    guard first & 0x8000 != 0 else { return append(groups: first, at: offset, to: &records) }
    let count = first - 0x7FFF
    guard offset + 6 + 2 * count <= end else { return false }
    records.lists.append(List(weight: weight(at: offset + 2), offset: offset + 6, count: count))
    return true
  }

  /// Appends a record of several groups; nothing where one of them does not lie in its section.
  private func append(groups: Int, at start: Int, to records: inout Records) -> Bool {
    let end = sections.lengths
    let bitmaps = Int(region.u16(at: start + 2))
    var offset = start + 4
    guard offset + 8 * bitmaps + 6 * groups <= end else { return false }
    let (oldLists, oldBitmaps) = (records.lists.count, records.bitmaps.count)
    for _ in 0..<bitmaps {
      let number = Int(region.u32(at: offset + 4))
      records.bitmaps.append(Bitmap(weight: weight(at: offset), number: number))
      offset += 8
    }
    var positions = offset + 6 * groups
    for _ in 0..<groups {
      let count = Int(region.u16(at: offset + 4))
      records.lists.append(List(weight: weight(at: offset), offset: positions, count: count))
      positions += 2 * count
      offset += 6
    }
    if positions <= end, records.bitmaps[oldBitmaps...].allSatisfy({ $0.number < bitmapCount }) {
      return true
    }
    records.lists.removeSubrange(oldLists...)
    records.bitmaps.removeSubrange(oldBitmaps...)
    return false
  }

  private func weight(at offset: Int) -> Float {
    Float(bitPattern: region.u32(at: offset))
  }

  /// Whether a vector stands in a list; O(log positions).
  func contains(_ vector: Int, _ list: List) -> Bool {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      let position = Int(region.u16(at: list.offset + 2 * middle))
      if position == vector { return true }
      if position < vector { low = middle + 1 } else { high = middle }
    }
    return false
  }

  /// Calls `body` with the position of each vector of the term, and its weight.
  func forEachPosting(_ record: Records, _ body: (Int, Float) -> Void) {
    for bitmap in record.bitmaps {
      for start in stride(from: 0, to: count, by: 64) {
        // Stripes are filled up with zero bits, and 64 divides a stripe.
        var bits = region.u64(at: bitmapByte(bitmap.number, start))
        while bits != 0 {
          let vector = start + bits.trailingZeroBitCount
          if vector < count { body(vector, bitmap.weight) }
          bits &= bits - 1
        }
      }
    }
    for list in record.lists {
      for index in 0..<list.count {
        let vector = Int(region.u16(at: list.offset + 2 * index))
        if vector < count { body(vector, list.weight) }
      }
    }
  }

  /// All vectors, with their lengths, in order: the other way round, from the posting lists.
  ///
  /// Complexity: O(n), n the entries of the block.
  package func vectors() -> [(vector: TermVector, length: Double)] {
    var terms = [[Term]](repeating: [], count: count)
    var weights = [[Double]](repeating: [], count: count)
    for index in 0..<termCount {
      let term = Term(key: region.u64(at: sections.keys + 8 * index))
      var records = Records()
      guard append(at: index, to: &records) else { continue }
      forEachPosting(records) { vector, weight in
        terms[vector].append(term)
        weights[vector].append(Double(weight))
      }
    }
    return (0..<count).map { vector in
      let length = length(of: vector)
      return (TermVector(terms: terms[vector], weights: weights[vector]), length > 0 ? length : 1)
    }
  }
}
