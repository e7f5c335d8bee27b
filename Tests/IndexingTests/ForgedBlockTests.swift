import Bytes
import Foundation
import TestSupport
import Testing
import Weighting

@testable import Indexing

/// Blocks whose bytes were changed by somebody who then wrote the right checksums over them.
///
/// A search may find anything in them, or refuse them; it must not stop the process, nor read what
/// is not theirs.
@Suite struct ForgedBlockTests {
  private static let fixtures = [BlockFixture.small, .large]

  /// Searches a block in each way, where it opens at all.
  private static func search(_ bytes: [UInt8], _ fixture: BlockFixture) {
    guard let block = try? IndexBlock(ByteRegion(bytes)) else { return }
    let index = VectorIndex([block])
    let queries = Array(fixture.queries.prefix(2))
    for top in [1, 5] { _ = index.search(queries, top: top) }
    _ = index.dotProducts(with: queries[0].vector)
  }

  /// Changes bytes at some offsets, each to the values and to one that is drawn, all below `limit`.
  private static func forge(
    _ fixture: BlockFixture, _ offsets: [Int], _ values: [UInt8], limit: UInt8 = 255
  ) {
    let bytes = fixture.built
    var generator = SeededGenerator(seed: 1)
    for offset in offsets {
      for value in values + [UInt8.random(in: 0...limit, using: &generator)] {
        var changed = bytes
        changed[offset] = value
        search(changed, fixture)
      }
    }
  }

  /// What a block says: its head, and what is not the zeros that fill up a stripe.
  ///
  /// Every 29th byte beyond the head, and all with ROLEFIT_FORGED=1.
  private static func offsets(_ bytes: [UInt8]) -> [Int] {
    let isFull = ProcessInfo.processInfo.environment["ROLEFIT_FORGED"] != nil
    let telling = bytes.indices.filter { $0 < 256 || bytes[$0] != 0 || $0 % 97 == 0 }
    return telling.filter { isFull || $0 < 256 || $0 % 29 == 0 }
  }

  @Test(arguments: fixtures)
  func `a changed byte under a right checksum stops no search`(fixture: BlockFixture) throws {
    let bytes = fixture.built
    let block = try IndexBlock(ByteRegion(bytes))
    let records = block.sections.records..<block.sections.lengths
    // The sign of the greatest length, and weights, have tests of their own below.
    let offsets = Self.offsets(bytes).filter { !records.contains($0) && !(40..<48).contains($0) }
    Self.forge(fixture, offsets, [0, 1, 0x7F, 0x80, 0xFF])
  }

  @Test(arguments: fixtures)
  func `changed counts and positions under a right checksum stop no search`(
    fixture: BlockFixture
  ) throws {
    let bytes = fixture.built
    let block = try IndexBlock(ByteRegion(bytes))
    let records = block.sections.records..<block.sections.lengths
    // Below 0x7F no byte makes a weight negative, infinite or no number.
    Self.forge(
      fixture, Self.offsets(bytes).filter { records.contains($0) }, [0, 1, 0x7E], limit: 0x7E)
  }

  @Test(arguments: fixtures)
  func `weights that are no positive numbers stop no search`(fixture: BlockFixture) throws {
    let block = try IndexBlock(ByteRegion(fixture.built))
    let records = Array(block.sections.records..<block.sections.lengths)
    Self.forge(fixture, records, [0x7F, 0x80, 0xFF])
  }

  @Test(arguments: fixtures)
  func `a greatest length that is negative stops no search`(fixture: BlockFixture) {
    Self.forge(fixture, Array(40..<48), [0x7F, 0x80, 0xFF])
  }
}
