/// Grades runs on a labelled set: the figures of each query.
///
/// - **Graded sets**, in both directions: nDCG@10, average precision and R@10. A query needs a pair
///   of the set's top grade; the other queries are left out. Pairs without a grade count as grade 0.
/// - **Human-ranked sets**, profiles within a posting: Kendall's τ-b, pair accuracy and nDCG@5 with
///   the grade itself as gain, over judged pairs alone. A posting needs three grades, not all the same.
package struct Grader: Sendable {
  private let set: LabelledSet

  package init(_ set: LabelledSet) {
    self.set = set
  }

  /// The figures of runs over the set, in the order in which they are shown.
  ///
  /// Complexity: O(entries of the runs + Σ n² over the n grades of each posting).
  package func figures(of runs: Runs) -> [FigureValues] {
    switch set.kind {
    case .graded: QuerySide.allCases.flatMap { graded(runs[$0]) }
    case .ranked: ranked(runs.byPosting)
    }
  }

  // MARK: - Graded sets

  private func graded(_ run: Run) -> [FigureValues] {
    let top = set.topGrade
    let queries = set.queries(by: run.by).filter { $0.grades.contains(top) }
    var gains: [Double] = []
    var precisions: [Double] = []
    var recalls: [Double] = []
    for query in queries {
      let grades = Dictionary(uniqueKeysWithValues: zip(query.documents, query.grades))
      let found = run.rankings[query.position].map { grades[$0.document] ?? 0 }
      gains.append(
        DiscountedGain.normalized(
          ranked: found.prefix(10).map(DiscountedGain.gain),
          all: query.grades.map(DiscountedGain.gain), cutoff: 10))
      let isRelevant = found.map { $0 == top }
      let relevant = query.grades.count { $0 == top }
      precisions.append(Finding.averagePrecision(isRelevant, of: relevant))
      recalls.append(Finding.recall(isRelevant, of: relevant, cutoff: 10))
    }
    return [
      FigureValues(by: run.by, figure: .nDCG10, values: gains),
      FigureValues(by: run.by, figure: .map, values: precisions),
      FigureValues(by: run.by, figure: .recall10, values: recalls),
    ]
  }

  // MARK: - Human-ranked sets

  private func ranked(_ run: Run) -> [FigureValues] {
    var taus: [Double] = []
    var accuracies: [Double] = []
    var gains: [Double] = []
    for query in set.queries(by: run.by) where query.isComparable {
      let ranking = run.rankings[query.position]
      let scores = Dictionary(
        uniqueKeysWithValues: ranking.map { ($0.document, $0.score) })
      let judged = query.documents.map { scores[$0] ?? -.infinity }
      let order = PairOrder(scores: judged, grades: query.grades)
      taus.append(order.tau)
      accuracies.append(order.accuracy)
      gains.append(
        DiscountedGain.normalized(
          ranked: Self.grades(of: query, orderedBy: judged), all: query.grades, cutoff: 5))
    }
    return [
      FigureValues(by: run.by, figure: .tau, values: taus),
      FigureValues(by: run.by, figure: .pairAccuracy, values: accuracies),
      FigureValues(by: run.by, figure: .nDCG5, values: gains),
    ]
  }

  /// The grades by falling scores; equal scores stay in the order of the judgements.
  private static func grades(
    of query: LabelledSet.Query, orderedBy scores: [Double]
  ) -> [Double] {
    query.grades.indices.sorted { left, right in
      scores[left] == scores[right] ? left < right : scores[left] > scores[right]
    }
    .map { query.grades[$0] }
  }
}
