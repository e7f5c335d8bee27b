import Reading
import Testing

@testable import Candidates

@Suite struct ExperienceTests {
  /// A line that gives dates, and what it says.
  struct Dated: CustomTestStringConvertible, Sendable {
    var line: String
    var months: Int
    var title: String?
    var employer: String?
    var testDescription: String { line }
  }

  @Test(arguments: [
    Dated(
      line: "Hospital Pharmacist | Larchwood Partners | Boston, MA | Apr 2017 - Feb 2022",
      months: 59,
      title: "Hospital Pharmacist", employer: "Larchwood Partners"),
    Dated(
      line: "Accountant, Birch & Sons Ltd, Mar 2018 – Feb 2020", months: 24, title: "Accountant",
      employer: "Birch & Sons Ltd"),
    Dated(
      line: "Engineering Manager | Tin Roof Consulting | Minneapolis, MN | Jan 2022 - Dec 2022",
      months: 12, title: "Engineering Manager", employer: "Tin Roof Consulting"),
    Dated(
      line: "Company Name July 2011 to November 2012 Accountant", months: 17, title: "Accountant",
      employer: nil),
    Dated(
      line: "Senior Accountant Mar 2006 - May 2006", months: 3, title: "Senior Accountant",
      employer: nil),
    Dated(
      line: "03/2019 - 11/2022   Chef de Partie, fish section", months: 45,
      title: "Chef de Partie, fish section", employer: nil),
    Dated(
      line: "Nurse at Elm Hill Hospital (1 Oct 2012 – 29 Aug 2014)", months: 23, title: "Nurse",
      employer: "Elm Hill Hospital"),
    Dated(line: "Teacher, Sept 2015 – July 2021", months: 71, title: "Teacher", employer: nil),
    Dated(line: "Clerk, Sept. 2017 to Feb. 2018", months: 6, title: "Clerk", employer: nil),
    Dated(line: "Welder, 2015 – 2018", months: 36, title: "Welder", employer: nil),
    Dated(line: "Welder, 2019 – 2019", months: 12, title: "Welder", employer: nil),
    Dated(line: "Welder, 2015 – Mar 2018", months: 39, title: "Welder", employer: nil),
    Dated(line: "Welder, Mar 2018 – 2018", months: 10, title: "Welder", employer: nil),
    Dated(
      line: "Backend Engineer, Larch Freight, 2018-07 – 2022-03", months: 45,
      title: "Backend Engineer", employer: "Larch Freight"),
  ])
  func `a line with dates is a position`(dated: Dated) throws {
    let profile = try Sample.profile("Experience\n\n\(dated.line)\n- Did the work\n")
    try #require(profile.experience.count == 1)
    #expect(profile.experience[0].months == dated.months)
    #expect(profile.experience[0].title == dated.title)
    #expect(profile.experience[0].employer == dated.employer)
    #expect(profile.passages.last?.entry == 0)
  }

  @Test(arguments: [
    "Nurse\nElm Hill Hospital, Denver, CO\nMar 2018 – Feb 2020",
    "Elm Hill Hospital, Denver, CO\nNurse\nMar 2018 – Feb 2020",
    "Mar 2018 – Feb 2020\nNurse\nElm Hill Hospital, Denver, CO",
    "Elm Hill Hospital\nMar 2018 – Feb 2020\nNurse",
    "Nurse, Elm Hill Hospital\n*March 2018 – February 2020*",
    "### Nurse — Elm Hill Hospital, Denver, CO\n03/2018 – 02/2020",
    "Nurse, Mar 2018 – Feb 2020\nElm Hill Hospital, Denver, CO",
  ])
  func `title and employer stand around the dates`(head: String) throws {
    let profile = try Sample.profile("Experience\n\n\(head)\n- Ran the ward\n- Wrote the rota\n")
    try #require(profile.experience.count == 1)
    #expect(profile.experience[0].title == "Nurse")
    #expect(profile.experience[0].employer == "Elm Hill Hospital")
    #expect(profile.experience[0].months == 24)
    #expect(profile.passages.allSatisfy { $0.entry == 0 })
  }

  @Test func `months of overlapping positions count once`() throws {
    let profile = try Sample.profile(
      """
      Employment

      Accountant, Birch Ltd
      Mar 2021 – Dec 2022
      - Closed the books

      Bookkeeper, Quilt Cooperative
      Mar 2018 – Dec 2021
      - Kept the books

      Clerk, Seed Company
      Jun 2019 – Feb 2021
      - Coded invoices
      """)
    #expect(profile.experience.map(\.months) == [22, 46, 21])
    #expect(profile.experienceMonths == 58)
  }

  @Test func `an open end is the latest month that the résumé names`() throws {
    let profile = try Sample.profile(
      """
      Experience
      Analyst, Birch Ltd, Jan 2020 – Present
      - Counted
      Clerk, Elm Ltd, Jan 2018 – Dec 2019
      - Copied

      Education
      MSc Statistics, part time, Sept 2020 – June 2022
      """)
    #expect(profile.latest == CalendarDate("2022-06"))
    #expect(profile.experience[0].end == nil)
    #expect(profile.experience[0].months == 30)
    #expect(profile.experienceMonths == 54)
  }

  @Test func `dates of leave and of study are no positions`() throws {
    let profile = try Sample.profile(
      """
      Work
      03/2019 - 11/2022  Chef de Partie
      - laid off 04/2020 - 06/2020 while the house was shut
      Maternity leave Jan 2021 – Mar 2021
      - filleted fish

      Education
      09/2016 - 05/2018 Advanced Certificate in Culinary Arts, Lee Valley College
      """)
    #expect(profile.experience.map(\.months) == [45])
    #expect(profile.experienceMonths == 45)
    #expect(profile.education.count == 1)
  }

  @Test func `volunteering is no paid work`() throws {
    let profile = try Sample.profile(
      """
      Experience
      Analyst, Birch Ltd, Jan 2020 – Dec 2020

      Volunteering
      Tutor, Sunday Desk, Jan 2018 – Dec 2018
      """)
    #expect(profile.experience.map(\.isVolunteering) == [false, true])
    #expect(profile.experienceMonths == 12)
  }

  @Test func `positions are found in a text without headings`() throws {
    let profile = try Sample.profile(
      """
      Nurse, Elm Hill Hospital, Mar 2018 – Feb 2020
      - Ran the ward
      Nursing Assistant, Elm Hill Hospital, Mar 2016 – Feb 2018
      - Washed and listened
      """)
    #expect(profile.experienceMonths == 48)
    #expect(profile.passages.map(\.entry) == [0, 0, 1, 1])
    #expect(profile.passages.allSatisfy { $0.section == .experience })
  }

  @Test func `tools named inside a position belong to it`() throws {
    let profile = try Sample.profile(
      """
      Experience
      Developer, Birch Ltd, Jan 2020 – Dec 2020
      - Built the shop
      Technologies: Java, Spring
      - Ran it too
      """)
    #expect(profile.passages.map(\.entry) == [0, 0, 0, 0])
    #expect(
      profile.passages.map(\.section) == [.experience, .experience, .experience, .experience])
  }
}
