/// The rank of a position, as far as its title says it.
///
/// Titles are read word by word: "Senior Manager" is a manager, "Vice President of Sales" an
/// executive, "Manager in training" a beginner. A title without a word of rank ("Accountant") is
/// `unknown`; years of service make nobody senior here.
public enum Seniority: String, Sendable, Codable, CaseIterable {
  /// Interns, trainees, apprentices.
  case entry
  case junior
  /// "Mid-level", "intermediate".
  case mid
  case senior
  /// Leads of a team or a shift, principals, supervisors, foremen.
  case lead
  case manager
  case director
  /// Presidents, vice presidents, chiefs, owners.
  case executive
  case unknown
}

extension Seniority {
  private static let executives: Set<String> = [
    "ceo", "cfo", "cto", "coo", "cio", "cmo", "cpo", "ciso", "vp", "avp", "svp", "evp", "president",
    "chairman", "chairwoman", "chairperson", "founder", "cofounder", "owner",
  ]
  private static let beginners: Set<String> = [
    "intern", "internship", "extern", "externship", "trainee", "apprentice", "apprenticeship",
  ]
  private static let leads: Set<String> = [
    "lead", "leader", "supervisor", "principal", "foreman", "forewoman", "superintendent",
  ]

  /// What the words of a title, in lower case, say.
  package init(title: [String]) {
    // "Assistant to the Director" is no director.
    var words = title
    if let to = title.firstIndex(of: "to"), to > 0 { words = Array(title[..<to]) }
    let has = { (word: String) in words.contains(word) }
    let pair = { (first: String, second: String) in
      zip(words, words.dropFirst()).contains { $0 == first && $1 == second }
    }
    let isBeginner =
      words.last.map(Self.beginners.contains) ?? false || pair("in", "training")
      || pair("entry", "level")
    if isBeginner {
      self = .entry
    } else if words.contains(where: Self.executives.contains) || pair("managing", "director")
      || has("chief") && !pair("crew", "chief") && !pair("section", "chief")
    {
      self = .executive
    } else if has("director") || pair("head", "of") {
      self = .director
    } else if words.contains(where: { $0.hasSuffix("manager") || $0 == "mgr" }) {
      self = .manager
    } else if words.contains(where: Self.leads.contains) || has("head") || pair("charge", "nurse") {
      self = .lead
    } else if has("senior") || has("sr") {
      self = .senior
    } else if has("junior") || has("jr") {
      self = .junior
    } else if has("intermediate") || pair("mid", "level") || has("midlevel") {
      self = .mid
    } else {
      self = words.contains(where: Self.beginners.contains) ? .entry : .unknown
    }
  }
}
