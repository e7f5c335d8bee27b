import Documents
import Foundation
import Rolefit
import TestSupport
import Testing

/// Indexes for tests: in a folder that goes away, of postings that are made.
enum IndexSample {
  /// The folder of the sample roles' files.
  static let roles = Sample.root.appending(path: "Sources/CResources/data/roles").path

  /// Calls `body` with the path of an empty folder, which is removed afterwards.
  static func withFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "rolefit-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder.path)
  }

  /// Writes records, and gives a reader of them.
  static func reader(
    _ records: [(id: String, text: String)], at path: String
  ) throws -> InputReader {
    let lines = try records.map { id, text in
      try JSONSerialization.data(withJSONObject: ["id": id, "text": text]) + Data([0x0A])
    }
    // A blank line, so that one record alone is known as NDJSON too.
    try Data(lines.joined() + [0x0A]).write(to: URL(filePath: path))
    return InputReader(path: path)
  }

  /// Postings with ids from `prefix`, made from a seed.
  static func postings(
    _ count: Int, _ prefix: String = "role", seed: UInt64
  ) throws -> [(id: String, text: String)] {
    var generator = SeededGenerator(seed: seed)
    return try (0..<count).map { number in
      let text = try Sample.posting(number, &generator).text
      return ("\(prefix)-\(number)", String(decoding: text, as: UTF8.self))
    }
  }

  /// An index of records.
  static func build(
    _ records: [(id: String, text: String)], in folder: String
  ) async throws -> RoleIndex {
    let index = RoleIndex(folder + "/made.rolefit", engine: try Sample.engine.get())
    // A file without a record would be refused as empty; a folder may hold none.
    let none = folder + "/none"
    try FileManager.default.createDirectory(atPath: none, withIntermediateDirectories: true)
    let made = try await index.build(
      from: records.isEmpty
        ? InputReader(path: none) : reader(records, at: folder + "/made.ndjson"))
    #expect(made.refusals.isEmpty)
    return index
  }

  /// The index that `build` made, as a pool.
  static func pool(in folder: String) throws -> Pool {
    try Pool(index: folder + "/made.rolefit", engine: try Sample.engine.get())
  }

  /// The same records as a pool in memory.
  static func memory(
    _ records: [(id: String, text: String)], in folder: String
  ) async throws -> Pool {
    let path = folder + "/memory.ndjson"
    _ = try reader(records, at: path)
    return await Pool(
      roles: InputReader.readAll(path: path).documents, engine: try Sample.engine.get())
  }

  /// Résumés that ask.
  static func resumes(_ count: Int, seed: UInt64) throws -> [Document] {
    var generator = SeededGenerator(seed: seed)
    return try (0..<count).map { try Sample.resume($0, &generator) }
  }

  /// A pair as one line, its score by its bits.
  static func line(_ pair: Pair) -> String {
    let fit = pair.fit.map { "\($0.value) \($0.band)" } ?? "none"
    return "\(pair.rank) \(pair.profile) \(pair.role) \(pair.score.bitPattern) \(fit)"
  }

  /// Expects two pools to find the same, bit for bit.
  static func expectSame(
    _ left: Pool, _ right: Pool, _ profiles: [Document], tops: [Int], threads: Int = 1,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    #expect(left.count == right.count, sourceLocation: sourceLocation)
    for top in tops {
      let one = try await left.pairs(of: profiles, top: top, threads: threads)
      let other = try await right.pairs(of: profiles, top: top, threads: threads)
      #expect(
        one.map { $0.map(line) } == other.map { $0.map(line) }, "top \(top)",
        sourceLocation: sourceLocation)
    }
  }

  /// A ranking as the command line prints it.
  static func json(_ pool: Pool, _ profile: Document, top: Int) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let ranking = try pool.rank(against: profile, top: top, asOf: Sample.day())
    return String(decoding: try encoder.encode(ranking), as: UTF8.self)
  }

  /// The bytes of each file of a folder, by name.
  static func files(in folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      files[name] = try Data(contentsOf: URL(filePath: folder + "/" + name))
    }
    return files
  }
}
