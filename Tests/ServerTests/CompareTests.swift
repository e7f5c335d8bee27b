#if Server
  import Foundation
  import HTTPTypes
  import Rolefit
  import Testing
  import Workspaces

  @testable import RolefitServer

  struct CompareTests {
    static let other = """
      Tomas Quillfeather
      +44 1632 960 555

      Experience
      2021 - 2022 Fitter, Quay Fabrication
      Tomas Quillfeather read technical drawings and ground welds.
      """

    let fixture: Fixture
    let client: Client

    init() async throws {
      fixture = try await Fixture()
      try await fixture.fill()
      let document = try fixture.document("tomas-q", Self.other)
      try await fixture.workspace.add(
        [document], kind: .profile, label: { _ in "tomas.pdf" }, now: 1)
      client = Client(fixture.service)
    }

    /// What a page with hidden names must not hold, in text and addresses alike.
    static let names = [
      "mira", "Mira", "Holt", "tomas", "Tomas", "Quillfeather", "960 555", "tomas-q",
    ]

    private func references() throws -> [String] {
      try ["mira", "tomas-q"].map {
        try #require(try fixture.workspace.entry($0, kind: .profile)).reference
      }
    }

    private func expectNoNames(_ page: Client.Answer, _ what: String) {
      #expect(page.status == .ok, "\(what)")
      for name in Self.names { #expect(!page.text.contains(name), "\(name) in \(what)") }
    }

    @Test func `no page that hides names says who a candidate is, nor does a link`() async throws {
      let list = try await client.ask(.get, "/candidates?role=baker")
      expectNoNames(list, "the list")
      let links = list.text.matches(of: /href="(\/explain[^"]*)"/).map { String($0.1) }
      #expect(links.count == 2)
      for link in links {
        let page = try await client.ask(.get, link.replacing("&amp;", with: "&"))
        expectNoNames(page, link)
        #expect(page.text.contains("blanked out"))
        #expect(page.text.contains("Experience"))
      }
      let (a, b) = (try references()[0], try references()[1])
      let page = try await client.ask(.get, "/candidates/compare?role=baker&a=\(a)&b=\(b)")
      expectNoNames(page, "the comparison")
    }

    @Test func `names are shown where that is asked for`() async throws {
      let list = try await client.ask(.get, "/candidates?role=baker&names=yes")
      #expect(list.text.contains("profile=mira"))
      let (a, b) = (try references()[0], try references()[1])
      let page = try await client.ask(
        .get, "/candidates/compare?names=yes&role=baker&a=\(a)&b=\(b)")
      #expect(page.text.contains("profile=mira") && page.text.contains("tomas-q"))
    }

    @Test func `each requirement is a row with what both show, marked where they differ`()
      async throws
    {
      let (a, b) = (try references()[0], try references()[1])
      let page = try await client.ask(.get, "/candidates/compare?role=baker&a=\(a)&b=\(b)").text
      for words in ["Two years at a deck oven", "Level 2 food hygiene certificate"] {
        #expect(page.contains("<bdi>\(words)</bdi>"))
      }
      #expect(page.contains("<q><bdi>Level 2 food hygiene certificate</bdi></q>"))
      #expect(page.contains("✓ met") && page.contains("✗ missing"))
      #expect(page.contains("≠ differs"))
      #expect(page.contains("Gate: work permit"))
    }

    @Test func `a comparison has the verdicts and the fit that each has alone`() async throws {
      let body = "{\"profiles\": [\"mira\", \"tomas-q\"], \"role\": \"baker\"}"
      let answer = try await client.ask(.post, "/v1/compare", body: body)
      #expect(answer.status == .ok)
      let comparison = try JSONDecoder().decode(Comparison.self, from: answer.body)
      let role = try fixture.document("baker", Fixture.baker)
      let resumes = [
        try fixture.document("mira", Fixture.resume), try fixture.document("tomas-q", Self.other),
      ]
      let sides = [comparison.first, comparison.second]
      for (index, resume) in resumes.enumerated() {
        let match = Fixture.engine.match(resume: resume, role: role, asOf: comparison.asOf)
        #expect(sides[index].profile == match.profile)
        #expect(sides[index].score == match.score && sides[index].fit == match.fit)
        let verdicts = comparison.rows.filter { $0.depth == 0 }
          .map { index == 0 ? $0.first.verdict : $0.second.verdict }
        #expect(verdicts == match.requirements.map(\.verdict))
      }
      let weight = comparison.rows.filter { $0.depth == 0 }.reduce(0) { $0 + $1.weight }
      #expect(weight > 0 && weight <= 1 + 1e-9)
      #expect(comparison.rows.contains { $0.isDifferent })
    }

    @Test func `what cannot be compared is refused`() async throws {
      let a = try references()[0]
      for (query, status) in [
        ("role=baker&a=\(a)&b=\(a)", 400), ("role=baker&a=\(a)&b=0123456789abcdef", 404),
        ("role=baker&a=\(a)&b=mira", 404), ("role=nothing&a=\(a)&b=\(try references()[1])", 404),
        ("role=baker&a=\(a)", 303),
      ] {
        let answer = try await client.ask(.get, "/candidates/compare?" + query)
        #expect(answer.status.code == status, "\(query)")
      }
      for profiles in ["[\"mira\"]", "[]", "[\"mira\", \"tomas-q\", \"mira\"]"] {
        let body = "{\"profiles\": \(profiles), \"role\": \"baker\"}"
        #expect(try await client.ask(.post, "/v1/compare", body: body).status == .badRequest)
      }
    }

    @Test func `two candidates that differ in nothing are said to`() async throws {
      // A line end more: another content, the same words.
      try await fixture.workspace.add(
        [try fixture.document("again", Fixture.resume + "\n")], kind: .profile,
        label: { _ in nil }, now: 1)
      let twin = try #require(try fixture.workspace.entry("again", kind: .profile)).reference
      let page = try await client.ask(
        .get, "/candidates/compare?role=baker&a=\(try references()[0])&b=\(twin)"
      ).text
      #expect(page.contains("Both show the same of each requirement"))
      #expect(!page.contains("≠ differs"))
    }
  }
#endif
