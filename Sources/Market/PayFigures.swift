/// What roles pay a year.
package struct PayFigures: Codable, Hashable, Sendable {
  /// How many roles have a year's pay, an open end, an unlikely amount, and no pay: each role is in one.
  package var states: [CountFigure]
  /// A currency each, the one of most roles first; amounts of two are never put together.
  package var currencies: [CurrencyPay]
}

/// What roles pay in one currency.
package struct CurrencyPay: Codable, Hashable, Sendable {
  /// An ISO 4217 code.
  package var currency: String
  /// All roles that pay in it.
  package var all: PayGroup
  /// By field of work, the one of most roles first.
  package var categories: [PayGroup]
  /// By rank, from the lowest.
  package var seniorities: [PayGroup]
  /// By country, the one of most roles first; a role of several is in each.
  package var countries: [PayGroup]
  /// By region, the one of most roles first; a role of several is in each.
  package var regions: [PayGroup]

  /// Whether some of its groups say more than `all`: one that is large enough for quartiles, is not all
  /// roles, and not what is unknown.
  package func says(_ groups: [PayGroup]) -> Bool {
    groups.contains { group in
      group.quartiles != nil && group.roles < all.roles && group.name != RoleFacts.unknown
    }
  }
}

/// What some roles pay a year, all in one currency.
package struct PayGroup: Codable, Hashable, Sendable {
  /// What filters call the group.
  package var name: String
  /// What people call it.
  package var label: String
  /// How many roles with a year's pay there are.
  package var roles: Int
  /// Their quartiles; nil where they are too few, see `Quartiles.least`.
  package var quartiles: Quartiles?
  /// Which roles.
  package var filter: MarketFilter
}
