import Foundation
import Testing

/// What the commands print: tables that fit, formats that programs read, the same bytes again.
@Suite struct OutputTests {
  private static let maya = Rolefit.profile("maya-okafor.json")
  private static let day = "2026-11-21"

  private static let commands: [[String]] = [
    ["score", maya], ["rank", maya], ["explain", maya, "backend-engineer"],
    ["candidates", "icu-nurse", "--profiles", Rolefit.profile("")],
  ]

  @Test(arguments: commands, [80, 160])
  func `no line of a table is wider than the terminal`(command: [String], columns: Int) throws {
    let run = try Rolefit.run(
      command + ["--as-of", Self.day], environment: ["COLUMNS": "\(columns)"])
    #expect(run.status == 0)
    #expect(!run.output.isEmpty)
    for line in run.output.split(separator: "\n") {
      #expect(line.count <= columns, "\(line.count): \(line)")
    }
  }

  @Test(arguments: commands + ["ndjson", "csv", "table"].map { ["score", maya, "--format", $0] })
  func `two runs and any threads print the same bytes`(command: [String]) throws {
    let format = command.contains("--format") ? [] : ["--format", "json"]
    let arguments = command + format + ["--as-of", Self.day]
    let first = try Rolefit.run(arguments + ["--threads", "1"])
    let second = try Rolefit.run(arguments + ["--threads", "2"])
    #expect(first.status == 0)
    #expect(first.output == second.output)
    #expect(!first.output.isEmpty)
  }

  @Test(arguments: commands)
  func `JSON holds the day and what the numbers depend on`(command: [String]) throws {
    let run = try Rolefit.run(command + ["--as-of", Self.day, "--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(object?["as_of"] as? String == Self.day)
    let identity = try #require(object?["identity"] as? [String: Any])
    #expect((identity["background"] as? String)?.count == 64)
    #expect(identity["model"] is String && identity["engine"] is String)
  }

  @Test func `NDJSON is a line a match`() throws {
    let run = try Rolefit.run(
      "score", Self.maya, "--format", "ndjson", "--top", "7", "--as-of", Self.day)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 7)
    for (index, line) in lines.enumerated() {
      let match = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(match?["rank"] as? Int == index + 1)
      #expect(match?["profile"] as? String == "maya-okafor")
    }
  }

  @Test func `CSV has as many cells in each row as in its header`() throws {
    let run = try Rolefit.run(
      "score", Self.maya, "--format", "csv", "--top", "100", "--as-of", Self.day)
    let rows = run.output.components(separatedBy: "\r\n").filter { !$0.isEmpty }.map(Self.cells)
    #expect(rows.count == 49)
    #expect(Set(rows.map(\.count)) == [14])
    #expect(rows[1][1] == "backend-engineer")
    #expect(rows[1][3] == "Senior Backend Engineer, Telemetry Ingest")
  }

  /// The cells of a row of CSV (RFC 4180).
  private static func cells(_ row: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in row {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  // MARK: - Hostile postings

  private static func posting(title: String) -> String {
    "Title: \(title)\n\nRequired:\n- Keeps forty hives of bees\n- Mends hives and sells honey\n"
  }

  @Test(arguments: ["=HYPERLINK(0)", "+1 beekeeper", "-1 beekeeper", "@SUM(A1) beekeeper"])
  func `a cell that a spreadsheet would run is escaped`(title: String) throws {
    try Rolefit.withFolder { folder in
      let record = ["id": title, "title": title, "text": Self.posting(title: "x")]
      let line = try JSONSerialization.data(withJSONObject: record)
      try line.write(to: URL(filePath: folder + "/ads.ndjson"))
      let run = try Rolefit.run(
        "score", Self.maya, "--roles", folder + "/ads.ndjson", "--format", "csv")
      #expect(run.status == 0)
      let row = try #require(run.output.components(separatedBy: "\r\n").dropFirst().first)
      let cells = Self.cells(row)
      #expect(cells[1].hasPrefix("'"), "\(cells[1])")
      #expect(!cells.contains { $0.first.map { "=+-@".contains($0) } ?? false })
    }
  }

  @Test(arguments: ["table", "csv", "json", "ndjson"])
  func `no escape sequence of a document reaches standard output`(format: String) throws {
    try Rolefit.withFolder { folder in
      let escape = "\u{1B}[31m\u{1B}]0;owned\u{07}\u{9B}2J"
      let text = Self.posting(title: "Bee\(escape)keeper") + "- \(escape)Calm\u{0}\u{8}\n"
      let record = ["id": "a\(escape)", "company": "Hollow\(escape)", "text": text]
      try JSONSerialization.data(withJSONObject: record)
        .write(to: URL(filePath: folder + "/ads.ndjson"))
      try Rolefit.write("Kept hives \(escape) of bees for years\n", to: folder + "/cv.txt")
      for command in ["score", "rank"] {
        let run = try Rolefit.run(
          command, folder + "/cv.txt", "--roles", folder + "/ads.ndjson", "--format", format,
          "--verdicts", "1")
        #expect(run.status == 0, "\(run.error)")
        for scalar in (run.output + run.error).unicodeScalars {
          #expect(scalar == "\n" || scalar == "\r" || scalar.value >= 0x20)
          #expect(!(0x7F...0x9F).contains(scalar.value))
        }
      }
    }
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "xterm-256color"], ["CLICOLOR_FORCE": "1"]])
  func `what goes to no terminal has no colours`(environment: [String: String]) throws {
    let run = try Rolefit.run(["score", Self.maya], environment: environment)
    #expect(!run.output.contains("\u{1B}"))
  }
}
