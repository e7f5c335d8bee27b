import Foundation
import Market
import MarketReport
import Rolefit
import Roles
import Testing
import TestSupport

/// What a tally promises of any roles: order, threads, filters, openings that were posted again.
@Suite struct TallyTests {
  /// All filters of figures, with what they count.
  private func counted(_ figures: MarketFigures) -> [(filter: MarketFilter, roles: Int)] {
    let skills = figures.skills.flatMap { [$0.named, $0.required, $0.preferred] }
    let lists = [
      skills, [figures.withoutSkills, figures.undated], figures.categories, figures.seniorities,
      figures.countries, figures.regions, figures.workplaces, figures.months, figures.pay.states,
    ]
    let groups = figures.pay.currencies.flatMap { pay in
      [pay.all] + pay.categories + pay.seniorities + pay.countries + pay.regions
    }
    return lists.flatMap { $0.map { ($0.filter, $0.roles) } } + groups.map { ($0.filter, $0.roles) }
      + [(figures.filter, figures.roles)]
  }

  @Test(arguments: ["", "country=US", "workplace=hybrid&pay=yearly", "skill=python"])
  func `each figure is the number of roles that its filter matches`(query: String) throws {
    let tally = Sample.tally(Sample.roles)
    let facts = Sample.roles.map { RoleFacts($0) }
    #expect(tally.repeats == 0 && tally.count == 48)
    let all = counted(tally.figures(try MarketFilter(query: query)))
    #expect(all.count > 30)
    for (filter, roles) in all {
      let read = try MarketFilter(query: filter.query)
      #expect(facts.count { read.matches($0) } == roles, "\(filter.query)")
      #expect(tally.roles(matching: read).count == roles, "\(filter.query)")
    }
  }

  /// Sample roles under new ids, some of them as if posted again with another day or pay.
  private static func mixed(_ seed: UInt64) -> [Role] {
    var generator = SeededGenerator(seed: seed)
    var roles = Sample.roles
    for number in 0..<40 {
      guard var role = Sample.roles.randomElement(using: &generator) else { continue }
      // Ids come twice too.
      role.id = "again-\(number % 30)"
      role.posted = CalendarDate(
        year: 2026, month: Int.random(in: 1...12, using: &generator),
        day: Bool.random(using: &generator) ? 3 : nil)
      if Bool.random(using: &generator) { role.pay?.maximum = 70_000 }
      roles.append(role)
    }
    return roles
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5])
  func `neither order nor sharing out changes a figure`(seed: UInt64) throws {
    let roles = Self.mixed(seed)
    let expected = Sample.tally(roles)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<8 {
      var parts = [MarketTally](
        repeating: MarketTally(), count: Int.random(in: 1...6, using: &generator))
      for role in roles.shuffled(using: &generator) {
        parts[Int.random(in: parts.indices, using: &generator)].add(role)
      }
      var merged = MarketTally()
      for part in parts { merged.merge(part) }
      #expect(merged.figures() == expected.figures(), "seed \(seed)")
      #expect(merged.roles(matching: MarketFilter()) == expected.roles(matching: MarketFilter()))
      #expect(merged.repeats == 40 && merged.added == 88)
    }
  }

  @Test(arguments: [1, 2, 7])
  func `any number of threads gives the same bytes`(threads: Int) async throws {
    let reader = MarketReader(engine: try Sample.engine.get(), threads: threads)
    let documents = Engine.sampleRoles
    var tally = MarketTally()
    for start in stride(from: 0, to: documents.count, by: 5) {
      await reader.add(Array(documents[start..<min(start + 5, documents.count)]), to: &tally)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let expected = Sample.tally(Sample.roles).figures()
    #expect(try encoder.encode(tally.figures()) == encoder.encode(expected))
  }

  @Test func `figures survive JSON`() throws {
    let figures = Sample.tally(Sample.roles).figures()
    let bytes = try JSONEncoder().encode(figures)
    #expect(try JSONDecoder().decode(MarketFigures.self, from: bytes) == figures)
  }

  // MARK: - Posted again

  @Test func `an opening that was posted again is counted once, in its first month`() throws {
    var roles = ["2026-11-02", "2026-09-30", "2026-10-01"].enumerated().map { index, day in
      Sample.role("x", title: "Nurse", employer: "Tarn Clinic", required: ["bls"], posted: day)
    }
    for index in roles.indices { roles[index].id = "nurse-\(index)" }
    roles[2].title = "NURSE"
    let tally = Sample.tally(roles)
    #expect(tally.count == 1 && tally.repeats == 2)
    #expect(tally.roles(matching: MarketFilter()) == ["nurse-1"])
    #expect(tally.figures().months.map(\.name) == ["2026-09"])
  }

  @Test func `openings of one title and employer that ask for different things are told apart`() {
    let roles = ["a", "b"].map {
      Sample.role($0, title: "Nurse", employer: "Tarn Clinic", required: ["bls"])
    }
    #expect(Sample.tally(roles).count == 2)
  }

  @Test func `titles alone are never taken for one opening`() {
    let roles = ["a", "b"].map { Sample.role($0, title: "Nurse") }
    #expect(Sample.tally(roles).count == 2)
  }
}
