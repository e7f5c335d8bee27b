#if CommandLine
  import ArgumentParser
  import Foundation
  import Rolefit

  extension BenchmarkCommand {
    /// The command `rolefit benchmark build`.
    struct Build: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "An index of postings: how fast, how much memory, how large.",
        discussion: """
          Timed from the postings to an index in the temporary folder, which is removed. The index is \
          written once more from its vectors and texts, on one thread: the same without the parsing \
          of requirements.
          """)

      @Option(help: ArgumentHelp("Postings: a file, a folder, NDJSON, or -.", valueName: "path"))
      var roles: String
      @Option(help: "table, or json: one line.")
      var format: Format = .table
      @OptionGroup var engine: EngineOptions

      func run() async throws {
        try await reporting {
          guard !RoleIndex.exists(at: roles) else {
            throw Failure("\(roles): an index does not serve here; give the postings")
          }
          let benchmark = BuildBenchmark(engine: try engine.make(), threads: engine.threads)
          let (report, refusals) = try await benchmark.run(Inputs.reader(roles)) {
            Console.progress("\($0) postings …")
          }
          Console.endProgress()
          guard let report else {
            for refusal in refusals { Inputs.report(refusal) }
            throw Failure("\(roles): no posting could be read")
          }
          switch format {
          case .json: Console.write(try JSON.line(report))
          case .table: Console.write(Self.table(report))
          }
          try Inputs.finish(refusals)
        }
      }

      private static func table(_ report: BuildBenchmark.Report) -> String {
        let number = { (value: Double) in String(format: value < 10 ? "%.2f" : "%.0f", value) }
        return """
          \(report.roles) roles, \(number(Double(report.textBytes) / 1e6)) MB of text, \
          \(report.threads) thread(s), load \(number(report.load))
          from text      \(number(report.buildSeconds)) s, \(number(report.megabytesPerSecond)) MB/s
          from vectors   \(number(report.vectorSeconds)) s on one thread, of which \
          \(number(report.vectorBlockSeconds)) s for the vectors, \
          \(number(report.vectorMegabytesPerSecond)) MB/s
          memory         \(number(Double(report.buildPeakBytes) / 1e6)) MB at most
          index          \(report.indexBytes) bytes of vectors and directory, \
          \(report.storedBytes) of texts and ids

          """
      }
    }
  }
#endif
