import Candidates
import Documents
import Foundation
import Reading
import Weighting

/// What the tests share: the knowledge of the project, and résumés read with it.
enum Sample {
  /// The project's own data files.
  static let knowledge: Knowledge? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = { (name: String) in
      let url = root.appending(path: "Sources/CResources/data/\(name).txt")
      return (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    }
    return try? Knowledge(
      Knowledge.Sources(
        aliases: file("aliases"), cues: file("cues"), places: file("places"),
        skills: file("skills")), background: .empty)
  }()

  /// A résumé in text, understood.
  static func parsed(_ text: String, name: String = "someone.txt") throws -> ParsedProfile {
    let document = try DocumentReader.read(Array(text.utf8), name: name)
    return try parsed(document)
  }

  /// A document, understood.
  static func parsed(_ document: Document) throws -> ParsedProfile {
    var reader = ProfileReader(knowledge: try required(knowledge))
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

  /// A value that must be there.
  static func required<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw CocoaError(.fileReadNoSuchFile) }
    return value
  }
}
