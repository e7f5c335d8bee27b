#if Catalog
  import Documents
  import Foundation
  import Rolefit
  import TestSupport
  import Testing
  import Workspaces

  /// A workspace in a folder of its own, removed with everything in it when it goes.
  final class WorkspaceSample: Sendable {
    static let engine = Result { try Engine() }

    /// Does not exist until somebody makes it.
    let folder: String

    init() {
      folder =
        FileManager.default.temporaryDirectory
        .appending(path: "rolefit-workspace-\(UUID().uuidString)").path
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// - Parameter patience: long, so that no test depends on how busy the machine is.
    func open(
      engine: Engine? = nil, creating: Bool = true, patience: Duration = .seconds(600)
    ) throws -> Workspace {
      let engine = try engine ?? Self.engine.get()
      return try Workspace(
        folder, engine: engine, threads: 2, creating: creating, patience: patience)
    }

    static func document(_ text: String, _ id: String) throws -> Document {
      try DocumentReader.read(Array(text.utf8), name: id + ".txt", id: id)
    }

    /// Postings that differ, from a seed.
    static func postings(_ count: Int, seed: UInt64 = 1, _ prefix: String = "role") throws
      -> [Document]
    {
      var generator = SeededGenerator(seed: seed)
      return try (0..<count).map { number in
        let lines = (0..<5).map { _ in "- \(line(&generator))\n" }.joined()
        return try document(
          "Title: Crafter \(number)\n\nRequired:\n\(lines)", "\(prefix)-\(number)")
      }
    }

    /// Résumés that differ, from a seed.
    static func resumes(_ count: Int, seed: UInt64 = 2) throws -> [Document] {
      var generator = SeededGenerator(seed: seed)
      return try (0..<count).map { number in
        let lines = (0..<9).map { _ in "- \(line(&generator))\n" }.joined()
        return try document(
          "Experience\nCrafter, Tarn & Sons, 03/2019 - 08/2026\n\(lines)", "person-\(number)")
      }
    }

    private static func line(_ generator: inout SeededGenerator) -> String {
      let words = [
        ["weld", "prune", "bake", "plaster", "forge", "glaze"],
        ["pressure vessels", "apple trees", "sourdough loaves", "lime walls", "iron gates"],
        ["for hospitals", "under inspection", "by hand", "at night", "to drawings"],
      ]
      return words.map { $0.randomElement(using: &generator) ?? "" }.joined(separator: " ")
    }

    /// The rankings of a pool, a line a pair, scores by their bits.
    static func lines(_ pool: Pool, _ queries: [Document]) throws -> [String] {
      let day = try #require(CalendarDate("2026-11-21"))
      return try queries.flatMap { query in
        try pool.rank(against: query, top: 20, asOf: day).matches.map { match in
          "\(match.role) \(match.profile) \(match.rank) \(match.score.bitPattern) \(match.gates)"
        }
      }
    }

    /// Expects that a workspace ranks its postings as a pool of the same documents does.
    static func expectRanks(_ workspace: Workspace, as documents: [Document]) async throws {
      let queries = try resumes(3)
      let pool = await Pool(roles: documents, engine: workspace.engine)
      #expect(try await lines(workspace.roles(), queries) == lines(pool, queries))
      #expect(try await workspace.verify().findings == [])
    }

    /// The files of the folder that hold a text anywhere.
    func files(holding text: String) throws -> [String] {
      let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
      return names.filter { name in
        let data = FileManager.default.contents(atPath: folder + "/" + name)
        return data?.range(of: Data(text.utf8)) != nil
      }
    }
  }
#endif
