#if Catalog
  package import Catalog
  import Documents
  package import Rolefit

  extension Workspace {
    /// What was looked at, and what is wrong.
    package struct Verification: Sendable, Equatable {
      package enum Finding: Sendable, Equatable {
        /// Of the catalog.
        case catalog(CatalogDamage)
        /// Bytes of the index that are not those that were written.
        case index(RoleIndex.Damage)
        /// The index cannot be used.
        case noIndex(RoleIndexError)
        /// A posting that the index does not hold as the catalog does.
        case indexLacks(id: String)
        /// A posting that the index alone holds.
        case indexAloneHolds(id: String)
        /// Bytes of a removed profile may be left.
        case eraseDue
      }
      package var findings: [Finding] = []
      package var roles = 0
      package var profiles = 0
      /// Rows of the catalog and bytes of the index that were read.
      package var rows = 0
      package var indexBytes = 0
    }

    /// Reads everything and says what is not as it was written.
    ///
    /// An index that merely lags is brought in line first.
    package func verify() async throws(WorkspaceError) -> Verification {
      var result = Verification()
      let found = try reading { () throws(CatalogError) in try catalog.verify() }
      result.findings = found.damages.map { .catalog($0) }
      result.rows = found.rows
      // Rows that cannot be relied on say nothing about the index.
      guard result.findings.isEmpty else { return result }
      result.roles = try count(.role)
      result.profiles = try count(.profile)
      if try reading({ () throws(CatalogError) in try catalog.mustErase() }) {
        result.findings.append(.eraseDue)
      }
      try await bringIndexInLine()
      do {
        let index = try RoleIndex.verify(indexPath)
        result.indexBytes = index.bytes
        result.findings += index.damages.map { .index($0) }
        if index.damages.isEmpty { result.findings += try differences() }
      } catch let error as RoleIndexError {
        result.findings.append(.noIndex(error))
      } catch {
        throw WorkspaceError(any: error)
      }
      return result
    }

    private func differences() throws -> [Verification.Finding] {
      var lacking = try catalog.hashes(.role)
      var findings: [Verification.Finding] = []
      let pool = try Pool(index: indexPath, engine: engine)
      for start in stride(from: 0, to: pool.end, by: 1024) {
        for document in try pool.documents(in: start..<start + 1024) {
          let hash = lacking.removeValue(forKey: Array(document.id.utf8))
          if hash == nil {
            findings.append(.indexAloneHolds(id: document.id))
          } else if hash != CatalogDocument.hash(document.named("").stored) {
            findings.append(.indexLacks(id: document.id))
          }
        }
      }
      let ids = lacking.keys.sorted { $0.lexicographicallyPrecedes($1) }
      return findings + ids.map { .indexLacks(id: String(decoding: $0, as: UTF8.self)) }
    }
  }
#endif
