import Documents
import Rolefit
import Testing

/// What orders an expanded ranking depends on the pool; what scores does not.
@Suite struct ExpansionTests {
  private static let roles = Array(Engine.sampleRoles.prefix(12))

  private static func pairs(
    _ pool: Pool, _ documents: [Document]
  ) async throws -> [String: Pair] {
    let pairs = try await pool.pairs(of: documents, top: 100, threads: 2).flatMap { $0 }
    return Dictionary(uniqueKeysWithValues: pairs.map { ("\($0.profile) \($0.role)", $0) })
  }

  @Test func `scores and fits stay, and the order is of what the best roles have in common`()
    async throws
  {
    let pool = await Pool(roles: Self.roles, engine: try Sample.engine.get())
    let plain = try await Self.pairs(pool, Sample.profiles)
    let expanded = try await Self.pairs(pool.expanding(), Sample.profiles)
    #expect(Set(plain.keys) == Set(expanded.keys))
    for (key, pair) in plain {
      let other = try #require(expanded[key])
      #expect(pair.order == nil)
      #expect(other.score.bitPattern == pair.score.bitPattern && other.fit == pair.fit)
      // A role adds what it shares with the best three, and no weight is negative.
      #expect(try #require(other.order) > pair.score - 1e-6)
    }
    for pair in expanded.values where pair.rank == 1 {
      #expect(try #require(pair.order) > pair.score + 0.001, "the best role is among the three")
    }
  }

  @Test func `both directions have the same order`() async throws {
    let engine = try Sample.engine.get()
    let roles = await Pool(roles: Self.roles, engine: engine)
    let profiles = try await Pool(profiles: Sample.profiles, engine: engine)
      .expanding(by: roles, threads: 2)
    let byProfile = try await Self.pairs(roles.expanding(), Sample.profiles)
    let byRole = try await Self.pairs(profiles, Self.roles)
    #expect(Set(byProfile.keys) == Set(byRole.keys))
    for (key, pair) in byProfile {
      #expect(byRole[key]?.order == pair.order, "\(key)")
      #expect(byRole[key]?.score == pair.score, "\(key)")
    }
  }

  @Test func `other roles change the order and not the score`() async throws {
    let engine = try Sample.engine.get()
    let few = await Pool(roles: Array(Self.roles.prefix(6)), engine: engine).expanding()
    let many = await Pool(roles: Engine.sampleRoles, engine: engine).expanding()
    let left = try await Self.pairs(few, Sample.profiles)
    let right = try await Self.pairs(many, Sample.profiles)
    let shared = left.keys.filter { right[$0] != nil }
    #expect(shared.allSatisfy { left[$0]?.score == right[$0]?.score })
    #expect(shared.contains { left[$0]?.order != right[$0]?.order })
  }

  @Test func `a ranking has the same order and matches as its pairs`() async throws {
    let engine = try Sample.engine.get()
    let pool = await Pool(roles: Self.roles, engine: engine).expanding()
    let profile = Sample.profiles[0]
    let ranking = try pool.rank(against: profile, top: 12, asOf: Sample.day())
    let pairs = try await pool.pairs(of: [profile], top: 12, threads: 1)[0]
    #expect(ranking.matches.map(\.role) == pairs.map(\.role))
    #expect(ranking.matches.map(\.order) == pairs.map(\.order))
    #expect(ranking.matches.map(\.score) == pairs.map(\.score))
  }
}
