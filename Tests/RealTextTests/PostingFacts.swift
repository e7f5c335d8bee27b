import Documents
import Foundation
import Rolefit

/// What two careful people agree on of a real posting: facts and offsets, no text.
struct PostingFacts: Decodable {
  let id: String
  let set: String
  let half: Half
  let sha256: String
  let facts: [Fact]

  struct Fact: Decodable {
    let fact: String
    var span: Span?
    var spans: [Span]?
    var value: String?
    var kind: String?
    var section: String?
    var level: String?
    var currency: String?
    var period: String?
    var minimum: Double?
    var maximum: Double?
    var date: String?
  }
}

/// Compares a role with the facts of its posting.
struct PostingChecker {
  let role: Role
  let document: Document
  let engine: Engine

  /// Whether a fact holds, and what was read instead.
  func check(_ fact: PostingFacts.Fact) -> (holds: Bool, read: String) {
    let span = fact.span?.range ?? 0..<0
    switch fact.fact {
    case "title": return (isName(role.title, span, slack: 3), role.title)
    case "employer": return (isName(role.employer ?? "", span, slack: 2), role.employer ?? "none")
    case "workplace": return (role.workplace.rawValue == fact.value, role.workplace.rawValue)
    case "place": return place(span)
    case "pay": return pay(fact)
    case "noPay": return (role.pay == nil, role.pay?.quote ?? "none")
    case "closes": return (role.closes?.description == fact.date, "\(role.closes as Any)")
    case "posted": return (role.posted?.description == fact.date, "\(role.posted as Any)")
    case "starts": return (role.starts?.description == fact.date, "\(role.starts as Any)")
    case "gate": return gate(fact, span)
    case "noGate":
      let gates = role.gates.filter { $0.kind.rawValue == fact.kind }
      return (gates.isEmpty, gates.map(\.value).joined(separator: "; "))
    case "requirement", "duty", "notRequirement": return coverage(fact, span)
    case "years", "degree": return amount(fact, span)
    case "anyOf", "allOf": return group(fact)
    default: return (false, "no such fact: \(fact.fact)")
    }
  }

  private func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "+" && $0 != "#" }
      .map(String.init)
  }

  /// Whether a name is the one at a span, with at most `slack` words more.
  private func isName(_ name: String, _ span: Range<Int>, slack: Int) -> Bool {
    let (own, wanted) = (words(name), words(document[span]))
    let isWhole = Set(wanted).isSubset(of: own) && own.count <= wanted.count + slack
    // "Acme" for "Acme Ltd" is the same employer.
    let isShort = !own.isEmpty && wanted.starts(with: own) && wanted.count <= own.count + 1
    return isWhole || (slack < 3 && isShort)
  }

  private func place(_ span: Range<Int>) -> (Bool, String) {
    let wanted = document[span].lowercased()
    let known = engine.place(document[span])
    let holds = role.locations.contains { place in
      place.text.lowercased().contains(wanted) || wanted.contains(place.text.lowercased())
        || known.map {
          $0.city == place.city && $0.country == place.country
            && ($0.city != nil || $0.region == place.region)
        } ?? false
    }
    return (holds, role.locations.map(\.text).joined(separator: "; "))
  }

  private func pay(_ fact: PostingFacts.Fact) -> (Bool, String) {
    guard let pay = role.pay else { return (false, "none") }
    let read = pay.ranges.map { "\($0.minimum as Any)–\($0.maximum as Any)" }
      .joined(separator: "; ")
    let holds =
      pay.currency == fact.currency && pay.period.rawValue == fact.period
      && pay.ranges.contains { $0.minimum == fact.minimum && $0.maximum == fact.maximum }
    return (holds, "\(pay.currency) a \(pay.period.rawValue): \(read)")
  }

  private func gate(_ fact: PostingFacts.Fact, _ span: Range<Int>) -> (Bool, String) {
    let gates = role.gates.filter { $0.kind.rawValue == fact.kind }
    let holds = gates.contains { gate in
      guard gate.span.overlaps(span) else { return false }
      guard let value = fact.value,
        ["citizenship", "work-permit", "sponsorship"].contains(fact.kind)
      else { return true }
      return value == "unspecified" || gate.value == value
    }
    let all = role.gates.map { "\($0.kind.rawValue) \($0.value)" }
    return (holds, all.joined(separator: "; "))
  }

  private func spans(_ sections: Set<Requirement.Section>) -> [Range<Int>] {
    role.requirements.filter { sections.contains($0.section) }.map(\.span)
  }

  private func coverage(_ fact: PostingFacts.Fact, _ span: Range<Int>) -> (Bool, String) {
    let required = span.covered(by: spans([.required]))
    let preferred = span.covered(by: spans([.preferred]))
    let duties = span.covered(by: spans([.responsibility]))
    let gates = span.covered(by: role.gates.map(\.span))
    let read = "required \(required), preferred \(preferred), duty \(duties), gate \(gates)"
    let holds =
      switch (fact.fact, fact.section) {
      case ("requirement", "preferred"): preferred >= 0.5
      case ("requirement", _): required >= 0.5 || (gates >= 0.5 && preferred < 0.5)
      case ("duty", _): required + preferred < 0.5
      default: required + preferred + duties < 0.5
      }
    return (holds, read)
  }

  private func amount(_ fact: PostingFacts.Fact, _ span: Range<Int>) -> (Bool, String) {
    let leaves = role.leaves.filter { $0.span.overlaps(span) }
    if fact.fact == "degree" {
      return (
        leaves.contains { $0.degree?.rawValue == fact.level },
        leaves.compactMap(\.degree?.rawValue).joined(separator: ", ")
      )
    }
    return (
      leaves.contains { $0.years.map(Double.init) == fact.minimum },
      leaves.compactMap(\.years).map(String.init).joined(separator: ", ")
    )
  }

  /// The nodes from a root to the leaf that covers most of a span.
  private func path(to span: Range<Int>) -> [Requirement]? {
    func paths(_ node: Requirement) -> [[Requirement]] {
      node.kind == .leaf ? [[node]] : node.children.flatMap(paths).map { [node] + $0 }
    }
    let all = role.requirements.flatMap(paths)
    return all.filter { $0.last.map { $0.span.overlaps(span) } ?? false }
      .max { left, right in
        let cover = { (path: [Requirement]) in
          let leaf = path.last?.span ?? 0..<0
          let shared = leaf.clamped(to: span).count
          return Double(shared) / Double(leaf.count + span.count - shared)
        }
        return cover(left) < cover(right)
      }
  }

  private func group(_ fact: PostingFacts.Fact) -> (Bool, String) {
    let paths = (fact.spans ?? []).map { path(to: $0.range) }
    var joints: [String] = []
    for (index, left) in paths.enumerated() {
      for right in paths[(index + 1)...] {
        guard let left, let right else {
          joints.append("unread")
          continue
        }
        let shared = zip(left, right).prefix { $0.id == $1.id }.map(\.0)
        joints.append(shared.last.map(\.kind.rawValue) ?? "apart")
      }
    }
    let holds =
      fact.fact == "anyOf"
      ? joints.allSatisfy { $0 == "any" } : !joints.contains { $0 == "any" || $0 == "unread" }
    return (holds, joints.joined(separator: " "))
  }
}
