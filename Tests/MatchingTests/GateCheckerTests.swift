import Candidates
import Documents
import Reading
import Rolefit
import Testing

@testable import Matching
@testable import Roles

/// The outcomes of gates: silence is `unknown`.
@Suite struct GateCheckerTests {
  typealias Outcome = GateCheck.Outcome

  /// A role with one gate.
  private func role(
    _ kind: Gate.Kind, _ value: String, places: [String] = [],
    workplace: Role.Workplace = .onsite, closes: String? = nil
  ) throws -> Role {
    let engine = try Sample.engine.get()
    var role = engine.role(try Sample.document("Title: Plumber\n\nRequired:\n- Mend pipes\n"))
    role.gates = [Gate(kind: kind, value: value, quote: value, span: 0..<1)]
    role.locations = try places.map { try #require(engine.place($0)) }
    role.workplace = workplace
    role.closes = closes.flatMap { CalendarDate($0) }
    return role
  }

  private func outcome(
    _ role: Role, _ declaration: Declaration = Declaration(), homes: [String] = [],
    wishes: [String] = [], asOf: String = "2026-11-21"
  ) throws -> Outcome {
    let engine = try Sample.engine.get()
    let places = { (names: [String]) in try names.map { try #require(engine.place($0)) } }
    let facts = CandidateFacts(
      declaration: declaration, homes: try places(homes), wishes: try places(wishes))
    let checks = GateChecker(facts: facts, asOf: try #require(CalendarDate(asOf))).checks(of: role)
    #expect(checks.allSatisfy { !$0.reason.isEmpty })
    return try #require(checks.first).outcome
  }

  @Test(arguments: Gate.Kind.allCases)
  func `silence is unknown`(kind: Gate.Kind) throws {
    let value = kind == .sponsorship ? "not offered" : kind == .clearance ? "Secret" : "US"
    #expect(try outcome(role(kind, value, places: ["Denver, CO"])) == .unknown)
  }

  // MARK: - Clearance

  private static let clearances: [(asked: String, held: String, outcome: Outcome)] = [
    ("Secret, active", "Secret", .pass), ("Secret, active", "secret", .pass),
    ("Secret, active", "Top Secret", .pass), ("Secret", "TS/SCI", .pass),
    ("Secret, active", "none", .fail), ("Secret", "Public Trust", .fail),
    ("Top Secret, active", "Secret", .fail), ("Top Secret", "Top Secret, active", .pass),
    ("Top Secret/SCI, active", "Top Secret", .fail), ("Top Secret/SCI", "TS/SCI", .pass),
    ("Public Trust", "Secret", .pass), ("Public Trust", "none", .fail),
    ("DV", "SC", .fail), ("SC", "DV", .pass),
    ("Secret, obtainable", "none", .unknown), ("Secret", "some badge", .unknown),
  ]

  @Test(arguments: clearances)
  func `a clearance passes one of its level or below`(
    asked: String, held: String, outcome expected: Outcome
  ) throws {
    var declaration = Declaration()
    declaration.clearance = held
    #expect(try outcome(role(.clearance, asked), declaration) == expected)
  }

  // MARK: - Citizenship and permits

  private static let citizenships: [(asked: String, held: [String]?, outcome: Outcome)] = [
    ("US", ["US"], .pass), ("US", ["PT", "US"], .pass), ("US", ["PT"], .fail),
    ("US", [], .fail), ("US", nil, .unknown), ("unspecified", ["US"], .unknown),
  ]

  @Test(arguments: citizenships)
  func `citizenship is that of the country named`(
    asked: String, held: [String]?, outcome expected: Outcome
  ) throws {
    var declaration = Declaration()
    declaration.citizenship = held
    #expect(try outcome(role(.citizenship, asked), declaration) == expected)
  }

  private static let permits:
    [(asked: String, permits: [String]?, citizen: [String]?, outcome: Outcome)] = [
      ("US", ["US"], nil, .pass), ("US", nil, ["US"], .pass), ("US", ["PT"], ["PT"], .fail),
      ("US", nil, ["PT"], .unknown), ("US", nil, nil, .unknown), ("US", [], nil, .fail),
      ("the role's country", ["US"], nil, .pass), ("the role's country", ["GB"], nil, .fail),
    ]

  @Test(arguments: permits)
  func `a permit or a citizenship of the role's country passes`(
    asked: String, permits: [String]?, citizen: [String]?, outcome expected: Outcome
  ) throws {
    var declaration = Declaration()
    declaration.workPermits = permits
    declaration.citizenship = citizen
    let role = try role(.workPermit, asked, places: ["Denver, CO"])
    #expect(try outcome(role, declaration) == expected)
  }

  private static let sponsorships: [(value: String, needed: Bool?, outcome: Outcome)] = [
    ("not offered", true, .fail), ("not offered", false, .pass), ("not offered", nil, .unknown),
    ("offered", true, .pass), ("offered", false, .pass), ("offered", nil, .pass),
  ]

  @Test(arguments: sponsorships)
  func `sponsorship fails only who needs what is not offered`(
    value: String, needed: Bool?, outcome expected: Outcome
  ) throws {
    var declaration = Declaration()
    declaration.sponsorshipNeeded = needed
    #expect(try outcome(role(.sponsorship, value), declaration) == expected)
  }

  @Test func `a check by the employer is unknown whoever it is`() throws {
    var declaration = Declaration()
    declaration.clearance = "Top Secret"
    #expect(try outcome(role(.backgroundCheck, "required"), declaration) == .unknown)
  }

  // MARK: - Places

  private static let places: [(homes: [String], wishes: [String], outcome: Outcome)] = [
    (["Denver, CO"], [], .pass), ([], ["Denver, CO"], .pass), ([], ["Colorado"], .pass),
    (["Aurora, CO"], [], .pass), (["Leeds"], [], .unknown), ([], ["Chicago, IL"], .fail),
    (["Denver, CO"], ["Chicago, IL"], .pass), ([], [], .unknown),
  ]

  @Test(arguments: places)
  func `a place passes by its city, region or metropolitan area`(
    homes: [String], wishes: [String], outcome expected: Outcome
  ) throws {
    let role = try role(.location, "Denver, CO", places: ["Denver, CO"])
    #expect(try outcome(role, homes: homes, wishes: wishes) == expected)
  }

  private static let remote: [(homes: [String], wishes: [String], outcome: Outcome)] = [
    (["Leeds"], [], .fail), (["Chicago, IL"], [], .pass), (["Leeds"], ["Denver, CO"], .pass),
    ([], [], .unknown),
  ]

  @Test(arguments: remote)
  func `a remote role asks for the country alone`(
    homes: [String], wishes: [String], outcome expected: Outcome
  ) throws {
    let role = try role(
      .location, "United States", places: ["United States"], workplace: .remote)
    #expect(try outcome(role, homes: homes, wishes: wishes) == expected)
  }

  // MARK: - Closing date

  private static let days: [(asOf: String, outcome: Outcome)] = [
    ("2026-11-21", .pass), ("2027-01-15", .pass), ("2027-01-16", .fail), ("2028-01-01", .fail),
  ]

  @Test(arguments: days)
  func `a role is open until its last day has passed`(
    asOf: String, outcome expected: Outcome
  ) throws {
    let role = try role(.closingDate, "2027-01-15", closes: "2027-01-15")
    #expect(try outcome(role, asOf: asOf) == expected)
  }

  @Test func `Inês is stopped by citizenship and passes where visas are sponsored`() throws {
    let name = "ines-carvalho"
    let gates = { (role: String) in
      Dictionary(
        uniqueKeysWithValues: try Sample.match(PairName(role: role, profile: name)).gates
          .map { ($0.gate.kind, $0.outcome) })
    }
    let backend = try gates("backend-engineer")
    #expect(backend[.citizenship] == .fail && backend[.clearance] == .unknown)
    #expect(try gates("data-scientist")[.sponsorship] == .pass)
    #expect(try gates("staff-accountant")[.sponsorship] == .fail)
  }
}
