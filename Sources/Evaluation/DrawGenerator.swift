/// Random numbers for draws of the bootstrap: the same for a seed on every machine, for ever.
///
/// SplitMix64 (Steele, Lea and Flood 2014). The standard library's own `random(in:using:)` may change
/// how it uses a generator, so the choice of an index is written out here too.
struct DrawGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// An index below `count`, each with the same probability.
  ///
  /// The high half of a 128-bit product; the few values that would favour some indices are drawn
  /// again (Lemire 2019). Complexity: O(1) expected; a second draw has a probability below
  /// `count` / 2⁶⁴.
  mutating func index(below count: Int) -> Int {
    precondition(count > 0, "an index below \(count)")
    let bound = UInt64(count)
    let surplus = (0 &- bound) % bound
    while true {
      let product = next().multipliedFullWidth(by: bound)
      if product.low >= surplus { return Int(product.high) }
    }
  }
}
