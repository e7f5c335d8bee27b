#if CommandLine && Catalog
  import ArgumentParser
  import Rolefit
  import Workspaces

  /// The command `rolefit workspace`.
  struct WorkspaceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "workspace", abstract: "Look after a workspace.",
      subcommands: [Verify.self, Compact.self, Rebuild.self, Merge.self])

    /// Where it is.
    struct Folder: ParsableArguments {
      @Argument(help: ArgumentHelp("The workspace.", valueName: "dir"))
      var folder: String
      @OptionGroup var engine: EngineOptions

      func open() throws -> Workspace {
        try Workspace(folder, engine: try engine.make(), threads: engine.threads, creating: false)
      }
    }

    /// The command `rolefit workspace verify`.
    struct Verify: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Read everything and say what is damaged, or not the same in catalog and index.")

      @OptionGroup var folder: Folder

      func run() async throws {
        try await reporting {
          Console.progress("reading …")
          let result = try await folder.open().verify()
          Console.endProgress()
          for finding in result.findings { Console.error("rolefit: \(Words.describe(finding))") }
          guard result.findings.isEmpty else {
            let isCatalog = result.findings.contains {
              if case .catalog = $0 { true } else { false }
            }
            throw Failure(
              "\(folder.folder) is damaged; "
                + (isCatalog
                  ? "restore the catalog" : "rolefit workspace rebuild makes its index anew"))
          }
          Console.write(
            "\(folder.folder): \(result.roles) roles and \(result.profiles) profiles, "
              + "\(result.rows) rows and \(result.indexBytes) bytes are as they were written\n")
        }
      }
    }

    /// The command `rolefit workspace compact`.
    struct Compact: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Free the room of what was removed: no byte of a removed posting is left.")

      @OptionGroup var folder: Folder

      func run() async throws {
        try await reporting {
          Console.progress("writing …")
          try await folder.open().compact()
          Console.endProgress()
          Console.write("\(folder.folder): compact\n")
        }
      }
    }

    /// The command `rolefit workspace rebuild`.
    struct Rebuild: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Make the index anew from the catalog.")

      @OptionGroup var folder: Folder

      func run() async throws {
        try await reporting {
          let workspace = try folder.open()
          try await workspace.rebuildIndex { Console.progress("\($0) postings …") }
          Console.endProgress()
          Console.write("\(folder.folder): \(try workspace.count(.role)) roles indexed anew\n")
        }
      }
    }

    /// The command `rolefit workspace merge`.
    struct Merge: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Store two résumés of one person as one.",
        discussion: """
          The first stays as it is; what the second says beside it follows. Months that both know of \
          are counted once.
          """)

      @OptionGroup var folder: Folder
      @Argument(help: "The id of a profile, which stands first.")
      var first: String
      @Argument(help: "The id of another profile.")
      var second: String
      @Option(help: "The id of the new profile.")
      var id: String
      @Flag(help: "Remove the two when the new one is stored.")
      var remove = false

      func validate() throws {
        if first == second { throw ValidationError("two ids are asked for, not one twice") }
        if id.isEmpty { throw ValidationError("--id takes an id, not nothing") }
      }

      func run() async throws {
        try await reporting {
          let workspace = try folder.open()
          let documents = try [first, second].map { id in
            guard let document = try workspace.document(id, kind: .profile) else {
              throw Failure("\(id): no profile of \(folder.folder) has this id")
            }
            return document
          }
          if id != first, id != second, try workspace.entry(id, kind: .profile) != nil {
            throw Failure("\(id): another profile has this id already; give another one")
          }
          let merge = ResumeMerge(
            documents[0], documents[1], id: id, engine: workspace.engine)
          try await workspace.add(
            [merge.document], kind: .profile, label: { _ in nil }, now: WorkspaceOptions.now)
          if remove {
            try await workspace.remove([first, second].filter { $0 != id }, kind: .profile)
          }
          Console.write(
            "\(id): \(first), and what \(second) says beside it; "
              + "\(merge.leftOut.count) lines are in both\n")
        }
      }
    }
  }
#endif
