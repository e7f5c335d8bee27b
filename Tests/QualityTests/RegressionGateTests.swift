import Evaluation
import Testing

/// The figures of the project's own set must not fall.
@Suite struct RegressionGateTests {
  /// A little below what they were when this was written: .917 for a profile's roles, .799 for a
  /// role's profiles.
  private static let floors: [QuerySide: Double] = [.profile: 0.905, .posting: 0.785]

  @Test func `rankings of the sample set are as good as they were`() async throws {
    let set = try SampleSet.shared.get()
    let figures = Grader(set.labels).figures(of: try await set.runs())
    for (side, floor) in Self.floors {
      let figure = try #require(figures.first { $0.by == side && $0.figure == .nDCG10 })
      #expect(figure.mean >= floor, "nDCG@10 by \(side): \(figure.mean)")
    }
  }
}
