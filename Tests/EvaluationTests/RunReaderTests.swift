import Evaluation
import Testing

@Suite struct RunReaderTests {
  private static let reader = RunReader(
    by: .profile, profiles: ["p1", "p2"], postings: ["r1", "r2"])

  private static func error(_ run: String) -> RunError? {
    do throws(RunError) {
      _ = try reader.read(Array(run.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test func `the scores rank, and equal scores stay in the order of the lines`() throws {
    let text = "p1 Q0 r2 1 1.5e-3 a\r\n\np1\tQ0  r1 2 0.25 a b\np2 Q0 r2 9 1\np2 Q0 r1 8 1\n"
    let run = try Self.reader.read(Array(text.utf8))
    #expect(
      run.rankings == [
        [Run.Entry(document: 0, score: 0.25), Run.Entry(document: 1, score: 0.0015)],
        [Run.Entry(document: 1, score: 1), Run.Entry(document: 0, score: 1)],
      ])
  }

  @Test func `no bytes are a run without rankings`() throws {
    #expect(try Self.reader.read([]).rankings == [[], []])
  }

  private static let mistakes: [(String, RunError)] = [
    ("p1 Q0 r1 1", .fields(line: 1, count: 4)),
    ("\np9 Q0 r1 1 0.5 a", .unknown(line: 2, id: "p9")),
    ("p1 Q0 p2 1 0.5 a", .unknown(line: 1, id: "p2")),
    ("p1 Q0 r1 1 high a", .score(line: 1, text: "high")),
    ("p1 Q0 r1 1 inf a", .score(line: 1, text: "inf")),
    ("p1 Q0 r1 1 0.5 a\np1 Q0 r1 2 0.4 a", .duplicate(line: 2)),
  ]

  @Test(arguments: mistakes)
  func `what is wrong is said with its line`(run: String, error: RunError) {
    #expect(Self.error(run) == error)
  }
}
