import Documents
import Foundation
import Reading
import Rolefit
import Roles
import Testing

/// What two careful people agree on of a sample role, and how a role that was read is held to it.
///
/// Words are compared in small letters; a text matches where it contains them.
struct SampleRoleFacts: Sendable {
  /// Alternatives of which the posting asks for one.
  struct Choice: Sendable {
    var section: Requirement.Section
    /// Words of each alternative; the group may hold more.
    var words: [String]
  }

  var title: String
  /// Another form of the title that a careful person may give.
  var orTitle: String?
  var employer: String
  /// A shorter or longer name of the employer.
  var orEmployer: String?
  /// City, region (in the US and Canada) and country of each place.
  var places: [String]
  var workplace: Role.Workplace
  /// "USD 128400–171200 a year", "from AUD 46.8 a hour": what is paid in the role's own place.
  var pay: String?
  /// All ranges that are for the role.
  var ranges = 1
  var posted: String?
  var closes: String?
  var starts: String?
  /// All gates but the place, which every role with a place has: "work-permit: IE"; "registration"
  /// where any value will do, and "registration?" where the gate may be missing too.
  var gates: [String]
  /// Words that the gate of place quotes, where the posting says where one must live.
  var residence: String?
  /// How many either/or groups are required, and how many preferred; nil where nobody counted.
  var choices: (required: Int, preferred: Int)?
  /// The years of the leaves, in the order of the text.
  var years: [Int]
  /// The degrees of the leaves, in the order of the text; nil where two people differ.
  var degrees: [Degree]?
  /// Words of what is required, as a requirement or as a gate.
  var required: [String] = []
  /// Words of what is preferred and not required.
  var preferred: [String] = []
  /// Words of what is done in the role, and neither required nor preferred.
  var duties: [String] = []
  /// Words of what is neither asked for nor done.
  var never: [String] = []
  /// Groups that are there, perhaps beside others.
  var groups: [Choice] = []
}

extension SampleRoleFacts.Choice {
  static func required(_ words: String...) -> Self { Self(section: .required, words: words) }
  static func preferred(_ words: String...) -> Self { Self(section: .preferred, words: words) }
}

/// The sample roles as they stand in the sources, each read once.
enum SampleRoles {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/CResources/data/roles")

  static let documents = Dictionary(
    uniqueKeysWithValues: InputReader.readAll(path: folder.path).documents.map { ($0.id, $0) })

  private static let roles = Result {
    let engine = try Engine()
    return documents.mapValues(engine.role)
  }

  static func role(_ id: String) throws -> Role {
    try #require(try roles.get()[id], "no file of this name in data/roles")
  }

  /// Holds a role to its facts; `shortfalls` names those that the parser misses, by the reason.
  ///
  /// One that it has learnt to read fails here until it is taken off the list.
  static func check(_ id: String, _ facts: SampleRoleFacts, shortfalls: [String: [String]]) throws {
    let findings = SampleRoleFindings(role: try role(id), facts: facts).all
    for finding in findings {
      let fact = "\(id): \(finding.fact)"
      let check = { #expect(finding.read == finding.expected, "\(fact)") }
      if let why = shortfalls.first(where: { $0.value.contains(fact) })?.key {
        withKnownIssue("\(fact): \(why)") { check() }
      } else {
        check()
      }
    }
    let known = Set(findings.map { "\(id): \($0.fact)" })
    let stray = shortfalls.values.joined().filter { $0.hasPrefix(id + ": ") && !known.contains($0) }
    #expect(stray.isEmpty, "shortfalls of facts that are not there")
  }
}
