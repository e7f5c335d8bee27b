#if Catalog
  import Foundation
  import GRDB

  extension CatalogDatabase {
    /// How many documents there are, of those that are meant.
    package func count(
      _ kind: CatalogKind, _ filter: CatalogFilter? = nil
    ) throws(CatalogError) -> Int {
      let condition = filter?.condition ?? (sql: "TRUE", arguments: [])
      return try read { db in
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM \(kind.documents) WHERE \(condition.sql)",
          arguments: StatementArguments(condition.arguments)) ?? 0
      }
    }

    /// Documents in the order of the bytes of their ids, from behind an id.
    package func entries(
      _ kind: CatalogKind, after id: String?, limit: Int, _ filter: CatalogFilter? = nil
    ) throws(CatalogError) -> [CatalogEntry] {
      try records(kind, after: id, limit: limit, filter, contents: false).map(\.entry)
    }

    /// One document; nil where there is none.
    package func record(
      _ id: String, kind: CatalogKind, contents: Bool = true
    ) throws(CatalogError) -> CatalogRecord? {
      try read { db in
        try CatalogTable.documents(kind).row("WHERE id = ?", [Data(id.utf8)], in: db) { row in
          try Self.record(row, kind, contents: contents, in: db)
        }
      }
    }

    /// The first document, in the order of ids, whose content's hash begins so; nil where none does.
    package func record(
      contentPrefix prefix: [UInt8], kind: CatalogKind
    ) throws(CatalogError) -> CatalogRecord? {
      let rest = 32 - prefix.count
      guard rest >= 0 else { return nil }
      let bounds = [0x00, 0xFF].map { Data(prefix + [UInt8](repeating: $0, count: rest)) }
      return try read { db in
        try CatalogTable.documents(kind).row(
          "WHERE content BETWEEN ? AND ? ORDER BY id LIMIT 1", bounds, in: db
        ) { row in
          try Self.record(row, kind, contents: true, in: db)
        }
      }
    }

    /// Documents with all that is stored of them, in the order of the bytes of their ids.
    ///
    /// - Parameters:
    ///   - id: the page begins behind it.
    ///   - generation: only documents that were changed in a later one.
    ///   - limit: documents of a page at most; it also ends where its bytes pass 32 MiB.
    ///   - filter: which are meant; nil for all.
    ///   - contents: whether contents are read too.
    package func records(
      _ kind: CatalogKind, after id: String?, changedSince generation: Int64? = nil, limit: Int,
      _ filter: CatalogFilter? = nil, contents: Bool = true
    ) throws(CatalogError) -> [CatalogRecord] {
      try read { db in
        var records: [CatalogRecord] = []
        var bytes = 0
        var condition = id == nil ? "WHERE TRUE" : "WHERE id > ?"
        var arguments: [(any DatabaseValueConvertible)?] = id.map { [Data($0.utf8)] } ?? []
        if let generation {
          condition += " AND generation > ?"
          arguments.append(generation)
        }
        if let filter = filter?.condition {
          condition += " AND " + filter.sql
          arguments += filter.arguments
        }
        try CatalogTable.documents(kind).rows(
          condition + " ORDER BY id LIMIT ?", arguments + [limit], in: db
        ) { row in
          let record = try Self.record(row, kind, contents: contents, in: db)
          records.append(record)
          bytes += record.content.count + record.facts.count
          return bytes < 32 << 20
        }
        return records
      }
    }

    /// The ids of roles that were removed in a later generation.
    package func removals(since generation: Int64) throws(CatalogError) -> [String] {
      try read { db in
        var ids: [String] = []
        try CatalogTable.removals.rows("WHERE generation > ?", [generation], in: db) { row in
          ids.append(Self.text(row["id"]))
          return true
        }
        return ids
      }
    }

    /// The hash of the content of each document, by its id.
    package func hashes(_ kind: CatalogKind) throws(CatalogError) -> [[UInt8]: [UInt8]] {
      try read { db in
        var hashes: [[UInt8]: [UInt8]] = [:]
        let rows = try Row.fetchCursor(db, sql: "SELECT id, content FROM \(kind.documents)")
        while let row = try rows.next() {
          // These rows are read without their hashes: whoever finds a difference reads the document.
          guard let id = Data.fromDatabaseValue(row["id"]),
            let hash = Data.fromDatabaseValue(row["content"])
          else { throw CatalogError.damagedRow(table: kind.documents, row: 0) }
          hashes[[UInt8](id)] = [UInt8](hash)
        }
        return hashes
      }
    }

    private static func record(
      _ row: Row, _ kind: CatalogKind, contents: Bool, in db: Database
    ) throws -> CatalogRecord {
      let hash = row["content"] as Data
      var content: Data? = Data()
      if contents {
        content = try CatalogTable.contents(kind).row("WHERE hash = ?", [hash], in: db) {
          $0["bytes"]
        }
      }
      guard let content else {
        throw CatalogError.damagedRow(table: kind.documents, row: row["row_number"])
      }
      return CatalogRecord(
        entry: CatalogEntry(
          id: text(row["id"]), label: row["label"], title: row["title"],
          employer: row["employer"], added: row["added"], content: [UInt8](hash)),
        content: [UInt8](content), declaration: (row["declaration"] as Data?).map { [UInt8]($0) },
        facts: [UInt8](row["facts"] as Data))
    }

    static func text(_ bytes: Data) -> String { String(decoding: bytes, as: UTF8.self) }
  }
#endif
