#if Server
  import Foundation
  import HTTPTypes
  import Hummingbird
  import NIOCore

  /// Answers of the kinds that the service gives.
  enum Reply {
    static let json = "application/json"

    static func json(
      _ value: some Encodable, status: HTTPResponse.Status = .ok, type: String = json
    ) -> Response {
      bytes(encoded(value), type: type, status: status)
    }

    /// JSON with sorted keys: equal results have equal bytes.
    static func encoded(_ value: some Encodable) -> ByteBuffer {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      guard let data = try? encoder.encode(value) else {
        preconditionFailure("a \(Swift.type(of: value)) that cannot be written")
      }
      return ByteBuffer(bytes: data)
    }

    static func page(_ html: String, status: HTTPResponse.Status = .ok) -> Response {
      bytes(ByteBuffer(string: html), type: "text/html; charset=utf-8", status: status)
    }

    static func bytes(
      _ bytes: ByteBuffer, type: String, status: HTTPResponse.Status = .ok
    ) -> Response {
      Response(
        status: status,
        headers: [.contentType: type, .contentLength: "\(bytes.readableBytes)"],
        body: ResponseBody(byteBuffer: bytes))
    }

    static let nothing = Response(status: .noContent)

    static func redirect(to address: String) -> Response {
      Response(status: .seeOther, headers: [.location: address])
    }

    /// Where a form leads that was sent: a script, which asks for JSON and would follow a redirection
    /// unseen, is told the address.
    static func redirect(to address: String, for request: Request) -> Response {
      guard request.headers[.accept] == "application/json" else { return redirect(to: address) }
      return json(["location": address])
    }

    /// The answer with its tag; without its body where the client has it already (RFC 9110, 13.1.2).
    static func tagged(
      _ tag: String, _ request: Request, _ make: () throws -> Response
    ) rethrows -> Response {
      let quoted = "\"\(tag)\""
      let known =
        request.headers[.ifNoneMatch]?.split(separator: ",")
        .map { $0.trimmingPrefix { $0 == " " } } ?? []
      let isKnown = known.contains { $0 == "*" || $0 == quoted || $0 == "W/" + quoted }
      var response = isKnown ? Response(status: .notModified) : try make()
      response.headers[.eTag] = quoted
      response.headers[.cacheControl] = "private, no-cache"
      return response
    }
  }
#endif
