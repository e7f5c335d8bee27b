import Documents
import Rolefit
import Testing
import TestSupport

/// The score of a pair does not depend on what else is loaded.
@Suite struct PoolTests {
  private static let sizes = [1, 3, 300]

  /// The bits of the scores of a ranking, by id.
  private func bits(_ pool: Pool, against query: Document) throws -> [String: UInt64] {
    let ranking = try pool.rank(against: query, top: pool.count, asOf: Sample.day())
    let matches = ranking.matches.map { match in
      (pool.side == .roles ? match.role : match.profile, match.score.bitPattern)
    }
    return Dictionary(matches) { first, _ in first }
  }

  @Test(arguments: sizes, [1, 2])
  func `a role scores the same with any number of others and threads`(
    size: Int, threads: Int
  ) async throws {
    var generator = SeededGenerator(seed: 7)
    let engine = try Sample.engine.get()
    let resume = try Sample.resume(0, &generator)
    let roles = try (0..<size).map { try Sample.posting($0, &generator) }
    let expected = engine.match(resume: resume, role: roles[0], asOf: try Sample.day())
    let pool = await Pool(roles: roles, engine: engine, threads: threads)
    #expect(pool.count == size)
    let pairs = try await pool.pairs(of: [resume], top: size, threads: threads)
    let pair = try #require(pairs.first?.first { $0.role == roles[0].id })
    #expect(pair.score.bitPattern == expected.score.bitPattern)
    #expect(pair.fit == expected.fit)
    let ranking = try pool.rank(against: resume, top: 1, asOf: try Sample.day())
    let best = try #require(ranking.matches.first)
    #expect(best.score.bitPattern == pairs[0][0].score.bitPattern)
  }

  @Test(arguments: sizes, [1, 2])
  func `a profile scores the same with any number of others and threads`(
    size: Int, threads: Int
  ) async throws {
    var generator = SeededGenerator(seed: 8)
    let engine = try Sample.engine.get()
    let role = try Sample.posting(0, &generator)
    let resumes = try (0..<size).map { try Sample.resume($0, &generator) }
    let expected = engine.match(resume: resumes[0], role: role, asOf: try Sample.day())
    let pool = await Pool(profiles: resumes, engine: engine, threads: threads)
    let pairs = try await pool.pairs(of: [role], top: size, threads: threads)
    let pair = try #require(pairs.first?.first { $0.profile == resumes[0].id })
    #expect(pair.score.bitPattern == expected.score.bitPattern)
  }

  @Test func `both directions and the single pair have the same bits`() async throws {
    let engine = try Sample.engine.get()
    let roles = Array(Engine.sampleRoles.prefix(4))
    let byRole = await Pool(profiles: Sample.profiles, engine: engine)
    let byProfile = await Pool(roles: roles, engine: engine)
    for profile in Sample.profiles {
      let found = try bits(byProfile, against: profile)
      for role in roles {
        let single = engine.match(resume: profile, role: role, asOf: try Sample.day())
        #expect(found[role.id] == single.score.bitPattern, "\(profile.id) \(role.id)")
      }
    }
    for role in roles {
      let found = try bits(byRole, against: role)
      for profile in Sample.profiles {
        let single = engine.match(resume: profile, role: role, asOf: try Sample.day())
        #expect(found[profile.id] == single.score.bitPattern, "\(profile.id) \(role.id)")
      }
    }
  }

  @Test(arguments: UInt64(1)...5)
  func `pairs fall in score, and ties stand in the order of their ids`(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let engine = try Sample.engine.get()
    let text = try Sample.posting(0, &generator).text
    let names = ["b", "a", "é", "Z", "a0", "10", "9"].shuffled(using: &generator)
    let twins = try names.map { try DocumentReader.read(text, name: "x.txt", id: $0) }
    let others = try (1..<20).map { try Sample.posting($0, &generator) }
    let roles = (twins + others).shuffled(using: &generator)
    let pool = await Pool(roles: roles, engine: engine)
    let resume = try Sample.resume(0, &generator)
    let pairs = try await pool.pairs(of: [resume], top: roles.count, threads: 1)[0]
    #expect(pairs.map(\.rank) == Array(1...roles.count))
    for (left, right) in zip(pairs, pairs.dropFirst()) {
      let isOrdered =
        left.score > right.score
        || left.score == right.score
          && !right.role.utf8.lexicographicallyPrecedes(left.role.utf8)
      #expect(isOrdered, "seed \(seed)")
    }
    let tied = pairs.map(\.role).filter { names.contains($0) }
    #expect(tied == ["10", "9", "Z", "a", "a0", "b", "é"], "seed \(seed)")
    for top in [1, 5, 26] {
      let best = try await pool.pairs(of: [resume], top: top, threads: 1)[0]
      #expect(best.map(\.role) == pairs.prefix(top).map(\.role), "seed \(seed)")
    }
  }

