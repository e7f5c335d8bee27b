/// The identity of a term: a 64-bit hash of its normalised spelling.
///
/// A term is a stem ("engin"), a technical name ("c++") or a sequence of them (a bigram, an alias of
/// several words). Its key is a property of the spelling alone, so two documents can be compared
/// without a shared dictionary, on any machine, in any order, and sums over terms can be taken in the
/// order of the keys whatever else is loaded.
///
/// Distinct terms share a key with probability n²/2⁶⁵ for n terms: below 10⁻⁷ for a million.
/// It is not a cryptographic hash: who wants two spellings to collide can construct them.
///
/// It is public for the optimiser alone, as `Token` is.
public struct Term: Hashable, Comparable, Sendable {
  /// The hash.
  public let key: UInt64

  /// A term with a known key, as read from a background file.
  package init(key: UInt64) {
    self.key = key
  }

  /// The term spelt by normalised bytes.
  package init(spelling: [UInt8]) {
    var hash = SpellingHash()
    for byte in spelling { hash.combine(byte) }
    key = hash.value
  }

  /// The term of two terms that follow each other.
  @inlinable @inline(__always)
  public init(_ first: Term, _ second: Term) {
    key = SpellingHash.fold(
      first.key &+ 0x9E37_79B9_7F4A_7C15, second.key ^ SpellingHash.multiplier)
  }

  /// The term of a sequence; one term stands for itself.
  package init?(sequence: [Term]) {
    guard let first = sequence.first else { return nil }
    self = sequence.dropFirst().reduce(first) { Term($0, $1) }
  }

  /// Whether two terms are one.
  @inlinable @inline(__always)
  public static func == (left: Term, right: Term) -> Bool {
    left.key == right.key
  }

  /// Whether a key is below another.
  @inlinable @inline(__always)
  public static func < (left: Term, right: Term) -> Bool {
    left.key < right.key
  }
}

/// A hash of bytes that come one by one, folded eight at a time by a 128-bit product.
///
/// The construction is that of wyhash (Wang Yi, 2019), simplified: the length is folded in at the
/// end, so that a trailing zero byte counts.
@usableFromInline
struct SpellingHash {
  @inlinable static var multiplier: UInt64 { 0xA076_1D64_78BD_642F }
  private var state: UInt64 = 0xE703_7ED1_A0B4_28DB
  private var pending: UInt64 = 0
  private var count: UInt64 = 0

  @inlinable @inline(__always)
  static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  @inline(__always)
  mutating func combine(_ byte: UInt8) {
    pending = pending << 8 | UInt64(byte)
    count &+= 1
    if count & 7 == 0 {
      state = Self.fold(state ^ pending, Self.multiplier)
      pending = 0
    }
  }

  /// Takes in `eight`, where the count of the bytes so far is a multiple of 8.
  @inline(__always)
  mutating func combine(_ eight: EightBytes) {
    state = Self.fold(state ^ eight.bits, Self.multiplier)
    count &+= 8
  }

  /// Takes in the first `prefix` of `eight`, fewer than 8, where the count is a multiple of 8.
  @inline(__always)
  mutating func combine(_ eight: EightBytes, prefix: Int) {
    // Twice, because a shift by 64 is none.
    pending = (eight.bits &>> 8) &>> UInt64(truncatingIfNeeded: 56 &- 8 &* prefix)
    count &+= UInt64(truncatingIfNeeded: prefix)
  }

  /// The hash of the bytes so far.
  @inline(__always)
  var value: UInt64 {
    Self.fold(state ^ pending, Self.multiplier ^ count)
  }
}
