package import Tokenization

/// Finds cue phrases in tokens.
///
/// The phrases are data: `cues.txt`.
package struct CueTable: Sendable {
  /// A cue where it stands.
  package struct Match: Sendable {
    package let cue: Cue
    package let tokens: Range<Int>
  }

  /// Phrases, and the cue that each is one of.
  private struct Phrases: Sendable {
    let table: PhraseTable
    let cues: [Cue]

    init(_ phrases: [(terms: [Term], cue: Cue)]) {
      table = PhraseTable(phrases.map(\.terms))
      cues = phrases.map(\.cue)
    }
  }

  private let posting: Phrases
  private let resume: Phrases
  private let sentences: Phrases

  /// Reads the data: `[label]` lines, each followed by phrases.
  ///
  /// - Precondition: all labels are those of `Cue`.
  package init(_ data: String, lexicon: Lexicon) {
    var phrases: [Headings?: [(terms: [Term], cue: Cue)]] = [:]
    var tokenizer = Tokenizer(lexicon: lexicon)
    var cue: Cue?
    for line in data.split(separator: "\n") where !line.hasPrefix("# ") && line != "#" {
      if line.hasPrefix("[") && line.hasSuffix("]") {
        cue = Cue(rawValue: String(line.dropFirst().dropLast()))
        precondition(cue != nil, "no cue is called \(line)")
        continue
      }
      guard let cue else { continue }
      for terms in Self.readings(of: line, &tokenizer) {
        phrases[cue.headings, default: []].append((terms, cue))
        // "Duties & responsibilities" has no word for its ampersand.
        let plain = terms.filter { $0 != Term(word: "and") }
        if cue.headings != nil, plain.count < terms.count {
          phrases[cue.headings, default: []].append((plain, cue))
        }
      }
    }
    posting = Phrases(phrases[.posting] ?? [])
    resume = Phrases(phrases[.resume] ?? [])
    sentences = Phrases(phrases[nil] ?? [])
  }

  /// The terms of a phrase, and those with its abbreviations in capitals, which may be aliases.
  private static func readings(of line: Substring, _ tokenizer: inout Tokenizer) -> [[Term]] {
    let plain = terms(of: line, &tokenizer)
    let words = line.split(separator: " ").map { word in
      word.utf8.count <= 4 ? Substring(word.uppercased()) : word
    }
    let capitals = terms(of: Substring(words.joined(separator: " ")), &tokenizer)
    return capitals == plain ? [plain] : [plain, capitals]
  }

  private static func terms(of line: Substring, _ tokenizer: inout Tokenizer) -> [Term] {
    line.split(separator: " ").flatMap { word in
      word == "#"
        ? [PhraseTable.anyNumber] : tokenizer.tokenize(Array(word.utf8)).tokens.map(\.term)
    }
  }

  /// The cues of a sentence, by the tokens they were found at; longer phrases hide shorter ones that
  /// begin at the same token.
  package func cues(in tokens: [Token], _ range: Range<Int>) -> [Match] {
    sentences.table.matches(in: tokens, range: range).map {
      Match(cue: sentences.cues[$0.phrase], tokens: $0.tokens)
    }
  }

  /// What a heading names: the longest phrase in it, the first of equals.
  ///
  /// A heading may have at most `slack` words beside the phrase.
  package func heading(
    in tokens: [Token], _ range: Range<Int>, of kind: Headings, slack: Int = 2
  ) -> Cue? {
    let phrases = kind == .posting ? posting : resume
    var best: PhraseTable.Match?
    for start in range {
      if let match = phrases.table.longestMatch(in: tokens, at: start, end: range.upperBound),
        match.tokens.count > (best?.tokens.count ?? 0)
      {
        best = match
      }
    }
    guard let best, range.count - best.tokens.count <= slack else { return nil }
    return phrases.cues[best.phrase]
  }
}
