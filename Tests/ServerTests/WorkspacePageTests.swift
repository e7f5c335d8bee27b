#if Server
  import Foundation
  import HTTPTypes
  import Hummingbird
  import Rolefit
  import Testing
  import Workspaces

  @testable import RolefitServer

  struct WorkspacePageTests {
    static let shorter = """
      Mira Holt
      mira.h@example.net

      Experience
      2019 - 2023 Baker, Harbour Bakery
      Deck oven, sourdough, laminated dough.
      2017 - 2019 Kitchen porter, Pier Café
      Closed down the kitchen each night.
      """

    let fixture: Fixture
    let client: Client

    init() async throws {
      fixture = try await Fixture()
      try await fixture.fill()
      client = Client(fixture.service)
    }

    // MARK: - Closed and new

    @Test func `roles that have closed are counted and listed`() async throws {
      try await fixture.workspace.add(
        [try fixture.document("pastry", WishesTests.closed)], kind: .role, label: { _ in nil },
        now: 1)
      let page = try await client.ask(.get, "/workspace").text
      #expect(page.contains("1 closed role<"))
      let list = try await client.ask(.get, "/workspace?show=closed").text
      #expect(list.contains("Pastry baker") && !list.contains("Night baker"))
    }

    @Test(arguments: [
      // Seen an hour ago; what came after is new, and stays so while the visit goes on.
      (-7_200, -3_600, true), (-3_600, -60, true),
      // Seen a moment ago, after it came.
      (-60, -30, false),
    ])
    func `what came since the last visit is marked`(
      began: Int64, seen: Int64, isNew: Bool
    ) async throws {
      let now = ServiceState.now
      try await fixture.workspace.add(
        [try fixture.document("pastry", WishesTests.closed)], kind: .role, label: { _ in nil },
        now: now - 1_800)
      let cookie = "rolefit-visit=\(now + began).\(now + seen)"
      let page = try await client.ask(.get, "/workspace", [.cookie: cookie])
      #expect(page.text.contains("\(isNew ? 1 : 0) new since"))
      #expect(page.text.contains("<span class=\"new\">new</span>") == isNew)
      let list = try await client.ask(.get, "/workspace?show=new", [.cookie: cookie]).text
      #expect(list.contains("Pastry baker") == isNew && !list.contains("Night baker"))
    }

    @Test(arguments: [
      "", "rolefit-visit=x", "rolefit-visit=1.2.3", "rolefit-visit=9.99999999999",
      "rolefit-visit=0.-9223372036854775808", "rolefit-visit=-9223372036854775808.0",
    ])
    func `on the first visit nothing is new, and the browser is told to remember it`(
      cookie: String
    ) async throws {
      let page = try await client.ask(.get, "/workspace", cookie.isEmpty ? [:] : [.cookie: cookie])
      #expect(page.text.contains("0 new since"))
      let set = try #require(page.headers[.setCookie])
      #expect(set.contains("HttpOnly") && set.contains("Path=/workspace"))
      #expect(set.contains("SameSite=Strict") && !set.contains("x."))
    }

    // MARK: - Merging

    @Test func `two résumés are shown side by side, stored as one, and removed if asked`()
      async throws
    {
      try await fixture.workspace.add(
        [try fixture.document("mira-2", Self.shorter)], kind: .profile, label: { _ in nil }, now: 1)
      let list = try await client.ask(.get, "/workspace").text
      #expect(list.contains("name=\"id\" value=\"mira-2\" form=\"merge\""))
      let page = try await client.ask(.get, "/workspace/merge?id=mira&id=mira-2")
      #expect(page.status == .ok)
      #expect(page.text.contains("Kitchen porter") && page.text.contains("Together"))
      #expect(page.text.contains("In both") && page.text.contains("stand in the first"))
      #expect(try fixture.workspace.count(.profile) == 2)

      let sent = try await client.ask(
        .post, "/workspace/merge", PageTests.form, body: "id=mira&id=mira-2&new=both&remove=yes")
      #expect(sent.status == .seeOther)
      #expect(try fixture.workspace.entries(.profile, after: nil, limit: 9).map(\.id) == ["both"])
      let merged = try #require(try fixture.workspace.document("both", kind: .profile))
      let profile = Fixture.engine.profile(merged)
      #expect(profile.name == "Mira Holt")
      #expect(profile.experience.contains { $0.title == "Kitchen porter" })
    }

    @Test func `a position that goes on lasts until today where two are merged`() async throws {
      let now = "Experience\n2019 - present Baker, Harbour Bakery\nDeck oven, sourdough."
      let document = try fixture.document("now", now)
      try await fixture.workspace.add(
        [document], kind: .profile, label: { _ in nil }, now: 1)
      let months = Fixture.engine.profile(document, asOf: .today).experienceMonths
      #expect(months > 12)
      let page = try await client.ask(.get, "/workspace/merge?id=now&id=mira").text
      #expect(page.contains(ExplanationFigures.duration(months: months)))
    }

    @Test func `a merge that cannot be is refused, and stores nothing`() async throws {
      try await fixture.workspace.add(
        [try fixture.document("mira-2", Self.shorter), try fixture.document("else", Self.shorter)],
        kind: .profile, label: { _ in nil }, now: 1)
      for query in ["id=mira", "id=mira&id=mira", "id=mira&id=mira-2&id=else"] {
        #expect(try await client.ask(.get, "/workspace/merge?" + query).status == .badRequest)
      }
      #expect(try await client.ask(.get, "/workspace/merge?id=mira&id=x").status == .notFound)
      for body in ["id=mira&id=mira-2", "id=mira&id=mira-2&new=else", "new=both&id=mira"] {
        let sent = try await client.ask(.post, "/workspace/merge", PageTests.form, body: body)
        #expect(sent.status == .badRequest, "\(body)")
      }
      #expect(try fixture.workspace.count(.profile) == 3)
    }

    // MARK: - Uploads

    @Test(arguments: [
      ("\"a; b.txt\"", "a; b.txt"), ("\"a \\\"b\\\".txt\"", "a \"b\".txt"),
      ("\"C:\\\\cv\\\\a.txt\"", "C:\\cv\\a.txt"), ("\"C:\\cv\\a.txt\"", "C:\\cv\\a.txt"),
      ("\"a%22b.txt\"", "a\"b.txt"), ("a.txt", "a.txt"), ("\"open.txt", "open.txt"),
      ("\"x; name=\\\"other\\\".txt\"", "x; name=\"other\".txt"),
    ])
    func `the name of a file is read as it was quoted`(written: String, name: String) throws {
      let body =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\(written)\r\n\r\nx"
        + "\r\n--b--\r\n"
      let form = try FormBody(Array(body.utf8), type: "multipart/form-data; boundary=\"b\"")
      #expect(form.files("file").map(\.file) == [name])
    }

    @Test func `a script is told where an upload leads, and why one is refused`() async throws {
      let json: HTTPFields = [
        .contentType: "application/x-www-form-urlencoded", .accept: "application/json",
      ]
      let text = try #require(Fixture.resume.addressed)
      let sent = try await client.ask(.post, "/", json, body: "resume=\(text)")
      #expect(sent.status == .ok)
      let address = try #require(try sent.json()["location"] as? String)
      #expect(try await client.ask(.get, address).status == .ok)
      let refused = try await client.ask(.post, "/", json, body: "resume=")
      #expect(refused.status == .badRequest)
      #expect(try refused.json()["detail"] as? String == "Give a résumé: a file, or its text.")
    }
  }
#endif
