import Candidates
package import Documents
package import Reading
package import Roles

/// What a candidate brings to gates: what was declared, and where the résumé says one lives.
package struct CandidateFacts: Sendable {
  package var declaration: Declaration
  package var homes: [Place]
  package var wishes: [Place]

  package init(declaration: Declaration, homes: [Place], wishes: [Place]) {
    self.declaration = declaration
    self.homes = homes
    self.wishes = wishes
  }
}

/// Decides the gates of a role for a candidate.
package struct GateChecker: Sendable {
  private let facts: CandidateFacts
  private let asOf: CalendarDate

  /// A checker as of a day, which closing dates are compared with.
  package init(facts: CandidateFacts, asOf: CalendarDate) {
    self.facts = facts
    self.asOf = asOf
  }

  /// The gates of a role with their outcomes.
  package func checks(of role: Role) -> [GateCheck] {
    role.gates.map { gate in
      let (outcome, reason) = check(gate, role)
      return GateCheck(gate: gate, outcome: outcome, reason: reason)
    }
  }

  private typealias Result = (GateCheck.Outcome, String)

  private func check(_ gate: Gate, _ role: Role) -> Result {
    switch gate.kind {
    case .clearance: clearance(gate)
    case .citizenship: citizenship(gate)
    case .workPermit: workPermit(gate, role)
    case .sponsorship: sponsorship(gate)
    case .backgroundCheck, .drugTest: (.unknown, "checked by the employer")
    case .drivingLicence, .registration, .travel: (.unknown, "not declared")
    case .location: location(role, gate)
    case .closingDate: closing(role)
    }
  }

  /// Clearances, each more than those before it.
  package static let levels = [
    "none", "public trust", "sc", "secret", "dv", "top secret", "ts/sci",
  ]

  private static func level(_ text: String) -> Int? {
    let text = text.lowercased()
    if text.contains("sci") { return 6 }
    return levels.lastIndex { text == $0 || text.hasPrefix($0 + ",") || text.hasPrefix($0 + " ") }
  }

  private func clearance(_ gate: Gate) -> Result {
    guard let held = facts.declaration.clearance else { return (.unknown, "not declared") }
    if gate.value.hasSuffix("obtainable") { return (.unknown, "decided by the agency") }
    guard let wanted = Self.level(gate.value), let own = Self.level(held) else {
      return (.unknown, "declared: \(held)")
    }
    return (own >= wanted ? .pass : .fail, "declared: \(held)")
  }

  private func citizenship(_ gate: Gate) -> Result {
    guard let own = facts.declaration.citizenship else { return (.unknown, "not declared") }
    guard gate.value.utf8.count == 2 else { return (.unknown, "the country is not named") }
    return (own.contains(gate.value) ? .pass : .fail, "declared: \(own.joined(separator: ", "))")
  }

  private func workPermit(_ gate: Gate, _ role: Role) -> Result {
    let country =
      gate.value.utf8.count == 2 ? gate.value : role.locations.compactMap(\.country).first
    guard let country else { return (.unknown, "the country is not named") }
    let own = (facts.declaration.workPermits ?? []) + (facts.declaration.citizenship ?? [])
    if own.contains(country) { return (.pass, "declared: \(country)") }
    if facts.declaration.workPermits == nil { return (.unknown, "not declared") }
    return (.fail, "declared: \(own.joined(separator: ", "))")
  }

  private func sponsorship(_ gate: Gate) -> Result {
    if gate.value == "offered" { return (.pass, "the employer sponsors") }
    guard let needed = facts.declaration.sponsorshipNeeded else {
      return (.unknown, "not declared")
    }
    return needed ? (.fail, "declared: needed") : (.pass, "declared: not needed")
  }

  private func location(_ role: Role, _ gate: Gate) -> Result {
    if role.workplace == .remote, let country = role.locations.compactMap(\.country).first {
      let own = facts.wishes + facts.homes
      if own.contains(where: { $0.country == country }) { return (.pass, "in \(country)") }
      return own.contains { $0.country != nil } ? (.fail, "elsewhere") : (.unknown, "not declared")
    }
    let meets = { (place: Place) in role.locations.contains { $0.meets(place) } }
    if let place = facts.wishes.first(where: meets) { return (.pass, "declared: \(place.text)") }
    if facts.homes.contains(where: meets) { return (.pass, "lives there") }
    guard facts.wishes.isEmpty else {
      return (.fail, "declared: \(facts.wishes.map(\.text).joined(separator: ", "))")
    }
    return (.unknown, facts.homes.isEmpty ? "not declared" : "lives elsewhere, may move")
  }

  private func closing(_ role: Role) -> Result {
    guard let closes = role.closes else { return (.unknown, "no date") }
    return closes < asOf ? (.fail, "closed on \(closes)") : (.pass, "open until \(closes)")
  }
}
