package import Bytes

/// Looks up what one vector weighs at each of many terms, in posting lists and bitmaps.
///
/// The few vectors that a scan lets through are scored again from the lists that the scan has just
/// read; a second copy of all vectors, the other way round, would double the index.
@safe
package struct PostingProbe: Sendable {
  /// The vectors that hold a term with one weight, as bits.
  package struct Bitmap: Sendable {
    /// Where it begins.
    package let offset: Int
    package let weight: Float
    package let term: Int

    package init(offset: Int, weight: Float, term: Int) {
      (self.offset, self.weight, self.term) = (offset, weight, term)
    }
  }

  private let lists: [(list: SumBuffer.List, term: Int)]
  private let bitmaps: [Bitmap]
  private let weights: [Float]
  private let terms: Int
  private let count: Int
  private let region: ByteRegion

  /// A probe of lists and bitmaps that lie in a region.
  ///
  /// - Parameters:
  ///   - lists: each with the number of its term.
  ///   - weights: those of the levels of all lists, as `SumBuffer.add` takes them.
  ///   - terms: how many terms there are.
  ///   - count: how many vectors the bitmaps are over.
  package init(
    lists: [(list: SumBuffer.List, term: Int)], bitmaps: [Bitmap], weights: [Float], terms: Int,
    count: Int, in region: ByteRegion
  ) {
    let size = SumBuffer.bitmapSize(count)
    for (list, term) in lists {
      precondition(term >= 0 && term < terms && list.isWhole(in: region, weights: weights.count))
    }
    for bitmap in bitmaps {
      precondition(bitmap.term >= 0 && bitmap.term < terms && bitmap.offset >= 0)
      precondition(bitmap.offset <= region.count && size <= region.count - bitmap.offset)
    }
    self.lists = lists
    self.bitmaps = bitmaps
    self.weights = weights
    self.terms = terms
    self.count = count
    self.region = region
  }

  /// The weight of a vector at each term; 0 where it does not hold it.
  ///
  /// Complexity: O(bitmaps + lists · log positions).
  package func weights(of vector: Int) -> [Float] {
    precondition(vector >= 0 && vector < count)
    var found = [Float](repeating: 0, count: terms)
    let bit = UInt8(1) << UInt8(vector % 8)
    let position = UInt16(truncatingIfNeeded: vector)
    // The initialiser has seen to it that all lists and bitmaps lie in the region, the bitmaps for
    // every vector, and that there is a weight for whatever a level says.
    unsafe region.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      for bitmap in bitmaps {
        let byte = unsafe base.load(fromByteOffset: bitmap.offset + vector / 8, as: UInt8.self)
        if byte & bit != 0 { found[bitmap.term] = bitmap.weight }
      }
      for (list, term) in lists {
        let index = unsafe lowerBound(of: position, base + list.offset, list.count)
        guard index < list.count,
          unsafe Self.position(index, base + list.offset) == position
        else { continue }
        var level = 0
        if let levels = list.levels {
          level = Int(unsafe base.load(fromByteOffset: levels + index, as: UInt8.self))
        }
        found[term] = weights[list.first + level]
      }
    }
    return found
  }

  /// Positions around the expected one that are looked at first.
  private static let reach = 48

  /// How many positions of a list are smaller.
  ///
  /// Positions of a long list are spread over the block, so the wanted one is mostly near its share of
  /// the list: there a search stays in one or two cache lines.
  @inline(__always)
  private func lowerBound(of vector: UInt16, _ list: UnsafeRawPointer, _ length: Int) -> Int {
    guard length > 4 * Self.reach else {
      return unsafe Self.lowerBound(of: vector, list, 0, length)
    }
    let expected = Int(vector) * length / count
    let low = max(0, expected - Self.reach)
    let high = min(length, expected + Self.reach)
    let isIn =
      unsafe (low == 0 || Self.position(low - 1, list) < vector)
      && (high == length || Self.position(high, list) >= vector)
    return unsafe isIn
      ? Self.lowerBound(of: vector, list, low, high)
      : Self.lowerBound(of: vector, list, 0, length)
  }

  /// A binary search in a part of a list, without branches that depend on the positions.
  @inline(__always)
  private static func lowerBound(
    of vector: UInt16, _ list: UnsafeRawPointer, _ start: Int, _ end: Int
  ) -> Int {
    var (low, left) = (start, end - start)
    while left > 0 {
      let half = (left + 1) / 2
      // low + half ≤ end.
      let isSmaller = unsafe position(low + half - 1, list) < vector
      low += isSmaller ? half : 0
      left = isSmaller ? left - half : half - 1
    }
    return low
  }

  @inline(__always)
  private static func position(_ index: Int, _ list: UnsafeRawPointer) -> UInt16 {
    UInt16(littleEndian: unsafe list.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self))
  }
}
