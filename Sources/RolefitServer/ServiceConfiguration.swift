#if Server
  package import Rolefit

  /// How the service is to run.
  package struct ServiceConfiguration: Sendable {
    /// The address to listen on.
    package var host = "127.0.0.1"
    /// The port to listen on; 0 for any that is free.
    package var port = 8080
    /// Further names that the service may be asked by, without a port.
    package var hostNames: [String] = []
    /// Whether callers must have a key; always so where others than this machine can reach it.
    package var requiresKeys = false
    /// How many requests may use a processor at a time.
    package var threads = 2
    /// How many requests may wait for one.
    package var waiting = 128
    /// How many bytes a body may have.
    package var bodyLimit = 64 << 20
    /// How long a body may take to come.
    package var patience = Duration.seconds(60)
    /// How many connections may be open.
    package var connections = 1_024
    /// Reads the formats that need a process of their own.
    package var converter: (any DocumentConverter)?

    /// A service for this machine alone.
    package init() {}

    /// Whether nobody but this machine can reach the address.
    package var isLoopback: Bool {
      ["localhost", "::1"].contains(host) || host.hasPrefix("127.")
    }

    /// All names that the service may be asked by.
    var allHostNames: Set<String> {
      var names = Set(hostNames.map { $0.lowercased() })
      names.formUnion(["localhost", "127.0.0.1", "[::1]"])
      if !["0.0.0.0", "::"].contains(host) {
        names.insert(host.contains(":") ? "[\(host)]" : host)
      }
      return names
    }
  }
#endif
