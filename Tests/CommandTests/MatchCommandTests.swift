import Foundation
import Testing

/// Many against many, and what was understood.
@Suite struct MatchCommandTests {
  private static let maya = Rolefit.profile("maya-okafor.json")

  private static func record(_ id: String, _ text: String) -> String {
    "{\"id\":\"\(id)\",\"text\":\"\(text)\"}\n"
  }

  private static let profiles =
    record("p1", "Kept forty hives of bees and sold honey")
    + record("p2", "Managed a warehouse with forklifts and a cold store")

  @Test func `a TREC run lists all roles where top is larger than the set`() throws {
    let run = try Rolefit.run(
      "match", "--profiles", Rolefit.profile(""), "--top", "1000", "--format", "trec")
    #expect(run.status == 0)
    let rows = run.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(rows.allSatisfy { $0.count == 6 && $0[1] == "Q0" && $0[5] == "rolefit" })
    let queries = Dictionary(grouping: rows) { $0[0] }
    for (query, rows) in queries {
      #expect(rows.map { Int($0[3]) } == (1...48).map { $0 }, "\(query)")
      let scores = try rows.map { try #require(Double($0[4])) }
      #expect(scores == scores.sorted(by: >), "\(query)")
      #expect(Set(rows.map { $0[2] }).count == 48, "\(query)")
    }
    #expect(queries["maya-okafor"]?.first?[2] == "backend-engineer")
  }

  @Test(arguments: ["ndjson", "trec"])
  func `profiles from standard input give the same bytes as from a file`(format: String) throws {
    try Rolefit.withFolder { folder in
      try Rolefit.write(Self.profiles, to: folder + "/cvs.ndjson")
      let arguments = ["match", "--top", "3", "--format", format, "--profiles"]
      let file = try Rolefit.run(arguments + [folder + "/cvs.ndjson", "--threads", "1"])
      let stream = try Rolefit.run(arguments + ["-", "--threads", "2"], input: Self.profiles)
      #expect(file.status == 0 && stream.status == 0)
      #expect(file.output == stream.output)
      #expect(file.output.split(separator: "\n").count == 6)
    }
  }

  @Test func `both directions give a pair the same score`() throws {
    var scores: [String: [String: String]] = [:]
    for by in ["profile", "role"] {
      let run = try Rolefit.run(
        "match", "--profiles", "-", "--by", by, "--top", "100", input: Self.profiles)
      #expect(run.status == 0)
      for line in run.output.split(separator: "\n") {
        let pair = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        let name = "\(pair?["profile"] as? String ?? "") \(pair?["role"] as? String ?? "")"
        scores[by, default: [:]][name] = "\(try #require(pair?["score"] as? Double))"
      }
    }
    #expect(scores["profile"]?.count == 96)
    #expect(scores["profile"] == scores["role"])
  }

  @Test func `a bad record is named with its line, and the rest is done`() throws {
    let input = Self.record("p1", "Kept hives") + "{\"id\": \n" + Self.record("p3", "Sold honey")
    let run = try Rolefit.run("match", "--profiles", "-", "--top", "1", input: input)
    #expect(run.status == 1)
    #expect(run.error.hasPrefix("rolefit: standard input:2: is JSON that cannot be used"))
    let found = run.output.split(separator: "\n")
    #expect(found.count == 2)
    #expect(found[0].contains("\"p1\"") && found[1].contains("\"p3\""))
    #expect(!run.error.contains("hives") && !run.error.contains("honey"))
  }

  @Test func `an id with white space is one field of a TREC run`() throws {
    let run = try Rolefit.run(
      "match", "--profiles", "-", "--top", "1", "--format", "trec",
      input: Self.record("my own\\u001b[31m cv", "Kept hives and sold honey"))
    #expect(run.output.hasPrefix("my_own_[31m_cv Q0 "))
  }

  // MARK: - parse

  @Test func `parse prints the text that spans are of`() throws {
    try Rolefit.withFolder { folder in
      let path = folder + "/ad.md"
      try Rolefit.write(
        "Beekeeper\r\n\r\n**Required:**\r\n\\- Keeps \\& mends forty hives\r\n", to: path)
      let text = try Rolefit.run("parse", path, "--format", "text")
      #expect(text.status == 0)
      #expect(text.output.contains("Keeps & mends forty hives"))
      #expect(!text.output.contains("\r"))
      let role = try Rolefit.run("parse", path, "--kind", "role", "--format", "ndjson")
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(role.output.utf8)) as? [String: Any])
      let first = try #require((object["requirements"] as? [[String: Any]])?.first)
      let span = try #require(first["span"] as? [Int])
      let words = String(decoding: Array(text.output.utf8)[span[0]..<span[1]], as: UTF8.self)
      #expect(words == first["text"] as? String)
      #expect(words == "Keeps & mends forty hives")
    }
  }

  @Test(arguments: [
    "maya-okafor.json", "ines-carvalho.json", "rosa-delgado-byrne.txt", "tobias-lindqvist.md",
    "priscilla-nakamura-boyd.txt", "harriet-osei-whitfield.txt",
  ])
  func `parse tells a résumé from a posting`(file: String) throws {
    let run = try Rolefit.run("parse", Rolefit.profile(file))
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(object?["kind"] as? String == "profile")
  }

  @Test func `a background is built, told and used`() throws {
    try Rolefit.withFolder { folder in
      try Rolefit.write(
        (0..<6).map { Self.record("p\($0)", "Kept hives and sold honey") }.joined(),
        to: folder + "/cvs.ndjson")
      let path = folder + "/own.bin"
      let built = try Rolefit.run(
        "background", "build", "--profiles", folder + "/cvs.ndjson", "--output", path)
      #expect(built.status == 0, "\(built.error)")
      #expect(built.output.contains("documents: 6"))
      let info = try Rolefit.run("background", "info", "--background", path)
      let shipped = try Rolefit.run("background", "info")
      #expect(info.output != shipped.output)
      let score = try Rolefit.run("score", Self.maya, "--background", path, "--top", "1")
      #expect(score.status == 0)
    }
  }
}
