import Testing

@testable import Candidates

@Suite struct SeniorityTests {
  @Test(arguments: [
    ("Marketing Intern", Seniority.entry), ("Manager in Training", .entry),
    ("Graduate Trainee", .entry), ("Junior Accountant", .junior), ("Mid-level Developer", .mid),
    ("Senior Buyer", .senior), ("Sr. Analyst", .senior), ("Team Lead", .lead),
    ("Principal Engineer", .lead), ("Shift Supervisor", .lead), ("Head Chef", .lead),
    ("Senior Manager", .manager), ("Assistant Manager", .manager),
    ("Director of Nursing", .director), ("Head of Design", .director),
    ("Managing Director", .executive), ("Vice President of Sales", .executive),
    ("Chief Financial Officer", .executive), ("CEO", .executive), ("Crew Chief", .unknown),
    ("Assistant to the Director", .unknown), ("Accountant", .unknown),
    ("Internal Auditor", .unknown), ("Internship Coordinator, Senior", .senior),
  ])
  func `the words of a title say its rank`(title: String, rank: Seniority) {
    let words = title.lowercased().split { !$0.isLetter }.map(String.init)
    #expect(Seniority(title: words) == rank)
  }

  @Test func `the latest position decides, and goes on before it ended`() throws {
    let profile = try Sample.profile(
      """
      Experience
      Senior Clerk, Elm Ltd, Jan 2012 – Dec 2019
      - Filed
      Office Manager, Birch Ltd, Mar 2015 – Present
      - Led the office
      Director, Oak Ltd, Jan 2016 – Feb 2019
      - Directed

      Volunteering
      President, Chess Club, Jan 2020 – Present
      """)
    #expect(profile.seniority == .manager)
  }
}
