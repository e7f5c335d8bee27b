import Documents
import Reading
import Roles

/// The facts of a sample role beside what was read, both as text.
struct SampleRoleFindings {
  struct Finding {
    var fact: String
    var expected: String
    var read: String
  }

  let role: Role
  let facts: SampleRoleFacts

  var all: [Finding] {
    fields + required + preferred + duties + never + groups + [doubles]
  }

  // MARK: - Fields

  private var fields: [Finding] {
    let title = role.title == facts.orTitle ? role.title : facts.title
    let employer = role.employer == facts.orEmployer ? facts.orEmployer : facts.employer
    var fields = [
      Finding(fact: "title", expected: title, read: role.title),
      Finding(fact: "employer", expected: employer ?? "none", read: role.employer ?? "none"),
      Finding(
        fact: "places", expected: facts.places.joined(separator: "; "),
        read: role.locations.map(place).joined(separator: "; ")),
      Finding(
        fact: "workplace", expected: facts.workplace.rawValue, read: role.workplace.rawValue),
      Finding(fact: "pay", expected: facts.pay ?? "none", read: role.pay.map(pay) ?? "none"),
      Finding(
        fact: "ranges", expected: "\(facts.ranges)", read: "\(role.pay?.ranges.count ?? 0)"),
      Finding(
        fact: "posted", expected: facts.posted ?? "none",
        read: role.posted?.description ?? "none"),
      Finding(
        fact: "closes", expected: facts.closes ?? "none",
        read: role.closes?.description ?? "none"),
      Finding(
        fact: "starts", expected: facts.starts ?? "none",
        read: role.starts?.description ?? "none"),
      gates,
      Finding(
        fact: "years", expected: "\(facts.years)", read: "\(role.leaves.compactMap(\.years))"),
    ]
    if let degrees = facts.degrees {
      let read = role.leaves.compactMap(\.degree)
      fields.append(
        Finding(
          fact: "degrees", expected: "\(degrees.map(\.rawValue))",
          read: "\(read.map(\.rawValue))"))
    }
    if let words = facts.residence {
      let quotes = role.gates.filter { $0.kind == .location }.map { plain($0.quote) }
      fields.append(said("residence", words, isHeld: quotes.contains { $0.contains(words) }))
    }
    if let choices = facts.choices {
      fields.append(
        Finding(
          fact: "choices", expected: "\(choices.required) required, \(choices.preferred) preferred",
          read: "\(groups(in: .required).count) required, "
            + "\(groups(in: .preferred).count) preferred"))
    }
    return fields
  }

  private var gates: Finding {
    let read = role.gates.filter { $0.kind != .location }.map { gate in
      let kind = gate.kind.rawValue
      return facts.gates.contains { $0 == kind || $0 == kind + "?" }
        ? kind : "\(kind): \(gate.value)"
    }
    // What may be missing is expected where it is there.
    let expected = facts.gates.compactMap { gate in
      gate.hasSuffix("?") ? read.first { $0 == gate.dropLast() } : gate
    }
    return Finding(
      fact: "gates", expected: expected.sorted().joined(separator: "; "),
      read: read.sorted().joined(separator: "; "))
  }

  private func place(_ place: Place) -> String {
    let hasRegion = place.country == "US" || place.country == "CA"
    return [place.city, hasRegion ? place.region : nil, place.country].compactMap { $0 }
      .joined(separator: ", ")
  }

  private func pay(_ pay: Pay) -> String {
    let amount = { (value: Double) in value == value.rounded() ? "\(Int(value))" : "\(value)" }
    let money =
      switch (pay.minimum, pay.maximum) {
      case (let low?, let high?): "\(pay.currency) \(amount(low))–\(amount(high))"
      case (let low?, nil): "from \(pay.currency) \(amount(low))"
      case (nil, let high?): "up to \(pay.currency) \(amount(high))"
      case (nil, nil): pay.currency
      }
    return "\(money) a \(pay.period.rawValue)"
  }

  // MARK: - Words

  private func plain(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether anything at the top of a section, or below it, contains the words.
  private func has(_ words: String, in sections: Requirement.Section...) -> Bool {
    role.requirements.contains { node in
      sections.contains(node.section) && node.allNodes.contains { plain($0.text).contains(words) }
    }
  }

  private func isGate(_ words: String) -> Bool {
    role.gates.contains { plain($0.quote).contains(words) }
  }

  private func said(_ fact: String, _ words: String, isHeld: Bool) -> Finding {
    Finding(fact: "\(fact) ‹\(words)›", expected: "held", read: isHeld ? "held" : "not held")
  }

  private var required: [Finding] {
    facts.required.map { words in
      said(
        "required", words,
        isHeld: has(words, in: .required) || (isGate(words) && !has(words, in: .preferred)))
    }
  }

  private var preferred: [Finding] {
    facts.preferred.map { words in
      said(
        "preferred", words, isHeld: has(words, in: .preferred) && !has(words, in: .required))
    }
  }

  private var duties: [Finding] {
    facts.duties.map { words in
      said("duty", words, isHeld: !has(words, in: .required, .preferred, .other))
    }
  }

  private var never: [Finding] {
    facts.never.map { words in
      said(
        "never", words,
        isHeld: !has(words, in: .required, .preferred, .responsibility, .other) && !isGate(words))
    }
  }

  // MARK: - Groups

  private func groups(in section: Requirement.Section) -> [Requirement] {
    role.requirements.flatMap(\.allNodes).filter { $0.kind == .any && $0.section == section }
  }

  private var groups: [Finding] {
    facts.groups.map { choice in
      said(
        "any of", choice.words.joined(separator: " | "),
        isHeld: groups(in: choice.section).contains { meets($0, choice.words) })
    }
  }

  /// Whether each alternative is a child of its own, or a child of a child that is a group too.
  private func meets(_ group: Requirement, _ words: [String]) -> Bool {
    var children = alternatives(group)
    for words in words {
      guard
        let index = children.firstIndex(where: { child in
          child.allNodes.contains { plain($0.text).contains(words) }
        })
      else { return false }
      children.remove(at: index)
    }
    return true
  }

  private func alternatives(_ group: Requirement) -> [Requirement] {
    group.children.flatMap { $0.kind == .any ? alternatives($0) : [$0] }
  }

  /// What stands twice in the posting counts once.
  private var doubles: Finding {
    let texts = role.requirements.map { plain($0.text) }
    let twice = Dictionary(grouping: texts) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    return Finding(fact: "doubles", expected: "", read: twice.joined(separator: "; "))
  }
}

extension Requirement {
  /// The node and all nodes below it.
  var allNodes: [Requirement] { [self] + children.flatMap(\.allNodes) }
}
