#if Catalog
  import Foundation
  import GRDB

  /// How a removed person's bytes go.
  ///
  /// SQLite makes the bytes of a deleted row zero (`secure_delete`), but a page that it had to order
  /// anew before may hold a copy of the row in the gap between its cells: of 10,000 rows that were
  /// written and deleted in random order, 22 had left something. The log holds the pages of earlier
  /// commits as well. So, once the removal itself is committed, the tables that ever held a profile
  /// are written anew, which frees all their pages, and freed pages are zeroed whole; then the log is
  /// cut to nothing. A setting that is committed together with the removal says that this is due, until
  /// it is done: whoever is killed in between leaves it to the next writer.
  extension CatalogDatabase {
    /// The setting that says that bytes are due to be erased.
    static let erasing = "erasing"

    /// Whether bytes of removed profiles are due to be erased.
    package func mustErase() throws(CatalogError) -> Bool {
      try read { try Self.number(Self.erasing, in: $0) != 0 }
    }

    /// Erases what is due.
    ///
    /// - Throws: `CatalogError.busy` where somebody reads an older state for so long that the log cannot
    ///   be cut; it stays due then.
    package func erase() throws(CatalogError) {
      guard try mustErase() else { return }
      do {
        try pool.barrierWriteWithoutTransaction { db in
          try db.inTransaction {
            try Self.rewrite(in: db)
            return .commit
          }
          try db.checkpoint(.truncate)
          try db.inTransaction {
            try CatalogTable.settings.write([Self.erasing, "0"], in: db)
            return .commit
          }
        }
      } catch {
        throw CatalogError(error, path: path)
      }
    }

    /// Writes the whole file anew, without the room that removed documents of any kind have left.
    package func compact() throws(CatalogError) {
      do {
        try pool.barrierWriteWithoutTransaction { db in
          try db.execute(sql: "VACUUM")
          try db.checkpoint(.truncate)
        }
      } catch {
        throw CatalogError(error, path: path)
      }
    }

    /// Writes each table anew that may have held a profile.
    private static func rewrite(in db: Database) throws {
      // Documents lose their contents, and runs their people, until they are back.
      try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
      let tables: [(table: CatalogTable, order: String)] = [
        (.contents(.profile), "hash"), (.documents(.profile), "id"), (.runs, "number"),
        (.people, "run, profile"), (.refusals, "number"),
      ]
      for (table, order) in tables {
        try db.execute(
          sql: """
            CREATE TABLE rewriting AS SELECT \(table.list) FROM \(table.name);
            DELETE FROM \(table.name);
            INSERT INTO \(table.name) (\(table.list)) SELECT * FROM rewriting ORDER BY \(order);
            DROP TABLE rewriting;
            """)
      }
    }

    // MARK: - What names a person

    /// Takes a profile out of runs and refusals.
    static func forget(_ id: String, label: String?, in db: Database) throws {
      var runs: [(number: Int64, run: CatalogRun)] = []
      try CatalogTable.runs.rows(
        "WHERE number IN (SELECT run FROM run_people WHERE profile = ?)", [Data(id.utf8)], in: db
      ) { row in
        runs.append((row["number"], try run(row, in: db)))
        return true
      }
      for (number, run) in runs {
        let result = run.result.flatMap { RunRedaction.without(id, in: $0) }
        try db.execute(
          sql: "UPDATE runs SET result = ?, row_hash = ? WHERE number = ?",
          arguments: [
            result,
            RowHash.of(
              "runs",
              [
                number.databaseValue, run.at.databaseValue, run.what.databaseValue,
                run.identity.databaseValue, result?.databaseValue ?? .null,
              ]), number,
          ])
      }
      try db.execute(
        sql: "DELETE FROM run_people WHERE profile = ?", arguments: [Data(id.utf8)])
      for name in [id, label].compactMap({ $0 }) where !name.isEmpty {
        try db.execute(
          sql: "DELETE FROM refusals WHERE instr(input, ?) > 0", arguments: [name])
      }
    }
  }
#endif
