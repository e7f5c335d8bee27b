#if CommandLine
  import ArgumentParser
  import Rolefit

  /// The command line of Rolefit.
  @main
  struct RolefitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rolefit",
      abstract: "Scores a résumé against job postings, and says why.",
      discussion: """
        Every number comes from the two texts alone: it is the same tomorrow, on another machine, \
        and whatever else is loaded. Nothing leaves this machine.

        Try it:  rolefit score Profiles/maya-okafor.json
        """,
      version: Engine.version,
      subcommands: [
        ScoreCommand.self, RankCommand.self, CandidatesCommand.self, ExplainCommand.self,
        ParseCommand.self, MatchCommand.self, EvaluateCommand.self, MarketCommand.self,
        IndexCommand.self, BackgroundCommand.self, BenchmarkCommand.self,
      ] + workspaces + service + workers)

    private static var workspaces: [any ParsableCommand.Type] {
      #if Catalog
        [
          InitCommand.self, AddCommand.self, ListCommand.self, RemoveCommand.self,
          WorkspaceCommand.self,
        ]
      #else
        []
      #endif
    }

    private static var service: [any ParsableCommand.Type] {
      #if Server
        [ServeCommand.self, KeysCommand.self]
      #else
        []
      #endif
    }

    private static var workers: [any ParsableCommand.Type] {
      #if Documents
        [DocumentWorkerCommand.self]
      #else
        []
      #endif
    }
  }
#else
  @main
  enum RolefitCommand {
    static func main() {
      print("rolefit: built without the trait CommandLine")
    }
  }
#endif
