package import Tokenization

/// Finds cue phrases in tokens.
///
/// The phrases are data: `cues.txt`.
package final class CueTable: Sendable {
  /// A cue where it stands.
  package struct Match: Sendable {
    package let cue: Cue
    package let tokens: Range<Int>
    /// The bit of the cue.
    package let bit: UInt64
  }

  /// Phrases, and the cues that each is one of.
  private struct Phrases: Sendable {
    let table: PhraseTable
    let labels: [[Label]]

    init(_ phrases: [(terms: [Term], label: Label)]) {
      var places: [[Term]: Int] = [:]
      var terms: [[Term]] = []
      var labels: [[Label]] = []
      for phrase in phrases {
        if let place = places[phrase.terms] {
          labels[place].append(phrase.label)
        } else {
          places[phrase.terms] = terms.count
          terms.append(phrase.terms)
          labels.append([phrase.label])
        }
      }
      table = PhraseTable(terms)
      self.labels = labels
    }
  }

  /// A cue, and the spelling that it is met in alone, where its stem has other words as well.
  private struct Label: Sendable {
    let cue: Cue
    let spelling: [UInt8]?

    /// Whether a phrase is spelt as the label asks.
    func isMet(_ match: PhraseTable.Match, _ tokens: [Token], _ text: [UInt8]) -> Bool {
      guard let spelling else { return true }
      let (first, last) = (tokens[match.tokens.lowerBound], tokens[match.tokens.upperBound - 1])
      return text[Int(first.lower)..<Int(last.upper)]
        .elementsEqual(spelling, by: { $0 | 0x20 == $1 | 0x20 })
    }
  }

  private let posting: Phrases
  private let resume: Phrases
  private let pasted: Phrases
  private let sentences: Phrases

  /// Reads the data: `[label]` lines, each followed by phrases.
  ///
  /// - Precondition: all labels are those of `Cue`.
  package init(_ data: String, lexicon: Lexicon) {
    var phrases: [Headings?: [(terms: [Term], label: Label)]] = [:]
    var tokenizer = Tokenizer(lexicon: lexicon)
    var cue: Cue?
    for line in data.split(separator: "\n") where !line.hasPrefix("# ") && line != "#" {
      if line.hasPrefix("[") && line.hasSuffix("]") {
        cue = Cue(label: String(line.dropFirst().dropLast()))
        precondition(cue != nil, "no cue is called \(line)")
        continue
      }
      guard let cue else { continue }
      let isExact = line.hasPrefix("=")
      let words = isExact ? line.dropFirst() : line
      let label = Label(cue: cue, spelling: isExact ? Array(words.utf8) : nil)
      for terms in Self.readings(of: words, &tokenizer) {
        phrases[cue.headings, default: []].append((terms, label))
        // "Duties & responsibilities" has no word for its ampersand.
        let plain = terms.filter { $0 != Term(word: "and") }
        if cue.headings != nil, plain.count < terms.count {
          phrases[cue.headings, default: []].append((plain, label))
        }
      }
    }
    posting = Phrases(phrases[.posting] ?? [])
    resume = Phrases(phrases[.resume] ?? [])
    pasted = Phrases(phrases[.pasted] ?? [])
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

  /// Appends the cues of a sentence, by the tokens they were found at.
  ///
  /// Longer phrases hide shorter ones that begin at the same token. A phrase that has several labels
  /// gives all their cues.
  package func appendCues(
    in tokens: [Token], _ range: Range<Int>, text: [UInt8], to found: inout [Match]
  ) {
    for match in sentences.table.matches(in: tokens, range: range) {
      for label in sentences.labels[match.phrase] where label.isMet(match, tokens, text) {
        found.append(Match(cue: label.cue, tokens: match.tokens, bit: label.cue.bit))
      }
    }
  }

  /// How often a range of tokens speaks to whoever applies, as a posting does, and how often of whoever
  /// writes it, as a letter does; and how many fields of a posting's header it names.
  package func voices(
    in tokens: [Token], _ range: Range<Int>, text: [UInt8]
  ) -> (posting: Int, own: Int, fields: Int) {
    // "5+ years".
    var posting = range.count { index in
      tokens[index].traits.contains(.number) && text[tokens[index].span.upperBound...].first == 0x2B
    }
    var (own, fields) = (0, 0)
    for match in pasted.table.matches(in: tokens, range: range) {
      for label in pasted.labels[match.phrase] where label.isMet(match, tokens, text) {
        if label.cue == .pastedVoice { posting += 1 }
        if label.cue == .pastedSelf { own += 1 }
        if label.cue == .pastedField { fields += 1 }
      }
    }
    return (posting, own, fields)
  }

  /// Whether a range of tokens tells a language model what to do with the résumé.
  package func isInstruction(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    pasted.table.matches(in: tokens, range: range).contains { match in
      pasted.labels[match.phrase].contains { $0.cue == .pastedInstruction }
    }
  }

  /// Whether a range of tokens is a heading that postings have, and nothing else.
  package func isPastedHeading(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.count <= 9,
      let match = pasted.table.longestMatch(in: tokens, at: range.lowerBound, end: range.upperBound)
    else { return false }
    return match.tokens == range
      && pasted.labels[match.phrase].contains { $0.cue == .pastedHeading }
  }

  /// What a heading names: the longest phrase in it, the first of equals.
  ///
  /// A heading may have at most `slack` words beside the phrase; small ones are not counted in a
  /// posting.
  package func heading(
    in tokens: [Token], _ range: Range<Int>, of kind: Headings, slack: Int = 2
  ) -> Cue? {
    let phrases =
      switch kind {
      case .posting: posting
      case .resume: resume
      case .pasted: pasted
      }
    var best: PhraseTable.Match?
    for start in range {
      if let match = phrases.table.longestMatch(in: tokens, at: start, end: range.upperBound),
        match.tokens.count > (best?.tokens.count ?? 0)
      {
        best = match
      }
    }
    guard let best else { return nil }
    // A line of a résumé is short even where it is no heading.
    let beside = range.count {
      !best.tokens.contains($0) && (kind == .resume || !tokens[$0].traits.contains(.stop))
    }
    guard beside <= slack else { return nil }
    return phrases.labels[best.phrase].first?.cue
  }
}
