/// How the order by scores agrees with the order by grades, over all pairs of a query's documents.
///
///     τ-b  = (C − D) / √((C + D + S) · (C + D + G))                      −1 … 1
///     pair accuracy = (C + S/2) / (C + D + S)                             0 … 1
///
/// C pairs have the same order, D the opposite one, S equal scores but different grades, G equal
/// grades but different scores (Kendall 1945, who introduced the correction for ties). τ is 0 where
/// one side is all ties; chance gives a pair accuracy of ½. Complexity: O(n²) for n documents.
struct PairOrder {
  private(set) var concordant = 0
  private(set) var discordant = 0
  private(set) var equalScores = 0
  private(set) var equalGrades = 0

  init(scores: [Double], grades: [Double]) {
    precondition(scores.count == grades.count, "\(scores.count) scores, \(grades.count) grades")
    for right in scores.indices {
      for left in 0..<right {
        count(
          Self.order(scores[left], scores[right]), Self.order(grades[left], grades[right]))
      }
    }
  }

  /// Kendall's τ-b.
  var tau: Double {
    let ordered = concordant + discordant
    let product = Double(ordered + equalScores) * Double(ordered + equalGrades)
    return product == 0 ? 0 : Double(concordant - discordant) / product.squareRoot()
  }

  /// The share of pairs of different grades that the scores put in order; equal scores count half.
  var accuracy: Double {
    let pairs = concordant + discordant + equalScores
    precondition(pairs > 0, "all grades are the same")
    return (Double(concordant) + Double(equalScores) / 2) / Double(pairs)
  }

  private mutating func count(_ scores: Int, _ grades: Int) {
    switch scores * grades {
    case 1: concordant += 1
    case -1: discordant += 1
    default:
      if grades != 0 { equalScores += 1 }
      if scores != 0 { equalGrades += 1 }
    }
  }

  /// −1, 0 or 1, where left is below, equal to or above right.
  ///
  /// By comparisons and not by a difference: two documents without a score are both at −∞.
  private static func order(_ left: Double, _ right: Double) -> Int {
    left == right ? 0 : left < right ? -1 : 1
  }
}
