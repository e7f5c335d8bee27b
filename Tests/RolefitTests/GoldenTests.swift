import Rolefit
import Testing

/// One score as bits: it is the same on every machine, in debug and release.
@Suite struct GoldenTests {
  /// The score of a profile of the project against a sample role.
  ///
  /// It changes with the background and the model that are compiled in, and with nothing else.
  private static let golden: UInt64 = 0x3fe2a0692c9dcfe6

  @Test func `Maya's score for the backend engineer has these bits`() throws {
    let maya = try #require(Sample.profiles.first { $0.id == "maya-okafor" })
    let role = try #require(Engine.sampleRoles.first { $0.id == "backend-engineer" })
    let score = try Sample.engine.get().match(resume: maya, role: role, asOf: Sample.day()).score
    let bits = "0x" + String(score.bitPattern, radix: 16)
    #expect(score.bitPattern == Self.golden, "the score is \(score), golden = \(bits)")
  }
}
