#if Server
  import HTTPTypes
  import Hummingbird

  /// Refuses what a browser sends on behalf of another site, and what was meant for another host.
  ///
  /// A service on one's own machine can be reached by every page that one opens. A name that an attacker
  /// lets point to this machine (DNS rebinding) is caught by the list of hosts; a request that another
  /// page makes, by `Sec-Fetch-Site` and `Origin`, which no page can forge. Programs that are no browser
  /// send neither.
  struct RequestGuard<Context: RequestContext>: RouterMiddleware {
    /// Names under which the service may be asked, in lower case, without a port.
    let hosts: Set<String>

    @concurrent func handle(
      _ request: Request, context: Context,
      next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
      let authority = request.head.authority?.lowercased() ?? ""
      guard hosts.contains(Self.name(of: authority)) else {
        throw Problem(
          .misdirected, .misdirectedRequest, "This host is not served here",
          "Ask for it as \(hosts.sorted().joined(separator: ", ")); serve --host-name adds a name.")
      }
      if let site = request.headers[.secFetchSite], !["same-origin", "none"].contains(site),
        !isLink(request)
      {
        throw Self.crossSite
      }
      if let origin = request.headers[.origin]?.lowercased(),
        origin != "http://" + authority && origin != "https://" + authority
      {
        throw Self.crossSite
      }
      return try await next(request, context)
    }

    /// Somebody who follows a link to a page; another site cannot read what comes.
    private func isLink(_ request: Request) -> Bool {
      (request.method == .get || request.method == .head)
        && request.headers[.secFetchMode] == "navigate"
        && request.headers[.secFetchDest].map { $0 == "document" } ?? true
        && !request.uri.path.hasPrefix("/v1")
    }

    private static var crossSite: Problem {
      Problem(
        .crossSite, .forbidden, "Another site asks",
        "The service answers its own pages and programs, and no page of another site.")
    }

    /// The host of an authority: "localhost:8080", "[::1]:8080".
    static func name(of authority: String) -> String {
      guard let colon = authority.lastIndex(of: ":"),
        authority[authority.index(after: colon)...].allSatisfy(\.isNumber)
      else { return authority }
      let name = authority[..<colon]
      return name.contains(":") && !name.hasSuffix("]") ? authority : String(name)
    }
  }

  extension HTTPField.Name {
    // All four are valid names, so none is nil.
    static let secFetchSite = named("Sec-Fetch-Site")
    static let secFetchMode = named("Sec-Fetch-Mode")
    static let secFetchDest = named("Sec-Fetch-Dest")
    static let crossOriginResources = named("Cross-Origin-Resource-Policy")
    static let crossOriginOpener = named("Cross-Origin-Opener-Policy")
    static let referrerPolicy = named("Referrer-Policy")

    private static func named(_ name: String) -> HTTPField.Name {
      guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is no name") }
      return name
    }
  }
#endif
