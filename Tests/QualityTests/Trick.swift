/// What somebody may do to a résumé to please a program, made from the role's own text.
enum Trick: String, CaseIterable, Sendable {
  // Forty distinct words of the requirements in one list.
  case stuffedAtEnd = "words at the end"
  case stuffedSkills = "words under Skills"
  // The requirements, a line each, or the whole posting.
  case requirements = "requirements"
  case requirementsHeaded = "requirements, Job description"
  case requirementsAimed = "requirements, Target role"
  case posting = "whole posting"
  case postingHeaded = "whole posting, Job description"
  // Fifty times the title, or the five rarest words of the requirements.
  case titleInLine = "title 50×, a line"
  case titleInLines = "title 50×, lines"
  case rareInLine = "rare words 50×, a line"
  case rareInLines = "rare words 50×, lines"
  /// The title above everything else, once. Honest people do so as well: it is measured, and free.
  case headline = "title as headline"

  /// The résumé with the trick done.
  func done(to text: String, for role: AimedRole) -> String {
    let list = role.words.prefix(40).joined(separator: ", ")
    let lines = role.requirements.joined(separator: "\n")
    let rare = role.rarest.joined(separator: " ")
    switch self {
    case .stuffedAtEnd: return "\(text)\n\n\(list)"
    case .stuffedSkills: return Self.adding(list, toSkillsOf: text)
    case .requirements: return "\(text)\n\n\(lines)"
    case .requirementsHeaded: return "\(text)\n\nJob description\n\(lines)"
    case .requirementsAimed: return "\(text)\n\nTarget role\n\(lines)"
    case .posting: return "\(text)\n\n\(role.text)"
    case .postingHeaded: return "\(text)\n\nJob description\n\n\(role.text)"
    case .titleInLine: return "\(text)\n\n\(Self.repeated(role.title, " "))"
    case .titleInLines: return "\(text)\n\n\(Self.repeated(role.title, "\n"))"
    case .rareInLine: return "\(text)\n\n\(Self.repeated(rare, " "))"
    case .rareInLines: return "\(text)\n\n\(Self.repeated(rare, "\n"))"
    case .headline: return "\(role.title)\n\(text)"
    }
  }

  private static func repeated(_ text: String, _ separator: String) -> String {
    Array(repeating: text, count: 50).joined(separator: separator)
  }

  /// Below the heading of the skills, or under one of its own at the end.
  private static func adding(_ list: String, toSkillsOf text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let heading = lines.firstIndex { line in
      ["skills", "key skills", "technical skills"].contains { line.lowercased().hasPrefix($0) }
    }
    guard let heading else { return "\(text)\n\nSkills\n\(list)" }
    lines.insert(list, at: heading + 1)
    return lines.joined(separator: "\n")
  }
}
