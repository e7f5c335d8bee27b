package import Reading
package import Roles

/// What figures use of one role, in the words that filters use.
///
///     let facts = RoleFacts(role)
///     facts.category               // "software development"
///     facts.demand(for: "golang")  // .required
package struct RoleFacts: Hashable, Sendable {
  /// How much a role asks for a skill; the surest of its mentions counts.
  package enum Demand: Int, Comparable, Sendable {
    /// Named among duties, or elsewhere.
    case mentioned
    /// Named in what is preferred.
    case preferred
    /// Named in what is required.
    case required

    package static func < (left: Demand, right: Demand) -> Bool { left.rawValue < right.rawValue }
  }

  /// A skill that a role names.
  package struct Skill: Hashable, Sendable {
    package let name: String
    package let demand: Demand
  }

  /// What stands for a place, a rank or a month that the posting does not give.
  package static let unknown = "unknown"
  /// What stands for the month of a posting without a month.
  package static let undated = "undated"

  /// The name of the file or the id of the record.
  package let id: String
  /// The skills by name, as the reader of postings finds them: whole words, aliases understood.
  package internal(set) var skills: [Skill]
  /// The field of work, from the title.
  package let category: String
  /// The rank, from the title, or `unknown`.
  package let seniority: String
  /// Country codes in order, each once; `unknown` where no place has one.
  package let countries: [String]
  /// "US-CO", in order, each once; those that are known.
  package let regions: [String]
  /// Where the work is done.
  package let workplace: Role.Workplace
  /// "2026-03" or `undated`.
  package let month: String
  /// When it was posted.
  package let posted: CalendarDate?
  /// What it pays a year.
  package let pay: YearlyPay

  /// The facts of a role.
  package init(_ role: Role, occupations: OccupationTable = .standard) {
    id = role.id
    category = occupations.category(of: role.title)
    seniority = role.seniority.isEmpty ? Self.unknown : role.seniority
    workplace = role.workplace
    posted = role.posted
    month = Self.month(of: role.posted)
    pay = YearlyPay(role.pay)
    var skills: [String: Demand] = [:]
    for skill in role.skills { skills[skill] = .mentioned }
    for requirement in role.requirements { Self.collect(requirement, into: &skills) }
    self.skills = skills.map { Skill(name: $0.key, demand: $0.value) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let codes = Self.distinct(role.locations.compactMap(\.country))
    countries = codes.isEmpty ? [Self.unknown] : codes
    regions = Self.distinct(
      role.locations.compactMap { place in
        guard let country = place.country, let region = place.region else { return nil }
        return "\(country)-\(region)"
      })
  }

  /// How much the role asks for a skill; nil where it does not name it.
  package func demand(for skill: String) -> Demand? {
    skills.first { $0.name == skill }?.demand
  }

  private static func collect(_ requirement: Requirement, into skills: inout [String: Demand]) {
    for child in requirement.children { collect(child, into: &skills) }
    guard let names = requirement.skills else { return }
    let demand: Demand =
      switch requirement.section {
      case .required: .required
      case .preferred: .preferred
      case .responsibility, .other: .mentioned
      }
    for name in names { skills[name] = max(skills[name] ?? .mentioned, demand) }
  }

  private static func distinct(_ codes: [String]) -> [String] {
    codes.count < 2 ? codes : Set(codes).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func month(of date: CalendarDate?) -> String {
    guard let date, let month = date.month else { return undated }
    return "\(date.year)-" + (month < 10 ? "0\(month)" : "\(month)")
  }
}
