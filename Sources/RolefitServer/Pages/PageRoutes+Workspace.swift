#if Server
  import Documents
  import Foundation
  import HTTPTypes
  import Hummingbird
  import Rolefit
  import Workspaces

  extension PageRoutes {
    func workspacePage(_ request: Request, _ mayWrite: Bool) throws -> Response {
      let page = WorkspacePage(
        roles: try state.workspace.entries(.role, after: request.query("after"), limit: 100),
        profiles: try state.workspace.entries(.profile, after: nil, limit: 500),
        roleCount: try state.workspace.count(.role),
        refused: try state.workspace.refusals(limit: 50),
        note: request.query("note"), mayWrite: mayWrite)
      return Reply.page(page.html())
    }

    /// Adds the files of a form; a file that cannot be read is listed with why.
    func upload(_ request: Request) async throws -> Response {
      let form = try await form(request)
      return try await state.queue.run {
        let kind = form["kind"].flatMap(Workspace.Kind.init) ?? .role
        var (added, refused) = (0, 0)
        for file in form.files("file") {
          let id = file.file.map { DocumentReader.stem($0) }
          let read = Upload.documents(
            in: file.bytes, name: file.file, id: id, converter: state.configuration.converter)
          added += try await state.workspace.add(
            read.documents, kind: kind, label: { _ in file.file }, now: ServiceState.now
          ).count
          refused += read.refusals.count
          try state.workspace.note(refusals: read.refusals, now: ServiceState.now)
        }
        if added + refused == 0 { throw Problem.malformed("Choose at least one file.") }
        let note = "\(added) read" + (refused > 0 ? ", \(refused) refused: see below" : "")
        return Reply.redirect(to: "/workspace?note=" + (note.addressed ?? ""))
      }
    }

    func remove(_ request: Request) async throws -> Response {
      let form = try await form(request)
      return try await state.queue.run {
        guard let kind = form["kind"].flatMap(Workspace.Kind.init), let id = form["id"] else {
          throw Problem.malformed("Say what is to be removed.")
        }
        let result = try await state.workspace.remove([id], kind: kind)
        return Reply.redirect(to: "/workspace?note=\(result.removed)%20removed")
      }
    }
  }
#endif
