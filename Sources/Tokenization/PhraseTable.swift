/// Finds any of many phrases in a sequence of tokens, compared by their terms.
///
/// It serves aliases of several words, the cue phrases of postings and résumés, and names of places.
/// In a phrase, `anyNumber` meets every number.
///
/// Most tokens begin no phrase: filters of a few bits a phrase, over first terms and over first
/// pairs of terms, tell so without a look-up.
///
/// Complexity: one look-up a token that may begin a phrase, plus the phrases that begin with its
/// term.
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
  private var firstTerms: TermFilter
  /// Phrases of one term, and the first two terms of the others.
  private var starts: TermFilter

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
    firstTerms = TermFilter(capacity: heads.count)
    starts = TermFilter(capacity: entries.count)
    for entry in entries {
      firstTerms.insert(entry.terms[0])
      starts.insert(entry.terms.count == 1 ? entry.terms[0] : Term(entry.terms[0], entry.terms[1]))
    }
  }

  /// The phrases that begin at a token and end before `end`, the longest first.
  package func allMatches(in tokens: [Token], at index: Int, end: Int) -> [Match] {
    guard mayBegin(tokens.span, at: index, end: end) else { return [] }
    var candidates = entries[heads[tokens[index].term] ?? 0..<0]
    if tokens[index].traits.contains(.number), let anyNumber = heads[Self.anyNumber] {
      // The number itself stands before any number, where phrases are equally long.
      candidates =
        (candidates + entries[anyNumber]).enumerated().sorted {
          ($1.element.terms.count, $0.offset) < ($0.element.terms.count, $1.offset)
        }.map(\.element)[...]
    }
    return candidates.compactMap { entry in
      let range = index..<index + entry.terms.count
      guard range.upperBound <= end else { return nil }
      let isMet = zip(entry.terms, tokens[range]).dropFirst().allSatisfy(Self.meets)
      return isMet ? Match(tokens: range, payload: entry.payload) : nil
    }
  }

  /// Whether a phrase may begin at a token; numbers, which a phrase may leave open, pass.
  @inline(__always)
  private func mayBegin(_ tokens: Span<Token>, at index: Int, end: Int) -> Bool {
    let token = tokens[index]
    guard !token.traits.contains(.number) else { return true }
    guard firstTerms.mayContain(token.term) else { return false }
    if starts.mayContain(token.term) { return true }
    guard index + 1 < end else { return false }
    let next = tokens[index + 1]
    return next.traits.contains(.number) || starts.mayContain(Term(token.term, next.term))
  }

  /// The longest phrase that begins at a token and ends before `end`.
  package func longestMatch(in tokens: [Token], at index: Int, end: Int) -> Match? {
    let own = longestMatch(in: tokens, at: index, end: end, head: tokens[index].term)
    // A number begins what names it, and what leaves the number open.
    guard tokens[index].traits.contains(.number),
      let open = longestMatch(in: tokens, at: index, end: end, head: Self.anyNumber)
    else { return own }
    return open.tokens.count > own?.tokens.count ?? 0 ? open : own
  }

  private func longestMatch(in tokens: [Token], at index: Int, end: Int, head: Term) -> Match? {
    guard let candidates = heads[head] else { return nil }
    for candidate in candidates where index + entries[candidate].terms.count <= end {
      let terms = entries[candidate].terms
      var met = 1
      while met < terms.count, Self.meets(terms[met], tokens[index + met]) { met += 1 }
      if met == terms.count {
        return Match(tokens: index..<index + met, payload: entries[candidate].payload)
      }
    }
    return nil
  }

  /// The longest phrase at each token of `range`; matches may overlap.
  package func matches(in tokens: [Token], range: Range<Int>) -> [Match] {
    var found: [Match] = []
    for index in range where mayBegin(tokens.span, at: index, end: range.upperBound) {
      if let match = longestMatch(in: tokens, at: index, end: range.upperBound) {
        found.append(match)
      }
    }
    return found
  }

  private static func meets(_ term: Term, _ token: Token) -> Bool {
    term == token.term || (term == anyNumber && token.traits.contains(.number))
  }
}

/// A set that may hold more than was put in, but never less: one bit a term, of at least 16 for each
/// (Bloom 1970, with one hash function, which the term's key is).
private struct TermFilter: Sendable {
  private var words: [UInt64]
  private let mask: Int

  init(capacity: Int) {
    var count = 1
    while count * 4 < capacity { count *= 2 }
    words = Array(repeating: 0, count: count)
    mask = count - 1
  }

  mutating func insert(_ term: Term) {
    words[Self.word(term) & mask] |= Self.bit(term)
  }

  @inline(__always)
  func mayContain(_ term: Term) -> Bool {
    words[Self.word(term) & mask] & Self.bit(term) != 0
  }

  @inline(__always)
  private static func word(_ term: Term) -> Int { Int(truncatingIfNeeded: term.key >> 8) }

  @inline(__always)
  private static func bit(_ term: Term) -> UInt64 { 1 << (term.key & 63) }
}
