/// What is measured of a run.
package enum Figure: String, Sendable, Codable, CaseIterable {
  // Of graded sets, in either direction.
  case nDCG10 = "ndcg@10"
  case map = "map"
  case recall10 = "recall@10"
  // Of human-ranked sets, within a posting.
  case tau = "tau_b"
  case pairAccuracy = "pair_accuracy"
  case nDCG5 = "ndcg@5"

  /// How people write it.
  package var name: String {
    switch self {
    case .nDCG10: "nDCG@10"
    case .map: "MAP"
    case .recall10: "R@10"
    case .tau: "Kendall τ-b"
    case .pairAccuracy: "pair accuracy"
    case .nDCG5: "nDCG@5"
    }
  }
}

/// A figure of every query of a set that can be graded; its mean is the set's figure.
///
/// Which queries are left out depends on the judgements alone, so the values of two runs over one set
/// belong together one by one.
package struct FigureValues: Sendable, Equatable {
  package let by: QuerySide
  package let figure: Figure
  /// A value a query, in the order of the queries; never empty.
  package let values: [Double]

  package var mean: Double { values.reduce(0, +) / Double(values.count) }
}
