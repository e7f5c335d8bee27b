import Documents
import Reading
import Tokenization

/// Leaves out of a résumé what does not speak of the candidate: postings pasted in, stuffed words, and
/// instructions to a language model, of which there is none here to follow them.
///
/// It is shown in `leftOut`, and a warning says so. It is never a reason to reject anybody, and it
/// looks at the résumé alone: what a pair scores stays the product of two vectors.
struct ForeignText {
  private let pasted: PastedPosting
  private let stuffed: StuffedWords
  private let text: ResumeText
  private let cues: CueTable

  /// With fewer words left, the text is scored whole: it may be a list of titles or of skills.
  private static let leastLeft = 30
  private static let leastBesideRepeated = 10

  init(text: ResumeText, knowledge: Knowledge, dates: PeriodReader) {
    self.text = text
    cues = knowledge.cues
    pasted = PastedPosting(text: text, knowledge: knowledge, dates: dates)
    stuffed = StuffedWords(text: text, knowledge: knowledge, dates: dates)
  }

  /// The lines, those of others left out, and the warnings for them.
  func leftOut(of lines: [ResumeLine]) -> (lines: [ResumeLine], warnings: [Warning]) {
    var marked = lines
    for index in pasted.ranges(in: lines).joined() where lines[index].isContent {
      marked[index].use = .leftOut(Self.posting.code)
    }
    for index in stuffed.lines(in: marked) { marked[index].use = .leftOut(Self.stuffing.code) }
    var kept = isEnough(marked) ? marked : lines
    // Of these nothing can be a list of titles or of skills: little beside them is enough.
    var repeated = kept
    for index in stuffed.repeated(in: lines) { repeated[index].use = .leftOut(Self.stuffing.code) }
    if isEnough(repeated, least: Self.leastBesideRepeated) { kept = repeated }
    leaveOutInstructions(&kept)
    let warnings = [Self.posting, Self.stuffing, Self.instruction].filter { warning in
      marked.contains { $0.use == .leftOut(warning.code) }
        || kept.contains { $0.use == .leftOut(warning.code) }
    }
    return (kept, warnings)
  }

  /// Leaves out what speaks to a language model, with the line that a sentence goes on in.
  private func leaveOutInstructions(_ lines: inout [ResumeLine]) {
    var goesOn = false
    for index in lines.indices {
      guard lines[index].isContent else {
        goesOn = false
        continue
      }
      let line = lines[index].line
      let first = text.bytes[line.span].first ?? 0
      let isInstruction = cues.isInstruction(text.tokens, line.tokens)
      if isInstruction || (goesOn && (0x61...0x7A).contains(first)) {
        lines[index].use = .leftOut(Self.instruction.code)
        goesOn = text.bytes[line.span].last != 0x2E
      } else {
        goesOn = false
      }
    }
  }

  private func isEnough(_ lines: [ResumeLine], least: Int = leastLeft) -> Bool {
    var count = 0
    for line in lines where line.isContent && count < least {
      count += line.line.tokens.count { text.tokens[$0].isIndexed }
    }
    return count >= least
  }

  private static var posting: Warning {
    Warning(
      code: "pasted-posting",
      message: "a part reads like a job posting and is not scored")
  }

  private static var instruction: Warning {
    Warning(
      code: "instruction",
      message: "a line tells a language model what to do; there is none here, and it is not scored")
  }

  private static var stuffing: Warning {
    Warning(
      code: "stuffing",
      message: "words are repeated or listed without anything that bears them out: not scored")
  }
}
