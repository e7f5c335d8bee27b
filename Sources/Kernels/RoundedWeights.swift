package import Bytes
import CKernels

/// The weights of a query's terms in a block as whole numbers, and how far that is off.
///
/// A vector holds each term once at most, so that of the errors at a term the greatest counts.
@safe
package struct RoundedWeights: Sendable {
  /// Those of the levels of all lists, each where its list says, and zeros after the last.
  package private(set) var lists: [UInt16]
  /// The greatest errors at each term, downwards and upwards.
  private var below, above: [Double]

  /// Rounds the weights that stand in the records of lists.
  ///
  /// - Parameters:
  ///   - factors: what weights are multiplied by, for each term.
  ///   - count: how many weights all lists have.
  ///
  /// Complexity: O(weights).
  package init(
    of lists: [SumBuffer.List], count: Int, factors: [Double], in region: ByteRegion,
    backend: Backend
  ) {
    for list in lists {
      precondition(list.isWeighted(in: region, terms: factors.count))
      precondition(list.first + list.levelCount <= count)
    }
    var rounded = [UInt16](repeating: 0, count: count + SumBuffer.levels)
    var below = [Double](repeating: 0, count: factors.count)
    var above = below
    unsafe region.withUnsafeBytes { bytes in
      unsafe lists.withUnsafeBufferPointer { lists in
        unsafe factors.withUnsafeBufferPointer { factors in
          let raw = unsafe UnsafeRawPointer(lists.baseAddress)
          guard let base = bytes.baseAddress, let factor = factors.baseAddress,
            let first = unsafe raw?.assumingMemoryBound(to: rolefit_list.self)
          else { return }
          // The lists' weights lie in the region, and there is a place for each; terms have factors.
          unsafe backend.round(
            base.assumingMemoryBound(to: UInt8.self), first, lists.count, factor, &rounded, &below,
            &above)
        }
      }
    }
    self.lists = rounded
    (self.below, self.above) = (below, above)
  }

  /// How far `sparse` may go from the nearest whole number.
  package static let reach = 1

  /// A whole number near a weight of a term: of those in reach the one with the fewest binary ones, each
  /// of which would be added as a bitmap of its own.
  package mutating func sparse(_ exact: Double, term: Int) -> UInt16 {
    // Weights are positive; those of forged bytes may be anything, and count for nothing.
    guard exact > 0 else { return 0 }
    let nearest = Int(min(exact, 65_000) + 0.5)
    var best = nearest
    for distance in 1...Self.reach {
      for other in [nearest - distance, nearest + distance]
      where other > 0 && other.nonzeroBitCount < best.nonzeroBitCount {
        best = other
      }
    }
    below[term] = max(below[term], exact - Double(best))
    above[term] = max(above[term], Double(best) - exact)
    return UInt16(best)
  }

  /// How far a sum may be below and above what it stands for: the errors of all terms, and a little
  /// more, as their sums are themselves rounded.
  package var margins: (below: Double, above: Double) {
    (below.reduce(0, +) * (1 + 1e-9) + 1e-6, above.reduce(0, +) * (1 + 1e-9) + 1e-6)
  }
}
