import Testing

@testable import Evaluation

@Suite struct BootstrapTests {
  @Test func `the generator gives the numbers of the reference implementation`() {
    var generator = DrawGenerator(seed: 1_234_567)
    let numbers = (0..<3).map { _ in generator.next() }
    #expect(
      numbers == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }

  @Test func `every index is drawn about as often`() {
    var generator = DrawGenerator(seed: 5)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[generator.index(below: 7)] += 1 }
    // The standard deviation of a count is √(70,000 · 1/7 · 6/7) ≈ 93.
    #expect(counts.allSatisfy { abs($0 - 10_000) < 5 * 93 }, "\(counts)")
  }

  @Test func `the interval of a seed never changes`() {
    // Computed by another program from the definition.
    let values = (0..<10).map(Double.init)
    let interval = Bootstrap.standard.interval(of: values)
    #expect(interval == Bootstrap.Interval(low: 2.6, high: 6.1))
  }

  @Test func `a single query, or equal values, have no width`() {
    for values in [[0.25], [0.25, 0.25, 0.25]] {
      #expect(
        Bootstrap.standard.interval(of: values) == Bootstrap.Interval(low: 0.25, high: 0.25))
    }
  }

  @Test func `the interval leaves out 25 of 1,000 draws at each end`() {
    let bootstrap = Bootstrap.standard
    let interval = bootstrap.interval(ofMeans: (0..<1_000).map(Double.init))
    #expect(interval == Bootstrap.Interval(low: 25, high: 974))
  }

  @Test(arguments: [
    (0.6, 25), (0.3, 100), (0.05, 400),
  ])
  func `the width is that of the standard error`(share: Double, count: Int) {
    // Of zeros and ones: ±1.96 · √(share · (1 − share) / n), here within a sixth.
    let ones = Int(share * Double(count))
    let values = (0..<count).map { $0 < ones ? 1.0 : 0 }
    let interval = Bootstrap.standard.interval(of: values)
    let expected = 2 * 1.96 * (share * (1 - share) / Double(count)).squareRoot()
    #expect(abs((interval.high - interval.low) / expected - 1) < 1.0 / 6)
  }
}

@Suite struct PairedComparisonTests {
  @Test func `a comparison is of the differences, query by query`() {
    let left = [0.5, 0.5, 0.25, 0.25, 1, 0.5, 0, 0.25]
    let right = [0, 0.25, 0.25, 0.5, 0.5, 0.25, 0, 0.125]
    let comparison = PairedComparison(left, against: right)
    // (0.5 + 0.25 + 0 − 0.25 + 0.5 + 0.25 + 0 + 0.125) / 8 = 1.375 / 8.
    #expect(comparison.difference == 0.171875)
    #expect((comparison.wins, comparison.ties, comparison.losses) == (5, 2, 1))
    // Computed by another program from the definition: 30 of 1,000 draws are at or below zero.
    #expect(comparison.interval == Bootstrap.Interval(low: 0, high: 0.34375))
    #expect(comparison.opposite == 0.03)
    #expect(comparison.p == 0.06)
    #expect(!comparison.isClear)
  }

  @Test func `the other way round is the mirror image`() {
    let left = [0.5, 0.5, 0.25, 0.25, 1, 0.5, 0, 0.25]
    let right = [0, 0.25, 0.25, 0.5, 0.5, 0.25, 0, 0.125]
    let comparison = PairedComparison(right, against: left)
    #expect(comparison.difference == -0.171875)
    #expect((comparison.wins, comparison.ties, comparison.losses) == (1, 2, 5))
    #expect(comparison.opposite == 0.03)
  }

  @Test func `equal runs have no difference and a p of 1`() {
    let comparison = PairedComparison([0.5, 0.25], against: [0.5, 0.25])
    #expect(comparison.difference == 0)
    #expect((comparison.wins, comparison.ties, comparison.losses) == (0, 2, 0))
    #expect(comparison.p == 1)
    #expect(!comparison.isClear)
  }

  @Test func `better at every query is clear`() {
    let comparison = PairedComparison([0.5, 0.75, 1], against: [0.25, 0.5, 0.5])
    #expect(comparison.opposite == 0)
    #expect(comparison.p == 0)
    #expect(comparison.isClear)
  }
}
