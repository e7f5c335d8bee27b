/// The tokens of a text, line by line, and the terms that any range of them is indexed as.
package struct TokenizedText: Sendable {
  /// All tokens, in the order of the text.
  package let tokens: [Token]
  /// For each line, one past its last token.
  private let lineEnds: [Int]
  private let lexicon: Lexicon

  init(tokens: [Token], lineEnds: [Int], lexicon: Lexicon) {
    self.tokens = tokens
    self.lineEnds = lineEnds
    self.lexicon = lexicon
  }

  /// How many lines there are.
  package var lineCount: Int { lineEnds.count }

  /// The tokens of a line.
  package func tokens(ofLine line: Int) -> Range<Int> {
    (line == 0 ? 0 : lineEnds[line - 1])..<lineEnds[line]
  }

  /// The tokens that lie wholly inside a range of bytes.
  ///
  /// Complexity: O(log n).
  package func tokens(in span: Range<Int>) -> Range<Int> {
    let lower = tokens.partitionPoint { $0.lower >= span.lowerBound }
    let upper = tokens.partitionPoint { $0.upper > span.upperBound }
    return lower..<max(lower, upper)
  }

  /// A term where it occurs.
  package struct Occurrence: Sendable {
    package let term: Term
    /// Whether the term is a bigram or an alias of several words, which weigh less.
    package let isPhrase: Bool
    /// Whether the term is a bigram, whose words are terms of their own as well.
    package let isBigram: Bool
    /// The bytes of the text that it was read from.
    package let span: Range<Int>
  }

  /// Calls `body` with each indexed term of a range of tokens: single terms, bigrams of indexed
  /// tokens that stand side by side in a line, and aliases of several words.
  package func forEachTerm(in range: Range<Int>, _ body: (Occurrence) -> Void) {
    var previous: Token?
    for index in range {
      let token = tokens[index]
      if !token.traits.contains(.adjacent) { previous = nil }
      guard token.isIndexed else {
        previous = nil
        continue
      }
      body(
        Occurrence(
          term: token.term, isPhrase: token.traits.contains(.phrase), isBigram: false,
          span: token.span))
      if let before = previous {
        body(
          Occurrence(
            term: Term(before.term, token.term), isPhrase: true, isBigram: true,
            span: Int(before.lower)..<Int(token.upper)))
      }
      previous = token
    }
    for alias in aliases(in: range) {
      body(
        Occurrence(
          term: alias.concept, isPhrase: true, isBigram: false, span: span(of: alias.tokens)))
    }
  }

  /// An alias of several words: what it stands for, and where it stands.
  package struct Alias: Sendable {
    package let concept: Term
    package let tokens: Range<Int>
  }

  /// The aliases of several words in a range of tokens, by what they stand for.
  ///
  /// These are the ones of three words and more, and those of two that are not their own bigram. Each
  /// lies in one line.
  package func aliases(in range: Range<Int>) -> [Alias] {
    lexicon.phrases.matches(in: tokens, range: range).compactMap { match in
      let isBroken = tokens[match.tokens.dropFirst()].contains { $0.traits.contains(.lineStart) }
      return isBroken
        ? nil : Alias(concept: lexicon.concepts[match.phrase], tokens: match.tokens)
    }
  }

  /// The bytes from the first to the last of a range of tokens; empty for none.
  package func span(of range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return Int(tokens[first].lower)..<Int(tokens[last].upper)
  }
}

extension Array {
  /// The index of the first element for which `isAfter` holds, where it holds for all after it.
  package func partitionPoint(_ isAfter: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
