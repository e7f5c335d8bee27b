public import Candidates
public import Documents
public import Matching
public import Reading
public import Roles
import Weighting

/// One pair in full.
public struct Explanation: Sendable, Codable {
  /// A requirement that is not shown, and what showing it would add.
  public struct Gap: Sendable, Codable {
    /// The requirement's id.
    public var id: String
    /// Its words.
    public var text: String
    /// By how much the score would rise if the profile had its words, all else equal.
    public var gain: Double
  }

  /// What the numbers depend on beside the texts.
  public var identity: Engine.Identity
  /// The day that closing dates were compared with.
  public var asOf: CalendarDate
  /// The match.
  public var match: Match
  /// At most three missing requirements that would raise the score most, if truthfully added.
  public var gaps: [Gap]
  /// What of the posting was left out, and why.
  public var roleLeftOut: [Role.LeftOut]
  /// What of the résumé was left out, and why.
  public var profileLeftOut: [Profile.LeftOut]

  private enum CodingKeys: String, CodingKey {
    case identity, asOf = "as_of", match, gaps, roleLeftOut = "role_left_out"
    case profileLeftOut = "profile_left_out"
  }
}

extension Engine {
  /// One pair in full: every requirement with its verdict, evidence and share of the score, and what
  /// would raise it.
  ///
  /// - Parameter asOf: the day that closing dates are compared with; it never moves a score.
  public func explain(resume: Document, role: Document, asOf: CalendarDate) -> Explanation {
    let role = prepared(role: role)
    let profile = prepared(profile: resume)
    let scorer = Scorer(knowledge)
    let shares = ScoreShares(role, profile, scorer: scorer)
    var match = PairReader(knowledge: knowledge, asOf: asOf).match(role, profile, shares: shares)
    RelatedReader(role, profile, shares, scorer: scorer).add(to: &match.requirements)
    let gaps = GapReader(knowledge: knowledge).gaps(role, profile, match)
    return Explanation(
      identity: identity, asOf: asOf, match: match,
      gaps: gaps.map { Explanation.Gap(id: $0.finding.id, text: $0.finding.text, gain: $0.gain) },
      roleLeftOut: role.parsed.role.leftOut, profileLeftOut: profile.parsed.profile.leftOut)
  }

  /// A place by its name; nil where none is known.
  public func place(_ name: String) -> Place? {
    knowledge.places(named: name).first
  }

  /// The ISO 3166 code of a country by its code or name, or by a place in it; nil where none is known.
  ///
  /// A code goes before the name of a state: `DE` is Germany, not Delaware.
  public func country(_ name: String) -> String? {
    let code = name.uppercased()
    return knowledge.gazetteer.holds(country: code) ? code : place(name)?.country
  }

  /// Whether a document reads as a résumé rather than as a posting.
  ///
  /// A résumé declares itself one, or it has dated positions. A single dated line beside pay, or
  /// beside requirements and gates, is taken for a posting's.
  public func looksLikeProfile(_ document: Document) -> Bool {
    if document.format == .jsonResume { return true }
    if document.lines.contains(where: { $0.hint == .requirement || $0.hint == .title }) {
      return false
    }
    let role = self.role(document)
    let asked = role.requirements.filter { $0.section == .required || $0.section == .preferred }
    let positions = profile(document).experience.count
    if positions != 1 { return positions > 1 }
    return role.pay == nil && (asked.count < 3 || role.gates.count < 2)
  }
}
