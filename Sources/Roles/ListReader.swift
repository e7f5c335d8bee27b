import Reading
import Tokenization

/// Finds a list of alternatives in a sentence.
struct ListReader {
  let role: RoleText

  /// The items of a list, and the tokens that it covers with what introduces it.
  struct List {
    var items: [Range<Int>]
    var extent: Range<Int>
    /// "or similar tools", "or a related field": an alternative that nobody can check from the text.
    var closing: Range<Int>?
  }

  static let or = Term(word: "or")
  static let and = Term(word: "and")
  private static let to = Term(word: "to")
  /// Words that end a list as "or similar" does, or are no item.
  private static let fillers = Term.words(
    """
    similar other others another comparable equivalent like etc related similarly more above field \
    discipline area subject technical
    """)
  /// The most words of an item in a list that nothing introduces.
  static let plainItem = 5

  /// The list of a sentence: one that a phrase introduces, one in brackets, or "A, B or C".
  ///
  /// It lies in the sentence: an item may not reach back over what stands before, as "(or another)" at
  /// the start of a part would.
  func list(in range: Range<Int>) -> List? {
    let found =
      introduced(in: range) ?? bracketed(in: range) ?? plain(in: range) ?? pair(in: range)
      ?? phrases(in: range)
    guard var list = found else { return nil }
    list.extent = list.extent.clamped(to: range)
    list.closing = list.closing.map { $0.clamped(to: range) }.flatMap { $0.isEmpty ? nil : $0 }
    list.items = list.items.map { $0.clamped(to: range) }.filter { !$0.isEmpty }
    return list.extent.isEmpty ? nil : list
  }

  // MARK: - "A or B"

  /// Two names: both capitalised inside the sentence, or both known as skills.
  private func pair(in range: Range<Int>) -> List? {
    for or in range.dropFirst().dropLast() where role.isWord(or, Self.or) {
      let after = nameAfter(or, range)
      var before = nameBefore(or, range)
      // At the start of a sentence a capital says nothing, unless the other is a name.
      if before.isEmpty, !after.isEmpty, or == range.lowerBound + 1,
        role.tokens[range.lowerBound].traits.contains(.capitalized)
      {
        before = range.lowerBound..<or
      }
      if !before.isEmpty && !after.isEmpty {
        return List(items: [before, after], extent: before.lowerBound..<after.upperBound)
      }
    }
    return nil
  }

  private func nameBefore(_ or: Int, _ range: Range<Int>) -> Range<Int> {
    var start = or
    while start > range.lowerBound, isName(start - 1, first: range.lowerBound),
      start == or || role.tokens[start].traits.contains(.adjacent)
    {
      start -= 1
      // "S/4HANA" is one name.
      while start > range.lowerBound, role.tokens[start].traits.contains(.joined) { start -= 1 }
    }
    return start..<or
  }

  private func nameAfter(_ or: Int, _ range: Range<Int>) -> Range<Int> {
    var end = or + 1
    while end < range.upperBound, isName(end, first: range.lowerBound),
      end == or + 1 || role.tokens[end].traits.contains(.adjacent)
    { end += 1 }
    return or + 1..<end
  }

  /// Whether a token is part of a name; at the start of a sentence a capital says nothing.
  private func isName(_ index: Int, first: Int) -> Bool {
    let token = role.tokens[index]
    guard token.isIndexed else { return false }
    if token.traits.contains(.capitalized), index > first { return true }
    return !role.knowledge.skills.skills(
      in: role.tokenized, of: role.text, index..<index + 1
    ).isEmpty
  }

  // MARK: - "such as A, B or C"

  private func introduced(in range: Range<Int>) -> List? {
    let cues = SentenceCues(range, in: role).all(.listOfAny).map { cue in
      (cue: cue, isBracketed: opensBracket(cue.lowerBound, range))
    }
    // "in one or more languages (such as C# or Go)": the bracket holds the items.
    for (cue, isBracketed) in cues.filter(\.isBracketed) + cues.filter({ !$0.isBracketed }) {
      let end = listEnd(from: cue.upperBound, range, inBracket: isBracketed)
      let (items, closing) = items(cue.upperBound..<end)
      if items.count + (closing == nil ? 0 : 1) > 1, items.allSatisfy({ $0.count <= 8 }) {
        return List(items: items, extent: cue.lowerBound..<end, closing: closing)
      }
    }
    return nil
  }

  private func opensBracket(_ index: Int, _ range: Range<Int>) -> Bool {
    index > range.lowerBound && role.gap(before: index).contains { RoleText.nesting($0) > 0 }
  }

