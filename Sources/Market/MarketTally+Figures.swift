import Roles

extension MarketTally {
  /// The figures of the roles that a filter matches.
  ///
  /// Complexity: O(openings + skills they name), and O(n log n) of those with pay.
  package func figures(_ filter: MarketFilter = MarketFilter()) -> MarketFigures {
    var counter = MarketCounter(skills: names.count)
    for row in openings where filter.isEmpty || filter.matches(facts(of: row)) {
      counter.add(row)
    }
    let skills = skills(counter, filter)
    let count = { (key: MarketFilter.Key, name: String, roles: Int) in
      counter.figure(name, roles, filter.and(key, name))
    }
    return MarketFigures(
      filter: filter, roles: counter.roles, repeats: repeats, skills: skills,
      withoutSkills: count(.skill, MarketFilter.noSkill, counter.withoutSkills),
      categories: Self.byCount(counter.categories.map { count(.category, $0, $1) }),
      seniorities: MarketCounter.ranks(counter.seniorities.keys)
        .map { count(.seniority, $0, counter.seniorities[$0] ?? 0) },
      countries: Self.byCount(counter.countries.map { count(.country, $0, $1) }),
      regions: Self.byCount(counter.regions.map { count(.region, $0, $1) }),
      workplaces: [Role.Workplace.onsite, .hybrid, .remote, .unknown].map {
        count(.workplace, $0.rawValue, counter.workplaces[$0.rawValue] ?? 0)
      },
      months: counter.months.keys.filter { $0 != RoleFacts.undated }.sorted()
        .map { count(.month, $0, counter.months[$0] ?? 0) },
      undated: count(.month, RoleFacts.undated, counter.months[RoleFacts.undated] ?? 0),
      pay: PayFigures(
        states: YearlyPay.State.allCases.map {
          count(.pay, $0.rawValue, counter.payStates[$0] ?? 0)
        },
        currencies: counter.pay(filter)))
  }

  private func skills(_ counter: MarketCounter, _ filter: MarketFilter) -> [SkillFigure] {
    let figures = names.indices.compactMap { index -> SkillFigure? in
      let counts = counter.skills[index]
      guard counts.named > 0 else { return nil }
      let name = names[index]
      return SkillFigure(
        skill: name, named: counter.figure(name, counts.named, filter.and(.skill, name)),
        required: counter.figure(name, counts.required, filter.and(.required, name)),
        preferred: counter.figure(name, counts.preferred, filter.and(.preferred, name)))
    }
    return figures.sorted { left, right in
      let (a, b) = (left, right)
      if a.named.roles != b.named.roles { return a.named.roles > b.named.roles }
      if a.required.roles != b.required.roles { return a.required.roles > b.required.roles }
      return a.skill.utf8.lexicographicallyPrecedes(b.skill.utf8)
    }
  }

  private static func byCount(_ figures: [CountFigure]) -> [CountFigure] {
    figures.sorted { left, right in
      left.roles != right.roles
        ? left.roles > right.roles : left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }
  }
}
