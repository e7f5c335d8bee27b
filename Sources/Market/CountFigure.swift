/// How many roles there are of one kind, and which.
package struct CountFigure: Codable, Hashable, Sendable {
  /// What filters call the kind: "US-CO".
  package var name: String
  /// What people call it: "Colorado, US".
  package var label: String
  /// How many roles.
  package var roles: Int
  /// Of all counted roles, from 0 to 1, to four digits.
  package var share: Double
  /// Which roles.
  package var filter: MarketFilter
}

/// How many roles ask for a skill.
package struct SkillFigure: Codable, Hashable, Sendable {
  /// The skill, in small letters.
  package var skill: String
  /// Roles that name it anywhere among what they ask for or give to do.
  package var named: CountFigure
  /// Roles that require it, alone or as one of several that will do.
  package var required: CountFigure
  /// Roles that prefer it and do not require it.
  package var preferred: CountFigure
}
