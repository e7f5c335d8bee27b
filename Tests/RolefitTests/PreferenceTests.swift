import Documents
import Matching
import Rolefit
import Testing

/// What is listed of a ranking.
@Suite struct PreferenceTests {
  private func rank(_ change: (inout Preferences) -> Void) async throws -> Ranking {
    var preferences = Preferences()
    change(&preferences)
    let pool = await Pool(roles: Engine.sampleRoles, engine: try Sample.engine.get(), threads: 2)
    return try pool.rank(
      against: try #require(Sample.profiles.first), top: 100, asOf: Sample.day(),
      preferences: preferences)
  }

  @Test func `a floor of fit lists the roles that reach it, and those alone`() async throws {
    let all = try await rank { _ in }.matches
    #expect(all.count == Engine.sampleRoles.count)
    let fits = all.map { FitScale.fit($0.score).value }
    let floor = try #require(fits.dropFirst(4).first)
    let some = try await rank { $0.minimumFit = floor }
    #expect(some.matches.map(\.role) == zip(all, fits).filter { $1 >= floor }.map(\.0.role))
    #expect(some.matches.map(\.rank) == Array(1...some.matches.count))
    #expect(some.matches.count < all.count)
  }

  @Test func `words are looked for in titles and employers, and the rest is counted`() async throws
  {
    let all = try await rank { _ in }.matches
    let title = try #require(all.last?.title.split(separator: " ").first).uppercased()
    let some = try await rank { $0.words = [title] }
    #expect(some.matches.contains { $0.role == all.last?.role })
    #expect(
      some.matches.allSatisfy {
        "\($0.title) \($0.employer ?? "")".lowercased().contains(title.lowercased())
      })
    #expect(some.passedOver["words"] == all.count - some.matches.count)
  }
}
