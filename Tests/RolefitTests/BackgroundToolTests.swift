import Foundation
import Rolefit
import Testing
import TestSupport
import Tokenization
import Weighting

/// A background is built alike twice, tells of nobody, and shows when it was changed.
@Suite struct BackgroundToolTests {
  /// Writes a corpus of postings and one of résumés and builds a background of them.
  ///
  /// "zymurgy" stands in four documents, "apiculture" in five, "welder" in more.
  private static func build() throws -> BackgroundTool.Report {
    try Sample.withFolder { folder in
      var generator = SeededGenerator(seed: 5)
      var postings: [String] = []
      var resumes: [String] = []
      for number in 0..<40 {
        let posting = String(
          decoding: try Sample.posting(number, &generator).text, as: UTF8.self)
        let resume = String(decoding: try Sample.resume(number, &generator).text, as: UTF8.self)
        let rare = (number < 4 ? "zymurgy " : "") + (number < 5 ? "apiculture" : "")
        postings.append(record(number, posting + "- welder \(rare)\n"))
        resumes.append(record(number, resume + "- welder\n"))
      }
      postings.append("{\"id\": ")
      try Sample.write(postings.joined(separator: "\n").utf8, to: folder + "/ads.ndjson")
      try Sample.write(resumes.joined(separator: "\n").utf8, to: folder + "/cvs.ndjson")
      let tool = BackgroundTool(corpora: [
        BackgroundTool.Corpus(path: folder + "/ads.ndjson", side: .roles),
        BackgroundTool.Corpus(path: folder + "/cvs.ndjson", side: .profiles),
      ])
      return try tool.build()
    }
  }

  private static func record(_ number: Int, _ text: String) -> String {
    "{\"id\":\"\(number)\",\"text\":\"\(text.replacing("\n", with: "\\n"))\"}"
  }

  /// Built once; the tests below only read it.
  private static let report = Result { try build() }

  @Test func `the same corpora give the same bytes`() throws {
    let (first, second) = (try Self.report.get(), try Self.build())
    #expect(first.file == second.file)
    #expect(first.documents == [40, 40])
    #expect(first.refusals.map { $0.input.hasSuffix("ads.ndjson:41") } == [true])
  }

  @Test func `what stands in four documents is dropped`() throws {
    let engine = try Engine(background: Self.report.get().file)
    let background = engine.knowledge.background
    #expect(!background.contains(Term(word: "zymurgy")))
    #expect(background.contains(Term(word: "apiculture")))
    #expect(background.contains(Term(word: "welder")))
    #expect(
      background.weight(of: Term(word: "welder"), isPhrase: false)
        < background.weight(of: Term(word: "apiculture"), isPhrase: false))
    #expect(try background.termCount == Self.report.get().terms)
  }

  @Test func `an engine scores with it, and says which it is`() throws {
    let engine = try Engine(background: Self.report.get().file)
    let shipped = try Sample.engine.get()
    #expect(engine.identity.background != shipped.identity.background)
    #expect(engine.identity.background.utf8.count == 64)
    var generator = SeededGenerator(seed: 9)
    let match = engine.match(
      resume: try Sample.resume(0, &generator), role: try Sample.posting(0, &generator),
      asOf: try Sample.day())
    #expect(match.score > 0 && match.score.isFinite)
  }

  @Test func `mean norms are those of its documents`() throws {
    let report = try Self.report.get()
    #expect(report.roleNorm > 1 && report.profileNorm > 1)
    let norms = try Engine(background: report.file).knowledge.background.meanNorms
    #expect(norms.role == report.roleNorm && norms.profile == report.profileNorm)
  }

  @Test(arguments: UInt64(1)...40)
  func `a byte that was changed is noticed`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var file = try Self.report.get().file
    let offset = Int.random(in: 0..<file.count, using: &generator)
    file[offset] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
    #expect(throws: EngineError.self, "seed \(seed), offset \(offset)") {
      try Engine(background: file)
    }
  }

  @Test func `each kind of damage has its own error`() throws {
    let file = try Self.report.get().file
    var changed = file
    changed[file.count - 1] ^= 1
    #expect(throws: EngineError.hashDiffers) { try Engine(background: changed) }
    var newer = file
    newer[8] = 99
    #expect(throws: EngineError.version(99)) { try Engine(background: newer) }
    #expect(throws: EngineError.notABackground) { try Engine(background: Array("hello".utf8)) }
    #expect(throws: EngineError.self) { try Engine(background: []) }
    for length in [10, 43, 80, file.count - 1] {
      #expect(throws: EngineError.self) { try Engine(background: Array(file.prefix(length))) }
    }
  }
}
