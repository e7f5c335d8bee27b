import Candidates
import Reading
import Roles
import Tokenization
import Weighting

/// Decides whether a profile shows what a leaf asks for, and with which passages.
///
/// The coverage of a leaf is the share of its terms' idf that stands anywhere in the profile; a
/// passage's strength is the share that stands in it. Degrees and years are compared as numbers.
/// A verdict is never `met` without a passage to show for it.
struct VerdictReader {
  let role: ParsedRole
  let roleText: [UInt8]
  let profile: ParsedProfile
  let profileText: [UInt8]
  let terms: ProfileTerms
  let background: Background
  /// Until when a position that goes on has lasted.
  let asOf: CalendarDate

  private enum Threshold {
    /// Coverage from which a leaf is met, and from which it is met in part.
    static let met = 0.5
    static let partial = 0.2
    /// Strength from which a passage is evidence.
    static let passage = 0.12
    /// What a passage of a dated entry counts beside one of a bare list.
    static let dated = 1.15
    static let passages = 3
  }

  /// What was found of a leaf.
  struct Reading {
    var verdict: Verdict
    var coverage: Double
    var monthsShown: Int?
    var evidence: [Evidence]
  }

  /// The single terms of a leaf with their idf, and its bigrams, whose words count already.
  private struct LeafTerms {
    var weights: [(term: Term, weight: Double)] = []
    var bigrams: Set<Term> = []
    var total: Double { weights.reduce(0) { $0 + $1.weight } }
  }

  func read(_ leaf: Requirement, pieces: [Range<Int>]) -> Reading {
    let leafTerms = leafTerms(pieces)
    let total = leafTerms.total
    let shown = leafTerms.weights.filter { terms.passages[$0.term] != nil }
    let coverage = total > 0 ? shown.reduce(0) { $0 + $1.weight } / total : 0
    let ranked = passages(for: shown, total: total)
    var evidence = ranked.prefix(Threshold.passages).map {
      self.evidence(passage: $0.index, leafTerms.bigrams.union(shown.map(\.term)))
    }[...]
    var verdict: Verdict =
      coverage >= Threshold.met ? .met : coverage >= Threshold.partial ? .partial : .missing
    if evidence.isEmpty { verdict = .missing }
    var months: Int?
    if let degree = leaf.degree {
      verdict = self.verdict(degree: degree, content: verdict, &evidence)
    }
    if let years = leaf.years {
      let found = monthsShown(ranked.map(\.index))
      months = found
      verdict = self.verdict(years: years, months: found, content: verdict)
    }
    if leaf.isEquivalent == true { verdict = .unknown }
    if verdict == .met && evidence.isEmpty { verdict = .unknown }
    return Reading(
      verdict: verdict, coverage: coverage, monthsShown: months, evidence: Array(evidence))
  }

  /// The verdict of a group: an `any` group is what its best child is, an `all` group is met where
  /// all are.
  static func verdict(of kind: Requirement.Kind, _ children: [Verdict]) -> Verdict {
    if kind == .any {
      for best in [Verdict.met, .partial, .unknown] where children.contains(best) { return best }
      return .missing
    }
    if children.allSatisfy({ $0 == .met }) { return .met }
    if children.allSatisfy({ $0 == .missing }) { return .missing }
    let known = children.filter { $0 != .unknown }
    if known.isEmpty || known.allSatisfy({ $0 == .met }) { return .unknown }
    return known.allSatisfy { $0 == .missing } ? .missing : .partial
  }

  // MARK: - Terms

  private func leafTerms(_ pieces: [Range<Int>]) -> LeafTerms {
    var seen: Set<Term> = []
    var leaf = LeafTerms()
    for piece in pieces {
      role.tokenized.forEachTerm(in: piece) { occurrence in
        if occurrence.isBigram {
          leaf.bigrams.insert(occurrence.term)
          return
        }
        guard seen.insert(occurrence.term).inserted,
          !FrameWords.terms.contains(occurrence.term)
        else { return }
        leaf.weights.append(
          (
            occurrence.term,
            background.weight(of: occurrence.term, isPhrase: occurrence.isPhrase)
          ))
      }
    }
    return leaf
  }

  // MARK: - Evidence

  private func passages(
    for shown: [(term: Term, weight: Double)], total: Double
  ) -> [(index: Int, strength: Double)] {
    guard total > 0 else { return [] }
    var strengths: [Int: Double] = [:]
    for (term, weight) in shown {
      for passage in terms.passages[term] ?? [] { strengths[passage, default: 0] += weight }
    }
    return strengths.map { passage, weight in
      let isDated = profile.profile.passages[passage].entry != nil
      return (passage, weight / total * (isDated ? Threshold.dated : 1))
    }
    .filter { $0.1 >= Threshold.passage }
    .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
  }

  private func evidence(passage index: Int, _ wanted: Set<Term>) -> Evidence {
    let passage = profile.profile.passages[index]
    var found: [Range<Int>] = []
    profile.tokenized.forEachTerm(in: profile.passageTokens[index]) { occurrence in
      if wanted.contains(occurrence.term) { found.append(occurrence.span) }
    }
    // A bigram takes the place of its words, and grows over the bigram before it.
    var spans: [Range<Int>] = []
    for span in found.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = spans.last, last.overlaps(span) {
        spans[spans.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
      } else {
        spans.append(span)
      }
    }
    var words: [String] = []
    for span in spans {
      let word = String(decoding: profileText[span], as: UTF8.self)
      if !words.contains(where: { $0.lowercased() == word.lowercased() }) { words.append(word) }
    }
    return Evidence(passage: passage.id, text: passage.text, span: passage.span, words: words)
  }

  // MARK: - Degrees and years

  /// A degree is compared by its level; whether its subject is met is left to the words.
  private func verdict(
    degree: Degree, content: Verdict, _ evidence: inout ArraySlice<Evidence>
  ) -> Verdict {
    let held = profile.profile.education.filter { !$0.isInProgress }
    guard let best = held.compactMap(\.degree).max() else {
      return profile.profile.education.isEmpty ? .unknown : .missing
    }
    guard best >= degree else { return .partial }
    if let entry = held.first(where: { $0.degree.map { $0 >= degree } ?? false }),
      let index = profile.profile.passages.firstIndex(where: { $0.span.overlaps(entry.span) })
    {
      let passage = profile.profile.passages[index]
      let shown = Evidence(
        passage: passage.id, text: passage.text, span: passage.span,
        words: entry.degree.map { [$0.rawValue] } ?? [])
      evidence =
        [shown] + evidence.filter { $0.passage != passage.id }.prefix(Threshold.passages - 1)
    }
    return content == .missing ? .partial : .met
  }

  private func verdict(years: Int, months: Int, content: Verdict) -> Verdict {
    if profile.profile.experience.isEmpty { return content == .missing ? .missing : .unknown }
    if content == .missing { return .missing }
    if months >= years * 12 { return content }
    return .partial
  }

  /// The months of the entries that the passages belong to, none counted twice.
  private func monthsShown(_ passages: [Int]) -> Int {
    let entries = Set(passages.compactMap { profile.profile.passages[$0].entry })
    let months = WorkMonths(present: asOf)
    return WorkMonths.union(
      entries.map { index in
        let entry = profile.profile.experience[index]
        return months.interval(from: entry.start, to: entry.end)
      })
  }
}
