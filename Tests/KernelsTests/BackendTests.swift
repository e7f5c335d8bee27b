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
      // An odd offset: positions need not be aligned.
      let region = ByteRegion([0xFF] + Self.bytes(positions))
      // One weight; then the bytes of the positions as levels, which choose from 256 weights.
      let lists = [
        SumBuffer.List(offset: 1, count: count, first: 256),
        SumBuffer.List(offset: 1, count: count / 2, levels: 1, first: 1),
      ]
      let weights = (0..<257).map { UInt16(truncatingIfNeeded: 40_503 &* $0) }
      var own = SumBuffer(backend: try Self.backend(name))
      var oracle = SumBuffer(backend: .scalar)
      own.add(lists, weights: weights, in: region)
      oracle.add(lists, weights: weights, in: region)
      #expect(Self.sums(own) == Self.sums(oracle), "\(count) positions")
    }
  }

  @Test(arguments: supported, [0, 1, 2, 3, 6, 7, 8, 13, 49, 50, 180])
  func `bitmaps of any number add what the oracle adds`(name: String, count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count) + 5)
    let held = max(1, count + 3)
    for vectors in [1, 1024, 1025, 5000, 65_536] {
      let random = (0..<held * SumBuffer.bitmapSize(vectors) / 8 + 2).flatMap { _ in
        let word = generator.next()
        return (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * UInt64($0))) }
      }
      let region = ByteRegion(random)
      let inputs = (0..<count).map { _ in
        AdderProgram.Input(
          bitmap: UInt32.random(in: 0..<UInt32(held), using: &generator),
          weight: UInt16.random(in: 0...UInt16.max, using: &generator)
            >> UInt16.random(in: 0...15, using: &generator))
      }
      let program = AdderProgram(inputs)
      var own = SumBuffer(backend: try Self.backend(name))
      var oracle = SumBuffer(backend: .scalar)
      for _ in 0..<2 {
        own.add(program, in: region, at: 16, bitmaps: held, count: vectors)
        oracle.add(program, in: region, at: 16, bitmaps: held, count: vectors)
      }
      #expect(Self.sums(own) == Self.sums(oracle), "\(vectors) vectors")
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

  @Test func `a program takes fewer steps than one for each digit of the weights`() {
    let inputs = (0..<200).map { AdderProgram.Input(bitmap: $0, weight: UInt16($0)) }
    let digits = inputs.reduce(0) { $0 + $1.weight.nonzeroBitCount }
    #expect(AdderProgram(inputs).steps.count * 3 < digits)
  }
}
