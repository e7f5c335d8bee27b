public import Documents
import Indexing
public import Matching
import Weighting

/// A pair of a profile and a role, by their ids, with what ranks it.
public struct Pair: Sendable, Codable {
  /// The profile's id.
  public var profile: String
  /// The role's id.
  public var role: String
  /// 1 for the best of its query.
  public var rank: Int
  /// What ranks, unless there is an `order`.
  public var score: Double
  /// What ranks in a pool that expands; it depends on what is loaded.
  public var order: Double?
  /// The score on a calibrated scale; nil where a text is too thin to judge.
  public var fit: Fit?
}

extension Pool {
  /// Ranks the pool against each of many texts of the other side, without verdicts.
  ///
  /// - Returns: for each document, in their order, its best `top` pairs; none where it holds no
  ///   usable term.
  /// - Throws: `RoleIndexError.damaged` where the files of an index cannot be relied on.
  public func pairs(
    of documents: [Document], top: Int, threads: Int
  ) async throws(RoleIndexError) -> [[Pair]] {
    try await countedPairs(of: documents, top: top, threads: threads).pairs
  }

  /// The same, and what the search did for all of them together.
  public func countedPairs(
    of documents: [Document], top: Int, threads: Int
  ) async throws(RoleIndexError) -> (pairs: [[Pair]], work: SearchWork) {
    precondition(top >= 1, "top \(top)")
    let reader = VectorReader(engine: engine, side: side == .roles ? .profiles : .roles)
    let read = await reader.read(documents, threads: threads)
    let asking = read.indices.filter { !read[$0].vector.isEmpty }
    var queries = asking.map { read[$0].vector }
    if case .queries = expansion { queries = try await expanded(queries, threads: threads) }
    let found = try await best(top, for: queries, threads: threads)
    var pairs = [[Pair]](repeating: [], count: documents.count)
    for (index, hits) in zip(asking, found.hits) {
      let scores = expansion == nil ? nil : try scores(of: hits, for: read[index].vector)
      for (rank, hit) in hits.enumerated() {
        var pair = try pair(documents[index], read[index].isJudged, rank + 1, hit)
        if let score = scores?[hit.position] {
          (pair.score, pair.order) = (score, hit.score)
          pair.fit = pair.fit.map { _ in FitScale.fit(score) }
        }
        pairs[index].append(pair)
      }
    }
    return (pairs, SearchWork(found.counters))
  }

  private func pair(
    _ document: Document, _ isJudged: Bool, _ rank: Int, _ hit: VectorIndex.Hit
  ) throws(RoleIndexError) -> Pair {
    let id = try source.id(at: hit.position)
    let isFit = isJudged ? try source.isJudged(at: hit.position) : false
    return Pair(
      profile: side == .roles ? document.id : id, role: side == .roles ? id : document.id,
      rank: rank, score: hit.score, fit: isFit ? FitScale.fit(hit.score) : nil)
  }
}
