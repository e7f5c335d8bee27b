package import Bytes

/// Rising keys of 64 bits in a region, found by their upper bits.
///
/// Keys are hashes, so that as many of them begin with one pattern of bits as with any other: a bucket
/// holds a few, and a key is found by looking at those.
@safe
package struct KeyTable: Sendable {
  private let region: ByteRegion
  private let buckets: Int
  private let keys: Int
  private let bits: Int
  private let count: Int

  /// A table of `count` keys of 8 bytes from `keys` on, and of 2^`bits` + 1 numbers of 4 bytes from
  /// `buckets` on: how many keys have smaller upper bits.
  package init(in region: ByteRegion, buckets: Int, bits: Int, keys: Int, count: Int) {
    precondition(bits >= 0 && bits <= 24 && buckets >= 0 && keys >= 0 && count >= 0)
    precondition(4 * ((1 << bits) + 1) <= region.count - buckets)
    precondition(8 * count <= region.count - keys)
    self.region = region
    (self.buckets, self.keys, self.bits, self.count) = (buckets, keys, bits, count)
  }

  /// The number of each wanted key; −1 where there is none.
  ///
  /// Complexity: O(1) expected for each. All are looked up in one call, so that the processor can wait
  /// for several at once.
  package func indices(of wanted: [UInt64]) -> [Int32] {
    var found = [Int32](repeating: -1, count: wanted.count)
    unsafe region.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      for (number, key) in wanted.enumerated() {
        let bucket = bits == 0 ? 0 : Int(key >> UInt64(64 - bits))
        // A bucket is below 2^bits, and an index below the count, whatever the bytes say.
        let bounds = unsafe UInt64(
          littleEndian: base.loadUnaligned(fromByteOffset: buckets + 4 * bucket, as: UInt64.self))
        var index = Int(bounds & 0xFFFF_FFFF)
        let end = min(Int(bounds >> 32), count)
        while index < end {
          let own = unsafe UInt64(
            littleEndian: base.loadUnaligned(fromByteOffset: keys + 8 * index, as: UInt64.self))
          if own >= key {
            if own == key { found[number] = Int32(index) }
            break
          }
          index += 1
        }
      }
    }
    return found
  }
}
