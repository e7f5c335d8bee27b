#if Server
  import Documents
  import Foundation
  import HTTPTypes
  import Hummingbird
  import Reading
  import Rolefit
  import Roles
  import Workspaces

  /// Rankings, explanations, and what is understood of a text.
  struct MatchRoutes: Sendable {
    /// What `/v1/match`, `/v1/candidates`, `/v1/explain` and `/v1/compare` take.
    struct Question: Decodable {
      /// The id of a stored profile.
      var profile: String?
      /// The ids of two stored profiles, to be compared.
      var profiles: [String]?
      /// A résumé as text, Markdown or a JSON résumé, in place of a stored one.
      var resume: String?
      /// The id of a stored role.
      var role: String?
      /// A posting as text, in place of a stored one.
      var posting: String?
      var top: Int?
      var eligible: Bool?
      /// Whether roles that have closed are left out.
      var open: Bool?
      var minimumFit: Int?
      /// Words that are to stand in a role's title or its employer's name.
      var words: [String]?
      /// What the candidate declares, in place of what the résumé does.
      var declaration: Declaration?
      /// The least pay a year.
      var minimumPay: Double?
      /// A city, state or country.
      var location: String?
      var workplace: [Role.Workplace]?
      var asOf: CalendarDate?

      private enum CodingKeys: String, CodingKey {
        case profile, profiles, resume, role, posting, top, eligible, open, words, declaration
        case minimumFit = "minimum_fit", minimumPay = "minimum_pay", location, workplace
        case asOf = "as_of"
      }
    }

    let state: ServiceState

    var endpoints: [Endpoint] {
      [
        question("/v1/match") { try await match($0) },
        question("/v1/candidates") { try await candidates($0) },
        question("/v1/explain") { question in
          state.engine.explain(
            resume: try resume(question), role: try posting(question),
            asOf: question.asOf ?? .today)
        },
        question("/v1/compare") { try compare($0) },
        Endpoint(.post, "/v1/parse", .read) { request, _ in try await parse(request) },
      ]
    }

    /// A route that answers a question, from the shelf where it was answered before.
    private func question<Answer: Encodable & SendableMetatype>(
      _ path: String,
      _ body: @escaping @Sendable @concurrent (Question) async throws -> Answer
    ) -> Endpoint {
      Endpoint(.post, path, .read) { request, _ in
        let bytes = try await state.body(of: request)
        let key = AnswerShelf.key(route: path, body: bytes, today: .today)
        let generation = state.workspace.generation
        if let known = state.answers.answer(to: key, generation: generation) {
          return Reply.bytes(known, type: Reply.json)
        }
        return try await state.queue.run {
          let answer = Reply.encoded(try await body(try Self.question(bytes)))
          if state.workspace.hasCurrentRoles {
            state.answers.keep(answer, for: key, generation: generation)
          }
          return Reply.bytes(answer, type: Reply.json)
        }
      }
    }

    private static func question(_ bytes: [UInt8]) throws(Problem) -> Question {
      let question: Question
      do {
        question = try JSONDecoder().decode(Question.self, from: Data(bytes))
      } catch let error as DecodingError {
        throw .malformed(error.place)
      } catch {
        throw .malformed("The body is not the JSON object that is asked for.")
      }
      guard (1...1_000).contains(question.top ?? 10) else {
        throw .malformed("top takes a number from 1 to 1000.")
      }
      return question
    }

    func match(_ question: Question) async throws -> Ranking {
      let resume = try resume(question)
      var preferences = Preferences(declared: resume.declared)
      preferences.onlyEligible = question.eligible ?? false
      preferences.onlyOpen = question.open ?? false
      preferences.minimumFit = question.minimumFit ?? 0
      preferences.words = question.words ?? []
      if let pay = question.minimumPay {
        guard pay >= 0 else { throw Problem.malformed("minimum_pay takes an amount.") }
        preferences.minimumPay = Preferences.Pay(yearly: pay)
      }
      if let workplaces = question.workplace { preferences.workplaces = Set(workplaces) }
      if let location = question.location {
        guard let place = state.engine.place(location) else {
          throw Problem(
            .malformed, .unprocessableContent, "The place is not known",
            "location: no such place is known; try \"City, State\".")
        }
        preferences.location = place
      }
      let ranking = try await state.workspace.roles().rank(
        against: resume, top: question.top ?? 10, asOf: question.asOf ?? .today,
        preferences: preferences)
      if let id = question.profile { try state.log("rank", ranking, of: [id]) }
      return ranking
    }

    func candidates(_ question: Question) async throws -> Ranking {
      let ranking = try await state.workspace.profiles().rank(
        against: try posting(question), top: question.top ?? 10, asOf: question.asOf ?? .today)
      try state.log("candidates", ranking, of: ranking.matches.map(\.profile))
      return ranking
    }

    private func compare(_ question: Question) throws -> Comparison {
      guard let ids = question.profiles, ids.count == 2 else {
        throw Problem.malformed("profiles takes the ids of two profiles.")
      }
      return state.engine.compare(
        try state.profile(ids[0]), try state.profile(ids[1]), role: try posting(question),
        asOf: question.asOf ?? .today)
    }

    private func parse(_ request: Request) async throws -> Response {
      let kind = request.query("kind")
      guard [nil, "role", "profile"].contains(kind) else {
        throw Problem.malformed("kind takes role or profile.")
      }
      let name = request.query("name")
      let bytes = try await state.body(of: request)
      return try await state.queue.run {
        let document = try state.document(bytes, name: name)
        let isProfile = kind.map { $0 == "profile" } ?? state.engine.looksLikeProfile(document)
        return isProfile
          ? Reply.json(state.engine.profile(document)) : Reply.json(state.engine.role(document))
      }
    }

    private func resume(_ question: Question) throws -> Document {
      let document =
        switch (question.profile, question.resume) {
        case (let id?, nil): try state.profile(id)
        case (nil, let text?): try state.document(Array(text.utf8), name: nil)
        default: throw Problem.malformed("Give either profile, an id, or resume, a text.")
        }
      return question.declaration.map(document.declaring) ?? document
    }

    private func posting(_ question: Question) throws -> Document {
      switch (question.role, question.posting) {
      case (let id?, nil): try state.role(id)
      case (nil, let text?): try state.document(Array(text.utf8), name: nil)
      default: throw Problem.malformed("Give either role, an id, or posting, a text.")
      }
    }
  }

  extension DecodingError {
    /// Where the JSON is not what is asked for, without a word of it.
    fileprivate var place: String {
      let context: Context? =
        switch self {
        case .dataCorrupted(let context), .keyNotFound(_, let context),
          .typeMismatch(_, let context), .valueNotFound(_, let context):
          context
        @unknown default: nil
        }
      let path = context?.codingPath.map(\.stringValue).joined(separator: ".") ?? ""
      return path.isEmpty
        ? "The body is not the JSON object that is asked for."
        : "The body's \(path) has not the type that is asked for."
    }
  }
#endif
