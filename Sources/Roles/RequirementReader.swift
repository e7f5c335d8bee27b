import Documents
import Reading
import Tokenization

/// A requirement while its tree is built: a leaf of tokens, possibly in pieces, or a group.
struct RequirementNode {
  var kind: Requirement.Kind
  /// The tokens of a leaf: what is left of a sentence when its list is taken out.
  var pieces: [Range<Int>] = []
  var children: [RequirementNode] = []
  var isEquivalent = false
  /// Where the whole stands.
  var extent: Range<Int>

  static func leaf(_ pieces: [Range<Int>], isEquivalent: Bool = false) -> RequirementNode {
    let filled = pieces.filter { !$0.isEmpty }
    let extent = (filled.first?.lowerBound ?? 0)..<(filled.last?.upperBound ?? 0)
    return RequirementNode(kind: .leaf, pieces: filled, isEquivalent: isEquivalent, extent: extent)
  }

  /// A group; a child of the same kind is taken apart, and a group of one is its child.
  static func group(_ kind: Requirement.Kind, _ children: [RequirementNode]) -> RequirementNode {
    let flat = children.flatMap { $0.kind == kind ? $0.children : [$0] }
    guard flat.count != 1 else { return flat[0] }
    let lower = flat.map(\.extent.lowerBound).min() ?? 0
    let upper = flat.map(\.extent.upperBound).max() ?? 0
    return RequirementNode(kind: kind, children: flat, extent: lower..<upper)
  }
}

/// Reads the structure of one requirement.
///
/// From the outside in: alternatives joined by a capital OR; parts joined by a capital AND; "or
/// equivalent experience"; a list of alternatives ("languages such as C, C++ or Go", "(Kafka, Pulsar
/// or NATS)", "including, but not limited to, …"). What is left is a leaf. AND binds tighter than OR.
struct RequirementReader {
  let role: RoleText
  private var lists: ListReader { ListReader(role: role) }

  init(role: RoleText) {
    self.role = role
  }

  private static let or = Term(word: "or")
  private static let and = Term(word: "and")
  private static let joints = TermSet([or, and])
  private static let longest = 400
  private static let mostChildren = 100

  /// The tree of the tokens of a sentence or bullet.
  func node(_ range: Range<Int>) -> RequirementNode {
    let range = trimmed(range)
    // No posting has so long a sentence; its parts would be looked for over and over.
    if range.count > Self.longest { return .leaf([range]) }
    let alternatives = split(range, at: Self.or)
    // No posting has so many; a text made to be hard to read stays a leaf.
    if alternatives.count > Self.mostChildren { return .leaf([range]) }
    if alternatives.count > 1 { return .group(.any, alternatives.map(node)) }
    if let equivalent = equivalent(in: range) { return equivalent }
    let parts = split(range, at: Self.and)
    if parts.count > Self.mostChildren { return .leaf([range]) }
    if parts.count > 1 { return .group(.all, parts.map(node)) }
    if isEquivalent(range) { return .leaf([range], isEquivalent: true) }
    if let substitute = substitute(in: range) { return substitute }
    let conjuncts = conjuncts(of: range)
    if conjuncts.count > 1, conjuncts.count <= Self.mostChildren {
      return .group(.all, conjuncts.map(node))
    }
    return clauses(range) ?? withList(range)
  }

  /// Whether a bullet goes on from the one before: it begins with "OR".
  func isAlternative(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    return role.isWord(first, Self.or) && range.count > 1
  }

  // MARK: - AND and OR

  private func split(_ range: Range<Int>, at word: Term) -> [Range<Int>] {
    role.didLook(at: range.count)
    let joints = range.filter {
      role.isWord($0, word) && role.tokens[$0].traits.contains(.uppercase)
    }
    guard !joints.isEmpty else { return [range] }
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    var gaps = role.gaps(in: range)
    for index in joints {
      while let gap = gaps.first, gap.token <= index { depth += gaps.removeFirst().nesting }
      guard depth == 0 else { continue }
      parts.append(start..<index)
      start = index + 1
    }
    parts.append(start..<range.upperBound)
    return parts.map(trimmed).filter { !$0.isEmpty }
  }

