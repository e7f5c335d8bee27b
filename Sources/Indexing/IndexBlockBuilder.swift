import Bytes
import Kernels
package import Weighting
import Tokenization

/// Collects vectors and writes them as an `IndexBlock`.
///
///     var builder = IndexBlockBuilder()
///     builder.add(vector, length: length)
///     let bytes = builder.finish()
///
/// The same vectors in the same order give the same bytes. Memory is about ten bytes an entry.
package struct IndexBlockBuilder {
  /// A group of more than one vector in so many is a bitmap: there adding bits is faster than adding
  /// at positions, by measure.
  private static let sparsest = 28
  /// Below so many vectors there are only lists.
  private static let smallest = 1024

  private var numbers = TermNumbers()
  private var entryTerms: [UInt32] = []
  private var entryWeights: [Float] = []
  private var ends: [Int] = []
  private var lengths: [Double] = []
  private var greatestNorm = 0.0
  private var heads: [Int8] = []
  private var rests: [Int8] = []
  private var greatestRest = 0.0
  private let denseWidth: Int

  /// An empty block.
  ///
  /// - Parameter denseWidth: how many numbers each vector has beside its terms, at most 256.
  package init(denseWidth: Int = 0) {
    precondition((0...256).contains(denseWidth), "dense rows of \(denseWidth)")
    self.denseWidth = denseWidth
  }

  /// How many vectors were added.
  package var count: Int { lengths.count }
  /// Whether the block holds as many vectors as one can.
  package var isFull: Bool { count == SumBuffer.capacity }

  /// Adds a vector, and what dot products with it are divided by.
  ///
  /// - Precondition: the block is not full; the row has the width of the block; weights are positive
  ///   and have the precision of a `Float`; the length is positive and finite.
  package mutating func add(_ vector: TermVector, length: Double, dense row: [Int8] = []) {
    precondition(!isFull)
    precondition(row.count == denseWidth, "a row of \(row.count), not \(denseWidth)")
    heads += row.prefix(IndexBlock.headWidth(denseWidth))
    let rest = row.dropFirst(IndexBlock.headWidth(denseWidth))
    rests += rest
    greatestRest = max(greatestRest, Double(rest.reduce(0) { $0 + Int($1) * Int($1) }).squareRoot())
    precondition(length > 0 && length.isFinite, "length \(length)")
    for (term, weight) in zip(vector.terms, vector.weights) {
      precondition(weight > 0 && Double(Float(weight)) == weight, "weight \(weight)")
      entryTerms.append(numbers.number(of: term))
      entryWeights.append(Float(weight))
    }
    ends.append(entryTerms.count)
    lengths.append(vector.isEmpty ? 0 : length)
    greatestNorm = max(greatestNorm, vector.norm)
  }

  /// The block.
  package consuming func finish() -> [UInt8] {
    let terms = numbers.terms.enumerated().sorted { $0.element < $1.element }
    let groups = grouped()
    let isLarge = count >= Self.smallest
    var records = ByteWriter()
    var references: [UInt32] = []
    var bitmaps: [[UInt16]] = []
    references.reserveCapacity(terms.count)
    for (number, _) in terms {
      references.append(UInt32(records.bytes.count / 2))
      let own = groups.groups(of: number)
      let dense = isLarge ? own.filter { $0.entries.count * Self.sparsest >= count } : []
      let sparse = isLarge ? own.filter { $0.entries.count * Self.sparsest < count } : own
      Self.write(sparse, dense.map(\.weight), firstBitmap: bitmaps.count, to: &records)
      bitmaps += dense.map { $0.entries.map(PostingGroups.position) }
    }
    return bytes(
      keys: terms.map(\.element.key), references: references, records: records.bytes,
      bitmaps: bitmaps)
  }

  private static func write(
    _ groups: [PostingGroups.Group], _ bitmaps: [Float], firstBitmap: Int,
    to records: inout ByteWriter
  ) {
    if bitmaps.isEmpty, groups.count == 1, groups[0].entries.count <= 0x8000 {
      records.write(UInt16(0x7FFF + groups[0].entries.count))
      records.write(groups[0].weight)
      for entry in groups[0].entries { records.write(PostingGroups.position(entry)) }
      return
    }
    let lists = stride(from: 0, to: groups.count, by: SumBuffer.levels).map {
      groups[$0..<min($0 + SumBuffer.levels, groups.count)]
    }
    records.write(UInt16(lists.count))
    records.write(UInt16(bitmaps.count))
    for (index, weight) in bitmaps.enumerated() {
      records.write(weight)
      records.write(UInt32(firstBitmap + index))
    }
    for list in lists { write(list, to: &records) }
  }

  /// A list of several weights.
  private static func write(
    _ groups: ArraySlice<PostingGroups.Group>, to records: inout ByteWriter
  ) {
    // A position, then the level, in one number that sorts by position.
    let entries = groups.enumerated().flatMap { level, group in
      group.entries.map { UInt32(PostingGroups.position($0)) << 8 | UInt32(level) }
    }.sorted()
    records.write(UInt16(entries.count - 1))
    records.write(UInt16(groups.count - 1))
    for group in groups { records.write(group.weight) }
    for entry in entries { records.write(UInt16(entry >> 8)) }
    guard groups.count > 1 else { return }
    for entry in entries { records.write(UInt8(truncatingIfNeeded: entry)) }
    if entries.count % 2 == 1 { records.write([0]) }
  }

  /// The entries by term, then by weight, then by position.
  private func grouped() -> PostingGroups {
    var starts = [Int](repeating: 0, count: numbers.terms.count + 1)
    for term in entryTerms { starts[Int(term) + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var next = starts
    var entries = [UInt64](repeating: 0, count: entryTerms.count)
    var entry = 0
    for (vector, end) in ends.enumerated() {
      while entry < end {
        let term = Int(entryTerms[entry])
        // Weights are positive, so their bits have the order of their values.
        entries[next[term]] = UInt64(entryWeights[entry].bitPattern) << 16 | UInt64(vector)
        next[term] += 1
        entry += 1
      }
    }
    return PostingGroups(starts: starts, entries: entries)
  }

  private func bytes(
    keys: [UInt64], references: [UInt32], records: [UInt8], bitmaps: [[UInt16]]
  ) -> [UInt8] {
    let bucketBits = max(0, (Int.bitWidth - (keys.count / 4).leadingZeroBitCount))
    let greatestLength = lengths.max() ?? 0
    var body = SectionWriter(headerSize: IndexBlock.headerSize)
    body.begin()
    var bucket = [UInt32](repeating: 0, count: (1 << bucketBits) + 1)
    for key in keys { bucket[(bucketBits == 0 ? 0 : Int(key >> UInt64(64 - bucketBits))) + 1] += 1 }
    for index in bucket.indices.dropFirst() { bucket[index] += bucket[index - 1] }
    for start in bucket { body.writer.write(start) }
    body.begin()
    for key in keys { body.writer.write(key) }
    body.begin()
    for reference in references { body.writer.write(reference) }
    body.begin()
    body.writer.write(records)
    body.writer.write([0, 0, 0, 0, 0, 0, 0, 0])
    body.begin()
    for length in lengths { body.writer.write(length) }
    body.begin()
    for length in lengths {
      body.writer.write(UInt16(greatestLength > 0 ? length / greatestLength * 65_535 : 0))
    }
    body.begin()
    body.writer.write(bits(of: bitmaps))
    body.begin()
    body.writer.write((heads + rests).map { UInt8(bitPattern: $0) })
    body.begin()
    var header = ByteWriter()
    header.write(IndexBlock.magic)
    for number in [
      Int(IndexBlock.version), count, keys.count, bitmaps.count, bucketBits, denseWidth,
    ] {
      header.write(UInt32(number))
    }
    header.write(greatestNorm)
    header.write(greatestLength)
    for start in body.starts { header.write(UInt64(start)) }
    header.write(greatestRest)
    return header.bytes + body.writer.bytes
  }

  private func bits(of bitmaps: [[UInt16]]) -> [UInt8] {
    let size = SumBuffer.bitmapSize(count)
    var bytes = [UInt8](repeating: 0, count: size * bitmaps.count)
    for (number, positions) in bitmaps.enumerated() {
      for position in positions.lazy.map(Int.init) {
        bytes[number * size + position / 8] |= 1 << UInt8(position % 8)
      }
    }
    return bytes
  }
}

/// Writes sections at multiples of 64 and notes where they begin.
private struct SectionWriter {
  let headerSize: Int
  var writer = ByteWriter()
  private(set) var starts: [Int] = []

  init(headerSize: Int) {
    self.headerSize = headerSize
  }

  mutating func begin() {
    let misfit = (headerSize + writer.bytes.count) % 64
    if misfit > 0 { writer.write([UInt8](repeating: 0, count: 64 - misfit)) }
    starts.append(headerSize + writer.bytes.count)
  }
}
