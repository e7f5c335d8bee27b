import Reading
import Testing

@testable import Candidates

@Suite struct EntryLayoutTests {
  @Test func `a title without an occupation stands where the others do`() throws {
    let profile = try Sample.profile(
      """
      Experience
      January 2015 to Current
      Elm Ltd, Denver, CO
      Social Worker
      Visited families and wrote reports to the court.
      January 2012 to December 2014
      Birch Inc, Denver, CO
      Child Care
      Looked after two children after school.
      January 2010 to December 2011
      Oak School, Denver, CO
      Teacher
      Taught arithmetic.
      """)
    #expect(profile.experience.map(\.title) == ["Social Worker", "Child Care", "Teacher"])
    #expect(profile.experience.map(\.employer) == ["Elm Ltd", "Birch Inc", "Oak School"])
  }

  @Test func `an occupation in the last line of another position is no title`() throws {
    let profile = try Sample.profile(
      """
      Experience
      Jan 2015 to Mar 2016
      Nurse, Elm Hospital
      Washed and listened
      Assist the doctors and surgeons
      Jan 2012 to Dec 2014
      Nursing Assistant, Birch Hospital
      Ran errands
      """)
    #expect(profile.experience.map(\.title) == ["Nurse", "Nursing Assistant"])
  }

  @Test(arguments: [
    ("Company Name City , State HR Manager 04/2015 to Current", "HR Manager"),
    ("Timeshare Sales Company Name City , State 04/2015 to Current", "Timeshare Sales"),
    ("Director of Information Systems 04/2015 to Current Company Name", nil),
    ("Fitness Director - Certified Trainer 06/2008 to 06/2013\nCompany Name City , State", nil),
    ("Administration / Customer Services / Mentor 02/2007 to 01/2008 Company Name", nil),
    ("Director, Quality Improvement Network\nJan 2014 to Current Company Name", nil),
    (
      "09/2013 to Current\nREALTOR Company Name City , State Rent, buy, or sell homes for clients.",
      "REALTOR"
    ),
    ("Business Development Coordinator\nJan 2014 to Current Company Name", nil),
    ("Jan 2014 to Current\nCompany Name Child Care", "Child Care"),
    ("Coordinator , 2014 - 2016 Company Name", "Coordinator"),
  ])
  func `an employer that is not named leaves the title`(head: String, title: String?) throws {
    let profile = try Sample.profile("Experience\n\(head)\nKept the books of three shops.\n")
    try #require(profile.experience.count == 1)
    let plain = head.split(separator: "\n").lazy.compactMap { line in
      line.split(separator: "0", maxSplits: 1).first
    }.first.map { $0.trimmingSuffix(of: " ,") }
    #expect(profile.experience[0].title == title ?? plain)
    #expect(profile.experience[0].employer == nil)
  }

  @Test func `a position without dates ends the one before`() throws {
    let profile = try Sample.profile(
      """
      Experience
      Buyer, Elm Ltd, Jan 2010 – Dec 2012
      - Bought wool
      Quality Consultant, Birch Ltd, Denver, CO
      - Wove carpets
      """)
    #expect(profile.experience.count == 1)
    #expect(profile.passages.map(\.entry) == [0, 0, nil, nil])
  }

  @Test func `achievements between positions belong to the one before`() throws {
    let profile = try Sample.profile(
      """
      Experience
      Buyer, Elm Ltd, Jan 2010 – Dec 2012
      - Bought wool
      Accomplishments
      - Halved the cost
      Clerk, Birch Ltd, Jan 2008 – Dec 2009
      - Filed

      Accomplishments
      - Swam the lake
      """)
    #expect(profile.experience.count == 2)
    #expect(profile.passages.map(\.entry) == [0, 0, 0, 1, 1, nil])
    #expect(profile.passages.last?.section == .other)
  }

  @Test func `positions in running text leave the lines to the one around them`() throws {
    let profile = try Sample.profile(
      """
      Experience
      Director of Engineering, Elm Ltd, 01/2004 to 01/2016
      Maker of looms for mills in four countries. '14 - '16 Director of Manufacturing (Weaving) who led \
      three teams and wrote the plan for the year.
      - Halved the waste

      Interests
      Volunteer Teacher, Birch Foundation, May 2008 - Aug 2013 *Helped with sums and with \
      reading for the children of the harbour, and wrote the songs for their school *Coach
      """)
    #expect(
      profile.experience.map(\.title) == [
        "Director of Engineering", "Director of Manufacturing", "Volunteer Teacher",
      ])
    #expect(profile.experience.map(\.isVolunteering) == [false, false, true])
    #expect(profile.experience[2].employer == "Birch Foundation")
    #expect(profile.passages.map(\.entry) == [0, 0, 0, 2])
    #expect(profile.passages.last?.section == .other)
  }

  @Test func `a statement of years inside a position begins none`() throws {
    let profile = try Sample.profile(
      """
      Experience
      Technician, Elm Ltd, Jan 2006 – Jan 2011
      Senior Technician for the move 2006-2010.
      - Mended looms
      """)
    #expect(profile.experience.count == 1)
    #expect(profile.passages.allSatisfy { $0.entry == 0 })
  }

  @Test func `one date alone is a position where title and employer stand beside it`() throws {
    let profile = try Sample.profile(
      """
      Experience
      Summer Analyst, Elm Bank, July 2015
      - Counted
      Employee of the Month, May 2014
      """)
    #expect(profile.experience.map(\.start.description) == ["2015-07"])
    #expect(profile.experience.map(\.months) == [1])
  }

  @Test(arguments: ["Volunteer Driver", "Driver (volunteer)"])
  func `a title may say that work was unpaid`(title: String) throws {
    let profile = try Sample.profile(
      "Experience\n\(title), Elm Kitchen, Jan 2015 – Dec 2016\n- Drove\n")
    #expect(profile.experience.map(\.isVolunteering) == [true])
    #expect(profile.experienceMonths == 0)
  }
}

extension Substring {
  fileprivate func trimmingSuffix(of characters: String) -> String {
    var text = self
    while let last = text.last, characters.contains(last) { text.removeLast() }
    return String(text)
  }
}
