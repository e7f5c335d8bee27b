package import Candidates
package import Tokenization
package import Weighting

/// The vector of a profile, and where its terms stand.
package struct ProfileTerms: Sendable {
  package let vector: TermVector
  /// For each term, the passages that hold it, rising.
  package let passages: [Term: [Int]]
  /// How many indexed words there are.
  package let wordCount: Int

  /// Weighs the passages of a profile: words of its head, and of the lines that date an entry and
  /// so carry its title, count more.
  package init(_ parsed: ParsedProfile, background: Background) {
    var terms = WeightedTerms()
    var passages: [Term: [Int]] = [:]
    Self.forEachTerm(of: parsed) { index, occurrence, mass in
      terms.add(occurrence.term, isPhrase: occurrence.isPhrase, mass: mass)
      if passages[occurrence.term]?.last != index {
        passages[occurrence.term, default: []].append(index)
      }
    }
    vector = terms.vector(background: background)
    self.passages = passages
    wordCount = parsed.passageTokens.reduce(0) { sum, tokens in
      sum + parsed.tokenized.tokens[tokens].filter(\.isIndexed).count
    }
  }

  /// Calls `body` with each term of a profile, the passage that it stands in and its mass there.
  package static func forEachTerm(
    of parsed: ParsedProfile, _ body: (Int, TokenizedText.Occurrence, Double) -> Void
  ) {
    var position = 0
    // Both rise, so one walk finds the passages that date an entry.
    let dated = parsed.profile.experience.map(\.span).sorted { $0.lowerBound < $1.lowerBound }
    var next = 0
    for (index, tokens) in parsed.passageTokens.enumerated() {
      let head = tokens.lowerBound..<tokens.lowerBound + max(0, ScoreModel.headLength - position)
      let span = parsed.profile.passages[index].span
      while next < dated.count, dated[next].upperBound <= span.lowerBound { next += 1 }
      let isDated = next < dated.count && dated[next].overlaps(span)
      let line = isDated ? ScoreModel.datedLineWeight : 1
      parsed.tokenized.forEachTerm(in: tokens) { occurrence in
        let isHead =
          parsed.tokenized.tokens[head.clamped(to: tokens)].last
          .map { occurrence.span.lowerBound < Int($0.upper) } ?? false
        body(index, occurrence, (isHead ? ScoreModel.headWeight : 1) * line)
      }
      position += tokens.count
    }
  }
}
