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
        line, and the rest is done. With --by role it is the other way round: the profiles are read \
        first, and each role ranks them.
        """)

    enum Format: String, ExpressibleByArgument {
      case ndjson, trec
      /// Refused with what to do instead.
      case html

      static let allValueStrings = [ndjson, trec].map(\.rawValue)
    }
    enum Direction: String, ExpressibleByArgument, CaseIterable { case profile, role }

    @Option(help: ArgumentHelp("Profiles: a file, a folder, NDJSON, or -.", valueName: "path"))
    var profiles: String
    @Option(
      help: ArgumentHelp(
        "Roles: a file, a folder, NDJSON, an index (default: the samples).", valueName: "path"))
    var roles: String?
    @Option(help: "How many matches of each query; may be as large as the set.")
    var top: Int = 10
    @Option(help: "What asks: each profile for roles, or each role for profiles.")
    var by: Direction = .profile
    @Option(help: "ndjson or trec.")
    var format: Format = .ndjson
    @OptionGroup var engine: EngineOptions

    func validate() throws {
      guard (1...100_000_000).contains(top) else {
        throw ValidationError("--top takes a number from 1 to 100000000, not \(top)")
      }
      if format == .html { throw ValidationError(ScoringOptions.onlyExplained) }
    }

    func run() async throws {
      try await reporting {
        let engine = try engine.make()
        let rolePath = roles
        let (poolPath, queryPath) =
          by == .profile ? (rolePath, Optional(profiles)) : (profiles, rolePath)
        Console.progress("reading …")
        var refusals: [Refusal] = []
        let pool = try await pool(poolPath, engine, &refusals)
        var queries = queryPath.map { Queries(path: $0) } ?? Queries(documents: Engine.sampleRoles)
        var done = 0
        while true {
          let batch = queries.next(Self.batch, &refusals)
          if batch.isEmpty { break }
          let results = try await pool.pairs(of: batch, top: top, threads: self.engine.threads)
          for (document, pairs) in zip(batch, results) {
            if pairs.isEmpty {
              Console.error("rolefit: \(Words.describe(RankingError.noTerms(id: document.id)))")
            }
            try write(pairs)
          }
          done += batch.count
          Console.progress("\(done) done")
        }
        Console.endProgress()
        try Inputs.finish(refusals)
      }
    }

    /// How many queries are in memory at a time.
    private static var batch: Int { 256 }

    private func pool(
      _ path: String?, _ engine: Engine, _ refusals: inout [Refusal]
    ) async throws -> Pool {
      let threads = self.engine.threads
      if by == .profile, let path, RoleIndex.exists(at: path) {
        return try Pool(index: path, engine: engine)
      }
      var documents = Engine.sampleRoles
      if let path {
        let read = try Inputs.readAll(path, what: by == .profile ? "posting" : "profile")
        documents = read.documents
        refusals += read.refusals
      }
      return by == .profile
        ? await Pool(roles: documents, engine: engine, threads: threads)
        : await Pool(profiles: documents, engine: engine, threads: threads)
    }

    private func write(_ pairs: [Pair]) throws {
      var text = ""
      for pair in pairs {
        switch format {
        case .ndjson: text += try JSON.line(pair)
        case .trec:
          let (query, found) =
            by == .profile ? (pair.profile, pair.role) : (pair.role, pair.profile)
          text += TREC.line(query, found, pair.rank, pair.score)
        case .html: preconditionFailure("pairs have no page; validate() refuses it")
        }
      }
      Console.write(text)
    }

  }

  /// Documents that stream in, a batch at a time.
  private struct Queries {
    private var reader: InputReader?
    private var documents: [Document]

    init(path: String) {
      reader = InputReader(path: path)
      documents = []
    }

    init(documents: [Document]) {
      self.documents = documents
    }

    mutating func next(_ count: Int, _ refusals: inout [Refusal]) -> [Document] {
      while documents.count < count, let next = reader?.next() {
        switch next {
        case .success(let document): documents.append(document)
        case .failure(let refusal): refusals.append(refusal)
        }
      }
      defer { documents.removeFirst(min(count, documents.count)) }
      return Array(documents.prefix(count))
    }
  }
#endif
