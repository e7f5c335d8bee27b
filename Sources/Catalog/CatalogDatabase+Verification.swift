#if Catalog
  import Foundation
  import GRDB

  extension CatalogDatabase {
    /// Reads every row and says what is not as it was written.
    ///
    /// - Returns: what is wrong, and how many rows were read.
    package func verify() throws(CatalogError) -> (damages: [CatalogDamage], rows: Int) {
      var damages: [CatalogDamage] = []
      do {
        let found = try read { db in try Self.verify(in: db) }
        return found
      } catch .damaged(_, let reason) {
        // Pages so damaged that a walk through them ends.
        damages.append(.structure(reason))
        return (damages, 0)
      }
    }

    /// A setting of the connection that writes, in SQLite's words.
    package func pragma(_ name: String) throws(CatalogError) -> String? {
      do {
        return try pool.writeWithoutTransaction { db in
          switch try DatabaseValue.fetchOne(db, sql: "PRAGMA \(name)")?.storage {
          case .int64(let number): "\(number)"
          case .string(let text): text
          default: nil
          }
        }
      } catch {
        throw CatalogError(error, path: path)
      }
    }

    private static func verify(in db: Database) throws -> (damages: [CatalogDamage], rows: Int) {
      var damages: [CatalogDamage] = []
      let words = try String.fetchAll(db, sql: "PRAGMA integrity_check")
      damages += words.filter { $0 != "ok" }.map { .structure($0) }
      for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
        damages.append(.reference(table: row[0], row: row[1] ?? 0))
      }
      var count = 0
      for table in CatalogTable.all {
        let rows = try Row.fetchCursor(
          db, sql: "SELECT \(table.list), rowid AS row_number FROM \(table.name)")
        while let row = try rows.next() {
          count += 1
          let number = row["row_number"] as Int64
          if !table.isSound(row) {
            damages.append(.row(table: table.name, row: number))
          } else if table.columns == CatalogTable.contents(.role).columns,
            CatalogDocument.hash([UInt8](row["bytes"] as Data)) != [UInt8](row["hash"] as Data)
          {
            damages.append(.content(table: table.name, row: number))
          }
        }
      }
      return (damages, count)
    }
  }
#endif
