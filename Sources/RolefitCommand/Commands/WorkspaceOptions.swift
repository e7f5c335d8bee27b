#if CommandLine && Catalog
  import ArgumentParser
  import Foundation
  import Rolefit
  import Workspaces

  /// Which workspace.
  struct WorkspaceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The workspace, as init makes it.", valueName: "dir"))
    var workspace: String
    @OptionGroup var engine: EngineOptions

    /// The workspace, opened.
    func open() throws -> Workspace {
      try Workspace(
        workspace, engine: try engine.make(), threads: engine.threads, creating: false)
    }

    /// Seconds since 1970.
    static var now: Int64 { Int64(Date().timeIntervalSince1970) }
  }

  extension Workspace.Kind: ExpressibleByArgument {}
#endif
