package import Bytes
import CKernels

/// The dense part of a block: a row of int8 for each vector, beside its sparse terms.
extension SumBuffer {
  /// What a selection with dense rows asks of a vector.
  ///
  /// sum + margin ≥ (bound − weight · product) · scale · rounded length, in float32; whoever asks adds
  /// to the margin what that may be off.
  package struct DenseBound {
    package var bound, weight, scale, margin: Float

    package init(bound: Float, weight: Float, scale: Float, margin: Float) {
      (self.bound, self.weight, self.scale, self.margin) = (bound, weight, scale, margin)
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
  /// - Parameter lengths: where the lengths of the block stand in the region, 16 bits each.
  ///
  /// Complexity: O(vectors).
  package mutating func select(
    _ range: Range<Int>, lengths offset: Int, in region: ByteRegion, _ dense: DenseBound,
    allowed: [UInt8]?
  ) -> Int {
    guard !range.isEmpty else { return 0 }
    precondition(range.lowerBound % 64 == 0 && range.upperBound <= products.count)
    precondition(offset >= 0 && offset % 2 == 0 && offset + 2 * range.upperBound <= region.count)
    if let allowed { precondition(allowed.count >= (range.upperBound + 63) / 64 * 8) }
    first = range.lowerBound
    let bound = rolefit_dense_bound(
      bound: dense.bound, weight: dense.weight, scale: dense.scale, margin: dense.margin)
    // The range lies in the sums, the products, the lengths and the bits; hits have room for all.
    return unsafe region.withUnsafeBytes { bytes in
      unsafe products.withUnsafeBufferPointer { products in
        guard let base = bytes.baseAddress, let product = products.baseAddress else { return 0 }
        let lengths = unsafe (base + offset).assumingMemoryBound(to: UInt16.self)
        return unsafe (allowed ?? []).withUnsafeBufferPointer { bits in
          let bits = allowed == nil ? nil : bits.baseAddress
          return unsafe backend.selectDense(
            sums + range.lowerBound, product + range.lowerBound, lengths + range.lowerBound,
            range.count, bound, bits.map { unsafe $0 + range.lowerBound / 8 }, hits)
        }
      }
    }
  }

  /// Adds to the products of the vectors that were found those of the rest of their rows.
  ///
  /// Complexity: O(found × width).
  package mutating func complete(
    _ found: Int, with query: [Int8], rows offset: Int, count: Int, in region: ByteRegion
  ) {
    let width = query.count
    precondition(offset >= 0 && offset <= region.count && found <= Self.capacity)
    precondition(count <= products.count && count * width <= region.count - offset)
    guard width > 0 else { return }
    unsafe region.withUnsafeBytes { bytes in
      unsafe query.withUnsafeBufferPointer { query in
        guard let base = bytes.baseAddress, let row = query.baseAddress else { return }
        for index in 0..<found {
          let vector = hit(index)
          precondition(vector < count)
          // The rows lie far apart: each is asked for some time before it is used. An address is only
          // asked for, so it may be any.
          if index + 8 < found {
            let next = unsafe base + offset + hit(index + 8) * width
            for line in stride(from: 0, to: width, by: 64) { unsafe rolefit_prefetch(next + line) }
          }
          var product: Int32 = 0
          // The vector is one of those whose rows lie in the region.
          unsafe backend.dot(
            (base + offset + vector * width).assumingMemoryBound(to: Int8.self), row, 1, width,
            &product)
          products[vector] &+= product
        }
      }
    }
  }
}
