#if CommandLine && Catalog
  import Catalog
  import Rolefit
  import Workspaces

  extension Words {
    /// What is wrong with a workspace, and what to do.
    static func describe(_ error: WorkspaceError) -> String {
      switch error {
      case .missing(let path): "\(path): there is no workspace; make one with rolefit init"
      case .notAWorkspace(let path):
        "\(path): something else is there; choose a new folder, or an empty one"
      case .locked(let path):
        "\(path): another process is changing the workspace; try again later"
      case .catalog(let error): describe(error)
      case .index(let error): describe(error)
      case .unreadable(let kind, let id):
        "\(id): this rolefit cannot read the \(kind) that is stored; update it"
      case .notErased(let path):
        "\(path): removed, but another process still reads the former state; the bytes go "
          + "with the next change, or with rolefit workspace compact"
      case .system(let path, let reason): path.isEmpty ? reason : "\(path): \(reason)"
      }
    }

    /// What is wrong with the database of a workspace, and what to do.
    static func describe(_ error: CatalogError) -> String {
      switch error {
      case .missing(let path): "\(path): there is no catalog"
      case .notACatalog(let path): "\(path): this is no catalog of a workspace"
      case .tooNew(let path): "\(path): a later rolefit has changed it; update this one"
      case .damaged(let path, let reason):
        "\(path): damaged (\(reason)); restore it, or make the workspace anew"
      case .damagedRow(let table, let row):
        "the catalog is damaged: row \(row) of \(table) is not as it was written; "
          + "restore it, or make the workspace anew"
      case .busy(let path): "\(path): another process has it; try again later"
      case .noSpace(let path): "\(path): the disk is full; nothing was changed"
      case .noAccess(let path): "\(path): it may not be read or written; nothing was changed"
      case .sqlite(let code, let message, let path): "\(path): \(message) (SQLite \(code))"
      }
    }

    /// A finding of a verification.
    static func describe(_ finding: Workspace.Verification.Finding) -> String {
      switch finding {
      case .catalog(.structure(let words)): "catalog: \(words)"
      case .catalog(.reference(let table, let row)):
        "catalog: row \(row) of \(table) refers to a row that is not there"
      case .catalog(.row(let table, let row)):
        "catalog: row \(row) of \(table) is not as it was written"
      case .catalog(.content(let table, let row)):
        "catalog: row \(row) of \(table) is not what its SHA-256 was taken of"
      case .index(let damage):
        "\(damage.file): \(damage.section) is damaged, at byte \(damage.offset)"
      case .noIndex(let error): describe(error)
      case .indexLacks(let id): "index: it does not hold the role \(id) as the catalog does"
      case .indexAloneHolds(let id): "index: the catalog has no role \(id)"
      case .eraseDue:
        "catalog: bytes of removed profiles are left; rolefit workspace compact erases them"
      }
    }
  }
#endif
