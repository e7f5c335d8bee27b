#if CommandLine
  import ArgumentParser
  import Foundation
  import Rolefit

  /// The command `rolefit benchmark`.
  struct BenchmarkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "benchmark", abstract: "Measure throughput on this machine.",
      discussion: "rolefit benchmark --backends lists the kernels' backends, and which one runs.",
      subcommands: [Query.self, Build.self, Tokenize.self, Parse.self, Backends.self],
      defaultSubcommand: Backends.self)

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    /// What all benchmarks of reading take.
    struct Options: ParsableArguments {
      @OptionGroup var roles: RoleOptions
      @Option(help: "How many rounds are timed.")
      var rounds: Int = 9
      @Option(help: "table, or json: one line.")
      var format: Format = .table
      @OptionGroup var engine: EngineOptions

      func validate() throws {
        guard (1...10_000).contains(rounds) else {
          throw ValidationError("--rounds takes a number from 1 to 10000, not \(rounds)")
        }
      }

      /// Runs a stage and prints what was measured; `unit` is what the stage finds.
      func run(_ stage: ThroughputBenchmark.Stage, unit: String) throws {
        let (documents, refusals) = try roles.read()
        let report = ThroughputBenchmark(engine: try engine.make())
          .run(stage, documents, rounds: rounds)
        switch format {
        case .json: Console.write(try JSON.line(report))
        case .table:
          let speed = { (value: Double) in
            value < 100 ? String(format: "%.1f", value) : "\(Int(value.rounded()))"
          }
          Console.write(
            """
            \(stage.rawValue.padding(toLength: 9, withPad: " ", startingAt: 0)) \
            \(report.bytes) bytes, \(report.found) \(unit), \(report.rounds) rounds
            median    \(speed(report.megabytesPerSecond)) MB/s on one core
            range     \(speed(report.slowest))–\(speed(report.fastest)) MB/s

            """)
        }
        try Inputs.finish(refusals)
      }
    }

    /// The command `rolefit benchmark tokenize`.
    struct Tokenize: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "tokenize",
        abstract: "Text to words, stems and term ids, on one core.")

      @OptionGroup var options: Options

      func run() async throws {
        try await reporting { try options.run(.tokenize, unit: "tokens") }
      }
    }

    /// The command `rolefit benchmark parse`.
    struct Parse: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "parse",
        abstract: "Postings to roles with facts, gates and requirements, on one core.")

      @OptionGroup var options: Options

      func run() async throws {
        try await reporting { try options.run(.parse, unit: "requirements") }
      }
    }
  }
#endif
