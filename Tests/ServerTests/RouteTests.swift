#if Server
  import Foundation
  import HTTPTypes
  import Hummingbird
  import NIOCore
  import Resources
  import Rolefit
  import Testing
  import Workspaces

  @testable import RolefitServer

  struct RouteTests {
    @Test func `the description has the routes, and their scopes`() async throws {
      let fixture = try await Fixture()
      let described = try JSONSerialization.jsonObject(
        with: Data(Resource.named("openapi.json").bytes))
      let paths = try #require((described as? [String: Any])?["paths"] as? [String: [String: Any]])
      var operations: Set<String> = []
      for (path, methods) in paths {
        for (method, operation) in methods {
          let scope = (operation as? [String: Any])?["x-rolefit-scope"] as? String
          operations.insert("\(method.uppercased()) \(path) \(scope ?? "anybody")")
        }
      }
      let routes = fixture.service.endpoints
        .filter {
          $0.path.hasPrefix("/v1") || ["/health", "/metrics", "/openapi.json"].contains($0.path)
        }
        .map { "\($0.method.rawValue) \($0.path) \($0.scope?.rawValue ?? "anybody")" }
      #expect(operations == Set(routes))
      #expect(routes.count == 17)
    }

    @Test func `a document is added once, shown, tagged and removed`() async throws {
      let fixture = try await Fixture()
      let client = Client(fixture.service)
      let first = try await client.ask(.post, "/v1/roles?name=baker.txt", body: Fixture.baker)
      #expect(first.status == .created)
      let address = try #require(first.headers[.location])
      let again = try await client.ask(.post, "/v1/roles?name=other.txt", body: Fixture.baker)
      #expect(again.status == .ok)
      #expect(again.text.contains("unchanged"))
      let shown = try await client.ask(.get, address)
      #expect(try shown.json()["title"] as? String == "Night baker")
      let tag = try #require(shown.headers[.eTag])
      let same = try await client.ask(.get, address, [.ifNoneMatch: tag])
      #expect(same.status == .notModified)
      #expect(same.body.isEmpty)
      #expect(try await client.ask(.delete, address).status == .noContent)
      #expect(try await client.ask(.delete, address).status == .notFound)
      #expect(try await client.ask(.get, address).status == .notFound)
    }

    @Test func `a list goes on behind the last id`() async throws {
      let fixture = try await Fixture()
      try await fixture.fill()
      let client = Client(fixture.service)
      let first = try await client.ask(.get, "/v1/roles?limit=1").json()
      #expect(first["next"] as? String == "baker")
      #expect(first["total"] as? Int == 2)
      let last = try await client.ask(.get, "/v1/roles?limit=1&after=baker").json()
      #expect(last["next"] == nil)
      #expect((last["items"] as? [[String: Any]])?.first?["id"] as? String == "welder")
    }

    @Test func `a ranking is that of a pool of the same documents`() async throws {
      let fixture = try await Fixture()
      try await fixture.fill()
      let pool = await Pool(
        roles: [
          try fixture.document("baker", Fixture.baker),
          try fixture.document("welder", Fixture.welder),
        ], engine: Fixture.engine)
      let day = try #require(CalendarDate("2026-11-21"))
      let expected = Reply.json(
        try pool.rank(against: try fixture.document("mira", Fixture.resume), top: 10, asOf: day))
      let client = Client(fixture.service)
      let answer = try await client.ask(
        .post, "/v1/match", body: "{\"profile\": \"mira\", \"as_of\": \"2026-11-21\"}")
      #expect(answer.status == .ok)
      #expect(answer.body.count == expected.body.contentLength)
      #expect(try answer.json()["pool"] as? Int == 2)
      let explained = try await client.ask(
        .post, "/v1/explain", body: "{\"profile\": \"mira\", \"role\": \"baker\"}")
      #expect(explained.text.contains("Level 2 food hygiene"))
      let candidates = try await client.ask(
        .post, "/v1/candidates", body: "{\"role\": \"baker\"}")
      #expect(candidates.text.contains("\"profile\":\"mira\""))
    }

    @Test(arguments: [
      (HTTPRequest.Method.post, "/v1/match", "no JSON", 400),
      (.post, "/v1/match", "{}", 400), (.post, "/v1/match", "{\"profile\": 7}", 400),
      (.post, "/v1/match", "{\"profile\": \"nobody\"}", 404),
      (.post, "/v1/match", "{\"resume\": \"a\", \"profile\": \"b\"}", 400),
      (.post, "/v1/match", "{\"resume\": \"\"}", 422),
      (.post, "/v1/match", "{\"resume\": \"the of and\"}", 422),
      (.post, "/v1/match", "{\"resume\": \"welder\", \"top\": 0}", 400),
      (.post, "/v1/match", "{\"resume\": \"welder\", \"location\": \"Nowhereville\"}", 422),
      (.get, "/v1/roles?limit=0", "", 400), (.get, "/v1/roles?limit=many", "", 400),
      (.post, "/v1/roles", "", 422), (.post, "/v1/roles", "a\u{0}b", 422),
      (.post, "/v1/parse?kind=cat", "Baker", 400), (.put, "/v1/roles", "", 405),
      (.get, "/nowhere", "", 404),
    ])
    func `what cannot be answered is a problem`(
      method: HTTPRequest.Method, uri: String, body: String, status: Int
    ) async throws {
      let fixture = try await Fixture()
      try await fixture.fill()
      let client = Client(fixture.service)
      let answer = try await client.ask(method, uri, body: body)
      #expect(answer.status.code == status)
      #expect(answer.headers[.contentType] == "application/problem+json")
      #expect(try answer.json()["status"] as? Int == status)
      #expect(!(try answer.json()["detail"] as? String ?? "").isEmpty)
    }

    @Test func `a question is answered once, until the documents change`() async throws {
      let fixture = try await Fixture()
      try await fixture.fill()
      let client = Client(fixture.service)
      let body = "{\"profile\": \"mira\", \"top\": 2}"
      let first = try await client.ask(.post, "/v1/match", body: body)
      let again = try await client.ask(.post, "/v1/match", body: body)
      #expect(first.text == again.text)
      #expect(fixture.service.state.answers.bytes == first.text.utf8.count)
      // Only a ranking that was computed is remembered as one.
      #expect(try fixture.workspace.runs(after: 0, limit: 10).count == 1)

      try await fixture.workspace.remove(["welder"], kind: .role)
      let other = try await client.ask(.post, "/v1/match", body: body)
      #expect(!other.text.contains("welder"))
      #expect(fixture.service.state.answers.bytes == other.text.utf8.count)
    }

    @Test func `answers have a room that they do not leave`() {
      let shelf = AnswerShelf(room: 100)
      for number in UInt8(0)..<30 {
        shelf.keep(ByteBuffer(repeating: number, count: 10), for: [number], generation: 1)
        _ = shelf.answer(to: [0], generation: 1)
        #expect(shelf.bytes <= 100)
      }
      #expect(shelf.answer(to: [0], generation: 1) == ByteBuffer(repeating: 0, count: 10))
      #expect(shelf.answer(to: [1], generation: 1) == nil)
      #expect(shelf.answer(to: [29], generation: 1) != nil)
      #expect(shelf.answer(to: [29], generation: 2) == nil)
      shelf.keep(ByteBuffer(repeating: 1, count: 26), for: [40], generation: 1)
      #expect(shelf.answer(to: [40], generation: 1) == nil)
      shelf.keep(ByteBuffer(repeating: 1, count: 9), for: [41], generation: 2)
      #expect(shelf.bytes == 9)
    }

    @Test func `a method that a path does not take is told what it takes`() async throws {
      let fixture = try await Fixture()
      let client = Client(fixture.service)
      #expect(try await client.ask(.patch, "/v1/roles").headers[.allow] == "GET, POST")
    }

    @Test(arguments: [true, false])
    func `a body that is too large is refused before its kind is looked at`(
      isAnnounced: Bool
    ) async throws {
      let fixture = try await Fixture { $0.bodyLimit = 1 << 20 }
      let client = Client(fixture.service)
      // Zero bytes, which no format has; and a body in pieces that would never end.
      let pieces = AsyncStream<ByteBuffer>(unfolding: {
        ByteBuffer(repeating: 0, count: 1 << 16)
      })
      let answer = try await client.send(
        .post, "/v1/roles", isAnnounced ? [.contentLength: "\(1 << 40)"] : [:],
        RequestBody(asyncSequence: pieces))
      #expect(answer.status == .contentTooLarge)
    }

    @Test func `a body that does not come is not waited for`() async throws {
      let fixture = try await Fixture { $0.patience = .milliseconds(50) }
      let silence = AsyncStream<ByteBuffer> { _ in }
      let answer = try await Client(fixture.service).send(
        .post, "/v1/match", [:], RequestBody(asyncSequence: silence))
      #expect(answer.status == .requestTimeout)
    }

    @Test func `requests are counted by route, never by address`() async throws {
      let fixture = try await Fixture()
      try await fixture.fill()
      let client = Client(fixture.service)
      _ = try await client.ask(.get, "/v1/roles/baker")
      let text = try await client.ask(.get, "/metrics").text
      #expect(
        text.contains(
          "duration_milliseconds_count{route=\"/v1/roles/{id}\",method=\"GET\",status=\"200\"} 1")
      )
      #expect(!text.contains("baker"))
      #expect(text.contains("rolefit_roles 2.0"))
    }
  }
#endif
