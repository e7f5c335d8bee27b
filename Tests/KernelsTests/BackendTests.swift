import Bytes
import TestSupport
import Testing

@testable import Kernels

/// Every backend that this machine can run, against the scalar one, at all sizes around the widths
/// of registers, chunks and stripes.
struct BackendTests {
  private static let supported = Backend.all.filter(\.isSupported).map(\.name)

  private static func backend(_ name: String) throws -> Backend {
    try #require(Backend.all.first { $0.name == name })
  }

  private static func bytes(_ numbers: [UInt16]) -> [UInt8] {
    numbers.reduce(into: []) { bytes, number in
      bytes += [UInt8(truncatingIfNeeded: number), UInt8(number >> 8)]
    }
  }

  private static func sums(_ buffer: borrowing SumBuffer) -> [UInt16] {
    (0..<SumBuffer.capacity).map { buffer[$0] }
  }

  @Test func `the oracle and the portable backend run everywhere`() {
    #expect(Backend.all.suffix(2).map(\.name) == ["portable", "scalar"])
    #expect(Backend.all.suffix(2).allSatisfy { $0.isSupported })
    #expect(Backend.current.isSupported)
  }

  @Test(arguments: supported)
  func `lists of every length add what the oracle adds`(name: String) throws {
    var generator = SeededGenerator(seed: 11)
    for count in 0...300 {
      let positions = (0..<count).map { _ in UInt16.random(in: 0...UInt16.max, using: &generator) }
        .sorted()
      // Levels of a few weights, which is the usual; the same with one or two that are not; any.
      let few = (0..<count).map { _ in UInt8.random(in: 0..<32, using: &generator) }
      var more = few
      for _ in 0..<min(2, count) {
        let index = Int.random(in: 0..<count, using: &generator)
        more[index] = .random(in: 32...255, using: &generator)
      }
      // An odd offset: positions need not be aligned.
      let region = ByteRegion([0xFF] + Self.bytes(positions) + few + more)
      let lists = [
        SumBuffer.List(offset: 1, count: count, first: 256),
        SumBuffer.List(offset: 1, count: count / 2, levels: 1, first: 1),
        SumBuffer.List(offset: 1, count: count, levels: 1 + 2 * count, first: 0),
        SumBuffer.List(offset: 1, count: count, levels: 1 + 3 * count, first: 1),
      ]
      let weights = (0..<257).map { UInt16(truncatingIfNeeded: 40_503 &* $0) }
      var own = SumBuffer(backend: try Self.backend(name))
      var oracle = SumBuffer(backend: .scalar)
      own.add(lists, weights: weights, in: region)
      oracle.add(lists, weights: weights, in: region)
      #expect(Self.sums(own) == Self.sums(oracle), "\(count) positions")
    }
  }

