import Matching
package import Roles

/// The words of the page that are not a document's.
package enum ExplanationWords {
  /// What a section of requirements is called.
  package static func name(_ section: Requirement.Section) -> String {
    switch section {
    case .required: "Required"
    case .preferred: "Preferred"
    case .responsibility: "Duties"
    case .other: "Other"
    }
  }

  /// "work permit" for `work-permit`.
  package static func spaced(_ code: String) -> String {
    code.split(separator: "-").joined(separator: " ")
  }

  /// What a field of the role is called.
  static func name(ofField id: String) -> String {
    switch id {
    case "title": "Title"
    case "summary": "Summary"
    case "overview": "Overview"
    default: spaced(id)
    }
  }

  /// Why a stretch of a document is left out, in a phrase; nil for a reason without one.
  static func reason(_ why: String) -> String? {
    reasons.first { $0.why == why }?.words
  }

  private static let reasons: [(why: String, words: String)] = [
    ("title", "counts once, as a field of its own"),
    ("heading", "says what follows, not what is asked or shown"),
    ("site", "added by the job site"),
    ("statistics", "a job site’s figures on its market, not this role’s"),
    ("equal-opportunity", "about protected groups, not about the work"),
    ("company", "about the employer"),
    ("benefits", "offered, not asked for"),
    ("pay", "read as a fact"),
    ("gate", "checked as a gate, not scored"),
    ("application", "how to apply"),
    ("negated", "words that nobody asks for"),
    ("duplicate", "was said before"),
    ("boilerplate", "recurs in many postings"),
    ("too-many", "past the number of requirements that are read"),
    ("other", "asks for nothing"),
    ("contact", "who somebody is and where they live must not rank"),
    ("birth-date", "age must not rank"),
    ("references", "about referees"),
    ("dates", "a period and nothing else; the position has it"),
    ("placeholder", "an unfilled form"),
    ("pasted-posting", "reads like a posting, not like a life"),
    ("stuffing", "words repeated, or listed without anything that bears them out"),
    ("instruction", "speaks to a language model; there is none here"),
    ("hidden-text", "marked as hidden; nobody sees it"),
    ("invisible-text", "leaves no mark on the page"),
    ("tiny-text", "too small to be read"),
    ("off-page-text", "outside of the page"),
    ("tag-characters", "characters that no font shows"),
  ]
}
