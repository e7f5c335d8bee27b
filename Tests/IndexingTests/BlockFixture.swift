import Foundation
import TestSupport
import Tokenization
import Weighting

@testable import Indexing

/// What the fixtures of the block format hold, made from a seed, and what searches of them find.
///
/// `small` has lists of one group and of several; `large` has enough vectors that frequent terms are
/// bitmaps too. `ROLEFIT_RECORD=1 swift test --filter BlockFixtureTests` writes all of them anew, for
/// the version of the format that is written then.
struct BlockFixture: Sendable, CustomStringConvertible {
  let name: String
  let vectors: [(vector: TermVector, length: Double)]
  let queries: [VectorIndex.Query]

  var description: String { name }

  static let small = BlockFixture(name: "small", count: 40, size: 12, vocabulary: 24, seed: 1)
  static let large = BlockFixture(name: "large", count: 1030, size: 2, vocabulary: 90, seed: 2)

  private init(name: String, count: Int, size: Int, vocabulary: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    self.name = name
    vectors = (0..<count).map { number in
      // The vector of a text without usable words has no terms.
      let vector = Self.vector(number == 17 ? 0 : size, vocabulary, &generator)
      return (vector, vector.isEmpty ? 1 : vector.norm / 2)
    }
    queries = (0..<6).map { _ in
      VectorIndex.Query(vector: Self.vector(2 * size, vocabulary + 3, &generator), length: 1.5)
    }
  }

  /// Terms of low numbers are frequent; the weights are few, exact in float32 and the same anywhere.
  private static func vector(
    _ size: Int, _ vocabulary: Int, _ generator: inout SeededGenerator
  ) -> TermVector {
    let terms = Set(
      (0..<size).map { _ in
        let number = Int(generator.next() % UInt64(vocabulary))
        let rank = number * Int(generator.next() % UInt64(vocabulary)) / vocabulary
        return Term(key: UInt64(rank + 1) &* 0x9E37_79B9_7F4A_7C15)
      }
    ).sorted()
    let weights = terms.map { term in
      Double(term.key % 5 + 1) * [0.5, 1, 1, 1.5][Int(generator.next() % 4)]
    }
    return TermVector(terms: terms, weights: weights)
  }

  /// The bytes that today's builder writes.
  var built: [UInt8] {
    var builder = IndexBlockBuilder()
    for (vector, length) in vectors { builder.add(vector, length: length) }
    return builder.finish()
  }

  /// Scores as lines of query, vector and the bits of the score: all that the best 5 give, ties
  /// included.
  func found(in index: VectorIndex) -> String {
    let hits = index.search(queries, top: 5).hits
    return hits.enumerated().map { number, hits in
      hits.sorted { ($1.score, $0.position) < ($0.score, $1.position) }
        .map { "\(number) \($0.position) \(String($0.score.bitPattern, radix: 16))\n" }.joined()
    }.joined()
  }
}
