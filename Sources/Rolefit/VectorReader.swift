import Documents
import Matching
import Weighting

/// Reads documents into vectors, in parallel and in order.
struct VectorReader: Sendable {
  let engine: Engine
  let side: Pool.Side

  /// A vector, and whether its text says enough for a fit.
  struct Read: Sendable {
    var vector: DocumentVector
    var isJudged: Bool
  }

  /// Documents a task reads at a time.
  private static var chunk: Int { 256 }

  func read(_ documents: [Document], threads: Int) async -> [Read] {
    let chunks = stride(from: 0, to: documents.count, by: Self.chunk).map { start in
      Array(documents[start..<min(start + Self.chunk, documents.count)])
    }
    return await Parallel.map(chunks, threads: threads) { read($0) }.flatMap { $0 }
  }

  func read(_ documents: [Document]) -> [Read] {
    switch side {
    case .roles:
      engine.prepared(roles: documents) {
        Read(vector: $0.scored, isJudged: PairReader.isJudged($0.parsed.role.warnings))
      }
    case .profiles:
      engine.prepared(profiles: documents) {
        Read(vector: $0.scored, isJudged: PairReader.isJudged($0.parsed.profile.warnings))
      }
    }
  }
}
