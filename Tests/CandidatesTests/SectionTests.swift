import Reading
import Testing

@testable import Candidates

@Suite struct SectionTests {
  @Test(arguments: [
    ("Core Accomplishments", Profile.Section.other), ("Key Achievements", .other),
    ("Publications", .other), ("Community Involvement", .other), ("Selected Projects", .projects),
    ("Professional Overview", .summary), ("Licensure and Certification", .certifications),
    ("Languages Spoken", .languages), ("Continuing Education", .education),
    ("Software Proficiency", .skills), ("Expérience professionnelle", .experience),
    ("Formation", .education), ("Compétences", .skills), ("Langues", .languages),
    ("Berufserfahrung", .experience), ("Ausbildung", .education), ("Kenntnisse", .skills),
    ("Experiencia laboral", .experience), ("Formación académica", .education),
    ("Experiência profissional", .experience), ("Werkervaring", .experience),
    ("Arbetslivserfarenhet", .experience),
  ])
  func `headings of many trades and countries are known`(
    heading: String, section: Profile.Section
  ) throws {
    let profile = try Sample.profile("Hobbies\nbees\n\n\(heading)\nSomething of use\n")
    #expect(profile.passages.map(\.section) == [.other, section])
  }

  @Test(arguments: [
    "Communication skills", "Leadership skills", "Projects", "Technology", "Leadership",
    "Computer proficient",
  ])
  func `an item of a list of skills is no heading`(item: String) throws {
    let profile = try Sample.profile("Skills\nLedgers\n\(item)\nPayroll\n")
    #expect(profile.passages.map(\.text) == ["Ledgers", item, "Payroll"])
  }

  @Test func `a word that the width pushed to the next line is no heading`() throws {
    let line =
      "Bachelor of Science in Computers and Information, University of Elm Hill, Department of"
    let profile = try Sample.profile(
      "Education\n\(line)\nTechnology\nAssociate of Arts in Finance, Elm Community College\n")
    #expect(profile.passages.allSatisfy { $0.section == .education })
  }

  @Test func `a heading glued to the line before it by a width stands for itself`() throws {
    let profile = try Sample.profile(
      """
      Highlights
      Office programs of several makers, drawing with AutoCAD,
      Experience
      September 2014 to September 2015
      Tutor, Elm College
      """)
    #expect(profile.passages.first?.section == .skills)
    #expect(profile.passages.first?.entry == nil)
    #expect(profile.experience.map(\.title) == ["Tutor"])
  }

  @Test func `running text under a background without years is a summary`() throws {
    let profile = try Sample.profile(
      """
      Professional Background
      Nurse with long years on wards, in schools and in the offices of a city, who likes to teach and to plan.

      Experience
      Nurse, Elm Hospital, Jan 2015 – Dec 2016
      """)
    #expect(profile.passages.map(\.section) == [.summary, .experience])
  }

  static let columns = """
    MAYA OKAFOR                        Paralegal

    CONTACT                        EXPERIENCE
    12 Marigold Street             Paralegal                   05/2022 - 06/2024
    maya@example.org               Elm Holdings, Inc., Durham
                                   - Minute books and stock ledgers of
    SKILLS                           forty subsidiaries
    Excel        good              Legal Assistant             01/2018 - 12/2019
    DocuSign     expert            Birch Legal Aid, Durham
                                   - Intake interviews; housing files
    LANGUAGES                      Barista                     06/2016 - 12/2017
    English   native               Second Kettle Coffee, Durham
    Spanish   fluent
                                   EDUCATION
                                   B.A. in Political Science   2015 - 2019

    """

  @Test func `two columns pasted as text are read one after the other`() throws {
    let profile = try Sample.profile(Self.columns)
    #expect(profile.name == "MAYA OKAFOR")
    #expect(profile.experience.map(\.title) == ["Paralegal", "Legal Assistant", "Barista"])
    #expect(profile.experience.map(\.employer).first == "Elm Holdings, Inc")
    #expect(profile.languages.map(\.level) == ["native", "fluent"])
    #expect(profile.skills.first { $0.name.lowercased() == "docusign" }?.level == "expert")
    #expect(profile.education.map(\.degree) == [.bachelor])
    let starts = profile.passages.map(\.span.lowerBound)
    #expect(starts == starts.sorted())
    #expect(!profile.passages.contains { $0.text.contains("Marigold") })
  }

  @Test func `dates set flush right and tables make no columns`() throws {
    let profile = try Sample.profile(
      """
      Experience
      Paralegal, Elm Ltd                           05/2022 - 06/2024
      - Kept the minute books of forty subsidiaries and their ledgers
      Clerk, Birch Ltd                             01/2018 - 12/2019
      - Filed the papers of the court, and fetched what was asked for

      Skills
      Excel                                        expert
      Word                                         good
      """)
    #expect(profile.experience.map(\.title) == ["Paralegal", "Clerk"])
    #expect(profile.skills.first { $0.name == "Excel" }?.level == "expert")
  }
}
