import Bytes
import TestSupport
import Testing

@testable import Documents

/// A document that is stored and read again is the same document.
@Suite struct StoredDocumentTests {
  private static let formats: [Document.Format] = Document.Format.allCases
  private static let hints: [Document.Hint?] = [
    nil, .title, .employer, .location, .posted, .closes, .summary, .requirement, .contact, .name,
    .heading,
  ]
  private static let words = ["", "hives", "naïve", "蜂蜜", "\u{0}", "🐝", "e\u{301}", " – "]

  private static func text(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...5, using: &generator))
      .map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
  }

  private static func document(_ generator: inout SeededGenerator) -> Document {
    var text: [UInt8] = []
    var lines: [Document.Line] = []
    for _ in 0..<Int.random(in: 0...6, using: &generator) {
      let start = text.count
      text += Array(Self.text(&generator).utf8)
      // Not all of a text has to stand in lines.
      if Int.random(in: 0..<4, using: &generator) > 0 {
        let hint = hints.randomElement(using: &generator) ?? nil
        lines.append(
          Document.Line(
            span: start..<text.count, hint: hint,
            page: [nil, 1, 2, 700].randomElement(using: &generator) ?? nil))
      }
      text.append(0x0A)
    }
    let last = lines.last?.span.upperBound ?? 0
    let hidden =
      last < text.count && Bool.random(using: &generator)
      ? [
        Document.Hidden(
          span: last..<text.count,
          why: Concealment.allCases.randomElement(using: &generator) ?? .tiny,
          page: 3)
      ] : []
    let warnings = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
      Warning(
        code: Self.text(&generator), message: Self.text(&generator),
        span: text.isEmpty ? nil : 0..<text.count)
    }
    return Document(
      id: Self.text(&generator), format: formats.randomElement(using: &generator) ?? .text,
      text: text, lines: lines, hidden: hidden, warnings: warnings)
  }

  private static func read(_ bytes: [UInt8]) throws -> Document? {
    var reader = ByteReader(bytes)
    return try Document.read(stored: &reader)
  }

  private static func expectSame(_ left: Document, _ right: Document?, _ comment: Comment) {
    #expect(left.id == right?.id, comment)
    #expect(left.format == right?.format, comment)
    #expect(left.text == right?.text, comment)
    #expect(left.warnings == right?.warnings, comment)
    #expect(left.lines.map(\.span) == right?.lines.map(\.span), comment)
    #expect(left.lines.map(\.hint) == right?.lines.map(\.hint), comment)
    #expect(left.lines.map(\.page) == right?.lines.map(\.page), comment)
    #expect(left.hidden == right?.hidden, comment)
  }

  @Test(arguments: 0..<UInt64(20))
  func `any document survives, and reading ends with its last byte`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let document = Self.document(&generator)
      var reader = ByteReader(document.stored + [0xAB])
      let read = try Document.read(stored: &reader)
      Self.expectSame(document, read, "seed \(seed)")
      #expect(reader.remaining == 1, "seed \(seed)")
    }
  }

  @Test(arguments: formats, hints)
  func `each format and each hint survives`(format: Document.Format, hint: Document.Hint?) throws {
    let document = Document(
      id: "keeper", format: format, text: Array("Keeps hives\n".utf8),
      lines: [Document.Line(span: 0..<11, hint: hint), Document.Line(span: 12..<12, hint: nil)],
      warnings: [Warning(code: "thin-posting", message: "few words")])
    Self.expectSame(document, try Self.read(document.stored), "\(format) \(hint as Any)")
  }

  @Test(arguments: [
    ("ad.txt", "Title: Beekeeper\r\n\r\n- Keeps forty hives\n"),
    ("ad.md", "# Beekeeper\n\n**Required:**\n\\- Keeps \\& mends hives\n"),
    ("ad.json", #"{"title": "Beekeeper", "text": "Keeps hives &amp; bees\nTwo"}"#),
  ])
  func `what was read from a file survives`(name: String, content: String) throws {
    let document = try DocumentReader.read(Array(content.utf8), name: name)
    Self.expectSame(document, try Self.read(document.stored), "\(name)")
  }

  @Test(arguments: [0..<7, 0..<2, 2..<5])
  func `a line of several lines, or of parts of characters, makes no document`(
    span: Range<Int>
  ) throws {
    let document = Document(
      id: "keeper", format: .pdf, text: Array("né\nbees\n".utf8),
      lines: [Document.Line(span: span, hint: nil)])
    #expect(try Self.read(document.stored) == nil)
  }

  @Test(arguments: 0..<UInt64(4))
  func `a document that is cut off anywhere is none`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = Self.document(&generator).stored
    for length in bytes.indices {
      let read = try? Self.read(Array(bytes[..<length]))
      #expect(read == nil, "seed \(seed), \(length) of \(bytes.count) bytes")
    }
  }

  @Test(arguments: 0..<UInt64(4))
  func `changed bytes give a document or none`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = Self.document(&generator).stored
    for offset in bytes.indices {
      for _ in 0..<4 {
        var changed = bytes
        changed[offset] = UInt8.random(in: 0...255, using: &generator)
        guard let read = (try? Self.read(changed)) ?? nil else { continue }
        // Its lines may be used.
        let bounds = read.lines.flatMap { [$0.span.lowerBound, $0.span.upperBound] }
        #expect(bounds == bounds.sorted() && bounds.last ?? 0 <= read.text.count, "seed \(seed)")
        #expect(String(validating: read.text, as: UTF8.self) != nil, "seed \(seed)")
      }
    }
  }
}
