#if CommandLine && Server
  import ArgumentParser
  import Rolefit
  import RolefitServer
  import Workspaces

  /// The command `rolefit keys`.
  struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "keys", abstract: "Keys of the service: make, list, take back.",
      subcommands: [Add.self, List.self, Revoke.self])

    /// Whose keys.
    struct Owner: ParsableArguments {
      @Option(help: ArgumentHelp("The workspace.", valueName: "dir"))
      var workspace: String

      func store() throws -> KeyStore {
        guard Workspace.exists(at: workspace) else {
          throw Failure("\(workspace): there is no workspace; make one with rolefit init")
        }
        return KeyStore(workspace: workspace)
      }
    }

    /// The command `rolefit keys add`.
    struct Add: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Make a key. It is printed once; only its hash is kept.")

      @Argument(help: "What the bearer is called.")
      var name: String
      @Option(help: "read: look and match; write: add and remove too; admin: see figures too.")
      var scope = AccessKey.Scope.read
      @Option(help: ArgumentHelp("The last day on which it holds.", valueName: "date"))
      var expires: String?
      @OptionGroup var owner: Owner

      func validate() throws {
        if let expires, CalendarDate(expires)?.day == nil {
          throw ValidationError("--expires takes a day as 2026-11-21, not \"\(expires)\"")
        }
      }

      func run() async throws {
        try await reporting {
          let made = try owner.store().add(
            name: name, scope: scope, expires: expires.flatMap { CalendarDate($0) })
          Console.write("\(made.text)\n")
        }
      }
    }

    /// The command `rolefit keys list`.
    struct List: AsyncParsableCommand {
      static let configuration = CommandConfiguration(abstract: "List the keys, without secrets.")

      @OptionGroup var owner: Owner

      func run() async throws {
        try await reporting {
          for key in try owner.store().keys() {
            let state = key.isRevoked ? "taken back" : key.expires.map { "until \($0)" } ?? "no end"
            Console.write(
              "\(key.id)  \(key.scope.rawValue)  \(state)  \(Console.printable(key.name))\n")
          }
        }
      }
    }

    /// The command `rolefit keys revoke`.
    struct Revoke: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Take a key back: it is refused from the next request on.")

      @Argument(help: "The id of the key, as keys list shows it.")
      var id: String
      @OptionGroup var owner: Owner

      func run() async throws {
        try await reporting {
          guard try owner.store().revoke(id) else {
            throw Failure("\(id): no key has this id; rolefit keys list shows them")
          }
          Console.write("\(id): taken back\n")
        }
      }
    }
  }

  extension AccessKey.Scope: ExpressibleByArgument {}
#endif
