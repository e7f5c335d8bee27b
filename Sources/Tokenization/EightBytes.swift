/// Eight bytes of a text, the first one highest, looked at together.
///
/// Words and lines are found eight bytes at a time, by arithmetic whose carries stay in their byte
/// (Warren, "Hacker's Delight", chapter 6): one branch decides for eight bytes, where a loop over
/// bytes mispredicts the end of most words. The compiler makes one load of the eight, so it needs no
/// unsafe code. A loop that classed and hashed byte by byte was a fifth slower over all.
struct EightBytes {
  /// The bytes, the first one in the highest place.
  let bits: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The eight bytes from `index`, which must be there.
  @inline(__always)
  init(_ bytes: Span<UInt8>, at index: Int) {
    let eight = bytes.extracting(index..<index + 8)
    var reversed: UInt64 = 0
    for place in 0..<8 {
      reversed |= UInt64(eight[place]) &<< UInt64(truncatingIfNeeded: place &* 8)
    }
    bits = reversed.byteSwapped
  }

  /// How many ASCII letters and digits there are before the first other byte: 8 where all are.
  @inline(__always)
  var alphanumericPrefix: Int {
    let low = bits & ~Self.highBits
    let lowercase = low | Self.ones &* 0x20
    let letters =
      (lowercase &+ Self.ones &* (0x80 - 0x61)) & ~(lowercase &+ Self.ones &* (0x7F - 0x7A))
    let digits = (low &+ Self.ones &* (0x80 - 0x30)) & ~(low &+ Self.ones &* (0x7F - 0x39))
    let others = (~(letters | digits) | bits) & Self.highBits
    return others.leadingZeroBitCount / 8
  }

  /// The highest bit of each byte that is `byte`.
  @inline(__always)
  func places(of byte: UInt8) -> UInt64 {
    let difference = bits ^ Self.ones &* UInt64(byte)
    return ~((difference & ~Self.highBits) &+ ~Self.highBits | difference) & Self.highBits
  }

  /// Whether one of the bytes is `byte`.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let difference = bits ^ Self.ones &* UInt64(byte)
    return (difference &- Self.ones) & ~difference & Self.highBits != 0
  }
}
