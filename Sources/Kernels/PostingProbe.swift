package import Bytes

/// Looks up what one vector weighs at each of many terms, in posting lists and bitmaps.
///
/// The few vectors that a scan lets through are scored again from the lists that the scan has just
/// read; a second copy of all vectors, the other way round, would double the index.
@safe
package struct PostingProbe: Sendable {
  /// Vectors that hold a term.
  package struct Group: Sendable {
    fileprivate enum Form: Sendable {
      case list(SumBuffer.List)
      /// Where its first stripe stands, and its weight.
      case bitmap(Int, Float)
    }

    fileprivate let form: Form
    fileprivate let term: Int

    /// A posting list.
    package init(_ list: SumBuffer.List, term: Int) {
      form = .list(list)
      self.term = term
    }

    /// A bitmap whose first stripe stands at `offset`.
    package init(bitmap offset: Int, weight: Float, term: Int) {
      form = .bitmap(offset, weight)
      self.term = term
    }
  }

  private let groups: [Group]
  private let weights: [Float]
  private let terms: Int
  private let stripeSize: Int
  private let region: ByteRegion

  /// A probe of groups that lie in a region.
  ///
  /// - Parameters:
  ///   - weights: those of the levels of all lists, as `SumBuffer.add` takes them.
  ///   - stripeSize: bytes from a stripe of a bitmap to its next.
  ///   - stripes: how many stripes there are.
  package init(
    _ groups: [Group], weights: [Float], terms: Int, in region: ByteRegion, stripeSize: Int,
    stripes: Int
  ) {
    let reach = max(0, stripes - 1) * stripeSize + SumBuffer.stripeBytes
    for group in groups {
      precondition(group.term >= 0 && group.term < terms)
      switch group.form {
      case .list(let list): precondition(list.isWhole(in: region, weights: weights.count))
      case .bitmap(let offset, _):
        precondition(offset >= 0 && offset <= region.count && reach <= region.count - offset)
      }
    }
    self.groups = groups
    self.weights = weights
    self.terms = terms
    self.region = region
    self.stripeSize = stripeSize
    vectors = stripes * SumBuffer.stripe
  }

  private let vectors: Int

  /// The weight of a vector at each term; 0 where it does not hold it.
  ///
  /// Complexity: O(groups · log positions).
  package func weights(of vector: Int) -> [Float] {
    precondition(vector >= 0 && vector < vectors)
    var weights = [Float](repeating: 0, count: terms)
    let inBitmap =
      vector / SumBuffer.stripe * stripeSize + vector % SumBuffer.stripe / 8
    let bit = UInt8(1) << UInt8(vector % 8)
    unsafe region.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      for group in groups {
        // The initialiser has seen to it that the group lies in the region, for every vector of
        // the stripes and whatever a level says.
        switch group.form {
        case .bitmap(let offset, let weight):
          let byte = unsafe base.load(fromByteOffset: offset + inBitmap, as: UInt8.self)
          if byte & bit != 0 { weights[group.term] = weight }
        case .list(let list):
          let vector = UInt16(truncatingIfNeeded: vector)
          guard let index = unsafe Self.index(of: vector, base + list.offset, list.count) else {
            continue
          }
          var level = 0
          if let levels = list.levels {
            level = Int(unsafe base.load(fromByteOffset: levels + index, as: UInt8.self))
          }
          weights[group.term] = self.weights[list.first + level]
        }
      }
    }
    return weights
  }

  /// A binary search without branches that depend on the positions.
  @inline(__always)
  private static func index(
    of vector: UInt16, _ list: UnsafeRawPointer, _ count: Int
  ) -> Int? {
    guard count > 0 else { return nil }
    var (low, left) = (0, count)
    while left > 1 {
      let half = left / 2
      // low + half < count.
      let position = unsafe list.loadUnaligned(fromByteOffset: 2 * (low + half), as: UInt16.self)
      low += UInt16(littleEndian: position) <= vector ? half : 0
      left -= half
    }
    let position = unsafe list.loadUnaligned(fromByteOffset: 2 * low, as: UInt16.self)
    return UInt16(littleEndian: position) == vector ? low : nil
  }
}
