#if Catalog
  package import Catalog
  package import Rolefit

  /// Why a workspace could not be opened, read or changed.
  package enum WorkspaceError: Error, Equatable, Sendable {
    /// There is no workspace.
    case missing(path: String)
    /// Something else stands there: a file, or a folder with other things in it.
    case notAWorkspace(path: String)
    /// Another process is changing it.
    case locked(path: String)
    /// The catalog could not be opened, read or changed.
    case catalog(CatalogError)
    /// The index could not be made or read.
    case index(RoleIndexError)
    /// The rows of a document are sound, and this program cannot read what they hold.
    case unreadable(kind: String, id: String)
    /// What was to be removed is removed, but its bytes are in the log still: somebody reads an older
    /// state. They go with the next change.
    case notErased(path: String)
    /// The system refused to make the folder, or to take the lock; its words.
    case system(path: String, reason: String)

    /// Whether somebody else changes it, and it will do a little later.
    package var isBusy: Bool {
      switch self {
      case .locked, .catalog(.busy): true
      default: false
      }
    }

    init(any error: any Error) {
      switch error {
      case let error as WorkspaceError: self = error
      case let error as CatalogError: self = .catalog(error)
      case let error as RoleIndexError: self = .index(error)
      default: self = .system(path: "", reason: String(describing: error))
      }
    }
  }
#endif
