import Indexing
import Testing
import TestSupport

/// The selection of the best against a full sort.
@Suite struct TopKTests {
  private func sorted(_ scores: [Double], _ precedes: (Int, Int) -> Bool) -> [Int] {
    scores.indices.sorted {
      scores[$0] != scores[$1] ? scores[$0] > scores[$1] : precedes($0, $1)
    }
  }

  @Test(arguments: [0, 1, 2, 3, 7, 64, 65], UInt64(1)...4)
  func `the best k are the first k of a full sort`(count: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    // Few distinct scores, so that most are ties.
    let scores = (0..<count).map { _ in Double(Int.random(in: 0..<6, using: &generator)) / 4 }
    let order = Array(0..<count).shuffled(using: &generator)
    let rising: (Int, Int) -> Bool = { order[$0] < order[$1] }
    for k in 0...count + 3 {
      let selected = TopK.select(scores, count: k, precedes: rising)
      #expect(
        selected.map(\.index) == Array(sorted(scores, rising).prefix(k)), "seed \(seed), k \(k)")
      #expect(selected.allSatisfy { scores[$0.index] == $0.score }, "seed \(seed), k \(k)")
    }
  }

  @Test func `equal scores rise by precedes`() {
    let scores = [1.0, 2, 1, 2, 1]
    #expect(TopK.select(scores, count: 3, precedes: <).map(\.index) == [1, 3, 0])
    #expect(TopK.select(scores, count: 3, precedes: >).map(\.index) == [3, 1, 4])
    #expect(TopK.select(scores, count: 9, precedes: >).map(\.index) == [3, 1, 4, 2, 0])
  }

  @Test(arguments: [0, 1, 5, .max])
  func `of no scores there are none`(count: Int) {
    #expect(TopK.select([], count: count, precedes: <).isEmpty)
  }

  @Test func `the best of none is none and infinite scores have their place`() {
    let scores: [Double] = [0, -.infinity, .infinity, -1]
    #expect(TopK.select(scores, count: 0, precedes: <).isEmpty)
    #expect(TopK.select(scores, count: 4, precedes: <).map(\.index) == [2, 0, 3, 1])
    #expect(TopK.select(scores, count: 2, precedes: <).map(\.index) == [2, 0])
  }
}
