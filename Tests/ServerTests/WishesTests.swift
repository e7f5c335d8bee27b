#if Server
  import Foundation
  import HTTPTypes
  import Rolefit
  import Testing
  import Workspaces

  @testable import RolefitServer

  struct WishesTests {
    static let closed = """
      Pastry baker
      Harbour Loaf Ltd, Leeds
      Hybrid

      Salary: £14 an hour
      Closing date: 31 January 2020

      Requirements
      - Laminated dough
      - Sourdough
      """

    let fixture: Fixture
    let client: Client

    init() async throws {
      fixture = try await Fixture()
      try await fixture.fill()
      try await fixture.workspace.add(
        [try fixture.document("pastry", Self.closed)], kind: .role, label: { _ in nil }, now: 1)
      client = Client(fixture.service)
    }

    /// The ids of the roles that a ranking lists.
    private func listed(_ query: String) async throws -> [String] {
      let page = try await client.ask(.get, "/match?profile=mira&" + query)
      #expect(page.status == .ok, "\(query)")
      return page.text.matches(of: /href="\/explain\?profile=mira&amp;role=([a-z]*)/)
        .map { String($0.1) }.sorted()
    }

    @Test(arguments: [
      ("", ["baker", "pastry", "welder"]), ("words=BAKER", ["baker", "pastry"]),
      ("words=baker+harbour", ["pastry"]), ("words=quay", ["welder"]), ("words=nothing", []),
      ("open=yes", ["baker", "welder"]), ("fit=100", []),
      ("workplace=remote", ["baker", "welder"]),
      ("workplace=remote&workplace=hybrid", ["baker", "pastry", "welder"]),
      ("min_pay=20&currency=gbp&period=hour", ["baker", "welder"]),
      ("min_pay=13&currency=gbp&period=hour", ["baker", "pastry", "welder"]),
      ("min_pay=20&currency=usd&period=hour", ["baker", "pastry", "welder"]),
      ("permits=Germany&eligible=yes", ["welder"]),
      ("permits=gb&eligible=yes", ["baker", "welder"]),
    ])
    func `a ranking lists what is asked for, and what does not say`(
      query: String, roles: [String]
    ) async throws {
      #expect(try await listed(query) == roles)
    }

    @Test func `what is declared decides the gates of the ranking and of the explanation alike`()
      async throws
    {
      for (permits, outcome) in [("United+Kingdom", "pass"), ("France;DE", "fail")] {
        let page = try await client.ask(.get, "/match?profile=mira&permits=" + permits)
        #expect(page.text.contains("<span class=\"gate \(outcome)\">"), "\(permits)")
        let links = page.text.matches(of: /href="(\/explain[^"]*role=baker[^"]*)"/)
        let link = try #require(links.first).1.replacing("&amp;", with: "&")
        let pair = try await client.ask(.get, String(link)).text
        #expect(pair.contains(outcome == "pass" ? "declared: GB" : "declared: FR, DE"))
      }
    }

    @Test func `wishes stand in the links that sort and that show more`() async throws {
      let query =
        "words=baker&open=yes&min_pay=9&currency=GBP&period=hour&clearance=secret&sponsorship=no"
        + "&citizenship=IE&places=Leeds&workplace=hybrid&workplace=remote&fit=0&eligible=yes"
        + "&location=Leeds"
      let page = try await client.ask(.get, "/match?profile=mira&" + query)
      let link = try #require(page.text.firstMatch(of: /href="(\/match\?[^"]*sort=pay[^"]*)"/)?.1)
      let fields = FormBody(
        query: String(link.replacing("&amp;", with: "&").drop { $0 != "?" }.dropFirst()))
      for pair in query.split(separator: "&") {
        let halves = pair.split(separator: "=").map(String.init)
        #expect(fields.all(halves[0]).contains(halves[1]), "\(pair)")
      }
    }

    @Test(arguments: [
      ("\"words\": [\"baker\"]", ["baker", "pastry"]), ("\"open\": true", ["baker", "welder"]),
      ("\"minimum_fit\": 100", []),
      ("\"declaration\": {\"workPermits\": [\"DE\"]}, \"eligible\": true", ["welder"]),
    ])
    func `the API takes the same wishes`(field: String, roles: [String]) async throws {
      let body = "{\"profile\": \"mira\", \"as_of\": \"2026-11-21\", \(field)}"
      let answer = try await client.ask(.post, "/v1/match", body: body)
      let ranking = try JSONDecoder().decode(Ranking.self, from: answer.body)
      #expect(ranking.matches.map(\.role).sorted() == roles)
    }

    @Test(arguments: [
      "permits=Nowhereland", "citizenship=zz", "places=Nowhereville", "location=Nowhereville",
      "min_pay=much",
    ])
    func `a wish that cannot be read is a problem, not an empty list`(query: String) async throws {
      let answer = try await client.ask(.get, "/match?profile=mira&" + query)
      #expect(answer.status == .badRequest)
    }

    @Test func `a plus in an address is a space, as forms write it`() async throws {
      try await fixture.workspace.add(
        [try fixture.document("night shift", Fixture.baker)], kind: .role, label: { _ in nil },
        now: 1)
      let page = try await client.ask(.get, "/candidates?role=night+shift")
      #expect(page.status == .ok)
      #expect(page.text.contains("value=\"night shift\" selected"))
    }

    // MARK: - Runs

    @Test func `rankings of stored profiles are remembered, those of a look are not`() async throws
    {
      let text = try #require(Fixture.resume.addressed)
      let sent = try await client.ask(.post, "/", PageTests.form, body: "resume=\(text)")
      _ = try await client.ask(.get, try #require(sent.headers[.location]))
      let inline = String(
        decoding: try JSONEncoder().encode(["resume": Fixture.resume]), as: UTF8.self)
      #expect(try await client.ask(.post, "/v1/match", body: inline).status == .ok)
      #expect(try fixture.workspace.runs(after: 0, limit: 9).isEmpty)

      _ = try await client.ask(.get, "/match?profile=mira")
      _ = try await client.ask(.post, "/v1/match", body: "{\"profile\": \"mira\"}")
      _ = try await client.ask(.get, "/candidates?role=baker")
      _ = try await client.ask(.post, "/v1/candidates", body: "{\"role\": \"baker\"}")
      let runs = try fixture.workspace.runs(after: 0, limit: 9).map(\.run)
      #expect(runs.map(\.what) == ["rank", "rank", "candidates", "candidates"])
      #expect(runs.allSatisfy { $0.profiles == ["mira"] })
      #expect(runs.allSatisfy { $0.identity == Fixture.engine.identity })
      let result = try #require(runs[0].result)
      #expect(result.contains("\"query\":\"mira\"") && result.contains("\"role\":\"baker\""))
      #expect(!result.contains("oven"))
      try await fixture.workspace.remove(["mira"], kind: .profile)
      for run in try fixture.workspace.runs(after: 0, limit: 9).map(\.run) {
        #expect(run.result?.contains("mira") != true && run.profiles.isEmpty)
      }
    }
  }
#endif
