import Documents
import Reading
import Tokenization

extension RoleBuilder {
  // MARK: - Requirements

  /// A leaf: its id, its tokens, and the skills that each stretch of them names.
  struct Leaf {
    var id: String
    var pieces: [Range<Int>]
    var skills: [(start: Int, names: [String])]
  }

  /// A requirement and its leaves.
  struct Tree {
    var requirement: Requirement
    var leaves: [Leaf]
  }

  func requirements() -> [Tree] {
    var nodes: [(node: RequirementNode, section: Requirement.Section)] = []
    /// Where the jobs stand that an ad for several offers: it asks for one of them.
    var jobs: Int?
    var index = 0
    while index < items.count {
      let item = items[index]
      let children = items[(index + 1)...].prefix {
        item.opens && $0.indent > item.indent && $0.section == item.section
      }
      index += 1 + children.count
      let reader = RequirementReader(role: role)
      let node = children.isEmpty ? node(of: item) : group(item, Array(children))
      // "You…" asks for nothing.
      let says = node.pieces.contains { piece in
        role.tokens[piece].contains { $0.isIndexed || $0.traits.contains(.contextual) }
      }
      guard node.kind != .leaf || says
      else { continue }
      if reader.isAlternative(item.tokens), let last = nodes.last, last.section == item.section {
        nodes[nodes.count - 1].node = .group(.any, [last.node, node])
      } else if item.isOpening, let first = jobs {
        nodes[first].node = Self.group(nodes[first].node, node)
      } else {
        if item.isOpening { jobs = nodes.count }
        nodes.append((node, item.section))
      }
    }
    return nodes.enumerated().map { index, entry in
      var leaves: [Leaf] = []
      let requirement = requirement(
        entry.node, id: "r\(index + 1)", section: entry.section, leaves: &leaves)
      return Tree(requirement: requirement, leaves: leaves)
    }
  }

  /// A job beside others; where other text stands between them, the group is said to be where the
  /// first ones are.
  private static func group(_ jobs: RequirementNode, _ job: RequirementNode) -> RequirementNode {
    var group = RequirementNode.group(.any, [jobs, job])
    if job.extent.lowerBound > jobs.extent.upperBound + 3 { group.extent = jobs.extent }
    return group
  }

  /// The tree of an item; of a duty a leaf, since duties name examples and no alternatives.
  ///
  /// A record may list duties as its requirements.
  private func node(of item: RequirementItem) -> RequirementNode {
    let isDuty =
      item.section == .responsibility || item.isOpening
      || (item.isDeclared && !SentenceCues(item.tokens, in: role).has(.requires))
    return isDuty ? .leaf([item.tokens]) : RequirementReader(role: role).node(item.tokens)
  }

  /// "A route into the subject, one of:" and the bullets below it.
  private func group(_ item: RequirementItem, _ children: [RequirementItem]) -> RequirementNode {
    let nodes = children.map(node)
    if SentenceCues(item.tokens, in: role).has(.listOfAny) { return .group(.any, nodes) }
    return .group(.all, [node(of: item)] + nodes)
  }

  private func requirement(
    _ node: RequirementNode, id: String, section: Requirement.Section,
    leaves: inout [Leaf]
  ) -> Requirement {
    var children: [Requirement] = []
    for (index, child) in node.children.enumerated() {
      children.append(
        requirement(child, id: "\(id).\(index + 1)", section: section, leaves: &leaves))
    }
    let skills = node.kind == .leaf ? node.pieces.map { ($0.lowerBound, self.skills(in: $0)) } : []
    let names = distinct(skills.flatMap(\.1))
    if node.kind == .leaf { leaves.append(Leaf(id: id, pieces: node.pieces, skills: skills)) }
    let span = role.span(node.extent)
    let text =
      node.kind == .leaf && node.pieces.count > 1
      ? node.pieces.map(role.words).joined(separator: " … ") : RoleText.oneLine(role.text[span])
    let degrees = node.pieces.flatMap {
      role.knowledge.degrees.degrees(in: role.tokens, $0, text: role.text)
    }
    let years = node.pieces.flatMap {
      role.years(in: $0)
    }
    return Requirement(
      id: id, section: section, kind: node.kind, text: text, span: span,
      years: years.first?.minimum, degree: degrees.map(\.degree).min(),
      isEquivalent: node.isEquivalent ? true : nil, skills: names.isEmpty ? nil : names,
      children: children)
  }

  func fields(title: Range<Int>?, trees: [Tree]) -> [ParsedRole.Field] {
    var fields: [ParsedRole.Field] = []
    if let title { fields.append(ParsedRole.Field(id: "title", pieces: [title])) }
    if !summaries.isEmpty { fields.append(ParsedRole.Field(id: "summary", pieces: summaries)) }
    if !prose.isEmpty {
      fields.append(ParsedRole.Field(id: "overview", pieces: prose.map(\.tokens)))
    }
    return fields
      + trees.flatMap { $0.leaves.map { ParsedRole.Field(id: $0.id, pieces: $0.pieces) } }
  }

