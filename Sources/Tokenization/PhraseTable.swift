/// Finds any of many phrases in a sequence of tokens, compared by their terms.
///
/// It serves aliases of several words, the cue phrases of postings and résumés, and names of places,
/// skills and degrees. In a phrase, `anyNumber` meets every number.
///
/// Most tokens begin no phrase: filters of a few bits a phrase, over first terms and over first
/// pairs of terms, tell so without a look-up.
///
/// Complexity: one look-up a token that may begin a phrase, plus the phrases that begin with its
/// term.
package struct PhraseTable: Sendable {
  /// A phrase found: its tokens, and its index in the list that the table was made of.
  package struct Match: Sendable {
    package let tokens: Range<Int>
    package let phrase: Int
  }

  /// A phrase: where its terms stand in `terms`.
  private struct Entry: Sendable {
    let terms: Range<Int>
    let phrase: Int
  }

  /// All phrases by their first term, the longest first.
  private let entries: [Entry]
  private let terms: [Term]
  private let heads: TermSet
  /// The entries of each head.
  private let bounds: [Range<Int>]
  /// The entries that begin with any number.
  private let open: Range<Int>
  private var firstTerms: TermFilter
  /// Phrases of one term, and the first two terms of the others.
  private var starts: TermFilter

  /// The term that stands for any number.
  package static var anyNumber: Term { Term(key: 1) }

  /// A table of phrases; where two are equal, the first one counts.
  package init(_ phrases: [[Term]]) {
    let sorted = phrases.enumerated().filter { !$0.element.isEmpty }.sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a[0] != b[0] { return a[0] < b[0] }
      return a.count != b.count ? a.count > b.count : left.offset < right.offset
    }
    heads = TermSet(sorted.map { $0.element[0] })
    firstTerms = TermFilter(capacity: heads.elements.count)
    starts = TermFilter(capacity: sorted.count)
    var entries: [Entry] = []
    var terms: [Term] = []
    var bounds = Array(repeating: 0..<0, count: heads.elements.count)
    for (index, (phrase, own)) in sorted.enumerated() {
      entries.append(Entry(terms: terms.count..<terms.count + own.count, phrase: phrase))
      terms += own
      if let head = heads.place(of: own[0]) {
        bounds[head] = (bounds[head].isEmpty ? index : bounds[head].lowerBound)..<index + 1
      }
      firstTerms.insert(own[0])
      starts.insert(own.count == 1 ? own[0] : Term(own[0], own[1]))
    }
    self.entries = entries
    self.terms = terms
    self.bounds = bounds
    open = heads.place(of: Self.anyNumber).map { bounds[$0] } ?? 0..<0
  }

  /// The phrases that begin at a token and end before `end`, the longest first.
  package func allMatches(in tokens: [Token], at index: Int, end: Int) -> [Match] {
    guard mayBegin(tokens.span, at: index, end: end) else { return [] }
    var found: [Match] = []
    for entry in candidates(tokens[index].term) where isMet(entry, in: tokens, at: index, end) {
      found.append(match(entry, at: index))
    }
    guard tokens[index].traits.contains(.number) else { return found }
    for entry in open where isMet(entry, in: tokens, at: index, end) {
      // The number itself stands before any number, where phrases are equally long.
      let place = found.firstIndex { $0.tokens.count < entries[entry].terms.count } ?? found.count
      found.insert(match(entry, at: index), at: place)
    }
    return found
  }

  /// The longest phrase that begins at a token and ends before `end`.
  package func longestMatch(in tokens: [Token], at index: Int, end: Int) -> Match? {
    mayBegin(tokens.span, at: index, end: end) ? longest(in: tokens, at: index, end) : nil
  }

  /// The longest phrase that begins at a token where one may.
  private func longest(in tokens: [Token], at index: Int, _ end: Int) -> Match? {
    let own = candidates(tokens[index].term).first { isMet($0, in: tokens, at: index, end) }
    // A number begins what names it, and what leaves the number open.
    guard tokens[index].traits.contains(.number),
      let open = open.first(where: { isMet($0, in: tokens, at: index, end) })
    else { return own.map { match($0, at: index) } }
    let isLonger = own.map { entries[open].terms.count > entries[$0].terms.count } ?? true
    return match(isLonger ? open : own ?? open, at: index)
  }

  /// The longest phrase at each token of `range`; matches may overlap.
  package func matches(in tokens: [Token], range: Range<Int>) -> [Match] {
    var found: [Match] = []
    for index in range where mayBegin(tokens.span, at: index, end: range.upperBound) {
      if let match = longest(in: tokens, at: index, range.upperBound) { found.append(match) }
    }
    return found
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

  private func candidates(_ head: Term) -> Range<Int> {
    heads.place(of: head).map { bounds[$0] } ?? 0..<0
  }

  private func match(_ entry: Int, at index: Int) -> Match {
    Match(
      tokens: index..<index + entries[entry].terms.count, phrase: entries[entry].phrase)
  }

  /// Whether all terms of an entry stand at a token; the first does.
  private func isMet(_ entry: Int, in tokens: [Token], at index: Int, _ end: Int) -> Bool {
    let range = entries[entry].terms
    guard index + range.count <= end else { return false }
    for offset in 1..<max(range.count, 1) {
      let (term, token) = (terms[range.lowerBound + offset], tokens[index + offset])
      guard term == token.term || (term == Self.anyNumber && token.traits.contains(.number)) else {
        return false
      }
    }
    return true
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
