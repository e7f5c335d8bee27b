import Bytes
import Documents
import Foundation
import TestSupport
import Testing
import Weighting

@testable import Indexing
@testable import Rolefit

/// Damage of the files of an index, seen by who ranks with it: an error, or exactly the right result.
@Suite struct IndexDamageTests {
  /// A small index, one role of which is removed, and what a search of it finds.
  private struct Sound {
    let folder: String
    let engine: Engine
    let resume: Document
    let query: DocumentVector
    let files: [String: [UInt8]]
    let found: String

    var path: String { folder + "/made.rolefit" }

    init(in folder: String) async throws {
      self.folder = folder
      engine = try Sample.engine.get()
      let index = try await IndexSample.build(try IndexSample.postings(5, seed: 1), in: folder)
      _ = try await index.remove(["role-3"])
      resume = try IndexSample.resumes(1, seed: 2)[0]
      query = VectorReader(engine: engine, side: .profiles).read([resume])[0].vector
      files = try IndexSample.files(in: folder + "/made.rolefit").mapValues { [UInt8]($0) }
        .filter { $0.key != "lock" }
      found = try Self.found(folder + "/made.rolefit", engine, query)
    }

    /// All that a search finds: ids, bits of scores, texts, whether they are judged; and what has no
    /// words.
    static func found(_ path: String, _ engine: Engine, _ query: DocumentVector) throws -> String {
      let pool = try Pool(index: path, engine: engine)
      var text = "\(pool.count) \(try pool.unranked())\n"
      for hit in try pool.best(9, for: query) {
        let document = try pool.source.document(at: hit.position)
        let isJudged = try pool.source.isJudged(at: hit.position)
        text += "\(try pool.source.id(at: hit.position)) \(hit.score.bitPattern) \(isJudged)"
        text +=
          " \(document.format) \(document.lines.map(\.span)) \(document[0..<document.text.count])\n"
      }
      return text
    }

    /// Whether files with some bytes of one changed give an error or the right result.
    func isSafe(_ name: String, _ bytes: [UInt8]) throws -> Bool {
      try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
      do {
        return try Self.found(path, engine, query) == found
      } catch is RoleIndexError {
        return true
      }
    }
  }

  private static let names = ["manifest", "segment-2.blocks", "segment-2.documents"]

  @Test(arguments: names)
  func `a changed byte gives an error or the right result`(name: String) async throws {
    try await IndexSample.withFolder { folder in
      let sound = try await Sound(in: folder)
      let bytes = try #require(sound.files[name])
      var generator = SeededGenerator(seed: 3)
      var wrong: [String] = []
      // Most of a small block is zeros up to the end of a stripe: of these a few bytes do.
      let offsets = bytes.indices.filter { $0 < 4096 || bytes[$0] != 0 || $0 % 101 == 0 }
      for offset in offsets {
        for _ in 0..<(offsets.count < 2500 ? 3 : 1) {
          var changed = bytes
          changed[offset] ^= UInt8.random(in: 1...255, using: &generator)
          if try !sound.isSafe(name, changed) { wrong.append("\(offset): \(changed[offset])") }
        }
      }
      #expect(wrong.isEmpty)
    }
  }

  @Test(arguments: names)
  func `a file that is cut off gives an error`(name: String) async throws {
    try await IndexSample.withFolder { folder in
      let sound = try await Sound(in: folder)
      let bytes = try #require(sound.files[name])
      let lengths = bytes.indices.filter { $0 < 600 || $0 % 61 == 0 || $0 + 40 > bytes.count }
      for length in lengths {
        try Data(bytes[..<length]).write(to: URL(filePath: "\(sound.path)/\(name)"))
        #expect(throws: RoleIndexError.self, "\(length) bytes") {
          try Sound.found(sound.path, sound.engine, sound.query)
        }
      }
      try FileManager.default.removeItem(atPath: "\(sound.path)/\(name)")
      #expect(throws: RoleIndexError.self) {
        try Sound.found(sound.path, sound.engine, sound.query)
      }
    }
  }

  @Test(arguments: names)
  func `a ranking of damaged files throws or is the right one`(name: String) async throws {
    try await IndexSample.withFolder { folder in
      let sound = try await Sound(in: folder)
      let wanted = try IndexSample.json(IndexSample.pool(in: folder), sound.resume, top: 2)
      let bytes = try #require(sound.files[name])
      for offset in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 60)) {
        var changed = bytes
        changed[offset] ^= 0x41
        try Data(changed).write(to: URL(filePath: "\(sound.path)/\(name)"))
        do {
          let found = try IndexSample.json(
            Pool(index: sound.path, engine: sound.engine), sound.resume, top: 2)
          #expect(found == wanted, "\(offset)")
        } catch let error as RankingError {
          guard case .index = error else { throw error }
        } catch is RoleIndexError {
        }
      }
    }
  }
}
