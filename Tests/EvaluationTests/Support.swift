import Evaluation

/// Numbers that differ by rounding alone.
func isClose(_ left: Double, _ right: Double) -> Bool {
  abs(left - right) < 1e-12
}

extension LabelledSet {
  /// A set of the profiles p1 … and the postings r1 …, with lines like "p1 r2 1".
  static func of(
    _ lines: String..., profiles: Int = 4, postings: Int = 4, kind: Kind? = nil
  ) throws -> LabelledSet {
    let header = "profile_id posting_id grade"
    let text = ([header] + lines).joined(separator: "\n").map { $0 == " " ? "\t" : $0 }
    return try LabelledSet(
      profiles: (1...profiles).map { "p\($0)" }, postings: (1...postings).map { "r\($0)" },
      qrels: Array(String(text).utf8), kind: kind)
  }

  /// Runs by the scores of pairs, "p1" and "r2" to a number; other pairs are in no ranking.
  func runs(_ scores: KeyValuePairs<[String], Double>) -> Runs {
    var byProfile = [[Run.Entry]](repeating: [], count: profiles.count)
    var byPosting = [[Run.Entry]](repeating: [], count: postings.count)
    for (pair, score) in scores {
      guard let profile = profiles.firstIndex(of: pair[0]),
        let posting = postings.firstIndex(of: pair[1])
      else { preconditionFailure("\(pair) is not in the set") }
      byProfile[profile].append(Run.Entry(document: posting, score: score))
      byPosting[posting].append(Run.Entry(document: profile, score: score))
    }
    return Runs(
      byProfile: Run(by: .profile, rankings: byProfile),
      byPosting: Run(by: .posting, rankings: byPosting))
  }

  /// The values of one figure.
  func values(_ figure: Figure, by side: QuerySide, _ runs: Runs) -> [Double]? {
    Grader(self).figures(of: runs).first { $0.figure == figure && $0.by == side }?.values
  }
}
