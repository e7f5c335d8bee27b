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
  let degrees: DegreeReader
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
    var periods: [Finding.Period]?
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
    let words = EvidenceWords(self, pieces, leafTerms.bigrams.union(shown.map(\.term)))
    var evidence = ranked.prefix(Threshold.passages).map {
      self.evidence(passage: $0.index, words)
    }[...]
    var verdict: Verdict =
      coverage >= Threshold.met ? .met : coverage >= Threshold.partial ? .partial : .missing
    if evidence.isEmpty { verdict = .missing }
    if let degree = leaf.degree {
      verdict = self.verdict(degree: degree, content: verdict, words, &evidence)
    }
    let experience = leaf.years.map { years in
      let found = self.experience(shownBy: ranked.map(\.index))
      verdict = self.verdict(years: years, months: found.months, content: verdict)
      return found
    }
    if leaf.isEquivalent == true { verdict = .unknown }
    if verdict == .met && evidence.isEmpty { verdict = .unknown }
    return Reading(
      verdict: verdict, coverage: coverage, monthsShown: experience?.months,
      periods: experience?.periods, evidence: Array(evidence))
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

  private func evidence(passage index: Int, _ words: EvidenceWords) -> Evidence {
    let passage = profile.profile.passages[index]
    return Evidence(
      passage: passage.id, text: passage.text, span: passage.span,
      words: words.words(in: profile.passageTokens[index]))
  }

  // MARK: - Degrees and years

  /// A degree is compared by its level; whether its subject is met is left to the words.
  private func verdict(
    degree: Degree, content: Verdict, _ words: EvidenceWords,
    _ evidence: inout ArraySlice<Evidence>
  ) -> Verdict {
    let held = profile.profile.education.filter { !$0.isInProgress }
    guard let best = held.compactMap(\.degree).max() else {
      return profile.profile.education.isEmpty ? .unknown : .missing
    }
    guard best >= degree else { return .partial }
    if let entry = held.first(where: { $0.degree.map { $0 >= degree } ?? false }),
      let index = profile.profile.passages.firstIndex(where: { $0.span.overlaps(entry.span) })
    {
      var shown = self.evidence(passage: index, words)
      shown.words = words.adding(
        entry.degree.map { words.words(naming: $0, in: profile.passageTokens[index]) } ?? [],
        to: shown.words)
      evidence =
        [shown] + evidence.filter { $0.passage != shown.passage }.prefix(Threshold.passages - 1)
    }
    return content == .missing ? .partial : .met
  }

  private func verdict(years: Int, months: Int, content: Verdict) -> Verdict {
    if profile.profile.experience.isEmpty { return content == .missing ? .missing : .unknown }
    if content == .missing { return .missing }
    if months >= years * 12 { return content }
    return .partial
  }

  /// The entries that the passages belong to, and their months, none counted twice.
  private func experience(
    shownBy passages: [Int]
  ) -> (months: Int, periods: [Finding.Period]) {
    let entries = Set(passages.compactMap { profile.profile.passages[$0].entry }).sorted()
    let months = WorkMonths(present: asOf)
    var intervals: [Range<Int>] = []
    let periods = entries.map { index in
      let entry = profile.profile.experience[index]
      let interval = months.interval(from: entry.start, to: entry.end)
      intervals.append(interval)
      return Finding.Period(
        title: entry.title, employer: entry.employer, start: entry.start, end: entry.end,
        months: interval.count, span: entry.span)
    }
    return (WorkMonths.union(intervals), periods)
  }
}
