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
  /// What ranks.
  public var score: Double
  /// The score on a calibrated scale; nil where a text is too thin to judge.
  public var fit: Fit?
}

extension Pool {
  /// Ranks the pool against each of many texts of the other side, without verdicts.
  ///
  /// - Returns: for each document, in their order, its best `top` pairs; none where it holds no
  ///   usable term.
  public func pairs(of documents: [Document], top: Int, threads: Int) async -> [[Pair]] {
    precondition(top >= 1, "top \(top)")
    let other: Side = side == .roles ? .profiles : .roles
    let chunk = max(1, min(64, documents.count / max(1, threads)))
    let chunks = stride(from: 0, to: documents.count, by: chunk).map { start in
      Array(documents[start..<min(start + chunk, documents.count)])
    }
    return await Parallel.map(chunks, threads: threads) { chunk in
      let reader = VectorReader(engine: engine, side: other)
      return zip(chunk, reader.read(chunk)).map { pairs(of: $0, $1, top: top) }
    }.flatMap { $0 }
  }

  private func pairs(of document: Document, _ read: VectorReader.Read, top: Int) -> [Pair] {
    guard !read.vector.isEmpty else { return [] }
    return best(top, for: read.vector).enumerated().map { rank, found in
      let entry = entries[found.position]
      let (profile, role) =
        side == .roles ? (document.id, entry.document.id) : (entry.document.id, document.id)
      return Pair(
        profile: profile, role: role, rank: rank + 1, score: found.score,
        fit: entry.isJudged && read.isJudged ? FitScale.fit(found.score) : nil)
    }
  }
}
