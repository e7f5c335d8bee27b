import Documents
import Foundation
import Rolefit
import Testing

/// Documents made to do harm are refused by name, cost little, and stop nobody else.
@Suite struct HostileDocumentTests {
  /// Calls `body` with the path of a file, unpacked where it is kept compressed.
  private static func withFile<Result>(
    _ file: String, _ body: (String) throws -> Result
  ) throws -> Result {
    let path = GoodDocumentTests.corpus.appending(path: "hostile/\(file)").path
    guard file.hasSuffix(".gz") else { return try body(path) }
    return try Rolefit.withFolder { folder in
      let copy = "\(folder)/\(file.dropLast(3))"
      let (process, pipe) = (Process(), Pipe())
      process.executableURL = URL(filePath: "/bin/gzip")
      process.arguments = ["-dc", path]
      process.standardOutput = pipe
      try process.run()
      try pipe.fileHandleForReading.readToEnd()?.write(to: URL(filePath: copy))
      process.waitUntilExit()
      return try body(copy)
    }
  }

  private static func read(_ file: String) throws -> Result<Document, DocumentError> {
    switch try withFile(file, { try #require(try GoodDocumentTests.read($0).first) }) {
    case .success(let document): return .success(document)
    case .failure(let refusal):
      guard case .document(let error) = refusal.error else { throw refusal }
      return .failure(error)
    }
  }

  private static func error(_ file: String) throws -> DocumentError? {
    if case .failure(let error) = try read(file) { error } else { nil }
  }

  @Test(arguments: [
    ("docx-overlapping-entries.docx", DocumentError.overLimit(format: .docx, limit: .output)),
    ("docx-one-large-part.docx", .overLimit(format: .docx, limit: .output)),
    ("docx-size-too-large.docx", .overLimit(format: .docx, limit: .output)),
    ("docx-size-too-small.docx", .malformed(format: .docx, flaw: .damaged)),
    ("docx-duplicate-document.docx", .malformed(format: .docx, flaw: .duplicatePart)),
    ("docx-path-outside.docx", .malformed(format: .docx, flaw: .pathOutside)),
    ("docx-billion-laughs.docx", .malformed(format: .docx, flaw: .entities)),
    ("docx-external-entity.docx", .malformed(format: .docx, flaw: .entities)),
    ("docx-nested-elements.docx", .overLimit(format: .docx, limit: .depth)),
    ("odt-billion-laughs.odt", .malformed(format: .odt, flaw: .entities)),
    ("odt-external-entity.odt", .malformed(format: .odt, flaw: .entities)),
    ("europass-billion-laughs.xml", .malformed(format: .europass, flaw: .entities)),
    ("europass-external-entity.xml", .malformed(format: .europass, flaw: .entities)),
    ("html-nested-div.html.gz", .overLimit(format: .html, limit: .depth)),
    ("html-nested-b.html.gz", .overLimit(format: .html, limit: .depth)),
    ("pdf-user-password.pdf", .encrypted(format: .pdf)),
    ("pdf-user-password-aes.pdf", .encrypted(format: .pdf)),
    ("pdf-image-only.pdf", .noText(pages: 1)),
  ])
  func `what is hostile is refused by name`(file: String, error: DocumentError) throws {
    #expect(try Self.error(file) == error)
  }

  @Test(arguments: [
    "docx-no-document-part.docx", "json-nested-arrays.json.gz", "pdf-page-tree-loop.pdf",
    "pdf-page-is-its-parent.pdf", "pdf-reference-loop.pdf", "pdf-large-content.pdf",
    "pdf-chained-filters-bomb.pdf",
  ])
  func `what cannot be read is refused`(file: String) throws {
    #expect(try Self.error(file) != nil)
  }

  @Test(arguments: [
    ("docx-external-relationship.docx", "Ordinary text of a small document."),
    ("docx-macro.docx", "Ordinary text of a small document."),
    ("html-charset-says-latin-1.html", "Café manager"),
    ("html-charset-unknown.html", "Café manager"),
    ("html-malformed-json-ld.html", "Café manager"),
    ("html-refresh-and-remote.html", "Café manager"),
    ("pdf-form-draws-itself.pdf", "Ordinary text of a small page."),
    ("pdf-table-before-itself.pdf", "Ordinary text of a small page."),
  ])
  func `what only looks odd is read`(file: String, line: String) throws {
    let document = try Self.read(file).get()
    #expect(document.lines.map { document[$0.span] }.contains(line), "\(file)")
    #expect(document.hidden.isEmpty, "\(file)")
  }

  @Test func `the text layer of a scan is no trick, and what is attached is not read`() throws {
    let scan = try Self.read("pdf-ocr-layer.pdf").get()
    #expect(scan.lines.count { !$0.span.isEmpty } == 5)
    #expect(scan.hidden.isEmpty && scan.warnings.isEmpty)
    let attached = try Self.read("pdf-script-and-attachment.pdf").get()
    let text = attached[0..<attached.text.count]
    #expect(!text.contains("Lion") && !text.contains("Juggler"))
  }

  @Test func `good files around hostile ones are all read`() throws {
    try Rolefit.withFolder { folder in
      let manager = FileManager.default
      for number in 0..<25 {
        try manager.copyItem(
          atPath: GoodDocumentTests.corpus.appending(path: "good/software-engineer-one-column.docx")
            .path,
          toPath: "\(folder)/a\(number).docx")
        try Rolefit.write("Baker \(number)\nBakes bread\n", to: "\(folder)/z\(number).txt")
      }
      let hostile = GoodDocumentTests.files(in: "hostile") { !$0.hasSuffix(".md") }
      for file in hostile {
        try manager.copyItem(
          atPath: GoodDocumentTests.corpus.appending(path: "hostile/\(file)").path,
          toPath: "\(folder)/m-\(file)")
      }
      let results = try GoodDocumentTests.read(folder)
      let ids = results.compactMap { try? $0.get().id }
      #expect(ids.filter { $0.hasPrefix("a") }.count == 25)
      #expect(ids.filter { $0.hasPrefix("z") }.count == 25)
      #expect(results.count >= 50 + hostile.count)
    }
  }

  @Test(arguments: [
    "software-engineer-one-column.docx", "logistics-planner-posting.odt",
    "logistics-planner-posting.html", "software-engineer-one-column-reportlab.pdf",
  ])
  func `a file that is cut off is refused or read, and stops nobody`(file: String) throws {
    let whole = try Data(contentsOf: GoodDocumentTests.corpus.appending(path: "good/\(file)"))
    try Rolefit.withFolder { folder in
      let step = max(1, whole.count / 24)
      let lengths = stride(from: 1, to: whole.count, by: step)
      for length in lengths {
        let name = String(format: "%07d", length) + file.suffix(5)
        try whole.prefix(length).write(to: URL(filePath: "\(folder)/\(name)"))
      }
      let results = try GoodDocumentTests.read(folder)
      #expect(results.count == Array(lengths).count)
      for case .failure(let refusal) in results {
        guard case .document = refusal.error else {
          Issue.record("\(refusal.input): \(refusal.error)")
          continue
        }
      }
    }
  }
}
