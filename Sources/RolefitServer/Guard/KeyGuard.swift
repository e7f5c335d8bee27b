#if Server
  import HTTPTypes
  import Hummingbird
  import Reading

  /// Lets through who may do what a route does.
  ///
  /// Programs send `Authorization: Bearer KEY`; pages have the key in a cookie that no script reads.
  struct KeyGuard: RouterMiddleware {
    typealias Context = ServiceContext

    static let cookie = "rolefit-key"

    /// Nil where no keys are asked for: the service can be reached from this machine alone.
    let keys: KeyStore?
    let endpoints: [Endpoint]
    let today: @Sendable () -> CalendarDate

    @concurrent func handle(
      _ request: Request, context: ServiceContext,
      next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
      var context = context
      guard let keys else {
        context.scope = .admin
        return try await next(request, context)
      }
      guard let needed = Self.scope(of: request, endpoints) else {
        return try await next(request, context)
      }
      guard let text = Self.key(of: request) else { throw Self.refusal(.unauthorized) }
      switch try keys.verdict(on: text, today: today()) {
      case .unknown: throw Self.refusal(.unauthorized)
      case .expired: throw Self.refusal(.expired)
      case .revoked: throw Self.refusal(.revoked)
      case .holds(let key):
        guard key.scope >= needed else {
          throw Problem(
            .forbidden, .forbidden, "The key does not allow this",
            "It is a \(key.scope.rawValue) key; this takes one of scope \(needed.rawValue).")
        }
        context.scope = key.scope
      }
      return try await next(request, context)
    }

    /// What a request takes; nil for what anybody may see.
    ///
    /// Whatever is no route takes a key as well, so that nobody learns which there are.
    private static func scope(of request: Request, _ endpoints: [Endpoint]) -> AccessKey.Scope? {
      let path = Substring(request.uri.path)
      let method: HTTPRequest.Method = request.method == .head ? .get : request.method
      guard let endpoint = endpoints.first(where: { $0.method == method && $0.matches(path) })
      else { return .read }
      return endpoint.scope
    }

    private static func key(of request: Request) -> Substring? {
      if let header = request.headers[.authorization] {
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return parts[1]
      }
      return request.cookies[cookie].map { $0.value[...] }
    }

    private static func refusal(_ kind: Problem.Kind) -> Problem {
      let detail =
        switch kind {
        case .expired: "The key has expired; ask for another."
        case .revoked: "The key was taken back; ask for another."
        default: "Send a key: Authorization: Bearer rolefit_…; rolefit keys add makes one."
        }
      var problem = Problem(kind, .unauthorized, "A key is needed", detail)
      problem.headers[.wwwAuthenticate] = "Bearer realm=\"rolefit\""
      return problem
    }
  }
#endif
