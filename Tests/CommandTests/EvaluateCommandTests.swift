import Foundation
import Testing

/// `rolefit evaluate` on a set of four profiles and four postings.
@Suite struct EvaluateCommandTests {
  private static let texts: [(id: String, profile: String, posting: String)] = [
    ("bees", "Kept forty hives of bees and sold honey", "Keep hives of bees, harvest honey"),
    ("store", "Managed a warehouse with forklifts", "Forklifts in a warehouse, cold store"),
    ("piano", "Tuned pianos and repaired violins", "Tune pianos, string violins"),
    ("bread", "Baked rye bread and croissants", "Bake bread, rye and croissants at dawn"),
  ]
  /// Who fits is graded 2; the baker would do the beekeeper's job at a pinch.
  private static let graded = ["bees bees 2", "store store 2", "piano piano 2", "bread bees 1"]
  private static let ranked = ["bees bees 7", "store bees 2", "bread bees 3", "piano piano 5"]

  /// Calls `body` with the folder of a set, with grades as "profile posting grade".
  private static func withSet(_ grades: [String], _ body: (String) throws -> Void) throws {
    try Rolefit.withFolder { folder in
      let set = folder + "/tiny"
      try FileManager.default.createDirectory(atPath: set, withIntermediateDirectories: false)
      let record = { (id: String, text: String) in "{\"id\":\"\(id)\",\"text\":\"\(text)\"}\n" }
      try Rolefit.write(
        texts.map { record("p-" + $0.id, $0.profile) }.joined(), to: set + "/profiles.ndjson")
      try Rolefit.write(
        texts.map { record("r-" + $0.id, $0.posting) }.joined(), to: set + "/postings.ndjson")
      let rows = grades.map { grade in
        let fields = grade.split(separator: " ")
        return "p-\(fields[0])\tr-\(fields[1])\t\(fields[2])\n"
      }
      try Rolefit.write(
        "profile_id\tposting_id\tgrade\n" + rows.joined(), to: set + "/qrels.tsv")
      try body(set)
    }
  }

  private static func object(_ arguments: String...) throws -> [String: Any] {
    let run = try Rolefit.run(["evaluate"] + arguments + ["--format", "json"])
    #expect(run.status == 0, "\(run.error)")
    return try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  private static func rows(_ value: Any?) throws -> [[String: Any]] {
    try #require(value as? [[String: Any]])
  }

  @Test func `a graded set has its figures in both directions`() throws {
    try Self.withSet(Self.graded) { set in
      let report = try Self.object(set)
      let figures = try Self.rows(report["figures"])
      #expect(
        figures.compactMap { $0["figure"] as? String }
          == ["ndcg@10", "map", "recall@10", "ndcg@10", "map", "recall@10"])
      // Everybody's own posting is found first; the fourth profile has no pair of the top grade.
      #expect(figures.compactMap { $0["mean"] as? Double }[0..<3] == [1, 1, 1])
      #expect(figures.allSatisfy { $0["queries"] as? Int == 3 })
      let identity = try #require(report["identity"] as? [String: Any])
      #expect(identity["background"] as? String != nil)
      #expect((report["set"] as? [String: Any])?["kind"] as? String == "graded")
    }
  }

