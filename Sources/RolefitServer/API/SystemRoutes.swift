#if Server
  import HTTPTypes
  import Hummingbird
  import NIOCore
  import Resources
  import Rolefit
  import Workspaces

  /// How the service is, and what it offers.
  struct SystemRoutes: Sendable {
    struct Health: Encodable {
      var status: String
      var engine: Engine.Identity
    }

    let state: ServiceState

    var endpoints: [Endpoint] {
      [
        Endpoint(.get, "/health", nil) { _, _ in
          Reply.json(Health(status: "ok", engine: state.engine.identity))
        },
        Endpoint(.get, "/metrics", .admin) { _, _ in try metrics() },
        Endpoint(.get, "/openapi.json", nil) { _, _ in
          Reply.bytes(ByteBuffer(bytes: Resource.named("openapi.json").bytes), type: Reply.json)
        },
      ]
    }

    private func metrics() throws -> Response {
      let text = state.metrics.text(gauges: [
        ("rolefit_roles", "Roles in the workspace.", Double(try state.workspace.count(.role))),
        (
          "rolefit_profiles", "Profiles in the workspace.",
          Double(try state.workspace.count(.profile))
        ),
        (
          "rolefit_jobs", "Requests that use a processor or wait for one.", Double(state.queue.load)
        ),
        (
          "rolefit_answer_bytes", "Answers that are kept for the next who asks the same.",
          Double(state.answers.bytes)
        ),
      ])
      return Reply.bytes(
        ByteBuffer(string: text), type: "text/plain; version=0.0.4; charset=utf-8")
    }
  }
#endif
