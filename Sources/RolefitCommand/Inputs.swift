#if CommandLine
  import ArgumentParser
  import Foundation
  import Rolefit
  #if Catalog
    import Workspaces
  #endif

  /// A reason to stop with exit status 2.
  struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
      self.description = description
    }
  }

  /// Reads inputs for commands and words what goes wrong.
  enum Inputs {
    /// Reads the formats that need a process of their own; nil where this executable has none.
    static let converter: (any DocumentConverter)? = {
      #if Documents
        executable.map { DocumentWorkers(executable: $0) }
      #else
        nil
      #endif
    }()

    /// The file of this program.
    private static var executable: String? {
      #if os(Linux)
        try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      #else
        Bundle.main.executablePath
      #endif
    }

    /// A reader of all that stands at a path.
    static func reader(_ path: String) -> InputReader {
      InputReader(path: path, converter: converter)
    }

    /// All documents at a path; none at all is a failure.
    static func readAll(
      _ path: String, what: String
    ) throws -> (documents: [Document], refusals: [Refusal]) {
      let (documents, refusals) = InputReader.readAll(path: path, converter: converter)
      if documents.isEmpty {
        for refusal in refusals { report(refusal) }
        throw Failure("\(path): no \(what) could be read")
      }
      return (documents, refusals)
    }

    /// The one document at a path.
    static func readOne(_ path: String) throws -> Document {
      switch InputReader.readOne(path: path, converter: converter) {
      case .success(let document): return document
      case .failure(let refusal):
        throw Failure("\(refusal.input): \(Words.describe(refusal.error))")
      }
    }

    /// The résumé at a path, or the profile with an id in the workspace.
    static func readProfile(
      _ name: String, among options: RoleOptions, _ engine: Engine
    ) throws -> Document {
      if let path = options.workspacePath, name != "-",
        !FileManager.default.fileExists(atPath: name)
      {
        let input = try WorkspaceInput(path, engine)
        if let profile = try input.document(name, .profile) { return profile }
        let (ids, count) = try input.ids(.profile, limit: listed)
        guard count == 0 else { throw unknown(name, ids, of: count, "profile") }
      }
      return try readOne(name)
    }

    /// The role at a path, or with an id among roles.
    static func readRole(
      _ name: String, among options: RoleOptions, _ engine: Engine
    ) throws -> Document {
      if FileManager.default.fileExists(atPath: name) { return try readOne(name) }
      if let path = options.workspacePath {
        let input = try WorkspaceInput(path, engine)
        if let role = try input.document(name, .role) { return role }
        let (ids, count) = try input.ids(.role, limit: listed)
        throw unknown(name, ids, of: count)
      }
      if let index = options.index {
        let pool = try Pool(index: index, engine: engine)
        if let role = try pool.document(name) { return role }
        throw unknown(name, try pool.documents(in: 0..<listed).map(\.id), of: pool.count)
      }
      let roles = try options.read().documents
      if let role = roles.first(where: { $0.id == name }) { return role }
      throw unknown(name, roles.prefix(listed).map(\.id), of: roles.count)
    }

    /// How many ids somebody is shown who asked for one that is not there.
    private static var listed: Int { 60 }

    private static func unknown(
      _ name: String, _ ids: [String], of count: Int, _ what: String = "role"
    ) -> Failure {
      if count == 0 { return Failure("\(name): neither a file nor an id of a \(what)") }
      let rest = count > ids.count ? ", and \(count - ids.count) more" : ""
      return Failure(
        "\(name): neither a file nor an id of a \(what); the \(what)s are "
          + ids.joined(separator: ", ") + rest)
    }

    /// Refuses to read two things from standard input.
    static func requireOneStream(_ paths: String?...) throws {
      guard paths.filter({ $0 == "-" }).count > 1 else { return }
      throw ValidationError("standard input can be read once only; give one of them as a file")
    }

    /// Names a refused input on standard error.
    static func report(_ refusal: Refusal) {
      Console.error("rolefit: \(refusal.input): \(Words.describe(refusal.error))")
    }

    /// Reports refusals, and ends with status 1 where there are any.
    static func finish(_ refusals: [Refusal]) throws {
      guard !refusals.isEmpty else { return }
      for refusal in refusals { report(refusal) }
      throw ExitCode(1)
    }
  }

  /// Runs a command's body and turns failures into words and exit statuses.
  func reporting(_ body: () async throws -> Void) async throws {
    do {
      try await body()
    } catch let failure as Failure {
      Console.error("rolefit: \(failure.description)")
      throw ExitCode(2)
    } catch let error as RankingError {
      Console.error("rolefit: \(Words.describe(error))")
      throw ExitCode(2)
    } catch let error as RoleIndexError {
      Console.endProgress()
      Console.error("rolefit: \(Words.describe(error))")
      throw ExitCode(2)
    } catch let error where Words.ofWorkspace(error) != nil {
      Console.endProgress()
      Console.error("rolefit: \(Words.ofWorkspace(error) ?? "")")
      throw ExitCode(2)
    } catch let error as EngineError {
      Console.error("rolefit: the data that is compiled in \(Words.describe(error))")
      throw ExitCode(2)
    }
  }

  /// The words of errors.
  enum Words {
    static func describe(_ error: any Error) -> String {
      switch error {
      case let error as InputError: error.words
      case let error as DocumentError: error.words
      case let error as EngineError: describe(error)
      case let error as RoleIndexError: describe(error)
      case RankingError.index(let error): describe(error)
      case RankingError.noTerms(let id):
        "\(id): it holds no usable words, so it cannot be ranked"
      default: "\(error)"
      }
    }

    /// What is wrong with a workspace; nil for any other error.
    static func ofWorkspace(_ error: any Error) -> String? {
      #if Catalog
        (error as? WorkspaceError).map { describe($0) }
      #else
        nil
      #endif
    }

    private static func describe(_ error: EngineError) -> String {
      switch error {
      case .notABackground: "is no background; make one with rolefit background build"
      case .version(let version):
        "is a background of version \(version), which this engine does not read; build it anew"
      case .truncated: "is a background that is cut off; build it anew"
      case .hashDiffers: "is a background that was changed; build it anew"
      case .malformed: "is a background with impossible content; build it anew"
      case .aliases(let line): "the alias table has no \"=\" in line \(line)"
      }
    }
  }
#endif
