#if Server
  import Foundation
  import HTTPTypes
  import Hummingbird
  import Logging

  /// The outermost step of each request: errors become answers, answers get their headers, and what was
  /// done is counted and logged.
  ///
  /// The log has the route, never the address: an address may hold an id or words that somebody looked
  /// for.
  struct Boundary: RouterMiddleware {
    typealias Context = ServiceContext

    let metrics: ServiceMetrics
    let endpoints: [Endpoint]
    /// A page for people about what went wrong.
    let page: @Sendable (Problem) -> String

    @concurrent func handle(
      _ request: Request, context: ServiceContext,
      next: @concurrent (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
      let start = ContinuousClock.now
      var response: Response
      do {
        response = try await next(request, context)
      } catch {
        let problem = self.problem(error, request)
        if problem.status.code >= 500 {
          // The kind of an error, whose words could hold a text.
          context.logger.error("failed", metadata: ["error": "\(type(of: error))"])
        }
        response = answer(problem, to: request)
      }
      addHeaders(to: &response, request)
      let took = ContinuousClock.now - start
      let route = endpoint(of: request)?.path ?? "none"
      metrics.count(route, request.method, response.status, took)
      context.logger.info(
        "request",
        metadata: [
          "method": "\(request.method.rawValue)", "route": "\(route)",
          "status": "\(response.status.code)", "ms": "\(took.milliseconds)",
        ])
      return response
    }

    private func endpoint(of request: Request) -> Endpoint? {
      let path = Substring(request.uri.path)
      return endpoints.first { $0.matches(path) }
    }

    // MARK: - Errors

    private func problem(_ error: any Error, _ request: Request) -> Problem {
      switch error {
      case let problem as Problem: return problem
      case let error as any RequestRefused: return error.problem
      case let error as HTTPError where error.status == .notFound:
        let path = Substring(request.uri.path)
        let allowed = endpoints.filter { $0.matches(path) }.map(\.method)
        return allowed.isEmpty || allowed.contains(request.method)
          ? .unknown("No page and no route of the service has this path.")
          : .method(allowed: allowed)
      case let error as HTTPError where error.status.code < 500:
        return Problem(.malformed, error.status, "The request cannot be answered", error.body ?? "")
      default: return .failed
      }
    }

    private func answer(_ problem: Problem, to request: Request) -> Response {
      let wantsPage =
        !request.uri.path.hasPrefix("/v1")
        && (request.headers[.accept]?.contains("text/html") ?? false)
      if wantsPage, problem.status == .unauthorized {
        return Response(status: .seeOther, headers: [.location: "/login"])
      }
      var response =
        wantsPage
        ? Reply.page(page(problem), status: problem.status)
        : Reply.json(problem, status: problem.status, type: "application/problem+json")
      for field in problem.headers { response.headers[field.name] = field.value }
      return response
    }

    // MARK: - Headers

    private func addHeaders(to response: inout Response, _ request: Request) {
      let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
      response.headers[.contentSecurityPolicy] = policy
      response.headers[.xContentTypeOptions] = "nosniff"
      // Other sites learn nothing. With no-referrer, a browser would send our own forms with the origin
      // "null", which the guard refuses.
      response.headers[.referrerPolicy] = "same-origin"
      response.headers[.crossOriginResources] = "same-origin"
      response.headers[.crossOriginOpener] = "same-origin"
      if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    }
  }

  /// An error that knows what a client is told of it.
  protocol RequestRefused: Error {
    var problem: Problem { get }
  }

  extension Duration {
    /// Milliseconds, with three digits behind the point.
    var milliseconds: Double {
      let (seconds, attoseconds) = components
      return Double(seconds * 1_000_000 + attoseconds / 1_000_000_000_000) / 1_000
    }
  }
#endif
