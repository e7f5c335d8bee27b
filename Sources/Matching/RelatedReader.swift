import Candidates
import Documents
import Roles
import Tokenization
import Weighting

/// Names the words through which a requirement adds to the score by being like the résumé's.
package struct RelatedReader {
  /// At most so many of a requirement.
  private static let most = 3
  /// What adds less is not worth a line: it takes more to move a fit by one.
  private static let least = 0.001

  private let role: PreparedRole
  private let profile: PreparedProfile
  private let scorer: Scorer
  private let shares: ScoreShares
  private let entries: [Int: [RoleTerms.Entry]]

  package init(
    _ role: PreparedRole, _ profile: PreparedProfile, _ shares: ScoreShares, scorer: Scorer
  ) {
    (self.role, self.profile, self.scorer) = (role, profile, scorer)
    self.shares = shares
    entries = Dictionary(grouping: role.terms.entries, by: \.field)
  }

  /// Adds the related words to the leaves of findings.
  package func add(to findings: inout [Finding]) {
    for index in findings.indices {
      if findings[index].kind == .leaf {
        let related = related(findings[index].id)
        if !related.isEmpty { findings[index].related = related }
      } else {
        add(to: &findings[index].children)
      }
    }
  }

  /// The related words of a field, what adds most first.
  package func related(_ id: String) -> [Related] {
    guard let field = role.terms.fields[id] else { return [] }
    var values: [Term: Double] = [:]
    for entry in entries[field] ?? [] {
      guard let mass = shares.masses[entry.term], mass > 0 else { continue }
      values[entry.term, default: 0] += (shares.related[entry.term] ?? 0) * entry.mass / mass
    }
    let order = values.filter { $0.value >= Self.least }
      .sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
    var found: [Related] = []
    for (term, value) in order where found.count < Self.most {
      guard let span = span(of: term, field),
        !found.contains(where: { $0.span.overlaps(span) })
      else { continue }
      let near = scorer.tables.nearest(to: term, in: profile.vector, most: 8)
      found.append(
        Related(
          text: Self.text(role.document.text, span), span: span,
          near: near.lazy.compactMap(words).first, contribution: value))
    }
    return found
  }

  /// Where a term first stands in a field, in whole words.
  private func span(of term: Term, _ field: Int) -> Range<Int>? {
    var span: Range<Int>?
    for piece in role.parsed.fields[field].pieces where span == nil {
      role.parsed.tokenized.forEachTerm(in: piece) {
        if $0.term == term, span == nil { span = $0.span }
      }
    }
    return span.map { Self.whole($0, in: role.document.text) }
  }

  /// A word of the profile as the résumé has it first; nil for words side by side.
  private func words(_ term: Term) -> Related.Words? {
    guard let passage = profile.terms.passages[term]?.first else { return nil }
    var span: Range<Int>?
    profile.parsed.tokenized.forEachTerm(in: profile.parsed.passageTokens[passage]) {
      if $0.term == term, !$0.isPhrase, span == nil { span = $0.span }
    }
    return span.map {
      let span = Self.whole($0, in: profile.document.text)
      return Related.Words(text: Self.text(profile.document.text, span), span: span)
    }
  }

  /// The whole word that a part of a compound is of: compounds are of the letters a–z.
  private static func whole(_ span: Range<Int>, in text: [UInt8]) -> Range<Int> {
    let isLetter = { (byte: UInt8) in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }
    var (lower, upper) = (span.lowerBound, span.upperBound)
    while lower > 0, isLetter(text[lower]), isLetter(text[lower - 1]) { lower -= 1 }
    while upper < text.count, upper > lower, isLetter(text[upper - 1]), isLetter(text[upper]) {
      upper += 1
    }
    return lower..<upper
  }

  private static func text(_ bytes: [UInt8], _ span: Range<Int>) -> String {
    String(decoding: bytes[span], as: UTF8.self)
  }
}
