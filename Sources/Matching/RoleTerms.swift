package import Roles
package import Tokenization
package import Weighting

/// The terms of a role, each with the field that it stands in and its mass there.
///
/// The role's vector sums the masses of a term over all fields; a field's share of a term is its
/// mass over that sum. So what the leaves and fields contribute adds up to the score.
package struct RoleTerms: Sendable {
  /// A term of a field.
  package struct Entry: Sendable {
    /// An index into `ParsedRole.fields`.
    package var field: Int
    package var term: Term
    package var isPhrase: Bool
    /// a_ℓ · tf_ℓ(t), for a leaf of an `any` group folded.
    package var mass: Double
  }

  package private(set) var entries: [Entry] = []
  private let parsed: ParsedRole
  /// The index of each field by its id.
  package let fields: [String: Int]

  /// What a field weighs.
  private enum FieldWeight {
    static let title = 6.0
    static let summary = 2.0
    static let overview = 1.0
    static let required = 1.0
    static let preferred = 1.0
    static let responsibility = 1.0
    /// Of a leaf that lists more than `listLength` items, for example all tools of a trade.
    static let longList = 0.25
    static let listLength = 10
  }

  /// The terms of a role.
  package init(_ parsed: ParsedRole, text: [UInt8]) {
    self.parsed = parsed
    fields = Dictionary(
      parsed.fields.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for (index, field) in parsed.fields.enumerated() {
      let weight: Double? =
        switch field.id {
        case "title": FieldWeight.title
        case "summary": FieldWeight.summary
        case "overview": FieldWeight.overview
        default: nil
        }
      if let weight { entries += entries(of: index, weight: weight) }
    }
    for requirement in parsed.role.requirements {
      entries += entries(of: requirement, text: text)
    }
  }

  /// For each term, its mass over all fields.
  var masses: [Term: Double] { entries.reduce(into: [:]) { $0[$1.term, default: 0] += $1.mass } }

  /// What each field has of the values of terms: a term's is shared among the fields by their masses
  /// of it.
  func shared(_ masses: [Term: Double], _ value: (Term) -> Double?) -> [Double] {
    var shares = [Double](repeating: 0, count: parsed.fields.count)
    for entry in entries {
      guard let value = value(entry.term), let mass = masses[entry.term], mass > 0 else { continue }
      shares[entry.field] += value * entry.mass / mass
    }
    return shares
  }

  /// The vector of the role.
  package func vector(background: Background) -> TermVector {
    var terms = WeightedTerms()
    for entry in entries { terms.add(entry.term, isPhrase: entry.isPhrase, mass: entry.mass) }
    return terms.vector(background: background)
  }

  private func entries(of field: Int, weight: Double) -> [Entry] {
    var entries: [Entry] = []
    for piece in parsed.fields[field].pieces {
      parsed.tokenized.forEachTerm(in: piece) { occurrence in
        entries.append(
          Entry(
            field: field, term: occurrence.term, isPhrase: occurrence.isPhrase, mass: weight))
      }
    }
    return entries
  }

  private func entries(of requirement: Requirement, text: [UInt8]) -> [Entry] {
    switch requirement.kind {
    case .leaf:
      guard let field = fields[requirement.id] else { return [] }
      return entries(of: field, weight: weight(of: requirement, text: text))
    case .all:
      return requirement.children.flatMap { entries(of: $0, text: text) }
    case .any:
      return Self.folded(requirement.children.map { entries(of: $0, text: text) })
    }
  }

  private func weight(of leaf: Requirement, text: [UInt8]) -> Double {
    let section =
      switch leaf.section {
      case .required, .other: FieldWeight.required
      case .preferred: FieldWeight.preferred
      case .responsibility: FieldWeight.responsibility
      }
    let bytes = text[leaf.span]
    let separators = max(
      bytes.reduce(0) { $0 + ($1 == 0x3B ? 1 : 0) }, bytes.reduce(0) { $0 + ($1 == 0x2C ? 1 : 0) })
    return separators + 1 > FieldWeight.listLength ? section * FieldWeight.longList : section
  }

  /// An `any` group as one leaf: of each term the most that a child holds, shared among the children
  /// that hold it, the whole scaled to the mean mass of a child.
  private static func folded(_ children: [[Entry]]) -> [Entry] {
    var most: [Term: Double] = [:]
    var sums: [Term: Double] = [:]
    var total = 0.0
    for child in children {
      var own: [Term: Double] = [:]
      for entry in child {
        own[entry.term, default: 0] += entry.mass
        sums[entry.term, default: 0] += entry.mass
        total += entry.mass
      }
      for (term, mass) in own { most[term] = max(most[term] ?? 0, mass) }
    }
    let folded = most.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    guard folded > 0 else { return [] }
    let scale = total / Double(children.count) / folded
    return children.flatMap { child in
      child.map { entry in
        var entry = entry
        entry.mass *= scale * (most[entry.term] ?? 0) / (sums[entry.term] ?? 1)
        return entry
      }
    }
  }
}
