import Documents
import Foundation
import Rolefit
import Testing

/// What a résumé hides is shown and changes no score.
@Suite struct TrickTests {
  private static let names = ["software", "nurse", "accountant"]
  /// What hides words from the eye, and what is said of it.
  private static let hiding: [(kind: String, tricks: [String], codes: Set<String>)] =
    [
      (
        "pdf", ["white", "near-white", "render-mode-3", "behind-rectangle", "behind-image"],
        ["invisible-text"]
      ),
      ("pdf", ["tiny"], ["tiny-text"]), ("pdf", ["off-page"], ["off-page-text"]),
      ("docx", ["hidden-run"], ["hidden-text"]),
      ("docx", ["white", "near-white"], ["invisible-text"]),
      ("docx", ["tiny"], ["tiny-text"]), ("docx", ["off-page"], ["off-page-text"]),
      (
        "html", ["display-none", "display-none-by-class", "visibility-hidden", "hidden-attribute"],
        ["hidden-text"]
      ),
      ("html", ["white", "white-by-class", "near-white", "transparent"], ["invisible-text"]),
      ("html", ["font-size-zero", "tiny"], ["tiny-text"]),
      ("html", ["off-page"], ["off-page-text"]),
      // Nothing of these is ever read, so there is nothing to be told.
      ("pdf", ["metadata"], []), ("docx", ["metadata", "comment"], []),
      ("html", ["metadata", "comment"], []),
    ]
  /// What is left out in every format.
  private static let foreign: [(trick: String, codes: Set<String>)] = [
    ("tags", ["tag-characters", "hidden-characters"]), ("instruction", ["instruction"]),
    ("stuffing", ["stuffing"]),
  ]
  /// A short résumé is told to be one.
  private static let ownCodes: Set = ["short-profile"]

  private static let engine = Result { try Engine() }

  private static func document(_ file: String) throws -> Document {
    let path = GoodDocumentTests.corpus.appending(path: "tricks/\(file)").path
    return try #require(try GoodDocumentTests.read(path).first?.get())
  }

  /// The score with each of the sample roles, and the warnings.
  private static func scores(
    _ file: String, _ pool: Pool
  ) throws -> (scores: [String: Double], codes: Set<String>) {
    try scores(of: document(file), pool)
  }

  private static func scores(
    of document: Document, _ pool: Pool
  ) throws -> (scores: [String: Double], codes: Set<String>) {
    let engine = try engine.get()
    let ranking = try pool.rank(
      against: document, top: pool.count, asOf: #require(CalendarDate("2026-11-25")))
    let scores = ranking.matches.map { ($0.role, $0.score) }
    let codes = Set(engine.profile(document).warnings.map(\.code)).subtracting(ownCodes)
    return (Dictionary(uniqueKeysWithValues: scores), codes)
  }

  @Test func `a trick is named where it hides words, and moves no score`() async throws {
    let engine = try Self.engine.get()
    let pool = await Pool(roles: Array(Engine.sampleRoles.prefix(4)), engine: engine, threads: 2)
    for name in Self.names {
      var clean: [String: (scores: [String: Double], codes: Set<String>)] = [:]
      for kind in ["pdf", "docx", "html", "txt"] {
        clean[kind] = try Self.scores("\(name)-clean.\(kind)", pool)
        #expect(clean[kind]?.codes == [], "\(name)-clean.\(kind)")
      }
      let everywhere = ["txt", "html", "docx", "pdf"].flatMap { kind in
        Self.foreign.map { (kind: kind, tricks: [$0.trick], codes: $0.codes) }
      }
      for (kind, tricks, codes) in Self.hiding + everywhere {
        for trick in tricks {
          let found = try Self.scores("\(name)-\(trick).\(kind)", pool)
          #expect(found.codes == codes, "\(name)-\(trick).\(kind)")
          #expect(found.scores == clean[kind]?.scores, "\(name)-\(trick).\(kind)")
        }
      }
    }
  }

  @Test(arguments: names)
  func `characters without a width change nothing`(name: String) async throws {
    let engine = try Self.engine.get()
    let pool = await Pool(roles: Array(Engine.sampleRoles.prefix(4)), engine: engine, threads: 2)
    let path = GoodDocumentTests.corpus.appending(path: "tricks/\(name)-zero-width.txt")
    let text = try String(contentsOf: path, encoding: .utf8)
    let plain = String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { !(0x200B...0x200D).contains($0.value) && $0.value != 0x2060 }))
    #expect(plain != text)
    let found = try Self.scores("\(name)-zero-width.txt", pool)
    #expect(found.codes.contains("split-words"))
    #expect(
      try Self.scores(of: DocumentReader.read(Array(plain.utf8), name: "x.txt"), pool).scores
        == found.scores)
  }

  @Test(arguments: names)
  func `words in two scripts are not scored`(name: String) async throws {
    let engine = try Self.engine.get()
    let pool = await Pool(roles: Array(Engine.sampleRoles.prefix(4)), engine: engine, threads: 2)
    let path = GoodDocumentTests.corpus.appending(path: "tricks/\(name)-homoglyphs.txt")
    let text = try String(contentsOf: path, encoding: .utf8)
    let isCyrillic = { (scalar: Unicode.Scalar) in (0x400...0x4FF).contains(scalar.value) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: " ", omittingEmptySubsequences: false)
        .filter { !$0.unicodeScalars.contains(where: isCyrillic) }.joined(separator: " ")
    }
    let plain = lines.joined(separator: "\n")
    #expect(plain != text)
    let found = try Self.scores("\(name)-homoglyphs.txt", pool)
    #expect(found.codes.contains("mixed-script"))
    #expect(
      try Self.scores(of: DocumentReader.read(Array(plain.utf8), name: "x.txt"), pool).scores
        == found.scores)
  }
}
