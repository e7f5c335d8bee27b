#if Catalog
  import Foundation
  import GRDB

  extension CatalogDatabase {
    // MARK: - Runs

    /// Keeps a run.
    ///
    /// - Returns: its number; numbers rise and are never used twice.
    @discardableResult
    package func log(_ run: CatalogRun) throws(CatalogError) -> Int64 {
      try write { db in
        let number = try Self.nextNumber("runs", in: db)
        try CatalogTable.runs.write(
          [number, run.at, run.what, run.identity, run.result], in: db)
        for profile in Set(run.profiles.map { Data($0.utf8) }) {
          try CatalogTable.people.write([number, profile], in: db)
        }
        return number
      }
    }

    /// Runs in their order, from behind a number.
    package func runs(
      after number: Int64, limit: Int
    ) throws(CatalogError) -> [(number: Int64, run: CatalogRun)] {
      try read { db in
        var runs: [(number: Int64, run: CatalogRun)] = []
        try CatalogTable.runs.rows(
          "WHERE number > ? ORDER BY number LIMIT ?", [number, limit], in: db
        ) { row in
          runs.append((row["number"], try Self.run(row, in: db)))
          return true
        }
        return runs
      }
    }

    static func run(_ row: Row, in db: Database) throws -> CatalogRun {
      var profiles: [String] = []
      try CatalogTable.people.rows(
        "WHERE run = ? ORDER BY profile", [row["number"] as Int64], in: db
      ) {
        profiles.append(text($0["profile"]))
        return true
      }
      return CatalogRun(
        at: row["at"], what: row["what"], identity: row["identity"], profiles: profiles,
        result: row["result"])
    }

    private static func nextNumber(_ table: String, in db: Database) throws -> Int64 {
      let last = try Int64.fetchOne(
        db, sql: "SELECT seq FROM sqlite_sequence WHERE name = ?", arguments: [table])
      return (last ?? 0) + 1
    }

    // MARK: - Refusals

    /// Keeps what was refused.
    package func note(_ refusals: [CatalogRefusal]) throws(CatalogError) {
      try write { db in
        for refusal in refusals {
          let number = try Self.nextNumber("refusals", in: db)
          try CatalogTable.refusals.write(
            [number, refusal.at, refusal.input, refusal.why], in: db)
        }
      }
    }

    /// The latest refusals, the last one first.
    package func refusals(limit: Int) throws(CatalogError) -> [CatalogRefusal] {
      try read { db in
        var refusals: [CatalogRefusal] = []
        try CatalogTable.refusals.rows("ORDER BY number DESC LIMIT ?", [limit], in: db) { row in
          refusals.append(CatalogRefusal(at: row["at"], input: row["input"], why: row["why"]))
          return true
        }
        return refusals
      }
    }

    // MARK: - Visits

    /// Counts a visit of a page on a day; nothing is kept of who it was.
    package func visit(_ page: String, day: String) throws(CatalogError) {
      try write { db in
        let count = try CatalogTable.visits.row(
          "WHERE day = ? AND page = ?", [day, page], in: db
        ) { $0["count"] as Int64 }
        try CatalogTable.visits.write([day, page, (count ?? 0) + 1], in: db)
      }
    }

    /// How often a page was visited on each day.
    package func visits(
      of page: String
    ) throws(CatalogError) -> [(day: String, count: Int64)] {
      try read { db in
        var visits: [(day: String, count: Int64)] = []
        try CatalogTable.visits.rows("WHERE page = ? ORDER BY day", [page], in: db) { row in
          visits.append((row["day"], row["count"]))
          return true
        }
        return visits
      }
    }
  }
#endif
