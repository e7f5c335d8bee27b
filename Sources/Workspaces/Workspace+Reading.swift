#if Catalog
  import Catalog
  package import Documents
  package import Rolefit
  import Synchronization

  extension Workspace {
    /// Documents in the order of the bytes of their ids, from behind an id.
    package func entries(
      _ kind: Kind, after id: String?, limit: Int
    ) throws(WorkspaceError) -> [Entry] {
      try reading { () throws(CatalogError) in
        try catalog.entries(kind.catalog, after: id, limit: limit)
      }.map { Entry($0, kind) }
    }

    /// How many documents there are.
    package func count(_ kind: Kind) throws(WorkspaceError) -> Int {
      try reading { () throws(CatalogError) in try catalog.count(kind.catalog) }
    }

    /// One document; nil where there is none.
    package func document(_ id: String, kind: Kind) throws(WorkspaceError) -> Document? {
      let record = try reading { () throws(CatalogError) in
        try catalog.record(id, kind: kind.catalog)
      }
      guard let record else { return nil }
      return try document(record, kind)
    }

    func document(_ record: CatalogRecord, _ kind: Kind) throws(WorkspaceError) -> Document {
      guard let document = DocumentFacts.document(record) else {
        throw .unreadable(kind: kind.rawValue, id: record.entry.id)
      }
      return document
    }

    // MARK: - Pools

    /// The postings, as an index that is in line with the catalog; the same value until they change.
    package func roles() async throws(WorkspaceError) -> Pool {
      let generation = try reading { () throws(CatalogError) in
        try catalog.generation(of: .role)
      }
      if let roles = cached.withLock({ $0.roles }), roles.generation == generation {
        return roles.pool
      }
      try await bringIndexInLine()
      do {
        let pool = try Pool(index: indexPath, engine: engine)
        cached.withLock { $0.roles = (generation, pool) }
        return pool
      } catch {
        throw .index(error)
      }
    }

    /// The profiles, read into memory when they are first asked for after a change.
    package func profiles() async throws(WorkspaceError) -> Pool {
      let generation = try reading { () throws(CatalogError) in
        try catalog.generation(of: .profile)
      }
      if let profiles = cached.withLock({ $0.profiles }), profiles.generation == generation {
        return profiles.pool
      }
      let pool = await Pool(profiles: try documents(.profile), engine: engine, threads: threads)
      cached.withLock { $0.profiles = (generation, pool) }
      return pool
    }

    /// All documents of a kind, in the order of the bytes of their ids.
    package func documents(_ kind: Kind) throws(WorkspaceError) -> [Document] {
      var documents: [Document] = []
      while true {
        let page = try reading { () throws(CatalogError) in
          try catalog.records(kind.catalog, after: documents.last?.id, limit: 1024)
        }
        if page.isEmpty { return documents }
        for record in page { documents.append(try document(record, kind)) }
      }
    }

    // MARK: - Facts

    /// Calls `body` with what is understood of each posting, in the order of the bytes of their ids.
    ///
    /// Postings are not read again: it is what was understood when they were added.
    package func forEachRole(_ body: (Role, Entry) throws -> Void) throws {
      var last: String?
      while true {
        let page = try reading { () throws(CatalogError) in
          try catalog.records(.role, after: last, limit: 1024, contents: false)
        }
        guard let next = page.last else { return }
        last = next.entry.id
        for record in page {
          // A program of another shape may have written it, and nothing was added since.
          if let role = try DocumentFacts.role(record)
            ?? document(record.entry.id, kind: .role).map(engine.role)
          {
            try body(role, Entry(record.entry, .role))
          }
        }
      }
    }
  }
#endif
