import Bytes
import TestSupport
import Testing
import Tokenization
import Weighting

@testable import Indexing
@testable import Kernels

/// The index against the oracle: `TermVector.forEachShared`, one pair at a time.
@Suite struct VectorIndexTests {
  /// A vector of `count` of the first `vocabulary` terms; few weights, so that lists have groups and
  /// scores have ties.
  static func vector(
    _ count: Int, vocabulary: Int, using generator: inout SeededGenerator
  ) -> TermVector {
    var terms: Set<Term> = []
    for _ in 0..<count {
      // Low numbers are frequent, as in text.
      let number = Int.random(in: 0..<vocabulary, using: &generator)
      let rank = number * Int.random(in: 0...vocabulary, using: &generator) / max(1, vocabulary)
      terms.insert(Term(key: UInt64(rank + 1) &* 0x9E37_79B9_7F4A_7C15))
    }
    let sorted = terms.sorted()
    let masses: [Float] = [0.25, 0.5, 1, 1, 1, 1.5, 3]
    let weights = sorted.map { term in
      Double(Float(term.key % 97 + 3) / 7 * (masses.randomElement(using: &generator) ?? 1))
    }
    return TermVector(terms: sorted, weights: weights)
  }

  static func product(_ query: TermVector, _ vector: TermVector) -> Double {
    var sum = 0.0
    query.forEachShared(with: vector) { _, left, right in sum += right * left }
    return sum
  }

  /// All hits by brute force, falling; equal ones by position.
  static func brute(
    _ vectors: [(vector: TermVector, length: Double)], _ query: VectorIndex.Query
  ) -> [VectorIndex.Hit] {
    vectors.enumerated().filter { !$0.element.vector.isEmpty }.map { position, entry in
      VectorIndex.Hit(
        position: position,
        score: product(query.vector, entry.vector) / (entry.length * query.length))
    }
    .sorted { ($1.score, $0.position) < ($0.score, $1.position) }
  }

  /// The hits, falling; equal ones by position.
  static func sorted(_ hits: [VectorIndex.Hit]) -> [VectorIndex.Hit] {
    hits.sorted { ($1.score, $0.position) < ($0.score, $1.position) }
  }

  static func vectors(
    _ count: Int, _ size: Int, vocabulary: Int, using generator: inout SeededGenerator
  ) -> [(vector: TermVector, length: Double)] {
    (0..<count).map { _ in
      let vector = vector(
        Int.random(in: 0...size, using: &generator), vocabulary: vocabulary, using: &generator)
      return (vector, vector.isEmpty ? 1 : vector.norm.squareRoot() + 0.5)
    }
  }