  /// The end of a list: its bracket, a semicolon, a comma behind the item after "or", or the end of
  /// the sentence.
  private func listEnd(from start: Int, _ range: Range<Int>, inBracket: Bool) -> Int {
    var depth = inBracket ? 1 : 0
    role.didLook(at: range.upperBound - start)
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
      // "either nursing or teaching and has a registration": a verb behind "and" ends the list.
      if role.isWord(index, Self.and), index + 1 < range.upperBound,
        Self.verbs.contains(role.tokens[index + 1].term)
      {
        return index
      }
      if sawOr, !inBracket, role.isWord(index, Self.to) { return index }
    }
    return range.upperBound
  }

  // MARK: - "(A, B or C)"

  private func bracketed(in range: Range<Int>) -> List? {
    var start: Int?
    for gap in role.gaps(in: range) {
      if let open = start, gap.marks.contains(.closes) {
        if let list = alternatives(open..<gap.token) { return list }
        start = nil
      }
      if gap.marks.contains(.opens) { start = gap.token }
    }
    return start.flatMap { alternatives($0..<range.upperBound) }
  }

  private static let verbs = Term.words("has have is are must hold holds can")
  /// Plural nouns whose examples stand in brackets behind them: "cloud platforms (AWS, Azure, GCP)".
  private static let categories = Term.words(
    """
    platforms tools languages frameworks systems technologies databases libraries environments \
    providers clouds packages programs solutions services products sector industry certifications
    """)

  /// The items of a bracket that holds "or", or an "or" that opens it: "Terraform [or another]", or of
  /// one that gives examples of what stands before it.
  private func alternatives(_ range: Range<Int>) -> List? {
    guard role.tokens[range].contains(where: { $0.term == Self.or }) else {
      return examples(range)
    }
    if let first = range.first, role.isWord(first, Self.or) {
      let before = itemBefore(first)
      return List(
        items: [before, first + 1..<range.upperBound], extent: before.lowerBound..<range.upperBound)
    }
    let (items, closing) = items(range)
    return items.count > 1 ? List(items: items, extent: range, closing: closing) : nil
  }

  private func examples(_ range: Range<Int>) -> List? {
    guard let first = range.first, first > 0,
      Self.categories.contains(role.tokens[first - 1].term)
    else { return nil }
    let (items, closing) = items(range)
    if items.count > 1 {
      return items.allSatisfy { $0.count <= Self.plainItem }
        ? List(items: items, extent: range, closing: closing) : nil
    }
    // "AWS/Azure/GCP"
    let isSlashed = range.dropFirst().allSatisfy { role.gap(before: $0).elementsEqual([0x2F]) }
    return isSlashed && range.count > 2
      ? List(items: range.map { $0..<$0 + 1 }, extent: range) : nil
  }

  // MARK: - "A, B or C"

  private func plain(in range: Range<Int>) -> List? {
    let segments = segments(of: range)
    for (last, segment) in segments.enumerated().dropFirst() {
      guard let or = segment.first(where: { role.isWord($0, Self.or) }),
        or - segment.lowerBound <= Self.plainItem
      else { continue }
      var first = last
      while first > 1, segments[first - 1].count <= Self.plainItem { first -= 1 }
      let head = itemBefore(segments[first - 1].upperBound)
      let tail = itemAfter(or, range)
      let middle = segments[first..<last] + [segment.lowerBound..<or]
      let closing = isClosing(tail) ? tail : nil
      let items = ([head] + middle + (closing == nil ? [tail] : [])).map(trim).filter(isItem)
      guard items.count + (closing == nil ? 0 : 1) > 2,
        items.allSatisfy({ $0.count <= Self.plainItem })
      else { continue }
      return List(items: items, extent: head.lowerBound..<tail.upperBound, closing: closing)
    }
    return nil
  }

  /// The parts of a sentence between commas outside of brackets.
  func segments(of range: Range<Int>) -> [Range<Int>] {
    var segments: [Range<Int>] = []
    role.didLook(at: range.count)
    var start = range.lowerBound
    var depth = 0
    for gap in role.gaps(in: range) {
      depth += gap.nesting
      guard depth <= 0, gap.marks.contains(.comma) else { continue }
      segments.append(start..<gap.token)
      start = gap.token
    }
    segments.append(start..<range.upperBound)
    return segments
  }

  /// The words that end before a token, back to the last small word or bracket.
  func itemBefore(_ end: Int) -> Range<Int> {
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
  func itemAfter(_ or: Int, _ range: Range<Int>) -> Range<Int> {
    var end = or + 1
    while end < range.upperBound, end - or <= Self.plainItem {
      if end > or + 1, !role.tokens[end].traits.contains(.adjacent) { break }
      if end > or + 1, role.tokens[end].traits.contains(.stop) { break }
      end += 1
    }
    return or + 1..<end
  }

  // MARK: - Items

  /// The items between commas, semicolons, "or" and "and", and what closes the list.
  private func items(_ range: Range<Int>) -> (items: [Range<Int>], closing: Range<Int>?) {
    var items: [Range<Int>] = []
    var start = range.lowerBound
    role.didLook(at: range.count)
    for index in range {
      let isJoint = [Self.or, Self.and].contains(role.tokens[index].term)
      let isLastJoint = isJoint && (role.isWord(index, Self.or) || index + 5 > range.upperBound)
      let isComma = index > start && role.gap(before: index).contains { $0 == 0x2C || $0 == 0x3B }
      if isComma || isLastJoint { items.append(start..<index) }
      if isLastJoint { start = index + 1 } else if isComma { start = index }
    }
    items.append(start..<range.upperBound)
    let closing = items.last.flatMap { isClosing($0) ? $0 : nil }
    if closing != nil { items.removeLast() }
    return (items.map(trim).filter(isItem), closing)
  }

  private func trim(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first,
      role.tokens[first].traits.contains(.stop) || Self.fillers.contains(role.tokens[first].term)
    {
      // "onpremises" is one word.
      if first + 1 < range.upperBound, role.tokens[first + 1].traits.contains(.joined) { break }
      range = first + 1..<range.upperBound
    }
    while let last = range.last, role.tokens[last].traits.contains(.stop) {
      range = range.lowerBound..<last
    }
    return range
  }

  /// Whether a range says something: "related field" and "or similar" do not.
  func isItem(_ range: Range<Int>) -> Bool {
    role.tokens[range].contains { $0.isIndexed && !Self.fillers.contains($0.term) }
  }
}
