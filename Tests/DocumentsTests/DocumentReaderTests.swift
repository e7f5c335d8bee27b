import Documents
import Testing

/// What a file is, by its content, and why it cannot be read.
@Suite struct DocumentReaderTests {
  private func read(_ text: String, name: String = "folder/ada.txt") throws -> Document {
    try DocumentReader.read(Array(text.utf8), name: name)
  }

  @Test func `lines are spans of the text without their line feeds`() throws {
    let document = try read("Title\r\n\r\n- One\r\nTwo")
    #expect(document.lines.map { document[$0.span] } == ["Title", "", "- One", "Two"])
    #expect(document.lines.allSatisfy { $0.hint == nil })
    #expect(document.warnings.isEmpty)
  }

  @Test(arguments: [
    ("folder/ada.txt", "ada", Document.Format.text), ("ada.md", "ada", .markdown),
    ("ada", "ada", .text), ("a.b.md", "a.b", .markdown), (".hidden", ".hidden", .text),
    ("../../etc/passwd", "passwd", .text),
  ])
  func `the id is the name without folders and ending`(
    name: String, id: String, format: Document.Format
  ) throws {
    let document = try read("text", name: name)
    #expect(document.id == id)
    #expect(document.format == format)
  }

  @Test(arguments: ["", " ", "\n\t\r\n", "\u{FEFF}\n"])
  func `a document of white space is empty`(text: String) {
    #expect(throws: DocumentError.empty) { try read(text) }
  }

  @Test func `a document of the limit is read and of one byte more is too large`() throws {
    let limit = DocumentReader.limit
    let whole = [UInt8](repeating: 0x61, count: limit)
    #expect(try DocumentReader.read(whole, name: "a").text.count == limit)
    #expect(throws: DocumentError.tooLarge(bytes: limit + 1, limit: limit)) {
      try DocumentReader.read(whole + [0x61], name: "a")
    }
  }

  @Test func `a NUL is no text and its offset is told`() {
    #expect(throws: DocumentError.notText(offset: 3)) { try read("abc\0def\0") }
  }

  @Test(
    arguments: [
      ("a ZIP archive without a Word or OpenDocument text", [0x50, 0x4B, 0x03, 0x04, 0x14]),
      ("old Word", [0xD0, 0xCF, 0x11, 0xE0, 0xA1]), ("RTF", Array("{\\rtf1\\ansi}".utf8)),
      ("gzip", [0x1F, 0x8B, 0x08]), ("PNG", [0x89, 0x50, 0x4E, 0x47]),
      ("JPEG", [0xFF, 0xD8, 0xFF]),
      ("UTF-16 text", [0xFF, 0xFE, 0x61, 0x00]), ("UTF-16 text", [0xFE, 0xFF, 0x00, 0x61]),
    ] as [(String, [UInt8])])
  func `a format that holds no plain text is told by name`(format: String, bytes: [UInt8]) {
    #expect(throws: DocumentError.unsupported(format: format)) {
      try DocumentReader.read(bytes, name: "resume.txt")
    }
  }

  @Test func `one invalid byte in twenty is replaced with a warning`() throws {
    let bytes = [UInt8](repeating: 0x61, count: 19) + [0xFF]
    let document = try DocumentReader.read(bytes, name: "a")
    #expect(document.warnings.map(\.code) == ["invalid-utf8"])
    #expect(document[0..<document.text.count].hasSuffix("\u{FFFD}"))
  }

  @Test func `more than one invalid byte in twenty is refused`() {
    let bytes = [UInt8](repeating: 0x61, count: 18) + [0xFF]
    #expect(throws: DocumentError.invalidUTF8(invalid: 1, of: 19)) {
      try DocumentReader.read(bytes, name: "a")
    }
  }

  @Test func `hidden characters are a warning that quotes nothing`() throws {
    let warning = try #require(try read("plain\u{202E}text").warnings.first)
    #expect(warning.code == "hidden-characters")
    #expect(!warning.message.contains("plain"))
  }

  @Test(arguments: [
    "\u{FEFF}{\"id\": \"a\", \"text\": \"Nurse\"}", "\n {\"id\": \"a\", \"text\": \"Nurse\"}",
  ])
  func `an object is JSON whatever the name says`(text: String) throws {
    let document = try read(text, name: "ada.txt")
    #expect(document.format == .record)
    #expect(document.id == "a")
  }

  @Test(arguments: UInt64(1)...30)
  func `random bytes are read or refused with a typed error`(seed: UInt64) {
    var state = seed
    let bytes: [UInt8] = (0..<400).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // Mostly text, so that both happen.
      return UInt8(truncatingIfNeeded: state >> 33) & (state >> 50 & 31 == 0 ? 0xFF : 0x7F) | 0x20
    }
    do throws(DocumentError) {
      let document = try DocumentReader.read(bytes, name: "a")
      #expect(
        document.lines.allSatisfy { $0.span.upperBound <= document.text.count }, "seed \(seed)")
    } catch {
      #expect(error != .empty, "seed \(seed)")
    }
  }
}
