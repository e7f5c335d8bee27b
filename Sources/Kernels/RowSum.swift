package import Bytes
import CKernels

/// Weighted sums of rows of int8, in whole numbers: exact, whatever the order.
package struct RowSum: Sendable {
  /// For each place of a row, Σ weight · number.
  package private(set) var sums: [Int64]

  package init(width: Int) {
    sums = [Int64](repeating: 0, count: width)
  }

  /// Adds a row, each number times `weight`; sums past 64 bits wrap around.
  ///
  /// - Precondition: the row lies in the region.
  package mutating func add(_ weight: Int64, rowAt offset: Int, in region: ByteRegion) {
    precondition(offset >= 0 && offset <= region.count - sums.count)
    guard weight != 0 else { return }
    unsafe region.withUnsafeBytes { bytes in
      unsafe sums.withUnsafeMutableBufferPointer { sums in
        guard let base = bytes.baseAddress, let first = sums.baseAddress else { return }
        // The row was just seen to lie in the region, and there is a sum for each of its numbers.
        unsafe rolefit_add_row(
          first, (base + offset).assumingMemoryBound(to: Int8.self), sums.count, weight)
      }
    }
  }

  /// The dot product of whole numbers with a row; past 64 bits it wraps around.
  ///
  /// - Precondition: a row of as many numbers lies at `offset` in the region.
  package static func product(
    _ numbers: [Int64], rowAt offset: Int, in region: ByteRegion
  ) -> Int64 {
    precondition(offset >= 0 && offset <= region.count - numbers.count)
    return unsafe region.withUnsafeBytes { bytes in
      unsafe numbers.withUnsafeBufferPointer { numbers in
        guard let base = bytes.baseAddress, let first = numbers.baseAddress else { return 0 }
        return unsafe rolefit_row_product(
          first, (base + offset).assumingMemoryBound(to: Int8.self), numbers.count)
      }
    }
  }
}
