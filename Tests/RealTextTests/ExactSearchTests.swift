import Documents
import Foundation
import Indexing
import Matching
import Rolefit
import Testing
import Weighting

/// The exact best of real postings for real résumés, by an index and by brute force in float64.
///
///     ROLEFIT_EXACT=1 swift test -c release --filter ExactSearchTests
///
/// As many postings are read as three minutes allow; how many, and how many queries were compared, is
/// printed. No text and no id is.
@Suite struct ExactSearchTests {
  private static let isWanted =
    RealTexts.isPresent && ProcessInfo.processInfo.environment["ROLEFIT_EXACT"] != nil
  private static let limit: Duration = .seconds(180)
  private static let files = ["postings_fulltext", "postings_skill_lists"]
  private static let threads = ProcessInfo.processInfo.activeProcessorCount

  @Test(
    .enabled(if: isWanted, "set ROLEFIT_EXACT; the folder shared must stand beside the project"))
  func `the best 10 and 100 for real résumés are those of brute force`() async throws {
    let engine = try Engine()
    let roles = try await Self.roles(engine)
    let queries = try await Self.queries(engine, count: 200)
    let tables = engine.knowledge.tables
    let index = VectorIndex(roles, denseWidth: tables.width)
    let scorer = Scorer(engine.knowledge)
    var differing = 0
    for queries in stride(from: 0, to: queries.count, by: 25).map({
      Array(queries[$0..<min($0 + 25, queries.count)])
    }) {
      let sums = await Parallel.map(queries, threads: Self.threads) {
        Self.brute($0, roles, scorer)
      }
      for top in [10, 100] {
        let found = index.search(
          queries.map {
            VectorIndex.Query(
              vector: $0.indexed, length: $0.length, dense: $0.row, denseWeight: tables.rowWeight)
          }, top: top
        ).hits
        for (hits, all) in zip(found, sums) where Self.lines(hits) != Self.best(top, of: all) {
          differing += 1
        }
      }
    }
    print("\(roles.count) postings, \(queries.count) résumés, \(differing) results that differ")
    #expect(differing == 0)
    #expect(queries.count == 200 && roles.count >= 1000)
  }

  /// Scores of all roles, one pair at a time; nil for a role without words.
  private static func brute(
    _ query: DocumentVector, _ roles: [DocumentVector], _ scorer: Scorer
  ) -> [Double?] {
    roles.map { $0.isEmpty ? nil : scorer.score(role: $0, profile: query) }
  }

  /// The best, and those that score the same as the last of them: position and bits.
  private static func best(_ top: Int, of scores: [Double?]) -> [String] {
    let sorted = scores.compactMap { $0 }.sorted(by: >)
    let least = sorted.isEmpty ? 0 : sorted[min(top, sorted.count) - 1]
    return scores.enumerated().compactMap { position, score in
      guard let score, score >= least else { return nil }
      return line(position, score)
    }
  }

  private static func lines(_ hits: [VectorIndex.Hit]) -> [String] {
    hits.sorted { $0.position < $1.position }.map { line($0.position, $0.score) }
  }

  private static func line(_ position: Int, _ score: Double) -> String {
    "\(position) \(score.bitPattern)"
  }

  // MARK: - Reading

  private static func roles(
    _ engine: Engine
  ) async throws -> [DocumentVector] {
    let start = ContinuousClock.now
    var vectors: [DocumentVector] = []
    for file in files {
      try await forEachBatch(of: file, 1024) { documents in
        let read = await Parallel.map(chunks(documents), threads: threads) { chunk in
          chunk.map { engine.prepared(role: $0).scored }
        }
        vectors += read.flatMap { $0 }
        return ContinuousClock.now - start < limit
      }
    }
    return vectors
  }

  private static func queries(_ engine: Engine, count: Int) async throws -> [DocumentVector] {
    var queries: [DocumentVector] = []
    try await forEachBatch(of: "resumes", 64) { documents in
      for document in documents where queries.count < count {
        let vector = engine.prepared(profile: document).scored
        if !vector.isEmpty { queries.append(vector) }
      }
      return queries.count < count
    }
    return queries
  }

  private static func chunks(_ documents: [Document]) -> [[Document]] {
    stride(from: 0, to: documents.count, by: 128).map {
      Array(documents[$0..<min($0 + 128, documents.count)])
    }
  }

  /// Unpacks a set into a file that goes away, and hands out its documents until `body` has enough.
  private static func forEachBatch(
    of set: String, _ count: Int, _ body: ([Document]) async throws -> Bool
  ) async throws {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "exact-\(UUID().uuidString).ndjson")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data().write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "gzip", "-dc", RealTexts.shared.appending(path: "corpus/\(set).ndjson.gz").path,
    ]
    process.standardOutput = try FileHandle(forWritingTo: file)
    try process.run()
    process.waitUntilExit()
    var batches = Batches(InputReader(path: file.path), count: count)
    while case let documents = batches.next(), !documents.isEmpty {
      guard try await body(documents) else { return }
    }
  }
}
