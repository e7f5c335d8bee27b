import Documents
import Testing

/// Résumés and records in JSON, laid out as lines with what the format knows of them.
@Suite struct JSONDocumentTests {
  private func read(_ json: String) throws -> Document {
    try DocumentReader.read(Array(json.utf8), name: "folder/fallback.json")
  }

  private func lines(_ document: Document) -> [String] {
    document.lines.map { document[$0.span] }
  }

  private func hints(_ document: Document) -> [Document.Hint?] { document.lines.map(\.hint) }

  @Test func `a résumé is laid out as a person would have typed it`() throws {
    let document = try read(
      """
      {"basics": {"name": "Ada Byron", "label": "Analyst", "email": "ada@example.org",
                  "location": {"city": "London", "countryCode": "GB"},
                  "profiles": [{"url": "https://example.org/ada"}], "summary": "Counts."},
       "work": [{"position": "Analyst", "name": "Engine Ltd", "startDate": "2019-02",
                 "highlights": ["Wrote notes"]},
                {"position": "Clerk", "name": "Office", "startDate": "2015", "endDate": "2018-12"}],
       "education": [{"studyType": "BSc", "area": "Mathematics", "institution": "Durham",
                      "endDate": "2014"}],
       "skills": [{"name": "Programming", "level": "advanced", "keywords": ["Ada", "C++"]}]}
      """)
    #expect(
      lines(document) == [
        "Ada Byron", "London, GB", "ada@example.org", "https://example.org/ada", "Analyst",
        "Summary", "Counts.", "", "Experience", "Analyst, Engine Ltd, 2019-02 – Present",
        "- Wrote notes", "Clerk, Office, 2015 – 2018-12", "", "Education",
        "BSc in Mathematics, Durham, 2014", "", "Skills", "Programming (advanced): Ada, C++",
      ])
    #expect(
      hints(document) == [
        .name, .contact, .contact, .contact, nil, .heading, nil, nil, .heading, nil, nil, nil, nil,
        .heading, nil, nil, .heading, nil,
      ])
    #expect(document.format == .jsonResume)
    #expect(document.id == "fallback")
  }

  @Test func `what a résumé declares stands beside its text`() throws {
    let document = try read(
      """
      {"id": "r7", "basics": {"label": "Welder"},
       "rolefit": {"clearance": "Secret", "sponsorshipNeeded": false, "places": ["Leeds"],
                   "minimumPay": {"amount": 30000, "currency": "GBP"}}}
      """)
    #expect(document.id == "r7")
    #expect(lines(document) == ["Welder"])
    let declaration = try #require(document.declaration)
    #expect(declaration.clearance == "Secret")
    #expect(declaration.sponsorshipNeeded == false)
    #expect(declaration.citizenship == nil)
    #expect(declaration.minimumPay?.amount == 30000)
  }

  @Test func `a record of a posting says what each line is`() throws {
    let document = try read(
      """
      {"id": "j1", "title": "Welder", "company": "Hull Yard", "location": "Hull, UK",
       "posted": "2026-03-03", "closes": "2026-04-01", "description": "Weld ships.",
       "requirements": ["MIG and TIG", "Three years"], "text": "Apply by post."}
      """)
    #expect(document.id == "j1")
    #expect(document.format == .record)
    #expect(
      lines(document) == [
        "Welder", "Hull Yard", "Hull, UK", "2026-03-03", "2026-04-01", "Weld ships.",
        "MIG and TIG", "Three years", "Apply by post.",
      ])
    #expect(
      hints(document) == [
        .title, .employer, .location, .posted, .closes, .summary, .requirement, .requirement, nil,
      ])
  }

  @Test(arguments: [
    #"MIG & TIG\nThree years\nOn site"#, #"MIG &amp; TIG\nThree years\nOn site"#,
    #"MIG & TIG\r\nThree years\r\nOn site"#, #"  \nThree years\nMIG & TIG\nOn site"#,
  ])
  func `lines of the text that stand in the requirements are not taken twice`(
    text: String
  ) throws {
    let document = try read(
      #"{"title": "Welder", "requirements": ["MIG &amp; TIG", "Three years"], "text": "\#(text)"}"#)
    #expect(
      lines(document).filter { $0.contains { $0 != " " } }
        == ["Welder", "MIG & TIG", "Three years", "On site"])
  }

  @Test func `a record of text alone is a text`() throws {
    let document = try read(#"{"id": 7, "text": "One\nTwo"}"#)
    #expect(document.id == "7")
    #expect(lines(document) == ["One", "Two"])
    #expect(hints(document) == [nil, nil])
  }

  @Test(arguments: [
    ("{", "not valid JSON"), (#"{"text": "a"} b"#, "not valid JSON"),
    (#"{"text": 5}"#, #"field "text" should be String"#), (#"{"id": "a"}"#, #"no field "text""#),
    (#"{"requirements": "all", "text": "a"}"#, #"field "requirements" should be Array<Any>"#),
    (#"{"basics": {"name": 5}}"#, #"field "basics.name" should be String"#),
    (#"{"work": [{"position": "a"}, 5]}"#, #"field "work.1" should be Dictionary<String, Any>"#),
  ])
  func `malformed JSON says where and quotes nothing`(json: String, reason: String) {
    #expect(throws: DocumentError.malformedJSON(reason: reason)) { try read(json) }
  }

  @Test(arguments: [#"{"basics": {}}"#, #"{"text": " "}"#, #"{"title": "", "text": ""}"#])
  func `an object without any text is empty`(json: String) {
    #expect(throws: DocumentError.empty) { try read(json) }
  }

  @Test func `deep nesting is malformed and does not crash`() {
    let json = #"{"text": "# + String(repeating: "[", count: 200_000)
    #expect(throws: DocumentError.malformedJSON(reason: "not valid JSON")) { try read(json) }
  }
}
