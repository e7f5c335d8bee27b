#if Catalog
  import GRDB

  /// A table whose rows carry a hash: its columns in the order in which they are hashed.
  struct CatalogTable: Sendable {
    let name: String
    let columns: [String]

    /// The columns and the hash behind them.
    var list: String { (columns + ["row_hash"]).joined(separator: ", ") }

    /// Writes a row with its hash; one of the same key is replaced.
    func write(_ values: [(any DatabaseValueConvertible)?], in db: Database) throws {
      let marks = Array(repeating: "?", count: columns.count + 1).joined(separator: ", ")
      let columns = values.map(Self.whole)
      let statement = try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO \(name) (\(list)) VALUES (\(marks))")
      try statement.execute(
        arguments: StatementArguments(columns + [RowHash.of(name, columns).databaseValue]))
    }

    /// A value as SQLite gives it back: a zero would end a text there, and is replaced.
    static func whole(_ value: (any DatabaseValueConvertible)?) -> DatabaseValue {
      let value = value?.databaseValue ?? .null
      guard case .string(let text) = value.storage, text.utf8.contains(0) else { return value }
      return text.replacing("\0", with: "\u{FFFD}").databaseValue
    }

    /// Rows that a condition holds of, checked one after the other as they are asked for.
    ///
    /// - Throws: `CatalogError.damagedRow` where a row is not what its hash was taken of.
    func rows(
      _ condition: String, _ arguments: [(any DatabaseValueConvertible)?], in db: Database,
      _ body: (Row) throws -> Bool
    ) throws {
      let statement = try db.cachedStatement(
        sql: "SELECT \(list), rowid AS row_number FROM \(name) \(condition)")
      let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
      while let row = try cursor.next() {
        try check(row)
        guard try body(row) else { break }
      }
    }

    /// The first row that a condition holds of.
    func row<Result>(
      _ condition: String, _ arguments: [(any DatabaseValueConvertible)?], in db: Database,
      _ body: (Row) throws -> Result
    ) throws -> Result? {
      var result: Result?
      try rows(condition, arguments, in: db) { row in
        result = try body(row)
        return false
      }
      return result
    }

    /// Whether a row is what its hash was taken of.
    func isSound(_ row: Row) -> Bool {
      let values = columns.map { row[$0] as DatabaseValue }
      return Int64.fromDatabaseValue(row["row_hash"]) == RowHash.of(name, values)
    }

    private func check(_ row: Row) throws(CatalogError) {
      guard isSound(row) else {
        let number = Int64.fromDatabaseValue(row["row_number"]) ?? 0
        throw .damagedRow(table: name, row: number)
      }
    }
  }

  extension CatalogTable {
    static let settings = CatalogTable(name: "settings", columns: ["name", "value"])
    static let removals = CatalogTable(name: "removals", columns: ["id", "generation"])
    static let refusals = CatalogTable(name: "refusals", columns: ["number", "at", "input", "why"])
    static let visits = CatalogTable(name: "visits", columns: ["day", "page", "count"])
    static let runs = CatalogTable(
      name: "runs", columns: ["number", "at", "what", "identity", "result"])
    static let people = CatalogTable(name: "run_people", columns: ["run", "profile"])

    static func documents(_ kind: CatalogKind) -> CatalogTable {
      CatalogTable(
        name: kind.documents,
        columns: [
          "id", "label", "content", "declaration", "facts", "title", "employer", "added",
          "generation",
        ])
    }

    static func contents(_ kind: CatalogKind) -> CatalogTable {
      CatalogTable(name: kind.contents, columns: ["hash", "bytes"])
    }

    static let all =
      CatalogKind.allCases.flatMap { [documents($0), contents($0)] }
      + [settings, removals, refusals, visits, runs, people]
  }
#endif
