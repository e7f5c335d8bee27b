import Documents
import Foundation
import Rolefit
import Testing

/// What a résumé hides is shown and changes no score.
@Suite struct TrickTests {
  private static let names = ["software", "nurse", "accountant"]
  private static let hiding: [(kind: String, trick: String, codes: Set<String>)] = [
    ("pdf", "white", ["invisible-text"]), ("pdf", "near-white", ["invisible-text"]),
    ("pdf", "render-mode-3", ["invisible-text"]), ("pdf", "behind-rectangle", ["invisible-text"]),
    ("pdf", "transparent", ["invisible-text"]), ("pdf", "tiny", ["tiny-text"]),
    ("pdf", "off-page", ["off-page-text"]), ("docx", "vanish", ["hidden-text"]),
    ("docx", "white", ["invisible-text"]),
    ("docx", "tiny", ["tiny-text"]), ("html", "display-none", ["hidden-text"]),
    ("html", "visibility", ["hidden-text"]), ("html", "hidden-attribute", ["hidden-text"]),
    ("html", "style-sheet", ["hidden-text"]), ("html", "white", ["invisible-text"]),
    ("html", "font-size", ["tiny-text"]), ("html", "off-screen", ["off-page-text"]),
    ("txt", "tags", ["tag-characters", "hidden-characters"]),
    ("html", "tags", ["tag-characters", "hidden-characters"]),
    ("txt", "zero-width", ["split-words"]), ("html", "zero-width", ["split-words"]),
    ("txt", "homoglyph", ["mixed-script"]), ("html", "homoglyph", ["mixed-script"]),
    ("txt", "instruction", ["instruction"]), ("html", "instruction", ["instruction"]),
  ]
  /// Nothing of these is ever read, so there is nothing to be told.
  private static let unread = [
    ("pdf", "metadata"), ("docx", "metadata"), ("docx", "comment"), ("html", "metadata"),
    ("html", "comment"),
  ]

  private static let engine = Result { try Engine() }

  private static func document(_ file: String) throws -> Document {
    let path = GoodDocumentTests.corpus.appending(path: "tricks/\(file)").path
    return try #require(try GoodDocumentTests.read(path).first?.get())
  }

  /// The score with each of the sample roles, and the warnings.
  private static func scores(
    _ file: String, _ pool: Pool
  ) throws -> (scores: [String: Double], codes: Set<String>) {
    let document = try document(file)
    let engine = try engine.get()
    let ranking = try pool.rank(
      against: document, top: pool.count, asOf: #require(CalendarDate("2026-11-25")))
    let scores = ranking.matches.map { ($0.role, $0.score) }
    let codes = Set(engine.profile(document).warnings.map(\.code))
    return (Dictionary(uniqueKeysWithValues: scores), codes)
  }

  @Test func `a trick is named where it hides words, and moves no score`() async throws {
    let engine = try Self.engine.get()
    let pool = await Pool(roles: Engine.sampleRoles, engine: engine, threads: 2)
    for name in Self.names {
      var clean: [String: (scores: [String: Double], codes: Set<String>)] = [:]
      for kind in ["pdf", "docx", "html", "txt"] {
        clean[kind] = try Self.scores("\(name).\(kind)", pool)
        #expect(clean[kind]?.codes == [], "\(name).\(kind)")
      }
      for (kind, trick, codes) in Self.hiding {
        let found = try Self.scores("\(name)-\(trick).\(kind)", pool)
        #expect(found.codes == codes, "\(name)-\(trick).\(kind)")
        #expect(found.scores == clean[kind]?.scores, "\(name)-\(trick).\(kind)")
      }
      for (kind, trick) in Self.unread {
        let found = try Self.scores("\(name)-\(trick).\(kind)", pool)
        #expect(found.codes == [], "\(name)-\(trick).\(kind)")
        #expect(found.scores == clean[kind]?.scores, "\(name)-\(trick).\(kind)")
      }
    }
  }

  @Test func `stuffing and a pasted posting keep to two places of a hundred`() async throws {
    let engine = try Self.engine.get()
    let pool = await Pool(roles: Engine.sampleRoles, engine: engine, threads: 2)
    for name in Self.names {
      for (kind, trick) in [("txt", "stuffing"), ("txt", "pasted"), ("html", "stuffing")] {
        let clean = try Self.scores("\(name).\(kind)", pool)
        let found = try Self.scores("\(name)-\(trick).\(kind)", pool)
        #expect(!found.codes.isDisjoint(with: ["stuffing", "pasted-posting"]), "\(name)-\(trick)")
        let order = { (scores: [String: Double]) in
          scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        }
        let (before, after) = (order(clean.scores), order(found.scores))
        for (place, role) in before.enumerated() {
          let moved = abs(place - (after.firstIndex(of: role) ?? after.count))
          #expect(moved * 100 <= 2 * before.count, "\(name)-\(trick): \(role) moved by \(moved)")
        }
      }
    }
  }
}
