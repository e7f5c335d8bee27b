package import Bytes
import CKernels

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
  /// All are looked up in one call, step by step: first the buckets of all, then the keys, which were
  /// asked for meanwhile, so that the processor waits for many lines of memory at once.
  ///
  /// Complexity: O(1) expected for each.
  package func indices(of wanted: [UInt64]) -> [Int32] {
    var found = [Int32](repeating: -1, count: wanted.count)
    unsafe region.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      var bounds: [UInt64] = []
      bounds.reserveCapacity(wanted.count)
      for key in wanted {
        let bucket = bits == 0 ? 0 : Int(key >> UInt64(64 - bits))
        // A bucket is below 2^bits, whatever the bytes say.
        unsafe rolefit_prefetch(base + buckets + 4 * bucket)
        bounds.append(UInt64(bucket))
      }
      for number in bounds.indices {
        let own = unsafe UInt64(
          littleEndian: base.loadUnaligned(
            fromByteOffset: buckets + 4 * Int(bounds[number]), as: UInt64.self))
        unsafe rolefit_prefetch(base + keys + 8 * min(Int(own & 0xFFFF_FFFF), count))
        bounds[number] = own
      }
      for (number, key) in wanted.enumerated() {
        var index = Int(bounds[number] & 0xFFFF_FFFF)
        let end = min(Int(bounds[number] >> 32), count)
        while index < end {
          // An index is below the count.
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

extension ByteRegion {
  /// Asks for the cache line of an offset, where that lies in the region; nothing is read.
  package func fetch(_ offset: Int) {
    unsafe withUnsafeBytes { bytes in
      guard offset >= 0, offset < bytes.count, let base = bytes.baseAddress else { return }
      // Inside the region; and nothing is read.
      unsafe rolefit_prefetch(base + offset)
    }
  }
}
