import Evaluation
import Testing

@Suite struct LabelledSetTests {
  private static func error(_ qrels: String, kind: LabelledSet.Kind? = nil) -> QrelsError? {
    do throws(QrelsError) {
      _ = try LabelledSet(
        profiles: ["p1", "p2", "p3"], postings: ["r1"], qrels: Array(qrels.utf8), kind: kind)
      return nil
    } catch {
      return error
    }
  }

  private static let header = "profile_id\tposting_id\tgrade\n"

  /// What stands below the header, and what is wrong with it.
  private static let mistakes: [(String, QrelsError)] = [
    ("", .empty),
    ("p1\tr1\t1\np2\tr1\n", .fields(line: 3, count: 2)),
    ("p1\tr1\t1\t0\n", .fields(line: 2, count: 4)),
    ("p9\tr1\t1\n", .unknownProfile(line: 2, id: "p9")),
    ("\np1\tr9\t1\n", .unknownPosting(line: 3, id: "r9")),
    ("p1\tr1\tgood\n", .grade(line: 2, text: "good")),
    ("p1\tr1\tnan\n", .grade(line: 2, text: "nan")),
    ("p1\tr1\t-1\n", .grade(line: 2, text: "-1")),
    ("p1\tr1\t1\np2\tr1\t1\np1\tr1\t1\n", .duplicate(line: 4, first: 2)),
    ("p1\tr1\t0\n", .nothingToFind),
    ("p1\tr1\t7\np2\tr1\t6\n", .nothingToCompare),
    ("p1\tr1\t7\np2\tr1\t7\np3\tr1\t7\n", .nothingToCompare),
  ]

  @Test(arguments: mistakes)
  func `what is wrong is said with its line`(rows: String, error: QrelsError) {
    #expect(Self.error(Self.header + rows) == error)
  }

  @Test func `the first line is the header`() {
    #expect(Self.error("p1\tr1\t2\n") == .header)
    #expect(Self.error("\n" + Self.header) == .header)
    #expect(Self.error("") == .empty)
  }

  @Test func `grades of a graded set are whole and not huge`() {
    let half = Self.header + "p1\tr1\t0.5\n"
    #expect(Self.error(half, kind: .graded) == .notWhole(line: 2, text: "0.5"))
    let huge = Self.header + "p1\tr1\t61\n"
    #expect(Self.error(huge, kind: .graded) == .notWhole(line: 2, text: "61"))
    #expect(Self.error(Self.header + "p1\tr1\t60\n", kind: .graded) == nil)
  }

  @Test(arguments: [
    (["0", "1", "2"], LabelledSet.Kind.graded), (["1", "1", "1"], .graded),
    (["1", "2", "3"], .ranked), (["0", "0.5", "1"], .ranked), (["2.0", "1", "0"], .graded),
  ])
  func `whole grades from 0 to 2 make a graded set`(grades: [String], kind: LabelledSet.Kind) throws
  {
    let set = try LabelledSet.of("p1 r1 \(grades[0])", "p2 r1 \(grades[1])", "p3 r1 \(grades[2])")
    #expect(set.kind == kind)
  }

  @Test func `what the grades mean can be said`() throws {
    let lines = ("p1 r1 0", "p2 r1 1", "p3 r1 2")
    #expect(try LabelledSet.of(lines.0, lines.1, lines.2, kind: .ranked).kind == .ranked)
  }

  @Test func `carriage returns and empty lines are no content`() throws {
    let qrels = "profile_id\tposting_id\tgrade\r\n\r\np2\tr1\t1\r\n\n"
    let set = try LabelledSet(profiles: ["p1", "p2"], postings: ["r1"], qrels: Array(qrels.utf8))
    #expect(set.judgements.map(\.profile) == [1])
    #expect(set.judgements.map(\.posting) == [0])
    #expect(set.judgements.map(\.grade) == [1])
  }

  @Test func `queries and their documents keep the order of the file`() throws {
    let set = try LabelledSet.of("p2 r3 1", "p1 r1 0", "p2 r1 2")
    #expect(set.queries(by: .profile).map(\.position) == [1, 0])
    #expect(set.queries(by: .profile)[0].documents == [2, 0])
    #expect(set.queries(by: .profile)[0].grades == [1, 2])
    #expect(set.queries(by: .posting).map(\.position) == [2, 0])
    #expect(set.queries(by: .posting)[1].documents == [0, 1])
  }
}
