import Indexing

/// A search on several threads: many queries are shared out among them, the blocks of the index where
/// there are fewer queries than threads.
///
/// Whoever looks at which part, the exact best are the same, bit for bit.
struct ParallelSearch: Sendable {
  let index: VectorIndex
  let threads: Int

  typealias Found = (hits: [[VectorIndex.Hit]], counters: SearchCounters)

  func search(
    _ queries: [VectorIndex.Query], top: Int, allowed: VectorIndex.Allowed? = nil
  ) async -> Found {
    let threads = max(1, threads)
    if queries.count >= threads {
      let parts = Self.parts(queries.indices, threads)
      let found = await Parallel.map(parts, threads: threads) { part in
        index.search(Array(queries[part]), top: top, allowed: allowed)
      }
      return (found.flatMap(\.hits), Self.sum(found.map(\.counters)))
    }
    let parts = Self.parts(index.blocks.indices, threads)
    let found = await Parallel.map(parts, threads: threads) { part in
      index.search(queries, top: top, in: part, allowed: allowed)
    }
    let hits = queries.indices.map { query in
      VectorIndex.kept(found.flatMap { $0.hits[query] }, top: top)
    }
    return (hits, Self.sum(found.map(\.counters)))
  }

  /// A range in so many parts of nearly the same size.
  private static func parts(_ range: Range<Int>, _ count: Int) -> [Range<Int>] {
    let size = max(1, (range.count + count - 1) / count)
    return stride(from: range.lowerBound, to: range.upperBound, by: size).map {
      $0..<min($0 + size, range.upperBound)
    }
  }

  private static func sum(_ counters: [SearchCounters]) -> SearchCounters {
    counters.reduce(into: SearchCounters()) { $0 += $1 }
  }
}
