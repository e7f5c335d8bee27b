public import Documents
public import Matching
public import Reading
public import Roles

/// Two candidates for a role beside each other, requirement by requirement.
///
///     let comparison = engine.compare(maya, rosa, role: posting, asOf: today)
///     for row in comparison.rows where row.isDifferent { print(row.text) }
///
/// Each side has what a match of its own has: comparing moves no verdict and no score.
public struct Comparison: Sendable, Codable {
  /// One of the two as a whole.
  public struct Candidate: Sendable, Codable {
    /// The profile's id.
    public var profile: String
    /// What ranks; never a percentage.
    public var score: Double
    /// The score on a calibrated scale; nil where a text is too thin to judge.
    public var fit: Fit?
    /// How much of the weight that the role asks for the profile shows, 0 to 1.
    public var coverage: Double
    /// The gates and whether the profile passes them; both candidates have the same, in one order.
    public var gates: [GateCheck]
  }

  /// What one of the two shows of a requirement.
  public struct Shown: Sendable, Codable {
    /// Whether the profile shows it.
    public var verdict: Verdict
    /// The months of dated experience that show it, where years are asked for.
    public var monthsShown: Int?
    /// The passage that shows it best; of a group, the best child's.
    public var evidence: Evidence?

    private enum CodingKeys: String, CodingKey {
      case verdict, monthsShown = "months_shown", evidence
    }
  }

  /// A requirement and what the two show of it.
  public struct Row: Sendable, Codable {
    /// The requirement's id: "r3.1".
    public var id: String
    /// Where it stood.
    public var section: Requirement.Section
    /// A leaf or a group; the children of a group are the rows behind it.
    public var kind: Requirement.Kind
    /// In how many groups it stands.
    public var depth: Int
    /// The words of the posting.
    public var text: String
    /// The years asked for.
    public var years: Int?
    /// Its share of the weight of all that the role asks for, 0 to 1.
    public var weight: Double
    /// What the first candidate shows.
    public var first: Shown
    /// What the second candidate shows.
    public var second: Shown
    /// Whether their verdicts or the months counted differ.
    public var isDifferent: Bool

    private enum CodingKeys: String, CodingKey {
      case id, section, kind, depth, text, years, weight, first, second
      case isDifferent = "is_different"
    }
  }

  /// What the numbers depend on beside the texts.
  public var identity: Engine.Identity
  /// The day that closing dates were compared with.
  public var asOf: CalendarDate
  /// The role's id.
  public var role: String
  /// The role's title.
  public var title: String
  /// The candidate that was named first.
  public var first: Candidate
  /// The other one.
  public var second: Candidate
  /// All requirements, in the order of the posting.
  public var rows: [Row]

  private enum CodingKeys: String, CodingKey {
    case identity, asOf = "as_of", role, title, first, second, rows
  }
}

extension Engine {
  /// Two candidates for a role beside each other.
  ///
  /// - Parameter asOf: the day that closing dates are compared with; it never moves a score.
  public func compare(
    _ first: Document, _ second: Document, role: Document, asOf: CalendarDate
  ) -> Comparison {
    let role = prepared(role: role)
    let reader = PairReader(knowledge: knowledge, asOf: asOf)
    let matches = [first, second].map { reader.match(role, prepared(profile: $0)) }
    let weights = role.requirementWeights
    return Comparison(
      identity: identity, asOf: asOf, role: matches[0].role, title: matches[0].title,
      first: Comparison.Candidate(matches[0]), second: Comparison.Candidate(matches[1]),
      rows: Comparison.rows(
        matches[0].requirements, matches[1].requirements, weights, depth: 0))
  }
}

extension Comparison {
  /// Findings of the same requirements as rows, each before its children.
  fileprivate static func rows(
    _ first: [Finding], _ second: [Finding], _ weights: [String: Double], depth: Int
  ) -> [Row] {
    zip(first, second).flatMap { first, second in
      let (left, right) = (Shown(first), Shown(second))
      let row = Row(
        id: first.id, section: first.section, kind: first.kind, depth: depth, text: first.text,
        years: first.years, weight: weights[first.id] ?? 0, first: left, second: right,
        isDifferent: left.verdict != right.verdict || left.monthsShown != right.monthsShown)
      return [row] + rows(first.children, second.children, weights, depth: depth + 1)
    }
  }
}

extension Comparison.Candidate {
  fileprivate init(_ match: Match) {
    self.init(
      profile: match.profile, score: match.score, fit: match.fit, coverage: match.coverage,
      gates: match.gates)
  }
}

extension Comparison.Shown {
  fileprivate init(_ finding: Finding) {
    let ranked = finding.leaves.sorted { $0.verdict.rank > $1.verdict.rank }
    self.init(
      verdict: finding.verdict, monthsShown: finding.monthsShown,
      evidence: ranked.lazy.compactMap(\.evidence.first).first)
  }
}
