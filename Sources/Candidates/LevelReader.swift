import Reading
import Tokenization

/// Reads how well a skill or a language is known, where it is written beside the name: "Excel
/// (advanced)", "Spanish – B2", "five years of Java", "fluent in Polish".
struct LevelReader {
  private let text: ResumeText
  private let years: YearsReader

  init(text: ResumeText) {
    self.text = text
    years = YearsReader(text: text.bytes, tokens: text.tokens)
  }

  /// Words that say a level by themselves.
  private static let levels: Set<String> = [
    "beginner", "beginners", "basic", "basics", "elementary", "novice", "intermediate",
    "conversational", "conversant", "working", "limited", "professional", "proficient",
    "proficiency", "advanced", "expert", "fluent", "fluently", "fluency", "native", "bilingual",
    "trilingual", "mother", "maternal", "moderate", "excellent", "good", "fair", "a1", "a2", "b1",
    "b2", "c1", "c2", "muttersprache", "fließend", "grundkenntnisse", "courant", "nativo",
    "maternelle", "avanzado", "intermedio", "básico",
  ]
  /// Words that go with them.
  private static let companions: Set<String> = [
    "level", "knowledge", "speaker", "speaking", "spoken", "written", "oral", "verbal", "reading",
    "writing", "full", "very", "and", "tongue", "language", "skills", "proficiency", "user",
    "ability", "command", "of", "in", "with", "at", "experience", "over", "langue",
  ]

  // MARK: - After the name

  /// The level that follows a name: in brackets, behind a dash or a colon, or as the next word.
  func level(after name: Range<Int>, in line: Range<Int>) -> String? {
    let next = name.upperBound
    guard next < line.upperBound else { return nil }
    let gap = text.bytes[text.tokens[next - 1].span.upperBound..<text.tokens[next].span.lowerBound]
    guard gap.count <= 5 || gap.allSatisfy({ $0 == 0x20 || $0 == 0x09 }), !gap.contains(0x2E),
      !gap.contains(0x3B), !gap.contains(0x29)
    else {
      return nil
    }
    if gap.contains(0x28) || gap.contains(0x5B) { return bracketed(from: next, in: line) }
    var end = next
    while end < line.upperBound, end - next < 6, isWord(end), end == next || !isParted(end) {
      end += 1
    }
    end = max(end, yearsEnd(at: next, in: line) ?? next)
    guard end > next, isLevel(next..<end) else { return nil }
    // "Excel advanced formulas" says no level; "Excel advanced, Word" does.
    guard end == line.upperBound || isParted(end) else { return nil }
    // Behind a comma only what ends there: "Welsh, fluent. Spanish, good."
    if gap.contains(0x2C), end < line.upperBound,
      !text.gap(before: end).contains(where: { $0 == 0x2E || $0 == 0x3B })
    {
      return nil
    }
    return text.line(text.span(of: next..<end))
  }

  /// What stands in a bracket that opens before a token, if it says a level.
  private func bracketed(from first: Int, in line: Range<Int>) -> String? {
    let limit = min(first + 8, line.upperBound)
    for last in first..<limit {
      let upper = text.tokens[last].span.upperBound
      let until = last + 1 < text.tokens.count ? text.tokens[last + 1].span.lowerBound : upper + 3
      let after = text.bytes[upper..<min(until, text.bytes.count)]
      guard after.contains(0x29) || after.contains(0x5D) else { continue }
      return isLevel(first..<last + 1) ? text.line(text.span(of: first..<last + 1)) : nil
    }
    return nil
  }

  /// The end of "5 years", "5+ years' experience" that begin at a token.
  private func yearsEnd(at index: Int, in line: Range<Int>) -> Int? {
    let found = years.years(in: index..<min(index + 6, line.upperBound)).first
    guard let found, found.tokens.lowerBound == index else { return nil }
    var end = found.tokens.upperBound
    while end < line.upperBound, ["experience", "exp"].contains(text.word(end)) { end += 1 }
    return end
  }

  // MARK: - Before the name

  /// The level that leads up to a name: "advanced Excel", "fluent in Polish", "5 years of Java".
  func level(before name: Range<Int>, in line: Range<Int>) -> String? {
    var start = name.lowerBound
    while start > line.lowerBound, name.lowerBound - start < 6, !isParted(start),
      isWord(start - 1) || isAmount(start - 1)
    {
      start -= 1
    }
    // "of", "with" and the like end what is written, and begin nothing.
    var end = name.lowerBound
    while end > start, ["of", "in", "with", "at", "and"].contains(text.word(end - 1)) { end -= 1 }
    while start < end, Self.companions.contains(text.word(start)) { start += 1 }
    guard start < end, isLevel(start..<end) else { return nil }
    // "Professional project management" and "good teamwork" say no level of their own.
    let words = text.words(start..<name.lowerBound)
    if words.allSatisfy({ !Self.levels.contains($0) || Self.adjectives.contains($0) }),
      words.contains(where: Self.adjectives.contains),
      !words.contains(where: { ["knowledge", "proficiency", "level", "command"].contains($0) })
    {
      return nil
    }
    return text.line(text.span(of: start..<end))
  }

  /// Levels that are often mere adjectives before a name.
  private static let adjectives: Set<String> = [
    "professional", "working", "good", "excellent", "fair", "limited", "moderate",
  ]

  // MARK: - Words

  private func isWord(_ index: Int) -> Bool {
    let word = text.word(index)
    return Self.levels.contains(word) || Self.companions.contains(word)
  }

  /// A number, "+" or "years".
  private func isAmount(_ index: Int) -> Bool {
    text.tokens[index].traits.contains(.number)
      || ["year", "years", "yrs", "year's", "years'", "plus"].contains(text.word(index))
  }

  private func isLevel(_ tokens: Range<Int>) -> Bool {
    text.words(tokens).contains(where: Self.levels.contains)
      || !years.years(in: tokens).isEmpty
  }

  /// Whether more than space and a plain joint stands before a token.
  private func isParted(_ index: Int) -> Bool {
    let gap =
      text.bytes[
        text.tokens[index - 1].span.upperBound..<text.tokens[index].span.lowerBound]
    return gap.contains { ![0x20, 0x2B, 0x27].contains($0) }
  }
}
