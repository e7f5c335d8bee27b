import Reading

/// The cues of a sentence or a part of one.
struct SentenceCues {
  private let role: RoleText
  /// The cues that begin in it.
  private let matches: Range<Int>
  private let end: Int
  /// The bits of the cues that lie wholly in it: most questions are answered by them.
  private let found: UInt64

  /// The cues that lie wholly in a range.
  ///
  /// Complexity: O(cues that begin in it).
  init(_ range: Range<Int>, in role: RoleText) {
    self.role = role
    matches = role.cues(beginningIn: range)
    end = range.upperBound
    var found: UInt64 = 0
    for match in role.cues[matches] where match.tokens.upperBound <= end { found |= match.bit }
    self.found = found
    role.didLook(at: matches.count + 1)
  }

  var isEmpty: Bool { matches.isEmpty }

  func has(_ cue: Cue) -> Bool { found & cue.bit != 0 }

  /// Whether a cue was found that begins before a token.
  func has(_ cue: Cue, before limit: Int) -> Bool {
    // The cues are in the order of the text.
    first(cue).map { $0.lowerBound < limit } ?? false
  }

  /// Where a cue was found first.
  func first(_ cue: Cue) -> Range<Int>? {
    guard has(cue) else { return nil }
    for index in matches where isFound(index, as: cue) { return role.cues[index].tokens }
    return nil
  }

  /// Where a cue was found.
  func all(_ cue: Cue) -> [Range<Int>] {
    has(cue) ? matches.filter { isFound($0, as: cue) }.map { role.cues[$0].tokens } : []
  }

  /// How many words the phrases of a cue cover: one word alone may stand there by chance.
  func weight(_ cue: Cue) -> Int {
    guard has(cue) else { return 0 }
    return matches.reduce(0) { isFound($1, as: cue) ? $0 + role.cues[$1].tokens.count : $0 }
  }

  private func isFound(_ index: Int, as cue: Cue) -> Bool {
    role.cues[index].cue == cue && role.cues[index].tokens.upperBound <= end
  }
}
