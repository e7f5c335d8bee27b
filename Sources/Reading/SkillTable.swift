package import Tokenization

/// Names of tools, methods, licences and techniques that are shown as skills.
///
/// The names are data: `skills.txt`.
package final class SkillTable: Sendable {
  /// A skill found, and the tokens that name it.
  package struct Found: Sendable {
    package let name: String
    package let tokens: Range<Int>
  }

  private let phrases: PhraseTable
  private let names: [Name]

  /// A name, and what of its spelling is compared.
  private struct Name: Sendable {
    let text: String
    /// Its letters and digits, in small letters.
    let letters: [UInt8]
    let isUppercase: Bool
    let isCapitalized: Bool

    init(_ text: String) {
      self.text = text
      letters = text.utf8.compactMap(SkillTable.letter)
      let alphabetic = text.unicodeScalars.filter(\.properties.isAlphabetic)
      isUppercase = alphabetic.allSatisfy(\.properties.isUppercase)
      isCapitalized = alphabetic.first?.properties.isUppercase ?? false
    }
  }
  /// The names by what an alias of theirs is indexed as.
  private let concepts: [Term: String]

  /// Reads the data.
  package init(_ data: String, lexicon: Lexicon) {
    var tokenizer = Tokenizer(lexicon: lexicon)
    var concepts: [Term: String] = [:]
    var phrases: [[Term]] = []
    var names: [Name] = []
    for line in data.split(separator: "\n") where !line.hasPrefix("# ") && line != "#" {
      let terms = tokenizer.tokenize(Array(line.utf8)).tokens.map(\.term)
      phrases.append(terms)
      names.append(Name(String(line)))
      if let concept = Term(sequence: terms) { concepts[concept] = String(line) }
    }
    self.phrases = PhraseTable(phrases)
    self.names = names
    self.concepts = concepts
  }

  /// The skills named in a range of tokens of `bytes`, in order.
  ///
  /// A name is met in its own spelling or its plural ("brand" is no "branding"); one with a capital
  /// needs a capital in the text, one in capitals is met in capitals only; an alias is shown as what
  /// it stands for.
  package func skills(
    in text: TokenizedText, of bytes: [UInt8], _ range: Range<Int>
  ) -> [Found] {
    let tokens = text.tokens
    var found: [Found] = text.aliases(in: range).compactMap { alias in
      concepts[alias.concept].map { Found(name: $0, tokens: alias.tokens) }
    }
    let hasAliases = !found.isEmpty
    var index = range.lowerBound
    while index < range.upperBound {
      let match = phrases.allMatches(in: tokens, at: index, end: range.upperBound)
        .first { match in
          isWritten(names[match.phrase], as: tokens[match.tokens])
            && (tokens[index].traits.contains(.contextual)
              || isSpelt(names[match.phrase], as: bytes[text.span(of: match.tokens)]))
        }
      if let match {
        found.append(Found(name: names[match.phrase].text, tokens: match.tokens))
        index = match.tokens.upperBound
      } else {
        if tokens[index].traits.contains(.alias), let name = concepts[tokens[index].term] {
          found.append(Found(name: name, tokens: index..<index + 1))
        }
        index += 1
      }
    }
    // Without aliases of several words they are in order.
    return hasAliases ? found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound } : found
  }

  /// Whether a text has the letters of a name, or of its plural; its words may be joined otherwise.
  private func isSpelt(_ name: Name, as written: ArraySlice<UInt8>) -> Bool {
    var place = 0
    for byte in written {
      guard let letter = Self.letter(byte) else { continue }
      let expected = place < name.letters.count ? name.letters[place] : 0x73
      guard letter == expected, place <= name.letters.count else { return false }
      place += 1
    }
    return place >= name.letters.count
  }

  /// A letter, in small letters, or a digit; nil for other bytes.
  private static func letter(_ byte: UInt8) -> UInt8? {
    if byte >= 0x80 || byte & 0xF0 == 0x30 { return byte }
    return byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A ? byte | 0x20 : nil
  }

  private func isWritten(_ name: Name, as tokens: ArraySlice<Token>) -> Bool {
    guard let first = tokens.first, tokens.contains(where: \.isIndexed) else { return false }
    // An alias has been read as such already, whatever its capitals.
    if first.traits.contains(.alias) { return true }
    if name.isUppercase { return tokens.allSatisfy { $0.traits.contains(.uppercase) } }
    return !name.isCapitalized || first.traits.contains(.capitalized)
  }
}
