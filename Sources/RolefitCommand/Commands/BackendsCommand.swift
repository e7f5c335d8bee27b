#if CommandLine
  import ArgumentParser
  import Foundation
  import Kernels

  extension BenchmarkCommand {
    /// The command `rolefit benchmark --backends`.
    ///
    /// It is the default subcommand and no flag of `benchmark` itself: that would take `--format` away
    /// from the other subcommands.
    struct Backends: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "backends", abstract: "The kernels' backends, and which one runs.",
        discussion: """
          The environment variable ROLEFIT_BACKEND takes another one that is supported here. All give \
          the same scores.
          """,
        shouldDisplay: false)

      @Flag(help: "List the backends.")
      var backends = false
      @Option(help: "table, or json: one line.")
      var format: Format = .table

      func run() async throws {
        // `rolefit benchmark` alone comes here as well.
        guard backends else { throw CleanExit.helpRequest(BenchmarkCommand.self) }
        try list()
      }

      /// Prints which backends there are, which the machine supports and which one runs; says on standard
      /// error where `ROLEFIT_BACKEND` asks for one that cannot be had.
      private func list() throws {
        let asked = ProcessInfo.processInfo.environment["ROLEFIT_BACKEND"]
        let list = Listing(asked: asked?.isEmpty == true ? nil : asked)
        switch format {
        case .json: Console.write(try JSON.line(list))
        case .table:
          for one in list.backends {
            let state = one.runs ? "runs" : one.isSupported ? "supported" : "not supported here"
            let name = one.name.padding(toLength: 10, withPad: " ", startingAt: 0)
            Console.write("\(name)\(state)\n")
          }
        }
        guard let asked = list.asked, let problem = list.problem else { return }
        let names = list.backends.filter(\.isSupported).map(\.name).joined(separator: ", ")
        let what = problem == .unknown ? "is no backend" : "is not supported by this machine"
        Console.error(
          "rolefit: ROLEFIT_BACKEND=\(asked): \(asked) \(what), so \(list.backend) runs; "
            + "there are \(names)")
      }
    }

    /// The backends, as `--format json` prints them.
    private struct Listing: Encodable {
      struct One: Encodable {
        var name: String
        var isSupported: Bool
        var runs: Bool

        private enum CodingKeys: String, CodingKey {
          case name, isSupported = "supported", runs
        }
      }

      /// What was asked for and cannot be had.
      enum Problem: String, Encodable { case unknown, unsupported }

      /// The fastest first.
      var backends: [One]
      /// The one that runs.
      var backend: String
      /// What `ROLEFIT_BACKEND` says, if anything.
      var asked: String?
      var problem: Problem?

      init(asked: String?) {
        let current = Backend.current.name
        backends = Backend.all.map {
          One(name: $0.name, isSupported: $0.isSupported, runs: $0.name == current)
        }
        backend = current
        self.asked = asked
        guard let asked, asked != current else { return }
        problem = Backend.all.contains { $0.name == asked } ? .unsupported : .unknown
      }
    }
  }
#endif
