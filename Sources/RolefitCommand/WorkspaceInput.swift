#if CommandLine
  import Rolefit
  #if Catalog
    import Workspaces
  #endif

  /// What commands read from a workspace, in place of files.
  ///
  /// Without the trait `Catalog` there is none anywhere.
  struct WorkspaceInput {
    enum Kind { case role, profile }

    #if Catalog
      private let workspace: Workspace

      /// Whether a workspace stands at a path.
      static func exists(at path: String) -> Bool { Workspace.exists(at: path) }

      init(_ path: String, _ engine: Engine, threads: Int = 1) throws {
        workspace = try Workspace(path, engine: engine, threads: threads, creating: false)
      }

      /// The documents of a kind as a pool.
      func pool(_ kind: Kind) async throws -> Pool {
        kind == .role ? try await workspace.roles() : try await workspace.profiles()
      }

      /// The document with an id; nil where there is none.
      func document(_ id: String, _ kind: Kind) throws -> Document? {
        try workspace.document(id, kind: kind == .role ? .role : .profile)
      }

      /// All documents of a kind.
      func documents(_ kind: Kind) throws -> [Document] {
        try workspace.documents(kind == .role ? .role : .profile)
      }

      /// The first ids of a kind, and how many there are.
      func ids(_ kind: Kind, limit: Int) throws -> (ids: [String], count: Int) {
        let kind: Workspace.Kind = kind == .role ? .role : .profile
        return (
          try workspace.entries(kind, after: nil, limit: limit).map(\.id),
          try workspace.count(kind)
        )
      }
    #else
      static func exists(at path: String) -> Bool { false }

      init(_ path: String, _ engine: Engine, threads: Int = 1) throws {
        throw Failure("\(path): this rolefit was built without workspaces")
      }

      func pool(_ kind: Kind) async throws -> Pool { await Pool(roles: [], engine: try Engine()) }
      func document(_ id: String, _ kind: Kind) throws -> Document? { nil }
      func documents(_ kind: Kind) throws -> [Document] { [] }
      func ids(_ kind: Kind, limit: Int) throws -> (ids: [String], count: Int) { ([], 0) }
    #endif
  }
#endif
