import Bytes
import Kernels
import Tokenization
package import Weighting

extension IndexBlock {
  /// Vectors that hold a term with one weight each, as bits.
  struct Bitmap {
    var weight: Float
    var number: Int
  }

  /// Posting lists of terms, one after the other: each as lists and bitmaps.
  struct Records {
    var lists: [SumBuffer.List] = []
    var bitmaps: [Bitmap] = []
    /// The weights that the levels of the lists choose from, list after list.
    var weights: [Float] = []

    /// The weights, and zeros after them: whatever the level of damaged bytes says, there is one.
    var paddedWeights: [Float] {
      weights + [Float](repeating: 0, count: SumBuffer.levels)
    }

    /// Where the weights of a list stand among all.
    func levels(_ list: Int) -> Range<Int> {
      let end = list + 1 < lists.count ? lists[list + 1].first : weights.count
      return lists[list].first..<end
    }
  }

  /// The numbers of terms among the keys; −1 for one that no vector holds.
  ///
  /// Complexity: O(1) expected for each.
  func indices(of terms: [Term]) -> [Int32] {
    KeyTable(
      in: region, buckets: sections.buckets, bits: bucketBits, keys: sections.keys,
      count: termCount
    ).indices(of: terms.map(\.key))
  }

  /// Appends the posting list of a key; nothing where a part of it does not lie in its section.
  func append(at index: Int, to records: inout Records) -> Bool {
    let start = sections.records + 2 * Int(region.u32(at: sections.references + 4 * index))
    guard start + 8 <= sections.lengths else { return false }
    let first = Int(region.u16(at: start))
    guard first & 0x8000 != 0 else {
      let old = (records.lists.count, records.bitmaps.count, records.weights.count)
      if append(lists: first, at: start, to: &records) { return true }
      records.lists.removeSubrange(old.0...)
      records.bitmaps.removeSubrange(old.1...)
      records.weights.removeSubrange(old.2...)
      return false
    }
    let count = first - 0x7FFF
    guard start + 6 + 2 * count <= sections.lengths else { return false }
    records.lists.append(
      SumBuffer.List(offset: start + 6, count: count, first: records.weights.count))
    records.weights.append(weight(at: start + 2))
    return true
  }

  /// Appends a record of several parts.
  private func append(lists: Int, at start: Int, to records: inout Records) -> Bool {
    let end = sections.lengths
    let bitmaps = Int(region.u16(at: start + 2))
    var offset = start + 4
    guard offset + 8 * bitmaps <= end else { return false }
    for _ in 0..<bitmaps {
      let number = Int(region.u32(at: offset + 4))
      guard number < bitmapCount else { return false }
      records.bitmaps.append(Bitmap(weight: weight(at: offset), number: number))
      offset += 8
    }
    for _ in 0..<lists {
      guard offset + 4 <= end else { return false }
      let count = Int(region.u16(at: offset)) + 1
      let levels = Int(region.u16(at: offset + 2)) + 1
      let positions = offset + 4 + 4 * levels
      let bytes = positions + 2 * count
      let next = bytes + (levels > 1 ? (count + 1) / 2 * 2 : 0)
      guard levels <= SumBuffer.levels, next <= end else { return false }
      records.lists.append(
        SumBuffer.List(
          offset: positions, count: count, levels: levels > 1 ? bytes : nil,
          first: records.weights.count))
      for level in 0..<levels { records.weights.append(weight(at: offset + 4 + 4 * level)) }
      offset = next
    }
    return true
  }

  private func weight(at offset: Int) -> Float {
    Float(bitPattern: region.u32(at: offset))
  }

  /// Calls `body` with the position of each vector of the term, and its weight.
  func forEachPosting(_ record: Records, _ body: (Int, Float) -> Void) {
    let weights = record.paddedWeights
    for bitmap in record.bitmaps {
      for start in stride(from: 0, to: count, by: 64) {
        // Bitmaps are filled up to whole chunks, and 64 divides a chunk.
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
        let level = list.levels.map { Int(region.u8(at: $0 + index)) } ?? 0
        if vector < count { body(vector, weights[list.first + level]) }
      }
    }
  }

  /// All vectors, with their lengths, in order: the other way round, from the posting lists.
  ///
  /// Complexity: O(n), n the entries of the block.
  package func vectors() -> [(vector: TermVector, length: Double, dense: [Int8])] {
    var terms = [[Term]](repeating: [], count: count)
    var weights = [[Double]](repeating: [], count: count)
    for index in 0..<termCount {
      let term = Term(key: region.u64(at: sections.keys + 8 * index))
      var records = Records()
      guard append(at: index, to: &records) else { continue }
      forEachPosting(records) { vector, weight in
        // Forged bytes may hold what no builder writes, or a vector twice.
        guard weight > 0, weight.isFinite, terms[vector].last != term else { return }
        terms[vector].append(term)
        weights[vector].append(Double(weight))
      }
    }
    return (0..<count).map { vector in
      let length = length(of: vector)
      return (
        TermVector(terms: terms[vector], weights: weights[vector]),
        length > 0 && length.isFinite ? length : 1,
        denseRow(of: vector)
      )
    }
  }
}
