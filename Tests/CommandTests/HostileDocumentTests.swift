import Documents
import Foundation
import Rolefit
import Testing

/// Documents made to do harm are refused by name, cost little, and stop nobody else.
@Suite struct HostileDocumentTests {
  private static func path(_ file: String) -> String {
    GoodDocumentTests.corpus.appending(path: "hostile/\(file)").path
  }

  private static func error(_ file: String) throws -> DocumentError? {
    let results = try GoodDocumentTests.read(path(file))
    guard case .failure(let refusal) = results.first, case .document(let error) = refusal.error
    else { return nil }
    return error
  }

  @Test(arguments: [
    ("bomb-overlap.docx", DocumentError.overLimit(format: .docx, limit: .output)),
    ("bomb-plain.docx", .overLimit(format: .docx, limit: .output)),
    ("many-entries.docx", .overLimit(format: .docx, limit: .parts)),
    ("lying-size.docx", .malformed(format: .docx, flaw: .damaged)),
    ("duplicate-part.docx", .malformed(format: .docx, flaw: .duplicatePart)),
    ("path-outside.docx", .malformed(format: .docx, flaw: .pathOutside)),
    ("billion-laughs.docx", .malformed(format: .docx, flaw: .entities)),
    ("external-entity.docx", .malformed(format: .docx, flaw: .entities)),
    ("billion-laughs.odt", .malformed(format: .odt, flaw: .entities)),
    ("billion-laughs-europass.xml", .malformed(format: .europass, flaw: .entities)),
    ("nested-div.html", .overLimit(format: .html, limit: .depth)),
    ("encrypted.pdf", .encrypted(format: .pdf)), ("image-only.pdf", .noText(pages: 1)),
    ("empty.pdf", .empty),
  ])
  func `what is hostile is refused by name`(file: String, error: DocumentError) throws {
    #expect(try Self.error(file) == error)
  }

  @Test(arguments: ["page-loop.pdf", "deep-nesting.pdf", "nested.json", "huge-content.pdf"])
  func `what cannot be read is refused`(file: String) throws {
    #expect(try Self.error(file) != nil)
  }

  @Test(arguments: [
    "external-link.docx", "macro.docx", "wrong-charset.html", "malformed-json-ld.html",
    "remote.html", "javascript.pdf", "scan-with-layer.pdf", "zip-named.pdf", "text-named.docx",
  ])
  func `what only looks odd is read`(file: String) throws {
    let document = try #require(try GoodDocumentTests.read(Self.path(file)).first?.get())
    #expect(document.lines.count > 1)
    #expect(document.hidden.isEmpty, "\(file)")
  }

  @Test func `good files around hostile ones are all read`() throws {
    try Rolefit.withFolder { folder in
      let manager = FileManager.default
      for number in 0..<25 {
        try manager.copyItem(
          atPath: GoodDocumentTests.corpus.appending(path: "good/engineer.docx").path,
          toPath: "\(folder)/a\(number).docx")
        try Rolefit.write("Baker \(number)\nBakes bread\n", to: "\(folder)/z\(number).txt")
      }
      let hostile = GoodDocumentTests.files(in: "hostile") { !$0.hasSuffix(".md") }
      for file in hostile {
        try manager.copyItem(atPath: Self.path(file), toPath: "\(folder)/m-\(file)")
      }
      let results = try GoodDocumentTests.read(folder)
      let ids = results.compactMap { try? $0.get().id }
      #expect(ids.filter { $0.hasPrefix("a") }.count == 25)
      #expect(ids.filter { $0.hasPrefix("z") }.count == 25)
      #expect(results.count >= 50 + hostile.count)
    }
  }

  @Test(arguments: ["engineer.docx", "planner.odt", "planner.html", "engineer-reportlab.pdf"])
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
