#if CommandLine
  import ArgumentParser
  import Foundation
  import Rolefit

  /// The command `rolefit score`.
  struct ScoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "score",
      abstract: "Score a résumé against all roles, with a verdict per requirement.")

    @Argument(help: "A résumé, as a file of any kind that is read; - for standard input.")
    var resume: String
    @OptionGroup var roles: RoleOptions
    @OptionGroup var scoring: ScoringOptions
    @Option(
      help: ArgumentHelp(
        "Show the verdicts of the best N roles (default: of up to three, else of the best).",
        valueName: "n"))
    var verdicts: Int?
    @Flag(help: ArgumentHelp(ScoringOptions.expandHelp))
    var expand = false

    func validate() throws {
      try scoring.validateRanking()
      try Inputs.requireOneStream(resume, roles.roles)
    }

    func run() async throws {
      try await reporting {
        let printer = RankingPrinter(
          scoring: scoring, rows: "role", isExpanded: expand, verdicts: verdicts)
        let engine = try scoring.engine.make()
        let document = try Inputs.readProfile(resume, among: roles, engine)
        try await printer.rankRoles(roles, document, engine, Preferences())
      }
    }
  }

  /// The command `rolefit rank`.
  struct RankCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rank",
      abstract: "Rank roles for a profile, with gates and preferences applied.",
      discussion: """
        What the profile declares (a JSON résumé's "rolefit" object) decides gates and sets the \
        least pay and the workplaces; --min-pay and --location go before it. A role that does not \
        say is kept; how many were passed over, and why, is said below the table.
        """)

    @Argument(help: "A profile, as a file of any kind that is read; - for standard input.")
    var profile: String
    @OptionGroup var roles: RoleOptions
    @OptionGroup var scoring: ScoringOptions
    @Flag(help: "List only roles without a failed gate.")
    var eligible = false
    @Option(
      help: ArgumentHelp("The least pay a year, in the role's currency.", valueName: "amount"))
    var minPay: Double?
    @Option(help: ArgumentHelp("A city, state or country: \"Denver, CO\".", valueName: "place"))
    var location: String?
    @Option(help: ArgumentHelp("Show the verdicts of the best N roles.", valueName: "n"))
    var verdicts: Int = 0
    @Flag(help: ArgumentHelp(ScoringOptions.expandHelp))
    var expand = false

    func validate() throws {
      try scoring.validateRanking()
      try Inputs.requireOneStream(profile, roles.roles)
      if let minPay, !(minPay.isFinite && minPay >= 0) {
        throw ValidationError("--min-pay takes an amount, not \(minPay)")
      }
    }

    func run() async throws {
      try await reporting {
        let engine = try scoring.engine.make()
        let document = try Inputs.readProfile(profile, among: roles, engine)
        var preferences = Preferences(declared: document.declared)
        preferences.onlyEligible = eligible
        if let minPay { preferences.minimumPay = Preferences.Pay(yearly: minPay) }
        if let location {
          guard let place = engine.place(location) else {
            throw Failure("--location \"\(location)\": no such place is known; try \"City, State\"")
          }
          preferences.location = place
        }
        let printer = RankingPrinter(
          scoring: scoring, rows: "role", isExpanded: expand, verdicts: verdicts)
        try await printer.rankRoles(roles, document, engine, preferences)
      }
    }
  }

  /// The command `rolefit candidates`.
  struct CandidatesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "candidates", abstract: "Rank profiles for a role: the other direction.")

    @Argument(help: "A posting, or the id of a role in --roles.")
    var role: String
    @Option(
      help: ArgumentHelp(
        "A résumé, a folder of them, NDJSON, or a workspace.", valueName: "path"))
    var profiles: String?
    @OptionGroup var roles: RoleOptions
    @OptionGroup var scoring: ScoringOptions
    @Option(help: ArgumentHelp("Show the verdicts of the best N profiles.", valueName: "n"))
    var verdicts: Int = 0

    func validate() throws {
      try scoring.validateRanking()
      if profiles == nil, roles.named == nil {
        throw ValidationError("Missing expected argument '--profiles <path>'")
      }
      try Inputs.requireOneStream(role, profiles, roles.roles)
    }

    func run() async throws {
      try await reporting {
        let printer = RankingPrinter(scoring: scoring, rows: "profile", verdicts: verdicts)
        let engine = try scoring.engine.make()
        var among = roles
        // The role of a workspace's profiles is looked for beside them.
        if roles.roles == nil, roles.named == nil, let profiles,
          WorkspaceInput.exists(at: profiles)
        {
          among.roles = profiles
        }
        let document = try Inputs.readRole(role, among: among, engine)
        let (pool, refusals) = try await pool(engine)
        try printer.print(
          try pool.rank(against: document, top: scoring.top, asOf: scoring.day), refusals)
      }
    }

    /// The profiles, and what was refused.
    private func pool(_ engine: Engine) async throws -> (pool: Pool, refusals: [Refusal]) {
      let threads = scoring.engine.threads
      guard let path = profiles ?? roles.named else {
        preconditionFailure("validate() lets no command through without profiles")
      }
      if profiles == nil || WorkspaceInput.exists(at: path) {
        return (try await WorkspaceInput(path, engine, threads: threads).pool(.profile), [])
      }
      let (documents, refusals) = try Inputs.readAll(path, what: "profile")
      return (await Pool(profiles: documents, engine: engine, threads: threads), refusals)
    }
  }

  /// Ranks and prints.
  struct RankingPrinter {
    let scoring: ScoringOptions
    let rows: String
    /// Whether what the best roles have in common counts.
    var isExpanded = false
    /// Of how many matches verdicts are shown; nil for all of up to three, else of the best.
    let verdicts: Int?

    /// Reads roles and a résumé, ranks, and prints.
    func rankRoles(
      _ roles: RoleOptions, _ document: Document, _ engine: Engine, _ preferences: Preferences
    ) async throws {
      var (pool, refusals) = try await roles.pool(engine, threads: scoring.engine.threads)
      if isExpanded { pool = pool.expanding() }
      let ranking = try pool.rank(
        against: document, top: scoring.top, asOf: scoring.day, preferences: preferences)
      try print(ranking, refusals)
    }

    /// Prints in the format that was asked for, and ends with status 1 where inputs were refused.
    func print(_ ranking: Ranking, _ refusals: [Refusal]) throws {
      switch scoring.format {
      case .table:
        let table = RankingTable(
          ranking, rows: rows, width: Console.width, style: Style(isColored: Console.hasColor))
        Console.write(
          table.render(
            verdicts: verdicts ?? (ranking.matches.count <= 3 ? ranking.matches.count : 1)))
      case .json: Console.write(try JSON.text(ranking))
      case .ndjson:
        for match in ranking.matches { Console.write(try JSON.line(match)) }
      case .csv: Console.write(CSV.text(ranking))
      case .trec:
        for match in ranking.matches {
          let found = rows == "role" ? match.role : match.profile
          Console.write(TREC.line(ranking.query, found, match.rank, match.order ?? match.score))
        }
      case .html: preconditionFailure("a ranking has no page; validate() refuses it")
      }
      try Inputs.finish(refusals)
    }
  }
#endif
