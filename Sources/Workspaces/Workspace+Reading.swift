#if Catalog
  import Catalog
  package import Documents
  package import Rolefit
  import Synchronization

  extension Workspace {
    /// Which documents of a list are meant.
    package enum Filter: Sendable, Equatable {
      /// Those that were added or replaced after a moment, in the seconds that were given then.
      case added(after: Int64)
      /// Roles that closed before a day, by what was understood when they were added.
      case closed(before: CalendarDate)

      var catalog: CatalogFilter {
        switch self {
        case .added(let moment): .added(after: moment)
        case .closed(let day): .fact("closes", before: day.description)
        }
      }
    }

    /// Documents in the order of the bytes of their ids, from behind an id.
    package func entries(
      _ kind: Kind, after id: String?, limit: Int, _ filter: Filter? = nil
    ) throws(WorkspaceError) -> [Entry] {
      try reading { () throws(CatalogError) in
        try catalog.entries(kind.catalog, after: id, limit: limit, filter?.catalog)
      }.map { Entry($0, kind) }
    }

    /// How many documents there are, of those that are meant.
    package func count(_ kind: Kind, _ filter: Filter? = nil) throws(WorkspaceError) -> Int {
      try reading { () throws(CatalogError) in
        try catalog.count(kind.catalog, filter?.catalog)
      }
    }

    /// What lists say of one document; nil where there is none.
    package func entry(_ id: String, kind: Kind) throws(WorkspaceError) -> Entry? {
      try reading { () throws(CatalogError) in
        try catalog.record(id, kind: kind.catalog, contents: false)
      }.map { Entry($0.entry, kind) }
    }

    /// The document that a reference leads to, ``Entry/reference``; nil where none does.
    ///
    /// Of two with the same content it is the first: what can be said of one holds of the other.
    package func document(
      reference: String, kind: Kind
    ) throws(WorkspaceError) -> Document? {
      guard let prefix = Entry.content(reference) else { return nil }
      let record = try reading { () throws(CatalogError) in
        try catalog.record(contentPrefix: prefix, kind: kind.catalog)
      }
      return try record.map { record throws(WorkspaceError) in try document(record, kind) }
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
    ///
    /// While somebody else changes the index for longer than one waits, it is the index as it was; then
    /// ``hasCurrentRoles`` is false.
    package func roles() async throws(WorkspaceError) -> Pool {
      let generation = try reading { () throws(CatalogError) in
        try catalog.generation(of: .role)
      }
      if let roles = cached.withLock({ $0.roles }), roles.generation == generation {
        return roles.pool
      }
      let isInLine = try await bringIndexInLine()
      do {
        let pool = try Pool(index: indexPath, engine: engine)
        if isInLine { cached.withLock { $0.roles = (generation, pool) } }
        return pool
      } catch {
        throw .index(error)
      }
    }

    /// Whether ``roles()`` gave the postings as they are now: what is computed of them may be kept.
    package var hasCurrentRoles: Bool {
      guard let generation = try? catalog.generation(of: .role) else { return false }
      return cached.withLock { $0.roles?.generation } == generation
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
      // Not where somebody was removed meanwhile: a pool in memory holds texts.
      let isCurrent =
        try reading { () throws(CatalogError) in try catalog.generation(of: .profile) }
        == generation
      if isCurrent { cached.withLock { $0.profiles = (generation, pool) } }
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
