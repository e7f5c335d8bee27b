#if CommandLine && Catalog
  import ArgumentParser
  import Rolefit
  import Workspaces

  /// The command `rolefit workspace`.
  struct WorkspaceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "workspace", abstract: "Look after a workspace.",
      subcommands: [Verify.self, Compact.self, Rebuild.self])

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
  }
#endif
