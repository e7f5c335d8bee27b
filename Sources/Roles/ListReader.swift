import Reading
import Tokenization

/// Finds a list of alternatives in a sentence.
struct ListReader {
  let role: RoleText

  /// The items of a list, and the tokens that it covers with what introduces it.
  struct List {
    var items: [Range<Int>]
    var extent: Range<Int>
  }

  private static let or = Term(word: "or")
  private static let and = Term(word: "and")
  /// Words that end a list as "or similar" does, or are no item.
  private static let fillers = Term.words(
    "similar other others another comparable equivalent like etc related similarly more above")
  /// The most words of an item in a list that nothing introduces.
  private static let plainItem = 4

  /// The list of a sentence: one that a phrase introduces, one in brackets, or "A, B or C".
  func list(in range: Range<Int>) -> List? {
    introduced(in: range) ?? bracketed(in: range) ?? plain(in: range)
  }

  // MARK: - "such as A, B or C"

  private func introduced(in range: Range<Int>) -> List? {
    guard let cue = SentenceCues(range, in: role).first(.listOfAny) else { return nil }
    let opensInBracket = cue.lowerBound > range.lowerBound
      && role.gap(before: cue.lowerBound).contains(where: { $0 == 0x28 || $0 == 0x5B })
    let end = listEnd(from: cue.upperBound, range, inBracket: opensInBracket)
    let items = items(cue.upperBound..<end)
    guard items.count > 1 || (items.count == 1 && opensInBracket) else {
      // "one of the following": the items stand elsewhere.
      return nil
    }
    // "either A or B", "one or more languages (e.g. C#, Go)": the list may come later in the clause.
    if items.contains(where: { $0.count > 8 }) { return bracketed(in: range) ?? plain(in: range) }
    return List(items: items, extent: cue.lowerBound..<end)
  }

  /// The end of a list: its bracket, a semicolon, a full stop, or the end of the sentence. A list
  /// ends after the item behind its last "or".
  private func listEnd(from start: Int, _ range: Range<Int>, inBracket: Bool) -> Int {
    var depth = inBracket ? 1 : 0
    var sawOr = false
    for index in start..<range.upperBound where index > start {
      for byte in role.gap(before: index) {
        if byte == 0x28 || byte == 0x5B { depth += 1 }
        if byte == 0x29 || byte == 0x5D { depth -= 1 }
        if depth < (inBracket ? 1 : 0) || byte == 0x3B { return index }
        // "…, Java, or Python, and a degree": a comma after the item behind "or" ends the list.
        if byte == 0x2C, sawOr, !inBracket { return index }
      }
      if role.isWord(index, Self.or) { sawOr = true }
      if role.isWord(index, Term(word: "to")), sawOr, !inBracket { return index }
    }
    return range.upperBound
  }

  // MARK: - "(A, B or C)"

  private func bracketed(in range: Range<Int>) -> List? {
    var start: Int?
    for index in range {
      let gap = index > range.lowerBound ? role.gap(before: index) : []
      if let open = start, gap.contains(where: { $0 == 0x29 || $0 == 0x5D }) {
        if let list = alternatives(open..<index) { return list }
        start = nil
      }
      if gap.contains(where: { $0 == 0x28 || $0 == 0x5B }) { start = index }
    }
    return start.flatMap { alternatives($0..<range.upperBound) }
  }

  /// The items of a bracket that holds "or", or an "or" that opens it: "Terraform [or another]".
  private func alternatives(_ range: Range<Int>) -> List? {
    guard role.tokens[range].contains(where: { $0.term == Self.or }) else { return nil }
    if let first = range.first, role.isWord(first, Self.or) {
      let before = itemBefore(first)
      return List(items: [before, first + 1..<range.upperBound], extent: before.lowerBound..<range.upperBound)
    }
    let items = items(range)
    return items.count > 1 ? List(items: items, extent: range) : nil
  }

  // MARK: - "A, B or C"

  private func plain(in range: Range<Int>) -> List? {
    for or in range.dropFirst().dropLast() where role.isWord(or, Self.or) {
      if let list = plain(at: or, in: range) { return list }
    }
    return nil
  }

  private func plain(at or: Int, in range: Range<Int>) -> List? {
    var bounds = [or]
    var start = or
    for index in (range.lowerBound + 1..<or).reversed() {
      if bounds[0] - index > Self.plainItem { break }
      if role.gap(before: index).contains(0x2C) {
        bounds.insert(index, at: 0)
        start = index
      } else if role.gap(before: index).contains(where: { $0 == 0x28 || $0 == 0x3B || $0 == 0x3A }) {
        break
      }
    }
    // At least one comma before "or": "A, B or C"; the comma before "or" itself does not count.
    let commas = bounds.filter { $0 < or }
    guard let second = commas.first, start < or else { return nil }
    let first = itemBefore(second)
    guard !first.isEmpty, first.lowerBound >= range.lowerBound else { return nil }
    let last = itemAfter(or, range)
    var items = [first]
    let edges = commas + [or]
    for (lower, upper) in zip(edges, edges.dropFirst()) { items.append(lower..<upper) }
    items.append(last)
    items = items.filter(isItem)
    guard items.count > 2, items.allSatisfy({ $0.count <= Self.plainItem }) else { return nil }
    return List(items: items, extent: first.lowerBound..<last.upperBound)
  }

  /// The words that end before a token, back to the last small word or bracket.
  private func itemBefore(_ end: Int) -> Range<Int> {
    var start = end
    while start > 0, end - start < Self.plainItem {
      let token = role.tokens[start - 1]
      if token.traits.contains(.stop) || Self.openers.contains(token.term) { break }
      start -= 1
      if token.traits.contains(.lineStart) || !token.traits.contains(.adjacent) { break }
    }
    return start..<end
  }

  /// Words before the first item of a list that do not belong to it.
  private static let openers = Term.words(
    "experience knowledge degree proficiency familiarity using speaking fluent conversational")

  /// The words after "or", up to a comma or the end.
  private func itemAfter(_ or: Int, _ range: Range<Int>) -> Range<Int> {
    var end = or + 1
    while end < range.upperBound, end - or <= Self.plainItem {
      if end > or + 1, !role.tokens[end].traits.contains(.adjacent) { break }
      if end > or + 1, role.tokens[end].traits.contains(.stop) { break }
      end += 1
    }
    return or + 1..<end
  }

  // MARK: - Items

  /// The items between commas, semicolons, "or" and "and".
  private func items(_ range: Range<Int>) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = range.lowerBound
    for index in range {
      let isJoint = [Self.or, Self.and].contains(role.tokens[index].term)
      let isLastJoint = isJoint && (role.isWord(index, Self.or) || index + 5 > range.upperBound)
      let isComma = index > start && role.gap(before: index).contains { $0 == 0x2C || $0 == 0x3B }
      if isComma || isLastJoint { items.append(start..<index) }
      if isLastJoint { start = index + 1 } else if isComma { start = index }
    }
    items.append(start..<range.upperBound)
    return items.map(trim).filter(isItem)
  }

  private func trim(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first,
      role.tokens[first].traits.contains(.stop) || Self.fillers.contains(role.tokens[first].term)
    { range = first + 1..<range.upperBound }
    while let last = range.last, role.tokens[last].traits.contains(.stop) {
      range = range.lowerBound..<last
    }
    return range
  }

  private func isItem(_ range: Range<Int>) -> Bool {
    role.tokens[range].contains { $0.isIndexed && !Self.fillers.contains($0.term) }
  }
}
