/// XXH64, the 64-bit checksum of the xxHash family (github.com/Cyan4973/xxHash, the specification
/// in `doc/xxhash_spec.md`).
///
/// It finds damage by accident; it is no defence against somebody who damages on purpose. Four
/// lanes of 8 bytes are mixed independently, so that the multiplications of one overlap with those
/// of the others; then the lanes are merged and the rest is mixed in, 8, 4 and 1 bytes at a time.
package enum XXH64 {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  /// The checksum of `bytes`.
  package static func hash(_ bytes: RawSpan, seed: UInt64 = 0) -> UInt64 {
    // `hash(_:seed:)` below reads inside the buffer only, and keeps no pointer.
    unsafe bytes.withUnsafeBytes { unsafe hash($0, seed: seed) }
  }

  /// The checksum of `bytes`.
  package static func hash(_ bytes: [UInt8], seed: UInt64 = 0) -> UInt64 {
    // Each byte of the array is a value, without any padding between them.
    hash(unsafe bytes.span.bytes, seed: seed)
  }

  /// The checksum of the bytes of `region`.
  package static func hash(_ region: ByteRegion, seed: UInt64 = 0) -> UInt64 {
    region.withSpan { hash($0, seed: seed) }
  }

  private static func hash(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
    guard let start = bytes.baseAddress, bytes.count > 0 else { return finish(seed &+ prime5) }
    let stripes = bytes.count / 32 * 32
    var sum =
      stripes > 0 ? unsafe mixStripes(start, stripes, seed: seed) : seed &+ prime5
    sum &+= UInt64(bytes.count)
    var offset = stripes
    // Each load below ends at or before `bytes.count`, by the condition of its loop.
    while offset + 8 <= bytes.count {
      sum ^= round(0, unsafe load(start, offset))
      sum = rotate(sum, 27) &* prime1 &+ prime4
      offset += 8
    }
    if offset + 4 <= bytes.count {
      let word = unsafe start.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
      sum ^= UInt64(UInt32(littleEndian: word)) &* prime1
      sum = rotate(sum, 23) &* prime2 &+ prime3
      offset += 4
    }
    while offset < bytes.count {
      sum ^= UInt64(unsafe bytes[offset]) &* prime5
      sum = rotate(sum, 11) &* prime1
      offset += 1
    }
    return finish(sum)
  }

  /// Mixes `count` bytes, a multiple of 32 above zero.
  private static func mixStripes(
    _ start: UnsafeRawPointer, _ count: Int, seed: UInt64
  ) -> UInt64 {
    var (a, b) = (seed &+ prime1 &+ prime2, seed &+ prime2)
    var (c, d) = (seed, seed &- prime1)
    var offset = 0
    while offset < count {
      // A whole stripe is left, as `count` is a multiple of 32.
      a = round(a, unsafe load(start, offset))
      b = round(b, unsafe load(start, offset + 8))
      c = round(c, unsafe load(start, offset + 16))
      d = round(d, unsafe load(start, offset + 24))
      offset += 32
    }
    var sum = rotate(a, 1) &+ rotate(b, 7) &+ rotate(c, 12) &+ rotate(d, 18)
    sum = (sum ^ round(0, a)) &* prime1 &+ prime4
    sum = (sum ^ round(0, b)) &* prime1 &+ prime4
    sum = (sum ^ round(0, c)) &* prime1 &+ prime4
    return (sum ^ round(0, d)) &* prime1 &+ prime4
  }

  @inline(__always)
  private static func load(_ start: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    // The callers see to it that 8 bytes stand at `offset`.
    UInt64(littleEndian: unsafe start.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inline(__always)
  private static func round(_ sum: UInt64, _ input: UInt64) -> UInt64 {
    rotate(sum &+ input &* prime2, 31) &* prime1
  }

  @inline(__always)
  private static func rotate(_ value: UInt64, _ count: UInt64) -> UInt64 {
    value << count | value >> (64 - count)
  }

  private static func finish(_ value: UInt64) -> UInt64 {
    var sum = value
    sum = (sum ^ sum >> 33) &* prime2
    sum = (sum ^ sum >> 29) &* prime3
    return sum ^ sum >> 32
  }
}
