import Documents
import Foundation
import Market
import Reading
import Rolefit
import Roles

/// What the tests share: roles that say little and known things, and the built-in ones.
enum Sample {
  static let engine = Result { try Engine() }

  /// The built-in roles, as the engine understands them.
  static let roles: [Role] = {
    guard let engine = try? engine.get() else { return [] }
    var reader = engine.reader()
    return Engine.sampleRoles.map { reader.role($0) }
  }()

  /// A role whose requirements name skills.
  static func role(
    _ id: String, title: String = "Nurse", employer: String? = nil,
    required: [String] = [], preferred: [String] = [], duties: [String] = [],
    places: [Place] = [], workplace: Role.Workplace = .unknown, seniority: String = "unknown",
    pay: Pay? = nil, posted: String? = nil
  ) -> Role {
    let sections: [(Requirement.Section, [String])] = [
      (.required, required), (.preferred, preferred), (.responsibility, duties),
    ]
    let leaves = sections.filter { !$0.1.isEmpty }.map { section, skills in
      made(
        Requirement.self,
        [
          "id": section.rawValue, "section": section.rawValue, "kind": "leaf",
          "text": "\(id) asks for \(skills.joined(separator: " and "))", "span": [0, 1],
          "skills": skills, "children": [],
        ])
    }
    var role = made(
      Role.self,
      [
        "kind": "role", "id": id, "title": title, "locations": [], "workplace": "unknown",
        "seniority": seniority, "requirements": [], "gates": [],
        "skills": required + preferred + duties, "left_out": [], "warnings": [],
      ])
    role.employer = employer
    role.locations = places
    role.workplace = workplace
    role.pay = pay
    role.posted = posted.flatMap { CalendarDate($0) }
    role.requirements = leaves
    return role
  }

  /// Pay between two ends.
  static func pay(
    _ minimum: Double?, _ maximum: Double?, _ currency: String = "EUR",
    per period: Pay.Period = .year
  ) -> Pay {
    var pay = made(
      Pay.self,
      [
        "currency": currency, "period": period.rawValue, "quote": "", "ranges": [], "extras": [],
      ])
    (pay.minimum, pay.maximum) = (minimum, maximum)
    return pay
  }

  /// A value of a type whose initialiser belongs to its module.
  private static func made<Value: Decodable>(_ type: Value.Type, _ fields: [String: Any]) -> Value {
    do {
      let bytes = try JSONSerialization.data(withJSONObject: fields)
      return try JSONDecoder().decode(type, from: bytes)
    } catch {
      preconditionFailure("\(type): \(error)")
    }
  }

  static func place(_ country: String, _ region: String? = nil) -> Place {
    Place(text: "\(region ?? country)", region: region, country: country)
  }

  static func tally(_ roles: some Sequence<Role>) -> MarketTally {
    var tally = MarketTally()
    for role in roles { tally.add(role) }
    return tally
  }

  /// What the engine understands of a posting.
  static func parsed(_ text: String, id: String = "posting") throws -> Role {
    try engine.get().role(try DocumentReader.read(Array(text.utf8), name: "\(id).txt"))
  }
}
