import Foundation
import Reading
import Testing
import Tokenization

@testable import Candidates

@Suite struct SkillHistoryTests {
  static let text = """
    Experience

    Buyer, Elm Ltd, Jan 2018 – Dec 2020
    - Negotiated three international supply contracts
    - Kept the stock in Excel, Access and on paper
    - Ran payroll

    Clerk, Birch Ltd, Jul 2019 – Present
    - Payroll and filing in Excel
    - Gave the office access to the store

    Tutor, Oak Ltd, Jan 2010 – Dec 2010
    - Taught with Lexis Nexis and Lotus
    Notes on old machines
    - Excelled at data collection

    Skills
    Python (advanced), SQL – 5 years, basic Tableau, SEO
    """

  private static func history() throws -> (SkillHistory, Profile) {
    let parsed = try Sample.parsed(text)
    let history = SkillHistory(
      parsed, knowledge: try Sample.knowledge.get(), present: CalendarDate("2021-06"))
    return (history, parsed.profile)
  }

  @Test(arguments: [
    ("Excel", [0, 1], 42), ("payroll", [0, 1], 42), ("contract negotiation", [0], 36),
    ("Microsoft Access", [0], 36), ("LexisNexis", [2], 12), ("Lotus Notes", [2], 12),
    ("data collection", [2], 12), ("Python", [], 0), ("search engine optimization", [], 0),
  ])
  func `months are those of the positions that show it, once each`(
    skill: String, entries: [Int], months: Int
  ) throws {
    let use = try Self.history().0.use(of: skill)
    #expect(use.entries == entries)
    #expect(use.months == months)
    #expect(!use.passages.isEmpty)
  }

  @Test func `what nothing shows has no passages`() throws {
    let use = try Self.history().0.use(of: "welding")
    #expect(use == SkillHistory.Use(passages: [], entries: [], months: 0, lastUsed: nil))
  }

  @Test func `the last month is that of the latest position`() throws {
    let (history, _) = try Self.history()
    #expect(history.use(of: "payroll").lastUsed == CalendarDate("2021-06"))
    #expect(history.use(of: "contract negotiation").lastUsed == CalendarDate("2020-12"))
    #expect(history.use(of: "Python").lastUsed == nil)
  }

  @Test func `passages and terms can be asked for as well`() throws {
    let (history, profile) = try Self.history()
    let terms = try Sample.knowledge.get().lexicon.terms(of: "payroll filing")
    #expect(history.use(ofAny: terms).entries == [0, 1])
    #expect(history.use(in: Array(profile.passages.indices)).months == profile.experienceMonths + 6)
  }

  @Test func `the skills of a profile carry months, positions and levels`() throws {
    let (_, profile) = try Self.history()
    let shown = { (name: String) in profile.skills.first { $0.name.lowercased() == name } }
    #expect(shown("excel")?.entries == [0, 1])
    #expect(shown("excel")?.months == 36)
    #expect(shown("python")?.months == 0)
    #expect(shown("python")?.level == "advanced")
    #expect(shown("sql")?.level == "5 years")
    #expect(shown("tableau")?.level == "basic")
  }

  @Test func `JSON has snake case`() throws {
    let (_, profile) = try Self.history()
    let json = String(decoding: try JSONEncoder().encode(profile), as: UTF8.self)
    for key in ["last_used", "is_volunteering", "experience_months", "left_out", "seniority"] {
      #expect(json.contains("\"\(key)\""))
    }
    #expect(!json.contains("isVolunteering") && !json.contains("lastUsed"))
  }
}
