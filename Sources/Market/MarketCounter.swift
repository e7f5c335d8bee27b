import Roles

/// The counts behind the figures, while roles are gone through.
struct MarketCounter {
  /// What pay is grouped by.
  private struct Group: Hashable {
    var key: MarketFilter.Key
    var name: String
  }

  private(set) var roles = 0
  private(set) var withoutSkills = 0
  private(set) var skills: [(named: Int, required: Int, preferred: Int)]
  private(set) var categories: [String: Int] = [:]
  private(set) var seniorities: [String: Int] = [:]
  private(set) var countries: [String: Int] = [:]
  private(set) var regions: [String: Int] = [:]
  private(set) var workplaces: [String: Int] = [:]
  private(set) var months: [String: Int] = [:]
  private(set) var payStates: [YearlyPay.State: Int] = [:]
  /// Amounts by currency.
  private var amounts: [String: [Int]] = [:]
  /// Amounts by currency and group.
  private var groups: [String: [Group: [Int]]] = [:]

  /// - Parameter skills: one more than the greatest number of a skill.
  init(skills: Int) {
    self.skills = Array(repeating: (0, 0, 0), count: skills)
  }

  mutating func add(_ row: MarketTally.Row) {
    let facts = row.facts
    roles += 1
    if row.skills.isEmpty { withoutSkills += 1 }
    for packed in row.skills {
      let skill = Int(packed >> 2)
      skills[skill].named += 1
      switch RoleFacts.Demand(rawValue: Int(packed & 3)) {
      case .required: skills[skill].required += 1
      case .preferred: skills[skill].preferred += 1
      case .mentioned, nil: break
      }
    }
    categories[facts.category, default: 0] += 1
    seniorities[facts.seniority, default: 0] += 1
    for country in facts.countries { countries[country, default: 0] += 1 }
    for region in facts.regions { regions[region, default: 0] += 1 }
    workplaces[facts.workplace.rawValue, default: 0] += 1
    months[facts.month, default: 0] += 1
    payStates[facts.pay.state, default: 0] += 1
    if case .yearly(let currency, let amount) = facts.pay { add(amount, in: currency, of: facts) }
  }

  private mutating func add(_ amount: Int, in currency: String, of facts: RoleFacts) {
    amounts[currency, default: []].append(amount)
    let keys =
      [Group(key: .category, name: facts.category), Group(key: .seniority, name: facts.seniority)]
      + facts.countries.map { Group(key: .country, name: $0) }
      + facts.regions.map { Group(key: .region, name: $0) }
    for key in keys { groups[currency, default: [:]][key, default: []].append(amount) }
  }

  // MARK: - Figures

  /// A count with its share.
  func figure(_ name: String, _ count: Int, _ filter: MarketFilter) -> CountFigure {
    let share = roles == 0 ? 0 : Double(count) / Double(roles)
    return CountFigure(
      name: name, label: PlaceNames.name(of: name), roles: count,
      share: (share * 10_000).rounded() / 10_000, filter: filter)
  }

  /// The pay of each currency.
  func pay(_ filter: MarketFilter) -> [CurrencyPay] {
    let filter = filter.and(.pay, YearlyPay.State.yearly.rawValue)
    let all = amounts.map { currency, amounts in
      let filter = filter.and(.currency, currency)
      let groups = (groups[currency] ?? [:]).map { group, amounts in
        (group.key, Self.group(group.name, amounts, filter.and(group.key, group.name)))
      }
      let of = { (key: MarketFilter.Key) in
        groups.filter { $0.0 == key }.map(\.1).sorted(by: Self.isBefore)
      }
      let ranks = Self.ranks(groups.filter { $0.0 == .seniority }.map(\.1.name))
      return CurrencyPay(
        currency: currency, all: Self.group(currency, amounts, filter), categories: of(.category),
        seniorities: ranks.compactMap { rank in of(.seniority).first { $0.name == rank } },
        countries: of(.country), regions: of(.region))
    }
    return all.sorted { Self.isBefore($0.all, $1.all) }
  }

  private static func group(_ name: String, _ amounts: [Int], _ filter: MarketFilter) -> PayGroup {
    PayGroup(
      name: name, label: PlaceNames.name(of: name), roles: amounts.count,
      quartiles: Quartiles(amounts), filter: filter)
  }

  private static func isBefore(_ left: PayGroup, _ right: PayGroup) -> Bool {
    left.roles != right.roles
      ? left.roles > right.roles : left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
  }

  /// The names of ranks from the lowest, those without a known place behind them, `unknown` last.
  static func ranks(_ names: some Sequence<String>) -> [String] {
    let place = { (name: String) in
      name == RoleFacts.unknown ? order.count + 1 : order.firstIndex(of: name) ?? order.count
    }
    return names.sorted { left, right in
      place(left) != place(right)
        ? place(left) < place(right) : left.utf8.lexicographicallyPrecedes(right.utf8)
    }
  }

  private static let order = [
    "intern", "apprentice", "trainee", "entry", "graduate", "junior", "mid", "senior", "staff",
    "lead", "principal", "head", "manager", "director", "executive",
  ]
}
