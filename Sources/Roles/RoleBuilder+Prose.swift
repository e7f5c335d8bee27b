import Documents
import Reading
import Tokenization

extension RoleBuilder {
  // MARK: - Running text

  /// Takes the sentences of running text that ask for something.
  mutating func takeProse(employer: String?, titles: TitleReader) {
    let hasSections = items.contains {
      !$0.isOpening && ($0.section == .required || $0.section == .preferred)
    }
    let reader = ProseReader(
      role: role, hasSections: hasSections,
      employer: employer?.split(separator: " ").first.map(String.init))
    let openings = OpeningReader(role: role, titles: titles)
    var rest: [Prose] = []
    for sentence in prose {
      let cues = SentenceCues(sentence.tokens, in: role)
      if sentence.use != .jobs, take(prose: sentence, cues, reader) { continue }
      if take(sought: sentence.tokens, cues, openings, reader) { continue }
      if sentence.use == .any { rest.append(sentence) }
    }
    prose = rest
    items.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// Takes what a sentence asks for, or leaves it out as negated; false where it does neither.
  private mutating func take(prose: Prose, _ cues: SentenceCues, _ reader: ProseReader) -> Bool {
    let sentence = prose.tokens
    if prose.use == .whole {
      append(prose: sentence, .required)
      return true
    }
    if cues.has(.negates) && !cues.has(.prefers), let asked = behindNegation(sentence, cues) {
      leave(sentence.lowerBound..<asked.lowerBound, "negated")
      append(prose: asked, .required)
      return true
    }
    if cues.has(.negates) && !cues.has(.prefers) && !cues.has(.candidate) {
      leave(sentence, "negated")
      return true
    }
    if let section = reader.section(sentence, cues) {
      let whole: Requirement.Section = section == .preferred ? .required : section
      for part in PreferenceReader(role: role).parts(of: sentence, whole) {
        append(prose: part.tokens, part.section)
      }
      return true
    }
    guard !cues.isEmpty else { return false }
    if reader.asksAtStart(sentence, cues, isBullet: prose.isBullet) {
      append(prose: sentence, .required)
      return true
    }
    if let listed = reader.stack(sentence, cues) {
      append(prose: listed, .other)
      return true
    }
    if let condition = reader.condition(of: sentence, cues) {
      append(prose: condition, .required)
      return true
    }
    return false
  }

  /// Takes the jobs that a sentence seeks people for, with what it says of these people; what they
  /// will do is a duty.
  private mutating func take(
    sought sentence: Range<Int>, _ cues: SentenceCues, _ openings: OpeningReader,
    _ reader: ProseReader
  ) -> Bool {
    let jobs = openings.sought(in: sentence, cues)
    guard let first = jobs.first, let last = jobs.last else { return false }
    let rest = last.upperBound..<sentence.upperBound
    if reader.describes(rest) {
      append(prose: first.lowerBound..<sentence.upperBound, .required)
      return true
    }
    for job in jobs { append(prose: job, .required, isOpening: true) }
    if reader.isTask(rest) { append(prose: rest, .responsibility) }
    return true
  }

  private mutating func append(
    prose tokens: Range<Int>, _ section: Requirement.Section, isOpening: Bool = false
  ) {
    items.append(
      RequirementItem(
        section: section, tokens: tokens, indent: 0, isBullet: false, isOpening: isOpening))
  }
}
