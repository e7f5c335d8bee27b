#if Catalog
  import GRDB

  extension CatalogDatabase {
    /// Brings the tables to what this program knows.
    ///
    /// - Throws: `CatalogError.tooNew` where a later program has changed them, `notACatalog` where the
    ///   file holds tables of another program.
    static func migrate(_ pool: DatabasePool, _ path: String) throws {
      let migrator = migrator
      try pool.read { db in
        let mark = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        // The library's own tables come before ours; a process may be killed in between.
        let tables =
          try Int.fetchOne(
            db,
            sql: """
              SELECT count(*) FROM sqlite_schema
              WHERE tbl_name NOT LIKE 'grdb_%' AND tbl_name NOT LIKE 'sqlite_%'
              """) ?? 0
        guard mark == applicationID || (mark == 0 && tables == 0) else {
          throw CatalogError.notACatalog(path: path)
        }
        if try migrator.hasBeenSuperseded(db) { throw CatalogError.tooNew(path: path) }
      }
      try migrator.migrate(pool)
    }

    /// One step for each version of the tables; a step that was released is never changed.
    static var migrator: DatabaseMigrator {
      var migrator = DatabaseMigrator()
      migrator.registerMigration("1") { db in
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        for kind in CatalogKind.allCases { try db.execute(sql: tables(of: kind)) }
        try db.execute(sql: records)
      }
      return migrator
    }

    private static func tables(of kind: CatalogKind) -> String {
      """
      CREATE TABLE \(kind.contents) (
        hash BLOB NOT NULL PRIMARY KEY,
        bytes BLOB NOT NULL,
        row_hash INTEGER NOT NULL
      );
      CREATE TABLE \(kind.documents) (
        id BLOB NOT NULL PRIMARY KEY,
        label TEXT,
        content BLOB NOT NULL REFERENCES \(kind.contents) (hash),
        declaration BLOB,
        facts BLOB NOT NULL,
        title TEXT NOT NULL,
        employer TEXT,
        added INTEGER NOT NULL,
        generation INTEGER NOT NULL,
        row_hash INTEGER NOT NULL
      );
      CREATE INDEX \(kind.documents)_content ON \(kind.documents) (content);
      CREATE INDEX \(kind.documents)_generation ON \(kind.documents) (generation);
      """
    }

    private static let records = """
      CREATE TABLE settings (
        name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL, row_hash INTEGER NOT NULL);
      CREATE TABLE removals (
        id BLOB NOT NULL PRIMARY KEY, generation INTEGER NOT NULL, row_hash INTEGER NOT NULL);
      CREATE TABLE runs (
        number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, what TEXT NOT NULL,
        identity TEXT NOT NULL, result TEXT, row_hash INTEGER NOT NULL);
      CREATE TABLE run_people (
        run INTEGER NOT NULL REFERENCES runs (number), profile BLOB NOT NULL,
        row_hash INTEGER NOT NULL, PRIMARY KEY (run, profile));
      CREATE INDEX run_people_profile ON run_people (profile);
      CREATE TABLE refusals (
        number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, input TEXT NOT NULL,
        why TEXT NOT NULL, row_hash INTEGER NOT NULL);
      CREATE TABLE visits (
        day TEXT NOT NULL, page TEXT NOT NULL, count INTEGER NOT NULL,
        row_hash INTEGER NOT NULL, PRIMARY KEY (day, page));
      """
  }
#endif