  /// Bitmaps of random bits, which have many in common: as those of different terms do, and as those of
  /// one term do in damaged bytes alone.
  @Test(arguments: supported, Array(0...20) + [30, 31, 32, 49, 50, 64, 65, 129, 180])
  func `bitmaps of any number add what the oracle adds`(name: String, count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count) + 5)
    let held = max(1, count + 3)
    // Around a chunk; around a run for some; a whole block for one.
    let sizes = [1, 1025] + ([1, 7, 17, 50].contains(count) ? [4096, 4097] : [])
    for (vectors, perTerm) in zip(sizes + (count == 16 ? [65_536] : [1024]), [1, 3, 2, 70, 5]) {
      let region = ByteRegion(Self.random(held * SumBuffer.bitmapSize(vectors) + 16, &generator))
      let bitmaps = (0..<count).map { index in
        AdderProgram.Bitmap(
          number: UInt32.random(in: 0..<UInt32(held), using: &generator),
          weight: UInt16.random(in: 0...UInt16.max, using: &generator)
            >> UInt16.random(in: 0...15, using: &generator),
          term: index / perTerm)
      }
      let program = AdderProgram(bitmaps)
      var own = SumBuffer(backend: try Self.backend(name))
      var oracle = SumBuffer(backend: .scalar)
      for _ in 0..<(vectors < 2000 ? 2 : 1) {
        own.add(program, in: region, at: 16, bitmaps: held, count: vectors)
        oracle.add(program, in: region, at: 16, bitmaps: held, count: vectors)
      }
      #expect(Self.sums(own) == Self.sums(oracle), "\(vectors) vectors, \(perTerm) a term")
    }
  }

  private static func random(_ count: Int, _ generator: inout SeededGenerator) -> [UInt8] {
    (0..<(count + 7) / 8).flatMap { _ in
      let word = generator.next()
      return (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * UInt64($0))) }
    }
  }

  @Test(arguments: supported)
  func `one buffer serves programs of any size in turn`(name: String) throws {
    var generator = SeededGenerator(seed: 77)
    let region = ByteRegion(Self.random(40 * SumBuffer.bitmapSize(2000), &generator))
    var own = SumBuffer(backend: try Self.backend(name))
    var oracle = SumBuffer(backend: .scalar)
    for count in [40, 1, 2, 17, 3, 39, 5] {
      let program = AdderProgram(
        (0..<count).map { AdderProgram.Bitmap(number: UInt32($0), weight: 0x5A3, term: $0 / 2) })
      own.add(program, in: region, at: 0, bitmaps: 40, count: 2000)
      oracle.add(program, in: region, at: 0, bitmaps: 40, count: 2000)
      #expect(Self.sums(own) == Self.sums(oracle), "\(count) bitmaps")
    }
  }

  @Test(arguments: supported)
  func `every number of vectors is selected as by the oracle`(name: String) throws {
    var generator = SeededGenerator(seed: 3)
    let size = SumBuffer.capacity
    let lengths = (0..<size).map { _ in UInt16.random(in: 0...UInt16.max, using: &generator) }
    let region = ByteRegion(Self.bytes(lengths))
    let positions = Self.bytes(
      (0..<20_000).map { _ in UInt16.random(in: 0...UInt16.max, using: &generator) }.sorted())
    var own = SumBuffer(backend: try Self.backend(name))
    var oracle = SumBuffer(backend: .scalar)
    let list = [SumBuffer.List(offset: 0, count: 20_000, first: 0)]
    own.add(list, weights: [30_000], in: ByteRegion(positions))
    oracle.add(list, weights: [30_000], in: ByteRegion(positions))
    let allowed = (0..<size / 8).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let starts = [0, 64, 16_384 - 64, size - 320]
    for count in Array(0...300) + [1023, 1024, 1025] {
      for start in starts where start + count <= size {
        let threshold = UInt16.random(in: 0...UInt16.max, using: &generator)
        let margin = UInt16.random(in: 0...1000, using: &generator)
        for allowed in [nil, allowed] {
          let range = start..<start + count
          let found = own.select(
            range, lengths: 0, in: region, threshold: threshold, margin: margin, allowed: allowed)
          let wanted = oracle.select(
            range, lengths: 0, in: region, threshold: threshold, margin: margin, allowed: allowed)
          let isSame = found == wanted && (0..<found).allSatisfy { own.hit($0) == oracle.hit($0) }
          #expect(isSame, "\(range), threshold \(threshold), margin \(margin)")
        }
      }
    }
  }

  @Test func `a program takes fewer steps than one for eight digits of the weights`() {
    let bitmaps = (0..<200).map {
      AdderProgram.Bitmap(number: UInt32($0), weight: UInt16($0), term: $0)
    }
    let digits = bitmaps.reduce(0) { $0 + $1.weight.nonzeroBitCount }
    #expect(AdderProgram(bitmaps).steps.count * 8 < digits)
  }

  @Test func `a digit that several bitmaps of a term have is one input, and one set serves all`() {
    let weights: [UInt16] = [0b0011, 0b0111, 0b1000]
    let own = { (term: (Int) -> Int) in
      AdderProgram(
        weights.enumerated().map {
          AdderProgram.Bitmap(number: UInt32($0), weight: $1, term: term($0))
        })
    }
    // The first two together, the second, the third.
    let one = own { _ in 0 }
    #expect(one.inputs.count == 3)
    #expect(one.numbers == [0, 1, 1, 2])
    #expect(one.steps.isEmpty)
    #expect(own { $0 }.numbers == [0, 1, 2])
  }
}
