#if Server
  import Hummingbird
  import HummingbirdCore
  import Logging
  import NIOCore
  package import Rolefit
  package import Workspaces

  /// The HTTP service over a workspace: the JSON API under `/v1`, and pages.
  ///
  ///     let service = Service(configuration, engine: engine, workspace: workspace, keys: keys)
  ///     try await service.run { port in print("http://localhost:\(port)/") }
  ///
  /// A request goes through ``Boundary`` (errors, headers, counts, log), `RequestGuard` (host and
  /// origin), `KeyGuard` (scopes) and its route. What takes a processor runs on a ``WorkQueue``.
  package struct Service: Sendable {
    let state: ServiceState
    private let logger: Logger

    package init(
      _ configuration: ServiceConfiguration, engine: Engine, workspace: Workspace, keys: KeyStore
    ) {
      state = ServiceState(configuration, engine: engine, workspace: workspace, keys: keys)
      logger = Logger(label: "rolefit") { _ in LineLogHandler() }
    }

    /// Answers until the process is told to end; requests that have begun are finished.
    ///
    /// - Parameter onRunning: called with the port once it listens.
    package func run(onRunning: @escaping @Sendable (Int) -> Void) async throws {
      try await application(onRunning: onRunning).runService()
    }

    /// All routes.
    var endpoints: [Endpoint] {
      SystemRoutes(state: state).endpoints
        + DocumentRoutes(state: state, kind: .role).endpoints
        + DocumentRoutes(state: state, kind: .profile).endpoints
        + MatchRoutes(state: state).endpoints + MarketRoutes(state: state).endpoints
        + PageRoutes(state: state).endpoints + CandidateRoutes(state: state).endpoints
    }

    func router() -> Router<ServiceContext> {
      let endpoints = endpoints
      let router = Router(context: ServiceContext.self, options: .autoGenerateHeadEndpoints)
      let pages = PageRoutes(state: state)
      router.add(
        middleware: Boundary(
          metrics: state.metrics, endpoints: endpoints, page: { pages.problem($0) }))
      router.add(middleware: RequestGuard(hosts: state.configuration.allHostNames))
      router.add(
        middleware: KeyGuard(
          keys: state.keys, endpoints: endpoints, today: { .today }))
      for endpoint in endpoints {
        router.on(RouterPath(endpoint.path), method: endpoint.method, use: endpoint.handler)
      }
      return router
    }

    func application(
      onRunning: @escaping @Sendable (Int) -> Void = { _ in }
    ) -> some ApplicationProtocol {
      let configuration = state.configuration
      let limits = RequestLimits.Bounds(
        head: .seconds(10), body: TimeAmount(configuration.patience),
        bytes: configuration.bodyLimit + (8 << 20))
      return Application(
        router: router(),
        server: .http1(
          configuration: .init(
            additionalChannelHandlers: [RequestLimits(limits)], idleTimeout: .seconds(30))),
        configuration: ApplicationConfiguration(
          address: .hostname(configuration.host, port: configuration.port),
          availableConnectionsDelegate: MaximumAvailableConnections(configuration.connections)),
        onServerRunning: { onRunning($0.localAddress?.port ?? configuration.port) },
        logger: logger)
    }
  }
#endif
