package import Tokenization

/// Names of tools, methods, licences and techniques that are shown as skills. The names are data:
/// `skills.txt`.
package struct SkillTable: Sendable {
  /// A skill found, and the tokens that name it.
  package struct Found: Sendable {
    package let name: String
    package let tokens: Range<Int>
  }

  private let names: PhraseTable<String>

  /// Reads the data.
  package init(_ data: String, lexicon: Lexicon) {
    var tokenizer = Tokenizer(lexicon: lexicon)
    names = PhraseTable(
      data.split(separator: "\n").filter { !$0.hasPrefix("# ") && !$0.hasPrefix("#-") && $0 != "#" }
        .map { name in
          (tokenizer.tokenize(Array(name.utf8)).tokens.map(\.term), String(name))
        })
  }

  /// The skills named in a range of tokens, in order. A name with a capital needs one in the text,
  /// a name in capitals is met in capitals only.
  package func skills(in tokens: [Token], _ range: Range<Int>) -> [Found] {
    var found: [Found] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let match = names.allMatches(in: tokens, at: index, end: range.upperBound)
        .first { isWritten($0.payload, as: tokens[$0.tokens]) }
      if let match {
        found.append(Found(name: match.payload, tokens: match.tokens))
        index = match.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func isWritten(_ name: String, as tokens: ArraySlice<Token>) -> Bool {
    guard let first = tokens.first, tokens.contains(where: \.isIndexed) else { return false }
    // An alias has been read as such already, whatever its capitals.
    if first.traits.contains(.alias) { return true }
    let letters = name.unicodeScalars.filter(\.properties.isAlphabetic)
    if letters.allSatisfy(\.properties.isUppercase) {
      return tokens.allSatisfy { $0.traits.contains(.uppercase) }
    }
    let isCapitalized = letters.first?.properties.isUppercase ?? false
    return !isCapitalized || first.traits.contains(.capitalized)
  }
}
