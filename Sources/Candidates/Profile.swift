public import Documents
public import Reading

/// A candidate understood.
///
/// It holds the passages of a résumé, dated experience, education, and what was declared. All spans
/// are half-open ranges of the UTF-8 bytes of the document's text.
public struct Profile: Sendable, Codable {
  /// The part of a résumé that a passage stands in.
  public enum Section: String, Sendable, Codable {
    case summary, experience, education, skills, certifications, projects, languages, other
  }

  /// A line, bullet or paragraph of the résumé that can be evidence.
  public struct Passage: Sendable, Codable {
    /// "p1", "p2", …, in the order of the text.
    public var id: String
    /// The words, on one line.
    public var text: String
    /// Where it stands.
    public var span: Range<Int>
    /// The section it stands in.
    public var section: Section
    /// The index in `experience` of the entry that it belongs to.
    public var entry: Int?
    /// The page, from 1, where the document has pages.
    public var page: Int?
  }

  /// A position held, with its dates.
  public struct Experience: Sendable, Codable {
    /// The title, where it was understood.
    public var title: String?
    /// The employer, where it was understood.
    public var employer: String?
    /// The first month.
    public var start: CalendarDate
    /// The last month; nil where the position goes on.
    public var end: CalendarDate?
    /// Calendar months from the first to the last, both counted; an open end is `Profile.latest`.
    public var months: Int
    /// The line that gives the dates.
    public var span: Range<Int>
    /// The words of the dates.
    public var dates: Range<Int>
    /// Whether it was unpaid, by its title or the section it stands in.
    public var isVolunteering: Bool

    private enum CodingKeys: String, CodingKey {
      case title, employer, start, end, months, span, dates
      case isVolunteering = "is_volunteering"
    }
  }

  /// A tool, method or field of knowledge that the résumé names, and how long it was used.
  public struct SkillShown: Sendable, Codable, Equatable {
    /// The name in the skill table.
    public var name: String
    /// Months of the positions that show it, overlapping ones counted once; 0 where none does.
    public var months: Int
    /// The level as it is written beside the name: "advanced", "5 years".
    public var level: String?
    /// The positions that show it: indices in `experience`, rising.
    public var entries: [Int]
    /// The last month of the latest of them; where it goes on, the month that counts as the present.
    public var lastUsed: CalendarDate?

    private enum CodingKeys: String, CodingKey {
      case name, months, level, entries, lastUsed = "last_used"
    }
  }

  /// A language that the candidate says they speak.
  public struct Language: Sendable, Codable, Equatable {
    /// The English name.
    public var name: String
    /// The level as it is written: "fluent", "B2", "working knowledge".
    public var level: String?
    /// Where the name stands.
    public var span: Range<Int>
  }

  /// A degree or course.
  public struct Education: Sendable, Codable {
    /// The level, where it is an academic degree.
    public var degree: Degree?
    /// The line.
    public var text: String
    /// Where it stands.
    public var span: Range<Int>
    /// Whether it is not finished.
    public var isInProgress: Bool

    private enum CodingKeys: String, CodingKey {
      case degree, text, span, isInProgress = "is_in_progress"
    }
  }

  /// A stretch of the text that is not scored, and why.
  public struct LeftOut: Sendable, Codable, Equatable {
    /// The reason: `contact`, `birth-date`, `heading`, `references`, `dates` (a line that holds
    /// nothing else), `placeholder` ("Company Name", "City, State"), `pasted-posting`, `stuffing`, `instruction`, or how it is
    /// hidden from the eye: `hidden-text`, `invisible-text`, `tiny-text`, `off-page-text`,
    /// `tag-characters`.
    public var why: String
    /// Where it stands.
    public var span: Range<Int>
  }

  /// Always `profile`.
  public var kind = "profile"
  /// The name of the file or the id of the record.
  public var id: String
  /// The candidate's name; for display only.
  public var name: String?
  /// Where the candidate lives, by the contact block; for gates only.
  public var places: [Place]
  /// What can be evidence, in the order of the text.
  public var passages: [Passage]
  /// Positions, in the order of the text.
  public var experience: [Experience]
  /// Months of paid work, overlapping positions counted once.
  public var experienceMonths: Int
  /// The latest month that the résumé names, from which recency counts.
  public var latest: CalendarDate?
  /// What the title of the latest position says of rank.
  public var seniority: Seniority
  /// Degrees and courses.
  public var education: [Education]
  /// The skills named, each once, in the order of the text.
  public var skills: [SkillShown]
  /// The languages spoken, each once, in the order of the text.
  public var languages: [Language]
  /// What was declared in a JSON résumé.
  public var declaration: Declaration
  /// What is not scored.
  public var leftOut: [LeftOut]
  /// What a reader of a result should know.
  public var warnings: [Warning]

  private enum CodingKeys: String, CodingKey {
    case kind, id, name, places, passages, experience, experienceMonths = "experience_months"
    case latest, seniority, education, skills, languages, declaration, leftOut = "left_out"
    case warnings
  }
}
