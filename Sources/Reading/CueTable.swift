package import Tokenization

/// What a phrase says of the text around it.
///
/// The phrases are data: `cues.txt`.
package struct Cue: Hashable, Sendable {
  /// The label in the file, as `heading.required`.
  package let label: String
  /// Its hash, by which cues are compared.
  private let key: Term

  package init(_ label: String) {
    self.label = label
    key = Term(spelling: Array(label.utf8))
  }

  package static func == (left: Cue, right: Cue) -> Bool {
    left.key == right.key
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(key)
  }

  package static let equalOpportunity = Cue("eeo")
  package static let benefits = Cue("benefits")
  package static let site = Cue("site")
  package static let statistics = Cue("statistics")
  package static let application = Cue("application")
  package static let company = Cue("company")
  package static let requires = Cue("requires")
  package static let prefers = Cue("prefers")
  package static let negates = Cue("negates")
  package static let duty = Cue("duty")
  package static let equivalent = Cue("equivalent")
  package static let listOfAny = Cue("list.any")
  package static let clearance = Cue("gate.clearance")
  package static let citizenship = Cue("gate.citizenship")
  package static let sponsorshipRefused = Cue("gate.sponsorship.no")
  package static let sponsorshipOffered = Cue("gate.sponsorship.yes")
  package static let workPermit = Cue("gate.work-permit")
  package static let backgroundCheck = Cue("gate.background-check")
  package static let screening = Cue("gate.screening")
  package static let residence = Cue("gate.location")
  package static let onsite = Cue("workplace.onsite")
  package static let hybrid = Cue("workplace.hybrid")
  package static let remote = Cue("workplace.remote")
}

/// Finds cue phrases in tokens.
package struct CueTable: Sendable {
  private let headings: PhraseTable<Cue>
  private let sentences: PhraseTable<Cue>

  /// Reads the data: `[label]` lines, each followed by phrases.
  package init(_ data: String, lexicon: Lexicon) {
    var headings: [(terms: [Term], payload: Cue)] = []
    var sentences: [(terms: [Term], payload: Cue)] = []
    var tokenizer = Tokenizer(lexicon: lexicon)
    var cue = Cue("")
    for line in data.split(separator: "\n") where !line.hasPrefix("# ") && line != "#" {
      if line.hasPrefix("[") && line.hasSuffix("]") {
        cue = Cue(String(line.dropFirst().dropLast()))
        continue
      }
      for terms in Self.readings(of: line, &tokenizer) {
        if cue.label.hasPrefix("heading.") || cue.label.hasPrefix("resume.") {
          headings.append((terms, cue))
          // "Duties & responsibilities" has no word for its ampersand.
          let plain = terms.filter { $0 != Term(word: "and") }
          if plain.count < terms.count { headings.append((plain, cue)) }
        } else {
          sentences.append((terms, cue))
        }
      }
    }
    self.headings = PhraseTable(headings)
    self.sentences = PhraseTable(sentences)
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
        ? [PhraseTable<Cue>.anyNumber]
        : tokenizer.tokenize(Array(word.utf8)).tokens.map(\.term)
    }
  }

  /// The cues of a sentence, by the tokens they were found at; longer phrases hide shorter ones that
  /// begin at the same token.
  package func cues(in tokens: [Token], _ range: Range<Int>) -> [PhraseTable<Cue>.Match] {
    sentences.matches(in: tokens, range: range)
  }

  /// What a heading names, with labels that begin with `prefix`: the longest phrase in it, the
  /// first of equals.
  ///
  /// A heading may have at most `slack` words beside the phrase.
  package func heading(
    in tokens: [Token], _ range: Range<Int>, prefix: String, slack: Int = 2
  ) -> Cue? {
    var best: PhraseTable<Cue>.Match?
    for start in range {
      for match in headings.allMatches(in: tokens, at: start, end: range.upperBound)
      where match.payload.label.hasPrefix(prefix) && match.tokens.count > (best?.tokens.count ?? 0)
      {
        best = match
      }
    }
    guard let best, range.count - best.tokens.count <= slack else { return nil }
    return best.payload
  }
}
