import Foundation
import Testing

/// `rolefit match` in a pipe: what streams in comes out in order, whatever is wrong with some of it.
@Suite struct MatchStreamTests {
  private static let record = IndexCommandTests.record

  private static func profiles(_ pairs: [Substring]) throws -> [String] {
    try pairs.map { line in
      let pair = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(pair?["profile"] as? String)
    }
  }

  @Test(arguments: ["1", "2"])
  func `more profiles than a batch keep their order`(threads: String) throws {
    let input = (0..<600).map { number in
      Self.record("p\(number)", "Kept \(number) hives of bees and sold honey in jars")
    }.joined()
    let run = try Rolefit.run(
      "match", "--profiles", "-", "--top", "1", "--threads", threads, input: input)
    #expect(run.status == 0, "\(run.error)")
    #expect(try Self.profiles(run.output.split(separator: "\n")) == (0..<600).map { "p\($0)" })
  }

  @Test(arguments: ["ndjson", "trec"])
  func `a bad record and a text without usable words are named, and the rest is done`(
    format: String
  ) throws {
    let input =
      Self.record("p1", "Kept hives") + "{\"id\":\n" + Self.record("dashes", "— — —") + "[]\n"
      + Self.record("p5", "Sold honey")
    let run = try Rolefit.run(
      "match", "--profiles", "-", "--top", "2", "--format", format, input: input)
    #expect(run.status == 1)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0].contains("p1") && lines[3].contains("p5"))
    for words in ["standard input:2: ", "dashes: it holds no usable words", "standard input:4: "] {
      #expect(run.error.contains(words), "\(run.error)")
    }
    #expect(run.error.split(separator: "\n").count == 3)
  }

  @Test func `a text without usable words alone makes the status 1`() throws {
    let run = try Rolefit.run("match", "--profiles", "-", input: Self.record("dashes", "— — —"))
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.error == "rolefit: dashes: it holds no usable words, so it cannot be ranked\n")
  }

  @Test(arguments: ["profile", "role"])
  func `nothing that can be read is a failure`(by: String) throws {
    let option = by == "profile" ? "--profiles" : "--roles"
    var arguments = ["match", "--by", by, option, "/none"]
    if by == "role" { arguments += ["--profiles", Rolefit.profile("maya-okafor.json")] }
    let run = try Rolefit.run(arguments)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.error.contains("/none: there is no such file or folder"))
  }

  @Test func `an empty stream gives an empty run`() throws {
    let run = try Rolefit.run("match", "--profiles", "-", "--format", "trec", input: "")
    #expect(run.status == 0 && run.output.isEmpty && run.error.isEmpty)
  }

  @Test(arguments: [
    ["match", "--profiles", "-", "--roles", "-"], ["score", "-", "--roles", "-"],
    ["rank", "-", "--roles", "-"], ["candidates", "-", "--profiles", "-"],
  ])
  func `standard input is not read as two things`(arguments: [String]) throws {
    let run = try Rolefit.run(arguments, input: Self.record("p", "Kept hives"))
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.error.contains("standard input can be read once only"))
  }

  /// Memory is that of a batch, not that of the stream.
  @Test func `roles that stream in one by one see every profile`() throws {
    let input = (0..<300).map { number in
      Self.record("r\(number)", "Title: Keeper\\n\\nRequired:\\n- Keeps \(number) hives of bees\\n")
    }.joined()
    let run = try Rolefit.run(
      "match", "--by", "role", "--profiles", Rolefit.profile(""), "--roles", "-", "--top", "99",
      "--format", "trec", input: input)
    #expect(run.status == 0, "\(run.error)")
    let queries = run.output.split(separator: "\n").map { $0.split(separator: " ")[0] }
    #expect(queries.count % 300 == 0)
    let each = queries.count / 300
    #expect(queries == (0..<300).flatMap { Array(repeating: "r\($0)"[...], count: each) })
  }
}
