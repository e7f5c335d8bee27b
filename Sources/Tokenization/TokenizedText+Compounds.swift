extension TokenizedText {
  /// The longest compound that is looked for, in bytes.
  private static var longestCompound: Int { 40 }

  /// Calls `body` with every hyphenated compound of two or three words: the key of the spelling
  /// that it has when it is joined, and where that splits.
  package func forEachHyphenated(
    in text: [UInt8], _ body: (_ joined: Term, _ split: CompoundTable.Split) -> Void
  ) {
    var index = 0
    while index < tokens.count {
      var end = index + 1
      while end < tokens.count, isHyphenated(end, in: text) { end += 1 }
      let parts = tokens[index..<end].map { Lexicon.spelling(of: text[$0.span]) }
      let joined = parts.flatMap { $0 }
      if (2...3).contains(parts.count), (6...Self.longestCompound).contains(joined.count),
        parts.allSatisfy({ $0.count >= 2 && $0.allSatisfy(ByteClass.isLetter) })
      {
        let second = parts.count == 3 ? UInt8(parts[0].count + parts[1].count) : 0
        body(
          Term(spelling: joined),
          CompoundTable.Split(first: UInt8(parts[0].count), second: second))
      }
      index = end
    }
  }

  /// Calls `body` with the key of every word's folded spelling.
  package func forEachSpelling(in text: [UInt8], _ body: (Term) -> Void) {
    for token in tokens { body(Term(spelling: Lexicon.spelling(of: text[token.span]))) }
  }

  /// The key of a line's words, for lines of at least `minimum` words.
  package func lineKey(_ line: Int, minimum: Int = 6) -> Term? {
    let range = tokens(ofLine: line)
    guard range.count >= minimum else { return nil }
    return Term(sequence: tokens[range].map(\.term))
  }

  private func isHyphenated(_ index: Int, in text: [UInt8]) -> Bool {
    let (left, right) = (Int(tokens[index - 1].upper), Int(tokens[index].lower))
    return tokens[index].traits.contains(.joined) && right > left && text[left] != 0x2F
  }
}
