import Kernels
import TestSupport
import Testing
import Tokenization
import Weighting

@testable import Indexing

/// What a search does, in counts: a slow-down shows without a clock.
///
/// The bounds are a tenth above what was counted when they were written; who makes the search do less
/// lowers them.
@Suite struct CounterTests {
  private static let vocabulary = 20_000
  private static let index = VectorIndex(vectors(20_000, size: 120, seed: 1))
  private static let queries = vectors(20, size: 200, seed: 2).map {
    VectorIndex.Query(vector: $0.vector, length: $0.length)
  }

  /// Vectors whose terms are distributed as in text (Zipf): the term of rank r stands in a share of
  /// them that falls with 1/r, and its weight rises with its rarity.
  private static func vectors(
    _ count: Int, size: Int, seed: UInt64
  ) -> [(vector: TermVector, length: Double)] {
    var sums: [Double] = []
    for rank in 1...vocabulary { sums.append((sums.last ?? 0) + 1 / Double(rank)) }
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      var counts: [Int: Int] = [:]
      for _ in 0..<size { counts[rank(in: sums, &generator), default: 0] += 1 }
      let entries = counts.map { rank, count in
        (
          term: Term(key: UInt64(rank + 1) &* 0x9E37_79B9_7F4A_7C15),
          weight: Double(Float(rarity(rank) * Double(count).squareRoot()))
        )
      }
      .sorted { $0.term < $1.term }
      let vector = TermVector(terms: entries.map(\.term), weights: entries.map(\.weight))
      return (vector, vector.norm)
    }
  }

  private static func rank(in sums: [Double], _ generator: inout SeededGenerator) -> Int {
    let wanted = Double(generator.next() >> 11) / Double(1 << 53) * (sums.last ?? 0)
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Half the bits of the rank: 0.5 for the most frequent, 7.5 for the rarest, without a logarithm
  /// that could differ between machines.
  private static func rarity(_ rank: Int) -> Double {
    Double(Int.bitWidth - (rank + 1).leadingZeroBitCount) / 2
  }

  @Test func `twenty queries stay within the bounds of the counters`() {
    let counters = Self.index.search(Self.queries, top: 10).counters
    let comment: Comment = "\(counters)"
    #expect(counters.entriesVisited <= 720_000, comment)
    #expect(counters.bitmapsAdded <= 2_690, comment)
    #expect(counters.bytesTouched <= 13_330_000, comment)
    #expect(counters.candidates <= 284, comment)
    #expect(counters.rescored <= 250, comment)
    #expect(counters.exhausted == 0, comment)
    #expect(counters.rescored >= 200, comment)
  }

  @Test(arguments: Backend.all.filter(\.isSupported).map(\.name))
  func `the counters are the same with every backend`(name: String) throws {
    let backend = try #require(Backend.all.first { $0.name == name })
    let oracle = try #require(Backend.all.first { $0.name == "scalar" })
    let queries = Array(Self.queries.prefix(3))
    let found = Self.index.search(queries, top: 10, backend: backend)
    let wanted = Self.index.search(queries, top: 10, backend: oracle)
    #expect(found.counters == wanted.counters)
    #expect(found.hits == wanted.hits)
  }

  @Test func `many queries together do what each does alone`() {
    let together = Self.index.search(Self.queries, top: 10).counters
    var apart = SearchCounters()
    for query in Self.queries { apart += Self.index.search([query], top: 10).counters }
    #expect(together == apart)
  }
}
