#if CommandLine
  import ArgumentParser
  import Foundation
  import Rolefit

  /// How results are printed.
  enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, ndjson, csv, trec, html
  }

  /// Options that every command takes that scores.
  struct ScoringOptions: ParsableArguments {
    @Option(help: "How to print; html is a page about one pair, which explain alone writes.")
    var format: OutputFormat = .table

    @Option(help: "Show the best K.")
    var top: Int = 10

    @OptionGroup var asOf: DayOptions
    @OptionGroup var engine: EngineOptions

    func validate() throws {
      guard (1...10_000_000).contains(top) else {
        throw ValidationError("--top takes a number from 1 to 10000000, not \(top)")
      }
    }

    /// Refuses the format that a ranking has not.
    func validateRanking() throws {
      if format == .html { throw ValidationError(Self.onlyExplained) }
    }

    /// What somebody is told who asks for a page about many pairs.
    static let expandHelp =
      "Order by what the best roles have in common too: it then depends on what is loaded."
    static let onlyExplained =
      "--format html is a page about one pair; write it with: "
      + "rolefit explain RESUME ROLE --format html > page.html"

    /// The day that was asked for, or today.
    var day: CalendarDate { asOf.day }
  }

  /// Which day it is.
  struct DayOptions: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        "The day that closing dates and \"to the present\" are counted to (default: today).",
        valueName: "date"))
    var asOf: String?

    func validate() throws {
      if let asOf, CalendarDate(asOf)?.day == nil {
        throw ValidationError("--as-of takes a day as 2026-11-21, not \"\(asOf)\"")
      }
    }

    /// The day that was asked for, or today.
    var day: CalendarDate { asOf.flatMap { CalendarDate($0) } ?? .today }
  }

  /// Which background, how many threads.
  struct EngineOptions: ParsableArguments {
    @Option(
      help: ArgumentHelp("Another background, as background build writes it.", valueName: "file"))
    var background: String?

    @Option(help: "How many threads may read postings (default: all cores).")
    var threads: Int = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
      guard (1...1024).contains(threads) else {
        throw ValidationError("--threads takes a number from 1 to 1024, not \(threads)")
      }
    }

    /// The engine.
    func make() throws -> Engine {
      guard let background else { return try Engine() }
      guard let bytes = FileManager.default.contents(atPath: background) else {
        throw Failure("\(background): it cannot be read; is the path right?")
      }
      do {
        return try Engine(background: Array(bytes))
      } catch {
        throw Failure("\(background): \(Words.describe(error))")
      }
    }
  }

  /// Which roles.
  struct RoleOptions: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        "A posting, a folder of postings, NDJSON, an index or a workspace (default: the samples).",
        valueName: "path"))
    var roles: String?
    #if Catalog
      @Option(
        help: ArgumentHelp(
          "A workspace: its postings, and its profiles by their ids.", valueName: "dir"))
      var workspace: String?
    #endif

    func validate() throws {
      if roles != nil, named != nil {
        throw ValidationError("--roles and --workspace: give one of them")
      }
    }

    /// The workspace that --workspace names.
    var named: String? {
      #if Catalog
        workspace
      #else
        nil
      #endif
    }

    /// The workspace that postings come from.
    var workspacePath: String? {
      named ?? roles.flatMap { WorkspaceInput.exists(at: $0) ? $0 : nil }
    }

    /// The path, where an index stands there.
    var index: String? {
      roles.flatMap { RoleIndex.exists(at: $0) ? $0 : nil }
    }

    /// The postings as a pool, and what was refused.
    func pool(_ engine: Engine, threads: Int) async throws -> (pool: Pool, refusals: [Refusal]) {
      if let index { return (try Pool(index: index, engine: engine), []) }
      if let path = workspacePath {
        Console.progress("opening the workspace …")
        let pool = try await WorkspaceInput(path, engine, threads: threads).pool(.role)
        Console.endProgress()
        return (pool, [])
      }
      Console.progress("reading postings …")
      let (documents, refusals) = try read()
      Console.progress("reading \(documents.count) postings …")
      let pool = await Pool(roles: documents, engine: engine, threads: threads)
      Console.endProgress()
      return (pool, refusals)
    }

    /// The postings, and what was refused.
    func read() throws -> (documents: [Document], refusals: [Refusal]) {
      if let path = workspacePath {
        throw Failure("\(path): a workspace does not serve here; give the postings")
      }
      guard let roles else { return (Engine.sampleRoles, []) }
      guard index == nil else {
        throw Failure("\(roles): an index does not serve here; give the postings")
      }
      return try Inputs.readAll(roles, what: "posting")
    }
  }
#endif
