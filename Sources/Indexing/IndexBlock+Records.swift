import Bytes
import Kernels
import Tokenization

extension IndexBlock {
  /// The posting list of a term: groups of equal weight.
  struct Record {
    /// Vectors of one weight, as positions.
    struct List {
      var weight: Float
      /// Where the positions stand in the block.
      var offset: Int
      var count: Int
    }

    /// Vectors of one weight, as bits.
    struct Bitmap {
      var weight: Float
      var number: Int
    }

    var lists: [List] = []
    var bitmaps: [Bitmap] = []
  }

  /// The record of a term; nil where no vector holds it, or where it makes no sense.
  ///
  /// Complexity: O(1) expected.
  func record(of term: Term) -> Record? {
    index(of: term).flatMap(record)
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

  /// The record of a key; nil where it does not lie in its section.
  func record(at index: Int) -> Record? {
    let reference = region.u32(at: sections.references + 4 * index)
    let end = sections.lengths
    var offset = sections.records + 2 * Int(reference)
    guard offset + 8 <= end else { return nil }
    let first = Int(region.u16(at: offset))
    var record = Record()
    if first & 0x8000 != 0 {
      record.lists = [Record.List(weight: weight(at: offset + 2), offset: offset + 6, count: first - 0x7FFF)]
      return offset + 6 + 2 * (first - 0x7FFF) <= end ? record : nil
    }
    let bitmaps = Int(region.u16(at: offset + 2))
    offset += 4
    guard offset + 8 * bitmaps + 6 * first <= end else { return nil }
    for _ in 0..<bitmaps {
      let number = Int(region.u32(at: offset + 4))
      guard number < bitmapCount else { return nil }
      record.bitmaps.append(Record.Bitmap(weight: weight(at: offset), number: number))
      offset += 8
    }
    var positions = offset + 6 * first
    for _ in 0..<first {
      let count = Int(region.u16(at: offset + 4))
      record.lists.append(Record.List(weight: weight(at: offset), offset: positions, count: count))
      positions += 2 * count
      offset += 6
    }
    return positions <= end ? record : nil
  }

  private func weight(at offset: Int) -> Float {
    Float(bitPattern: region.u32(at: offset))
  }

  /// What a vector weighs at a term; 0 where it does not hold it.
  ///
  /// Complexity: O(groups · log positions).
  func weight(of vector: Int, _ record: Record) -> Float {
    for bitmap in record.bitmaps where holds(bitmap.number, vector) { return bitmap.weight }
    for list in record.lists where contains(vector, list) { return list.weight }
    return 0
  }

  /// Binary search.
  private func contains(_ vector: Int, _ list: Record.List) -> Bool {
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
  func forEachPosting(_ record: Record, _ body: (Int, Float) -> Void) {
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
}
