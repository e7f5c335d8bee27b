#if Server
  import Foundation
  import HTTPTypes
  import Hummingbird
  import HummingbirdCore
  import Logging
  import NIOCore
  import NIOEmbedded

  @testable import RolefitServer

  /// Asks a service without a socket: the same routes, guards and errors.
  ///
  /// The framework's own client would bring a TLS library, which takes minutes to build.
  struct Client {
    private let responder: any HTTPResponder<ServiceContext>

    init(_ service: Service) {
      responder = service.router().buildResponder()
    }

    /// What came back.
    struct Answer {
      let status: HTTPResponse.Status
      let headers: HTTPFields
      let body: Data

      var text: String { String(decoding: body, as: UTF8.self) }

      func json() throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: body) as? [String: Any] ?? [:]
      }
    }

    /// Gathers a body.
    private final class Gathered: ResponseBodyWriter, @unchecked Sendable {
      var data = Data()

      func write(_ buffer: ByteBuffer) async throws {
        data.append(contentsOf: buffer.readableBytesView)
      }

      func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }

    func ask(
      _ method: HTTPRequest.Method, _ uri: String, _ headers: HTTPFields = [:],
      host: String = "localhost", body: String? = nil
    ) async throws -> Answer {
      let buffer = body.map { ByteBuffer(string: $0) } ?? ByteBuffer()
      return try await send(method, uri, headers, host: host, RequestBody(buffer: buffer))
    }

    func send(
      _ method: HTTPRequest.Method, _ uri: String, _ headers: HTTPFields = [:],
      host: String = "localhost", _ body: RequestBody
    ) async throws -> Answer {
      let request = Request(
        head: HTTPRequest(
          method: method, scheme: "http", authority: host, path: uri, headerFields: headers),
        body: body)
      var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
      logger[metadataKey: "hb.request.id"] = "1"
      let context = ServiceContext(
        source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: logger))
      let response = try await responder.respond(to: request, context: context)
      let gathered = Gathered()
      try await response.body.write(gathered)
      return Answer(status: response.status, headers: response.headers, body: gathered.data)
    }
  }
#endif
