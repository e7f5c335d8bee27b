#if CommandLine
  import ArgumentParser
  import Market
  import MarketReport
  import Rolefit

  /// The command `rolefit market`.
  struct MarketCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "market",
      abstract: "What many roles say together: skills, pay, workplaces, months.",
      discussion: """
        Skills are whole names as the postings' requirements give them. Pay is a year's, in the \
        roles' own currencies, which are never converted. An opening that was posted again is \
        counted once.

        --filter counts some of the roles only, and may be given more than once: \
        \(MarketFilter.Key.allCases.map(\.rawValue).joined(separator: ", ")). \
        Each figure of the JSON has its filter, by which its roles are found.

        rolefit market --roles ads --filter category=sales --filter country=IE
        rolefit market --roles ads --format html > market.html
        """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv, html }

    @OptionGroup var roles: RoleOptions
    @Option(
      help: ArgumentHelp(
        "Show at most N rows of each list (default: 10 in the table, 20 on the page, else all).",
        valueName: "n"))
    var top: Int?
    @Option(
      help: ArgumentHelp("Count only roles that meet a condition.", valueName: "key=value"))
    var filter: [String] = []
    @Option(help: "How to print; html is one page with charts, which needs nothing beside it.")
    var format: Format = .table
    @Flag(help: "List the ids of the roles that are counted, a line each, and no figures.")
    var ids = false
    @OptionGroup var engine: EngineOptions

    func validate() throws {
      if let top, !(1...100_000).contains(top) {
        throw ValidationError("--top takes a number from 1 to 100000, not \(top)")
      }
      _ = try conditions()
    }

    func run() async throws {
      try await reporting {
        let engine = try engine.make()
        let (tally, refusals) = try await tally(engine)
        let filter = try conditions()
        if ids {
          for id in tally.roles(matching: filter) { Console.write(Console.printable(id) + "\n") }
        } else {
          try print(
            MarketAnswer(identity: engine.identity, figures: tally.figures(filter)))
        }
        try Inputs.finish(refusals)
      }
    }

    private func print(_ answer: MarketAnswer) throws {
      var answer = answer
      if format != .html, format != .table, let top {
        answer.figures = answer.figures.limited(to: top)
      }
      switch format {
      case .table:
        let table = MarketTable(
          answer.figures, top: top ?? 10, width: Console.width,
          style: Style(isColored: Console.hasColor))
        Console.write(table.render())
      case .json: Console.write(try JSON.text(answer))
      case .csv: Console.write(CSV.text(answer.figures))
      case .html: Console.write(MarketPage(answer, top: top ?? 20).html())
      }
    }

    private func conditions() throws -> MarketFilter {
      var conditions = MarketFilter()
      for text in filter {
        do throws(MarketFilterError) {
          conditions = try conditions.and(text: text)
        } catch {
          throw ValidationError("--filter \"\(Console.printable(text))\": \(Words.describe(error))")
        }
      }
      return conditions
    }

    // MARK: - Reading

    /// Counts the postings in batches, so that memory stays bounded however many there are.
    private func tally(
      _ engine: Engine
    ) async throws -> (tally: MarketTally, refusals: [Refusal]) {
      let reader = MarketReader(engine: engine, threads: self.engine.threads)
      var tally = MarketTally()
      defer { Console.endProgress() }
      if let index = roles.index {
        let pool = try Pool(index: index, engine: engine)
        for start in stride(from: 0, to: pool.end, by: 4_096) {
          await reader.add(try pool.documents(in: start..<start + 4_096), to: &tally)
          Console.progress("reading postings … \(tally.added)")
        }
        return (tally, [])
      }
      guard let path = roles.roles else {
        await reader.add(Engine.sampleRoles, to: &tally)
        return (tally, [])
      }
      Console.progress("reading postings …")
      var batches = Batches(Inputs.reader(path))
      while case let documents = batches.next(), !documents.isEmpty {
        await reader.add(documents, to: &tally)
        Console.progress("reading postings … \(tally.added)")
      }
      let refusals = batches.takeRefusals()
      if tally.added == 0 {
        for refusal in refusals { Inputs.report(refusal) }
        throw Failure("\(path): no posting could be read")
      }
      return (tally, refusals)
    }
  }
#endif
