#if Server
  import HTTPTypes
  import Hummingbird
  import Market
  import MarketReport
  import Rolefit
  import Synchronization
  import Workspaces

  /// What the roles of the workspace say together: figures, charts, and the roles that each counts.
  struct MarketRoutes: Sendable {
    let state: ServiceState

    var endpoints: [Endpoint] {
      [
        Endpoint(.get, "/v1/market", .read) { request, _ in
          try await answer(request, "json") { answer, _ in Reply.json(answer) }
        },
        Endpoint(.get, "/market", .read) { request, _ in
          try await answer(request, "page") { answer, _ in Reply.page(Self.page(answer)) }
        },
        Endpoint(.get, "/market/roles", .read) { request, _ in
          try await answer(request, "roles") { answer, tally in
            Reply.page(Self.list(tally.roles(matching: answer.figures.filter), answer))
          }
        },
      ]
    }

    private func answer(
      _ request: Request, _ kind: String,
      _ make: @escaping @Sendable (MarketAnswer, MarketTally) throws -> Response
    ) async throws -> Response {
      let filter: MarketFilter
      do {
        filter = try MarketFilter(query: request.uri.query ?? "")
      } catch {
        let keys = MarketFilter.Key.allCases.map(\.rawValue).joined(separator: ", ")
        throw Problem.malformed("The query holds no conditions; they are KEY=VALUE, of \(keys).")
      }
      return try await state.queue.run {
        try Reply.tagged("\(kind)-\(state.workspace.generation)", request) {
          let tally = try state.market.tally(of: state.workspace)
          return try make(
            MarketAnswer(identity: state.engine.identity, figures: tally.figures(filter)), tally)
        }
      }
    }

    private static func page(_ answer: MarketAnswer) -> String {
      Page(
        place: .market, title: "The market", lead: lead(answer), styles: ["/assets/market.css"]
      ).html { html in
        MarketCharts(answer.figures, top: 20).write(to: &html) { "/market/roles?" + $0.query }
      }
    }

    private static func list(_ ids: [String], _ answer: MarketAnswer) -> String {
      let most = 1_000
      let count = ids.count == 1 ? "One role" : "\(ids.count) roles"
      let rest = ids.count > most ? ", the first \(most) of which are listed" : ""
      return Page(place: .market, title: count + rest, lead: lead(answer)).html { html in
        html.element("p") {
          $0.element("a", ["href": "/market?" + answer.figures.filter.query], "Their figures")
        }
        html.element("ul") { html in
          for id in ids.prefix(most) {
            html.element("li") { html in
              html.element("a", ["href": "/candidates?role=" + (id.addressed ?? "")]) {
                $0.element("bdi", id)
              }
            }
          }
        }
      }
    }

    private static func lead(_ answer: MarketAnswer) -> String {
      let parts = answer.figures.filter.conditions.map { "\($0.key.rawValue) = \($0.value)" }
      return parts.isEmpty
        ? "What the roles of this workspace say together; each figure leads to the roles it counts."
        : "Roles with " + parts.joined(separator: ", ") + "."
    }
  }

  /// The tally of the workspace's roles, counted anew when they change.
  final class MarketShelf: Sendable {
    private let kept = Mutex<(generation: Int64, tally: MarketTally)?>(nil)

    func tally(of workspace: Workspace) throws -> MarketTally {
      let generation = workspace.generation
      let known = kept.withLock { $0?.generation == generation ? $0?.tally : nil }
      if let known { return known }
      var tally = MarketTally()
      try workspace.forEachRole { role, _ in tally.add(role) }
      kept.withLock { $0 = (generation, tally) }
      return tally
    }
  }
#endif
