#if Catalog
  import GRDB

  extension CatalogError {
    /// What an error of the database says.
    init(_ error: any Error, path: String) {
      switch error {
      case let error as CatalogError: self = error
      case let error as DatabaseError: self.init(database: error, path: path)
      default: self = .sqlite(code: 0, message: String(describing: error), path: path)
      }
    }

    private init(database error: DatabaseError, path: String) {
      let message = error.message ?? error.resultCode.description
      switch error.resultCode {
      case .SQLITE_NOTADB: self = .notACatalog(path: path)
      case .SQLITE_CORRUPT: self = .damaged(path: path, reason: message)
      case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
      case .SQLITE_FULL: self = .noSpace(path: path)
      case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: self = .noAccess(path: path)
      default:
        self = .sqlite(code: error.extendedResultCode.rawValue, message: message, path: path)
      }
    }
  }
#endif
