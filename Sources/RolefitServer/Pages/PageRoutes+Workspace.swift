#if Server
  import Documents
  import Foundation
  import HTTPTypes
  import Hummingbird
  import Rolefit
  import Workspaces

  extension PageRoutes {
    func workspacePage(_ request: Request, _ mayWrite: Bool) throws -> Response {
      let visit = LastVisit(request, now: ServiceState.now)
      let part = request.query("show").flatMap(WorkspacePage.Part.init) ?? .all
      let after = request.query("after")
      let page = WorkspacePage(
        part: part, roles: try shelf(.role, part, visit, after: after, limit: WorkspacePage.rows),
        profiles: try shelf(.profile, part, visit, after: nil, limit: 500),
        closed: try state.workspace.count(.role, .closed(before: .today)), since: visit.since,
        refused: try state.workspace.refusals(limit: 50), note: request.query("note"),
        mayWrite: mayWrite)
      var response = Reply.page(page.html())
      visit.note(in: &response)
      return response
    }

    private func shelf(
      _ kind: Workspace.Kind, _ part: WorkspacePage.Part, _ visit: LastVisit, after: String?,
      limit: Int
    ) throws -> WorkspacePage.Shelf {
      // On the first visit nothing is new.
      let new = Workspace.Filter.added(after: visit.since ?? .max)
      let filter: Workspace.Filter? =
        switch part {
        case .all: nil
        case .new: new
        case .closed: .closed(before: .today)
        }
      return WorkspacePage.Shelf(
        kind: kind,
        entries: try state.workspace.entries(kind, after: after, limit: limit, filter),
        count: try state.workspace.count(kind), new: try state.workspace.count(kind, new))
    }

    /// Adds the files of a form; a file that cannot be read is listed with why.
    func upload(_ request: Request) async throws -> Response {
      let form = try await form(request)
      return try await state.queue.run {
        let kind = form["kind"].flatMap(Workspace.Kind.init) ?? .role
        var (added, replaced, refused) = (0, 0, 0)
        for file in form.files("file") {
          let id = file.file.map { DocumentReader.stem($0) }
          let read = Upload.documents(
            in: file.bytes, name: file.file, id: id, converter: state.configuration.converter)
          let stored = try await state.workspace.add(
            read.documents, kind: kind, label: { _ in file.file }, now: ServiceState.now)
          added += stored.count
          replaced += stored.count { $0.state == .replaced }
          refused += read.refusals.count
          try state.workspace.note(refusals: read.refusals, now: ServiceState.now)
        }
        if added + refused == 0 { throw Problem.malformed("Choose at least one file.") }
        let note =
          "\(added) read"
          + (replaced > 0 ? ", \(replaced) in place of an earlier one of the same name" : "")
          + (refused > 0 ? ", \(refused) refused: see below" : "")
        return Reply.redirect(to: "/workspace?note=" + (note.addressed ?? ""), for: request)
      }
    }

    func remove(_ request: Request) async throws -> Response {
      let form = try await form(request)
      return try await state.queue.run {
        guard let kind = form["kind"].flatMap(Workspace.Kind.init), let id = form["id"] else {
          throw Problem.malformed("Say what is to be removed.")
        }
        let result = try await state.remove([id], kind: kind)
        return Reply.redirect(to: "/workspace?note=\(result.removed)%20removed")
      }
    }

    // MARK: - Merging

    /// What two profiles would be together.
    func mergePage(_ request: Request) throws -> Response {
      let ids = request.fields.all("id")
      let merge = try merge(ids, as: ids.joined(separator: "-"))
      return Reply.page(
        MergePage(
          first: state.engine.profile(merge.sources[0], asOf: .today),
          second: state.engine.profile(merge.sources[1], asOf: .today),
          merged: state.engine.profile(merge.result.document, asOf: .today),
          leftOut: merge.result.leftOut
        ).html())
    }

    /// Stores two profiles as one, and removes the two where that is asked for.
    func merge(_ request: Request) async throws -> Response {
      let form = try await form(request)
      return try await state.queue.run {
        guard let new = form["new"] else { throw Problem.malformed("Give the new profile an id.") }
        let ids = form.all("id")
        let result = try merge(ids, as: new).result
        if try state.workspace.entry(new, kind: .profile) != nil, !ids.contains(new) {
          throw Problem.malformed("Another profile has this id already; give another one.")
        }
        try await state.workspace.add(
          [result.document], kind: .profile, label: { _ in nil }, now: ServiceState.now)
        if form["remove"] == "yes" {
          try await state.remove(ids.filter { $0 != new }, kind: .profile)
        }
        return Reply.redirect(to: "/workspace?note=" + ("merged as \(new)".addressed ?? ""))
      }
    }

    private func merge(
      _ ids: [String], as id: String
    ) throws -> (sources: [Document], result: ResumeMerge) {
      guard ids.count == 2, ids[0] != ids[1] else {
        throw Problem.malformed("Choose exactly two profiles.")
      }
      let sources = try ids.map(state.profile)
      return (sources, ResumeMerge(sources[0], sources[1], id: id, engine: state.engine))
    }
  }
#endif
