package import Bytes
import Kernels
package import Tokenization

/// An inverted index over up to 65,536 vectors, as bytes that need no decoding.
///
/// Most weights of a model that counts words are few. A weight that a good part of the block has at a
/// term is a bitmap, which is small, and far faster to add than anything else (`AdderProgram`); the
/// rest of the term's vectors are a list of positions, each with a byte that chooses its weight. There
/// are no vectors beside: what one weighs at a term is found again by looking for its position. A vector
/// may have a short dense row as well. The index knows nothing of what terms, weights and rows mean.
///
/// A block is immutable and may be shared by threads. `init` checks that all sections lie inside;
/// content is checked where it is read, so that damaged bytes give a wrong sum or an error and touch
/// nothing else. The files that blocks lie in carry checksums.
///
/// ## Format, version 1
///
/// Little-endian; sections begin at multiples of 64.
///
///     offset  size  content
///     0       8     "RFBLOCK\0"
///     8       4     version, 1
///     12      4     vectors n, at most 65,536
///     16      4     terms t
///     20      4     bitmaps b
///     24      4     bits of a bucket number, d
///     28      4     width of the dense rows, at most 256; 0 for none
///     32      8     greatest norm of a vector (float64)
///     40      8     greatest length (float64)
///     48      9×8   where these begin: buckets, keys, references, records, lengths, rounded
///                   lengths, bitmaps, dense rows, and the end of the block
///     120     8     greatest norm of the rest of a dense row (float64)
///
///     buckets          2^d + 1 of 4 bytes: how many keys have smaller upper d bits
///     keys             t of 8 bytes: the terms, rising
///     references       t of 4 bytes: where a term's record begins, counted from the records, in 2 bytes
///     records          see below
///     lengths          n float64: what the dot product with a vector is divided by; 0 for an empty one
///     rounded lengths  n of 2 bytes: length · 65,535 / greatest length, rounded down
///     bitmaps          b of n bits each, filled up to a multiple of 1,024; vector v is bit v mod 8 of
///                      byte v / 8
///     dense rows       of each vector the first 64 int8, or the width where that is less; then of each
///                      the rest of its row
///
/// A record of one list of one weight: 2 bytes 0x8000 + positions − 1, weight (float32), positions of 2
/// bytes, rising. Any other: 2 bytes number of lists, 2 bytes number of bitmaps; for each bitmap its
/// weight (float32) and number (4 bytes); then the lists: 2 bytes positions − 1, 2 bytes levels − 1, for
/// each level its weight, rising; the positions, rising; and where there is more than one level, a byte
/// a position that says which, filled up to an even number of bytes.
///
/// For example, a term of weight 1.5 in the vectors 3 and 7: `01 80 00 00 c0 3f 03 00 07 00`.
package struct IndexBlock: Sendable {
  /// What is wrong with the bytes of a block.
  package enum Failure: Error, Equatable {
    /// They do not begin as one.
    case notABlock
    /// A version that is not read here.
    case version(Int)
    /// A section does not lie inside, or counts make no sense.
    case malformed
  }

  static let magic = Array("RFBLOCK\0".utf8)
  static let version: UInt32 = 1
  static let headerSize = 128

  /// The bytes.
  package let region: ByteRegion
  /// How many vectors there are.
  package let count: Int
  /// How many terms they hold.
  package let termCount: Int
  let bitmapCount: Int
  let bucketBits: Int
  /// How many numbers a vector has beside its terms.
  package let denseWidth: Int
  let greatestNorm: Double
  let greatestLength: Double
  let sections: Sections
  /// The rest of no dense row has a greater norm.
  let greatestRest: Double

  /// How many numbers of a dense row are looked at for each vector; a bound serves for the rest.
  static func headWidth(_ width: Int) -> Int { min(width, 64) }
  var headWidth: Int { Self.headWidth(denseWidth) }
  /// Where the rest of the rows begins.
  var denseRest: Int { sections.dense + headWidth * count }

  /// Where the sections begin.
  struct Sections: Sendable {
    var buckets, keys, references, records, lengths, roundedLengths, bitmaps, dense, end: Int
  }

  /// Opens a block.
  ///
  /// Complexity: O(1).
  package init(_ region: ByteRegion) throws(Failure) {
    guard region.count >= Self.headerSize,
      Self.magic.indices.allSatisfy({ region.u8(at: $0) == Self.magic[$0] })
    else { throw .notABlock }
    let number = { (offset: Int) in Int(region.u32(at: offset)) }
    guard region.u32(at: 8) == Self.version else { throw .version(number(8)) }
    self.region = region
    (count, termCount, bitmapCount, bucketBits) = (number(12), number(16), number(20), number(24))
    denseWidth = number(28)
    greatestNorm = Double(bitPattern: region.u64(at: 32))
    greatestLength = Double(bitPattern: region.u64(at: 40))
    greatestRest = Double(bitPattern: region.u64(at: 120))
    let starts = (0..<9).map { Int(truncatingIfNeeded: region.u64(at: 48 + 8 * $0)) }
    sections = Sections(
      buckets: starts[0], keys: starts[1], references: starts[2], records: starts[3],
      lengths: starts[4], roundedLengths: starts[5], bitmaps: starts[6], dense: starts[7],
      end: starts[8])
    guard isWhole(starts) else { throw .malformed }
  }

  /// Whether every section has room for what it should hold.
  private func isWhole(_ starts: [Int]) -> Bool {
    guard count <= SumBuffer.capacity, (0...24).contains(bucketBits), denseWidth <= 256,
      greatestNorm.isFinite, greatestNorm >= 0, greatestRest.isFinite, greatestRest >= 0,
      greatestLength.isFinite, greatestLength >= 0,
      starts[0] >= Self.headerSize, sections.end <= region.count
    else { return false }
    let sizes = [
      4 * ((1 << bucketBits) + 1), 8 * termCount, 4 * termCount, 0, 8 * count,
      2 * count, bitmapCount * bitmapSize, denseWidth * count,
    ]
    return zip(zip(starts, starts.dropFirst()), sizes).allSatisfy { bounds, size in
      bounds.0 <= bounds.1 && bounds.1 - bounds.0 >= size && bounds.0 % 64 == 0
    }
  }

  /// The bytes of a bitmap.
  var bitmapSize: Int { SumBuffer.bitmapSize(count) }

  /// What the dot product with a vector is divided by; 0 for an empty vector.
  package func length(of vector: Int) -> Double {
    precondition(vector >= 0 && vector < count)
    let length = Double(bitPattern: region.u64(at: sections.lengths + 8 * vector))
    // Forged bytes may hold what no builder writes.
    return length.isNormal && length > 0 ? length : 0
  }

  /// In how many vectors a term stands.
  ///
  /// Complexity: O(1) expected, and the bitmaps of the term.
  package func documentFrequency(of term: Term) -> Int {
    var record = Records()
    let index = Int(indices(of: [term.key])[0])
    guard index >= 0, append(at: self.record(at: index), to: &record) != nil else { return 0 }
    return record.lists.reduce(0) { $0 + $1.count }
      + record.bitmaps.reduce(0) { sum, bitmap in
        (0..<count).reduce(sum) { $0 + (holds(bitmap.number, $1) ? 1 : 0) }
      }
  }

  /// Whether a bitmap has the bit of a vector.
  func holds(_ bitmap: Int, _ vector: Int) -> Bool {
    let byte = bitmapByte(bitmap, vector)
    return region.u8(at: byte) >> UInt8(vector % 8) & 1 == 1
  }

  /// Where the bit of a vector stands.
  func bitmapByte(_ bitmap: Int, _ vector: Int) -> Int {
    sections.bitmaps + bitmap * bitmapSize + vector / 8
  }

  /// The dense row of a vector.
  func denseRow(of vector: Int) -> [Int8] {
    let rest = denseWidth - headWidth
    return (0..<denseWidth).map { index in
      let offset =
        index < headWidth
        ? sections.dense + vector * headWidth + index
        : denseRest + vector * rest + index - headWidth
      return Int8(bitPattern: region.u8(at: offset))
    }
  }
}
