import Reading
import Tokenization

/// Finds the skills of the skill table in passages, with their levels and what shows them.
struct SkillReader {
  /// What was found.
  struct Result {
    /// The names, each once, in the order of the text.
    var names: [String] = []
    /// For each name, the passages that hold it, rising.
    var passages: [String: [Int]] = [:]
    /// For each name, the first level that is written beside it.
    var levels: [String: String] = [:]
    /// Passages that deny what they name: "Not certified in PALS".
    var denied: Set<Int> = []
  }

  private let text: ResumeText
  private let table: SkillTable
  private let levels: LevelReader

  init(text: ResumeText, table: SkillTable) {
    self.text = text
    self.table = table
    levels = LevelReader(text: text)
  }

  /// The skills of passages, given by their tokens.
  func read(_ passages: [Range<Int>]) -> Result {
    var result = Result()
    for (index, tokens) in passages.enumerated() where !tokens.isEmpty {
      if ["not", "no"].contains(text.word(tokens.lowerBound)) {
        result.denied.insert(index)
        continue
      }
      for skill in table.skills(in: text.tokenized, of: text.bytes, tokens) {
        if result.passages[skill.name] == nil { result.names.append(skill.name) }
        if result.passages[skill.name]?.last != index {
          result.passages[skill.name, default: []].append(index)
        }
        if result.levels[skill.name] == nil,
          let level = levels.level(after: skill.tokens, in: tokens)
            ?? levels.level(before: skill.tokens, in: tokens)
        {
          result.levels[skill.name] = level
        }
      }
    }
    return result
  }
}
