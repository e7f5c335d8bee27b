import Indexing
import Testing
import TestSupport
import Tokenization
import Weighting

/// The index against the oracle: `TermVector.forEachShared`, one pair at a time.
@Suite struct InvertedIndexTests {
  /// A vector of `count` of the first `vocabulary` terms, with weights that do not sum exactly.
  private func vector(
    _ count: Int, vocabulary: Int, using generator: inout SeededGenerator
  ) -> TermVector {
    let terms = (0..<vocabulary).shuffled(using: &generator).prefix(count)
      .map { Term(key: UInt64($0) &* 0x9E37_79B9_7F4A_7C15) }.sorted()
    return TermVector(
      terms: terms, weights: terms.map { _ in Double.random(in: 0.01...9, using: &generator) })
  }

  private func product(_ query: TermVector, _ vector: TermVector) -> Double {
    var sum = 0.0
    query.forEachShared(with: vector) { _, left, right in sum += right * left }
    return sum
  }

  @Test(arguments: [0, 1, 2, 3, 63, 64, 65], [UInt64(1), 2, 3])
  func `dot products have the bits of the oracle`(count: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let sizes = [0, 1, 2, 3, 31, 63, 64, 65, 66]
    let vectors = (0..<count).map {
      vector(sizes[$0 % sizes.count], vocabulary: 90, using: &generator)
    }
    let index = InvertedIndex(vectors)
    #expect(index.count == count)
    for size in sizes {
      let query = vector(size, vocabulary: 120, using: &generator)
      let expected = vectors.map { product(query, $0).bitPattern }
      #expect(
        index.dotProducts(with: query).map(\.bitPattern) == expected,
        "seed \(seed), \(count) vectors, query of \(size) terms")
    }
  }

  @Test(arguments: UInt64(1)...5)
  func `the sum of a vector has the same bits whatever else is in the index`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let query = vector(80, vocabulary: 200, using: &generator)
    let others = (0..<50).map { _ in vector(70, vocabulary: 200, using: &generator) }
    let one = vector(65, vocabulary: 200, using: &generator)
    let alone = try #require(InvertedIndex([one]).dotProducts(with: query).first)
    for position in [0, 1, 25, 50] {
      var pool = others
      pool.insert(one, at: position)
      let sum = InvertedIndex(pool).dotProducts(with: query)[position]
      #expect(sum.bitPattern == alone.bitPattern, "seed \(seed), position \(position)")
    }
  }

  @Test func `the document frequency of a term is how many vectors hold it`() {
    let (a, b, c) = (Term(key: 3), Term(key: 5), Term(key: 7))
    let index = InvertedIndex([
      TermVector(terms: [a, b], weights: [1, 1]), TermVector(terms: [b], weights: [1]),
      TermVector(terms: [], weights: []),
    ])
    #expect([a, b, c].map(index.documentFrequency) == [1, 2, 0])
  }

  @Test func `an empty index and an empty query give no products and zeros`() {
    let empty = TermVector(terms: [], weights: [])
    #expect(InvertedIndex([]).dotProducts(with: empty).isEmpty)
    #expect(InvertedIndex([empty, empty]).dotProducts(with: empty) == [0, 0])
  }
}
