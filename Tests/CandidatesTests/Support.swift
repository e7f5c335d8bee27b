import Candidates
import Documents
import Foundation
import Reading
import Weighting

/// What the tests share: the knowledge of the project, and résumés read with it.
enum Sample {
  /// The root of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The project's own data files.
  static let knowledge = Result {
    let file = { (name: String) in
      try String(
        contentsOf: root.appending(path: "Sources/CResources/data/\(name).txt"), encoding: .utf8)
    }
    return try Knowledge(
      Knowledge.Sources(
        aliases: file("aliases"), cues: file("cues"), places: file("places"),
        skills: file("skills"), kinds: file("kinds"), voice: file("voice")), background: .empty,
      tables: .none)
  }

  /// A résumé in text, understood.
  static func parsed(_ text: String, name: String = "someone.txt") throws -> ParsedProfile {
    let document = try DocumentReader.read(Array(text.utf8), name: name)
    return try parsed(document)
  }

  /// A document, understood.
  static func parsed(_ document: Document) throws -> ParsedProfile {
    var reader = ProfileReader(knowledge: try knowledge.get())
    return reader.read(document)
  }

  /// The profile of a résumé in text.
  static func profile(_ text: String, name: String = "someone.txt") throws -> Profile {
    try parsed(text, name: name).profile
  }

  /// The texts of the passages of a résumé.
  static func passages(_ text: String, name: String = "someone.txt") throws -> [String] {
    try profile(text, name: name).passages.map(\.text)
  }
}
