import Documents
import Foundation
import Reading
import Testing
import Tokenization

@testable import Candidates

@Suite struct ProfileReaderTests {
  @Test(arguments: [
    "SKILLS", "## Skills", "**Technical skills**", "Skills:", "Core competencies",
    "TECHNICAL SKILLS / CORE COMPETENCIES", "Skills & Expertise",
  ])
  func `headings are known in many forms`(heading: String) throws {
    let profile = try Sample.profile("Summary\nKeeps bees.\n\n\(heading)\n\nQueens, swarms\n")
    #expect(profile.passages.map(\.text) == ["Keeps bees.", "Queens, swarms"])
    #expect(profile.passages.map(\.section) == [.summary, .skills])
    #expect(profile.leftOut.map(\.why) == ["heading", "heading"])
  }

  @Test func `sections come in any order`() throws {
    let profile = try Sample.profile(
      """
      EDUCATION
      B.S. in Accounting, 2019

      SKILLS
      Ledgers

      EMPLOYMENT
      Clerk, Birch Ltd, Jan 2020 – Dec 2020

      LANGUAGES
      Danish
      """)
    #expect(profile.passages.map(\.section) == [.education, .skills, .experience, .languages])
  }

  @Test func `a heading may be glued to its content`() throws {
    let profile = try Sample.profile("Skills: Python, SQL\nLanguages: Danish\n")
    #expect(profile.passages.map(\.text) == ["Python, SQL", "Danish"])
    #expect(profile.passages.map(\.section) == [.skills, .languages])
  }

  @Test func `languages in a list of skills are skills`() throws {
    let profile = try Sample.profile("Skills\nLanguages: Go, Java\nData: Kafka\n")
    #expect(profile.passages.map(\.section) == [.skills, .skills])
  }

  @Test(arguments: ["Training", "Research", "Tools", "Software"])
  func `a word in a list of skills is no heading`(word: String) throws {
    let profile = try Sample.profile("Skills\nLedgers\n\(word)\nPayroll\n")
    #expect(profile.passages.map(\.text) == ["Ledgers", word, "Payroll"])
    #expect(profile.passages.allSatisfy { $0.section == .skills })
  }

  @Test(arguments: [
    ("Bachelor of Science in Nursing, May 2020", Degree.bachelor, false),
    ("MSc Statistics, expected 2027", .master, true),
    ("Ph.D. candidate in Chemistry", .doctorate, true),
    ("Pursuing a Master's degree in Law", .master, true),
    ("Master in Statistics, 2022-08 – 2024-01", .master, false),
    ("BAS : Management 2012", .bachelor, false), ("ADN, Elm College", .associate, false),
    ("BA ECONOMICS, ELM UNIVERSITY", .bachelor, false),
    ("J.D. candidate, evening program", .doctorate, true), ("Abitur, 2009", .secondary, false),
    ("Licenciatura en Derecho, 2011", .bachelor, false),
    ("Bachelor of Science : Psychology , Current", .bachelor, true),
    ("B.S. in Biology * Black Belt, in progress", .bachelor, false),
  ])
  func `degrees are read`(line: String, degree: Degree, isInProgress: Bool) throws {
    let profile = try Sample.profile("Education\n\(line)\n")
    #expect(profile.education.map(\.degree) == [degree])
    #expect(profile.education.map(\.isInProgress) == [isInProgress])
  }

  @Test func `a degree in the summary counts, a scrum master does not`() throws {
    let profile = try Sample.profile(
      "Summary\nEconomist with a master's degree from Lund.\nCertified Scrum Master, Boston, MA.\nMS Office.\n"
    )
    #expect(profile.education.map(\.degree) == [.master])
  }

  @Test func `a denied degree is none, and studies may be stated in the summary`() throws {
    let profile = try Sample.profile(
      """
      Summary
      Film student, currently completing a degree in media.

      Education
      Bachelor of Arts, Cinema, 2016, Elm College
      LL.M.: no. Bar: not admitted anywhere.
      """)
    #expect(profile.education.compactMap(\.degree) == [.bachelor])
    #expect(profile.education.first?.isInProgress == true)
  }

  @Test func `skills are named once, in their order`() throws {
    let profile = try Sample.profile(
      "Skills\nPython, SQL, Kafka\nMore Python and SQL\nNot certified in PALS\n")
    #expect(profile.skills.map { $0.name.lowercased() } == ["python", "sql", "kafka"])
  }

