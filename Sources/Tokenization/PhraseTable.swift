/// Finds any of many phrases in a sequence of tokens, compared by their terms.
///
/// It serves aliases of several words, the cue phrases of postings and résumés, and names of places.
/// In a phrase, `anyNumber` meets every number.
///
/// Complexity: one look-up a token, plus the phrases that begin with its term.
package struct PhraseTable<Payload: Sendable>: Sendable {
  /// A phrase found: its tokens and what it stands for.
  package struct Match: Sendable {
    package let tokens: Range<Int>
    package let payload: Payload

    package init(tokens: Range<Int>, payload: Payload) {
      self.tokens = tokens
      self.payload = payload
    }
  }

  private struct Entry: Sendable {
    let terms: [Term]
    let payload: Payload
  }

  private let entries: [Entry]
  private let heads: [Term: Range<Int>]

  /// The term that stands for any number.
  package static var anyNumber: Term { Term(key: 1) }

  /// A table of phrases; where two are equal, the first one counts.
  package init(_ phrases: [(terms: [Term], payload: Payload)]) {
    let sorted = phrases.enumerated().filter { !$0.element.terms.isEmpty }.sorted { left, right in
      let (a, b) = (left.element.terms, right.element.terms)
      if a[0] != b[0] { return a[0] < b[0] }
      return a.count != b.count ? a.count > b.count : left.offset < right.offset
    }
    entries = sorted.map { Entry(terms: $0.element.terms, payload: $0.element.payload) }
    var heads: [Term: Range<Int>] = [:]
    for (index, entry) in entries.enumerated() {
      heads[entry.terms[0]] = (heads[entry.terms[0]]?.lowerBound ?? index)..<index + 1
    }
    self.heads = heads
  }

  /// The phrases that begin at a token and end before `end`, the longest first.
  package func allMatches(in tokens: [Token], at index: Int, end: Int) -> [Match] {
    let head = tokens[index].traits.contains(.number) ? Self.anyNumber : tokens[index].term
    guard let candidates = heads[head] else { return [] }
    return entries[candidates].compactMap { entry in
      let range = index..<index + entry.terms.count
      guard range.upperBound <= end else { return nil }
      let isMet = zip(entry.terms, tokens[range]).dropFirst().allSatisfy(Self.meets)
      return isMet ? Match(tokens: range, payload: entry.payload) : nil
    }
  }

  /// The longest phrase that begins at a token and ends before `end`.
  package func longestMatch(in tokens: [Token], at index: Int, end: Int) -> Match? {
    allMatches(in: tokens, at: index, end: end).first
  }

  /// The longest phrase at each token of `range`; matches may overlap.
  package func matches(in tokens: [Token], range: Range<Int>) -> [Match] {
    range.compactMap { longestMatch(in: tokens, at: $0, end: range.upperBound) }
  }

  private static func meets(_ term: Term, _ token: Token) -> Bool {
    term == token.term || (term == anyNumber && token.traits.contains(.number))
  }
}
