#if CommandLine && Catalog
  import ArgumentParser
  import Foundation
  import Rolefit
  import Workspaces

  /// The command `rolefit init`.
  struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "init", abstract: "Make a workspace: a folder that keeps postings and profiles.",
      discussion: """
        rolefit init hiring
        rolefit add ads cvs/*.pdf --workspace hiring
        rolefit rank maya-okafor --workspace hiring
        """)

    @Argument(help: ArgumentHelp("The folder; a new one, or an empty one.", valueName: "dir"))
    var folder: String
    @OptionGroup var engine: EngineOptions

    func run() async throws {
      try await reporting {
        let isThere = Workspace.exists(at: folder)
        let workspace = try Workspace(
          folder, engine: try engine.make(), threads: engine.threads, creating: true)
        try await workspace.bringIndexInLine()
        let count = (try workspace.count(.role), try workspace.count(.profile))
        Console.write(
          isThere
            ? "\(folder): a workspace already, \(count.0) roles and \(count.1) profiles\n"
            : "\(folder): a new workspace\n")
      }
    }
  }

  /// The command `rolefit add`.
  struct AddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Add postings and résumés to a workspace.",
      discussion: """
        What is already there is left as it is; another document under the same id takes its place. \
        --format ndjson prints a line for each document as soon as it is safe: it would survive a \
        power cut from then on.
        """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, ndjson }

    @Argument(help: "Postings and résumés: files, folders, NDJSON, or -.")
    var files: [String]
    @OptionGroup var workspace: WorkspaceOptions
    @Option(help: "What they are: role or profile (default: told by the content of each).")
    var kind: Workspace.Kind?
    @Option(help: "The id of a single document (default: the name of its file).")
    var id: String?
    @Option(help: "table, or ndjson: a line for each document as soon as it is safe.")
    var format: Format = .table

    func validate() throws {
      if id != nil, files.count > 1 { throw ValidationError("--id takes one document") }
      if id?.isEmpty == true { throw ValidationError("--id takes an id, not nothing") }
      if files.filter({ $0 == "-" }).count > 1 {
        throw ValidationError("standard input can be read once only")
      }
    }

    func run() async throws {
      try await reporting {
        let workspace = try workspace.open()
        var tally = Tally()
        var refusals: [Refusal] = []
        for file in files {
          refusals += try await add(file, to: workspace, &tally)
        }
        if tally.roles {
          try await workspace.bringIndexInLine { Console.progress("indexing \($0) postings …") }
        }
        Console.endProgress()
        if format == .table { Console.write("\(workspace.folder): \(tally.words)\n") }
        try Inputs.finish(refusals)
      }
    }

    /// Adds all that stands at a path, a batch at a time, and gives what was refused.
    private func add(
      _ file: String, to workspace: Workspace, _ tally: inout Tally
    ) async throws -> [Refusal] {
      var batches = Batches(Inputs.reader(file), count: 1024, bytes: 16 << 20)
      let label = label(of: file)
      while true {
        let documents = try named(batches.next())
        if documents.isEmpty { break }
        let kinds = await kinds(of: documents, workspace.engine)
        for kind in Workspace.Kind.allCases {
          let chosen = zip(documents, kinds).filter { $1 == kind }.map(\.0)
          guard !chosen.isEmpty else { continue }
          let added = try await workspace.add(
            chosen, kind: kind, label: { _ in label }, now: WorkspaceOptions.now,
            extendsIndex: false)
          tally.count(added)
          if format == .ndjson { Console.write(try added.map(JSON.line).joined()) }
          Console.progress("\(tally.done) documents …")
        }
        if id != nil, !batches.next().isEmpty { throw Failure("\(file): --id takes one document") }
      }
      try workspace.note(refusals: batches.refusals, now: WorkspaceOptions.now)
      return batches.refusals
    }

    private func named(_ documents: [Document]) throws -> [Document] {
      guard let id else { return documents }
      guard documents.count <= 1 else { throw Failure("\(files[0]): --id takes one document") }
      return documents.map { $0.named(id) }
    }

    /// A folder's documents have its files' names as ids already.
    private func label(of file: String) -> String? {
      var isFolder: ObjCBool = false
      _ = unsafe FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
      return file == "-" || isFolder.boolValue ? nil : URL(filePath: file).lastPathComponent
    }

    private func kinds(of documents: [Document], _ engine: Engine) async -> [Workspace.Kind] {
      if let kind { return documents.map { _ in kind } }
      return await Parallel.map(documents, threads: workspace.engine.threads) { document in
        engine.looksLikeProfile(document) ? .profile : .role
      }
    }

    /// What became of the documents.
    private struct Tally {
      private var counts: [Workspace.Added.State: [Workspace.Kind: Int]] = [:]
      private(set) var done = 0
      /// Whether a posting was among them.
      private(set) var roles = false

      mutating func count(_ added: [Workspace.Added]) {
        done += added.count
        for one in added {
          counts[one.state, default: [:]][one.kind, default: 0] += 1
          roles = roles || one.kind == .role
        }
      }

      /// "3 roles and 1 profile added, 2 replaced, 4 there already".
      var words: String {
        let new = counts[.new] ?? [:]
        let (roles, profiles) = (new[.role] ?? 0, new[.profile] ?? 0)
        var parts = [
          "\(roles) role\(roles == 1 ? "" : "s") and \(profiles) "
            + "profile\(profiles == 1 ? "" : "s") added"
        ]
        let sum = { (state: Workspace.Added.State) in
          (counts[state] ?? [:]).values.reduce(0, +)
        }
        if sum(.replaced) > 0 { parts.append("\(sum(.replaced)) replaced") }
        if sum(.unchanged) > 0 { parts.append("\(sum(.unchanged)) there already") }
        return parts.joined(separator: ", ")
      }
    }
  }
#endif
