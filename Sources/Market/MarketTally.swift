import Reading
package import Roles

/// Counts roles, one at a time, for the figures of a market.
///
///     var tally = MarketTally()
///     for role in roles { tally.add(role) }
///     let figures = tally.figures()
///     tally.roles(matching: figures.skills[0].required.filter)  // the ids that the figure counts
///
/// An opening that was posted again is counted once, see `OpeningKey`; the posting with the earliest
/// day, among these the first id, stands for it. Tallies of parts merge into that of the whole: neither the
/// order of the roles nor how they were shared out changes a figure.
///
/// It keeps a row of about 200 bytes an opening and no text, so that filters can be asked later.
package struct MarketTally: Sendable {
  /// What is kept of an opening: its facts, with skills as numbers.
  struct Row: Sendable {
    /// The facts, without skills.
    var facts: RoleFacts
    /// The number of each skill, and in the two lowest bits how much it is asked for.
    var skills: [UInt32]
  }

  private var rows: [OpeningKey: Row] = [:]
  private var numbers: [String: UInt32] = [:]
  private(set) var names: [String] = []
  /// How many roles were added, with those that were posted again.
  package private(set) var added = 0

  /// A tally of no roles.
  package init() {}

  /// How many openings are counted.
  package var count: Int { rows.count }
  /// How many roles were openings that are counted already.
  package var repeats: Int { added - rows.count }
  var openings: Dictionary<OpeningKey, Row>.Values { rows.values }

  /// Counts a role.
  ///
  /// Complexity: O(text of its requirements).
  package mutating func add(_ role: Role) {
    added += 1
    let facts = RoleFacts(role)
    let key = OpeningKey(role)
    if let known = rows[key], !Self.precedes(facts, known.facts) { return }
    rows[key] = row(facts)
  }

  /// Counts all that another tally counted.
  package mutating func merge(_ other: MarketTally) {
    added += other.added
    let numbers = other.names.map { number(of: $0) }
    for (key, row) in other.rows {
      if let known = rows[key], !Self.precedes(row.facts, known.facts) { continue }
      let skills = row.skills.map { numbers[Int($0 >> 2)] << 2 | $0 & 3 }
      rows[key] = Row(facts: row.facts, skills: skills)
    }
  }

  /// Whether a posting of an opening stands for it rather than another one.
  private static func precedes(_ left: RoleFacts, _ right: RoleFacts) -> Bool {
    if left.posted != right.posted {
      guard let own = left.posted else { return false }
      guard let other = right.posted else { return true }
      if own < other || other < own { return own < other }
      return own.description.utf8.lexicographicallyPrecedes(other.description.utf8)
    }
    if left.id != right.id { return left.id.utf8.lexicographicallyPrecedes(right.id.utf8) }
    // Two of one id: any choice will do that does not depend on their order.
    return left.tieBreak.utf8.lexicographicallyPrecedes(right.tieBreak.utf8)
  }

  // MARK: - Rows

  private mutating func row(_ facts: RoleFacts) -> Row {
    var row = Row(facts: facts, skills: [])
    row.facts.skills = []
    row.skills = facts.skills.map { number(of: $0.name) << 2 | UInt32($0.demand.rawValue) }
    return row
  }

  private mutating func number(of skill: String) -> UInt32 {
    if let known = numbers[skill] { return known }
    let number = UInt32(names.count)
    numbers[skill] = number
    names.append(skill)
    return number
  }

  func facts(of row: Row) -> RoleFacts {
    var facts = row.facts
    facts.skills = row.skills.map { packed in
      RoleFacts.Skill(
        name: names[Int(packed >> 2)],
        demand: RoleFacts.Demand(rawValue: Int(packed & 3)) ?? .mentioned)
    }
    return facts
  }

  // MARK: - Filters

  /// The ids of the openings that a filter matches, in the order of their bytes.
  ///
  /// As many as the figure with that filter counts.
  package func roles(matching filter: MarketFilter) -> [String] {
    rows.values.filter { filter.matches(facts(of: $0)) }.map(\.facts.id)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

extension RoleFacts {
  /// What two postings of one id and one opening may differ in.
  fileprivate var tieBreak: String {
    "\(pay.state.rawValue) \(pay.currency ?? "") \(pay.amount ?? 0) \(workplace.rawValue) "
      + "\(category) \(seniority) \(skills.map { "\($0.name)=\($0.demand.rawValue)" })"
  }
}
