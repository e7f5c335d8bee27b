#if Server
  import Foundation
  import HTTPTypes
  import Rolefit
  import Testing

  @testable import RolefitServer

  struct GuardTests {
    @Test func `each route refuses who has no right to it`() async throws {
      let fixture = try await Fixture { $0.requiresKeys = true }
      let day = try #require(CalendarDate("2020-01-01"))
      let expired = try fixture.keys.add(name: "old", scope: .admin, expires: day).text
      let taken = try fixture.keys.add(name: "gone", scope: .admin, expires: nil)
      #expect(try fixture.keys.revoke(taken.key.id))
      let scopes = try Dictionary(
        uniqueKeysWithValues: AccessKey.Scope.allCases.map {
          ($0, try fixture.keys.add(name: "k", scope: $0, expires: nil).text)
        })
      let client = Client(fixture.service)
      for endpoint in fixture.service.endpoints {
        let uri = endpoint.path.replacing("{id}", with: "x").replacing(
          "{name}", with: "service.css")
        func status(_ key: String?) async throws -> Int {
          let headers: HTTPFields = key.map { [.authorization: "Bearer " + $0] } ?? [:]
          return try await client.ask(endpoint.method, uri, headers).status.code
        }
        guard let scope = endpoint.scope else {
          #expect(![401, 403].contains(try await status(nil)), "\(uri)")
          continue
        }
        for key in [
          nil, "nonsense", "rolefit_00000000_" + String(repeating: "0", count: 64), expired,
          taken.text,
        ] {
          #expect(try await status(key) == 401, "\(endpoint.method) \(uri)")
        }
        for (held, key) in scopes {
          let isRefused = [401, 403].contains(try await status(key))
          #expect(isRefused == (held < scope), "\(endpoint.method) \(uri) with \(held)")
        }
      }
      #expect(try await client.ask(.get, "/nowhere").status == .unauthorized)
    }

    @Test func `a secret is stored nowhere`() async throws {
      let fixture = try await Fixture()
      let made = try fixture.keys.add(name: "k", scope: .read, expires: nil)
      let secret = try #require(AccessKey.parts(of: made.text)?.secret)
      let file = URL(filePath: fixture.folder).appending(path: "keys.json")
      #expect(!(try String(contentsOf: file, encoding: .utf8)).contains(secret))
      let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }

    @Test func `keys are asked for where others can reach the service`() async throws {
      let fixture = try await Fixture { $0.host = "0.0.0.0" }
      let client = Client(fixture.service)
      #expect(try await client.ask(.get, "/v1/roles").status == .unauthorized)
      #expect(try await client.ask(.get, "/health").status == .ok)
    }

    @Test func `a page without a key leads to the form for one, which sets a cookie`() async throws
    {
      let fixture = try await Fixture { $0.requiresKeys = true }
      let key = try fixture.keys.add(name: "k", scope: .read, expires: nil).text
      let client = Client(fixture.service)
      let start = try await client.ask(.get, "/", [.accept: "text/html"])
      #expect(start.status == .seeOther)
      #expect(start.headers[.location] == "/login")
      let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
      #expect(try await client.ask(.post, "/login", form, body: "key=x").status == .unauthorized)
      let login = try await client.ask(.post, "/login", form, body: "key=" + key)
      let cookie = try #require(login.headers[.setCookie])
      #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
      let home = try await client.ask(.get, "/", [.cookie: "rolefit-key=" + key])
      #expect(home.status == .ok)
    }

    @Test(arguments: [
      ("Host", "evil.example", 421), ("Host", "localhost.evil.example:80", 421),
      ("Origin", "null", 403), ("Origin", "http://evil.example", 403),
      ("Sec-Fetch-Site", "cross-site", 403), ("Sec-Fetch-Site", "same-site", 403),
      ("Sec-Fetch-Site", "same-origin", 200), ("Sec-Fetch-Site", "none", 200),
    ])
    func `what another site asks is refused`(name: String, value: String, status: Int) async throws
    {
      let fixture = try await Fixture()
      let field = try #require(HTTPField.Name(name))
      let client = Client(fixture.service)
      let isHost = name == "Host"
      let answer = try await client.ask(
        .get, "/v1/roles", isHost ? [:] : [field: value], host: isHost ? value : "localhost")
      #expect(answer.status.code == status)
    }

    @Test func `a link from another site leads to a page, and to nothing else`() async throws {
      let fixture = try await Fixture()
      let link: HTTPFields = [
        .secFetchSite: "cross-site", .secFetchMode: "navigate", .secFetchDest: "document",
      ]
      let client = Client(fixture.service)
      #expect(try await client.ask(.get, "/", link).status == .ok)
      #expect(try await client.ask(.get, "/v1/roles", link).status == .forbidden)
      #expect(try await client.ask(.post, "/", link).status == .forbidden)
    }

    @Test(arguments: [
      ("localhost:8080", "localhost"), ("localhost", "localhost"), ("[::1]:80", "[::1]"),
      ("[::1]", "[::1]"), ("127.0.0.1:1", "127.0.0.1"), ("a:b:80", "a:b:80"),
    ])
    func `a host is an authority without its port`(authority: String, name: String) {
      #expect(RequestGuard<ServiceContext>.name(of: authority) == name)
    }

    @Test func `more work than may wait is refused, and the rest is done`() async throws {
      let queue = WorkQueue(width: 1, waiting: 2)
      let results = await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<8 {
          group.addTask {
            (try? await queue.run { try await Task.sleep(for: .milliseconds(200)) }) != nil
          }
        }
        return await group.reduce(into: [Bool]()) { $0.append($1) }
      }
      #expect(results.count { $0 } >= 3)
      #expect(results.contains(false))
      #expect(queue.load == 0)
    }

    @Test func `who has no key yet can send a key and nothing else`() async throws {
      let fixture = try await Fixture { $0.requiresKeys = true }
      let client = Client(fixture.service)
      let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
      let long = try await client.ask(
        .post, "/login", form, body: "key=" + String(repeating: "x", count: 5_000))
      #expect(long.status == .contentTooLarge)
      #expect(long.text.contains("4 KiB"))
    }

    @Test func `a boundary that no client makes is refused`() async throws {
      let fixture = try await Fixture()
      let boundary = String(repeating: "-", count: 71)
      let answer = try await Client(fixture.service).ask(
        .post, "/", [.contentType: "multipart/form-data; boundary=\(boundary)"], body: boundary)
      #expect(answer.status == .badRequest)
    }

    @Test func `a body of a million faults is not looked at to its end`() async throws {
      let fixture = try await Fixture()
      let body = String(repeating: "{a\n", count: 1_000_000)
      let answer = try await Client(fixture.service).ask(.post, "/v1/roles", body: body)
      #expect(answer.status == .ok || answer.status == .unprocessableContent)
      #expect(answer.text.utf8.count < 1 << 20)
    }
  }
#endif
