package import Bytes
import CKernels

/// Looks up what some vectors weigh at each of many terms, in posting lists and bitmaps.
///
/// The few vectors that a scan lets through are scored again from the lists that the scan has just
/// read; a second copy of all vectors, the other way round, would double the index. Several vectors
/// are looked up together, list by list, and the next lists are asked for meanwhile: mostly the lines
/// of memory are what is waited for.
@safe
package struct PostingProbe: Sendable {
  /// The vectors that hold a term with one weight, as bits.
  package struct Bitmap: Sendable {
    let raw: rolefit_bitmap

    package var number: Int { Int(raw.number) }
    package var weight: Float { raw.weight }
    package var term: Int { Int(raw.term) }

    package init(number: Int, weight: Float, term: Int) {
      raw = rolefit_bitmap(number: UInt32(number), term: UInt32(term), weight: weight)
    }
  }

  private let lists: [SumBuffer.List]
  private let bitmaps: [Bitmap]
  private let terms: Int
  private let count: Int
  private let region: ByteRegion
  /// Where the bitmaps of the block begin.
  private let offset: Int

  /// A probe of lists and bitmaps that lie in a region.
  ///
  /// - Parameters:
  ///   - terms: how many terms there are.
  ///   - count: how many vectors the bitmaps are over.
  ///   - offset: where the bitmaps begin in the region, one after the other.
  package init(
    lists: [SumBuffer.List], bitmaps: [Bitmap], terms: Int, count: Int, in region: ByteRegion,
    at offset: Int
  ) {
    precondition(count >= 0 && count <= SumBuffer.capacity)
    for list in lists {
      precondition(list.isWhole(in: region) && list.isWeighted(in: region, terms: terms))
    }
    precondition(bitmaps.allSatisfy { $0.term < terms })
    let end = (bitmaps.lazy.map(\.number).max() ?? -1) + 1
    precondition(offset >= 0 && offset <= region.count)
    precondition(end * SumBuffer.bitmapSize(count) <= region.count - offset)
    self.lists = lists
    self.bitmaps = bitmaps
    self.terms = terms
    self.count = count
    self.region = region
    self.offset = offset
  }

  /// The weight of each vector at each term, 0 where it does not hold it: the vectors' weights at the
  /// first term, then at the next.
  ///
  /// Complexity: O(vectors · (bitmaps + lists)) expected.
  package func weights(of vectors: [UInt16], backend: Backend = .current) -> [Float] {
    precondition(vectors.allSatisfy { Int($0) < count })
    var own = [Float](repeating: 0, count: terms * vectors.count)
    guard !own.isEmpty else { return own }
    unsafe region.withUnsafeBytes { bytes in
      unsafe lists.withUnsafeBufferPointer { lists in
        unsafe bitmaps.withUnsafeBufferPointer { bitmaps in
          unsafe vectors.withUnsafeBufferPointer { vectors in
            guard let base = bytes.baseAddress else { return }
            // A list and a bitmap have one field, which is what the kernel takes.
            let rawLists = unsafe UnsafeRawPointer(lists.baseAddress)
            let rawBitmaps = unsafe UnsafeRawPointer(bitmaps.baseAddress)
            var call = unsafe rolefit_probe(
              base: base.assumingMemoryBound(to: UInt8.self), size: bytes.count,
              lists: rawLists?.assumingMemoryBound(to: rolefit_list.self), list_count: lists.count,
              bits: (base + offset).assumingMemoryBound(to: UInt8.self),
              bitmap_size: SumBuffer.bitmapSize(count),
              bitmaps: rawBitmaps?.assumingMemoryBound(to: rolefit_bitmap.self),
              bitmap_count: bitmaps.count, vectors: vectors.baseAddress,
              vector_count: vectors.count, count: count)
            // The initialiser has seen to it that all lists and bitmaps lie in the region, the
            // bitmaps for every vector, and that there is a row of `own` for each term.
            unsafe backend.probe(&call, &own)
          }
        }
      }
    }
    return own
  }
}
