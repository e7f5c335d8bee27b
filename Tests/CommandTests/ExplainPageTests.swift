import Foundation
import Testing

/// `rolefit explain … --format html`, and the commands that have no page.
@Suite struct ExplainPageTests {
  private static let maya = Rolefit.profile("maya-okafor.json")

  @Test func `a pair is written as one page, twice the same`() throws {
    let arguments = [
      "explain", Self.maya, "backend-engineer", "--as-of", "2026-11-21", "--format", "html",
    ]
    let first = try Rolefit.run(arguments)
    let second = try Rolefit.run(arguments, environment: ["COLUMNS": "160", "NO_COLOR": "1"])
    #expect(first.status == 0 && first.error.isEmpty)
    #expect(first.output == second.output)
    #expect(first.output.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
    #expect(first.output.hasSuffix("</html>\n"))
    #expect(first.output.contains("Senior Backend Engineer, Telemetry Ingest"))
    #expect(first.output.contains("2026-11-21"))
  }

  @Test func `a page of a file holds its text and no path of it`() throws {
    try Rolefit.withFolder { folder in
      try Rolefit.write(
        "Beekeeper\n\nRequired:\n- Keeps <b>forty</b> hives\n", to: folder + "/ad.txt")
      let run = try Rolefit.run("explain", Self.maya, folder + "/ad.txt", "--format", "html")
      #expect(run.status == 0)
      #expect(run.output.contains("&lt;b&gt;forty&lt;/b&gt;"))
      #expect(!run.output.contains(folder))
    }
  }

  private static let rankings: [[String]] = [
    ["score", maya], ["rank", maya], ["match", "--profiles", maya],
    ["candidates", "icu-nurse", "--profiles", maya],
  ]

  @Test(arguments: rankings)
  func `a ranking has no page, and says what has`(command: [String]) throws {
    let run = try Rolefit.run(command + ["--format", "html"])
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.error.contains("rolefit explain RESUME ROLE --format html > page.html"))
  }
}
