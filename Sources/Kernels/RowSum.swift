package import Bytes

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
        // The row was just seen to lie in the region, and there is a sum for each of its numbers.
        for index in sums.indices {
          let number = unsafe Int8(bitPattern: bytes[offset + index])
          unsafe sums[index] &+= weight &* Int64(number)
        }
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
        var sum: Int64 = 0
        for index in numbers.indices {
          let number = unsafe Int8(bitPattern: bytes[offset + index])
          unsafe sum &+= numbers[index] &* Int64(number)
        }
        return sum
      }
    }
  }
}
