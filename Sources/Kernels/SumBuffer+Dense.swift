package import Bytes

/// The dense part of a block: a row of int8 for each vector, beside its sparse terms.
extension SumBuffer {
  /// What a selection with dense rows asks of a vector.
  ///
  /// (sum + margin) / (scale · length) + weight · product ≥ bound
  package struct DenseBound {
    package var scale, margin, weight, bound: Double

    package init(scale: Double, margin: Double, weight: Double, bound: Double) {
      (self.scale, self.margin, self.weight, self.bound) = (scale, margin, weight, bound)
    }
  }

  /// Multiplies a row with the row of each vector, in whole numbers.
  ///
  /// - Parameter rows: where the rows stand in the region, one after the other, each as long as the
  ///   query.
  ///
  /// Complexity: O(vectors × width).
  package mutating func multiply(
    _ query: [Int8], rows offset: Int, count: Int, in region: ByteRegion
  ) {
    precondition(count >= 0 && count <= Self.capacity && query.count <= 256)
    precondition(offset >= 0 && offset <= region.count)
    precondition(count * query.count <= region.count - offset)
    if products.isEmpty { products = [Int32](repeating: 0, count: Self.capacity) }
    guard count > 0, !query.isEmpty else { return }
    unsafe region.withUnsafeBytes { bytes in
      unsafe query.withUnsafeBufferPointer { query in
        unsafe products.withUnsafeMutableBufferPointer { products in
          guard let base = bytes.baseAddress, let row = query.baseAddress,
            let product = products.baseAddress
          else { return }
          // The rows lie in the region, and there is a product for each.
          unsafe backend.dot(
            (base + offset).assumingMemoryBound(to: Int8.self), row, count, query.count, product)
        }
      }
    }
  }

  /// The product of a vector's row, after `multiply`.
  package func product(_ index: Int) -> Int32 {
    products[index]
  }

  /// Finds the vectors of a range that reach a bound with their dense rows; `hit(_:)` tells which.
  ///
  /// - Parameter lengths: where the float64 lengths of the block stand in the region.
  ///
  /// Complexity: O(vectors).
  package mutating func select(
    _ range: Range<Int>, lengths offset: Int, in region: ByteRegion, _ dense: DenseBound,
    allowed: [UInt8]?
  ) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= Self.capacity)
    precondition(offset >= 0 && offset + 8 * range.upperBound <= region.count)
    if let allowed { precondition(allowed.count >= (range.upperBound + 63) / 64 * 8) }
    first = range.lowerBound
    var found = 0
    unsafe region.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      for index in range {
        let length = Double(
          bitPattern: UInt64(
            littleEndian: unsafe base.loadUnaligned(
              fromByteOffset: offset + 8 * index, as: UInt64.self)))
        let wanted = (dense.bound - dense.weight * Double(products[index])) * dense.scale * length
        guard unsafe Double(sums[index]) + dense.margin >= wanted * (1 - 1e-12) else { continue }
        if let allowed, allowed[index / 8] >> UInt8(index % 8) & 1 == 0 { continue }
        // There are as many places for hits as vectors.
        unsafe hits[found] = UInt16(index - first)
        found += 1
      }
    }
    return found
  }
}
