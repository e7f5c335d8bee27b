import Documents
import Foundation
import Rolefit
import Testing

/// What is read from files and folders, and what is refused.
@Suite struct InputReaderTests {
  private static let record = #"{"id":"a","text":"Keeps forty hives"}"#

  /// Writes a file and reads it.
  private func read(
    _ bytes: some Sequence<UInt8>, name: String = "file.txt"
  ) throws -> (documents: [Document], refusals: [Refusal]) {
    try Sample.withFolder { folder in
      try Sample.write(bytes, to: folder + "/" + name)
      return InputReader.readAll(path: folder + "/" + name)
    }
  }

  private func error(_ bytes: some Sequence<UInt8>, name: String = "file.txt") throws -> InputError
  {
    let read = try read(bytes, name: name)
    #expect(read.documents.isEmpty)
    return try #require(read.refusals.first).error
  }

  // MARK: - Files and folders

  @Test func `a file is one document, named by it`() throws {
    let read = try read("Keeps bees\n".utf8, name: "maya.okafor.txt")
    #expect(read.documents.map(\.id) == ["maya.okafor"])
    #expect(read.refusals.isEmpty)
  }

  @Test func `a folder is read in the order of its paths' bytes, without what is hidden`() throws {
    try Sample.withFolder { folder in
      let names = [
        "b.txt", "B.md", "a/z.txt", "a/b/c.txt", "a.txt", "é.txt", ".hidden.txt", ".git/x.txt",
        "a/.cache/y.txt", "10.txt", "9.txt",
      ]
      for name in names { try Sample.write("Keeps bees\n".utf8, to: folder + "/" + name) }
      let read = InputReader.readAll(path: folder)
      #expect(
        read.documents.map(\.id) == ["10", "9", "B", "a", "a/b/c", "a/z", "b", "é"])
      #expect(read.refusals.isEmpty)
    }
  }

  @Test func `a folder of mixed inputs gives what can be read and names the rest`() throws {
    try Sample.withFolder { folder in
      try Sample.write("Keeps bees\n".utf8, to: folder + "/a.txt")
      try Sample.write("%PDF-1.7 …".utf8, to: folder + "/b.pdf")
      try Sample.write([], to: folder + "/c.txt")
      try Sample.write((Self.record + "\n" + Self.record).utf8, to: folder + "/d.ndjson")
      try Sample.write(#"{"basics":{"label":"Beekeeper"}}"#.utf8, to: folder + "/e.json")
      let read = InputReader.readAll(path: folder)
      #expect(read.documents.map(\.id) == ["a", "a", "a", "e"])
      #expect(read.refusals.map { $0.input.split(separator: "/").last } == ["b.pdf", "c.txt"])
      #expect(
        read.refusals.map(\.error) == [.document(.noConverter(format: .pdf)), .document(.empty)])
    }
  }

  @Test func `an empty folder holds nothing and is no error`() throws {
    let read = try Sample.withFolder { InputReader.readAll(path: $0) }
    #expect(read.documents.isEmpty && read.refusals.isEmpty)
  }

  @Test func `what is not there is not found`() throws {
    let refusal = try Sample.withFolder { InputReader.readAll(path: $0 + "/none.txt").refusals }
    #expect(refusal.map(\.error) == [.notFound])
  }

  @Test func `a pipe is no file, and is not waited for`() throws {
    let refusals = try Sample.withFolder { folder in
      #expect(unsafe mkfifo(folder + "/pipe", 0o600) == 0)
      return InputReader.readAll(path: folder + "/pipe").refusals
    }
    #expect(refusals.map(\.error) == [.notAFile])
  }

  @Test func `a link is followed`() throws {
    try Sample.withFolder { folder in
      try Sample.write("Keeps bees\n".utf8, to: folder + "/a.txt")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link.txt", withDestinationPath: folder + "/a.txt")
      #expect(InputReader.readAll(path: folder + "/link.txt").documents.count == 1)
    }
  }

  // MARK: - NDJSON

  @Test func `a bad line is named, and the rest is read`() throws {
    let lines = [Self.record, "{\"id\": \"b\", ", "", #"{"id":"c","text":"Mends hives"}"#]
    let read = try read(lines.joined(separator: "\n").utf8, name: "ads.ndjson")
    #expect(read.documents.map(\.id) == ["a", "c"])
    #expect(read.refusals.count == 1)
    let refusal = try #require(read.refusals.first)
    #expect(refusal.input.hasSuffix("ads.ndjson:2"))
    guard case .document(.malformedJSON) = refusal.error else {
      Issue.record("\(refusal.error)")
      return
    }
  }

  @Test(arguments: ["", "\n", "\r\n", "\n\n"])
  func `one record is enough`(end: String) throws {
    let read = try read((Self.record + end).utf8, name: "ads.txt")
    #expect(read.documents.map(\.id) == ["a"])
    #expect(read.documents.first?.format == .record)
  }

  @Test func `a record without an id is named by its line`() throws {
    let lines = Self.record + "\n" + #"{"text":"Mends hives"}"# + "\n"
    let read = try read(lines.utf8, name: "ads.ndjson")
    #expect(read.documents.last?.id.hasSuffix("ads.ndjson:2") == true)
  }

  @Test func `a JSON résumé on one line is a résumé`() throws {
    let resume = #"{"basics":{"name":"Ada Lin","label":"Beekeeper"},"skills":[{"name":"Hives"}]}"#
    let read = try read(resume.utf8, name: "ada.json")
    #expect(read.documents.map(\.format) == [.jsonResume])
    #expect(read.documents.map(\.id) == ["ada"])
  }

  @Test func `a JSON résumé on many lines is a résumé`() throws {
    let resume = "{\n\"basics\": {\"name\": \"Ada Lin\",\n\"label\": \"Beekeeper\"}\n}\n"
    let read = try read(resume.utf8, name: "ada.json")
    #expect(read.documents.map(\.format) == [.jsonResume])
    #expect(read.documents.map(\.id) == ["ada"])
  }

  // MARK: - Refused

  @Test(arguments: [
    ("gzip", [0x1F, 0x8B, 8]), ("old Word", [0xD0, 0xCF, 0x11, 0xE0, 0xA1]),
    ("RTF", Array("{\\rtf1 x}".utf8)), ("PNG", [0x89, 0x50, 0x4E, 0x47]),
  ])
  func `a known format that is not read is refused by its signature`(
    format: String, bytes: [UInt8]
  ) throws {
    #expect(try error(bytes, name: "resume.txt") == .document(.unsupported(format: format)))
  }

  @Test(arguments: ["", " \n\t\r\n", "\u{FEFF}"])
  func `nothing but white space is empty`(text: String) throws {
    #expect(try error(text.utf8) == .document(.empty))
  }

  @Test func `a document over 10 MiB is refused`() throws {
    let bytes = [UInt8](repeating: 0x61, count: DocumentReader.limit + 1)
    guard case .document(.tooLarge(_, DocumentReader.limit)) = try error(bytes) else {
      Issue.record("a document of \(bytes.count) bytes")
      return
    }
  }

  @Test func `a zero byte is no text, and its offset is named`() throws {
    #expect(try error([0x61, 0x62, 0, 0x63]) == .document(.notText(offset: 2)))
  }

  @Test func `a little invalid UTF-8 is replaced with a warning, much is refused`() throws {
    let text = Array("Keeps forty hives of bees in the hills".utf8)
    let read = try read(text + [0xFF])
    #expect(read.documents.first?.warnings.map(\.code) == ["invalid-utf8"])
    let bad = [UInt8](repeating: 0xFF, count: 20)
    #expect(
      try error(text + bad) == .document(.invalidUTF8(invalid: 20, of: text.count + 20)))
  }

  @Test(arguments: 0..<20)
  func `a résumé that is cut off anywhere is read or refused`(cut: Int) throws {
    let maya = try Data(contentsOf: Sample.root.appending(path: "Profiles/maya-okafor.json"))
    let read = try read(maya.prefix(maya.count * cut / 20), name: "maya.json")
    #expect(read.documents.count + read.refusals.count == 1)
  }
}
