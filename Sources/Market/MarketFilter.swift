import Roles

/// Which roles a figure counts: conditions that all must hold.
///
///     let filter = MarketFilter([.category: "sales", .country: "IE"])
///     filter.query                    // "category=sales&country=IE"
///     filter.matches(RoleFacts(role))
///
/// One key may stand twice: `skill=sql&skill=python` are roles that name both. Conditions are in a fixed
/// order and each is there once, so that filters of the same conditions are equal, and have equal queries.
package struct MarketFilter: Hashable, Sendable {
  /// What a condition is about.
  package enum Key: String, Sendable, CaseIterable {
    /// A skill that the role names in any section; `none` for a role without any.
    case skill
    /// A skill that is required.
    case required
    /// A skill that is preferred and not required.
    case preferred
    /// A field of work, as `OccupationTable` tells it from the title.
    case category
    /// A rank, or `unknown`.
    case seniority
    /// An ISO 3166 code, or `unknown`.
    case country
    /// "US-CO".
    case region
    /// `onsite`, `hybrid`, `remote` or `unknown`.
    case workplace
    /// "2026-03" or `undated`.
    case month
    /// `yearly`, `open`, `unlikely` or `none`: see `YearlyPay`.
    case pay
    /// An ISO 4217 code.
    case currency
  }

  /// A condition.
  package struct Condition: Hashable, Sendable {
    package let key: Key
    package let value: String
  }

  /// The conditions, by key and value.
  package private(set) var conditions: [Condition]

  /// All roles.
  package init() { conditions = [] }

  /// Roles that meet all of some conditions.
  package init(_ values: KeyValuePairs<Key, String>) {
    conditions = Self.ordered(values.map { Condition(key: $0.key, value: $0.value) })
  }

  /// Whether it is met by every role.
  package var isEmpty: Bool { conditions.isEmpty }

  /// The same with one more condition.
  package func and(_ key: Key, _ value: String) -> MarketFilter {
    var filter = self
    filter.conditions = Self.ordered(conditions + [Condition(key: key, value: value)])
    return filter
  }

  private static func ordered(_ conditions: [Condition]) -> [Condition] {
    let order = { (key: Key) in Key.allCases.firstIndex(of: key) ?? 0 }
    return Set(conditions).sorted { left, right in
      left.key != right.key
        ? order(left.key) < order(right.key)
        : left.value.utf8.lexicographicallyPrecedes(right.value.utf8)
    }
  }

  // MARK: - Matching

  /// Whether a role meets all conditions.
  package func matches(_ facts: RoleFacts) -> Bool {
    conditions.allSatisfy { Self.holds($0.key, $0.value, of: facts) }
  }

  private static func holds(_ key: Key, _ value: String, of facts: RoleFacts) -> Bool {
    switch key {
    case .skill: value == noSkill ? facts.skills.isEmpty : facts.demand(for: value) != nil
    case .required: facts.demand(for: value) == .required
    case .preferred: facts.demand(for: value) == .preferred
    case .category: facts.category == value
    case .seniority: facts.seniority == value
    case .country: facts.countries.contains(value)
    case .region: facts.regions.contains(value)
    case .workplace: facts.workplace.rawValue == value
    case .month: facts.month == value
    case .pay: facts.pay.state.rawValue == value
    case .currency: facts.pay.currency == value
    }
  }

  /// The value of `skill` for roles that name none.
  package static let noSkill = "none"
}
