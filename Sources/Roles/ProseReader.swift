import Reading
import Tokenization

/// Tells sentences of running text that ask for something from duties, offers and company talk.
///
/// A sentence asks where it says whom the employer looks for and what that person is or has ("we are
/// seeking a motivated …", "someone who …"), where it speaks of the applicant and of what is needed
/// ("candidates must hold …"), or where it names experience or skills as a demand. Sentences of the
/// employer about itself, and of what the applicant is given, do not ask.
struct ProseReader {
  let role: RoleText
  /// Whether the posting has sections for what it asks; then prose asks only where it says so
  /// expressly.
  let hasSections: Bool
  /// The first word of the employer's name.
  let employer: String?

  static let demands = Term.words(
    """
    must need require required essential should experience degree licence license certificate \
    experienced qualified registered
    """)
  private static let ourselves = Term.words("we our")

  /// The section that a sentence belongs to; nil for what is no requirement and no duty.
  func section(_ sentence: Range<Int>, _ cues: SentenceCues) -> Requirement.Section? {
    if let predicate = predicate(sentence, cues) { return predicate }
    let isOffer = cues.has(.offers) || cues.has(.benefits) || cues.has(.company)
    let isQuestion = role.endsInQuestion(sentence)
    if cues.has(.prefers), !isOffer, isPreferred(sentence, cues) { return .preferred }
    if isOffer && !isStrong(sentence, cues) { return nil }
    if asks(sentence, cues, isQuestion: isQuestion) { return .required }
    let isDuty = cues.has(.duty) && !isQuestion && !hasSections && !isOurs(sentence)
    return isDuty ? .responsibility : nil
  }

  /// "… is essential", "… required", "… would be an advantage": what the end of a sentence, or of its
  /// first clause, says of the rest.
  func predicate(
    _ sentence: Range<Int>, _ cues: SentenceCues
  ) -> Requirement.Section? {
    guard sentence.count >= 3, sentence.count <= 40, !cues.has(.benefits) else { return nil }
    if let cue = cues.all(.prefers).first(where: { $0.lowerBound - sentence.lowerBound >= 2 }),
      isPredicate(cue, of: sentence), cues.has(.requires) || sentence.count <= 16
    {
      return .preferred
    }
    for index in sentence.dropFirst(2) where isNecessary(index) {
      let cue = index..<index + 1
      if isPredicate(cue, of: sentence), !cues.has(.negates) || cues.has(.candidate) {
        return .required
      }
    }
    return nil
  }

  private func isNecessary(_ index: Int) -> Bool {
    // Most words are told by their length.
    switch role.tokens[index].span.count {
    case 8: role.isSpelt(index, "required")
    case 9: role.isSpelt(index, "essential") || role.isSpelt(index, "mandatory")
    default: false
    }
  }

  /// Whether a clause ends behind a phrase: at the end of the sentence, a comma, or "but", "as", "for".
  private func isPredicate(_ cue: Range<Int>, of sentence: Range<Int>) -> Bool {
    guard cue.upperBound < sentence.upperBound else { return true }
    let joints: [StaticString] = ["but", "as", "for", "however", "and", "though", "although"]
    return role.gap(before: cue.upperBound).contains { [0x2C, 0x3B, 0x29].contains($0) }
      || joints.contains { role.isSpelt(cue.upperBound, $0) }
  }

  private func isPreferred(_ sentence: Range<Int>, _ cues: SentenceCues) -> Bool {
    guard !isOurs(sentence) || cues.has(.seeks) || cues.has(.requires) else { return false }
    return cues.has(.requires) || cues.has(.candidate) || cues.has(.seeks)
      || (sentence.count <= 20 && !hasSections)
  }

  /// Whether a sentence says expressly that the one who applies must have something.
  private func isStrong(_ sentence: Range<Int>, _ cues: SentenceCues) -> Bool {
    let years = !role.years(in: sentence).isEmpty
    return cues.has(.candidate) && cues.has(.requires)
      && (years || role.contains(sentence, anyOf: Self.demands)) && !cues.has(.benefits)
      && !isOurs(sentence)
  }

  private func asks(_ sentence: Range<Int>, _ cues: SentenceCues, isQuestion: Bool) -> Bool {
    let describes = cues.has(.quality) || cues.has(.requires)
    if cues.has(.seeks) && describes { return true }
    if cues.has(.candidate) && describes {
      // "You will work with passionate people" is a duty.
      let isTask = cues.has(.duty) && cues.weight(.requires) < 2 && !demands(sentence)
      if !isTask && !isOurs(sentence) && (!hasSections || cues.has(.requires)) { return true }
    }
    guard !hasSections, !isQuestion, !isOurs(sentence) else { return false }
    let years = !role.years(in: sentence).isEmpty
    let weight = cues.weight(.requires)
    if cues.has(.duty) && weight < 3 { return years && weight >= 1 }
    return years && weight >= 1 || weight >= 3
      || (weight >= 1 && role.contains(sentence, anyOf: Self.demands))
  }

  /// Whether a sentence begins with "candidates should", "you must", "the post holder needs".
  private func demands(_ sentence: Range<Int>) -> Bool {
    sentence.prefix(6).contains { index in
      let words: [StaticString] = ["should", "must", "need", "needs", "requires"]
      return words.contains { role.isSpelt(index, $0) }
    }
  }

  /// Whether a sentence speaks of the employer: "we have", "our experience", "Acme is".
  private func isOurs(_ sentence: Range<Int>) -> Bool {
    let start = role.tokens[sentence].prefix(3)
    if start.contains(where: { Self.ourselves.contains($0.term) }) { return true }
    // "As a part of this we have …"
    let isLed = role.tokens[sentence].prefix(8).contains { Self.ourselves.contains($0.term) }
    if isLed, !SentenceCues(sentence, in: role).has(.candidate) { return true }
    guard let employer, employer.utf8.count > 3 else { return false }
    return start.contains { role.text[$0.span].elementsEqual(employer.utf8) }
  }
}
