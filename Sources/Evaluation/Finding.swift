/// How well a ranking finds the documents of the top grade; others do not count.
///
///     AP   = 1/R · Σ_{i: i-th is relevant} (relevant among the first i) / i
///     R@10 = (relevant among the first 10) / R          R = relevant documents of the query
///
/// Average precision, its mean over queries MAP, and recall are the standard measures of TREC
/// (Buckley and Voorhees 2000). Both go from 0 to 1; a relevant document that is not in the ranking
/// counts as never found. Complexity: O(n) for n ranked documents.
enum Finding {
  /// The average precision of a ranking.
  static func averagePrecision(_ isRelevant: [Bool], of relevant: Int) -> Double {
    var found = 0
    var total = 0.0
    for (index, isRelevant) in isRelevant.enumerated() where isRelevant {
      found += 1
      total += Double(found) / Double(index + 1)
    }
    return total / Double(relevant)
  }

  /// The share of the relevant documents that stand among the first `cutoff`.
  static func recall(_ isRelevant: [Bool], of relevant: Int, cutoff: Int) -> Double {
    Double(isRelevant.prefix(cutoff).count { $0 }) / Double(relevant)
  }
}
