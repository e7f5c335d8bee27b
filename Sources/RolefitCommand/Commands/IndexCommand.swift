#if CommandLine
  import ArgumentParser
  import Foundation
  import Rolefit

  /// The command `rolefit index`.
  struct IndexCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "index", abstract: "Make and keep an index of postings.",
      discussion: """
        An index is a folder NAME.rolefit that --roles of other commands takes: opened in \
        milliseconds, however many postings it holds. Others may read it while it is changed; a \
        change that is cut off leaves it as it was before.

        rolefit index build --roles ads.ndjson --output jobs.rolefit
        rolefit score cv.txt --roles jobs.rolefit
        """,
      subcommands: [
        Build.self, Add.self, Remove.self, Compact.self, Show.self, Verify.self,
      ])

    /// Where the index is.
    struct Folder: ParsableArguments {
      @Argument(help: ArgumentHelp("The index.", valueName: "name.rolefit"))
      var index: String
    }

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    /// The command `rolefit index build`.
    struct Build: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Make an index of postings.")

      @Option(help: ArgumentHelp("Postings: a file, a folder, NDJSON, or -.", valueName: "path"))
      var roles: String
      @Option(help: ArgumentHelp("The index; nothing may be there.", valueName: "name.rolefit"))
      var output: String
      @OptionGroup var engine: EngineOptions

      func run() async throws {
        try await reporting {
          let index = RoleIndex(output, engine: try engine.make(), threads: engine.threads)
          do {
            let (count, refusals) = try await index.build(from: Inputs.reader(roles)) {
              Console.progress("\($0) postings …")
            }
            try IndexCommand.finish("\(output): \(count) roles", refusals)
          } catch RoleIndexError.nothingRead(let refusals) {
            for refusal in refusals { Inputs.report(refusal) }
            throw Failure("\(roles): no posting could be read; no index was made")
          }
        }
      }
    }

    /// The command `rolefit index add`.
    struct Add: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Add postings; one whose id is there already is replaced.")

      @OptionGroup var folder: Folder
      @Option(help: ArgumentHelp("Postings: a file, a folder, NDJSON, or -.", valueName: "path"))
      var roles: String
      @OptionGroup var engine: EngineOptions

      func run() async throws {
        try await reporting {
          let index = RoleIndex(folder.index, engine: try engine.make(), threads: engine.threads)
          let (count, refusals) = try await index.add(from: Inputs.reader(roles)) {
            Console.progress("\($0) postings …")
          }
          try IndexCommand.finish("\(folder.index): \(count) roles", refusals)
        }
      }
    }

    /// The command `rolefit index remove`.
    struct Remove: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Remove postings by their ids; compact makes their bytes go.")

      @OptionGroup var folder: Folder
      @Argument(help: "The ids.")
      var ids: [String]
      @OptionGroup var engine: EngineOptions

      func run() async throws {
        try await reporting {
          let index = RoleIndex(folder.index, engine: try engine.make())
          let (removed, unknown) = try await index.remove(ids)
          Console.write("\(folder.index): \(removed) removed\n")
          for id in unknown { Console.error("rolefit: \(id): no role of the index has this id") }
          if !unknown.isEmpty { throw ExitCode(1) }
        }
      }
    }

    /// The command `rolefit index compact`.
    struct Compact: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Write the index anew: no byte of a removed posting is left afterwards.")

      @OptionGroup var folder: Folder
      @OptionGroup var engine: EngineOptions

      func run() async throws {
        try await reporting {
          Console.progress("writing …")
          try await RoleIndex(folder.index, engine: try engine.make()).compact()
          Console.endProgress()
          Console.write("\(folder.index): compact\n")
        }
      }
    }

    /// The command `rolefit index info`.
    struct Show: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "info", abstract: "What an index holds.")

      @OptionGroup var folder: Folder
      @Option(help: "table or json.")
      var format: Format = .table

      func run() async throws {
        try await reporting {
          let info = try RoleIndex.info(folder.index)
          guard format == .table else { return Console.write(try JSON.text(info)) }
          Console.write(
            """
            roles        \(info.roles), and \(info.removed) removed that compact would free
            segments     \(info.segments), generation \(info.generation)
            bytes        \(info.bytes), of which \(info.indexBytes) vectors and directory
            made with    \(info.identities.map(Console.printable).joined(separator: ", "))

            """)
        }
      }
    }

    /// The command `rolefit index verify`.
    struct Verify: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Read every byte and say what is damaged.")

      @OptionGroup var folder: Folder

      func run() async throws {
        try await reporting {
          let (damages, bytes) = try RoleIndex.verify(folder.index) { read, all in
            Console.progress("\(read) of \(all) bytes …")
          }
          Console.endProgress()
          for damage in damages {
            Console.error(
              "rolefit: \(damage.file): \(damage.section) is damaged, at byte \(damage.offset)")
          }
          guard damages.isEmpty else {
            throw Failure("\(folder.index) is damaged; build it anew")
          }
          Console.write("\(folder.index): \(bytes) bytes are as they were written\n")
        }
      }
    }

    /// Says what is there now, and what was refused.
    private static func finish(_ line: String, _ refusals: [Refusal]) throws {
      Console.endProgress()
      Console.write(line + "\n")
      try Inputs.finish(refusals)
    }
  }
#endif
