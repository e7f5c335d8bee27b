import Documents
import Testing

@testable import Candidates

/// The effort of reading a résumé is counted, not timed: twice the text may cost twice as much.
@Suite struct ReadingWorkTests {
  @Test(arguments: [
    "Nurse | Jan 2019 – Present\n", "Aug 2013\nto\nCurrent\nElm Inc\nNurse\n",
    "Jan 2019 - Mar 2020 ",
    "worked with the team in a long line of lower case,\nJune 2012 to July 2013\n",
    "Nurse, Elm Inc\n2018 – 2019\n- Ran the ward\n", "Nurse Inc\n", "2018 – 2019\n",
    "May 2014\n", "Accomplishments\n", "Experience\nClerk\n", "Spanish, ", "Summer ", "'14 - ",
    "Company Name City , State ", "Bachelor of Science expected May 2019 in progress\n",
    "Skills                              Experience\nExcel                               Nurse\n",
  ])
  func `work grows with the length of the text`(line: String) throws {
    let work = try [400, 800].map { count in
      try Sample.parsed("Experience\n" + String(repeating: line, count: count)).work
    }
    #expect(work[1].datedTokens <= 2 * work[0].datedTokens + 50)
    #expect(work[1].rows <= 2 * work[0].rows + 50)
    let tokens = 800 * line.split { $0 == " " || $0 == "\n" }.count
    #expect(work[1].datedTokens <= 2 * tokens + 50)
  }

  @Test func `no more positions are kept than anyone has held`() throws {
    let line = "Nurse | Jan 2019 – Feb 2020\n"
    let parsed = try Sample.parsed("Experience\n" + String(repeating: line, count: 3_000))
    #expect(parsed.profile.experience.count == EntryReader.mostPositions)
    #expect(parsed.profile.warnings.map(\.code).contains("many-positions"))
    #expect(parsed.profile.passages.count == 3_000)
    #expect(parsed.profile.passages.last?.entry == nil)
    // The search stops at the line after the last one that is kept.
    #expect(parsed.work.rows <= 5 * (EntryReader.mostPositions + 1))
    #expect(parsed.work.datedTokens <= 6 * (EntryReader.mostPositions + 8))
  }
}
