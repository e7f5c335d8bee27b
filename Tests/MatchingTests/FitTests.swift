import Rolefit
import Testing
import TestSupport

@testable import Matching

/// The scale of 0 to 100, and who gets none.
@Suite struct FitTests {
  @Test func `the scale never falls and stays within 0 and 100`() {
    let fits = (0...2_000).map { FitScale.fit(Double($0) / 1_000).value }
    #expect(fits == fits.sorted())
    #expect(fits.first == 0 && fits.last == 100)
  }

  @Test(arguments: UInt64(1)...20)
  func `a greater score has no lower fit`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let low = Double.random(in: 0...0.6, using: &generator)
      let high = Double.random(in: low...0.6, using: &generator)
      #expect(FitScale.fit(low).value <= FitScale.fit(high).value, "seed \(seed)")
    }
  }

  @Test(arguments: [-1.0, 0, 1, 1e300, .infinity])
  func `a score beyond the scale has its end`(score: Double) {
    #expect(FitScale.fit(score).value == (score > 0 ? 100 : 0))
  }

  @Test func `there are five bands, of twenty each`() {
    let fits = (0...1_000).map { FitScale.fit(Double($0) / 1_000) }
    var bands: [String: ClosedRange<Int>] = [:]
    for fit in fits {
      let known = bands[fit.band] ?? fit.value...fit.value
      bands[fit.band] = min(known.lowerBound, fit.value)...max(known.upperBound, fit.value)
    }
    let expected = [
      "poor": 0...19, "weak": 20...39, "fair": 40...59, "strong": 60...79, "excellent": 80...100,
    ]
    #expect(Set(bands.keys) == Set(expected.keys))
    for (band, range) in bands {
      #expect(expected[band].map { $0.clamped(to: range) == range } == true, "\(band) \(range)")
    }
    #expect(fits.allSatisfy { $0.calibration == FitScale.version })
  }

  private static let posting = """
    Welder

    Required:
    - Weld pressure vessels of stainless steel
    - Read isometric drawings
    - Test seams with dye penetrant
    """

  @Test(arguments: ["Welder", "video editor", "welding, grinding, forklift"])
  func `a title or a bare list is scored, and has a warning instead of a fit`(
    resume: String
  ) throws {
    let match = try Sample.match(role: Self.posting, resume: resume)
    #expect(match.fit == nil)
    #expect(match.warnings.contains { $0.code == "short-profile" })
    #expect(match.score.isFinite)
  }

  @Test func `a posting of one line has no fit either`() throws {
    let match = try Sample.match(
      role: "Welder wanted", resume: String(repeating: "A welder of vessels of steel. ", count: 40))
    #expect(match.fit == nil)
    #expect(match.score > 0)
  }

  @Test(arguments: Sample.pairs)
  func `the fit of a full pair is that of its score`(pair: PairName) throws {
    let match = try Sample.match(pair)
    #expect(match.fit == FitScale.fit(match.score))
  }
}
