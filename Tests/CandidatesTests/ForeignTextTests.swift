import Candidates
import Documents
import Testing

/// What does not speak of the candidate is left out, shown, and named in a warning.
@Suite struct ForeignTextTests {
  private static let resume = """
    Experience

    Bookkeeper, Hollow Brewing
    Mar 2019 – Feb 2023
    - Closed the ledger of three breweries on the fourth day of each month
    - Filed sales tax returns in two states and reconciled bank accounts
    - Trained two clerks in payroll and replaced the paper invoices
    - Prepared budgets with the brewers and explained what became of them
    - Counted barrels, hops and bottles twice a year with the auditors

    Education
    Bachelor of Science in Accounting, Mill College, 2018
    """

  private static let posting = """
    Welder wanted

    We are looking for a welder. You will work on pressure vessels and you must hold a current ticket.

    Requirements
    At least 3 years of welding, or equivalent
    Willingness to travel is essential

    What we offer
    Your own van, and we pay for your training.
    """

  private func profile(_ text: String) throws -> Profile { try Sample.profile(text) }

  private func reasons(_ profile: Profile) -> Set<String> { Set(profile.leftOut.map(\.why)) }

  private func codes(_ profile: Profile) -> [String] { profile.warnings.map(\.code) }

  @Test func `an honest résumé loses nothing`() throws {
    let found = try profile(Self.resume)
    #expect(reasons(found).isDisjoint(with: ["pasted-posting", "stuffing"]))
    #expect(found.warnings.isEmpty)
  }

  @Test(arguments: ["", "Job description\n\n"])
  func `a posting at the end is left out`(heading: String) throws {
    let found = try profile("\(Self.resume)\n\n\(heading)\(Self.posting)")
    #expect(codes(found) == ["pasted-posting"])
    #expect(!found.passages.contains { $0.text.lowercased().contains("weld") })
    #expect(found.passages.contains { $0.text.contains("ledger") })
  }

  @Test func `a posting before a section of the résumé ends there`() throws {
    let found = try profile("\(Self.posting)\n\n\(Self.resume)")
    #expect(codes(found) == ["pasted-posting"])
    #expect(found.passages.contains { $0.text.contains("ledger") })
  }

  @Test func `a letter is no posting`() throws {
    let letter = """
      I am looking for a place where I can learn, and I hope that you will read my résumé. You must
      have many; I will be glad if you write to me. My work is at least tidy.
      """
    #expect(!codes(try profile("\(letter)\n\n\(Self.resume)")).contains("pasted-posting"))
  }

  @Test func `a line copied again and again is left out`() throws {
    let copies = Array(repeating: "Pressure vessel welder", count: 20)
    for separator in ["\n", " "] {
      let found = try profile("\(Self.resume)\n\n\(copies.joined(separator: separator))")
      #expect(codes(found) == ["stuffing"])
      #expect(!found.passages.contains { $0.text.contains("welder") })
    }
  }

  @Test func `a list of words that nothing bears out is left out`() throws {
    let words = """
      ability, vessels, pressure, travel, ticket, current, site, coded, pipework, drawings, steel, \
      stainless, plates, seams, grinding, tacking, purging, inspection, porosity, defects, repairs, \
      shutdown, scaffold, permits, confined, spaces, rigging, lifting
      """
    let found = try profile("\(Self.resume)\n\nSkills\n\(words)")
    #expect(codes(found) == ["stuffing"])
    #expect(!found.passages.contains { $0.text.contains("porosity") })
  }

  @Test func `a bare list of skills stays whole`() throws {
    let words = "Ledger, payroll, budgets, invoices, audit, sales tax, Excel, SAP"
    let found = try profile(words)
    #expect(codes(found) == ["short-profile"])
    #expect(found.passages.count == 1)
  }

  @Test func `a posting and nothing else is scored whole, with a warning`() throws {
    let found = try profile(Self.posting)
    #expect(codes(found).contains("pasted-posting"))
    #expect(!reasons(found).contains("pasted-posting"))
  }
}
