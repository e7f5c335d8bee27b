#if Catalog
  import Catalog
  import Documents
  import Foundation
  import IndexStorage
  import Rolefit

  /// How the index follows the catalog.
  ///
  /// The catalog notes which of its generations the index holds, and which generation of the index that
  /// is. Where both are as noted, what changed since is added and removed. Where the index is another
  /// one, because somebody was killed between the two, or it came from elsewhere, its documents are
  /// compared with the catalog's. Where it cannot be used it is made anew.
  extension Workspace {
    /// The settings that say what the index holds.
    private static let indexGeneration = "index_generation"
    private static let indexHolds = "index_holds"
    /// The setting that says what understood the facts.
    static let factsOf = "facts_of"

    /// Documents of a batch.
    private static var batch: Int { 1024 }
    /// More segments than this are made one.
    private static var mostSegments: Int { 16 }

    /// Brings the index in line with the catalog, where it is not.
    ///
    /// - Returns: whether it is; false while somebody else changes it, and it serves as it was.
    @discardableResult
    package func bringIndexInLine(
      progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws(WorkspaceError) -> Bool {
      if try isInLine() { return true }
      do {
        try await changing { try await follow(progress) }
        return true
      } catch .locked(let path) {
        // Whoever changes it brings it in line; until then it serves as it is, if it does.
        do { _ = try Pool(index: indexPath, engine: engine) } catch { throw .locked(path: path) }
        return false
      }
    }

    /// Makes the index anew, whatever it holds.
    package func rebuildIndex(
      progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws(WorkspaceError) {
      try await changing {
        try await makeAnew(progress)
        try noteIndex()
      }
    }

    private func isInLine() throws(WorkspaceError) -> Bool {
      guard let info = try? RoleIndex.info(indexPath), isOfThisModel(info) else { return false }
      return try reading { () throws(CatalogError) in
        guard try holds(info) else { return false }
        let followed = try catalog.setting(Self.indexHolds)
        guard try followed == String(catalog.generation(of: .role)) else { return false }
        return try catalog.setting(Self.factsOf) == Self.factsIdentity(of: engine)
      }
    }

    private func isOfThisModel(_ info: RoleIndex.Info) -> Bool {
      info.identities.allSatisfy { $0 == RoleIndex.identity(of: engine) }
    }

    /// Whether the index is the one that was noted.
    private func holds(_ info: RoleIndex.Info) throws(CatalogError) -> Bool {
      try catalog.setting(Self.indexGeneration) == String(info.generation)
    }

    /// The same as `bringIndexInLine`, by who holds the lock.
    func follow(_ progress: @escaping @Sendable (Int) -> Void) async throws {
      try await understandAnew()
      if try isInLine() { return }
      do {
        guard let info = try? RoleIndex.info(indexPath), isOfThisModel(info) else {
          throw RoleIndexError.missing(path: indexPath)
        }
        if try holds(info) {
          try await extend(progress)
        } else {
          try await compare(progress)
        }
        try await compactIfWorthIt()
      } catch let error as RoleIndexError where error.isMendable {
        try await makeAnew(progress)
      }
      try noteIndex()
    }

    /// Notes that the index holds what the catalog does.
    func noteIndex() throws {
      let generation = try catalog.generation(of: .role)
      try catalog.followed(
        upTo: generation,
        [
          Self.indexHolds: String(generation),
          Self.indexGeneration: String(try RoleIndex.info(indexPath).generation),
        ])
    }

    // MARK: - Ways

    /// Adds and removes what changed since the generation that the index holds.
    private func extend(_ progress: @escaping @Sendable (Int) -> Void) async throws {
      let since = try catalog.setting(Self.indexHolds).flatMap { Int64($0) } ?? 0
      let gone = try catalog.removals(since: since)
      try await update(RoleIndex(indexPath, engine: engine, threads: threads), gone, progress) {
        try self.catalog.records(.role, after: $0, changedSince: since, limit: Self.batch)
      }
    }

    /// Adds and removes what differs, by the documents of both.
    private func compare(_ progress: @escaping @Sendable (Int) -> Void) async throws {
      var lacking = try catalog.hashes(.role)
      var gone: [String] = []
      let pool = try Pool(index: indexPath, engine: engine)
      for start in stride(from: 0, to: pool.end, by: Self.batch) {
        for document in try pool.documents(in: start..<start + Self.batch) {
          let id = Array(document.id.utf8)
          if lacking[id] == CatalogDocument.hash(document.named("").stored) {
            lacking[id] = nil
          } else {
            gone.append(document.id)
          }
        }
      }
      var ids = lacking.keys.sorted { $0.lexicographicallyPrecedes($1) }[...]
      try await update(RoleIndex(indexPath, engine: engine, threads: threads), gone, progress) {
        _ in
        let page = ids.prefix(Self.batch)
        ids = ids.dropFirst(Self.batch)
        return try page.compactMap {
          try self.catalog.record(String(decoding: $0, as: UTF8.self), kind: .role)
        }
      }
    }

    /// Makes the index beside the old one, and puts it in its place.
    private func makeAnew(_ progress: @escaping @Sendable (Int) -> Void) async throws {
      let manager = FileManager.default
      let next = folder + "/" + Self.nextIndexName
      if manager.fileExists(atPath: next) { try manager.removeItem(atPath: next) }
      let index = RoleIndex(next, engine: engine, threads: threads)
      try await index.makeEmpty()
      try await update(index, [], progress) {
        try self.catalog.records(.role, after: $0, limit: Self.batch)
      }
      if manager.fileExists(atPath: indexPath) { try manager.removeItem(atPath: indexPath) }
      try manager.moveItem(atPath: next, toPath: indexPath)
      do {
        try POSIXFileSystem().synchronizeFolder(folder)
      } catch {
        throw RoleIndexError(error)
      }
    }

    /// Changes an index by pages of records, each behind the last id of the one before.
    private func update(
      _ index: RoleIndex, _ gone: [String], _ progress: @escaping @Sendable (Int) -> Void,
      _ page: (_ after: String?) throws -> [CatalogRecord]
    ) async throws {
      var last: String?
      // The index makes an error of its own of whatever ends a change.
      var failure: (any Error)?
      do {
        try await index.update(
          removing: gone,
          adding: {
            do {
              let records = try page(last)
              last = records.last?.entry.id ?? last
              return try records.map { try self.document($0, .role) }
            } catch {
              failure = error
              throw error
            }
          }, progress: progress)
      } catch {
        throw failure ?? error
      }
    }

    private func compactIfWorthIt() async throws {
      let info = try RoleIndex.info(indexPath)
      guard info.segments > Self.mostSegments || info.removed * 4 > info.roles else { return }
      try await RoleIndex(indexPath, engine: engine).compact()
    }

    // MARK: - Facts

    /// What facts depend on beside the document.
    static func factsIdentity(of engine: Engine) -> String {
      "\(engine.identity.engine) \(engine.identity.model)"
    }

    /// Reads all documents again where another program has understood them.
    private func understandAnew() async throws {
      let own = Self.factsIdentity(of: engine)
      guard try catalog.setting(Self.factsOf) != own else { return }
      for kind in Kind.allCases {
        var last: String?
        while true {
          let records = try catalog.records(kind.catalog, after: last, limit: Self.batch)
          guard let next = records.last?.entry.id else { break }
          let documents = try records.map { try document($0, kind) }
          let understood = await understood(documents, kind)
          try catalog.replaceFacts(
            zip(documents, understood).map { ($0.id, $1.facts, $1.title, $1.employer) },
            kind: kind.catalog)
          last = next
        }
      }
      try catalog.set([Self.factsOf: own])
    }
  }

  extension RoleIndexError {
    /// Whether an index that says so is made anew.
    fileprivate var isMendable: Bool {
      switch self {
      case .missing, .notAnIndex, .version, .damaged, .otherModel: true
      default: false
      }
    }
  }
#endif
