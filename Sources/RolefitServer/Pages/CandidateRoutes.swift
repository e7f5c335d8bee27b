#if Server
  import Hummingbird
  import Rolefit
  import Workspaces

  /// The pages about a role's candidates.
  ///
  /// Who they are is hidden until it is asked for, in what the pages show and in the addresses that they
  /// lead to.
  struct CandidateRoutes: Sendable {
    let state: ServiceState

    var endpoints: [Endpoint] {
      [
        Endpoint(.get, "/candidates", .read) { request, _ in
          try await state.queue.run { try await candidates(request) }
        },
        Endpoint(.get, "/candidates/compare", .read) { request, _ in
          try await state.queue.run { try compare(request) }
        },
      ]
    }

    private func candidates(_ request: Request) async throws -> Response {
      let roles = try state.workspace.entries(.role, after: nil, limit: 500)
      guard let role = request.query("role") else {
        return Reply.page(CandidatesPage(roles: roles, ranking: nil, showsNames: false).html())
      }
      let ranking = try await state.workspace.profiles().rank(
        against: try state.role(role), top: 50, asOf: .today)
      try state.log("candidates", ranking, of: ranking.matches.map(\.profile))
      return Reply.page(
        CandidatesPage(
          roles: roles, ranking: ranking, showsNames: request.query("names") == "yes",
          references: try state.references(of: ranking.matches.map(\.profile))
        ).html())
    }

    private func compare(_ request: Request) throws -> Response {
      guard let role = request.query("role"), let a = request.query("a"),
        let b = request.query("b")
      else { return Reply.redirect(to: "/candidates") }
      guard a != b else { throw Problem.malformed("Choose two candidates that differ.") }
      let (first, second) = (try state.candidate(a), try state.candidate(b))
      let showsNames = request.query("names") == "yes"
      let side = { (candidate: HiddenCandidate) in
        let who =
          showsNames ? ("profile", candidate.id) : ("candidate", candidate.reference)
        return ComparisonPage.Side(
          name: showsNames ? candidate.id : candidate.document.id,
          explanation: "/explain?" + Wishes.query([who, ("role", role)]))
      }
      let names = showsNames ? [("names", "yes")] : []
      return Reply.page(
        ComparisonPage(
          comparison: state.engine.compare(
            first.document, second.document, role: try state.role(role), asOf: .today),
          first: side(first), second: side(second),
          ranking: "/candidates?" + Wishes.query([("role", role)] + names)
        ).html())
    }
  }
#endif
