import Bytes
import Testing

@testable import Kernels

/// Weighted sums of rows, exact and modulo 2^64.
@Suite struct RowSumTests {
  private static let region = ByteRegion([1, 254, 3, 127, 128, 0])

  @Test func `rows are added with their weights`() {
    var sum = RowSum(width: 3)
    sum.add(2, rowAt: 0, in: Self.region)
    sum.add(-1, rowAt: 3, in: Self.region)
    // 2 · (1, −2, 3) − (127, −128, 0)
    #expect(sum.sums == [-125, 124, 6])
    sum.add(0, rowAt: 1, in: Self.region)
    #expect(sum.sums == [-125, 124, 6])
  }

  @Test func `a product is the sum of the numbers' products`() {
    #expect(RowSum.product([10, 20, 30], rowAt: 0, in: Self.region) == 10 - 40 + 90)
    #expect(RowSum.product([], rowAt: 6, in: Self.region) == 0)
  }

  @Test func `what is too great wraps around`() {
    var sum = RowSum(width: 1)
    sum.add(.max, rowAt: 2, in: Self.region)
    #expect(sum.sums == [Int64.max &* 3])
    #expect(RowSum.product([.max], rowAt: 2, in: Self.region) == Int64.max &* 3)
  }
}
