import Foundation
import Testing

/// An index of postings gives the same output as the postings.
@Suite struct IndexedRolesTests {
  private static let roles = IndexCommandTests.roles
  private static let maya = Rolefit.profile("maya-okafor.json")
  private static let day = "2026-11-21"

  private static let commands: [[String]] = [
    ["score", maya, "--as-of", day], ["score", maya, "--as-of", day, "--format", "json"],
    ["score", maya, "--as-of", day, "--format", "csv", "--top", "60"],
    ["rank", maya, "--as-of", day, "--eligible", "--format", "ndjson", "--location", "Denver, CO"],
    ["candidates", "icu-nurse", "--profiles", Rolefit.profile(""), "--as-of", day],
    ["explain", maya, "backend-engineer", "--as-of", day, "--format", "json"],
    ["explain", maya, "backend-engineer", "--as-of", day, "--format", "html"],
    ["match", "--profiles", Rolefit.profile(""), "--top", "100"],
    ["match", "--profiles", Rolefit.profile(""), "--top", "3", "--format", "trec"],
    ["match", "--profiles", Rolefit.profile(""), "--by", "role", "--top", "3"],
  ]

  @Test func `each command prints the same for an index as for its postings`() throws {
    try Rolefit.withFolder { folder in
      let path = folder + "/samples.rolefit"
      let build = try Rolefit.run("index", "build", "--roles", Self.roles, "--output", path)
      #expect(build.status == 0, "\(build.error)")
      for command in Self.commands {
        let wanted = try Rolefit.run(command + ["--roles", Self.roles, "--threads", "1"])
        let found = try Rolefit.run(command + ["--roles", path, "--threads", "2"])
        #expect(wanted.status == 0 && found.status == 0, "\(command) \(found.error)")
        #expect(!found.output.isEmpty && found.output == wanted.output, "\(command)")
        #expect(found.error == wanted.error)
      }
    }
  }

  @Test(arguments: [["explain", maya, "nobody"], ["candidates", "nobody", "--profiles", maya]])
  func `an id that is not in the index is answered with those that are`(command: [String]) throws {
    try Rolefit.withFolder { folder in
      let path = try IndexCommandTests.make(in: folder)
      let run = try Rolefit.run(command + ["--roles", path])
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(run.error.contains("the roles are keeper, baker"), "\(run.error)")
    }
  }

  @Test func `a benchmark of queries is one line with its figures and counts`() throws {
    try Rolefit.withFolder { folder in
      let path = try IndexCommandTests.make(in: folder)
      let run = try Rolefit.run(
        "benchmark", "query", "--roles", path, "--profiles", Rolefit.profile(""), "--rounds", "1",
        "--top", "1", "--threads", "1", "--format", "json")
      #expect(run.status == 0, "\(run.error)")
      #expect(run.output.split(separator: "\n").count == 1)
      let report = try #require(
        try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      #expect(report["roles"] as? Int == 2 && report["threads"] as? Int == 1)
      #expect(["scalar", "portable", "avx2", "avx512"].contains(report["backend"] as? String))
      for name in [
        "median_ms", "p99_ms", "per_second", "index_bytes", "entries_visited", "bitmaps_added",
        "bytes_touched", "candidates", "rescored", "exhausted",
      ] {
        #expect(report[name] is Double, "\(name)")
      }
      #expect((report["index_bytes"] as? Int ?? 0) > 0)
    }
  }

  @Test func `a benchmark names refused postings and profiles`() throws {
    try Rolefit.withFolder { folder in
      try Rolefit.write("Title: Baker\n\n- Bakes bread\n", to: folder + "/a.txt")
      try Rolefit.write("", to: folder + "/b.txt")
      let run = try Rolefit.run(
        "benchmark", "query", "--roles", folder, "--profiles", folder, "--rounds", "1",
        "--format", "json")
      #expect(run.status == 1)
      #expect(run.error.split(separator: "\n").count == 2, "\(run.error)")
    }
  }
}
