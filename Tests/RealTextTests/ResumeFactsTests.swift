import Candidates
import Documents
import Foundation
import Reading
import Rolefit
import Testing

/// Real résumés against what two careful people agree on of them.
///
/// The half that the readers were written with prints its failures; of the reserved half only the
/// counts are shown, and only where `ROLEFIT_RESERVED` is set.
@Suite(.enabled(if: RealTexts.isPresent, RealTexts.absence))
struct ResumeFactsTests {
  private func tally(_ half: Half) throws -> Tally {
    let engine = try Engine()
    var reader = ProfileReader(knowledge: engine.knowledge)
    let present = try #require(CalendarDate("2018-01"))
    let entries = try facts("resumes", as: ResumeFacts.self).filter { $0.half == half }
    let documents = try RealTexts.documents(
      "corpus/resumes.ndjson.gz", ids: Set(entries.map(\.id)))
    var tally = Tally()
    for entry in entries {
      let document = try #require(documents[entry.id])
      RealTexts.expect(document, toBe: entry.sha256)
      let parsed = reader.read(document, asOf: present)
      let checker = ResumeChecker(
        parsed: parsed, document: document,
        history: SkillHistory(parsed, knowledge: engine.knowledge, present: present),
        facts: entry.facts, present: present)
      for (index, fact) in entry.facts.enumerated() {
        let name = [fact.skill, fact.level, fact.section, fact.value, fact.language, fact.start]
          .compactMap { $0 }.joined(separator: " ")
        for found in checker.check(fact) {
          tally.count(
            found.kind, found.holds,
            "\(entry.id) #\(index) \(found.kind) \(name) at \(fact.span?.range as Any): "
              + found.read)
        }
      }
      if let total = checker.total() {
        tally.count(total.kind, total.holds, "\(entry.id) \(total.kind): \(total.read)")
      }
    }
    return tally
  }

  @Test func `facts of the half that was developed on`() throws {
    let tally = try tally(.development)
    print("résumés, development:", tally.summary)
    for failure in tally.failures { print("  " + failure) }
    #expect(tally.share >= 0.92)
  }

  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["ROLEFIT_RESERVED"] != nil,
      "set ROLEFIT_RESERVED to count the reserved half"))
  func `facts of the reserved half`() throws {
    let tally = try tally(.reserved)
    print("résumés, reserved:", tally.summary)
    #expect(tally.all > 0)
  }
}
