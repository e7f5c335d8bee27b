import Foundation
import Testing

/// What the benchmarks print, beside times.
@Suite struct BenchmarkCommandTests {
  private static func object(_ run: Rolefit.Run) throws -> [String: Any] {
    // One line, so that it can be read beside others.
    #expect(run.output.split(separator: "\n").count == 1)
    return try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  @Test func `the backends are listed, and the one that was asked for runs`() throws {
    let run = try Rolefit.run(
      ["benchmark", "--backends", "--format", "json"], environment: ["ROLEFIT_BACKEND": "scalar"])
    let list = try Self.object(run)
    let backends = try #require(list["backends"] as? [[String: Any]])
    #expect(backends.suffix(2).compactMap { $0["name"] as? String } == ["portable", "scalar"])
    #expect(backends.filter { $0["runs"] as? Bool == true }.count == 1)
    #expect(list["backend"] as? String == "scalar")
    #expect(list["problem"] == nil)
    #expect(run.error.isEmpty)
  }

  @Test func `a backend that is unknown is named, and another one runs`() throws {
    let run = try Rolefit.run(
      ["benchmark", "--backends"], environment: ["ROLEFIT_BACKEND": "abacus"])
    #expect(run.status == 0)
    #expect(run.output.contains("runs"))
    #expect(run.error.contains("abacus is no backend"))
  }

  @Test func `a benchmark without a subcommand shows help`() throws {
    let run = try Rolefit.run("benchmark")
    #expect(run.status == 0)
    #expect(run.output.contains("USAGE: rolefit benchmark <subcommand>"))
  }

  @Test func `building is measured in one line, and leaves nothing behind`() throws {
    try Rolefit.withFolder { folder in
      let text = #"Requirements\n- Three years of Swift\n- SQL and bookkeeping"#
      let records = (0..<40).map { #"{"id": "r\#($0)", "title": "Clerk", "text": "\#(text)"}"# }
      try Rolefit.write(records.joined(separator: "\n"), to: folder + "/roles.ndjson")
      let own = folder + "/temporary"
      try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: false)
      let run = try Rolefit.run(
        ["benchmark", "build", "--roles", folder + "/roles.ndjson", "--format", "json"],
        environment: ["TMPDIR": own])
      #expect(run.status == 0, "\(run.error)")
      let report = try Self.object(run)
      #expect(report["roles"] as? Int == 40)
      for key in [
        "build_seconds", "build_peak_bytes", "index_bytes", "stored_bytes", "text_bytes",
        "mb_per_second", "threads", "vector_seconds", "vector_mb_per_second",
      ] {
        let value = try #require(report[key] as? Double, "\(key)")
        #expect(value > 0, "\(key)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: own).isEmpty)
    }
  }

  @Test func `postings that are not there are no benchmark`() throws {
    let run = try Rolefit.run("benchmark", "build", "--roles", "/no/such/postings")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.error.contains("no posting could be read"))
  }
}
