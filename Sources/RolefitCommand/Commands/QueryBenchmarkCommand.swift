#if CommandLine
  import ArgumentParser
  import Foundation
  import Kernels
  import Rolefit

  extension BenchmarkCommand {
    /// The command `rolefit benchmark query`.
    struct Query: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "Profiles against all roles: the exact best, one at a time and as a batch.",
        discussion: """
          Timed from parsed profiles to ids and scores. The counts are what a query did on average; \
          they are the same on every machine.
          """)

      @OptionGroup var roles: RoleOptions
      @Option(help: ArgumentHelp("Profiles: a file, a folder, NDJSON.", valueName: "path"))
      var profiles: String
      @Option(help: "How many roles for each profile.")
      var top: Int = 10
      @Option(help: "How many of the profiles are asked with.")
      var queries: Int = 32
      @Option(help: "How many rounds are timed.")
      var rounds: Int = 5
      @Option(help: "table, or json: one line.")
      var format: Format = .table
      @OptionGroup var engine: EngineOptions

      func validate() throws {
        for (name, value) in [("top", top), ("queries", queries), ("rounds", rounds)]
        where !(1...100_000_000).contains(value) {
          throw ValidationError("--\(name) takes a number from 1 to 100000000, not \(value)")
        }
      }

      func run() async throws {
        try await reporting {
          let engine = try self.engine.make()
          let (documents, refused) = try Inputs.readAll(profiles, what: "profile")
          let (pool, refusals) = try await roles.pool(engine, threads: self.engine.threads)
          let benchmark = QueryBenchmark(pool: pool, profiles: Array(documents.prefix(queries)))
          guard benchmark.queryCount > 0 else {
            throw Failure("\(profiles): no profile has a usable word")
          }
          let report = try await benchmark.run(
            top: top, threads: self.engine.threads, rounds: rounds)
          switch format {
          case .json: Console.write(try JSON.line(report))
          case .table: Console.write(Self.table(report))
          }
          try Inputs.finish(refused + refusals)
        }
      }

      private static func table(_ report: QueryBenchmark.Report) -> String {
        let number = { (value: Double) in String(format: value < 10 ? "%.2f" : "%.0f", value) }
        return """
          \(report.profiles) profiles against \(report.roles) roles, the best \(report.top), \
          \(report.threads) thread(s), backend \(report.backend), load \(number(report.load))
          one profile   median \(number(report.medianMilliseconds)) ms, 99% below \
          \(number(report.p99Milliseconds)) ms
          all at once   \(number(report.perSecond)) profiles a second
          a query       \(number(report.entriesVisited)) positions, \(number(report.bitmapsAdded)) bitmaps, \
          \(number(report.bytesTouched / 1e6)) MB, \(number(report.rescored)) of \
          \(number(report.candidates)) candidates scored again
          index         \(report.indexBytes) bytes of vectors and directory

          """
      }
    }
  }
#endif
