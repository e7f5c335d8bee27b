import Bytes
import Testing
import TestSupport

@testable import Kernels

/// Products and selections of dense rows: every backend does what the oracle does.
@Suite struct DenseTests {
  private static let backends = Backend.all.filter(\.isSupported).map(\.name)

  private static func row(_ width: Int, _ generator: inout SeededGenerator) -> [Int8] {
    (0..<width).map { _ in Int8.random(in: -128...127, using: &generator) }
  }

  @Test(arguments: backends, [1, 15, 16, 17, 63, 64, 65, 192, 256])
  func `products are those of plain loops, and complete rows those of both parts`(
    name: String, width: Int
  ) throws {
    let backend = try #require(Backend.all.first { $0.name == name })
    var generator = SeededGenerator(seed: UInt64(width))
    let count = 131
    let rows = (0..<count).map { _ in Self.row(width, &generator) }
    let query = Self.row(width, &generator)
    let head = min(64, width)
    let bytes = rows.flatMap { $0.prefix(head) } + rows.flatMap { $0.dropFirst(head) }
    let region = ByteRegion(bytes.map { UInt8(bitPattern: $0) } + [UInt8](repeating: 0, count: 512))
    var buffer = SumBuffer(backend: backend)
    buffer.clear(SumBuffer.capacity)
    buffer.multiply(Array(query.prefix(head)), rows: 0, count: count, in: region)
    let product = { (vector: Int, range: Range<Int>) in
      range.reduce(Int32(0)) { $0 + Int32(rows[vector][$1]) * Int32(query[$1]) }
    }
    for vector in 0..<count { #expect(buffer.product(vector) == product(vector, 0..<head)) }
    // Nothing is asked for, so all are found.
    let all = SumBuffer.DenseBound(bound: -1, weight: 0, scale: 1, margin: 0)
    let lengths = ByteRegion([UInt8](repeating: 1, count: 2 * count))
    let found = buffer.select(0..<count, lengths: 0, in: lengths, all, allowed: nil)
    #expect(found == count)
    buffer.complete(
      found, with: Array(query.dropFirst(head)), rows: head * count, count: count, in: region)
    for vector in 0..<count { #expect(buffer.product(vector) == product(vector, 0..<width)) }
  }

  @Test(arguments: backends)
  func `every number of vectors is selected as by the oracle`(name: String) throws {
    let backend = try #require(Backend.all.first { $0.name == name })
    for count in Array(0...300) + [1024, 4097] {
      var generator = SeededGenerator(seed: UInt64(count))
      let rows = ByteRegion(
        (0..<max(1, count)).map { _ in UInt8.random(in: 0...255, using: &generator) })
      let lengths = ByteRegion(
        (0..<max(1, 2 * count)).map { _ in UInt8.random(in: 0...255, using: &generator) })
      let allowed = (0..<(count + 63) / 64 * 8).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let bound = SumBuffer.DenseBound(
        bound: Float.random(in: -1...1, using: &generator), weight: 0.01, scale: 0.001, margin: 3)
      var hits: [[Int]] = []
      for backend in [backend, Backend.scalar] {
        var buffer = SumBuffer(backend: backend)
        buffer.clear(SumBuffer.capacity)
        buffer.multiply([3], rows: 0, count: count, in: rows)
        for allowed in [nil, Optional(allowed)] {
          let found = buffer.select(0..<count, lengths: 0, in: lengths, bound, allowed: allowed)
          hits.append((0..<found).map { buffer.hit($0) })
        }
      }
      #expect(hits[0] == hits[2] && hits[1] == hits[3], "\(count)")
    }
  }
}
