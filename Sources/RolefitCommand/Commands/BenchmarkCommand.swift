#if CommandLine
  import ArgumentParser
  import Foundation
  import Rolefit

  /// The command `rolefit benchmark`.
  struct BenchmarkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "benchmark", abstract: "Measure throughput on this machine.",
      subcommands: [Tokenize.self])

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    /// The command `rolefit benchmark tokenize`.
    struct Tokenize: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "tokenize",
        abstract: "Text to words, stems and term ids, on one core.")

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

      func run() async throws {
        try await reporting {
          let (documents, refusals) = try roles.read()
          let report = TokenizerBenchmark(engine: try engine.make()).run(documents, rounds: rounds)
          switch format {
          case .json: Console.write(try JSON.line(report))
          case .table:
            let speed = { (value: Double) in "\(Int(value.rounded()))" }
            Console.write(
              """
              tokenize  \(report.bytes) bytes, \(report.tokens) tokens, \(report.rounds) rounds
              median    \(speed(report.megabytesPerSecond)) MB/s on one core
              range     \(speed(report.slowest))–\(speed(report.fastest)) MB/s

              """)
          }
          try Inputs.finish(refusals)
        }
      }
    }
  }
#endif
