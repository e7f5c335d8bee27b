#if Catalog
  import Foundation
  import GRDB

  /// Documents, what was understood of them, and decisions, in one SQLite file.
  ///
  ///     let catalog = try CatalogDatabase("hiring/catalog.sqlite", creating: true)
  ///     try catalog.put(documents, kind: .role, now: seconds)
  ///     let page = try catalog.entries(.role, after: nil, limit: 100)
  ///
  /// It knows SQL and bytes, and nothing of the engine. Whatever a call has written would survive a power
  /// cut when the call returns: the log is written ahead and synchronized with each commit. Every row
  /// carries a hash that is compared whenever the row is read, so that a page which a disk has changed
  /// is an error and never a wrong result. Readers do not wait for a writer. That one process at a time
  /// writes is for the caller to see to.
  ///
  /// Ids are kept as bytes: two ids are the same only if their bytes are, and lists are in their order.
  package final class CatalogDatabase: Sendable {
    /// The file.
    package let path: String
    let pool: DatabasePool

    /// What the file says of itself in its header: "RFIT".
    static let applicationID: Int32 = 0x5246_4954

    /// Opens a catalog.
    ///
    /// - Parameters:
    ///   - creating: makes it where nothing is there; otherwise that is an error.
    ///   - patience: how many seconds one waits for somebody else's transaction.
    package init(_ path: String, creating: Bool, patience: Double = 10) throws(CatalogError) {
      self.path = path
      if !creating, !FileManager.default.fileExists(atPath: path) { throw .missing(path: path) }
      do {
        pool = try DatabasePool(path: path, configuration: Self.configuration(patience))
        // GRDB turns it down when it turns the log on.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        try Self.migrate(pool, path)
      } catch {
        throw CatalogError(error, path: path)
      }
    }

    private static func configuration(_ patience: Double) -> Configuration {
      var configuration = Configuration()
      configuration.busyMode = .timeout(patience)
      configuration.foreignKeysEnabled = true
      configuration.prepareDatabase { db in
        // Freed bytes are made zero, and no page is copied into a temporary file.
        try db.execute(
          sql: """
            PRAGMA secure_delete = ON;
            PRAGMA temp_store = MEMORY;
            PRAGMA cell_size_check = ON;
            PRAGMA trusted_schema = OFF;
            """)
      }
      return configuration
    }

    /// Closes it; the log is then empty, unless somebody else has the catalog open.
    package func close() throws(CatalogError) {
      // The last connection that closes is one that only reads, and leaves the log as it is.
      try? pool.barrierWriteWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      do { try pool.close() } catch { throw CatalogError(error, path: path) }
    }

    // MARK: - Transactions

    /// Runs `body` over one state of the catalog.
    func read<Result>(_ body: (Database) throws -> Result) throws(CatalogError) -> Result {
      do { return try pool.read(body) } catch { throw CatalogError(error, path: path) }
    }

    /// Runs `body` as one change, which holds when this returns.
    func write<Result>(_ body: (Database) throws -> Result) throws(CatalogError) -> Result {
      do { return try pool.write(body) } catch { throw CatalogError(error, path: path) }
    }

    // MARK: - Settings

    /// A value by its name.
    package func setting(_ name: String) throws(CatalogError) -> String? {
      try read { try Self.setting(name, in: $0) }
    }

    /// Sets several values in one step.
    package func set(_ values: [String: String]) throws(CatalogError) {
      try write { db in
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
          try CatalogTable.settings.write([name, value], in: db)
        }
      }
    }

    /// Says what the index holds, with settings, and forgets removals that it has followed.
    package func followed(
      upTo generation: Int64, _ values: [String: String]
    ) throws(CatalogError) {
      try write { db in
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
          try CatalogTable.settings.write([name, value], in: db)
        }
        try db.execute(
          sql: "DELETE FROM removals WHERE generation <= ?", arguments: [generation])
      }
    }

    /// A number that every change raises.
    package func generation() throws(CatalogError) -> Int64 {
      try read { try Self.number("generation", in: $0) }
    }

    /// The generation in which documents of a kind were changed last.
    package func generation(of kind: CatalogKind) throws(CatalogError) -> Int64 {
      try read { try Self.number(kind.generation, in: $0) }
    }

    static func setting(_ name: String, in db: Database) throws -> String? {
      try CatalogTable.settings.row("WHERE name = ?", [name], in: db) { $0["value"] }
    }

    static func number(_ name: String, in db: Database) throws -> Int64 {
      try setting(name, in: db).flatMap { Int64($0) } ?? 0
    }

    /// Raises the generation, and gives the new one.
    @discardableResult
    static func nextGeneration(of kind: CatalogKind? = nil, in db: Database) throws -> Int64 {
      let next = try number("generation", in: db) + 1
      try CatalogTable.settings.write(["generation", String(next)], in: db)
      if let kind { try CatalogTable.settings.write([kind.generation, String(next)], in: db) }
      return next
    }
  }

  extension CatalogKind {
    /// The setting that holds its generation.
    var generation: String { rawValue + "_generation" }
  }
#endif
