import Candidates
import Documents
import Matching
import Roles
import Synchronization
import Weighting

/// Reads documents into vectors, in parallel and in order.
///
/// Who has more documents to read later keeps it: its readers keep what their tokenizers learnt.
struct VectorReader: Sendable {
  let engine: Engine
  let side: Pool.Side
  private let roleReaders = IdleReaders<RoleReader>()
  private let profileReaders = IdleReaders<ProfileReader>()

  init(engine: Engine, side: Pool.Side) {
    (self.engine, self.side) = (engine, side)
  }

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
    let scorer = Scorer(engine.knowledge)
    switch side {
    case .roles:
      var reader = roleReaders.take() ?? RoleReader(knowledge: engine.knowledge)
      defer { roleReaders.give(reader) }
      return documents.map { document in
        let role = PreparedRole(
          document: document, parsed: reader.read(document), scorer: scorer)
        return Read(
          vector: role.scored, isJudged: PairReader.isJudged(role.parsed.role.warnings))
      }
    case .profiles:
      var reader = profileReaders.take() ?? ProfileReader(knowledge: engine.knowledge)
      defer { profileReaders.give(reader) }
      return documents.map { document in
        let profile = PreparedProfile(
          document: document, parsed: reader.read(document), scorer: scorer)
        return Read(
          vector: profile.scored,
          isJudged: PairReader.isJudged(profile.parsed.profile.warnings))
      }
    }
  }
}

/// Readers that wait for the next task.
private final class IdleReaders<Reader: Sendable>: Sendable {
  private let readers = Mutex<[Reader]>([])

  func take() -> Reader? { readers.withLock { $0.popLast() } }

  func give(_ reader: Reader) { readers.withLock { $0.append(reader) } }
}
