#if Server
  import Bytes
  import Documents
  import Foundation
  import HTTPTypes
  import Hummingbird
  import NIOCore
  import Rolefit

  /// The body of a request, within a size and a time.
  enum Upload {
    /// Reads a body.
    ///
    /// The size is judged before anything else, from the header where there is one and then byte by byte:
    /// a body in chunks names none.
    static func body(
      of request: Request, limit: Int, patience: Duration
    ) async throws -> [UInt8] {
      if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
        throw Problem.tooLarge(limit: limit)
      }
      return try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
        group.addTask {
          var bytes: [UInt8] = []
          for try await piece in request.body {
            if bytes.count + piece.readableBytes > limit { throw Problem.tooLarge(limit: limit) }
            bytes.append(contentsOf: piece.readableBytesView)
          }
          return bytes
        }
        group.addTask {
          try await Task.sleep(for: patience)
          return nil
        }
        defer { group.cancelAll() }
        guard let first = try await group.next(), let bytes = first else { throw Problem.timeout }
        return bytes
      }
    }

    /// The id of a document that came without one: what it holds, in short.
    static func id(of bytes: [UInt8]) -> String {
      SHA256.hexadecimal(Array(SHA256.hash(bytes[...]).prefix(8)))
    }

    /// From how many refusals on the rest is not looked at: it is something else than documents, and
    /// each takes memory.
    private static let mostRefusals = 1_000

    /// The documents in some bytes, at most so many, and what was refused.
    static func documents(
      in bytes: [UInt8], name: String?, id: String?, converter: (any DocumentConverter)?,
      most: Int = .max
    ) -> (documents: [Document], refusals: [Refusal]) {
      var reader = InputReader(
        bytes: bytes, name: name ?? "upload", id: id ?? Self.id(of: bytes), converter: converter)
      var documents: [Document] = []
      var refusals: [Refusal] = []
      while documents.count < most, refusals.count < mostRefusals, let next = reader.next() {
        switch next {
        case .success(let document): documents.append(document)
        case .failure(let refusal): refusals.append(refusal)
        }
      }
      return (documents, refusals)
    }
  }
#endif
