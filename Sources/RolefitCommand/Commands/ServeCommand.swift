#if CommandLine && Server
  import ArgumentParser
  import Foundation
  import Rolefit
  import RolefitServer
  import Workspaces

  /// The command `rolefit serve`.
  struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "serve", abstract: "Serve a workspace: pages for people, and an HTTP API.",
      discussion: """
        rolefit serve --workspace hiring          then open http://localhost:8080/

        It listens on this machine alone, and asks for no key. With --host others can reach it; it \
        then asks each for a key, which rolefit keys add makes. It speaks HTTP: put a proxy with TLS \
        before it where the network is not yours.
        """)

    @Option(help: ArgumentHelp("The workspace; it is made if it is not there.", valueName: "dir"))
    var workspace: String
    @Option(help: "The port to listen on; 0 for any that is free.")
    var port = 8080
    @Option(help: ArgumentHelp("The address to listen on.", valueName: "address"))
    var host = "127.0.0.1"
    @Option(
      help: ArgumentHelp(
        "A name that the service may be asked by, beside localhost; may be repeated.",
        valueName: "name"))
    var hostName: [String] = []
    @Flag(help: "Ask for a key on this machine too.")
    var requireKeys = false
    @Option(help: ArgumentHelp("The most MiB that an upload may have.", valueName: "n"))
    var maxUpload = 64
    @Flag(help: "Put the built-in sample roles into a workspace without roles.")
    var samples = false
    @OptionGroup var engine: EngineOptions

    func validate() throws {
      guard (0...65_535).contains(port) else {
        throw ValidationError("--port takes a number from 0 to 65535, not \(port)")
      }
      guard (1...2_048).contains(maxUpload) else {
        throw ValidationError("--max-upload takes a number from 1 to 2048, not \(maxUpload)")
      }
    }

    func run() async throws {
      try await reporting {
        let engine = try engine.make()
        let store = try Workspace(
          workspace, engine: engine, threads: self.engine.threads, creating: true)
        if samples, try store.count(.role) == 0 {
          try await store.add(
            Engine.sampleRoles, kind: .role, label: { $0.id }, now: WorkspaceOptions.now)
        }
        let keys = KeyStore(workspace: workspace)
        let configuration = self.configuration
        if configuration.requiresKeys || !configuration.isLoopback, try keys.keys().isEmpty {
          throw Failure(
            "the service would ask for keys, and there are none; make one with: "
              + "rolefit keys add NAME --scope read --workspace \(workspace)")
        }
        // An index that lags is brought in line before anybody asks.
        _ = try await store.roles()
        let service = Service(configuration, engine: engine, workspace: store, keys: keys)
        let name = configuration.isLoopback ? "localhost" : host
        try await service.run { port in
          Console.write("rolefit serves \(workspace) at http://\(name):\(port)/ (Ctrl-C ends it)\n")
        }
      }
    }

    private var configuration: ServiceConfiguration {
      var configuration = ServiceConfiguration()
      configuration.host = host
      configuration.port = port
      configuration.hostNames = hostName
      configuration.requiresKeys = requireKeys
      configuration.threads = engine.threads
      configuration.bodyLimit = maxUpload << 20
      configuration.converter = Inputs.converter
      return configuration
    }
  }
#endif
