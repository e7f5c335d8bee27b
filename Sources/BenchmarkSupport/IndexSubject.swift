import Bytes
import Foundation
import Indexing
import Kernels
import TestSupport
import Tokenization
import Weighting

/// A block of 65,536 invented vectors, how it is built and how it is searched.
///
/// Terms are drawn from a vocabulary whose frequencies fall as Zipf's and Mandelbrot's law says, as
/// those of postings do. The same seed gives the same block, so that counts can be compared as well.
public final class IndexSubject {
  /// Vectors of the block.
  public static let vectors = SumBuffer.capacity
  /// Distinct terms at most of a vector, and of a query.
  public static let (termsOfVector, termsOfQuery) = (100, 350)

  private static let vocabulary = 100_000

  private let vectors: [TermVector]
  private let queries: [VectorIndex.Query]
  private let index: VectorIndex
  private var next = 0

  /// Draws the vectors and builds the block.
  public init() {
    var generator = SeededGenerator(seed: 65_536)
    let law = ZipfLaw(ranks: Self.vocabulary)
    vectors = (0..<Self.vectors).map { _ in
      law.vector(drawing: Self.termsOfVector, using: &generator)
    }
    queries = (0..<32).map { _ in
      VectorIndex.Query(
        vector: law.vector(drawing: Self.termsOfQuery, using: &generator), length: 1)
    }
    index = VectorIndex(vectors.lazy.map { ($0, $0.norm) })
  }

  /// Builds a block of the vectors; returns its bytes.
  @discardableResult
  public func build() -> Int {
    var builder = IndexBlockBuilder()
    for vector in vectors { builder.add(vector, length: vector.norm) }
    return builder.finish().count
  }

  /// The exact best for the next of 32 queries; returns how many were found.
  @discardableResult
  public func search(top: Int) -> Int {
    next = (next + 1) % queries.count
    return index.search([queries[next]], top: top, allowed: nil).hits[0].count
  }

  /// The exact best for all 32 queries at once, which share the reads.
  @discardableResult
  public func searchAll(top: Int) -> Int {
    index.search(queries, top: top, allowed: nil).hits.count
  }
}

/// Ranks with the frequencies of Zipf's and Mandelbrot's law, 1 / (rank + 2.7).
struct ZipfLaw {
  /// The sum of the frequencies up to each rank.
  private let sums: [Double]

  init(ranks: Int) {
    var sum = 0.0
    sums = (0..<ranks).map { rank in
      sum += 1 / (Double(rank) + 2.7)
      return sum
    }
  }

  private func rank(using generator: inout some RandomNumberGenerator) -> Int {
    let wanted = Double.random(in: 0..<(sums.last ?? 0), using: &generator)
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] <= wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// A vector of the distinct terms among so many that are drawn; a rare term weighs more, and each
  /// has one of a few masses, as tf has.
  func vector(drawing count: Int, using generator: inout some RandomNumberGenerator) -> TermVector {
    var ranks: [Term: Int] = [:]
    for _ in 0..<count {
      let rank = rank(using: &generator)
      // Keys are spread as hashes are: a vector's terms stand in no order of frequency.
      ranks[Term(key: UInt64(rank + 1) &* 0x9E37_79B9_7F4A_7C15)] = rank
    }
    let terms = ranks.keys.sorted()
    let masses: [Double] = [1, 1, 1, 1.5, 2, 3]
    var weights: [Double] = []
    for term in terms {
      let mass = masses[Int.random(in: masses.indices, using: &generator)]
      let rarity = log(Double(ranks[term, default: 0]) + 2)
      weights.append(Double(Float(mass * rarity)))
    }
    return TermVector(terms: terms, weights: weights)
  }
}
