import Reading
import Tokenization

/// What asks in a part of a sentence, or by its place: bullets, stacks, conditions.
extension ProseReader {
  private static let relatives: [StaticString] = [
    "who", "whose", "that", "with", "having", "experienced", "passionate", "able", "excited",
    "willing",
  ]

  /// Whether what stands behind a job says whom it is for: "… who enjoys", "… with a passion for".
  func describes(_ rest: Range<Int>) -> Bool {
    guard rest.count >= 3 else { return false }
    return Self.relatives.contains { role.isSpelt(rest.lowerBound, $0) }
  }

  private static let joining: [StaticString] = [
    "join", "work", "help", "support", "be", "come", "cover", "add", "complete", "further", "fill",
    "grow", "strengthen", "expand", "start", "replace", "become", "take", "enhance", "bring",
  ]
  private static let theirs: [StaticString] = ["your", "their"]

  /// Whether what stands behind a job is what the holder will do: "… to run our clusters".
  func isTask(_ rest: Range<Int>) -> Bool {
    guard !hasSections, rest.count >= 4, role.isSpelt(rest.lowerBound, "to") else { return false }
    let verb = rest.lowerBound + 1
    return !Self.joining.contains { role.isSpelt(verb, $0) }
      && !role.tokens[verb].traits.contains(.capitalized)
      && !rest.prefix(5).dropFirst(2).contains { index in
        Self.theirs.contains { role.isSpelt(index, $0) }
      }
  }

  /// Whether a bullet below no telling heading, or a short sentence, begins with what one should have
  /// or be.
  ///
  /// "Excellent pension" begins so as well, but says no more of it, as does "flexible working hours".
  func asksAtStart(_ sentence: Range<Int>, _ cues: SentenceCues, isBullet: Bool) -> Bool {
    let start = sentence.lowerBound + 2
    let requires = cues.has(.requires, before: start)
    guard requires || cues.has(.quality, before: start), sentence.count <= 40,
      sentence.count >= (isBullet ? 2 : 3), isBullet || (!hasSections && !cues.has(.duty)),
      !cues.has(.offers), !cues.has(.benefits), !cues.has(.company),
      cues.weight(.equalOpportunity) == 0, !role.endsInQuestion(sentence)
    else { return false }
    if requires {
      return cues.weight(.requires) >= 2
        || (isBullet && role.contains(sentence.prefix(3), anyOf: Self.demands))
    }
    guard isBullet, !hasSections, sentence.count >= 4 else { return false }
    return cues.all(.quality).contains { quality in
      quality.lowerBound < start && quality.upperBound < sentence.upperBound
        && (quality.count > 1 || role.gap(before: quality.upperBound).contains(0x2C)
          || role.tokens[quality.upperBound].traits.contains(.stop))
    }
  }

  /// What a line names as the tools of the job: "Stack: …", "Our stack is …".
  func stack(_ sentence: Range<Int>, _ cues: SentenceCues) -> Range<Int>? {
    guard let cue = cues.first(.stack), cue.lowerBound <= sentence.lowerBound + 2,
      cue.upperBound < sentence.upperBound
    else { return nil }
    var start = cue.upperBound
    let isLabel = role.gap(before: start).contains(0x3A)
    let verbs: [StaticString] = ["is", "includes", "are", "consists", "uses"]
    let isVerb = verbs.contains { role.isSpelt(start, $0) }
    guard isLabel || isVerb else { return nil }
    if isVerb { start += 1 }
    while start < sentence.upperBound, role.tokens[start].traits.contains(.stop) { start += 1 }
    let named = start..<sentence.upperBound
    let skills = role.knowledge.skills.skills(in: role.tokenized, of: role.text, named)
    role.didLook(at: named.count)
    return skills.isEmpty ? nil : named
  }

  private static let mains: [StaticString] = [
    "please", "this", "we", "then", "you", "apply", "come", "get", "join", "send", "let", "our",
    "the",
    "it", "here", "contact", "click", "why", "your", "i",
  ]
  private static let beings: [StaticString] = [
    "are", "re", "have", "ve", "enjoy", "love", "thrive",
  ]

  private static let interest = Term(word: "interest")
  /// What one is or has to show.
  private static let standing = Term.words(
    "experienced degree licence license certificate qualified registered trained")
  /// Words near the start of a condition that speaks of the application, and of nobody.
  private static let asides = Term.words(
    """
    looking interested unsure successful invited any questions queries further require necessary \
    relevant right required correct person due unable
    """)

  /// The condition of "if you are a nurse with a passion for …, please apply": what one should be.
  func condition(of sentence: Range<Int>, _ cues: SentenceCues) -> Range<Int>? {
    guard sentence.count >= 6, role.isSpelt(sentence.lowerBound, "if"),
      role.text[role.tokens[sentence.lowerBound + 1].span].prefix(3).elementsEqual("you".utf8)
    else { return nil }
    let end = sentence.dropFirst(4).first { index in
      role.isSpelt(index, "please")
        || (role.gap(before: index).contains { $0 == 0x2C || $0 >= 0x80 }
          && Self.mains.contains { role.isSpelt(index, $0) || isContraction(index, of: $0) })
    }
    guard let end, !SentenceCues(end..<sentence.upperBound, in: role).has(.negates) else {
      return nil
    }
    let condition = sentence.lowerBound + 1..<end
    let isBeing = condition.prefix(3).contains { index in
      Self.beings.contains { role.isSpelt(index, $0) || isContraction(index, of: $0) }
    }
    guard isBeing, !role.contains(condition.prefix(5), anyOf: Self.asides) else { return nil }
    let says =
      SentenceCues(condition, in: role).all(.quality).contains {
        // "If you are interested in the post" says nothing of oneself, nor do flexible hours.
        !role.isWord($0.lowerBound, Self.interest) && !role.isSpelt($0.lowerBound, "flexible")
      } || role.contains(condition, anyOf: Self.standing)
    return says ? condition : nil
  }

  /// Whether a token is "you're" or "we'd" of "re" or "we".
  private func isContraction(_ index: Int, of word: StaticString) -> Bool {
    let parts = role.text[role.tokens[index].span].split { $0 == 0x27 || $0 >= 0x80 }
    guard parts.count == 2 else { return false }
    return word.withUTF8Buffer { bytes in
      parts.contains { part in unsafe part.elementsEqual(bytes) { $0 | 0x20 == $1 } }
    }
  }
}
