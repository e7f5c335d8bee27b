package import Tokenization

/// Which things are kinds of which: who has run Kubernetes has orchestrated containers.
///
///     let names = kinds.names(in: tokenized, tokens, bytes: bytes) // "container orchestration"
///     kinds.shown(by: names[0].name)                          // "kubernetes", "openshift", …
///     kinds.relatives(of: name)                               // of "mysql": "postgresql", …
///
/// A member shows its kind, and never the other way round. Near relatives, which are members of one
/// kind whose line says so, show each other in part. One step only is taken. The table is data:
/// `kinds.txt`, which explains its format at its top.
///
/// Complexity: O(tokens) to find names, O(1) a look-up.
package final class KindTable: Sendable {
  /// A name found in a text, by its number, and the tokens that spell it.
  package struct Found: Sendable {
    package let name: Int
    package let tokens: Range<Int>
  }

  /// What of the spelling of a name's word must stand in the text as well.
  private struct Word: Sendable {
    var capitals: Token.Traits
    /// Words of one stem may be several: a hospital is no hospitality.
    let form: WordForm
  }

  private let phrases: PhraseTable
  /// The words of each name.
  private let words: [[Word]]
  /// The names of several words by what an alias of them is indexed as.
  private let concepts: [Term: Int]
  private let members: [[Int]]
  private let near: [[Int]]

  /// Reads the data.
  package init(_ data: String, lexicon: Lexicon) {
    var builder = Builder(lexicon: lexicon)
    for line in data.split(separator: "\n") { builder.read(line) }
    phrases = PhraseTable(builder.phrases)
    words = builder.words
    members = builder.members.map { $0.sorted() }
    near = builder.near.map { $0.sorted() }
    var concepts: [Term: Int] = [:]
    for (name, terms) in builder.phrases.enumerated() where terms.count > 1 {
      if let concept = Term(sequence: terms) { concepts[concept] = name }
    }
    self.concepts = concepts
  }

  /// The names that show a kind: its members, and other names of it.
  package func shown(by name: Int) -> [Int] { members[name] }

  /// The names of what is of one kind with something, and near enough to show it in part.
  package func relatives(of name: Int) -> [Int] { near[name] }

  /// The names in a range of tokens; they may overlap.
  package func names(
    in text: TokenizedText, _ range: Range<Int>, bytes: [UInt8]
  ) -> [Found] {
    let tokens = text.tokens
    var found: [Found] = []
    for index in range {
      for match in phrases.allMatches(in: tokens, at: index, end: range.upperBound)
      where isWritten(match.phrase, as: tokens[match.tokens], bytes) {
        found.append(Found(name: match.phrase, tokens: match.tokens))
      }
      if tokens[index].traits.contains(.alias), let name = concepts[tokens[index].term] {
        found.append(Found(name: name, tokens: index..<index + 1))
      }
    }
    for alias in text.aliases(in: range) {
      if let name = concepts[alias.concept] {
        found.append(Found(name: name, tokens: alias.tokens))
      }
    }
    return found
  }

  /// Whether the words have the form and the capitals of a name's, unless they were read as aliases.
  private func isWritten(
    _ name: Int, as tokens: ArraySlice<Token>, _ bytes: [UInt8]
  ) -> Bool {
    zip(words[name], tokens).allSatisfy { word, token in
      token.traits.contains(.alias)
        || word.capitals.isSubset(of: token.traits) && WordForm(bytes[token.span]) == word.form
    }
  }
}

extension KindTable {
  /// The lines, as they are read.
  private struct Builder {
    var tokenizer: Tokenizer
    var numbers: [[Term]: Int] = [:]
    var phrases: [[Term]] = []
    var words: [[Word]] = []
    var members: [Set<Int>] = []
    var near: [Set<Int>] = []

    init(lexicon: Lexicon) {
      tokenizer = Tokenizer(lexicon: lexicon)
    }

    mutating func read(_ line: Substring) {
      guard !line.hasPrefix("#") else { return }
      let line = Self.withoutComment(line)
      let sign = line.firstIndex { $0 == ">" || $0 == "~" }
      guard let sign else { return }
      let kinds = names(line[..<sign])
      let own = names(line[line.index(after: sign)...])
      for kind in kinds {
        members[kind].formUnion(own + kinds.filter { $0 != kind })
        members[kind].remove(kind)
      }
      guard line[sign] == "~" else { return }
      for member in own { near[member].formUnion(own.filter { $0 != member }) }
    }

    /// A blank and "#" open a comment; the "#" of "C#" does not.
    private static func withoutComment(_ line: Substring) -> Substring {
      let opens = line.indices.first { index in
        line[index] == "#" && index > line.startIndex && line[line.index(before: index)] == " "
      }
      return line[..<(opens ?? line.endIndex)]
    }

    private mutating func names(_ list: Substring) -> [Int] {
      list.split(separator: "|").compactMap { number(of: $0) }
    }

    /// The number of a name, which is compared by its terms.
    private mutating func number(of name: Substring) -> Int? {
      let bytes = Array(name.utf8)
      let tokens = tokenizer.tokenize(bytes).tokens
      let terms = tokens.map(\.term)
      guard !terms.isEmpty else { return nil }
      let own = tokens.map { token in
        Word(
          capitals: token.traits.intersection([.capitalized, .uppercase]),
          form: WordForm(bytes[token.span]))
      }
      guard let known = numbers[terms] else {
        numbers[terms] = phrases.count
        phrases.append(terms)
        words.append(own)
        members.append([])
        near.append([])
        return phrases.count - 1
      }
      // Where one spelling has no capital, none is needed.
      words[known] = zip(words[known], own).map { known, other in
        Word(capitals: known.capitals.intersection(other.capitals), form: known.form)
      }
      return known
    }
  }
}
