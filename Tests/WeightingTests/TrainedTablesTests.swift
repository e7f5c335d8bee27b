import Bytes
import Testing
import Tokenization

@testable import Weighting

/// Rows, by numbers that can be followed by hand.
@Suite struct TrainedTablesTests {
  private static func tables(_ parts: ModelParts = .all) throws -> TrainedTables {
    try TrainedTables(file: TablesSample.file()).counting(parts)
  }

  private static func vector(_ entries: [(Term, Double)]) -> TermVector {
    TermVector(terms: entries.map(\.0), weights: entries.map(\.1))
  }

  @Test func `a role's row is its bank's numbers, then its term vector`() throws {
    // Bank: 2 · (1, 0) / length 4 = (½, 0), in 128ths. Vector: (3, 4) / 5 = (.6, .8), 76.8 and 102.4.
    let row = try Self.tables().roleRow(Self.vector([(TablesSample.nurse, 1)]), length: 4)
    #expect(row == [64, 0, 77, 102])
  }

  @Test func `terms add up before the length is taken off`() throws {
    // (3, 4) + (4, 3) = (7, 7), each .7071 of its length: 90.5 of 128.
    let row = try Self.tables().roleRow(
      Self.vector([(TablesSample.nurse, 1), (TablesSample.ward, 1)]), length: 8)
    #expect(row == [32, 32, 91, 91])
  }

  @Test func `a number too great for its unit is the greatest`() throws {
    let row = try Self.tables().roleRow(Self.vector([(TablesSample.nurse, 40)]), length: 1)
    #expect(row[0] == 127)
  }

  @Test func `a profile's row holds its nearest centroids`() throws {
    // b = (3, 1): of the résumés (1, 0) is nearest, 3 against 1; of the lists (1, 1), 4 against −3.
    // Each ½ · ¼: means (¼, ⅛). Two terms open the gate by 2⁄100, K halves it, and 256 are a unit:
    // .64 and .32. The vector: 3 · (3, 4) + (4, 3) = (13, 15), of length 19.849, half of it in 256ths.
    let profile = Self.vector([(TablesSample.nurse, 3), (TablesSample.ward, 1)])
    #expect(try Self.tables().profileRow(profile) == [1, 0, 84, 97])
    #expect(try Self.tables([.lists]).profileRow(profile) == [0, 0, 0, 0])
  }

  @Test func `of centroids that are equally near the first counts`() throws {
    // b = (1, 1): 1 and 1 of the résumés.
    var profile = [(TablesSample.nurse, 1.0), (TablesSample.ward, 1.0)]
    profile += (0..<100).map { (Term(key: 100 + UInt64($0)), 1.0) }
    // (1, 0) · ⅛ / 2 · 256 = (16, 0).
    #expect(try Self.tables([.resumes]).profileRow(Self.vector(profile)) == [16, 0, 0, 0])
  }

  @Test func `what does not count leaves zeros, or no row`() throws {
    let role = Self.vector([(TablesSample.nurse, 1)])
    #expect(try Self.tables([.vectors]).roleRow(role, length: 4) == [0, 0, 77, 102])
    #expect(try Self.tables([.lists]).roleRow(role, length: 4) == [64, 0, 0, 0])
    #expect(try Self.tables([.letters]).roleRow(role, length: 4).isEmpty)
    #expect(try Self.tables([.letters]).width == 0 && Self.tables().width == 4)
    #expect(TrainedTables.none.width == 0)
  }

  @Test func `terms that the tables lack add nothing`() throws {
    let other = Self.vector([(Term(key: 11), 9)])
    #expect(try Self.tables().roleRow(other, length: 1) == [0, 0, 0, 0])
    #expect(try Self.tables().profileRow(other) == [0, 0, 0, 0])
  }

  @Test func `contributions add up to the product of the rows but for rounding`() throws {
    let tables = try Self.tables()
    let role = Self.vector([
      (TablesSample.nurse, 2), (TablesSample.ward, 1), (TablesSample.weld, 3), (Term(key: 40), 5),
    ])
    let profile = tables.profileRow(
      Self.vector([(TablesSample.nurse, 1), (TablesSample.weld, 1)]))
    let row = tables.roleRow(role, length: 20)
    let parts = tables.contributions(of: role, length: 20, to: profile)
    let product = zip(row, profile).reduce(0) { $0 + Int($1.0) * Int($1.1) }
    let added = tables.rowWeight * Double(product)
    // Half a unit a number, times the profile's numbers.
    let slack = profile.reduce(0) { $0 + abs(Double($1)) } / 256 / 128 / 2
    #expect(abs(parts.reduce(0, +) - added) <= slack)
    #expect(parts[3] == 0)
  }

  @Test func `the nearest terms are those that add most, without the term itself`() throws {
    let tables = try Self.tables()
    let profile = Self.vector([
      (TablesSample.nurse, 1), (TablesSample.ward, 1), (TablesSample.weld, 1),
    ])
    // (3, 4) · (4, 3) = 24; (3, 4) · (−4, 3) = 0.
    #expect(tables.nearest(to: TablesSample.nurse, in: profile, most: 5) == [TablesSample.ward])
    #expect(tables.nearest(to: Term(key: 11), in: profile, most: 5).isEmpty)
  }

  @Test func `weights beyond all texts stay within 64 bits`() throws {
    let role = Self.vector([(TablesSample.nurse, 1e300), (TablesSample.ward, 1)])
    #expect(try Self.tables().roleRow(role, length: 1e300).count == 4)
    #expect(try Self.tables().profileRow(role).count == 4)
  }
}
