public import Documents
public import Reading

/// A posting understood: what it asks for, as a tree, and what is a fact about it.
///
/// All spans are half-open ranges of the UTF-8 bytes of the document's text.
public struct Role: Sendable, Codable {
  /// Where the work is done.
  public enum Workplace: String, Sendable, Codable {
    case onsite, hybrid, remote, unknown
  }

  /// A stretch of the text that does not belong to the role, and why.
  public struct LeftOut: Sendable, Codable, Equatable {
    /// The reason: `site`, `equal-opportunity`, `benefits`, `company`, `statistics`, `duplicate`, ….
    public var why: String
    /// Where it stands.
    public var span: Range<Int>
  }

  /// Always `role`.
  public var kind = "role"
  /// The name of the file or the id of the record.
  public var id: String
  /// The title; empty where none was found.
  public var title: String
  /// The employer, where it was understood.
  public var employer: String?
  /// Where the work is.
  public var locations: [Place]
  /// Where the work is done.
  public var workplace: Workplace
  /// `junior`, `mid`, `senior`, `lead`, `principal`, … from the title, or `unknown`.
  public var seniority: String
  /// What is paid, for the role's own place.
  public var pay: Pay?
  /// When the posting was published.
  public var posted: CalendarDate?
  /// Until when one can apply.
  public var closes: CalendarDate?
  /// When the work begins.
  public var starts: CalendarDate?
  /// What the role asks for, in the order of the text.
  public var requirements: [Requirement]
  /// Conditions that no score makes up for.
  public var gates: [Gate]
  /// The skills that the requirements name, in lower case, each once.
  public var skills: [String]
  /// What does not belong to the role.
  public var leftOut: [LeftOut]
  /// What a reader of a result should know.
  public var warnings: [Warning]

  private enum CodingKeys: String, CodingKey {
    case kind, id, title, employer, locations, workplace, seniority, pay, posted, closes, starts
    case requirements, gates, skills, leftOut = "left_out", warnings
  }

  /// The leaves of all requirements, in the order of the text.
  public var leaves: [Requirement] { requirements.flatMap(\.leaves) }
}

/// A node of a role's requirement tree.
public struct Requirement: Sendable, Codable {
  /// Where it stood.
  public enum Section: String, Sendable, Codable {
    case required, preferred, responsibility, other
  }

  /// One thing asked for, or a group of children.
  public enum Kind: String, Sendable, Codable {
    case leaf, all, any
  }

  /// "r3", and for a child "r3.1".
  public var id: String
  /// Where it stood.
  public var section: Section
  /// A leaf or a group.
  public var kind: Kind
  /// The words, on one line.
  public var text: String
  /// Where it stands.
  public var span: Range<Int>
  /// The least years asked for; on leaves only.
  public var years: Int?
  /// The least degree asked for; on leaves only.
  public var degree: Degree?
  /// Whether the leaf accepts something equivalent that nobody can check from the text.
  public var isEquivalent: Bool?
  /// The skills that it names, as whole words, in lower case; on leaves that name some.
  public var skills: [String]?
  /// The children of a group.
  public var children: [Requirement]

  private enum CodingKeys: String, CodingKey {
    case id, section, kind, text, span, years, degree, isEquivalent = "equivalent", skills
    case children
  }

  /// The leaves below, or the leaf itself.
  public var leaves: [Requirement] {
    kind == .leaf ? [self] : children.flatMap(\.leaves)
  }
}

/// A condition that no score makes up for.
public struct Gate: Sendable, Codable, Equatable {
  /// What the condition is about.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case clearance, citizenship
    case workPermit = "work-permit"
    case sponsorship
    case backgroundCheck = "background-check"
    case drugTest = "drug-test"
    case drivingLicence = "driving-licence"
    /// An entry in the register of a profession, without which the work is not allowed.
    case registration
    case travel
    case location
    case closingDate = "closing-date"
  }

  /// What the condition is about.
  public var kind: Kind
  /// What it asks: "Top Secret, active", "US", "not offered", "2026-10-31".
  public var value: String
  /// The words of the posting.
  public var quote: String
  /// Where they stand.
  public var span: Range<Int>
}

/// What is paid.
public struct Pay: Sendable, Codable, Equatable {
  /// The time that an amount is for.
  public enum Period: String, Sendable, Codable {
    case hour, day, month, year
  }

  /// A range for one place, or for all others.
  public struct Range: Sendable, Codable, Equatable {
    /// The least; nil for "up to $40".
    public var minimum: Double?
    /// The most; nil for "from $32".
    public var maximum: Double?
    /// The place or places, in the words of the posting; nil for the general range.
    public var place: String?
    /// The words that give it.
    public var quote: String
  }

  /// What is paid beside the base, which it is never added to.
  public struct Extra: Sendable, Codable, Equatable {
    /// What kind of pay it is.
    public enum Kind: String, Sendable, Codable {
      case bonus, commission, equity, overtime, allowance
      /// What is earned where all targets are met, base and commission together.
      case onTarget = "on-target"
    }

    /// What kind of pay it is.
    public var kind: Kind
    /// The words that give it.
    public var quote: String
  }

  /// An ISO 4217 code.
  public var currency: String
  /// The time that the amounts are for.
  public var period: Period
  /// The least for the role's own place; nil where only the most is said.
  public var minimum: Double?
  /// The most for the role's own place; nil where only the least is said.
  public var maximum: Double?
  /// The words that give the range.
  public var quote: String
  /// All ranges found.
  public var ranges: [Range]
  /// Bonus, commission and the like, where the posting gives them.
  public var extras: [Extra]
}

extension Pay.Period {
  /// How often a year pays: 2,080 hours, 260 days or 12 months.
  public var perYear: Double {
    switch self {
    case .hour: 2_080
    case .day: 260
    case .month: 12
    case .year: 1
    }
  }
}
