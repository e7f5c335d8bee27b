#if Catalog
  import Catalog
  package import Documents
  import Rolefit
  import Synchronization

  extension Workspace {
    /// How many documents are read and acknowledged in one step.
    private static var step: Int { 1024 }
    /// Documents that a task reads at a time.
    private static var chunk: Int { 64 }

    /// Adds documents; they are safe when this returns.
    ///
    /// One whose id is there already is replaced; the same one again changes nothing.
    ///
    /// - Parameters:
    ///   - label: the name that a document came under.
    ///   - now: seconds, as the caller counts them.
    ///   - extendsIndex: whether the index follows at once. Who adds many batches has it follow when all
    ///     are there, by ``bringIndexInLine(progress:)``; ``roles()`` does so too.
    ///   - progress: how many documents are safe.
    /// - Returns: what became of each, in their order.
    @discardableResult
    package func add(
      _ documents: [Document], kind: Kind, label: (Document) -> String?, now: Int64,
      extendsIndex: Bool = true, progress: @Sendable (Int) -> Void = { _ in }
    ) async throws(WorkspaceError) -> [Added] {
      try await changing {
        // What an earlier removal could not finish; where somebody reads still, it has time.
        _ = try erased()
        var added: [Added] = []
        for start in stride(from: 0, to: documents.count, by: Self.step) {
          let step = documents[start..<min(start + Self.step, documents.count)]
          let rows = try await rows(of: Array(step), kind, label)
          let changes = try catalog.put(rows, kind: kind.catalog, now: now)
          for (document, change) in zip(step, changes) {
            let state = Added.State(rawValue: change.rawValue) ?? .unchanged
            added.append(Added(id: document.id, kind: kind, state: state))
          }
          progress(added.count)
        }
        if kind == .role, extendsIndex { try await follow { _ in } }
        return added
      }
    }

    /// Documents as rows; one that is there already is not read.
    private func rows(
      of documents: [Document], _ kind: Kind, _ label: (Document) -> String?
    ) async throws -> [CatalogDocument] {
      let labels = documents.map(label)
      let bare = await inChunks(zip(documents, labels).map { $0 }) { chunk in
        chunk.map { DocumentFacts.bare($0.0, label: $0.1) }
      }
      // Of two with the same id, what one will be depends on the other: both are read.
      let isEach = Set(documents.map { Array($0.id.utf8) }).count == documents.count
      let states = try catalog.states(of: bare, kind: kind.catalog)
      let unread = documents.indices.filter { !isEach || states[$0] != .unchanged }
      let understood = await understood(unread.map { documents[$0] }, kind)
      var rows = bare
      for (index, facts) in zip(unread, understood) {
        rows[index].facts = facts.facts
        rows[index].title = facts.title
        rows[index].employer = facts.employer
      }
      return rows
    }

    /// What is understood of documents, in their order.
    func understood(
      _ documents: [Document], _ kind: Kind
    ) async -> [(facts: [UInt8], title: String, employer: String?)] {
      let engine = engine
      return await inChunks(documents) { chunk in
        var reader = engine.reader()
        return chunk.map { DocumentFacts.understood($0, kind, &reader) }
      }
    }

    /// Works on items side by side, some at a time, and keeps their order.
    private func inChunks<Item: Sendable, Result: Sendable>(
      _ items: [Item], _ body: @escaping @Sendable ([Item]) -> [Result]
    ) async -> [Result] {
      let chunks = stride(from: 0, to: items.count, by: Self.chunk).map { start in
        Array(items[start..<min(start + Self.chunk, items.count)])
      }
      return await Parallel.map(chunks, threads: threads, body).flatMap { $0 }
    }

    // MARK: - Removing

    /// Removes documents by their ids.
    ///
    /// No byte of a removed profile is left when this returns: neither in the catalog or its log, nor in
    /// runs that named it. The text of a removed posting may stay in the room that it leaves, until
    /// ``compact()``.
    ///
    /// - Returns: how many there were, and the ids that none has.
    /// - Throws: `WorkspaceError.notErased` where the documents are removed and their bytes are not gone
    ///   yet.
    @discardableResult
    package func remove(
      _ ids: [String], kind: Kind
    ) async throws(WorkspaceError) -> (removed: Int, unknown: [String]) {
      try await changing {
        let found = try catalog.remove(ids, kind: kind.catalog)
        if kind == .role, found.removed > 0 { try await follow { _ in } }
        cached.withLock { cached in
          // A pool in memory holds the person's text.
          if kind == .profile, found.removed > 0 { cached.profiles = nil }
        }
        guard try erased() else { throw WorkspaceError.notErased(path: folder) }
        return found
      }
    }

    /// Frees the room of all that was removed: no byte of a removed posting is left either.
    package func compact() async throws(WorkspaceError) {
      try await changing {
        try await follow { _ in }
        try await RoleIndex(indexPath, engine: engine).compact()
        try noteIndex()
        try catalog.erase()
        try catalog.compact()
      }
    }

    /// Erases what a removal has left to do; false where somebody reads an older state.
    private func erased() throws(CatalogError) -> Bool {
      do {
        try catalog.erase()
        return true
      } catch {
        guard case .busy = error else { throw error }
        return false
      }
    }
  }
#endif
