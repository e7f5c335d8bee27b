import Bytes
import TestSupport
import Testing

@testable import Kernels

/// Looking up some vectors in lists and bitmaps: every backend against the scalar one.
struct PostingProbeTests {
  private static let supported = Backend.all.filter(\.isSupported).map(\.name)

  private static func backend(_ name: String) throws -> Backend {
    try #require(Backend.all.first { $0.name == name })
  }

  private static let levels: [Float] = [0.5, 1.25, 3, 7]

  /// A list as bytes: weights of 4 levels, positions, and a level for each.
  private static func bytes(_ positions: [UInt16], damaged: Bool = false) -> [UInt8] {
    levels.flatMap { little($0.bitPattern) } + positions.flatMap(little)
      + positions.indices.map { UInt8(damaged ? $0 % 256 : $0 % 4) }
  }

  private static func little(_ value: some FixedWidthInteger) -> [UInt8] {
    stride(from: 0, to: value.bitWidth, by: 8).map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  private static func list(at offset: Int, count: Int, term: Int) -> SumBuffer.List {
    SumBuffer.List(
      offset: offset + 16, count: count, levels: offset + 16 + 2 * count, first: 0,
      weights: offset, levelCount: 4, term: term)
  }

  /// A probe of one list, which ends with the region.
  private static func probe(
    _ positions: [UInt16], count: Int, before: Int, damaged: Bool = false
  ) -> PostingProbe {
    let region = ByteRegion(
      [UInt8](repeating: 7, count: before) + bytes(positions, damaged: damaged))
    return PostingProbe(
      lists: [list(at: before, count: positions.count, term: 0)], bitmaps: [], terms: 1,
      count: count, in: region, at: region.count)
  }

  @Test(arguments: supported)
  func `each position of a list of any length is found, and no other`(name: String) throws {
    let backend = try Self.backend(name)
    var generator = SeededGenerator(seed: 21)
    for length in Array(0...140) + [255, 256, 257, 1000, 5000] {
      // Evenly over the block, and all near its end, where they are not expected.
      for low in [UInt16(0), 59_000] {
        var drawn: Set<UInt16> = []
        while drawn.count < length {
          drawn.insert(UInt16.random(in: low...UInt16.max, using: &generator))
        }
        let positions = drawn.sorted()
        // An odd offset: positions need not be aligned.
        let probe = Self.probe(positions, count: 65_536, before: length % 2)
        let others = (0..<20).map { _ in UInt16.random(in: 0...UInt16.max, using: &generator) }
        let vectors = positions.prefix(400) + others + [0, UInt16.max]
        let wanted = vectors.map { vector -> Float in
          positions.firstIndex(of: vector).map { Self.levels[$0 % 4] } ?? 0
        }
        #expect(probe.weights(of: Array(vectors), backend: backend) == wanted, "\(length)")
      }
    }
  }

  @Test(arguments: supported, [1, 2, 7, 16, 17, 100])
  func `many lists and bitmaps give what the oracle finds`(name: String, vectors: Int) throws {
    var generator = SeededGenerator(seed: UInt64(vectors))
    for count in [1, 1024, 5000, 65_536] {
      let size = SumBuffer.bitmapSize(count)
      var bytes = (0..<20 * size).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let bitmaps = (0..<30).map { number in
        PostingProbe.Bitmap(number: number % 20, weight: Float(number + 1), term: number * 2)
      }
      let lists = (0..<60).map { term in
        let length = Int.random(in: 0...min(count, 3000), using: &generator)
        let positions = (0..<length).map { _ in
          UInt16.random(in: 0...UInt16(count - 1), using: &generator)
        }
        let offset = bytes.count
        bytes += Self.bytes(Set(positions).sorted())
        return Self.list(at: offset, count: Set(positions).count, term: term)
      }
      let probe = PostingProbe(
        lists: lists, bitmaps: bitmaps, terms: 60, count: count, in: ByteRegion(bytes), at: 0)
      let wanted = (0..<vectors).map { _ in
        UInt16.random(in: 0...UInt16(count - 1), using: &generator)
      }
      let found = probe.weights(of: wanted, backend: try Self.backend(name))
      #expect(found == probe.weights(of: wanted, backend: .scalar), "\(count) vectors")
    }
  }

  @Test(arguments: supported)
  func `positions in no order and levels without a weight read nothing else`(name: String) throws {
    var generator = SeededGenerator(seed: 9)
    for length in [1, 31, 63, 64, 65, 130, 700, 3000] {
      let positions = (0..<length).map { _ in UInt16.random(in: 0...UInt16.max, using: &generator) }
      let probe = Self.probe(positions, count: 65_536, before: 0, damaged: true)
      let found = probe.weights(of: positions + [0, .max], backend: try Self.backend(name))
      #expect(found.allSatisfy { ([0] + Self.levels).contains($0) })
    }
  }

  @Test(arguments: supported)
  func `weights are rounded as by the oracle, and no further than the margins`(
    name: String
  ) throws {
    var generator = SeededGenerator(seed: 4)
    let odd: [Float] = [-1, 0, .infinity, .nan, 1e30, -.infinity, .leastNonzeroMagnitude]
    for isDamaged in [false, true] {
      let weights = (0..<500).map { number in
        isDamaged && number % 5 == 0
          ? odd[number / 5 % odd.count] : Float.random(in: 0...40, using: &generator)
      }
      let region = ByteRegion([1] + weights.flatMap { Self.little($0.bitPattern) })
      let lists = (0..<100).map { number in
        SumBuffer.List(
          offset: 0, count: 0, first: 5 * number, weights: 1 + 20 * number, levelCount: 5,
          term: number / 2)
      }
      let factors = (0..<50).map { _ in Double.random(in: 0...90, using: &generator) }
      let make = { (backend: Backend) in
        RoundedWeights(of: lists, count: 500, factors: factors, in: region, backend: backend)
      }
      let (own, oracle) = (make(try Self.backend(name)), make(.scalar))
      #expect(own.lists == oracle.lists)
      #expect(own.margins == oracle.margins)
      #expect(own.lists.count == 500 + SumBuffer.levels)
      guard !isDamaged else { continue }
      for (number, weight) in weights.enumerated() {
        let exact = factors[number / 10] * Double(weight)
        #expect(abs(Double(own.lists[number]) - min(exact, 65_535)) <= 0.5)
      }
      #expect(own.margins.below <= 25.01 && own.margins.above <= 25.01)
    }
  }

  @Test func `a sparse weight is near and has no more ones than the nearest`() {
    let lists = [SumBuffer.List(offset: 0, count: 0, first: 0, weights: 0, term: 0)]
    for exact in stride(from: 0.0, to: 300, by: 0.3) {
      var rounded = RoundedWeights(
        of: lists, count: 1, factors: [0], in: ByteRegion([0, 0, 0, 0]), backend: .scalar)
      let weight = rounded.sparse(exact, term: 0)
      #expect(abs(Double(weight) - exact) <= Double(RoundedWeights.reach) + 0.5)
      #expect(weight.nonzeroBitCount <= UInt16(exact + 0.5).nonzeroBitCount)
      let (below, above) = rounded.margins
      #expect(exact - Double(weight) <= below && Double(weight) - exact <= above)
    }
  }
}
