import Bytes
import Foundation
import Testing
import Tokenization
import Weighting

@testable import Indexing

/// Blocks as each version of the format wrote them, which open for ever.
///
/// `ROLEFIT_RECORD=1 swift test --filter BlockFixtureTests` writes those of the version that is written
/// today: `small-N.bin`, `large-N.bin`, and what a search of each finds. Those of earlier versions stay.
@Suite(.serialized) struct BlockFixtureTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")
  private static let isRecording =
    ProcessInfo.processInfo.environment["ROLEFIT_RECORD"] != nil
  private static let fixtures = [BlockFixture.small, .large]

  private static func file(_ fixture: BlockFixture, _ version: UInt32, _ ending: String) -> URL {
    folder.appending(path: "block-\(version)-\(fixture.name).\(ending)")
  }

  @Test(arguments: fixtures)
  func `a block is written with the same bytes as before`(fixture: BlockFixture) throws {
    let built = fixture.built
    let file = Self.file(fixture, IndexBlock.version, "bin")
    if Self.isRecording {
      try Data(built).write(to: file)
      let index = VectorIndex([try IndexBlock(ByteRegion(built))])
      try Data(fixture.found(in: index).utf8)
        .write(to: Self.file(fixture, IndexBlock.version, "scores"))
    }
    let recorded = try Data(contentsOf: file)
    #expect(recorded.count < 61_440)
    #expect(
      recorded == Data(built),
      "a change of the format that somebody has seen needs a version of its own")
  }

  /// Version 1 and all later ones, as far as they are still read.
  @Test(arguments: fixtures, 1...IndexBlock.version)
  func `a block of each version opens, and a search finds the same scores`(
    fixture: BlockFixture, version: UInt32
  ) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.file(fixture, version, "bin")))
    let index = VectorIndex([try IndexBlock(ByteRegion(bytes))])
    #expect(index.count == fixture.vectors.count)
    let wanted = try String(
      contentsOf: Self.file(fixture, version, "scores"), encoding: .utf8)
    #expect(fixture.found(in: index) == wanted)
    #expect(wanted.split(separator: "\n").count >= 30)
  }

  @Test(arguments: fixtures)
  func `what a fixture finds is what brute force finds`(fixture: BlockFixture) {
    let index = VectorIndex(fixture.vectors)
    for (query, hits) in zip(fixture.queries, index.search(fixture.queries, top: 5).hits) {
      let all = VectorIndexTests.brute(fixture.vectors, query)
      #expect(VectorIndexTests.sorted(hits) == Array(all.prefix { $0.score >= all[4].score }))
    }
  }

  @Test func `the fixtures have lists of several weights, and bitmaps`() throws {
    let queries = BlockFixture.large.queries
    let (_, large) = VectorIndex(BlockFixture.large.vectors).search(queries, top: 5)
    #expect(large.bitmapsAdded > 0 && large.entriesVisited > 0)
    let (_, small) = VectorIndex(BlockFixture.small.vectors).search(queries, top: 5)
    #expect(small.bitmapsAdded == 0 && small.entriesVisited > 0)
    let weights = BlockFixture.small.vectors.flatMap { entry in
      zip(entry.vector.terms, entry.vector.weights).map { ($0.key, $1) }
    }
    let byTerm = Dictionary(grouping: weights, by: \.0).mapValues { Set($0.map(\.1)).count }
    #expect(byTerm.values.contains { $0 > 1 } && byTerm.values.contains(1))
  }
}
