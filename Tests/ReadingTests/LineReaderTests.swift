import Documents
import Reading
import Testing
import Tokenization

/// Documents taken apart into lines: bullets, headings, wrapped lines.
@Suite struct LineReaderTests {
  private func lines(
    _ text: String, headings: Headings = .posting
  ) throws -> [(text: String, shape: TextLine.Shape, indent: Int)] {
    let document = try DocumentReader.read(Array(text.utf8), name: "posting.md")
    let (_, tokenized) = DataFiles.tokenize(String(decoding: document.text, as: UTF8.self))
    return LineReader(cues: DataFiles.cues, headings: headings).lines(of: document, tokenized)
      .map { (document[$0.span], $0.shape, $0.indent) }
  }

  @Test(arguments: [
    "- item", "* item", "+ item", "• item", "· item", "– item", "— item", "‣ item", "▪ item",
    "● item", "→ item", "✔ item", "✓ item", "1. item", "12) item", "(3) item", "a) item",
    "(b) item", "  - item", "\t• item", "*item", "✅ item", "\u{F0B7} item", "🚀 item",
    "- **item**", "•\u{A0}item",
  ])
  func `a bullet of any kind is taken off its content`(text: String) throws {
    let lines = try lines(text)
    #expect(lines.map(\.text) == ["item"])
    #expect(lines.map(\.shape) == [.bullet])
  }

  @Test func `an o of old Word before a capital is a bullet`() throws {
    #expect(try lines("o Item").map(\.text) == ["Item"])
    #expect(try lines("o item").map(\.shape) == [.plain])
  }

  @Test(arguments: ["one item", "2019 item", "A. item", "a item", "C++ item", "3.5 items", "#item"])
  func `what only looks like a bullet is part of the content`(text: String) throws {
    #expect(try lines(text).allSatisfy { $0.shape != .bullet })
  }

  @Test(arguments: [
    ("# Requirements", "Requirements"), ("## Requirements ##", "Requirements"),
    ("**Requirements**", "Requirements"), ("Requirements:", "Requirements:"),
    ("REQUIREMENTS", "REQUIREMENTS"), ("**Requirements:**", "Requirements:"),
  ])
  func `a heading is marked or bold or in capitals or ends in a colon`(
    text: String, expected: String
  ) throws {
    let lines = try lines(text)
    #expect(lines.map(\.text) == [expected])
    #expect(lines.map(\.shape) == [.heading])
  }

  @Test(arguments: [
    "Required qualifications:* Bachelor's degree in physics",
    "Required qualifications: Bachelor's degree in physics",
    "**Required qualifications:** Bachelor's degree in physics",
    "Required/minimum qualifications:\\* Bachelor's degree in physics",
  ])
  func `a heading glued to its content is parted from it`(text: String) throws {
    let lines = try lines(text)
    #expect(lines.map(\.text).last == "Bachelor's degree in physics")
    #expect(lines.first?.shape == .heading)
    #expect(lines.count == 2)
  }

  @Test(arguments: ["Note: the office is closed", "https://example.org/jobs", "9:00 to 17:00"])
  func `a colon after other words parts nothing`(text: String) throws {
    #expect(try lines(text).map(\.text) == [text])
  }

  @Test func `lines that a width broke are one`() throws {
    let lines = try lines(
      """
      - Experience with the design of distributed systems that
        serve many users
      - Short
      and another line
      """)
    #expect(
      lines.map(\.text) == [
        "Experience with the design of distributed systems that\n  serve many users", "Short",
        "and another line",
      ])
    #expect(lines.map(\.shape) == [.bullet, .bullet, .plain])
  }

  @Test(arguments: [
    "The first line of this paragraph is long, and it ends.\nthe second begins anew",
    "The first line of this paragraph is long, and it goes on\n\nafter an empty line",
    "The first line of this paragraph is long, and it goes on\n- as a bullet",
    "The first line of this paragraph is long, and it goes on\nNew sentences have capitals",
  ])
  func `lines that stand for themselves are not joined`(text: String) throws {
    #expect(try lines(text).filter { $0.shape != .blank }.count == 2)
  }

  @Test func `bullets inside a line part it`() throws {
    let lines = try lines("Python • SQL • Machine learning")
    #expect(lines.map(\.text) == ["Python", "SQL", "Machine learning"])
    #expect(lines.map(\.shape) == [.plain, .bullet, .bullet])
    #expect(try self.lines("• Python • SQL").map(\.text) == ["Python", "SQL"])
  }

  @Test func `an indent is counted in columns`() throws {
    #expect(try lines("- a\n  - b\n\t- c\n    d").map(\.indent) == [0, 2, 4, 4])
  }

  @Test(arguments: ["", "---", "***", "  ", "|", "#", "**", "•", "-", "====="])
  func `a line without content is blank`(text: String) throws {
    #expect(try lines("a\n\(text)\nb").map(\.shape) == [.plain, .blank, .plain])
  }

  @Test func `tokens of a line are those of its content`() throws {
    let document = try DocumentReader.read(Array("Title\n- One two\n".utf8), name: "a.md")
    let (_, tokenized) = DataFiles.tokenize("Title\n- One two\n")
    let lines = LineReader(cues: DataFiles.cues, headings: .posting).lines(
      of: document, tokenized)
    #expect(lines.map(\.tokens) == [0..<1, 1..<3])
    #expect(lines.map(\.isShort) == [true, true])
  }
}