  @Test func `the same text twice is ranked twice`() async throws {
    var generator = SeededGenerator(seed: 3)
    let role = try Sample.posting(0, &generator)
    let pool = await Pool(roles: [role, role], engine: try Sample.engine.get())
    let ranking = try pool.rank(
      against: try Sample.resume(0, &generator), top: 10, asOf: try Sample.day())
    #expect(ranking.matches.map(\.rank) == [1, 2])
    #expect(Set(ranking.matches.map(\.score.bitPattern)).count == 1)
  }

  @Test func `a text without usable words is named and not ranked`() async throws {
    var generator = SeededGenerator(seed: 3)
    let engine = try Sample.engine.get()
    let empty = try Sample.document("— • —\n", name: "marks.txt")
    let pool = await Pool(roles: [empty, try Sample.posting(0, &generator)], engine: engine)
    #expect(try pool.unranked() == ["marks"])
    let resume = try Sample.resume(0, &generator)
    #expect(try pool.rank(against: resume, top: 5, asOf: Sample.day()).matches.count == 1)
    #expect(throws: RankingError.noTerms(id: "marks")) {
      try pool.rank(against: empty, top: 5, asOf: Sample.day())
    }
  }

  @Test func `an empty pool has no matches`() async throws {
    var generator = SeededGenerator(seed: 3)
    let pool = await Pool(roles: [], engine: try Sample.engine.get())
    let ranking = try pool.rank(
      against: try Sample.resume(0, &generator), top: 5, asOf: try Sample.day())
    #expect(ranking.matches.isEmpty && ranking.pool == 0)
  }

  // MARK: - As of

  @Test(arguments: ["2020-01-01", "2027-02-01", "2030-12-31"])
  func `the day moves gates and no score`(day: String) async throws {
    let engine = try Sample.engine.get()
    let pool = await Pool(roles: Engine.sampleRoles, engine: engine, threads: 2)
    for profile in Sample.profiles {
      let today = try pool.rank(against: profile, top: 12, asOf: Sample.day())
      let then = try pool.rank(against: profile, top: 12, asOf: Sample.day(day))
      #expect(today.matches.map(\.role) == then.matches.map(\.role))
      #expect(today.matches.map(\.score.bitPattern) == then.matches.map(\.score.bitPattern))
      #expect(today.matches.map(\.fit) == then.matches.map(\.fit))
      for match in then.matches {
        for check in match.gates where check.gate.kind == .closingDate {
          #expect((check.outcome == .fail) == (check.gate.value < day), "\(match.role)")
        }
      }
    }
  }

  @Test func `only eligible matches are listed where that is asked for`() async throws {
    let pool = await Pool(roles: Engine.sampleRoles, engine: try Sample.engine.get())
    let ines = try #require(Sample.profiles.first { $0.id == "ines-carvalho" })
    var preferences = Preferences()
    preferences.onlyEligible = true
    let all = try pool.rank(against: ines, top: pool.count, asOf: Sample.day())
    let some = try pool.rank(
      against: ines, top: pool.count, asOf: Sample.day(), preferences: preferences)
    #expect(some.matches.map(\.role) == all.matches.filter { !$0.isBarred }.map(\.role))
    #expect(some.matches.map(\.rank) == Array(1...some.matches.count))
    #expect(all.matches.contains { $0.role == "backend-engineer" && $0.isBarred })
  }

  @Test func `postings and résumés are told apart`() throws {
    let engine = try Sample.engine.get()
    for role in Engine.sampleRoles {
      let isResume = engine.looksLikeProfile(role)
      #expect(!isResume, "\(role.id)")
    }
    for profile in Sample.profiles {
      let isResume = engine.looksLikeProfile(profile)
      #expect(isResume, "\(profile.id)")
    }
  }
}
