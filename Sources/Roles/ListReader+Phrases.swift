import Reading
import Tokenization

extension ListReader {
  // MARK: - "penetration testing or offensive security"

  /// Words behind "or" that make it no alternative: "or more", "or above".
  private static let amounts = Term.words(
    "more less not above higher over so better else later greater two three both")
  private static let suffixes = [
    "tion", "sion", "ence", "ance", "ment", "ship", "edge", "ility", "ency", "ity",
  ].map { Array($0.utf8) }

  /// Two phrases of a few words; or two whole clauses, where each has a noun and a preposition:
  /// "contributions to open source or participation in a community".
  func phrases(in range: Range<Int>) -> List? {
    for or in range.dropFirst().dropLast()
    where role.isWord(or, Self.or) && !Self.amounts.contains(role.tokens[or + 1].term) {
      let isJoined = role.isWord(or - 1, Self.and) && role.gap(before: or).contains(0x2F)
      let before = itemBefore(isJoined ? or - 1 : or).clamped(to: range)
      let after = itemAfter(or, range)
      guard isItem(before), !after.isEmpty else { continue }
      if isClosing(after) {
        return List(items: [before], extent: before.lowerBound..<after.upperBound, closing: after)
      }
      guard isItem(after) else { continue }
      if isClause(after, range) {
        return List(
          items: [range.lowerBound..<or, or + 1..<range.upperBound], extent: range)
      }
      return List(items: [before, after], extent: before.lowerBound..<after.upperBound)
    }
    return nil
  }

  /// Whether a phrase is a noun of action before a preposition: "participation in".
  private func isClause(_ phrase: Range<Int>, _ range: Range<Int>) -> Bool {
    guard phrase.count <= 2, phrase.upperBound < range.upperBound, let last = phrase.last,
      role.tokens[phrase.upperBound].traits.contains(.stop)
    else { return false }
    let word = role.text[role.tokens[last].span]
    return Self.suffixes.contains { word.count > 5 && word.suffix($0.count).elementsEqual($0) }
  }

  /// Whether a phrase stands for all that is like the others: "similar tools", "a related field".
  func isClosing(_ phrase: Range<Int>) -> Bool {
    let first = phrase.first {
      !role.tokens[$0].traits.contains(.stop) || Self.closers.contains(role.tokens[$0].term)
    }
    return first.map { Self.closers.contains(role.tokens[$0].term) } ?? false
  }

  private static let closers = Term.words(
    "similar comparable equivalent related relevant other another like allied")
}
