import Documents
import Foundation
import IndexStorage
@testable import Rolefit
import Testing
import Tokenization
import Weighting

@testable import Indexing

/// What is empty, unusable or not to be trusted.
@Suite struct RoleIndexRefusalTests {
  private static let wordless = (id: "dashes", text: "— — —\n\n— —\n")

  @Test func `an empty index finds nothing, and can be added to`() async throws {
    try await IndexSample.withFolder { folder in
      let index = try await IndexSample.build([], in: folder)
      let resumes = try IndexSample.resumes(2, seed: 1)
      let empty = try IndexSample.pool(in: folder)
      #expect(empty.count == 0)
      #expect(try empty.rank(against: resumes[0], top: 3, asOf: Sample.day()).matches.isEmpty)
      #expect(try await empty.pairs(of: resumes, top: 3, threads: 2).map(\.count) == [0, 0])
      try await index.compact()
      #expect(try await index.remove(["x"]).unknown == ["x"])
      let records = try IndexSample.postings(3, seed: 2)
      let added = try await index.add(from: IndexSample.reader(records, at: folder + "/a.ndjson"))
      #expect(added.roles == 3)
      let memory = try await IndexSample.memory(records, in: folder)
      try await IndexSample.expectSame(
        try IndexSample.pool(in: folder), memory, resumes, tops: [1, 3])
    }
  }

  @Test func `an index from which everything was removed is empty`() async throws {
    try await IndexSample.withFolder { folder in
      let index = try await IndexSample.build(try IndexSample.postings(2, seed: 3), in: folder)
      #expect(try await index.remove(["role-0", "role-1"]).removed == 2)
      let resumes = try IndexSample.resumes(1, seed: 4)
      for _ in 0..<2 {
        let pool = try IndexSample.pool(in: folder)
        #expect(pool.count == 0)
        #expect(try await pool.pairs(of: resumes, top: 3, threads: 1).map(\.count) == [0])
        #expect(try pool.unranked().isEmpty)
        try await index.compact()
      }
    }
  }

  @Test func `a role without usable words is named and not ranked`() async throws {
    try await IndexSample.withFolder { folder in
      let records = try IndexSample.postings(3, seed: 5) + [Self.wordless]
      let index = try await IndexSample.build(records, in: folder)
      let resume = try IndexSample.resumes(1, seed: 6)[0]
      for _ in 0..<2 {
        let ranking = try IndexSample.pool(in: folder)
          .rank(against: resume, top: 10, asOf: Sample.day())
        #expect(ranking.unranked == ["dashes"])
        #expect(ranking.matches.count == 3 && ranking.pool == 4)
        // What is compacted has the same vectors.
        _ = try await index.add(
          from: IndexSample.reader([records[0]], at: folder + "/again.ndjson"))
        try await index.compact()
      }
      #expect(try await index.remove(["dashes"]).removed == 1)
      #expect(try IndexSample.pool(in: folder).unranked().isEmpty)
    }
  }

  @Test func `an index of another model is refused, and stays as it is`() async throws {
    try await IndexSample.withFolder { folder in
      let path = folder + "/made.rolefit"
      try Self.write(metadata: "another model", to: path)
      let before = try IndexSample.files(in: path)
      let engine = try Sample.engine.get()
      let own =
        "\(engine.identity.model) \(engine.identity.background) \(engine.identity.tables)"
      let refusal = RoleIndexError.otherModel(index: "another model", engine: own)
      #expect(throws: refusal) { try Pool(index: path, engine: engine) }
      let records = try IndexSample.postings(1, seed: 7)
      let reader = try IndexSample.reader(records, at: folder + "/a.ndjson")
      await #expect(throws: refusal) {
        try await RoleIndex(path, engine: engine).add(from: reader)
      }
      #expect(try IndexSample.files(in: path) == before)
      #expect(try RoleIndex.info(path).identities == ["another model"])
    }
  }

  /// An index of one vector whose identity is not that of the engine.
  private static func write(metadata: String, to path: String) throws {
    let writer = try IndexWriter.create(path)
    try writer.append(metadata: metadata) { segment in
      var builder = IndexBlockBuilder()
      builder.add(TermVector(terms: [Term(key: 7)], weights: [1]), length: 1)
      try segment.appendBlock(builder.finish(), roles: 1)
      try segment.appendDocument(id: "x", Array("\u{1}x".utf8))
    }
    writer.close()
  }

  @Test func `build refuses a folder in which something is`() async throws {
    try await IndexSample.withFolder { folder in
      let records = try IndexSample.postings(2, seed: 8)
      let index = try await IndexSample.build(records, in: folder)
      let path = folder + "/made.rolefit"
      let before = try IndexSample.files(in: path)
      let reader = try IndexSample.reader(records, at: folder + "/ads.ndjson")
      await #expect(throws: RoleIndexError.exists(path: path)) {
        try await index.build(from: reader)
      }
      #expect(try IndexSample.files(in: path) == before)
      try Data("mine".utf8).write(to: URL(filePath: folder + "/file"))
      for taken in [folder, folder + "/file"] {
        let other = RoleIndex(taken, engine: try Sample.engine.get())
        await #expect(throws: RoleIndexError.exists(path: taken)) {
          try await other.build(from: reader)
        }
      }
    }
  }

  @Test func `nothing is made where nothing could be read`() async throws {
    try await IndexSample.withFolder { folder in
      let path = folder + "/made.rolefit"
      let index = RoleIndex(path, engine: try Sample.engine.get())
      let reader = InputReader(path: folder + "/none")
      let refusal = Refusal(input: folder + "/none", error: .notFound)
      await #expect(throws: RoleIndexError.nothingRead(refusals: [refusal])) {
        try await index.build(from: reader)
      }
      #expect(!RoleIndex.exists(at: path) && !FileManager.default.fileExists(atPath: path))
    }
  }

  @Test func `what is no index says so`() async throws {
    try await IndexSample.withFolder { folder in
      let engine = try Sample.engine.get()
      #expect(throws: RoleIndexError.self) { try Pool(index: folder + "/none", engine: engine) }
      #expect(throws: RoleIndexError.notAnIndex(path: folder)) {
        try Pool(index: folder, engine: engine)
      }
      await #expect(throws: RoleIndexError.notAnIndex(path: folder)) {
        try await RoleIndex(folder, engine: engine).remove(["x"])
      }
      // A lost manifest does not make postings of the other files.
      let lost = folder + "/lost.rolefit"
      try FileManager.default.createDirectory(atPath: lost, withIntermediateDirectories: true)
      #expect(RoleIndex.exists(at: lost) && !RoleIndex.exists(at: folder))
    }
  }

  @Test func `a search tells what it did, the same for any number of threads`() async throws {
    try await IndexSample.withFolder { folder in
      _ = try await IndexSample.build(try IndexSample.postings(40, seed: 9), in: folder)
      let pool = try IndexSample.pool(in: folder)
      let resumes = try IndexSample.resumes(4, seed: 10)
      let one = try await pool.countedPairs(of: resumes, top: 2, threads: 1).work
      let two = try await pool.countedPairs(of: resumes, top: 2, threads: 2).work
      #expect(one == two)
      #expect(one.entriesVisited > 0 && one.bytesTouched > 2 * one.entriesVisited)
      #expect(one.rescored >= 8 && one.rescored <= one.candidates)
    }
  }
}
