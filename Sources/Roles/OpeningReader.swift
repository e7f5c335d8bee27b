import Reading
import Tokenization

/// Finds the jobs that a posting names where it seeks people for them: in a sentence ("we are hiring
/// a full stack engineer to …") and in a list of open roles, a line each.
///
/// A job is a few words up to the noun of an occupation, with what goes on from it ("Head of Design",
/// "Engineer (Platform)"). Small words end it, so that "looking for people to join as engineers" names
/// none.
struct OpeningReader {
  let role: RoleText
  let titles: TitleReader

  /// The most words of a job.
  private static let longest = 10
  private static let verbs: [StaticString] = ["is", "are", "am", "re", "m"]
  private static let others: [StaticString] = [
    "you", "your", "who", "candidates", "clients", "customers", "users", "companies",
  ]
  /// What an employer does; of others the same words say little.
  private static let doings = Term.words("looking seeking recruiting hiring search")
  /// Nouns that name a job only in capitals or with a word before them.
  static let vague = Term.words(
    "lead head host master partner associate principal social warehouse forklift server owner guard"
  )

  // MARK: - Sentences

  /// The jobs that a sentence seeks people for, in order; empty where it seeks none.
  func sought(in sentence: Range<Int>, _ cues: SentenceCues) -> [Range<Int>] {
    for cue in cues.all(.seeks) where isEmployers(cue, in: sentence) {
      guard let first = phrase(from: cue.upperBound, sentence.upperBound) else { continue }
      return [first] + others(after: first, sentence.upperBound)
    }
    return []
  }

  /// Whether it is the employer that seeks: "are you looking for a manager who …" is said of others.
  private func isEmployers(_ cue: Range<Int>, in sentence: Range<Int>) -> Bool {
    let before = (sentence.lowerBound..<cue.lowerBound).suffix(4)
    guard !before.isEmpty else { return true }
    if before.contains(where: { index in Self.others.contains { role.isSpelt(index, $0) } }) {
      return false
    }
    guard Self.doings.contains(role.tokens[cue.lowerBound].term) else { return true }
    return before.contains { index in
      let word = role.text[role.tokens[index].span]
      return Self.verbs.contains { role.isSpelt(index, $0) }
        || word.suffix(3).elementsEqual("'re".utf8)
        || word.suffix(5).elementsEqual("’re".utf8) || word.suffix(2).elementsEqual("'m".utf8)
    }
  }

  /// The jobs that go on from one: "…, data scientists and designers", "… + two analysts".
  func others(after first: Range<Int>, _ limit: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var end = first.upperBound
    while end < limit {
      let isJoint = role.isWord(end, ListReader.and) || role.isWord(end, ListReader.or)
      let joints: Set<UInt8> = [0x2C, 0x2B, 0x2F, 0x26]
      guard isJoint || role.gap(before: end).contains(where: joints.contains),
        let next = phrase(from: isJoint ? end + 1 : end, min(limit, end + 7))
      else { break }
      found.append(next)
      end = next.upperBound
    }
    return found
  }

  /// The job that begins at a token, behind small words.
  func phrase(from start: Int, _ limit: Int) -> Range<Int>? {
    var first = start
    while first < limit, first < start + 5, isBefore(first) { first += 1 }
    var noun: Int?
    var end = first
    role.didLook(at: Self.longest)
    while end < limit, end < first + Self.longest, goesOn(end, from: first, noun: noun, limit) {
      if titles.isNoun(end) { noun = end }
      end += 1
    }
    guard let noun, end > first else { return nil }
    while end > noun + 1, role.tokens[end - 1].traits.contains(.stop) { end -= 1 }
    let isVague =
      Self.vague.contains(role.tokens[noun].term)
      && !role.tokens[noun].traits.contains(.capitalized) && noun == first
    return isVague ? nil : first..<bracketEnd(end, limit)
  }

  private static let recruiting = Term.words(
    "appoint recruit hire add find employ engage welcome one two three four several")

  /// Whether a token stands before a job: "seeking to appoint one …".
  private func isBefore(_ index: Int) -> Bool {
    !role.tokens[index].traits.isDisjoint(with: [.stop, .number])
      || Self.recruiting.contains(role.tokens[index].term)
  }

  /// Whether a token belongs to the job that began at another.
  ///
  /// Before the noun come adjectives and names; behind it other nouns, names, and "of" or "and" before
  /// a name.
  private func goesOn(_ index: Int, from first: Int, noun: Int?, _ limit: Int) -> Bool {
    let traits = role.tokens[index].traits
    if index > first {
      let joints: [UInt8] =
        noun == nil ? [0x20, 0x2D, 0x2F, 0x26, 0x2C] : [0x20, 0x2D, 0x2F, 0x26]
      let gap = role.gap(before: index)
      guard gap.allSatisfy({ joints.contains($0) || $0 >= 0x80 }), gap.count < 3 else {
        return false
      }
    }
    if traits.contains(.stop) {
      let isJoint =
        role.isWord(index, ListReader.and) || role.isSpelt(index, "of") || traits.contains(.joined)
      guard isJoint, index > first, index + 1 < limit else { return false }
      guard let noun else { return true }
      // "Nurses and Midwives" are two jobs, "Architect and Strategist" is one.
      return role.tokens[index + 1].traits.contains(.capitalized)
        && (!role.isWord(index, ListReader.and) || !isPlural(noun))
    }
    return noun == nil || titles.isNoun(index) || traits.contains(.capitalized)
  }

  private func isPlural(_ index: Int) -> Bool {
    role.text[role.tokens[index].span].last.map { $0 | 0x20 } == 0x73
  }

  /// Behind the bracket that a job has: "Engineer (Platform)".
  private func bracketEnd(_ end: Int, _ limit: Int) -> Int {
    guard end < limit, role.gap(before: end).contains(0x28) else { return end }
    let close = (end..<min(limit, end + 12)).first { index in
      let next = role.tokens[index].upper
      return Int(next) < role.text.count && role.text[Int(next)] == 0x29
    }
    guard let close else { return end }
    // "(London or remote)" says where.
    let bracket = end..<close + 1
    let cues = SentenceCues(bracket, in: role)
    let isPlace =
      cues.has(.remote) || cues.has(.hybrid) || cues.has(.onsite)
      || !role.places(in: bracket).isEmpty
    return isPlace ? end : close + 1
  }
}
