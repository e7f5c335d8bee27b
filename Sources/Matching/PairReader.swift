package import Candidates
package import Documents
package import Reading
package import Roles
import Tokenization
package import Weighting

/// A posting that was read, and its vector.
package struct PreparedRole: Sendable {
  package let document: Document
  package let parsed: ParsedRole
  package let terms: RoleTerms
  package let scored: DocumentVector

  package init(document: Document, parsed: ParsedRole, scorer: Scorer) {
    self.document = document
    self.parsed = parsed
    terms = RoleTerms(parsed, text: document.text)
    scored = scorer.role(
      terms.vector(background: scorer.background),
      letters: LetterGroups.groups(of: [Array(parsed.role.title.utf8)[...]]))
  }

  package var vector: TermVector { scored.terms }
}

/// A résumé that was read, and its vector.
package struct PreparedProfile: Sendable {
  package let document: Document
  package let parsed: ParsedProfile
  package let terms: ProfileTerms
  /// The groups of letters of its passages; none where it has too many terms for them to count.
  package let letters: [UInt32]
  package let scored: DocumentVector

  package init(document: Document, parsed: ParsedProfile, scorer: Scorer) {
    self.document = document
    self.parsed = parsed
    terms = ProfileTerms(parsed, background: scorer.background)
    letters =
      terms.vector.terms.count < TrainedTables.letterTerms
      ? LetterGroups.groups(of: parsed.profile.passages.map { document.text[$0.span] }) : []
    scored = scorer.profile(terms.vector, letters: letters)
  }

  package var vector: TermVector { terms.vector }
}

/// Reads one pair in full: score, fit, gates, and a verdict for each requirement.
package struct PairReader: Sendable {
  private let scorer: Scorer
  private let knowledge: Knowledge
  private let silent: SilentPhrases
  private let asOf: CalendarDate

  package init(knowledge: Knowledge, asOf: CalendarDate) {
    scorer = Scorer(knowledge)
    self.knowledge = knowledge
    silent = SilentPhrases(lexicon: knowledge.lexicon, cues: knowledge.cues)
    self.asOf = asOf
  }

  /// What all matches of a profile need of it.
  package func evidence(of profile: PreparedProfile) -> ProfileEvidence {
    ProfileEvidence(profile, knowledge: knowledge, silent: silent)
  }

  /// The match of a pair; its rank is 1 until a ranking sets it.
  ///
  /// - Parameters:
  ///   - evidence: that of the profile, for who matches it with many roles.
  ///   - shares: what was computed of the score already.
  package func match(
    _ role: PreparedRole, _ profile: PreparedProfile, _ evidence: ProfileEvidence? = nil,
    shares: ScoreShares? = nil
  ) -> Match {
    let built = role.parsed.role
    let evidence = evidence ?? self.evidence(of: profile)
    let shares = shares ?? ScoreShares(role, profile, scorer: scorer)
    let verdicts = VerdictReader(
      role, profile, evidence, knowledge: knowledge, silent: silent, asOf: asOf)
    let score = scorer.score(role: role.scored, profile: profile.scored)
    let checker = GateChecker(facts: evidence.facts, asOf: asOf)
    return Match(
      role: built.id, profile: profile.parsed.profile.id, rank: 1, score: score,
      alike: shares.alike,
      fit: Self.isJudged(built.warnings + profile.parsed.profile.warnings)
        ? FitScale.fit(score) : nil,
      coverage: scorer.coverage(of: role.vector, by: profile.vector),
      reverseCoverage: scorer.coverage(of: profile.vector, by: role.vector),
      title: built.title, employer: built.employer, pay: built.pay, locations: built.locations,
      workplace: built.workplace, gates: checker.checks(of: built),
      requirements: built.requirements.map { finding($0, role, verdicts, shares.fields).finding },
      fields: role.parsed.fields.indices.filter { !role.parsed.fields[$0].id.hasPrefix("r") }
        .map { FieldShare(id: role.parsed.fields[$0].id, contribution: shares.fields[$0]) },
      warnings: warnings(role, profile))
  }

  /// Whether texts with these warnings say enough for a fit.
  package static func isJudged(_ warnings: [Warning]) -> Bool {
    warnings.allSatisfy { !["thin-posting", "short-profile", "no-terms"].contains($0.code) }
  }

  private func finding(
    _ requirement: Requirement, _ role: PreparedRole, _ verdicts: VerdictReader,
    _ shares: [Double], beside: [[Range<Int>]] = []
  ) -> (finding: Finding, isFrame: Bool) {
    var finding = Finding(
      id: requirement.id, section: requirement.section, kind: requirement.kind,
      text: requirement.text, span: requirement.span, verdict: .unknown, contribution: 0,
      coverage: 0, years: requirement.years, evidence: [], children: [])
    guard requirement.kind == .leaf else {
      group(requirement, role, verdicts, shares, &finding)
      return (finding, false)
    }
    guard let field = role.terms.fields[requirement.id] else { return (finding, true) }
    let reading = verdicts.read(
      requirement, pieces: role.parsed.fields[field].pieces, beside: beside)
    finding.verdict = reading.verdict
    finding.coverage = reading.coverage
    finding.contribution = shares[field]
    finding.monthsShown = reading.monthsShown
    finding.periods = reading.periods
    finding.evidence = reading.evidence
    finding.parts = reading.parts.isEmpty ? nil : reading.parts
    return (finding, reading.isFrame)
  }

  private func group(
    _ requirement: Requirement, _ role: PreparedRole, _ verdicts: VerdictReader,
    _ shares: [Double], _ finding: inout Finding
  ) {
    let children = requirement.children.map { child in
      let others =
        requirement.kind == .all && child.kind == .leaf
          && (child.years != nil || child.degree != nil)
        ? requirement.children.filter { $0.kind == .any }.flatMap(\.leaves) : []
      return self.finding(
        child, role, verdicts, shares,
        beside: others.compactMap { role.terms.fields[$0.id] }
          .map { role.parsed.fields[$0].pieces })
    }
    finding.children = children.map(\.finding)
    finding.verdict = verdicts.verdict(
      of: requirement, children.map { ($0.isFrame ? nil : $0.finding.verdict) })
    finding.contribution = finding.children.reduce(0) { $0 + $1.contribution }
    let coverages = finding.children.map(\.coverage)
    finding.coverage =
      requirement.kind == .any
      ? coverages.max() ?? 0 : coverages.reduce(0, +) / Double(max(1, coverages.count))
  }

  private func warnings(_ role: PreparedRole, _ profile: PreparedProfile) -> [Warning] {
    var warnings = role.parsed.role.warnings
    for warning in profile.parsed.profile.warnings where !warnings.contains(warning) {
      warnings.append(warning)
    }
    return warnings
  }
}
