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
    /// The section it stands in: paid work, or other experience.
    public var isVolunteering: Bool
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
  }

  /// A stretch of the text that is not scored, and why.
  public struct LeftOut: Sendable, Codable, Equatable {
    /// The reason: `contact`, `birth-date`, `heading`, `references`, `dates` (a line that holds
    /// nothing else) or `placeholder` ("Company Name", "City, State").
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
  /// Degrees and courses.
  public var education: [Education]
  /// The skills named, each once, by the names of the skill table.
  public var skills: [String]
  /// What was declared in a JSON résumé.
  public var declaration: Declaration
  /// What is not scored.
  public var leftOut: [LeftOut]
  /// What a reader of a result should know.
  public var warnings: [Warning]

  private enum CodingKeys: String, CodingKey {
    case kind, id, name, places, passages, experience, experienceMonths = "experience_months"
    case latest, education, skills, declaration, leftOut = "left_out", warnings
  }
}