  /// The skills of all leaves in the order of the text, each once.
  func skills(_ trees: [Tree]) -> [String] {
    let found = trees.flatMap { $0.leaves.flatMap(\.skills) }
    return distinct(found.sorted { $0.start < $1.start }.flatMap(\.names))
  }

  private func skills(in piece: Range<Int>) -> [String] {
    role.knowledge.skills.skills(in: role.tokenized, of: role.text, piece)
      .map { $0.name.lowercased() }
  }

  private func distinct(_ names: [String]) -> [String] {
    var kept: [String] = []
    for name in names where !kept.contains(name) { kept.append(name) }
    return kept
  }

  // MARK: - Workplace

  /// What the posting says of where the work is done; the more specific word counts.
  func workplace() -> Role.Workplace {
    var (onsite, hybrid, remote) = (0, 0, 0)
    for (index, line) in zones.enumerated() {
      // What is asked for speaks of "hybrid" clouds and "remote" hosts.
      if line.zone == .site || line.zone == .equalOpportunity || line.zone.asks { continue }
      // In the tail only a row "Remote No" counts.
      if line.zone == .tail {
        let row = role.lines[index].tokens
        if row.count == 2, role.isSpelt(row.lowerBound, "remote"),
          role.isSpelt(row.lowerBound + 1, "no")
        {
          onsite += 1
        }
        continue
      }
      for sentence in role.sentences[index] where sentence.count <= 24 || line.zone == .header {
        let cues = SentenceCues(sentence, in: role)
        guard !cues.isEmpty, cues.weight(.statistics) < 2 else { continue }
        if cues.has(.onsite) { onsite += 1 }
        if cues.has(.hybrid) { hybrid += 1 }
        if cues.has(.remote) { remote += 1 }
      }
    }
    if hybrid > 0 { return .hybrid }
    if remote > 0 { return onsite >= remote ? .onsite : .remote }
    return onsite == 0 ? .unknown : .onsite
  }

  /// Whether a place says from where one may work remotely: "Remote (US)", "EU remote".
  private func isBesideRemote(_ place: Gazetteer.Found) -> Bool {
    let (first, after) = (place.tokens.lowerBound, place.tokens.upperBound)
    if first > 0, role.isSpelt(first - 1, "remote") {
      let gap = role.gap(before: first)
      let isApart = gap.contains { $0 == 0x0A || $0 == 0x7C } || gap.contains(0x2F)
      return !isApart && (gap.contains(0x28) || place.place.city == nil)
    }
    return after < role.tokens.count && role.isSpelt(after, "remote") && place.place.city == nil
      && role.gap(before: after).count == 1
  }

  func addRoleGates(
    _ gates: inout [Gate], places: [Gazetteer.Found], workplace: Role.Workplace
  ) {
    if !gates.contains(where: { $0.kind == .location }),
      let first = workplace == .remote ? places.first(where: isBesideRemote) : places.first
    {
      let span = role.span(first.tokens)
      gates.append(
        Gate(
          kind: .location, value: places.map(\.place.text).joined(separator: "; "),
          quote: first.place.text, span: span))
    }
    guard let closes = dates.closes, let sentence = dates.closingSentence else { return }
    gates.append(
      Gate(
        kind: .closingDate, value: closes.description, quote: role.words(sentence),
        span: role.span(sentence)))
  }

  // MARK: - Ends

  /// Neighbouring stretches that are left out for one reason, as one.
  func merged(_ parts: [Role.LeftOut]) -> [Role.LeftOut] {
    var merged: [Role.LeftOut] = []
    for part in parts.sorted(by: { $0.span.lowerBound < $1.span.lowerBound }) {
      if let last = merged.last, last.why == part.why,
        part.span.lowerBound - last.span.upperBound <= 8
      {
        merged[merged.count - 1].span =
          last.span.lowerBound..<max(last.span.upperBound, part.span.upperBound)
      } else {
        merged.append(part)
      }
    }
    return merged
  }

  /// A posting is thin where fewer terms than this describe it.
  private static var thin: Int { 12 }

  func addWarnings(_ built: inout Role, fields: [ParsedRole.Field]) {
    var terms = 0
    for piece in fields.lazy.flatMap(\.pieces) where terms < Self.thin {
      terms += role.tokens[piece].count(where: \.isIndexed)
    }
    if terms == 0 {
      built.warnings.append(
        Warning(code: "no-terms", message: "the posting holds no usable words; it cannot be ranked")
      )
    } else if terms < Self.thin {
      built.warnings.append(
        Warning(
          code: "thin-posting",
          message: "only \(terms) usable words: ranked, but too thin to judge a fit"))
    }
    if built.leftOut.contains(where: { $0.why == "too-many" }) {
      built.warnings.append(
        Warning(
          code: "too-many-requirements",
          message: "more requirements than a posting has; those after the first 1,000 are left out")
      )
    }
    if built.title.isEmpty {
      built.warnings.append(Warning(code: "no-title", message: "no title was found"))
    }
  }
}
