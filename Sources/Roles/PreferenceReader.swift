import Reading
import Tokenization

/// Parts a sentence that asks for one thing and would like another: "3 years of Java, preferably in a
/// bank", "Kubernetes is required; Helm is a plus".
struct PreferenceReader {
  let role: RoleText

  /// A part of a sentence and where it belongs.
  typealias Part = (tokens: Range<Int>, section: Requirement.Section)

  /// Words that stand before what is preferred; other phrases stand behind it.
  private static let openers: [StaticString] = ["preferably", "ideally", "preference", "with"]
  private static let demands = Term.words("required must essential mandatory needed")
  private static let however = Term(word: "however")
  /// Fewer words than this ask for nothing by themselves.
  private static let leastWords = 3

  /// The parts of a sentence of a section, in order; the whole where nothing in it is preferred.
  func parts(of sentence: Range<Int>, _ section: Requirement.Section) -> [Part] {
    guard section == .required else { return [(sentence, section)] }
    guard let cue = SentenceCues(sentence, in: role).first(.prefers) else {
      return [(sentence, .required)]
    }
    let opens = Self.openers.contains { role.isSpelt(cue.lowerBound, $0) }
    let start =
      opens ? opening(of: cue, in: sentence) : clauseStart(before: cue.lowerBound, in: sentence)
    let end = clauseEnd(from: cue.upperBound, in: sentence)
    let before = sentence.lowerBound..<start
    let after = end..<sentence.upperBound
    var parts: [Part] = []
    if before.count >= Self.leastWords { parts.append((before, .required)) }
    let lower = before.count >= Self.leastWords ? start : sentence.lowerBound
    let upper = after.count >= Self.leastWords ? end : sentence.upperBound
    parts.append((lower..<upper, .preferred))
    if after.count >= Self.leastWords { parts.append((after, .required)) }
    return parts
  }

  /// Where "with a strong preference" begins.
  private func opening(of cue: Range<Int>, in sentence: Range<Int>) -> Int {
    let links: [StaticString] = ["with", "a", "strong", "given", "and"]
    var start = cue.lowerBound
    while start > sentence.lowerBound, links.contains(where: { role.isSpelt(start - 1, $0) }) {
      start -= 1
    }
    return start
  }

  /// Where the clause begins that ends in "… is a plus": behind a semicolon, or behind a comma that
  /// ends a demand.
  private func clauseStart(before cue: Int, in sentence: Range<Int>) -> Int {
    for index in (sentence.lowerBound + 1..<max(cue, sentence.lowerBound + 1)).reversed() {
      let gap = role.gap(before: index)
      if gap.contains(0x3B) { return index }
      if gap.contains(0x2C), role.contains(sentence.lowerBound..<index, anyOf: Self.demands) {
        return index
      }
    }
    return sentence.lowerBound
  }

  private func clauseEnd(from cue: Int, in sentence: Range<Int>) -> Int {
    for index in cue..<sentence.upperBound where index > sentence.lowerBound {
      if role.gap(before: index).contains(0x3B) { return index }
      if role.isWord(index, Self.however) { return min(index + 1, sentence.upperBound) }
    }
    return sentence.upperBound
  }
}
