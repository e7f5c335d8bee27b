import Documents
import Foundation
import Reading
import Rolefit
import Testing
import TestSupport

/// What the tests share: the engine, texts that are made, and a folder that goes away.
enum Sample {
  /// The engine with the background that is compiled in.
  static let engine = Result { try Engine() }

  /// The root of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The files of Profiles, without the page about them.
  static let profilePaths =
    (try? FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "Profiles").path))?
    .filter { $0 != "README.md" && !$0.hasPrefix(".") }.sorted() ?? []

  static let profiles: [Document] = profilePaths.compactMap { name in
    try? InputReader.readOne(path: root.appending(path: "Profiles/\(name)").path).get()
  }

  static func day(_ text: String = "2026-11-21") throws -> CalendarDate {
    try #require(CalendarDate(text))
  }

  /// A document of a text.
  static func document(_ text: String, name: String = "someone.txt") throws -> Document {
    try DocumentReader.read(Array(text.utf8), name: name)
  }

  private static let crafts = [
    "weld", "solder", "prune", "graft", "bake", "plaster", "bookbinding", "forge", "glaze", "spin",
  ]
  private static let things = [
    "pressure vessels", "copper pipes", "apple trees", "sourdough loaves", "lime walls",
    "leather covers", "iron gates", "stoneware bowls", "linen yarn", "oak frames",
  ]
  private static let ends = [
    "for hospitals", "under inspection", "by hand", "with two apprentices", "at night",
    "in small series", "to drawings", "on customers' sites",
  ]

  private static func line(_ generator: inout SeededGenerator) -> String {
    let parts = [crafts, things, ends].map { $0.randomElement(using: &generator) ?? "" }
    return parts.joined(separator: " ")
  }

  /// A posting of a few lines.
  static func posting(_ number: Int, _ generator: inout SeededGenerator) throws -> Document {
    let lines = (0..<6).map { _ in "- \(line(&generator))\n" }.joined()
    let text = "Title: Crafter \(number)\n\nRequired:\n\(lines)"
    return try document(text, name: "posting-\(number).txt")
  }

  /// A résumé of a few lines.
  static func resume(_ number: Int, _ generator: inout SeededGenerator) throws -> Document {
    let lines = (0..<8).map { _ in "- \(line(&generator))\n" }.joined()
    let text = "Experience\n\nCrafter\nMar 2019 – Feb 2023\n\(lines)"
    return try document(text, name: "resume-\(number).txt")
  }

  /// Calls `body` with the path of an empty folder, which is removed afterwards.
  static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "rolefit-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
  }

  /// Writes a file below a folder, with the folders that it needs.
  static func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
    let file = URL(filePath: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }
}
