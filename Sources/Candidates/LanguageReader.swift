import Reading
import Tokenization

/// Finds the languages that a candidate says they speak.
///
/// The name of a language is often something else: "English literature", "Korean shipyards", "Latin
/// America". It counts in a section on languages, beside a level ("Spanish – B2"), where the words
/// say so ("fluent in", "bilingual"), and as an item of a list of skills unless the résumé uses the
/// word otherwise.
struct LanguageReader {
  private let text: ResumeText
  private let levels: LevelReader

  init(text: ResumeText) {
    self.text = text
    levels = LevelReader(text: text)
  }

  /// A name of a language where it stands.
  private struct Mention {
    var name: String
    var tokens: Range<Int>
    var level: String?
    /// Whether what stands around it says that it is spoken.
    var isStated = false
    /// Whether it is an item of a list of skills and nothing more.
    var isItem = false
  }

  /// The languages of lines in their sections, each once.
  func read(_ lines: [ResumeLine]) -> [Profile.Language] {
    var mentions: [Mention] = []
    for line in lines where line.isContent { mentions += self.mentions(in: line) }
    let others = Set(mentions.filter { !$0.isStated && !$0.isItem }.map(\.name))
    var found: [Profile.Language] = []
    var places: [String: Int] = [:]
    for mention in mentions {
      guard mention.isStated || (mention.isItem && !others.contains(mention.name)) else { continue }
      if let place = places[mention.name] {
        found[place].level = found[place].level ?? mention.level
      } else {
        places[mention.name] = found.count
        found.append(
          Profile.Language(
            name: mention.name, level: mention.level, span: text.span(of: mention.tokens)))
      }
    }
    return found
  }

  private func mentions(in line: ResumeLine) -> [Mention] {
    let tokens = line.line.tokens
    var mentions: [Mention] = []
    var last: Mention?
    for index in tokens {
      guard var mention = mention(at: index, in: tokens) else { continue }
      let place = mention.tokens
      mention.level = levels.level(after: place, in: tokens)
      if mention.level == nil {
        // "Fluent in English, Farsi and Dari" says it of all three.
        mention.level =
          levels.level(before: place, in: tokens)
          ?? (last.map { follows(place, $0.tokens) } == true ? last?.level : nil)
      }
      mention.isStated =
        mention.level != nil || line.section == .languages || isSpoken(place, in: tokens)
        || (last?.isStated == true && last.map { follows(place, $0.tokens) } == true)
      mention.isItem = line.section == .skills && isItem(place, in: tokens)
      mentions.append(mention)
      last = mention
    }
    return mentions
  }

  private func mention(at index: Int, in line: Range<Int>) -> Mention? {
    let first = text.bytes[text.tokens[index].span.lowerBound]
    // "polish the floors" is no language; names outside ASCII are told by nothing else.
    guard text.tokens[index].traits.contains(.capitalized) || first >= 0x80,
      text.tokens[index].span.count >= 3
    else { return nil }
    let word = text.word(index)
    if word == "asl" { return Mention(name: "American Sign Language", tokens: index..<index + 1) }
    if word == "sign", index + 1 < line.upperBound, text.word(index + 1) == "language" {
      let isAmerican = index > line.lowerBound && text.word(index - 1) == "american"
      return Mention(
        name: isAmerican ? "American Sign Language" : "Sign Language",
        tokens: (isAmerican ? index - 1 : index)..<index + 2)
    }
    return LanguageNames.byWord[word].map { Mention(name: $0, tokens: index..<index + 1) }
  }

  /// Whether a name goes on a list of languages: a comma, a slash or a joint parts the two.
  private func follows(_ next: Range<Int>, _ last: Range<Int>) -> Bool {
    let between = last.upperBound..<next.lowerBound
    guard between.count <= 2 else { return false }
    return text.words(between).allSatisfy {
      ["and", "or", "et", "und", "y", "e", "also", "as", "well"].contains($0)
    }
  }

  private static let speaking: Set<String> = [
    "fluent", "fluently", "fluency", "bilingual", "trilingual", "multilingual", "speak", "speaks",
    "speaking", "spoken", "conversational", "native", "proficient", "proficiency", "languages",
    "tongue",
  ]

  /// Whether words of speaking stand close by.
  private func isSpoken(_ name: Range<Int>, in line: Range<Int>) -> Bool {
    let before = max(line.lowerBound, name.lowerBound - 5)..<name.lowerBound
    let after = name.upperBound..<min(line.upperBound, name.upperBound + 2)
    return text.words(before).contains(where: Self.speaking.contains)
      || text.words(after).contains {
        ["fluently", "speaker", "speaking", "bilingual", "fluent", "native"].contains($0)
      }
  }

  /// Whether nothing but marks of a list stands around a name.
  private func isItem(_ name: Range<Int>, in line: Range<Int>) -> Bool {
    let marks = ",;|/()".utf8
    let isBegun =
      name.lowerBound == line.lowerBound
      || text.bytes[
        text.tokens[name.lowerBound - 1].span
          .upperBound..<text.tokens[name.lowerBound].span.lowerBound
      ].contains { marks.contains($0) }
    let isEnded =
      name.upperBound == line.upperBound
      || text.bytes[
        text.tokens[name.upperBound - 1].span
          .upperBound..<text.tokens[name.upperBound].span.lowerBound
      ].contains { marks.contains($0) }
    return isBegun && isEnded
  }
}
