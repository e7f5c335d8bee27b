public import Documents
public import Reading
public import Roles

/// Whether a profile shows what a requirement asks for.
public enum Verdict: String, Sendable, Codable {
  /// Shown, with evidence.
  case met
  /// Shown in part.
  case partial
  /// Not shown.
  case missing
  /// Cannot be told from a résumé. It never counts against anyone.
  case unknown
}

/// A passage of a profile that answers a requirement, and its words that do.
public struct Evidence: Sendable, Codable, Equatable {
  /// A word, or words side by side, that the requirement asks for.
  public struct Word: Sendable, Codable, Equatable {
    /// As the résumé has it.
    public var text: String
    /// Where it stands in the résumé's text.
    public var span: Range<Int>
    /// The posting's words, where one side was read through an alias or a compound.
    ///
    /// "Kubernetes" for "k8s"; nil where the two differ in case or inflection at most.
    public var readAs: String?

    private enum CodingKeys: String, CodingKey {
      case text, span, readAs = "read_as"
    }
  }

  /// The passage.
  public var passage: String
  /// Its words.
  public var text: String
  /// Where it stands in the résumé's text.
  public var span: Range<Int>
  /// The words that meet the requirement, in the order of the text; their spans do not overlap.
  public var words: [Word]
  /// The page of the résumé, from 1, where it has pages.
  public var page: Int?
}

/// A requirement, its verdict and its share of the score.
public struct Finding: Sendable, Codable {
  /// A dated position that was counted for the years asked for.
  public struct Period: Sendable, Codable, Equatable {
    /// The title, where it was understood.
    public var title: String?
    /// The employer, where it was understood.
    public var employer: String?
    /// The first month.
    public var start: CalendarDate
    /// The last month; nil where the position goes on.
    public var end: CalendarDate?
    /// Months from the first to the last, both counted; an open end is the day of the match.
    public var months: Int
    /// The line of the résumé that gives the dates.
    public var span: Range<Int>
  }

  /// One of several things that a leaf asks for.
  public struct Part: Sendable, Codable, Equatable {
    /// The words of the posting.
    public var text: String
    /// Where they stand in the posting's text.
    public var span: Range<Int>
    /// Whether the profile shows it.
    public var verdict: Verdict
    /// The share of its words' weight that the profile holds, 0 to 1.
    public var coverage: Double
    /// At most three passages that show it, the best first.
    public var evidence: [Evidence]
  }

  /// The requirement's id: "r3.1".
  public var id: String
  /// Where it stood.
  public var section: Requirement.Section
  /// A leaf or a group.
  public var kind: Requirement.Kind
  /// The words of the posting.
  public var text: String
  /// Where they stand in the posting's text.
  public var span: Range<Int>
  /// Whether the profile shows it.
  public var verdict: Verdict
  /// What it adds to the score; the children of a group add up to the group's.
  public var contribution: Double
  /// The share of its words' weight that the profile holds, 0 to 1.
  public var coverage: Double
  /// The years asked for.
  public var years: Int?
  /// The months of dated experience that show it, where years are asked for.
  public var monthsShown: Int?
  /// The positions that these months were counted over, in the order of the text.
  ///
  /// Months that two of them share were counted once. Nil where no years are counted.
  public var periods: [Period]?
  /// At most three passages that show it, the best first.
  public var evidence: [Evidence]
  /// The children of a group.
  public var children: [Finding]
  /// What a leaf asks for, where that is several things, each with its own verdict.
  public var parts: [Part]?
  /// Words of a leaf that add to the score by being like the résumé's, what adds most first; nil
  /// outside an explanation, and where there are none.
  public var related: [Related]?

  private enum CodingKeys: String, CodingKey {
    case id, section, kind, text, span, verdict, contribution, coverage, years
    case monthsShown = "months_shown", periods, evidence, children, parts, related
  }

  /// The leaves below, or the leaf itself.
  public var leaves: [Finding] { kind == .leaf ? [self] : children.flatMap(\.leaves) }
}

/// A part of the role that is no requirement, and its share of the score.
public struct FieldShare: Sendable, Codable {
  /// `title`, `summary` or `overview`.
  public var id: String
  /// What it adds to the score.
  public var contribution: Double
}

/// A gate and whether the profile passes it.
public struct GateCheck: Sendable, Codable {
  /// What came out; silence is `unknown`, and `unknown` never counts against anyone.
  public enum Outcome: String, Sendable, Codable {
    case pass, fail, unknown
  }

  /// The gate.
  public var gate: Gate
  /// What came out.
  public var outcome: Outcome
  /// Why, in a few words.
  public var reason: String
}

/// The score on a calibrated scale of 0 to 100.
public struct Fit: Sendable, Codable, Equatable {
  /// 0–100.
  public var value: Int
  /// `excellent`, `strong`, `fair`, `weak` or `poor`.
  public var band: String
  /// The calibration that it comes from.
  public var calibration: String
}

/// A profile and a role, and what was found of the pair.
public struct Match: Sendable, Codable {
  /// The role's id.
  public var role: String
  /// The profile's id.
  public var profile: String
  /// 1 for the best.
  public var rank: Int
  /// What ranks, unless there is an `order`; never a percentage.
  public var score: Double
  /// What ranks in a pool that expands; it depends on what is loaded.
  public var order: Double?
  /// How much of the score comes from likeness, beside what words add that stand in both texts.
  public var alike: Double
  /// The score on a calibrated scale; nil where a text is too thin to judge.
  public var fit: Fit?
  /// How much of the weight that the role asks for the profile shows, 0 to 1.
  public var coverage: Double
  /// How much of the profile's weight the role calls for, 0 to 1.
  public var reverseCoverage: Double
  /// The role's title.
  public var title: String
  /// The employer.
  public var employer: String?
  /// What is paid for the role's own place.
  public var pay: Pay?
  /// Where the work is.
  public var locations: [Place]
  /// Where the work is done.
  public var workplace: Role.Workplace
  /// The gates, which stand beside the score and never inside it.
  public var gates: [GateCheck]
  /// The requirements with their verdicts.
  public var requirements: [Finding]
  /// What the title and other fields add; these and the requirements add up to the score.
  public var fields: [FieldShare]
  /// What a reader should know.
  public var warnings: [Warning]

  private enum CodingKeys: String, CodingKey {
    case role, profile, rank, score, order, alike, fit, coverage, reverseCoverage =
      "reverse_coverage",
      title
    case employer, pay, locations, workplace, gates, requirements, fields, warnings
  }

  /// How many leaves of a section have each verdict.
  public func tally(_ section: Requirement.Section? = nil) -> [Verdict: Int] {
    let wanted = requirements.filter { section == nil || $0.section == section }
    return wanted.reduce(into: [:]) { $0[$1.verdict, default: 0] += 1 }
  }

  /// Whether a gate fails.
  public var isBarred: Bool { gates.contains { $0.outcome == .fail } }
}
