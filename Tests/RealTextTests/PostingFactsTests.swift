import Documents
import Foundation
import Rolefit
import Testing

/// Real postings against what two careful people agree on of them.
///
/// The half that the readers were written with prints its failures; of the reserved half only the
/// counts are shown, and only where `ROLEFIT_RESERVED` is set.
@Suite(.enabled(if: RealTexts.isPresent, RealTexts.absence))
struct PostingFactsTests {
  private func tally(_ half: Half) throws -> Tally {
    let engine = try Engine()
    var reader = engine.reader()
    let entries = try facts("postings", as: PostingFacts.self).filter { $0.half == half }
    let files = [
      "postings_fulltext": "corpus/postings_fulltext.ndjson.gz",
      "dlep500": "eval/dlep500/postings.ndjson",
    ]
    var tally = Tally()
    for (set, file) in files.sorted(by: { $0.key < $1.key }) {
      let wanted = entries.filter { $0.set == set }
      let documents = try RealTexts.documents(file, ids: Set(wanted.map(\.id)))
      for entry in wanted {
        let document = try #require(documents[entry.id])
        RealTexts.expect(document, toBe: entry.sha256)
        let checker = PostingChecker(
          role: reader.role(document), document: document, engine: engine)
        for (index, fact) in entry.facts.enumerated() {
          let (holds, read) = checker.check(fact)
          let name = [fact.fact, fact.section, fact.kind, fact.value].compactMap { $0 }
            .joined(separator: " ")
          let span = fact.span ?? fact.spans?.first
          tally.count(
            fact.fact, holds,
            "\(entry.id) #\(index) \(name) at \(span?.range as Any): \(read)")
        }
      }
    }
    return tally
  }

  @Test func `facts of the half that was developed on`() throws {
    let tally = try tally(.development)
    print("postings, development:", tally.summary)
    for failure in tally.failures { print("  " + failure) }
    #expect(tally.share >= 0.92)
  }

  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["ROLEFIT_RESERVED"] != nil,
      "set ROLEFIT_RESERVED to count the reserved half"))
  func `facts of the reserved half`() throws {
    let tally = try tally(.reserved)
    print("postings, reserved:", tally.summary)
    #expect(tally.all > 0)
  }
}
