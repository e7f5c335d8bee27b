import Roles
import Tokenization

extension VerdictReader {
  /// The verdict of a group: an `any` group is what its best child is, an `all` group is met where all
  /// are of which anything can be told.
  static func verdict(of kind: Requirement.Kind, _ children: [Verdict]) -> Verdict {
    if kind == .any {
      for best in [Verdict.met, .partial, .unknown] where children.contains(best) { return best }
      return .missing
    }
    let known = children.filter { $0 != .unknown }
    if known.isEmpty { return .unknown }
    if known.allSatisfy({ $0 == .met }) { return .met }
    return known.allSatisfy { $0 == .missing } ? .missing : .partial
  }

  /// The verdict of a group of the role from those of its children, nil for one that asks for nothing.
  func verdict(of group: Requirement, _ children: [Verdict?]) -> Verdict {
    let asked = children.compactMap { $0 }
    if group.kind == .all, children.count == 2, let phrase = children[0], let list = children[1],
      isExamples(group.children[1], after: group.children[0])
    {
      return Self.verdict(phrase: phrase, examples: list)
    }
    // The years or the degree were read with the alternatives that they are in.
    if group.kind == .all, children.count == 2, group.children[1].kind == .any,
      group.children[0].years != nil || group.children[0].degree != nil, let own = children[0]
    {
      return own
    }
    return asked.isEmpty ? .unknown : Self.verdict(of: group.kind, asked)
  }

  /// The verdict of all parts of a leaf: what most of them are.
  static func verdict(ofParts parts: [Verdict]) -> Verdict {
    let known = parts.filter { $0 != .unknown }
    if known.isEmpty { return .unknown }
    let sum = known.reduce(0.0) { $0 + ($1 == .met ? 1 : $1 == .partial ? 0.5 : 0) }
    let share = sum / Double(known.count)
    return share >= Threshold.mostParts ? .met : share >= Threshold.someParts ? .partial : .missing
  }

  private static let such = Term.words("such like including include e.g eg especially")

  /// Whether a group of alternatives gives examples of what stands before it: "tools such as A, B".
  func isExamples(_ group: Requirement, after leaf: Requirement) -> Bool {
    guard group.kind == .any, leaf.kind == .leaf, leaf.years == nil else { return false }
    let tokens = role.tokenized.tokens
    let first = role.tokenized.tokens(in: group.span).lowerBound
    return (max(0, first - 2)...min(first + 1, tokens.count - 1)).contains {
      Self.such.contains(tokens[$0].term)
    } || (group.span.lowerBound > 0 && roleText[group.span.lowerBound - 1] == 0x28)
  }

  /// The verdict of a phrase and its examples: an example that is met shows it; where none is, the
  /// phrase speaks for itself.
  static func verdict(phrase: Verdict, examples: Verdict) -> Verdict {
    switch (phrase, examples) {
    case (_, .met): return .met
    case (.met, .missing): return .partial
    case (.partial, .missing): return .missing
    case (.unknown, _), (.missing, _): return examples == .unknown ? phrase : examples
    default: return phrase
    }
  }
}
