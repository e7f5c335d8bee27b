#if CommandLine
  import Evaluation
  import Rolefit

  /// The figures of a model on a labelled set, and how they compare with another's.
  struct EvaluationReport: Encodable {
    let identity: Engine.Identity
    let set: SetSummary
    var bootstrap = BootstrapSummary()
    /// The configuration's name.
    let model: String
    let figures: [FigureSummary]
    /// The ids of documents without a usable word: nothing is found for them.
    let unranked: [String]
    let comparison: ModelComparison?
  }

  /// The figures of a model that is built up part by part.
  struct AblationReport: Encodable {
    /// A configuration, compared with the one of the step before.
    struct Step: Encodable {
      /// What the step does: "+ vectors".
      let step: String
      let model: String
      let figures: [FigureSummary]
      let comparison: ModelComparison?
    }

    /// What the whole model is computed with; the steps leave parts of it out.
    let identity: Engine.Identity
    let set: SetSummary
    var bootstrap = BootstrapSummary()
    let steps: [Step]
  }

  /// Which set.
  struct SetSummary: Encodable {
    let name: String
    let kind: LabelledSet.Kind
    let profiles: Int
    let postings: Int
    let grades: Int

    init(_ set: EvaluationSet) {
      name = set.name
      kind = set.labels.kind
      profiles = set.profiles.count
      postings = set.postings.count
      grades = set.labels.judgements.count
    }
  }

  /// How the intervals were computed.
  struct BootstrapSummary: Encodable {
    let draws = Bootstrap.standard.draws
    let seed = Bootstrap.standard.seed
    let level = 0.95
  }

  /// A figure's mean over queries with its 95% interval.
  struct FigureSummary: Encodable {
    let by: QuerySide
    let figure: Figure
    let mean: Double
    let low: Double
    let high: Double
    let queries: Int

    init(_ values: FigureValues) {
      let interval = Bootstrap.standard.interval(of: values.values)
      by = values.by
      figure = values.figure
      mean = values.mean
      low = interval.low
      high = interval.high
      queries = values.values.count
    }
  }

  /// All figures of two models, compared query by query.
  struct ModelComparison: Encodable {
    /// A configuration's name, or a folder of runs.
    let against: String
    let figures: [Row]

    init(_ figures: [FigureValues], against others: [FigureValues], name: String) {
      against = name
      self.figures = zip(figures, others).map(Row.init)
    }

    /// One figure.
    struct Row: Encodable {
      let by: QuerySide
      let figure: Figure
      let mean: Double
      /// The other's mean.
      let against: Double
      let difference: Double
      let low: Double
      let high: Double
      /// The share of draws whose difference has another sign.
      let opposite: Double
      let p: Double
      let wins: Int
      let ties: Int
      let losses: Int
      let queries: Int

      init(_ values: FigureValues, _ other: FigureValues) {
        let comparison = PairedComparison(values.values, against: other.values)
        by = values.by
        figure = values.figure
        mean = values.mean
        against = other.mean
        difference = comparison.difference
        low = comparison.interval.low
        high = comparison.interval.high
        opposite = comparison.opposite
        p = comparison.p
        wins = comparison.wins
        ties = comparison.ties
        losses = comparison.losses
        queries = values.values.count
      }

      /// 1 or −1 where the interval leaves out zero, else 0.
      var direction: Int { low > 0 ? 1 : high < 0 ? -1 : 0 }
    }
  }
#endif
