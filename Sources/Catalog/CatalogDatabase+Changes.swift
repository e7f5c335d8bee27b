#if Catalog
  import Foundation
  import GRDB

  extension CatalogDatabase {
    /// Adds documents in one step; one whose id is there already is replaced, and the same one again
    /// changes nothing, not even when it was added.
    ///
    /// - Parameter now: seconds, as the caller counts them.
    /// - Returns: what became of each, in their order.
    @discardableResult
    package func put(
      _ documents: [CatalogDocument], kind: CatalogKind, now: Int64
    ) throws(CatalogError) -> [CatalogChange] {
      try write { db in
        let known = try documents.map { try Self.state(of: $0, kind, in: db) }
        guard known.contains(where: { $0 != .unchanged }) else { return known }
        let generation = try Self.nextGeneration(of: kind, in: db)
        var changes: [CatalogChange] = []
        for document in documents {
          // Asked again: an id may come twice among the documents.
          let state = try Self.state(of: document, kind, in: db)
          changes.append(state)
          guard state != .unchanged else { continue }
          try Self.put(document, kind: kind, now: now, generation, in: db)
        }
        return changes
      }
    }

    /// What adding documents would do; their facts are not looked at.
    package func states(
      of documents: [CatalogDocument], kind: CatalogKind
    ) throws(CatalogError) -> [CatalogChange] {
      try read { db in try documents.map { try Self.state(of: $0, kind, in: db) } }
    }

    private static func state(
      of document: CatalogDocument, _ kind: CatalogKind, in db: Database
    ) throws -> CatalogChange {
      let state = try CatalogTable.documents(kind).row(
        "WHERE id = ?", [Data(document.id.utf8)], in: db
      ) { row -> CatalogChange in
        let isSame =
          row["content"] as Data == Data(document.hash)
          && row["declaration"] as Data? == document.declaration.map { Data($0) }
        return isSame ? .unchanged : .replaced
      }
      return state ?? .new
    }

    private static func put(
      _ document: CatalogDocument, kind: CatalogKind, now: Int64, _ generation: Int64,
      in db: Database
    ) throws {
      let (id, content) = (Data(document.id.utf8), Data(document.hash))
      let before = try Data.fetchOne(
        db, sql: "SELECT content FROM \(kind.documents) WHERE id = ?", arguments: [id])
      if try !hasContent(content, kind, in: db) {
        try CatalogTable.contents(kind).write([content, Data(document.content)], in: db)
      }
      try CatalogTable.documents(kind).write(
        [
          id, document.label, content, document.declaration.map { Data($0) },
          Data(document.facts), document.title, document.employer, now, generation,
        ], in: db)
      if let before { try dropContent(before, kind, in: db) }
      if kind == .role {
        try db.execute(sql: "DELETE FROM removals WHERE id = ?", arguments: [id])
      }
    }

    private static func hasContent(
      _ hash: Data, _ kind: CatalogKind, in db: Database
    ) throws -> Bool {
      try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM \(kind.contents) WHERE hash = ?)"),
        arguments: [hash]) ?? false
    }

    /// Removes a content that no document has any more.
    private static func dropContent(_ hash: Data, _ kind: CatalogKind, in db: Database) throws {
      try db.execute(
        sql: """
          DELETE FROM \(kind.contents) WHERE hash = ?1
          AND NOT EXISTS (SELECT 1 FROM \(kind.documents) WHERE content = ?1)
          """, arguments: [hash])
    }

    /// Removes documents in one step, with the contents that no other shares.
    ///
    /// Of a profile, runs and refusals that name it lose it as well, and its bytes are due to be erased.
    ///
    /// - Returns: how many there were, and the ids that no document has.
    package func remove(
      _ ids: [String], kind: CatalogKind
    ) throws(CatalogError) -> (removed: Int, unknown: [String]) {
      try write { db in
        var (removed, unknown) = (0, [String]())
        var generation: Int64?
        for id in ids {
          let found = try CatalogTable.documents(kind).row(
            "WHERE id = ?", [Data(id.utf8)], in: db
          ) { (content: $0["content"] as Data, label: $0["label"] as String?) }
          guard let found else {
            unknown.append(id)
            continue
          }
          removed += 1
          let current = try generation ?? Self.nextGeneration(of: kind, in: db)
          generation = current
          try db.execute(
            sql: "DELETE FROM \(kind.documents) WHERE id = ?", arguments: [Data(id.utf8)])
          try Self.dropContent(found.content, kind, in: db)
          switch kind {
          case .role:
            try CatalogTable.removals.write([Data(id.utf8), current], in: db)
          case .profile:
            try Self.forget(id, label: found.label, in: db)
            try CatalogTable.settings.write([Self.erasing, "1"], in: db)
          }
        }
        return (removed, unknown)
      }
    }

    /// Gives documents other facts, of the same content: what a later program understands of them.
    package func replaceFacts(
      _ facts: [(id: String, facts: [UInt8], title: String, employer: String?)], kind: CatalogKind
    ) throws(CatalogError) {
      try write { db in
        let table = CatalogTable.documents(kind)
        for new in facts {
          let values = try table.row("WHERE id = ?", [Data(new.id.utf8)], in: db) { row in
            Dictionary(
              uniqueKeysWithValues: table.columns.map { ($0, row[$0] as DatabaseValue) })
          }
          guard var values else { continue }
          values["facts"] = Data(new.facts).databaseValue
          values["title"] = new.title.databaseValue
          values["employer"] = new.employer?.databaseValue ?? .null
          try table.write(table.columns.map { values[$0] }, in: db)
        }
        try Self.nextGeneration(in: db)
      }
    }
  }
#endif