  @Test(arguments: 0..<100)
  func `the best of a small index are those of brute force, ties included`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<100 {
      let count = Int.random(in: 0...40, using: &generator)
      let vectors = Self.vectors(count, 12, vocabulary: 20, using: &generator)
      let query = VectorIndex.Query(
        vector: Self.vector(10, vocabulary: 25, using: &generator), length: 2)
      let index = VectorIndex(vectors)
      for top in [1, 3, 10, 100] {
        let found = Self.sorted(index.search([query], top: top).hits[0])
        let all = Self.brute(vectors, query)
        let last = all.prefix(top).last?.score ?? 0
        let wanted = Array(all.prefix { $0.score >= last })
        #expect(found == wanted, "seed \(seed), \(count) vectors, top \(top)")
      }
    }
  }

  // Larger sizes are the kernels' own tests to go through; here the oracle is slow in debug.
  @Test(arguments: Backend.all.filter(\.isSupported).map(\.name), [1023, 1024, 1025, 5000])
  func `every backend finds the same around the border of bitmaps`(
    name: String, count: Int
  ) throws {
    try Self.expectExact(count, try #require(Backend.all.first { $0.name == name }), queries: 2)
  }

  @Test func `the best are found over the border of blocks`() throws {
    try Self.expectExact(66_000, .current, queries: 1)
  }

  private static func expectExact(_ count: Int, _ backend: Backend, queries: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    let vectors = vectors(count, 20, vocabulary: 300, using: &generator)
    let index = VectorIndex(vectors)
    #expect(index.count == count)
    let queries = (0..<queries).map { _ in
      VectorIndex.Query(vector: vector(60, vocabulary: 320, using: &generator), length: 3)
    }
    let found = index.search(queries, top: 10, backend: backend)
    for (query, hits) in zip(queries, found.hits) {
      let all = brute(vectors, query)
      let last = all[9].score
      #expect(sorted(hits) == Array(all.prefix { $0.score >= last }))
    }
    #expect(found.counters.rescored < queries.count * count / 8, "\(found.counters)")
  }

  @Test(arguments: [1, 4, 10, 37, 64, 150])
  func `equal scores at the border of the best are all found`(top: Int) {
    var generator = SeededGenerator(seed: 12)
    // Each vector stands five times, over the whole of the block.
    let some = Self.vectors(800, 20, vocabulary: 100, using: &generator)
    let vectors = (0..<4000).map { some[$0 % 800] }
    let query = VectorIndex.Query(
      vector: Self.vector(40, vocabulary: 100, using: &generator), length: 1)
    let found = VectorIndex(vectors).search([query], top: top)
    let all = Self.brute(vectors, query)
    #expect(Self.sorted(found.hits[0]) == Array(all.prefix { $0.score >= all[top - 1].score }))
    #expect(found.counters.exhausted == 0)
  }

  @Test func `a vector of all terms at their greatest weights does not overflow its sum`() {
    var generator = SeededGenerator(seed: 5)
    var vectors = Self.vectors(2000, 30, vocabulary: 80, using: &generator)
    let terms = (0..<80).map { Term(key: UInt64($0 + 1) &* 0x9E37_79B9_7F4A_7C15) }.sorted()
    let weights = terms.map { Double(Float($0.key % 97 + 3) / 7 * 3) }
    let full = TermVector(terms: terms, weights: weights)
    vectors[1500] = (full, full.norm)
    // Bounded by norms, where the query is the vector, and by the terms' weights, where it is not.
    for query in [full, TermVector(terms: terms, weights: weights.map { 1 / $0 })] {
      let query = VectorIndex.Query(vector: query, length: query.norm)
      let found = VectorIndex(vectors).search([query], top: 10)
      let all = Self.brute(vectors, query)
      #expect(Self.sorted(found.hits[0]) == Array(all.prefix { $0.score >= all[9].score }))
      #expect(found.counters.exhausted == 0)
    }
  }

  @Test func `what is not allowed is never found`() {
    var generator = SeededGenerator(seed: 8)
    let vectors = Self.vectors(3000, 20, vocabulary: 100, using: &generator)
    let index = VectorIndex(vectors)
    let query = VectorIndex.Query(
      vector: Self.vector(40, vocabulary: 100, using: &generator), length: 1)
    let bits = (0..<376).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let isAllowed = { (position: Int) in bits[position / 8] >> UInt8(position % 8) & 1 == 1 }
    let wanted = Self.brute(vectors, query).filter { isAllowed($0.position) }
    for top in [5, 2000] {
      let found = Self.sorted(index.search([query], top: top, allowed: [bits]).hits[0])
      #expect(found.prefix(top) == wanted.prefix(top))
    }
  }

  @Test(arguments: Backend.all.filter(\.isSupported).map(\.name), [1, 16, 33, 256])
  func `dense rows are added to the score`(name: String, width: Int) throws {
    let backend = try #require(Backend.all.first { $0.name == name })
    var generator = SeededGenerator(seed: UInt64(width))
    let row = { (generator: inout SeededGenerator) in
      (0..<width).map { _ in Int8.random(in: -128...127, using: &generator) }
    }
    let vectors = Self.vectors(3000, 20, vocabulary: 100, using: &generator)
    var builder = IndexBlockBuilder(denseWidth: width)
    var rows: [[Int8]] = []
    for (vector, length) in vectors {
      rows.append(row(&generator))
      builder.add(vector, length: length, dense: rows[rows.count - 1])
    }
    let index = VectorIndex([try IndexBlock(ByteRegion(builder.finish()))])
    let query = VectorIndex.Query(
      vector: Self.vector(40, vocabulary: 100, using: &generator), length: 2,
      dense: row(&generator),
      denseWeight: 1e-6)
    let wanted = vectors.enumerated().filter { !$0.element.vector.isEmpty }.map { position, entry in
      let dense = zip(rows[position], query.dense).reduce(0) { $0 + Int($1.0) * Int($1.1) }
      return VectorIndex.Hit(
        position: position,
        score: Self.product(query.vector, entry.vector) / (entry.length * query.length)
          + query.denseWeight * Double(dense))
    }
    for top in [1, 10, 2500] {
      let found = Self.sorted(index.search([query], top: top, backend: backend).hits[0])
      #expect(found.prefix(top) == Self.sorted(wanted).prefix(top))
    }
  }

  @Test func `dot products have the bits of the oracle`() {
    var generator = SeededGenerator(seed: 4)
    let vectors = Self.vectors(2000, 40, vocabulary: 90, using: &generator)
    let index = VectorIndex(vectors)
    let query = Self.vector(70, vocabulary: 120, using: &generator)
    #expect(
      index.dotProducts(with: query).map(\.bitPattern)
        == vectors.map { Self.product(query, $0.vector).bitPattern })
  }

  @Test func `the document frequency of a term is how many vectors hold it`() {
    let (a, b, c) = (Term(key: 3), Term(key: 5), Term(key: 7))
    let index = VectorIndex([
      (TermVector(terms: [a, b], weights: [1, 1]), 1), (TermVector(terms: [b], weights: [1]), 1),
      (TermVector(terms: [], weights: []), 1),
    ])
    #expect([a, b, c].map(index.documentFrequency) == [1, 2, 0])
  }

  @Test func `an empty index and an empty query find nothing and zeros`() {
    let empty = VectorIndex.Query(vector: TermVector(terms: [], weights: []), length: 1)
    #expect(VectorIndex([]).search([empty], top: 3).hits == [[]])
    let one = VectorIndex([(TermVector(terms: [Term(key: 1)], weights: [1]), 1)])
    #expect(one.search([empty], top: 3).hits == [[VectorIndex.Hit(position: 0, score: 0)]])
  }

  @Test func `dense rows count in blocks that hold no term of the query`() throws {
    var generator = SeededGenerator(seed: 44)
    var blocks: [IndexBlock] = []
    var wanted: [VectorIndex.Hit] = []
    let query = VectorIndex.Query(
      vector: Self.vector(40, vocabulary: 100, using: &generator), length: 2,
      dense: (0..<256).map { _ in Int8.random(in: -100...100, using: &generator) },
      denseWeight: 1e-6)
    for number in 0..<3 {
      var builder = IndexBlockBuilder(denseWidth: 256)
      for _ in 0..<2000 {
        let row = (0..<256).map { _ in Int8.random(in: -100...100, using: &generator) }
        // The middle block's only term is none of the query's.
        let vector =
          number == 1
          ? TermVector(terms: [Term(key: 7)], weights: [1])
          : Self.vector(20, vocabulary: 100, using: &generator)
        builder.add(vector, length: 3, dense: row)
        let dense = zip(row, query.dense).reduce(0) { $0 + Int($1.0) * Int($1.1) }
        wanted.append(
          VectorIndex.Hit(
            position: wanted.count,
            score: Self.product(query.vector, vector) / (3 * query.length)
              + query.denseWeight * Double(dense)))
      }
      blocks.append(try IndexBlock(ByteRegion(builder.finish())))
    }
    for top in [1, 10, 50] {
      let found = VectorIndex(blocks).search([query], top: top)
      #expect(Self.sorted(found.hits[0]).prefix(top) == Self.sorted(wanted).prefix(top))
      #expect(found.counters.exhausted == 0, "top \(top)")
    }
  }
}
