#if CommandLine && Catalog
  import ArgumentParser
  import Rolefit
  import Workspaces

  /// The command `rolefit remove`.
  struct RemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Remove postings and profiles from a workspace.",
      discussion: """
        Of a removed profile no byte is left, neither in the catalog nor in logged runs. Of a posting \
        bytes may stay in the index until rolefit workspace compact.
        """)

    @Argument(help: "The ids.")
    var ids: [String]
    @OptionGroup var workspace: WorkspaceOptions
    @Option(help: "role or profile, where an id is both (default: either).")
    var kind: Workspace.Kind?

    func run() async throws {
      try await reporting {
        let workspace = try workspace.open()
        let kinds = kind.map { [$0] } ?? Workspace.Kind.allCases
        var chosen: [Workspace.Kind: [String]] = [:]
        var unknown: [String] = []
        for id in ids {
          let found = try kinds.filter { try workspace.document(id, kind: $0) != nil }
          guard found.count < 2 else {
            throw Failure(
              "\(id): a role and a profile have this id; say which with --kind; nothing was removed"
            )
          }
          if let kind = found.first {
            chosen[kind, default: []].append(id)
          } else {
            unknown.append(id)
          }
        }
        var removed = 0
        for kind in kinds {
          guard let ids = chosen[kind] else { continue }
          let done = try await workspace.remove(ids, kind: kind)
          removed += done.removed
        }
        Console.write("\(workspace.folder): \(removed) removed\n")
        for id in unknown {
          Console.error("rolefit: \(id): nothing in the workspace has this id")
        }
        if !unknown.isEmpty { throw ExitCode(1) }
      }
    }
  }
#endif
