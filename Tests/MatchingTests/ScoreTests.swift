import Candidates
import Foundation
import Rolefit
import Testing
import Tokenization
import Weighting

@testable import Matching

/// The score of a pair, and that it can be checked by hand.
@Suite struct ScoreTests {
  @Test(arguments: Sample.pairs)
  func `leaves and fields add up to the score`(pair: PairName) throws {
    let match = try Sample.match(pair)
    let leaves = match.requirements.flatMap(\.leaves).reduce(0) { $0 + $1.contribution }
    let fields = match.fields.reduce(0) { $0 + $1.contribution }
    #expect(abs(leaves + fields - match.score) < 1e-12)
    #expect(match.score > 0)
  }

  @Test(arguments: Sample.pairs)
  func `children add up to their group`(pair: PairName) throws {
    for group in try Sample.match(pair).requirements.flatMap(\.nodes) where group.kind != .leaf {
      let sum = group.children.reduce(0) { $0 + $1.contribution }
      #expect(abs(sum - group.contribution) < 1e-12, "\(group.id)")
      #expect(group.children.count > 1, "\(group.id)")
    }
  }

  @Test(arguments: Sample.pairs)
  func `what is shown is between nothing and all`(pair: PairName) throws {
    let match = try Sample.match(pair)
    let shares =
      [match.coverage, match.reverseCoverage]
      + match.requirements.flatMap(\.nodes).map(\.coverage)
    #expect(shares.allSatisfy { (0...1).contains($0) })
  }

  @Test(arguments: Sample.pairs)
  func `what is not like the résumé takes away little`(pair: PairName) throws {
    let match = try Sample.match(pair)
    let negative = match.requirements.flatMap(\.leaves).map { min(0, $0.contribution) }
    #expect(negative.reduce(0, -) < 0.02)
  }

  // MARK: - The oracle

  /// The weights of a side from the masses of its terms, to three binary digits, with `pow`.
  private func weights(
    _ masses: [Term: (mass: Double, isPhrase: Bool)], _ background: Background
  ) -> [Term: Double] {
    Dictionary(
      uniqueKeysWithValues: masses.map { term, entry in
        let digit = pow(2, floor(log2(entry.mass)) - 2)
        let mass = (entry.mass / digit).rounded() * digit
        return (term, background.weight(of: term, isPhrase: entry.isPhrase) * pow(mass, 0.75))
      })
  }

  private func norm(_ weights: [Term: Double]) -> Double {
    weights.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  private func masses(of role: PreparedRole) -> [Term: (mass: Double, isPhrase: Bool)] {
    var masses: [Term: (mass: Double, isPhrase: Bool)] = [:]
    for entry in role.terms.entries {
      masses[entry.term, default: (0, entry.isPhrase)].mass += entry.mass
    }
    return masses
  }

  /// The first 150 words count twice, and so do the lines that date a position.
  private func masses(of parsed: ParsedProfile) -> [Term: (mass: Double, isPhrase: Bool)] {
    var masses: [Term: (mass: Double, isPhrase: Bool)] = [:]
    var seen = 0
    for (passage, tokens) in zip(parsed.profile.passages, parsed.passageTokens) {
      let isDated = parsed.profile.experience.contains { $0.span.overlaps(passage.span) }
      let starts = parsed.tokenized.tokens[tokens].map(\.span.lowerBound)
      parsed.tokenized.forEachTerm(in: tokens) { occurrence in
        let position = seen + starts.filter { $0 < occurrence.span.lowerBound }.count
        let mass = (position < 150 ? 2.0 : 1) * (isDated ? 2 : 1)
        masses[occurrence.term, default: (0, occurrence.isPhrase)].mass += mass
      }
      seen += tokens.count
    }
    return masses
  }

  @Test(arguments: Sample.pairs)
  func `without its rows the score is what a naive sum with pow gives`(pair: PairName) throws {
    let background = try Sample.engine.get().knowledge.background
    let (role, profile) = (
      try Sample.prepared(role: pair.role), try Sample.prepared(profile: pair.profile)
    )
    let (r, c) = (
      weights(masses(of: role), background), weights(masses(of: profile.parsed), background)
    )
    let product = r.reduce(0) { $0 + $1.value * (c[$1.key] ?? 0) }
    let (m, k) = (background.meanNorms.role, background.meanNorms.profile)
    let expected = product / (m * k * pow(norm(r) / m, 0.75) * pow(norm(c) / k, 0.75))
    let added = Scorer(try Sample.engine.get().knowledge).added(role.scored, profile.scored)
    let score = try Sample.match(pair).score - added
    // Weights are rounded to float32.
    #expect(abs(score - expected) <= 1e-6 * expected, "\(score) \(expected)")
  }

  @Test(arguments: Sample.pairs)
  func `a pair read again has the same bits`(pair: PairName) throws {
    #expect(
      try Sample.match(pair).score.bitPattern == Sample.freshMatch(pair).score.bitPattern)
  }
}
