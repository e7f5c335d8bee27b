public import Documents
import Indexing
import Matching
import Reading
import Weighting

/// Many roles, or many profiles, that one text of the other side is ranked against.
///
/// Each document is read once, on as many threads as are asked for; an index over the vectors then
/// answers any number of queries. What a pair scores does not depend on what else is in the pool.
public struct Pool: Sendable {
  /// Which side of a match the pool holds.
  public enum Side: Sendable {
    case roles, profiles
  }

  /// A document of the pool.
  struct Entry: Sendable {
    var document: Document
    /// What its side divides the dot product by.
    var length: Double
    /// Whether it holds any term; one without cannot be ranked.
    var isRankable: Bool
    /// Whether it says enough for a fit.
    var isJudged: Bool
  }

  /// Which side of a match the pool holds.
  public let side: Side
  /// The engine that read the documents.
  public let engine: Engine
  let entries: [Entry]
  private let index: VectorIndex
  private let scorer: Scorer

  /// A pool of postings.
  public init(roles: [Document], engine: Engine, threads: Int = 1) async {
    await self.init(roles, side: .roles, engine: engine, threads: threads)
  }

  /// A pool of résumés.
  public init(profiles: [Document], engine: Engine, threads: Int = 1) async {
    await self.init(profiles, side: .profiles, engine: engine, threads: threads)
  }

  private init(_ documents: [Document], side: Side, engine: Engine, threads: Int) async {
    self.side = side
    self.engine = engine
    let scorer = Scorer(background: engine.knowledge.background)
    self.scorer = scorer
    let reader = VectorReader(engine: engine, side: side)
    let read = await reader.read(documents, threads: threads)
    entries = zip(documents, read).map { document, read in
      Entry(
        document: document,
        length: side == .roles
          ? scorer.roleLength(read.vector) : scorer.profileLength(read.vector),
        isRankable: !read.vector.isEmpty, isJudged: read.isJudged)
    }
    index = VectorIndex(zip(read, entries).lazy.map { (vector: $0.vector, length: $1.length) })
  }

  /// How many documents there are.
  public var count: Int { entries.count }

  /// The bytes of vectors and directory.
  var indexBytes: Int { index.byteCount }

  /// The ids of documents without a usable term: they are not ranked.
  public var unranked: [String] { entries.filter { !$0.isRankable }.map(\.document.id) }

  /// The positions and scores of the best documents for a vector of the other side, the best first.
  func best(_ count: Int, for query: TermVector) -> [VectorIndex.Hit] {
    let found = index.search([self.query(query)], top: count)
    return ordered(found.hits[0], count)
  }

  /// The same for many vectors, which share the reads of the index; and what was done for it.
  func best(
    _ count: Int, for queries: [TermVector], threads: Int
  ) async -> (hits: [[VectorIndex.Hit]], counters: SearchCounters) {
    let found = await ParallelSearch(index: index, threads: threads)
      .search(queries.map(query), top: count)
    return (found.hits.map { ordered($0, count) }, found.counters)
  }

  private func query(_ vector: TermVector) -> VectorIndex.Query {
    VectorIndex.Query(
      vector: vector,
      length: side == .roles ? scorer.profileLength(vector) : scorer.roleLength(vector))
  }

  /// The best first; equal scores are ordered by the bytes of their ids, then by position.
  private func ordered(_ hits: [VectorIndex.Hit], _ count: Int) -> [VectorIndex.Hit] {
    let ordered = hits.sorted { left, right in
      if left.score != right.score { return left.score > right.score }
      let (a, b) = (entries[left.position].document.id, entries[right.position].document.id)
      return a == b ? left.position < right.position : a.utf8.lexicographicallyPrecedes(b.utf8)
    }
    return Array(ordered.prefix(count))
  }
}

/// Reads documents into vectors, in parallel and in order.
struct VectorReader: Sendable {
  let engine: Engine
  let side: Pool.Side

  /// A vector, and whether its text says enough for a fit.
  struct Read: Sendable {
    var vector: TermVector
    var isJudged: Bool
  }

  /// Documents a task reads at a time: enough to share a tokenizer's cache.
  private static var chunk: Int { 256 }

  func read(_ documents: [Document], threads: Int) async -> [Read] {
    let chunks = stride(from: 0, to: documents.count, by: Self.chunk).map { start in
      Array(documents[start..<min(start + Self.chunk, documents.count)])
    }
    return await Parallel.map(chunks, threads: threads) { read($0) }.flatMap { $0 }
  }

  func read(_ documents: [Document]) -> [Read] {
    let background = engine.knowledge.background
    switch side {
    case .roles:
      var reader = RoleReader(knowledge: engine.knowledge)
      return documents.map { document in
        let parsed = reader.read(document)
        return Read(
          vector: RoleTerms(parsed, text: document.text).vector(background: background),
          isJudged: PairReader.isJudged(parsed.role.warnings))
      }
    case .profiles:
      var reader = ProfileReader(knowledge: engine.knowledge)
      return documents.map { document in
        let parsed = reader.read(document)
        return Read(
          vector: ProfileTerms(parsed, background: background).vector,
          isJudged: PairReader.isJudged(parsed.profile.warnings))
      }
    }
  }
}

/// Runs work on several threads and keeps the order of the results.
package enum Parallel {
  /// The results of `body` for each item, in the items' order, at most `threads` at a time.
  package static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], threads: Int, _ body: @escaping @Sendable (Item) -> Result
  ) async -> [Result] {
    guard threads > 1, items.count > 1 else { return items.map(body) }
    return await withTaskGroup(of: (Int, Result).self) { group in
      var results = [Result?](repeating: nil, count: items.count)
      for index in items.indices {
        if index >= threads, let (done, result) = await group.next() { results[done] = result }
        group.addTask { @concurrent in (index, body(items[index])) }
      }
      for await (done, result) in group { results[done] = result }
      return results.compactMap { $0 }
    }
  }
}