  @Test func `a human-ranked set is compared within a posting`() throws {
    try Self.withSet(Self.ranked) { set in
      let figures = try Self.rows(try Self.object(set)["figures"])
      #expect(
        figures.compactMap { $0["figure"] as? String } == ["tau_b", "pair_accuracy", "ndcg@5"])
      #expect(figures.allSatisfy { $0["queries"] as? Int == 1 })
      #expect(figures.allSatisfy { $0["by"] as? String == "posting" })
    }
  }

  @Test func `runs that were written are compared with, and nothing has changed`() throws {
    try Self.withSet(Self.graded) { set in
      let folder = set + "/runs"
      let first = try Rolefit.run("evaluate", set, "--runs", folder, "--threads", "1")
      #expect(first.status == 0, "\(first.error)")
      let run = try Rolefit.run(
        "match", "--profiles", set + "/profiles.ndjson", "--roles", set + "/postings.ndjson",
        "--format", "trec")
      #expect(
        try String(contentsOfFile: folder + "/by-profile.trec", encoding: .utf8) == run.output)
      let comparison = try #require(
        try Self.object(set, "--against", folder)["comparison"] as? [String: Any])
      let rows = try Self.rows(comparison["figures"])
      #expect(rows.count == 6)
      #expect(rows.allSatisfy { $0["difference"] as? Double == 0 && $0["p"] as? Double == 1 })
      #expect(rows.allSatisfy { $0["ties"] as? Int == 3 })
    }
  }

  @Test func `a worse run is worse at each query that it gets wrong`() throws {
    try Self.withSet(Self.graded) { set in
      let folder = set + "/runs"
      _ = try Rolefit.run("evaluate", set, "--runs", folder)
      try Rolefit.write("p-bees Q0 r-bees 1 0.5 old\n", to: folder + "/by-profile.trec")
      let comparison = try #require(
        try Self.object(set, "--against", folder)["comparison"] as? [String: Any])
      let row = try Self.rows(comparison["figures"])[0]
      #expect((row["wins"] as? Int, row["ties"] as? Int, row["losses"] as? Int) == (2, 1, 0))
    }
  }

  @Test(arguments: [graded, ranked])
  func `tables fit 80 columns, and threads change nothing`(grades: [String]) throws {
    try Self.withSet(grades) { set in
      let runs = try ["1", "2"].map {
        try Rolefit.run("evaluate", set, "--against", "core", "--threads", $0)
      }
      #expect(runs[0].output == runs[1].output)
      for run in runs + [try Rolefit.run("evaluate", set, "--ablate")] {
        #expect(run.status == 0, "\(run.error)")
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(!run.output.contains("\u{1B}"))
      }
    }
  }

  @Test func `the steps build the model up`() throws {
    try Self.withSet(Self.graded) { set in
      let steps = try Self.rows(try Self.object(set, "--ablate")["steps"])
      #expect(
        steps.compactMap { $0["model"] as? String } == [
          "core", "core+vectors", "core+vectors+resumes", "core+vectors+resumes+lists", "full",
          "core+resumes+lists+letters",
        ])
      #expect(steps[0]["comparison"] == nil)
      #expect((steps[5]["comparison"] as? [String: Any])?["against"] as? String == "full")
    }
  }

  private static let mistakes: [(grades: [String], arguments: [String], message: String)] = [
    (["bees bees 2", "cook bees 1"], [], "qrels.tsv:3: there is no profile \"p-cook\""),
    (["bees cook 2"], [], "qrels.tsv:2: there is no posting \"r-cook\""),
    (["bees bees good"], [], "qrels.tsv:2: \"good\" is no grade"),
    (["bees bees 1", "bees bees 2"], [], "qrels.tsv:3: line 2 grades the same pair"),
    (["bees bees 0.5"], ["--grades", "graded"], "use --grades ranked"),
    (["bees bees 2"], ["--grades", "ranked"], "no posting has three grades"),
    (["bees bees 2"], ["--against", "."], "./by-profile.trec: there is no such file"),
  ]

  @Test(arguments: mistakes)
  func `a mistake is named with its place`(
    grades: [String], arguments: [String], message: String
  ) throws {
    try Self.withSet(grades) { set in
      let run = try Rolefit.run(["evaluate", set] + arguments)
      #expect(run.status == 2)
      #expect(run.error.contains(message), "\(run.error)")
      #expect(run.output.isEmpty)
    }
  }

  @Test func `a set is whole`() throws {
    try Self.withSet(Self.graded) { set in
      let path = set + "/profiles.ndjson"
      let profiles = try String(contentsOfFile: path, encoding: .utf8)
      try Rolefit.write(profiles + "\n{\"id\":\"p-store\",\"text\":\"Again\"}\n", to: path)
      let twice = try Rolefit.run("evaluate", set)
      #expect(twice.status == 2)
      #expect(twice.error.contains("profiles.ndjson:6: the id p-store stands in line 2 already"))
      try Rolefit.write(profiles + "{\"id\":\n", to: path)
      let broken = try Rolefit.run("evaluate", set)
      #expect(broken.status == 2)
      #expect(broken.error.contains("profiles.ndjson:5: is JSON that cannot be used"))
      try FileManager.default.removeItem(atPath: path)
      let missing = try Rolefit.run("evaluate", set)
      #expect(missing.status == 2)
      #expect(missing.error.contains("profiles.ndjson: there is no such file"))
    }
  }

  @Test(arguments: [
    ["--model", "core+magic"], ["--against", "/no/such/folder"], ["--ablate", "--model", "core"],
    ["--grades", "good"],
  ])
  func `an option that makes no sense is a mistake of usage`(arguments: [String]) throws {
    try Self.withSet(Self.graded) { set in
      let run = try Rolefit.run(["evaluate", set] + arguments)
      #expect(run.status == 64)
    }
  }
}
