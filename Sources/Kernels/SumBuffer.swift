package import Bytes
import CKernels

/// Sums of 16 bits for the vectors of a block, and the kernels that work on them.
///
/// A buffer belongs to one thread at a time and is used again from block to block. All ranges are
/// checked here, before a kernel sees them: whatever a damaged block says, nothing outside of it and
/// of the buffer is touched.
@safe
package struct SumBuffer: ~Copyable {
  /// Vectors of a block: as many as positions of 16 bits tell apart.
  package static let capacity = 1 << 16
  /// Vectors of a chunk: a bitmap has whole chunks.
  package static let chunk = 8 * ROLEFIT_CHUNK_BYTES

  /// The bytes of a bitmap over so many vectors.
  package static func bitmapSize(_ count: Int) -> Int {
    (count + chunk - 1) / chunk * ROLEFIT_CHUNK_BYTES
  }

  /// Weights that the level of a position may choose from.
  package static let levels = 256

  /// A posting list: rising positions of 16 bits, which stand in a region, and for each a level that
  /// chooses its weight.
  package struct List: Sendable {
    /// As kernels take it; there is no other field.
    let raw: rolefit_list

    /// Where the positions begin.
    package var offset: Int { Int(raw.offset) }
    package var count: Int { Int(raw.count) }
    /// Where the levels begin, a byte each; nil for level 0 throughout.
    package var levels: Int? { raw.levels == 0 ? nil : Int(raw.levels) }
    /// Where the weights of its levels begin, among those of all lists.
    package var first: Int { Int(raw.first) }

    /// Where the weights at the term begin, a float32 for each level, and how many levels there are.
    package var weights: Int { Int(raw.weights) }
    package var levelCount: Int { Int(raw.level_count) }
    /// The number of its term.
    package var term: Int { Int(raw.term) }

    package init(
      offset: Int, count: Int, levels: Int? = nil, first: Int, weights: Int = 0,
      levelCount: Int = 1, term: Int = 0
    ) {
      raw = rolefit_list(
        offset: UInt64(offset), levels: UInt64(levels ?? 0), weights: UInt64(weights),
        count: UInt32(count), first: UInt32(first), level_count: UInt32(levelCount),
        term: UInt32(term))
    }

    /// Whether positions and levels lie in a region.
    func isWhole(in region: ByteRegion) -> Bool {
      let size = region.count
      guard offset <= size, 2 * count <= size - offset else { return false }
      guard let levels else { return true }
      return levels <= size && count <= size - levels
    }

    /// Whether there is a weight among so many for whatever a level says.
    func isWithin(weights: Int) -> Bool {
      first + (levels == nil ? 1 : SumBuffer.levels) <= weights
    }

    /// Whether its weights at the term lie in a region, and the term is one of so many.
    func isWeighted(in region: ByteRegion, terms: Int) -> Bool {
      levelCount > 0 && weights <= region.count && 4 * levelCount <= region.count - weights
        && term < terms
    }
  }

  package let backend: Backend
  let sums: UnsafeMutablePointer<UInt16>
  let hits: UnsafeMutablePointer<UInt16>
  private var scratch: UnsafeMutableRawBufferPointer
  /// Where the range of the last selection begins.
  var first = 0
  /// Products of dense rows; empty until there are some.
  var products: [Int32] = []

  package init(backend: Backend = .current) {
    self.backend = backend
    unsafe sums = UnsafeMutableRawPointer.allocate(
      byteCount: 2 * Self.capacity, alignment: 64
    ).bindMemory(to: UInt16.self, capacity: Self.capacity)
    unsafe hits = UnsafeMutablePointer<UInt16>.allocate(capacity: Self.capacity)
    unsafe scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 64, alignment: 64)
    unsafe sums.initialize(repeating: 0, count: Self.capacity)
    unsafe hits.initialize(repeating: 0, count: Self.capacity)
  }

  deinit {
    unsafe sums.deallocate()
    unsafe hits.deallocate()
    unsafe scratch.deallocate()
  }

  /// Makes the first sums zero; in whole stripes, as bitmaps are added.
  package mutating func clear(_ count: Int) {
    precondition(count <= Self.capacity)
    unsafe sums.update(repeating: 0, count: count)
  }

  /// The sum of a vector.
  package subscript(index: Int) -> UInt16 {
    precondition(index >= 0 && index < Self.capacity)
    return unsafe sums[index]
  }

  /// Adds weights at the positions of lists, modulo 2^16.
  ///
  /// Where damaged bytes make positions fall, some may be left out, and nothing else happens.
  ///
  /// - Parameter weights: those of all lists; after the first of a list with levels there must be
  ///   255 more, used or not.
  ///
  /// Complexity: O(positions of all lists).
  package mutating func add(_ lists: [List], weights: [UInt16], in region: ByteRegion) {
    for list in lists {
      precondition(list.isWhole(in: region) && list.isWithin(weights: weights.count))
    }
    unsafe region.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      unsafe lists.withUnsafeBufferPointer { lists in
        unsafe weights.withUnsafeBufferPointer { weights in
          let raw = unsafe UnsafeRawPointer(lists.baseAddress)
          guard let first = unsafe raw?.assumingMemoryBound(to: rolefit_list.self),
            let weight = weights.baseAddress
          else { return }
          unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: lists.count) { cursors in
            guard let cursor = cursors.baseAddress else { return }
            // All lists lie in the region, each has a cursor and weights for all levels, and a
            // position of 16 bits is below the capacity.
            unsafe backend.addLists(
              sums, base.assumingMemoryBound(to: UInt8.self), first, lists.count, weight, cursor)
          }
        }
      }
    }
  }

  /// Adds weights where bits are set, modulo 2^16.
  ///
  /// - Parameters:
  ///   - region: the bitmaps, one after the other, from `offset` on.
  ///   - bitmaps: how many there are.
  ///   - count: how many vectors each is over; it has `bitmapSize(count)` bytes.
  ///
  /// Complexity: O(vectors × digits of the weights), in steps of a register.
  package mutating func add(
    _ program: AdderProgram, in region: ByteRegion, at offset: Int, bitmaps: Int, count: Int
  ) {
    guard !program.inputs.isEmpty else { return }
    let size = Self.bitmapSize(count)
    precondition(count >= 0 && count <= Self.capacity && bitmaps >= 0)
    precondition(offset >= 0 && offset <= region.count && bitmaps * size <= region.count - offset)
    precondition(program.numbers.allSatisfy { $0 < bitmaps })
    prepareScratch(program.inputs.count, program.slotCount)
    unsafe region.withUnsafeBytes { bytes in
      unsafe program.withRaw { raw in
        guard let base = bytes.baseAddress, let slots = unsafe scratch.baseAddress else { return }
        unsafe raw.region = (base + offset).assumingMemoryBound(to: UInt8.self)
        unsafe raw.bitmap_size = size
        unsafe raw.scratch = slots.assumingMemoryBound(to: UInt8.self)
        // The bitmaps were checked above; slots are numbered by the program itself.
        unsafe backend.addBitmaps(sums, &raw, program)
      }
    }
  }

  /// Room for a run of all inputs and for the slots, of which the first must be zero.
  private mutating func prepareScratch(_ inputs: Int, _ slots: Int) {
    let zero = inputs * ROLEFIT_RUN_BYTES
    let size = zero + slots * ROLEFIT_CHUNK_BYTES
    if unsafe scratch.count < size {
      unsafe scratch.deallocate()
      unsafe scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * size, alignment: 64)
      unsafe scratch.initializeMemory(as: UInt8.self, repeating: 0)
    }
    for byte in zero..<zero + ROLEFIT_CHUNK_BYTES { unsafe scratch[byte] = 0 }
  }

  /// Finds the vectors of a range whose sum, with the margin, reaches what their length asks for,
  /// sum + margin ≥ length · threshold / 2^16, and whose bit is set in `allowed`, if given.
  ///
  /// - Parameter offset: where the lengths of the block stand in the region, 16 bits each.
  /// - Returns: how many they are; `hit(_:)` tells which.
  ///
  /// Complexity: O(vectors).
  package mutating func select(
    _ range: Range<Int>, lengths offset: Int, in region: ByteRegion, threshold: UInt16,
    margin: UInt16, allowed: [UInt8]?
  ) -> Int {
    guard !range.isEmpty else { return 0 }
    precondition(range.lowerBound % 64 == 0 && range.upperBound <= Self.capacity)
    precondition(offset >= 0 && offset % 2 == 0 && offset + 2 * range.upperBound <= region.count)
    if let allowed { precondition(allowed.count >= (range.upperBound + 63) / 64 * 8) }
    first = range.lowerBound
    // The range lies in the sums, the lengths and the bits; hits have room for all.
    return unsafe region.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      let lengths = unsafe (base + offset).assumingMemoryBound(to: UInt16.self)
      guard let allowed else {
        return unsafe backend.select(
          sums + range.lowerBound, lengths + range.lowerBound, range.count, threshold, margin, nil,
          hits, Self.capacity)
      }
      return unsafe allowed.withUnsafeBufferPointer { allowed in
        unsafe backend.select(
          sums + range.lowerBound, lengths + range.lowerBound, range.count, threshold, margin,
          allowed.baseAddress.map { unsafe $0 + range.lowerBound / 8 }, hits, Self.capacity)
      }
    }
  }

  /// A vector that the last selection found, by its number in it.
  package func hit(_ index: Int) -> Int {
    precondition(index >= 0 && index < Self.capacity)
    return first + Int(unsafe hits[index])
  }
}
