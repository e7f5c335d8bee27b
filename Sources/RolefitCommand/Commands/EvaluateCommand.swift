#if CommandLine
  import ArgumentParser
  import Evaluation
  import Foundation
  import Rolefit
  import Weighting

  /// The command `rolefit evaluate`.
  struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "evaluate",
      abstract: "How well rankings agree with people, on a labelled set.",
      discussion: """
        SET is a folder with profiles.ndjson, postings.ndjson and qrels.tsv: a header, then \
        profile_id, posting_id and grade a line, separated by tabs.

        A set whose grades are all whole numbers from 0 to 2 is graded: nDCG@10 with the gain \
        2^grade - 1, and MAP and R@10 of the top grade, in both directions; a pair without a grade \
        counts as 0. Any other set is human-ranked: Kendall's tau-b, pair accuracy and nDCG@5 with \
        the grade as gain, of the judged pairs of each posting that has three or more. --grades \
        says which it is where that is wrong.

        A model is \(ModelParts.words). --against compares it, query by query, with \
        another one, or with runs that --runs wrote earlier.

        Intervals are bootstrap intervals over queries, with a fixed seed: the same on any machine.
        """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: ArgumentHelp("The folder of a labelled set.", valueName: "set"))
    var set: String
    @Option(help: "Which parts of the model count.")
    var model: String?
    @Option(
      help: ArgumentHelp(
        "Compare with another model, or with a folder of runs.", valueName: "model|folder"))
    var against: String?
    @Flag(help: "Build the model up part by part, and show what each changes.")
    var ablate = false
    @Option(help: "What the grades mean, graded or ranked (default: by their values).")
    var grades: LabelledSet.Kind?
    @Option(help: "text or json.")
    var format: Format = .text
    @Option(
      help: ArgumentHelp(
        "Write the rankings there, by-profile.trec and by-posting.trec.", valueName: "folder"))
    var runs: String?
    @OptionGroup var engine: EngineOptions

    func validate() throws {
      if ablate, model != nil || against != nil || runs != nil {
        throw ValidationError(
          "--ablate goes through its own models, without --model, --against, --runs")
      }
      if let model, ModelParts(name: model) == nil {
        throw ValidationError("--model takes \(ModelParts.words), not \"\(model)\"")
      }
      if let against, ModelParts(name: against) == nil, !Self.isFolder(against) {
        throw ValidationError(
          "--against takes \(ModelParts.words), or a folder of runs; "
            + "\"\(against)\" is neither")
      }
    }

    func run() async throws {
      try await reporting {
        let set = try EvaluationSet(folder: self.set, kind: grades)
        let scorer = PairScorer(
          set: set, threads: engine.threads, engine: try engine.make())
        if ablate {
          let report = try await ablation(set, scorer)
          try write(report) { EvaluationTable(style: $0).render(report) }
        } else {
          let report = try await evaluation(set, scorer)
          try write(report) { EvaluationTable(style: $0).render(report) }
        }
      }
    }

    private func evaluation(
      _ set: EvaluationSet, _ scorer: PairScorer
    ) async throws -> EvaluationReport {
      let configuration = model.flatMap { ModelParts(name: $0) } ?? .all
      // Read before anything is computed or written: it may be wrong, or the folder of --runs.
      let earlier = try earlierRuns(set)
      let result = try await score(configuration, scorer)
      if let runs { try RunFiles(folder: runs, set: set.labels).write(result.runs) }
      let grader = Grader(set.labels)
      let figures = grader.figures(of: result.runs)
      var comparison: ModelComparison?
      if let against {
        var others = earlier
        if others == nil, let other = ModelParts(name: against) {
          others = try await score(other, scorer).runs
        }
        comparison = others.map {
          ModelComparison(figures, against: grader.figures(of: $0), name: against)
        }
      }
      return EvaluationReport(
        identity: result.identity, set: SetSummary(set), model: configuration.name,
        figures: figures.map(FigureSummary.init), unranked: result.unranked,
        comparison: comparison)
    }

    /// The runs that `--against` names, where it names no model.
    private func earlierRuns(_ set: EvaluationSet) throws -> Runs? {
      guard let against, ModelParts(name: against) == nil else { return nil }
      return try RunFiles(folder: against, set: set.labels).read()
    }

    private func ablation(
      _ set: EvaluationSet, _ scorer: PairScorer
    ) async throws -> AblationReport {
      let grader = Grader(set.labels)
      var steps: [AblationReport.Step] = []
      var before: (model: String, figures: [FigureValues])?
      for (name, configuration) in ModelParts.steps {
        let result = try await score(configuration, scorer)
        let figures = grader.figures(of: result.runs)
        steps.append(
          AblationReport.Step(
            step: name, model: configuration.name, figures: figures.map(FigureSummary.init),
            comparison: before.map {
              ModelComparison(figures, against: $0.figures, name: $0.model)
            }))
        before = (configuration.name, figures)
      }
      return AblationReport(identity: scorer.engine.identity, set: SetSummary(set), steps: steps)
    }

    private func score(
      _ configuration: ModelParts, _ scorer: PairScorer
    ) async throws -> PairScorer.Result {
      Console.progress("scoring all pairs with \(configuration.name) …")
      defer { Console.endProgress() }
      return try await scorer.score(configuration)
    }

    private func write(_ report: some Encodable, _ table: (Style) -> String) throws {
      switch format {
      case .text: Console.write(table(Style(isColored: Console.hasColor)))
      case .json: Console.write(try JSON.text(report))
      }
    }

    private static func isFolder(_ path: String) -> Bool {
      var isFolder: ObjCBool = false
      return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && isFolder.boolValue
    }
  }

  extension ModelParts {
    /// What may be written for a model, for help and errors.
    static let words = "core, vectors, resumes, lists, letters, joined by +; or full"

    /// The model built up part by part, and at last without the part that costs most.
    static let steps: [(name: String, model: ModelParts)] = [
      ("core", []), ("+ vectors", .vectors), ("+ resumes", [.vectors, .resumes]),
      ("+ lists", [.vectors, .resumes, .lists]), ("+ letters", .all),
      ("full without vectors", all.subtracting(.vectors)),
    ]
  }

  extension LabelledSet.Kind: ExpressibleByArgument {}
#endif
