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
        Endpoint(.post, "/v1/match", .read) { request, _ in
          try await answer(request) { try await match($0) }
        },
        Endpoint(.post, "/v1/candidates", .read) { request, _ in
          try await answer(request) { try await candidates($0) }
        },
        Endpoint(.post, "/v1/explain", .read) { request, _ in
          try await answer(request) { question in
            Reply.json(
              state.engine.explain(
                resume: try resume(question), role: try posting(question),
                asOf: question.asOf ?? .today))
          }
        },
        Endpoint(.post, "/v1/compare", .read) { request, _ in
          try await answer(request) { try compare($0) }
        },
        Endpoint(.post, "/v1/parse", .read) { request, _ in try await parse(request) },
      ]
    }

    private func answer(
      _ request: Request,
      _ body: @escaping @Sendable @concurrent (Question) async throws -> Response
    ) async throws -> Response {
      let bytes = try await Upload.body(
        of: request, limit: state.configuration.bodyLimit, patience: state.configuration.patience)
      return try await state.queue.run {
        let question: Question
        do {
          question = try JSONDecoder().decode(Question.self, from: Data(bytes))
        } catch let error as DecodingError {
          throw Problem.malformed(error.place)
        }
        guard (1...1_000).contains(question.top ?? 10) else {
          throw Problem.malformed("top takes a number from 1 to 1000.")
        }
        return try await body(question)
      }
    }

    func match(_ question: Question) async throws -> Response {
      let resume = try resume(question)
      var preferences = Preferences(declared: state.engine.profile(resume).declaration)
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
      return Reply.json(ranking)
    }

    func candidates(_ question: Question) async throws -> Response {
      let ranking = try await state.workspace.profiles().rank(
        against: try posting(question), top: question.top ?? 10, asOf: question.asOf ?? .today)
      try state.log("candidates", ranking, of: ranking.matches.map(\.profile))
      return Reply.json(ranking)
    }

    private func compare(_ question: Question) throws -> Response {
      guard let ids = question.profiles, ids.count == 2 else {
        throw Problem.malformed("profiles takes the ids of two profiles.")
      }
      return Reply.json(
        state.engine.compare(
          try state.profile(ids[0]), try state.profile(ids[1]), role: try posting(question),
          asOf: question.asOf ?? .today))
    }

    private func parse(_ request: Request) async throws -> Response {
      let kind = request.query("kind")
      guard [nil, "role", "profile"].contains(kind) else {
        throw Problem.malformed("kind takes role or profile.")
      }
      let name = request.query("name")
      let bytes = try await Upload.body(
        of: request, limit: state.configuration.bodyLimit, patience: state.configuration.patience)
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
