#if CommandLine
  import Market
  import Rolefit

  extension CSV {
    /// Figures of a market, a row each, with the filter that gives their roles.
    static func text(_ figures: MarketFigures) -> String {
      let header = [
        "figure", "name", "label", "roles", "share", "currency", "tenth", "lower_quartile",
        "median",
        "upper_quartile", "ninetieth", "filter",
      ]
      let counts: [(String, [CountFigure])] = [
        ("skill", figures.skills.map(\.named)), ("required", figures.skills.map(\.required)),
        ("preferred", figures.skills.map(\.preferred)),
        ("without-skills", [figures.withoutSkills]), ("category", figures.categories),
        ("seniority", figures.seniorities), ("country", figures.countries),
        ("region", figures.regions), ("workplace", figures.workplaces),
        ("month", figures.months + [figures.undated]), ("pay", figures.pay.states),
      ]
      var rows = [header]
      for (name, figures) in counts { rows += figures.map { row(name, $0) } }
      for pay in figures.pay.currencies {
        let groups: [(String, [PayGroup])] = [
          ("pay", [pay.all]), ("pay-by-category", pay.categories),
          ("pay-by-seniority", pay.seniorities), ("pay-by-country", pay.countries),
          ("pay-by-region", pay.regions),
        ]
        for (name, groups) in groups { rows += groups.map { row(name, $0, pay.currency) } }
      }
      return rows.map(line).joined()
    }

    private static func row(_ name: String, _ figure: CountFigure) -> [String] {
      [name, figure.name, figure.label, "\(figure.roles)", "\(figure.share)"]
        + Array(repeating: "", count: 6) + [figure.filter.query]
    }

    private static func row(_ name: String, _ group: PayGroup, _ currency: String) -> [String] {
      let amounts = group.quartiles.map { quartiles in
        [
          quartiles.tenth, quartiles.lower, quartiles.median, quartiles.upper, quartiles.ninetieth,
        ].map(String.init)
      }
      return [name, group.name, group.label, "\(group.roles)", "", currency]
        + (amounts ?? Array(repeating: "", count: 5)) + [group.filter.query]
    }
  }
#endif
