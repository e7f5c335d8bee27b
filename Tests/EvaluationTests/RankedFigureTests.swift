import Evaluation
import Testing

/// Kendall's τ-b, pair accuracy and nDCG@5, computed by hand.
@Suite struct RankedFigureTests {
  @Test func `pairs in order count for, pairs out of order against`() throws {
    // Grades 7, 3, 2; scores put p1 (7) last of three: order p2 (3), p3 (2), p1 (7).
    let set = try LabelledSet.of("p1 r1 7", "p2 r1 3", "p3 r1 2")
    let runs = set.runs([["p1", "r1"]: 0.1, ["p2", "r1"]: 0.3, ["p3", "r1"]: 0.2])
    // C = 1 (p2, p3), D = 2 (p1 with both): τ = (1 − 2) / √(3·3) = −1/3; accuracy 1/3.
    #expect(set.values(.tau, by: .posting, runs) == [-1.0 / 3])
    #expect(set.values(.pairAccuracy, by: .posting, runs) == [1.0 / 3])
    // DCG = 3 + 2/log2(3) + 7/log2(4), best = 7 + 3/log2(3) + 2/log2(4).
    let log3 = 1.584962500721156
    let value = try #require(set.values(.nDCG5, by: .posting, runs)?.first)
    #expect(isClose(value, (3 + 2 / log3 + 3.5) / (7 + 3 / log3 + 1)))
  }

  @Test func `ties of scores and of grades are corrected for`() throws {
    // Grades 3, 3, 2, 1 and scores 0.4, 0.2, 0.2, 0.1 of p1 … p4.
    let set = try LabelledSet.of("p1 r1 3", "p2 r1 3", "p3 r1 2", "p4 r1 1")
    let runs = set.runs([
      ["p1", "r1"]: 0.4, ["p2", "r1"]: 0.2, ["p3", "r1"]: 0.2, ["p4", "r1"]: 0.1,
    ])
    // Six pairs: (p1, p2) same grade: G = 1; (p2, p3) same score: S = 1; the other four: C = 4.
    // τ = 4 / √((4 + 1) · (4 + 1)) = 0.8; accuracy = (4 + 0.5) / 5 = 0.9.
    #expect(set.values(.tau, by: .posting, runs) == [0.8])
    #expect(set.values(.pairAccuracy, by: .posting, runs) == [0.9])
    // Best possible order of grades: equal scores stay as the judgements stand, 3 before 2.
    #expect(set.values(.nDCG5, by: .posting, runs) == [1])
  }

  @Test func `a run that says nothing is no better than chance`() throws {
    let set = try LabelledSet.of("p1 r1 1", "p2 r1 2", "p3 r1 3")
    let empty = set.runs([:])
    // All pairs are ties below all scores: τ has a zero below the line and is 0; 3 · ½ / 3.
    #expect(set.values(.tau, by: .posting, empty) == [0])
    #expect(set.values(.pairAccuracy, by: .posting, empty) == [0.5])
    let same = set.runs([["p1", "r1"]: 5, ["p2", "r1"]: 5, ["p3", "r1"]: 5])
    #expect(set.values(.tau, by: .posting, same) == [0])
  }

  @Test func `a pair that is not in the run is below all that are`() throws {
    let set = try LabelledSet.of("p1 r1 1", "p2 r1 2", "p3 r1 3")
    let runs = set.runs([["p2", "r1"]: -8, ["p3", "r1"]: -7])
    #expect(set.values(.tau, by: .posting, runs) == [1])
  }

  @Test func `pairs that nobody judged do not count`() throws {
    let set = try LabelledSet.of("p1 r1 1", "p2 r1 2", "p3 r1 3")
    let runs = set.runs([
      ["p4", "r1"]: 9, ["p1", "r1"]: 1, ["p2", "r1"]: 2, ["p3", "r1"]: 3,
    ])
    #expect(Grader(set).figures(of: runs).map(\.mean) == [1, 1, 1])
  }

  @Test func `two grades, or the same three times, are no order`() throws {
    let set = try LabelledSet.of(
      "p1 r1 1", "p2 r1 2", "p3 r1 3", "p1 r2 1", "p2 r2 5", "p1 r3 4", "p2 r3 4", "p3 r3 4")
    let figures = Grader(set).figures(of: set.runs([:]))
    #expect(figures.map(\.figure) == [.tau, .pairAccuracy, .nDCG5])
    #expect(figures.map(\.values.count) == [1, 1, 1])
  }
}
