import Evaluation
import Testing

/// nDCG@10, MAP and R@10, computed by hand.
@Suite struct GradedFigureTests {
  @Test func `gains are discounted by the logarithm of the rank`() throws {
    // p1 ranks r1 (grade 2), r4 (not judged), r2 (grade 1); r3 (grade 1) is not ranked.
    let set = try LabelledSet.of("p1 r1 2", "p1 r2 1", "p1 r3 1")
    let runs = set.runs([["p1", "r1"]: 0.9, ["p1", "r4"]: 0.8, ["p1", "r2"]: 0.1])
    // Gains 3, 0, 1: DCG = 3/log2(2) + 0/log2(3) + 1/log2(4) = 3 + 0 + 0.5 = 3.5.
    // Best 3, 1, 1: 3 + 1/1.584962500721156 + 0.5 = 4.13092975357146.
    let value = try #require(set.values(.nDCG10, by: .profile, runs)?.first)
    #expect(isClose(value, 3.5 / 4.130929753571458))
  }

  @Test func `the tenth rank counts and the eleventh does not`() throws {
    for (others, expected) in [(9, 1 / 3.4594316186372973), (10, 0)] {
      let set = try LabelledSet.of("p1 r12 1", postings: 12)
      let entries =
        (0..<others).map { Run.Entry(document: $0, score: 1) } + [
          Run.Entry(document: 11, score: 0.5)
        ]
      let runs = Runs(
        byProfile: Run(by: .profile, rankings: [entries, [], [], []]),
        byPosting: Run(by: .posting, rankings: [[Run.Entry]](repeating: [], count: 12)))
      // One gain of 1 at rank 10: 1/log2(11), against 1/log2(2) = 1.
      #expect(set.values(.nDCG10, by: .profile, runs) == [expected])
      #expect(set.values(.recall10, by: .profile, runs) == [others == 9 ? 1 : 0])
      // Average precision looks at the whole ranking.
      #expect(set.values(.map, by: .profile, runs) == [1 / Double(others + 1)])
    }
  }

  @Test func `average precision and recall look at the top grade alone`() throws {
    // Relevant are r1 and r3, at ranks 1 and 4; r2 has the lower grade.
    let set = try LabelledSet.of("p1 r1 2", "p1 r2 1", "p1 r3 2", postings: 5)
    let runs = set.runs([
      ["p1", "r1"]: 4, ["p1", "r2"]: 3, ["p1", "r4"]: 2, ["p1", "r3"]: 1,
    ])
    // (1/1 + 2/4) / 2 = 0.75.
    #expect(set.values(.map, by: .profile, runs) == [0.75])
    #expect(set.values(.recall10, by: .profile, runs) == [1])
  }

  @Test func `a relevant document that is not ranked is never found`() throws {
    let set = try LabelledSet.of("p1 r1 1", "p1 r2 1", "p1 r3 1", "p1 r4 1")
    let runs = set.runs([["p1", "r1"]: 1])
    // (1/1) / 4.
    #expect(set.values(.map, by: .profile, runs) == [0.25])
    #expect(set.values(.recall10, by: .profile, runs) == [0.25])
  }

  @Test func `a query without the top grade of the set is left out`() throws {
    // The set's top grade is 2, and p2 has only a 1; r2 has only a 1, r1 a 2.
    let set = try LabelledSet.of("p1 r1 2", "p2 r2 1", "p2 r1 1")
    let runs = set.runs([["p1", "r1"]: 1, ["p2", "r2"]: 1])
    #expect(set.values(.nDCG10, by: .profile, runs) == [1])
    #expect(set.values(.map, by: .posting, runs) == [1])
  }

  @Test func `both directions are graded, and an empty run is worth nothing`() throws {
    let set = try LabelledSet.of("p1 r1 1", "p2 r1 1")
    let figures = Grader(set).figures(of: set.runs([:]))
    #expect(figures.map(\.figure) == [.nDCG10, .map, .recall10, .nDCG10, .map, .recall10])
    #expect(figures.map(\.by) == [.profile, .profile, .profile, .posting, .posting, .posting])
    #expect(figures.map(\.values.count) == [2, 2, 2, 1, 1, 1])
    #expect(figures.allSatisfy { $0.mean == 0 })
  }

  @Test func `equal scores keep the order in which they are given`() throws {
    let set = try LabelledSet.of("p1 r2 1")
    let first = set.runs([["p1", "r2"]: 1, ["p1", "r1"]: 1])
    let second = set.runs([["p1", "r1"]: 1, ["p1", "r2"]: 1])
    #expect(set.values(.map, by: .profile, first) == [1])
    #expect(set.values(.map, by: .profile, second) == [0.5])
  }
}
