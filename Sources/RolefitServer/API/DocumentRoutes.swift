#if Server
  import Documents
  import Foundation
  import HTTPTypes
  import Hummingbird
  import Rolefit
  import Workspaces

  /// Roles and profiles: list, add, look at, remove.
  struct DocumentRoutes: Sendable {
    /// A page of a list.
    struct Page: Encodable {
      var items: [Workspace.Entry]
      /// What `after` takes to get the next page; absent on the last.
      var next: String?
      /// How many there are in all.
      var total: Int
    }

    /// What became of an upload.
    struct Uploaded: Encodable {
      var added: [Workspace.Added]
      var refused: [Problem.Refused]
    }

    let state: ServiceState
    let kind: Workspace.Kind

    var endpoints: [Endpoint] {
      let path = "/v1/\(kind.rawValue)s"
      return [
        Endpoint(.get, path, .read) { request, _ in try await list(request) },
        Endpoint(.post, path, .write) { request, _ in try await add(request) },
        Endpoint(.get, path + "/{id}", .read) { request, context in
          try await show(request, try context.id)
        },
        Endpoint(.delete, path + "/{id}", .write) { _, context in
          try await remove(try context.id)
        },
      ]
    }

    private func list(_ request: Request) async throws -> Response {
      let limit = try request.number("limit", in: 1...1_000) ?? 50
      let after = request.query("after")
      return try await state.queue.run {
        try Reply.tagged("\(kind.rawValue)-\(state.workspace.generation)", request) {
          var items = try state.workspace.entries(kind, after: after, limit: limit + 1)
          let isMore = items.count > limit
          if isMore { items.removeLast() }
          return Reply.json(
            Page(
              items: items, next: isMore ? items.last?.id : nil,
              total: try state.workspace.count(kind)))
        }
      }
    }

    /// Idempotent: a document without an id of its own gets one from what it holds.
    private func add(_ request: Request) async throws -> Response {
      let id = try request.checkedID("id")
      let name = request.query("name")
      let bytes = try await state.body(of: request)
      return try await state.queue.run {
        let read = Upload.documents(
          in: bytes, name: name, id: id, converter: state.configuration.converter)
        if read.documents.isEmpty { throw Problem(read.refusals) }
        let added = try await state.workspace.add(
          read.documents, kind: kind, label: { _ in name }, now: ServiceState.now)
        try state.workspace.note(refusals: read.refusals, now: ServiceState.now)
        let refused = read.refusals.map {
          Problem.Refused(input: $0.input, reason: $0.error.words)
        }
        let isNew = added.contains { $0.state == .new }
        var response = Reply.json(
          Uploaded(added: added, refused: refused), status: isNew ? .created : .ok)
        if added.count == 1, let id = added[0].id.addressed {
          response.headers[.location] = "/v1/\(kind.rawValue)s/\(id)"
        }
        return response
      }
    }

    private func show(_ request: Request, _ id: String) async throws -> Response {
      try await state.queue.run {
        let document = kind == .role ? try state.role(id) : try state.profile(id)
        let answer =
          kind == .role
          ? Reply.encoded(state.engine.role(document))
          : Reply.encoded(state.engine.profile(document))
        // Of what is answered, which is more than the text: what is declared, and the engine's version.
        return Reply.tagged(Upload.id(of: Array(answer.readableBytesView)), request) {
          Reply.bytes(answer, type: Reply.json)
        }
      }
    }

    private func remove(_ id: String) async throws -> Response {
      try await state.queue.run {
        let result = try await state.remove([id], kind: kind)
        guard result.unknown.isEmpty else {
          throw Problem.unknown("No \(kind.rawValue) has this id.")
        }
        return Reply.nothing
      }
    }
  }

  extension ServiceContext {
    /// The id in the path.
    var id: String {
      get throws {
        guard let id = parameters.get("id").flatMap(\.removingPercentEncoding), !id.isEmpty else {
          throw Problem.malformed("The id in the path is not percent-encoded UTF-8.")
        }
        return id
      }
    }
  }

  extension Request {
    /// The parameters of the query, written as a form writes them: a space may be a plus.
    var fields: FormBody { FormBody(query: uri.query ?? "") }

    /// A parameter of the query; nil where it is not there or empty.
    func query(_ name: String) -> String? { fields[name] }

    /// A parameter that is a whole number.
    func number(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
      guard let text = uri.queryParameters[name[...]] else { return nil }
      guard let number = Int(text), range.contains(number) else {
        throw Problem.malformed(
          "\(name) takes a number from \(range.lowerBound) to \(range.upperBound).")
      }
      return number
    }

    /// A parameter that is to be an id.
    func checkedID(_ name: String) throws -> String? {
      guard let id = query(name) else { return nil }
      guard id.unicodeScalars.count <= 256, !id.unicodeScalars.contains(where: { $0.value < 0x20 })
      else {
        throw Problem.malformed("\(name) takes up to 256 characters without control characters.")
      }
      return id
    }
  }

  extension String {
    /// As a part of a path.
    var addressed: String? {
      addingPercentEncoding(
        withAllowedCharacters: CharacterSet(
          charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"))
    }
  }
#endif
