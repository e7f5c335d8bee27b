import Bytes
import Kernels
import Tokenization
package import Weighting

extension IndexBlock {
  /// Posting lists of terms, one after the other: each as lists and bitmaps.
  struct Records {
    var lists: [SumBuffer.List] = []
    var bitmaps: [PostingProbe.Bitmap] = []
    /// How many weights the levels of all lists have together.
    var weightCount = 0

    /// With room for so many terms of a usual kind.
    init(terms: Int = 1) {
      lists.reserveCapacity(terms + terms / 8)
      bitmaps.reserveCapacity(terms)
    }
  }

  /// The numbers of terms among the keys; −1 for one that no vector holds.
  ///
  /// Complexity: O(1) expected for each.
  func indices(of keys: [UInt64]) -> [Int32] {
    KeyTable(
      in: region, buckets: sections.buckets, bits: bucketBits, keys: sections.keys,
      count: termCount
    ).indices(of: keys)
  }

  /// Calls `body` with the number of each key that stands here, and where its record begins.
  ///
  /// The references of all are asked for before the first is read, and the records before `body` sees
  /// the first: it finds them in the cache.
  func forEachRecord(of keys: [UInt64], _ body: (Int, Int) -> Void) {
    var found: [(number: Int, start: Int)] = []
    found.reserveCapacity(keys.count)
    for (number, index) in indices(of: keys).enumerated() where index >= 0 {
      let reference = sections.references + 4 * Int(index)
      region.fetch(reference)
      found.append((number, reference))
    }
    for index in found.indices {
      let start = sections.records + 2 * Int(region.u32(at: found[index].start))
      region.fetch(start)
      found[index].start = start
    }
    for (number, start) in found { body(number, start) }
  }

  /// Where the record of a key begins.
  func record(at index: Int) -> Int {
    sections.records + 2 * Int(region.u32(at: sections.references + 4 * index))
  }

  /// Appends the record of a term, and returns the greatest weight; nil, and nothing appended, where a
  /// part of the record does not lie in its section.
  func append(at start: Int, term: Int = 0, to records: inout Records) -> Float? {
    guard start + 8 <= sections.lengths else { return nil }
    let first = Int(region.u16(at: start))
    guard first & 0x8000 != 0 else {
      let old = (records.lists.count, records.bitmaps.count, records.weightCount)
      if let greatest = append(lists: first, at: start, term, to: &records) { return greatest }
      records.lists.removeSubrange(old.0...)
      records.bitmaps.removeSubrange(old.1...)
      records.weightCount = old.2
      return nil
    }
    let count = first - 0x7FFF
    guard start + 6 + 2 * count <= sections.lengths else { return nil }
    records.lists.append(
      SumBuffer.List(
        offset: start + 6, count: count, first: records.weightCount, weights: start + 2, term: term)
    )
    records.weightCount += 1
    return weight(at: start + 2)
  }

  /// Appends a record of several parts.
  private func append(
    lists: Int, at start: Int, _ term: Int, to records: inout Records
  ) -> Float? {
    let end = sections.lengths
    let bitmaps = Int(region.u16(at: start + 2))
    var offset = start + 4
    var greatest: Float = 0
    guard offset + 8 * bitmaps <= end else { return nil }
    for _ in 0..<bitmaps {
      let number = Int(region.u32(at: offset + 4))
      guard number < bitmapCount else { return nil }
      let weight = weight(at: offset)
      greatest = max(greatest, weight)
      records.bitmaps.append(PostingProbe.Bitmap(number: number, weight: weight, term: term))
      offset += 8
    }
    for _ in 0..<lists {
      guard offset + 4 <= end else { return nil }
      let count = Int(region.u16(at: offset)) + 1
      let levels = Int(region.u16(at: offset + 2)) + 1
      let positions = offset + 4 + 4 * levels
      let bytes = positions + 2 * count
      let next = bytes + (levels > 1 ? (count + 1) / 2 * 2 : 0)
      guard levels <= SumBuffer.levels, next <= end else { return nil }
      records.lists.append(
        SumBuffer.List(
          offset: positions, count: count, levels: levels > 1 ? bytes : nil,
          first: records.weightCount, weights: offset + 4, levelCount: levels, term: term))
      records.weightCount += levels
      // Weights rise; where damaged bytes do not, sums are wrong and no more.
      greatest = max(greatest, weight(at: positions - 4))
      offset = next
    }
    return greatest
  }

  private func weight(at offset: Int) -> Float {
    Float(bitPattern: region.u32(at: offset))
  }

  /// Calls `body` with the position of each vector of the term, and its weight.
  func forEachPosting(_ record: Records, _ body: (Int, Float) -> Void) {
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
        let held = min(level, list.levelCount - 1)
        if vector < count { body(vector, weight(at: list.weights + 4 * held)) }
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
      guard append(at: record(at: index), to: &records) != nil else { continue }
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
