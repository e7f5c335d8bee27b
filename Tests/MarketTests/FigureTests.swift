import Documents
import Market
import Reading
import Rolefit
import Roles
import Testing

/// Figures that were added up by hand.
@Suite struct FigureTests {
  private static let dozen: [Role] = [
    Sample.role(
      "a", title: "Staff Nurse", required: ["bls", "epic"], places: [Sample.place("IE")],
      workplace: .onsite, pay: Sample.pay(40_000, 50_000), posted: "2026-09-03"),
    Sample.role(
      "b", title: "Nurse, Nights", required: ["bls"], preferred: ["epic"],
      places: [Sample.place("IE"), Sample.place("GB")], workplace: .onsite,
      pay: Sample.pay(52_000, 52_000), posted: "2026-09"),
    Sample.role(
      "c", title: "Community Nurse", preferred: ["bls"], places: [Sample.place("IE")],
      workplace: .hybrid, pay: Sample.pay(20, 20, per: .hour), posted: "2026-10-01"),
    Sample.role(
      "d", title: "Registered Nurse", duties: ["bls"], places: [Sample.place("IE")],
      pay: Sample.pay(3_000, 4_000, per: .month), posted: "2026-10-31"),
    Sample.role(
      "e", title: "Nurse", required: ["bls"], pay: Sample.pay(200, 200, per: .day),
      posted: "2026"),
    Sample.role(
      "f", title: "Backend Engineer", required: ["golang"], places: [Sample.place("US", "CO")],
      workplace: .remote, seniority: "senior", pay: Sample.pay(100_000, 140_000, "USD")),
    Sample.role(
      "g", title: "Software Developer", required: ["golang", "sql"],
      places: [Sample.place("US", "CO"), Sample.place("US", "TX")], workplace: .remote,
      pay: Sample.pay(90_000, nil, "USD")),
    Sample.role("h", title: "Web Developers (m/f/d)", preferred: ["sql"], seniority: "junior"),
    Sample.role("i", title: "Line Cook", pay: Sample.pay(12, 12)),
    Sample.role("j", title: "Sous Chef", pay: Sample.pay(30_000, 900_000)),
    Sample.role("k", title: "Wizard of the Lake"),
    Sample.role("l", title: ""),
  ]
  private static let figures = Sample.tally(dozen).figures()

  private func counts(_ figures: [CountFigure]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: figures.map { ($0.name, $0.roles) })
  }

  @Test func `skills are told apart by how much they are asked for`() throws {
    let bls = try #require(Self.figures.skills.first)
    #expect(bls.skill == "bls")
    #expect(bls.named.roles == 5 && bls.required.roles == 3 && bls.preferred.roles == 1)
    #expect(bls.named.share == 0.4167)
    #expect(Self.figures.skills.map(\.skill) == ["bls", "golang", "epic", "sql"])
    #expect(Self.figures.withoutSkills.roles == 4)
  }

  @Test func `a skill that is required and preferred is required once`() throws {
    let role = Sample.role("x", required: ["sql"], preferred: ["sql"], duties: ["sql"])
    let sql = try #require(Sample.tally([role]).figures().skills.first)
    #expect(sql.named.roles == 1 && sql.required.roles == 1 && sql.preferred.roles == 0)
  }

  @Test func `fields of work come from titles alone`() {
    #expect(
      counts(Self.figures.categories) == [
        "nursing and midwifery": 5, "software development": 3, "kitchen and hospitality": 2,
        "other": 1, "untitled": 1,
      ])
  }

  @Test func `workplaces, ranks and places are counted, and those that are not said`() {
    #expect(
      counts(Self.figures.workplaces) == ["onsite": 2, "hybrid": 1, "remote": 2, "unknown": 7])
    #expect(Self.figures.seniorities.map(\.name) == ["junior", "senior", "unknown"])
    #expect(counts(Self.figures.countries) == ["IE": 4, "GB": 1, "US": 2, "unknown": 6])
    #expect(counts(Self.figures.regions) == ["US-CO": 2, "US-TX": 1])
    #expect(Self.figures.regions.first?.label == "Colorado, US")
  }

  @Test func `months are in order, and a year alone is no month`() {
    #expect(Self.figures.months.map(\.name) == ["2026-09", "2026-10"])
    #expect(Self.figures.months.map(\.roles) == [2, 2])
    #expect(Self.figures.undated.roles == 8)
  }

  @Test func `pay is a year's, the middle of its range, in its own currency`() throws {
    // 45,000 · 52,000 · 41,600 · 42,000 · 52,000
    let euro = try #require(Self.figures.pay.currencies.first)
    #expect(euro.currency == "EUR" && euro.all.roles == 5)
    #expect(euro.all.quartiles?.lower == 42_000)
    #expect(euro.all.quartiles?.median == 45_000)
    #expect(euro.all.quartiles?.upper == 52_000)
    #expect(euro.all.quartiles?.tenth == 41_760)
    #expect(euro.categories.map(\.name) == ["nursing and midwifery"])
    #expect(euro.countries.map(\.roles) == [4, 1, 1])
    let dollar = try #require(Self.figures.pay.currencies.last)
    #expect(dollar.currency == "USD" && dollar.all.roles == 1 && dollar.all.quartiles == nil)
  }

  @Test func `open ends and impossible amounts are counted apart`() {
    #expect(
      counts(Self.figures.pay.states) == ["yearly": 6, "open": 1, "unlikely": 2, "none": 3])
  }

  @Test func `a filter counts some of the roles, and shares are of these`() {
    let figures = Sample.tally(Self.dozen).figures(MarketFilter([.country: "IE"]))
    #expect(figures.roles == 4)
    #expect(figures.skills.first?.named.share == 1)
    #expect(figures.skills.first?.required.filter.query == "required=bls&country=IE")
  }

  @Test func `no roles give figures without numbers that are none`() throws {
    let figures = MarketTally().figures()
    #expect(figures.roles == 0 && figures.withoutSkills.share == 0)
    #expect(figures.skills.isEmpty && figures.pay.currencies.isEmpty)
  }

  // MARK: - Whole words

  @Test(arguments: [
    "We keep going, and go on going where others let go.",
    "You join our R&D team for ergonomics.", "Javanese cuisine and scalable kitchens.",
  ])
  func `a skill is never a part of a word`(line: String) throws {
    let role = try Sample.parsed("Title: Gardener\n\nRequirements:\n- \(line)\n")
    #expect(RoleFacts(role).skills.map(\.name).filter { Self.never.contains($0) } == [])
  }

  private static let never: Set<String> = ["go", "golang", "r", "java", "scala"]

  @Test func `a skill is counted where its section says`() throws {
    let role = try Sample.parsed(
      """
      Title: Data Engineer

      Requirements:
      - Experience with Python and PostgreSQL
      Nice to have:
      - Kubernetes
      """)
    let facts = RoleFacts(role)
    #expect(facts.demand(for: "python") == .required)
    #expect(facts.demand(for: "kubernetes") == .preferred)
    #expect(facts.category == "data and machine learning")
  }
}
