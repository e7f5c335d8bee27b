import Foundation
import Reading
import Tokenization

/// The data files of the engine, read once, from the package that this file stands in.
enum DataFiles {
  static let aliases = text("aliases.txt")
  static let lexicon = Lexicon(aliases: (try? AliasTable(aliases)) ?? AliasTable(groups: []))
  static let cues = CueTable(text("cues.txt"), lexicon: lexicon)
  static let gazetteer = Gazetteer(text("places.txt"), lexicon: lexicon)
  static let skills = SkillTable(text("skills.txt"), lexicon: lexicon)
  static let degrees = DegreeReader(lexicon: lexicon)
  static let kinds = KindTable(text("kinds.txt"), lexicon: lexicon)

  /// Tokens of a text with the lexicon of the engine.
  static func tokenize(_ text: String) -> (bytes: [UInt8], text: TokenizedText) {
    var tokenizer = Tokenizer(lexicon: lexicon)
    let bytes = Array(text.utf8)
    return (bytes, tokenizer.tokenize(bytes))
  }

  private static func text(_ name: String) -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "Sources/CResources/data").appending(path: name)
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }
}
