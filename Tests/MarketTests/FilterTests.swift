import Foundation
import Market
import Testing
import TestSupport

/// Filters, and the queries that links carry.
@Suite struct FilterTests {
  @Test(arguments: [
    "c++", "r&d=1", "naïve café", "100% fun", "日本", "a+b c", "#?/\\\"'<>", "\u{0}\u{7F}\n", "👩‍🏭",
    " ", "..", "%41",
  ])
  func `any value survives the query`(value: String) throws {
    let filter = MarketFilter([.skill: value, .category: value])
    let safe = filter.query.utf8.allSatisfy { byte in
      byte < 0x80
        && (Character(Unicode.Scalar(byte)).isLetter || "0123456789-._~%=&".utf8.contains(byte))
    }
    #expect(safe)
    #expect(try MarketFilter(query: filter.query) == filter)
    let json = try JSONEncoder().encode(["filter": filter])
    #expect(try JSONDecoder().decode([String: MarketFilter].self, from: json)["filter"] == filter)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `random values survive the query`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let scalars = (0..<Int.random(in: 1...12, using: &generator)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator))
      }
      guard !scalars.isEmpty else { continue }
      let value = String(String.UnicodeScalarView(scalars))
      let filter = MarketFilter([.required: value, .region: value])
      #expect(
        try MarketFilter(query: filter.query) == filter, "seed \(seed): \(value.debugDescription)")
    }
  }

  @Test func `the order of conditions and their repetition do not matter`() throws {
    let one = try MarketFilter(query: "country=IE&skill=sql&skill=python&country=IE")
    let other = try MarketFilter(query: "skill=python&country=IE&skill=sql")
    #expect(one == other)
    #expect(one.query == "skill=python&skill=sql&country=IE")
  }

  @Test func `an empty query is met by every role, a plus is a space`() throws {
    #expect(try MarketFilter(query: "").isEmpty)
    #expect(try MarketFilter(query: "&&").isEmpty)
    #expect(
      try MarketFilter(query: "category=law+and+compliance")
        == MarketFilter([.category: "law and compliance"]))
  }

  @Test(arguments: [
    ("skill", MarketFilterError.noValue(part: "skill")), ("colour=red", .unknownKey("colour")),
    ("workplace=moon", .impossible(key: "workplace", value: "moon")),
    ("month=2026-13", .impossible(key: "month", value: "2026-13")),
    ("month=26-1", .impossible(key: "month", value: "26-1")),
    ("pay=much", .impossible(key: "pay", value: "much")),
    ("skill=", .impossible(key: "skill", value: "")),
    ("skill=%4", .encoding(part: "skill=%4")), ("skill=%zz", .encoding(part: "skill=%zz")),
    ("skill=%FF", .encoding(part: "skill=%FF")),
  ])
  func `what is no filter is refused`(query: String, error: MarketFilterError) {
    #expect(throws: error) { try MarketFilter(query: query) }
  }

  @Test func `a query of very many conditions is refused`() {
    let query = (0..<100).map { "skill=s\($0)" }.joined(separator: "&")
    #expect(throws: MarketFilterError.tooMany) { try MarketFilter(query: query) }
  }
}
