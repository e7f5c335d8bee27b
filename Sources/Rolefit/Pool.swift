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

  /// Which side of a match the pool holds.
  public let side: Side
  /// The engine that read the documents.
  public let engine: Engine
  let source: any PoolSource
  /// What orders rankings where it is not the score.
  var expansion: OrderBy?

  /// What is expanded.
  enum OrderBy: Sendable {
    case queries
    /// The pool's documents, in another index.
    case documents(VectorIndex)
  }

  /// A pool of postings.
  public init(roles: [Document], engine: Engine, threads: Int = 1) async {
    await self.init(roles, side: .roles, engine: engine, threads: threads)
  }

  /// A pool of résumés.
  public init(profiles: [Document], engine: Engine, threads: Int = 1) async {
    await self.init(profiles, side: .profiles, engine: engine, threads: threads)
  }

  /// The postings of an index; its files are mapped, and read where a query needs them.
  ///
  /// Complexity: O(segments), whatever their size.
  public init(index folder: String, engine: Engine) throws(RoleIndexError) {
    self.init(.roles, engine, try IndexedSource(folder, engine))
  }

  private init(_ documents: [Document], side: Side, engine: Engine, threads: Int) async {
    let read = await VectorReader(engine: engine, side: side).read(documents, threads: threads)
    let index = VectorIndex(read.map(\.vector), denseWidth: engine.knowledge.tables.width)
    self.init(
      side, engine,
      MemorySource(documents: documents, isJudged: read.map(\.isJudged), vectors: index))
  }

  private init(_ side: Side, _ engine: Engine, _ source: any PoolSource) {
    self.side = side
    self.engine = engine
    self.source = source
  }

  /// How many documents there are.
  public var count: Int { source.count }

  /// The document with an id; nil where there is none.
  public func document(_ id: String) throws(RoleIndexError) -> Document? {
    try source.document(id)
  }

  /// The documents at positions of a range, in their order; removed ones are passed over.
  ///
  /// Positions go from 0 up to `end`.
  public func documents(in range: Range<Int>) throws(RoleIndexError) -> [Document] {
    var documents: [Document] = []
    for position in range.clamped(to: 0..<source.end) where source.holds(position) {
      documents.append(try source.document(at: position))
    }
    return documents
  }

  /// One more than the last position of a document.
  public var end: Int { source.end }

  /// The ids of documents without a usable term: they are not ranked.
  ///
  /// - Throws: `RoleIndexError.damaged` where the files of an index cannot be relied on.
  public func unranked() throws(RoleIndexError) -> [String] {
    let index = try source.vectors()
    var ids: [String] = []
    for (block, start) in zip(index.blocks, index.starts) {
      for vector in 0..<block.count where block.length(of: vector) == 0 {
        if source.holds(start + vector) { ids.append(try source.id(at: start + vector)) }
      }
    }
    return ids
  }

  /// The positions and scores of the best documents for a vector of the other side, the best first.
  func best(_ count: Int, for query: DocumentVector) throws(RoleIndexError) -> [VectorIndex.Hit] {
    let index = try ordering()
    let found = index.search([self.query(query)], top: count, allowed: source.allowed)
    return try ordered(found.hits[0], count)
  }

  /// The same for many vectors, which share the reads of the index; and what was done for it.
  func best(
    _ count: Int, for queries: [DocumentVector], threads: Int
  ) async throws(RoleIndexError) -> (hits: [[VectorIndex.Hit]], counters: SearchCounters) {
    let search = ParallelSearch(index: try ordering(), threads: threads)
    let found = await search.search(queries.map(query), top: count, allowed: source.allowed)
    var hits: [[VectorIndex.Hit]] = []
    for found in found.hits { hits.append(try ordered(found, count)) }
    return (hits, found.counters)
  }

  /// The vectors that a search for the best goes through.
  private func ordering() throws(RoleIndexError) -> VectorIndex {
    if case .documents(let index) = expansion { return index }
    return try source.vectors()
  }

  func query(_ vector: DocumentVector) -> VectorIndex.Query {
    VectorIndex.Query(
      vector: vector.indexed, length: vector.length, dense: vector.row,
      denseWeight: engine.knowledge.tables.rowWeight)
  }

  /// The best first; equal scores are ordered by the bytes of their ids, then by position.
  private func ordered(
    _ hits: [VectorIndex.Hit], _ count: Int
  ) throws(RoleIndexError) -> [VectorIndex.Hit] {
    var named: [(hit: VectorIndex.Hit, id: String)] = []
    for hit in hits { named.append((hit, try source.id(at: hit.position))) }
    named.sort { left, right in
      if left.hit.score != right.hit.score { return left.hit.score > right.hit.score }
      return left.id == right.id
        ? left.hit.position < right.hit.position
        : left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
    }
    return named.prefix(count).map(\.hit)
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
