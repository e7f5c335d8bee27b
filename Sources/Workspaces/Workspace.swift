#if Catalog
  import Catalog
  import Foundation
  package import Rolefit
  import Synchronization

  /// A catalog of documents and the index of its postings, in one folder.
  ///
  ///     let workspace = try Workspace("hiring", engine: engine, threads: 2, creating: true)
  ///     try await workspace.add(documents, kind: .role, label: { _ in "ads.ndjson" }, now: seconds)
  ///     let ranking = try await workspace.roles().rank(against: resume, top: 10, asOf: today)
  ///
  /// The catalog is what holds: a document is safe when `add` returns. The index follows it and can be
  /// lost at any time: it is brought in line from the catalog, by what has changed since, or made anew
  /// where it is missing, damaged or of another model.
  ///
  /// One holder of the lock at a time changes a workspace, in whatever process; any number read it
  /// meanwhile. A change of somebody else is noticed by the next call.
  package final class Workspace: Sendable {
    /// What a document is.
    package enum Kind: String, Sendable, Codable, CaseIterable {
      case role, profile

      var catalog: CatalogKind { self == .role ? .role : .profile }
    }

    /// The names in the folder.
    static let catalogName = "catalog.sqlite"
    static let indexName = "roles.rolefit"
    static let nextIndexName = "roles.next.rolefit"
    static let lockName = "lock"

    /// The folder.
    package let folder: String
    /// What reads and ranks.
    package let engine: Engine
    let threads: Int
    /// How long one waits for another's change.
    let patience: Duration
    let catalog: CatalogDatabase

    struct Cached {
      var roles: (generation: Int64, pool: Pool)?
      var profiles: (generation: Int64, pool: Pool)?
      var generation: Int64 = 0
    }
    let cached = Mutex(Cached())

    /// Opens a workspace.
    ///
    /// - Parameters:
    ///   - threads: how many may read documents.
    ///   - creating: makes it where it is not there; otherwise its absence is an error.
    ///   - patience: how long one waits for another's change.
    package init(
      _ folder: String, engine: Engine, threads: Int, creating: Bool,
      patience: Duration = .seconds(10)
    ) throws(WorkspaceError) {
      let exists = Self.exists(at: folder)
      if !exists, !creating { throw .missing(path: folder) }
      if !exists { try Self.makeFolder(folder) }
      // Two that make it at once would make its tables twice.
      let lock = exists ? nil : try WorkspaceLock.waitOnThread(in: folder, patience: patience)
      do {
        let catalog = try CatalogDatabase(
          folder + "/" + Self.catalogName, creating: creating,
          patience: Double(patience.components.seconds) + 1)
        self.catalog = catalog
        if !exists { try catalog.set([Self.factsOf: Self.factsIdentity(of: engine)]) }
      } catch {
        throw .catalog(error)
      }
      _ = consume lock
      self.folder = folder
      self.engine = engine
      self.threads = threads
      self.patience = patience
    }

    /// Whether a workspace stands at a path.
    package static func exists(at folder: String) -> Bool {
      FileManager.default.fileExists(atPath: folder + "/" + catalogName)
    }

    /// Lets go of the files; nothing may be asked of it afterwards.
    package func close() throws(WorkspaceError) {
      do { try catalog.close() } catch { throw .catalog(error) }
    }

    /// The folder is its owner's alone: it holds what people have written about themselves.
    private static func makeFolder(_ folder: String) throws(WorkspaceError) {
      let manager = FileManager.default
      do {
        let others = try manager.contentsOfDirectory(atPath: folder)
          .filter { $0 != lockName && !$0.hasPrefix(catalogName) }
        if !others.isEmpty { throw WorkspaceError.notAWorkspace(path: folder) }
      } catch let error as WorkspaceError {
        throw error
      } catch {
        if manager.fileExists(atPath: folder) { throw .notAWorkspace(path: folder) }
      }
      do {
        try manager.createDirectory(
          atPath: folder, withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700])
      } catch {
        let reason = (error as NSError).localizedFailureReason ?? "the folder cannot be made"
        throw .system(path: folder, reason: reason)
      }
    }

    // MARK: - State

    /// A number that every change of documents raises: for caches.
    ///
    /// Where the catalog cannot be read it is the last one that was; other calls say what is wrong.
    package var generation: Int64 {
      let now = try? catalog.generation()
      return cached.withLock { cached in
        if let now { cached.generation = now }
        return cached.generation
      }
    }

    var indexPath: String { folder + "/" + Self.indexName }

    /// Runs `body` as the one that changes the workspace.
    func changing<Result>(
      _ body: () async throws -> Result
    ) async throws(WorkspaceError) -> Result {
      let lock = try await WorkspaceLock.wait(in: folder, patience: patience)
      do {
        let result = try await body()
        _ = consume lock
        return result
      } catch {
        throw WorkspaceError(any: error)
      }
    }

    /// Reads the catalog.
    func reading<Result>(
      _ body: () throws(CatalogError) -> Result
    ) throws(WorkspaceError) -> Result {
      do { return try body() } catch { throw .catalog(error) }
    }
  }
#endif
