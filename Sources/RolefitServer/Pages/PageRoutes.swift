#if Server
  import Documents
  import Foundation
  import HTTPTypes
  import Hummingbird
  import Matching
  import NIOCore
  import Resources
  import Rolefit
  import Workspaces

  /// The pages for people: server-rendered, and whole without scripts.
  struct PageRoutes: Sendable {
    let state: ServiceState

    var endpoints: [Endpoint] {
      [
        Endpoint(.get, "/", .read) { _, _ in try await state.queue.run { try start() } },
        Endpoint(.post, "/", .read) { request, _ in try await take(request) },
        Endpoint(.get, "/match", .read) { request, _ in
          try await state.queue.run { try await match(request) }
        },
        Endpoint(.get, "/explain", .read) { request, _ in
          try await state.queue.run { try explain(request) }
        },
        Endpoint(.get, "/workspace", .read) { request, context in
          let mayWrite = (context.scope ?? .read) >= .write
          return try await state.queue.run { try workspacePage(request, mayWrite) }
        },
        Endpoint(.post, "/workspace", .write) { request, _ in try await upload(request) },
        Endpoint(.post, "/workspace/remove", .write) { request, _ in try await remove(request) },
        Endpoint(.get, "/workspace/merge", .read) { request, _ in
          try await state.queue.run { try mergePage(request) }
        },
        Endpoint(.post, "/workspace/merge", .write) { request, _ in try await merge(request) },
        Endpoint(.get, "/login", nil) { _, _ in Reply.page(LoginPage.html(isRefused: false)) },
        Endpoint(.post, "/login", nil) { request, _ in try await login(request) },
        Endpoint(.get, "/assets/{name}", nil) { request, context in
          try asset(request, context.parameters.get("name") ?? "")
        },
      ]
    }

    /// A page about what went wrong.
    func problem(_ problem: Problem) -> String {
      Page(place: nil, title: problem.title, lead: problem.detail).html { html in
        html.element("p") { $0.element("a", ["href": "/"], "Start anew") }
      }
    }

    func form(_ request: Request, limit: Int? = nil) async throws -> FormBody {
      let bytes = try await state.body(of: request, limit: limit)
      return try FormBody(bytes, type: request.headers[.contentType] ?? "")
    }

    // MARK: - Match

    private func start() throws -> Response {
      let profiles = try state.workspace.entries(.profile, after: nil, limit: 200)
      return Reply.page(
        MatchForm(roles: try state.workspace.count(.role), profiles: profiles).html())
    }

    /// Takes a résumé, keeps it in memory, and leads to its ranking, whose address can be reloaded.
    private func take(_ request: Request) async throws -> Response {
      let form = try await form(request)
      return try await state.queue.run {
        let id: String
        if let profile = form["profile"] {
          id = profile
        } else {
          let file = form.files("file").first
          guard let bytes = file?.bytes ?? form["resume"].map({ Array($0.utf8) }) else {
            throw Problem.malformed("Give a résumé: a file, or its text.")
          }
          let document = try state.document(bytes, name: file?.file)
          let named = document.named("visit-" + Upload.id(of: document.stored))
          state.visitors.keep(named)
          id = named.id
        }
        let wishes = Wishes(form)
        return Reply.redirect(to: "/match?" + wishes.query(profile: id), for: request)
      }
    }

    private func match(_ request: Request) async throws -> Response {
      let fields = request.fields
      guard let id = fields["profile"] else { return Reply.redirect(to: "/") }
      let wishes = Wishes(fields)
      let resume = try wishes.facts.declared(by: state.profile(id), state.engine)
      let preferences = try wishes.preferences(declared: resume.declared, state.engine)
      let ranking = try await state.workspace.roles().rank(
        against: resume, top: wishes.top, asOf: .today, preferences: preferences)
      try state.log("rank", ranking, of: [id])
      return Reply.page(RankingPage(ranking: ranking, wishes: wishes).roles(profile: id))
    }

    /// A pair, of a profile by its id or of a hidden candidate by its reference.
    private func explain(_ request: Request) throws -> Response {
      let fields = request.fields
      guard let role = fields["role"] else { return Reply.redirect(to: "/") }
      let posting = try state.role(role)
      if let reference = fields["candidate"] {
        let candidate = try state.candidate(reference)
        let explanation = state.engine.explain(
          resume: candidate.document, role: posting, asOf: .today)
        return explanationPage(
          explanation, posting, candidate.blanked(explanation.profileLeftOut),
          note: HiddenCandidate.note)
      }
      guard let profile = fields["profile"] else { return Reply.redirect(to: "/") }
      let resume = try DeclaredFacts(fields).declared(by: state.profile(profile), state.engine)
      let explanation = state.engine.explain(resume: resume, role: posting, asOf: .today)
      return explanationPage(explanation, posting, resume)
    }

    private func explanationPage(
      _ explanation: Explanation, _ posting: Document, _ resume: Document, note: String? = nil
    ) -> Response {
      let frame = ExplanationPage.Frame(styles: Page.styles, scripts: Page.scripts) { html in
        Page.writeNavigation(nil, &html)
        if let note { html.element("p", ["class": "note", "role": "note"], note) }
      }
      return Reply.page(
        ExplanationPage(explanation, posting: posting, resume: resume).html(in: frame))
    }

    // MARK: - Keys and assets

    private func login(_ request: Request) async throws -> Response {
      // Who has no key yet sends a key and nothing else.
      let form = try await form(request, limit: 4_096)
      guard let keys = state.keys else { return Reply.redirect(to: "/") }
      let text = form["key"] ?? ""
      guard case .holds = try keys.verdict(on: text, today: .today) else {
        return Reply.page(LoginPage.html(isRefused: true), status: .unauthorized)
      }
      var response = Reply.redirect(to: "/")
      response.setCookie(
        Cookie(
          name: KeyGuard.cookie, value: text, path: "/", secure: false, httpOnly: true,
          sameSite: .strict))
      return response
    }

    private func asset(_ request: Request, _ name: String) throws -> Response {
      let types = [
        "explanation.css": "text/css; charset=utf-8", "market.css": "text/css; charset=utf-8",
        "service.css": "text/css; charset=utf-8",
        "service.js": "text/javascript; charset=utf-8",
      ]
      guard let type = types[name] else { throw Problem.unknown("There is no such file.") }
      let bytes = Resource.named(name).bytes
      return Reply.tagged(Upload.id(of: bytes), request) {
        Reply.bytes(ByteBuffer(bytes: bytes), type: type)
      }
    }
  }
#endif
