#if CommandLine
  import ArgumentParser
  import Foundation
  import Rolefit

  /// The command `rolefit match`.
  struct MatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "match",
      abstract: "Score many profiles against many roles; NDJSON or a TREC run.",
      discussion: """
        The roles are read first; profiles then stream through, from a file or from standard input \
        (--profiles -), and come out in their order. A record that cannot be read is named with its \
        line, a text without usable words with its id, and the rest is done. With --by role it is the other way round: the profiles are read \
        first, and each role ranks them.
        """)

    enum Format: String, ExpressibleByArgument {
      case ndjson, trec
      /// Refused with what to do instead.
      case html

      static let allValueStrings = [ndjson, trec].map(\.rawValue)
    }
    enum Direction: String, ExpressibleByArgument, CaseIterable { case profile, role }

    @Option(
      help: ArgumentHelp(
        "Profiles: a file, a folder, NDJSON, a workspace, or -.", valueName: "path"))
    var profiles: String?
    @Option(
      help: ArgumentHelp(
        "Roles: a file, a folder, NDJSON, an index, a workspace (default: the samples).",
        valueName: "path"))
    var roles: String?
    #if Catalog
      @Option(
        help: ArgumentHelp("A workspace: its postings and its profiles.", valueName: "dir"))
      var workspace: String?
    #endif
    @Option(help: "How many matches of each query; may be as large as the set.")
    var top: Int = 10
    @Option(help: "What asks: each profile for roles, or each role for profiles.")
    var by: Direction = .profile
    @Flag(help: ArgumentHelp(ScoringOptions.expandHelp))
    var expand = false
    @Option(help: "ndjson or trec.")
    var format: Format = .ndjson
    @OptionGroup var engine: EngineOptions

    func validate() throws {
      guard (1...100_000_000).contains(top) else {
        throw ValidationError("--top takes a number from 1 to 100000000, not \(top)")
      }
      if format == .html { throw ValidationError(ScoringOptions.onlyExplained) }
      if profiles == nil, named == nil {
        throw ValidationError("Missing expected argument '--profiles <path>'")
      }
      try Inputs.requireOneStream(profiles, roles)
      if expand, by == .role, roles == "-" {
        throw ValidationError("--expand reads the roles twice; name a file instead of -")
      }
    }

    func run() async throws {
      try await reporting {
        let engine = try engine.make()
        Console.progress("reading …")
        var isWhole = true
        let pool = try await expanded(try await pool(engine, &isWhole), engine)
        var queries = try await queries(engine, size: batch(of: pool))
        var done = 0
        while true {
          let documents = try queries.next()
          for refusal in queries.takeRefusals() { report(refusal, &isWhole) }
          if documents.isEmpty { break }
          let results = try await pool.pairs(
            of: documents, top: top, threads: self.engine.threads)
          for (document, pairs) in zip(documents, results) {
            if pairs.isEmpty, pool.count > 0 {
              Console.error("rolefit: \(Words.describe(RankingError.noTerms(id: document.id)))")
              isWhole = false
            }
            try write(pairs)
          }
          done += documents.count
          Console.progress("\(done) done")
        }
        Console.endProgress()
        if done == 0, !isWhole { throw Failure("nothing could be read that asks for matches") }
        if !isWhole { throw ExitCode(1) }
      }
    }

    private func report(_ refusal: Refusal, _ isWhole: inout Bool) {
      Inputs.report(refusal)
      isWhole = false
    }

    /// How many queries are in memory at a time: fewer where each has many matches.
    private func batch(of pool: Pool) -> Int {
      max(1, min(256, (1 << 18) / max(1, min(top, pool.count))))
    }

    /// The workspace that --workspace names.
    private var named: String? {
      #if Catalog
        workspace
      #else
        nil
      #endif
    }

    /// The path of a kind, and whether a workspace is meant.
    private func source(_ kind: WorkspaceInput.Kind) -> (path: String?, isWorkspace: Bool) {
      let path = kind == .role ? roles : profiles
      guard let path else { return (named, named != nil) }
      return (path, WorkspaceInput.exists(at: path))
    }

    /// The postings of an index or a workspace, or the profiles of a workspace; nil for what is read.
    private func stored(
      _ kind: WorkspaceInput.Kind, _ engine: Engine
    ) async throws -> Pool? {
      let (path, isWorkspace) = source(kind)
      guard let path else { return nil }
      if isWorkspace {
        let input = try WorkspaceInput(path, engine, threads: self.engine.threads)
        return try await input.pool(kind)
      }
      return kind == .role && RoleIndex.exists(at: path)
        ? try Pool(index: path, engine: engine) : nil
    }

    private func queries(_ engine: Engine, size: Int) async throws -> Queries {
      let kind: WorkspaceInput.Kind = by == .profile ? .profile : .role
      let (path, isWorkspace) = source(kind)
      guard let path else { return Queries(documents: Engine.sampleRoles, size: size) }
      if kind == .profile, isWorkspace {
        let documents = try WorkspaceInput(path, engine).documents(.profile)
        return Queries(documents: documents, size: size)
      }
      if let pool = try await stored(kind, engine) { return Queries(pool: pool, size: size) }
      return Queries(path: path, size: size)
    }

    private func pool(_ engine: Engine, _ isWhole: inout Bool) async throws -> Pool {
      let threads = self.engine.threads
      let kind: WorkspaceInput.Kind = by == .profile ? .role : .profile
      if let pool = try await stored(kind, engine) { return pool }
      let path = source(kind).path
      var documents = Engine.sampleRoles
      if let path {
        let read = try Inputs.readAll(path, what: by == .profile ? "posting" : "profile")
        documents = read.documents
        for refusal in read.refusals { report(refusal, &isWhole) }
      }
      return by == .profile
        ? await Pool(roles: documents, engine: engine, threads: threads)
        : await Pool(profiles: documents, engine: engine, threads: threads)
    }

    /// The pool as it orders: profiles are expanded by the roles that then ask for them.
    private func expanded(_ pool: Pool, _ engine: Engine) async throws -> Pool {
      guard expand else { return pool }
      guard by == .role else { return pool.expanding() }
      let threads = self.engine.threads
      if let roles = try await stored(.role, engine) {
        return try await pool.expanding(by: roles, threads: threads)
      }
      // What cannot be read is named when the roles ask.
      let documents =
        try roles.map { try Inputs.readAll($0, what: "posting").documents } ?? Engine.sampleRoles
      return try await pool.expanding(
        by: await Pool(roles: documents, engine: engine, threads: threads), threads: threads)
    }

    private func write(_ pairs: [Pair]) throws {
      var text = ""
      for pair in pairs {
        switch format {
        case .ndjson: text += try JSON.line(pair)
        case .trec:
          let (query, found) =
            by == .profile ? (pair.profile, pair.role) : (pair.role, pair.profile)
          text += TREC.line(query, found, pair.rank, pair.order ?? pair.score)
        case .html: preconditionFailure("pairs have no page; validate() refuses it")
        }
      }
      Console.write(text)
    }
  }

  /// Documents that stream in, a batch at a time: from a reader, an index, or memory.
  private struct Queries {
    private enum Source {
      case reader(Batches)
      case pool(Pool)
      case documents([Document])
    }

    private var source: Source
    private let size: Int
    private var position = 0

    init(path: String, size: Int) {
      source = .reader(Batches(Inputs.reader(path), count: size))
      self.size = size
    }

    init(pool: Pool, size: Int) {
      source = .pool(pool)
      self.size = size
    }

    init(documents: [Document], size: Int) {
      source = .documents(documents)
      self.size = size
    }

    mutating func next() throws -> [Document] {
      switch source {
      case .reader(var batches):
        defer { source = .reader(batches) }
        return batches.next()
      case .pool(let pool):
        // A batch may hold nothing but removed roles; none at all means the end.
        while position < pool.end {
          defer { position += size }
          let documents = try pool.documents(in: position..<position + size)
          if !documents.isEmpty { return documents }
        }
        return []
      case .documents(let documents):
        defer { position += size }
        return Array(documents.dropFirst(position).prefix(size))
      }
    }

    mutating func takeRefusals() -> [Refusal] {
      guard case .reader(var batches) = source else { return [] }
      defer { source = .reader(batches) }
      return batches.takeRefusals()
    }
  }
#endif