  @Test func `a passage is one line`() throws {
    let profile = try Sample.profile(
      "Summary\nBuilds   services that take in more data than they were\tdesigned for, and\nkeeps them running.\n"
    )
    #expect(
      profile.passages.map(\.text) == [
        "Builds services that take in more data than they were designed for, and keeps them running."
      ])
  }

  @Test func `spans and tokens point to the words of the passage`() throws {
    let text = "Maya Okafor\nmaya@example.com\n\nSkills\n- Python and  SQL\n- Kafka\n"
    let parsed = try Sample.parsed(text)
    #expect(parsed.passageTokens.count == parsed.profile.passages.count)
    for (passage, tokens) in zip(parsed.profile.passages, parsed.passageTokens) {
      let words = tokens.map {
        String(decoding: Array(text.utf8)[parsed.tokenized.tokens[$0].span], as: UTF8.self)
      }
      #expect(words.allSatisfy(passage.text.contains))
      #expect(tokens == parsed.tokenized.tokens(in: passage.span))
    }
  }

  @Test func `short and empty profiles carry warnings`() throws {
    #expect(try Sample.profile("video editor").warnings.map(\.code) == ["short-profile"])
    #expect(try Sample.profile("1234").warnings.map(\.code) == ["no-terms"])
  }

  @Test func `a JSON résumé is read like a text`() throws {
    let json = """
      {"basics": {"name": "Maya Okafor", "label": "Backend Engineer", "email": "maya@example.com",
       "location": {"city": "Denver", "region": "CO", "countryCode": "US"}},
       "work": [{"name": "Larch Freight", "position": "Backend Engineer", "startDate": "2018-07",
       "endDate": "2022-03", "highlights": ["Built services in Java"]}],
       "skills": [{"name": "Languages", "keywords": ["Java", "Rust"]}],
       "rolefit": {"clearance": "Secret"}}
      """
    let profile = try Sample.profile(json, name: "maya.json")
    #expect(profile.name == "Maya Okafor")
    #expect(profile.experience.map(\.title) == ["Backend Engineer"])
    #expect(profile.experience.map(\.employer) == ["Larch Freight"])
    #expect(profile.experienceMonths == 45)
    #expect(profile.declaration.clearance == "Secret")
    #expect(profile.passages.first?.text == "Backend Engineer")
    #expect(!profile.passages.contains { $0.text.contains("Okafor") || $0.text.contains("Denver") })
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "a", count: 212_000), String(repeating: "Jan 2019 - ", count: 12_000),
      String(repeating: "x\n", count: 8_000), String(repeating: "@", count: 50_000),
      String(repeating: "1", count: 50_000), String(repeating: "Skills:\n", count: 12_000),
      String(repeating: "1 2 ", count: 8_000), String(repeating: "www.", count: 8_000),
      String(repeating: "Nurse | Jan 2019 – Present\n", count: 8_000),
      String(repeating: "a@b.co ", count: 12_000), String(repeating: ".", count: 50_000),
      String(repeating: "(", count: 50_000),
      "Ada Roe\na@b.co\n" + String(repeating: "Ada ", count: 50_000),
    ])
  func `hostile text is read in time`(text: String) throws {
    // What grew with the square of the length would take minutes.
    _ = try Sample.profile(text)
  }

  @Test func `the sample profiles are understood`() throws {
    // Months without the open positions, which count to the latest month that each file names.
    let expected: [(String, closed: [Int], count: Int)] = [
      ("maya-okafor.json", [45], 2), ("ines-carvalho.json", [23, 12], 3),
      ("tobias-lindqvist.md", [26, 33], 3), ("priscilla-nakamura-boyd.txt", [70, 21, 6], 4),
      ("rosa-delgado-byrne.txt", [45, 9, 25], 4), ("harriet-osei-whitfield.txt", [71, 23], 3),
      ("coraline-matsuda-reyes.txt", [21, 24, 34], 4),
      ("dewey-halloran-pike.txt", [22, 22, 49], 4),
      ("gwilym-santos-archer.txt", [34, 40, 26], 4), ("ingrid-bhattacharya-voss.md", [27, 18], 3),
      ("willem-adeyemi-kraus.md", [17, 17, 24], 4),
      ("nadia-fairweather-singh.json", [14, 42, 33], 4),
    ]
    for (name, closed, count) in expected {
      let data = try Data(contentsOf: Sample.root.appending(path: "Profiles/\(name)"))
      let profile = try Sample.parsed(DocumentReader.read(Array(data), name: name)).profile
      #expect(profile.experience.count == count, "\(name)")
      #expect(profile.experience.filter { $0.end != nil }.map(\.months) == closed, "\(name)")
      let isNamed = profile.experience.allSatisfy { position in
        position.title != nil
          && (position.employer != nil || position.title?.hasPrefix("Self-employed") == true)
      }
      #expect(isNamed, "\(name)")
      #expect(
        !profile.passages.contains { $0.text.contains("555") || $0.text.contains("example.") })
    }
  }
}
