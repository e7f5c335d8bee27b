/// What many roles say together, each figure with the filter that gives the roles it counts.
///
/// The same roles give the same figures, in whatever order they were counted. Lists are complete unless
/// they were cut by `limited(to:)`; those of kinds without an order of their own begin with the most.
package struct MarketFigures: Codable, Hashable, Sendable {
  /// Which of the roles are counted; of all where it is empty.
  package var filter: MarketFilter
  /// How many openings are counted.
  package var roles: Int
  /// How many roles were openings that are counted already; of all roles, whatever the filter.
  package var repeats: Int
  /// Skills, by how many roles name them.
  package var skills: [SkillFigure]
  /// Roles that name no skill.
  package var withoutSkills: CountFigure
  /// Fields of work, with `other`.
  package var categories: [CountFigure]
  /// Ranks from the lowest, at last `unknown`.
  package var seniorities: [CountFigure]
  /// Countries, with `unknown`; a role of several is in each.
  package var countries: [CountFigure]
  /// Regions; a role of several is in each.
  package var regions: [CountFigure]
  /// Onsite, hybrid, remote, unknown.
  package var workplaces: [CountFigure]
  /// Months in order, those with roles.
  package var months: [CountFigure]
  /// Roles without a month.
  package var undated: CountFigure
  /// What they pay.
  package var pay: PayFigures

  private enum CodingKeys: String, CodingKey {
    case filter, roles, repeats, skills, withoutSkills = "without_skills", categories, seniorities
    case countries, regions, workplaces, months, undated, pay
  }

  /// The same with at most some rows of each list that has no natural end.
  package func limited(to top: Int) -> MarketFigures {
    var figures = self
    figures.skills = Array(skills.prefix(top))
    figures.categories = Array(categories.prefix(top))
    figures.countries = Array(countries.prefix(top))
    figures.regions = Array(regions.prefix(top))
    figures.pay.currencies = pay.currencies.map { pay in
      var pay = pay
      pay.categories = Array(pay.categories.prefix(top))
      pay.countries = Array(pay.countries.prefix(top))
      pay.regions = Array(pay.regions.prefix(top))
      return pay
    }
    return figures
  }
}
