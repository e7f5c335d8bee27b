#if CommandLine
  import ArgumentParser
  import Foundation
  import Rolefit

  /// The command `rolefit background`.
  struct BackgroundCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "background",
      abstract: "Make the frozen document frequencies that scores are computed with.",
      subcommands: [Build.self, Export.self, Info.self])

    /// The command `rolefit background build`.
    struct Build: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Count a background over NDJSON of any size.",
        discussion: """
          Each file is a corpus, and all corpora weigh the same. Only what stands in five documents \
          or more is kept, as hashes, so that nobody's text can be read from the result.
          """)

      @Option(help: ArgumentHelp("A corpus of postings; may be given again.", valueName: "path"))
      var roles: [String] = []
      @Option(help: ArgumentHelp("A corpus of résumés; may be given again.", valueName: "path"))
      var profiles: [String] = []
      @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
      var output: String

      func validate() throws {
        guard !roles.isEmpty || !profiles.isEmpty else {
          throw ValidationError("give at least one corpus with --roles or --profiles")
        }
      }

      func run() async throws {
        try await reporting {
          let corpora =
            roles.map { BackgroundTool.Corpus(path: $0, side: .roles) }
            + profiles.map { BackgroundTool.Corpus(path: $0, side: .profiles) }
          let tool = BackgroundTool(corpora: corpora) { Console.progress($0) }
          let report = try tool.build()
          Console.endProgress()
          guard report.documents.contains(where: { $0 > 0 }) else {
            for refusal in report.refusals { Inputs.report(refusal) }
            throw Failure("no document could be read, so nothing was written")
          }
          do {
            try Data(report.file).write(to: URL(fileURLWithPath: output), options: .atomic)
          } catch {
            throw Failure("\(output): cannot be written; is there such a folder, and room?")
          }
          Console.write(
            """
            \(output): \(report.file.count) bytes, \(report.terms) terms, \
            \(report.compounds) compounds, \(report.lines) lines
            documents: \(report.documents.map(String.init).joined(separator: ", "))
            mean norms: roles \(report.roleNorm), profiles \(report.profileNorm)

            """)
          try Inputs.finish(report.refusals)
        }
      }
    }

    /// The command `rolefit background export`.
    struct Export: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the terms of documents as this engine reads them, to train tables with.",
        discussion: """
          The format stands at the head of Scripts/train-model.py. Unlike a background, the output \
          holds words of the texts; it is for the machine that trains, and for nobody else.
          """)

      @Option(help: ArgumentHelp("Postings.", valueName: "path"))
      var roles: String?
      @Option(help: ArgumentHelp("Résumés.", valueName: "path"))
      var profiles: String?
      @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
      var output: String
      @OptionGroup var engine: EngineOptions

      func validate() throws {
        guard (roles == nil) != (profiles == nil) else {
          throw ValidationError("give either --roles or --profiles")
        }
      }

      func run() async throws {
        try await reporting {
          let side = roles != nil ? Pool.Side.roles : .profiles
          var export = TermExport(engine: try engine.make(), side: side)
          guard FileManager.default.createFile(atPath: output, contents: nil),
            let handle = FileHandle(forWritingAtPath: output)
          else { throw Failure("\(output): cannot be written; is there such a folder, and room?") }
          var reader = Inputs.reader(roles ?? profiles ?? "")
          var refusals: [Refusal] = []
          while let next = reader.next() {
            switch next {
            case .success(let document):
              export.add(document)
              if export.pending >= 1 << 20 { try handle.write(contentsOf: export.take()) }
            case .failure(let refusal): refusals.append(refusal)
            }
          }
          try handle.write(contentsOf: export.take())
          try handle.close()
          try Inputs.finish(refusals)
        }
      }
    }

    /// The command `rolefit background info`.
    struct Info: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "info", abstract: "The hash and versions that results are computed with.")

      @OptionGroup var engine: EngineOptions

      func run() async throws {
        try await reporting { Console.write(try JSON.text(try engine.make().identity)) }
      }
    }
  }
#endif
