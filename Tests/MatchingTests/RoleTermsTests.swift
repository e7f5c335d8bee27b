import Documents
import Matching
import Rolefit
import Testing
import Tokenization

@testable import Roles

/// How the leaves of a role become masses of terms.
@Suite struct RoleTermsTests {
  private static let sampleIDs = Engine.sampleRoles.map(\.id)

  /// The ids of the nodes on the way to `any` groups, each with the group's own at its end.
  private func paths(_ node: Requirement, above: [String] = []) -> [[String]] {
    let path = above + [node.id]
    return (node.kind == .any ? [path] : []) + node.children.flatMap { paths($0, above: path) }
  }

  /// The role with the kinds of the nodes on a path set to `all`, and of its end to `kind`.
  private func opened(
    _ parsed: ParsedRole, _ path: [String], end kind: Requirement.Kind
  ) -> ParsedRole {
    func opened(_ node: Requirement) -> Requirement {
      var node = node
      if path.contains(node.id) { node.kind = node.id == path.last ? kind : .all }
      node.children = node.children.map(opened)
      return node
    }
    var role = parsed.role
    role.requirements = role.requirements.map(opened)
    return ParsedRole(role: role, tokenized: parsed.tokenized, fields: parsed.fields, work: 0)
  }

  /// The masses of the terms below a node.
  private func masses(_ terms: RoleTerms, _ parsed: ParsedRole, below id: String) -> [Term: Double]
  {
    var masses: [Term: Double] = [:]
    for entry in terms.entries {
      let field = parsed.fields[entry.field].id
      if field == id || field.hasPrefix(id + ".") { masses[entry.term, default: 0] += entry.mass }
    }
    return masses
  }

  @Test(arguments: sampleIDs)
  func `an any group holds of each term the most of its children, and weighs as one`(
    id: String
  ) throws {
    let role = try Sample.prepared(role: id)
    let text = role.document.text
    for path in role.parsed.role.requirements.flatMap({ paths($0) }) {
      let group = try #require(path.last)
      let (plain, folded) = (
        opened(role.parsed, path, end: .all), opened(role.parsed, path, end: .any)
      )
      let plainTerms = RoleTerms(plain, text: text)
      let children = try #require(
        role.parsed.role.requirements.flatMap(\.allNodes).first { $0.id == group }?.children)
      let each = children.map { masses(plainTerms, plain, below: $0.id) }
      let found = masses(RoleTerms(folded, text: text), folded, below: group)
      var most: [Term: Double] = [:]
      for child in each { most.merge(child) { max($0, $1) } }
      let sum = most.values.reduce(0, +)
      let mean = each.flatMap(\.values).reduce(0, +) / Double(children.count)
      #expect(Set(found.keys) == Set(most.keys), "\(id) \(group)")
      for (term, mass) in most {
        #expect(abs((found[term] ?? 0) - mass * mean / sum) < 1e-12, "\(id) \(group)")
      }
      #expect(abs(found.values.reduce(0, +) - mean) < 1e-9, "\(id) \(group)")
    }
  }

  @Test func `four languages weigh as one`() throws {
    let engine = try Sample.engine.get()
    let role = engine.prepared(
      role: try Sample.document("Programmer\n\nRequired:\n- Go, Java, Rust or Kotlin\n"))
    let masses = masses(role.terms, role.parsed, below: "r1")
    #expect(Array(masses.values) == [0.25, 0.25, 0.25, 0.25])
  }

  @Test func `a word that every alternative has keeps its mass`() throws {
    let engine = try Sample.engine.get()
    let role = engine.prepared(
      role: try Sample.document(
        "Nurse\n\nRequired:\n- paediatric wards OR surgical wards\n"))
    let terms = RoleTerms(role.parsed, text: role.document.text)
    let masses = masses(terms, role.parsed, below: "r1")
    // Two words and a bigram a child: 3 of mass, shared by 5 terms of mass 1 at most.
    #expect(abs((masses[Term(word: "wards")] ?? 0) - 0.6) < 1e-12)
    #expect(abs((masses[Term(word: "surgical")] ?? 0) - 0.6) < 1e-12)
  }

  @Test(arguments: sampleIDs)
  func `an all group changes no mass`(id: String) throws {
    let role = try Sample.prepared(role: id)
    let inAny = Set(
      role.parsed.role.requirements.flatMap(\.allNodes).filter { $0.kind == .any }
        .flatMap(\.allNodes).map(\.id))
    for (index, field) in role.parsed.fields.enumerated()
    where field.id.hasPrefix("r") && !inAny.contains(field.id) {
      let masses = Set(role.terms.entries.filter { $0.field == index }.map(\.mass))
      #expect(masses.isSubset(of: [1, 0.25]) && masses.count <= 1, "\(id) \(field.id)")
    }
  }
}

extension Requirement {
  /// The node and all nodes below it.
  var allNodes: [Requirement] { [self] + children.flatMap(\.allNodes) }
}