  /// Without "or" and "and" at the ends.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    let joints = Self.joints
    while let first = range.first, joints.contains(role.tokens[first].term) {
      range = first + 1..<range.upperBound
    }
    while let last = range.last, joints.contains(role.tokens[last].term) {
      range = range.lowerBound..<last
    }
    return range
  }

  /// Nouns and adjectives with which another thing asked for begins: "…, and experience with …".
  private static let heads = Term.words(
    """
    experience knowledge familiarity proficiency ability understanding expertise strong excellent \
    solid proven demonstrated fluency skills certification capacity willingness aptitude \
    proficient familiar comfortable skilled able capable
    """)
  /// Adjectives before such a noun: "hands-on experience", "good working knowledge".
  private static let adjectives = Term.words(
    "hands on good working practical prior previous deep broad professional relevant some")

  /// The parts of a sentence that each ask for something: they begin behind a semicolon, a comma,
  /// "and" or "with" with a noun of their own.
  private func conjuncts(of range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    role.didLook(at: range.count)
    let links = Self.links
    var gaps = role.gaps(in: range)
    for index in range.dropFirst() {
      var isBreak = false
      if let gap = gaps.first, gap.token == index {
        depth += gap.nesting
        isBreak = !gap.marks.isDisjoint(with: [.comma, .semicolon])
        gaps.removeFirst()
      }
      guard depth == 0 else { continue }
      var next = index
      while next < range.upperBound, next < index + 2, links.contains(role.tokens[next].term) {
        next += 1
      }
      guard isBreak || next > index, index - start >= 2, beginsConjunct(next, range.upperBound)
      else { continue }
      let isOpen = parts.isEmpty && !hasContent(start..<index)
      if isOpen { continue }
      parts.append(start..<index)
      start = next
    }
    parts.append(start..<range.upperBound)
    return parts.map(trimmed).filter { !$0.isEmpty }
  }

  private static let links = Term.words("and with plus")

  private func beginsConjunct(_ index: Int, _ end: Int) -> Bool {
    var next = index
    while next < end, next < index + 3, Self.adjectives.contains(role.tokens[next].term) {
      next += 1
    }
    guard next < end, Self.heads.contains(role.tokens[next].term) else { return false }
    // "problem-solving skills and experience" names two nouns of one thing where nothing follows.
    return next + 2 < end && hasContent(next..<end)
  }

  private static let lieu = Term(word: "lieu")

  /// "A degree with 8 years of sales, 4 years may be considered in lieu of the degree".
  private func substitute(in range: Range<Int>) -> RequirementNode? {
    guard let lieu = range.first(where: { role.isWord($0, Self.lieu) }),
      let comma = role.gaps(in: range).last(where: {
        $0.token < lieu && !$0.marks.isDisjoint(with: [.comma, .semicolon])
      })?.token,
      hasContent(range.lowerBound..<comma), hasContent(comma..<lieu)
    else { return nil }
    return .group(
      .any, [node(range.lowerBound..<comma), withList(trimmed(comma..<range.upperBound))])
  }

  /// "A licence of this state, or a licence that it recognises": one comma, before "or".
  private func clauses(_ range: Range<Int>) -> RequirementNode? {
    let segments = lists.segments(of: range)
    guard segments.count == 2, let or = segments[1].first, role.isWord(or, Self.or),
      hasContent(segments[0]), hasContent(segments[1])
    else { return nil }
    return .group(.any, [withList(segments[0]), withList(trimmed(segments[1]))])
  }

  // MARK: - Or equivalent

  /// "Bachelor's degree … or equivalent practical experience": the degree, or something that the
  /// text cannot show.
  private func equivalent(in range: Range<Int>) -> RequirementNode? {
    guard let cue = SentenceCues(range, in: role).first(.equivalent),
      let or = (range.lowerBound..<cue.upperBound).last(where: { role.isWord($0, Self.or) }),
      or > range.lowerBound, cue.lowerBound - or <= 2
    else { return nil }
    // "or equivalent" may stand before the thing itself: "or equivalent degree in …" is one thing.
    let rest = or + 1..<range.upperBound
    let end = clauseEnd(rest)
    let before = trimmed(range.lowerBound..<or)
    let after = trimmed(end..<range.upperBound)
    guard !before.isEmpty, end - or <= 12 else { return nil }
    let given = RequirementNode.group(
      .all, [node(before)] + (hasContent(after) ? [node(after)] : []))
    return .group(.any, [given, .leaf([or + 1..<end], isEquivalent: true)])
  }

  /// The end of the clause that begins a range: a comma, a semicolon, "AND", or the end.
  private func clauseEnd(_ range: Range<Int>) -> Int {
    for index in range.dropFirst() {
      let gap = role.gap(before: index)
      if gap.contains(where: { [0x2C, 0x3B, 0x29, 0x2E].contains($0) }) { return index }
      if role.isWord(index, Self.and), role.tokens[index].traits.contains(.uppercase) {
        return index
      }
    }
    return range.upperBound
  }

  private static let equals = Term.words("equivalent comparable")

  private func isEquivalent(_ range: Range<Int>) -> Bool {
    guard range.count <= 10, let first = range.first else { return false }
    return Self.equals.contains(role.tokens[first].term)
  }

  // MARK: - Lists

  private func withList(_ range: Range<Int>) -> RequirementNode {
    guard let list = lists.list(in: range), (1...Self.mostChildren).contains(list.items.count),
      list.items.count > 1 || list.closing != nil
    else { return .leaf([range]) }
    let closing = list.closing.map { [RequirementNode.leaf([$0], isEquivalent: true)] } ?? []
    var items = RequirementNode.group(.any, list.items.map { .leaf([$0]) } + closing)
    items.extent = list.extent
    let pieces = [
      range.lowerBound..<list.extent.lowerBound, list.extent.upperBound..<range.upperBound,
    ].map(trimmed)
    guard pieces.contains(where: hasContent) else { return items }
    var node = RequirementNode.group(.all, [.leaf(pieces.filter(hasContent)), items])
    node.extent = range
    return node
  }

  /// Whether a range asks for something by itself: "experience with" does not, "4+ years of" does.
  private func hasContent(_ range: Range<Int>) -> Bool {
    role.tokens[range].contains { $0.isIndexed && !FrameWords.terms.contains($0.term) }
      || !role.years(in: range).isEmpty
      || !role.knowledge.degrees.degrees(in: role.tokens, range, text: role.text).isEmpty
  }
}
