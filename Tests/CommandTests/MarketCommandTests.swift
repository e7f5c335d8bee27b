import Foundation
import Testing

/// `rolefit market`.
@Suite struct MarketCommandTests {
  private static let golden = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Goldens/market.txt")

  @Test func `the table of the sample roles`() throws {
    let run = try Rolefit.run("market", "--top", "5", environment: ["NO_COLOR": "1"])
    #expect(run.status == 0 && run.error.isEmpty)
    if ProcessInfo.processInfo.environment["ROLEFIT_RECORD"] != nil {
      try Data(run.output.utf8).write(to: Self.golden)
    }
    let golden = String(decoding: try Data(contentsOf: Self.golden), as: UTF8.self)
    #expect(run.output == golden, "look at the diff, then record it")
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `JSON holds the figures and what they depend on`() throws {
    let run = try Rolefit.run("market", "--format", "json", "--filter", "country=IE")
    #expect(run.status == 0)
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let figures = try #require(object?["figures"] as? [String: Any])
    #expect(figures["filter"] as? String == "country=IE")
    #expect(figures["roles"] as? Int == 5)
    #expect((object?["identity"] as? [String: Any])?["model"] != nil)
  }

  @Test func `a figure's filter lists its roles`() throws {
    let run = try Rolefit.run("market", "--ids", "--filter", "country=IE", "--filter", "pay=yearly")
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count == 5)
  }

  @Test func `a page and rows of CSV are written`() throws {
    let page = try Rolefit.run("market", "--format", "html")
    #expect(page.output.hasPrefix("<!doctype html>") && page.output.hasSuffix("</html>\n"))
    let rows = try Rolefit.run("market", "--format", "csv")
    #expect(rows.output.hasPrefix("figure,name,label,roles,share,currency,"))
  }

  @Test func `an index gives the figures of its postings`() throws {
    try Rolefit.withFolder { folder in
      let index = folder + "/samples.rolefit"
      let roles = Rolefit.root.appending(path: "Sources/CResources/data/roles").path
      #expect(try Rolefit.run("index", "build", "--roles", roles, "--output", index).status == 0)
      let direct = try Rolefit.run("market", "--roles", roles, "--format", "json")
      let indexed = try Rolefit.run("market", "--roles", index, "--format", "json")
      #expect(direct.status == 0 && direct.output == indexed.output)
    }
  }

  @Test(arguments: ["colour=red", "workplace=moon", "skill"])
  func `a filter that is none is refused with what filters are`(filter: String) throws {
    let run = try Rolefit.run("market", "--filter", filter)
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.error.contains("--filter \"\(filter)\""))
  }
}
