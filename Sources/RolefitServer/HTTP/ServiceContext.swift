#if Server
  import HTTPTypes
  import Hummingbird
  import Logging
  import NIOCore

  /// What handlers know of a request beside itself.
  struct ServiceContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// What the caller may do.
    var scope: AccessKey.Scope?

    init(source: ApplicationRequestContextSource) {
      coreContext = .init(source: source)
    }
  }

  /// A route: what the table of routes, the guard and the description of the service have in common.
  struct Endpoint: Sendable {
    typealias Handler = @concurrent @Sendable (Request, ServiceContext) async throws -> Response

    let method: HTTPRequest.Method
    /// "/v1/roles/{id}".
    let path: String
    /// What a caller must be allowed to do; nil for anybody.
    let scope: AccessKey.Scope?
    let handler: Handler

    init(
      _ method: HTTPRequest.Method, _ path: String, _ scope: AccessKey.Scope?,
      _ handler: @escaping Handler
    ) {
      self.method = method
      self.path = path
      self.scope = scope
      self.handler = handler
    }

    /// Whether a path is of this route, whatever the method.
    func matches(_ path: Substring) -> Bool {
      let parts = path.split(separator: "/", omittingEmptySubsequences: true)
      let own = self.path.split(separator: "/", omittingEmptySubsequences: true)
      return parts.count == own.count
        && zip(parts, own).allSatisfy { $1.hasPrefix("{") || $0 == $1 }
    }
  }
#endif
