import Documents
import Foundation
import Rolefit
import Testing

/// Documents of several producers give the words, the order and the lines that were typed.
@Suite struct GoodDocumentTests {
  static let corpus = Rolefit.root.appending(path: "Tests/DocumentCorpus")

  /// A reader that starts the executable of this build.
  static func reader(_ path: String) throws -> InputReader {
    let executable: URL = try #require(Rolefit.executable, "no executable named rolefit was found")
    return InputReader(path: path, converter: DocumentWorkers(executable: executable.path))
  }

  /// All documents and refusals at a path.
  static func read(_ path: String) throws -> [InputReader.Next] {
    var reader = try reader(path)
    var results: [InputReader.Next] = []
    while let next = reader.next() { results.append(next) }
    return results
  }

  static func files(in folder: String, where isWanted: (String) -> Bool) -> [String] {
    let path = corpus.appending(path: folder).path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter(isWanted).sorted()
  }

  /// The documents beside which the expected text stands.
  static let documents = files(in: "good") { name in
    ["pdf", "docx", "odt", "html", "xml"].contains { name.hasSuffix("." + $0) }
  }

  /// Words, and the signs that parsers lose.
  private static func words(_ text: String) -> [String] {
    text.split { $0.isWhitespace || $0 == "-" || $0 == "•" }.map(String.init)
  }

  /// The least insertions, deletions and replacements that make one list of the other.
  private static func distance(_ left: [String], _ right: [String]) -> Int {
    var row = Array(0...right.count)
    for (index, word) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let best = min(
          diagonal + (word == right[column] ? 0 : 1), row[column] + 1, row[column + 1] + 1)
        diagonal = row[column + 1]
        row[column + 1] = best
      }
    }
    return row[right.count]
  }

  /// The text that stands beside a document, by the longest name that the file's begins with.
  private static func expected(_ file: String) throws -> String {
    let names = files(in: "good") { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }
    let name = names.filter { file.hasPrefix($0) }.max { $0.count < $1.count }
    let path = corpus.appending(path: "good/\(try #require(name)).txt")
    return try String(contentsOf: path, encoding: .utf8)
  }

  private static func document(_ file: String) throws -> Document {
    try #require(try read(corpus.appending(path: "good/\(file)").path).first?.get())
  }

  private static func lines(_ document: Document) -> [String] {
    document.lines.map { document[$0.span] }.filter { !$0.isEmpty }
  }

  @Test(arguments: documents.filter { !isData($0) })
  func `the words come in their order`(file: String) throws {
    let document = try Self.document(file)
    let found = Self.words(Self.lines(document).joined(separator: "\n"))
    let wanted = Self.words(try Self.expected(file))
    let errors = Self.distance(found, wanted)
    let accuracy = 1 - Double(errors) / Double(wanted.count)
    #expect(accuracy >= 0.995, "\(file): \(errors) of \(wanted.count) words differ")
    #expect(document.hidden.isEmpty, "\(file)")
    #expect(document.warnings.isEmpty, "\(file)")
  }

  /// Documents that say as data what their text says too, in other words.
  private static func isData(_ file: String) -> Bool {
    file.hasSuffix(".xml") || file.hasSuffix("-posting.html")
      || file.hasSuffix("-posting-page.html")
  }

  @Test func `there is a corpus`() {
    #expect(Self.documents.count >= 35)
  }

  @Test func `lines of a position hold its date, in every format`() throws {
    for file in Self.documents where file.hasPrefix("software-engineer-one") {
      let lines = Self.lines(try Self.document(file))
      let wanted = try Self.expected(file).split(separator: "\n").filter { $0.contains("\t") }
      #expect(!wanted.isEmpty)
      for line in wanted { #expect(lines.contains(String(line)), "\(file)") }
    }
  }

  @Test(arguments: ["logistics-planner-posting.html", "chef-posting-page.html"])
  func `what a page says as data is read once, and nothing around it`(file: String) throws {
    let document = try Self.document(file)
    let lines = Self.lines(document)
    let outside = try String(
      contentsOf: Self.corpus.appending(path: "good/chef-posting-page-outside.txt"), encoding: .utf8
    )
    for line in outside.split(separator: "\n") { #expect(!lines.contains(String(line))) }
    var rest = lines[...]
    for line in try Self.expected(file).split(separator: "\n") {
      let place = rest.firstIndex(of: String(line))
      #expect(place != nil, "\(line)")
      if let place { rest = rest[(place + 1)...] }
    }
    #expect(document.lines.compactMap(\.hint).prefix(3) == [.title, .employer, .location])
  }

  @Test func `a Europass CV is laid out as a person types it`() throws {
    let lines = Self.lines(try Self.document("software-engineer-europass.xml"))
    let wanted = [
      "Experience", "Senior Software Engineer, Nordkai Systems, 2019-03 – Present", "Education",
      "Computer Science (BSc), Universidad del Turia, 2009-09 – 2013-06", "Languages",
      "Spanish (native)", "German (C1)",
    ]
    for line in wanted { #expect(lines.contains(line), "\(line)") }
  }

  @Test(arguments: ["greenhouse", "lever", "ashby"])
  func `a board's file gives all its postings`(board: String) throws {
    let results = try Self.read(Self.corpus.appending(path: "good/\(board)-board.json").path)
    let documents = try results.map { try $0.get() }
    #expect(documents.count == 3)
    #expect(Set(documents.map(\.id)).count == 3)
    for document in documents {
      #expect(document.lines.first?.hint == .title)
      let text = document[0..<document.text.count]
      #expect(!text.contains("<") && !text.contains("&lt;") && text.count > 200, "\(document.id)")
    }
  }

  @Test func `rows of CSV are postings, and a bad one is named with its line`() throws {
    let results = try Self.read(Self.corpus.appending(path: "good/postings-table.csv").path)
    let good = results.compactMap { try? $0.get() }
    #expect(good.count == 3)
    let refusals = results.compactMap { result -> Refusal? in
      if case .failure(let refusal) = result { refusal } else { nil }
    }
    #expect(refusals.count == 1)
    #expect(refusals.first?.input.hasSuffix("postings-table.csv:18") == true)
  }
}
