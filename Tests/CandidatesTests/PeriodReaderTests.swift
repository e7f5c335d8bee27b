import Reading
import Testing
import Tokenization

@testable import Candidates

@Suite struct PeriodReaderTests {
  /// A line with one period, and its ends as they are written in facts.
  struct Dated: CustomTestStringConvertible, Sendable {
    var line: String
    var start: String
    /// "present" where it goes on.
    var end: String
    var testDescription: String { line }
  }

  private func periods(_ line: String) throws -> [PeriodReader.Period] {
    var tokenizer = Tokenizer(lexicon: try Sample.knowledge.get().lexicon)
    let bytes = Array(line.utf8)
    let tokenized = tokenizer.tokenize(bytes)
    let reader = PeriodReader(text: ResumeText(bytes: bytes, tokenized: tokenized))
    return reader.periods(in: tokenized.tokens.indices)
  }

  @Test(arguments: [
    Dated(line: "Mar 2018 – Present", start: "2018-03", end: "present"),
    Dated(line: "Sept. 2015 to Dec. 2016", start: "2015-09", end: "2016-12"),
    Dated(line: "09/15 - 03/17", start: "2015-09", end: "2017-03"),
    Dated(line: "09/98 – present", start: "1998-09", end: "present"),
    Dated(line: "9/15/14 - 10/1/15", start: "2014-09-15", end: "2015-10-01"),
    Dated(line: "'14 - '16", start: "2014", end: "2016"),
    Dated(line: "’09 – ’12", start: "2009", end: "2012"),
    Dated(line: "2012-2015", start: "2012", end: "2015"),
    Dated(line: "2012-13", start: "2012", end: "2013"),
    Dated(line: "2012/13", start: "2012", end: "2013"),
    Dated(line: "Summer 2014", start: "2014-06", end: "2014-08"),
    Dated(line: "Fall 2013 – Spring 2014", start: "2013-09", end: "2014-05"),
    Dated(line: "1/2014 to Current", start: "2014-01", end: "present"),
    Dated(line: "03.2019 – 11.2022", start: "2019-03", end: "2022-11"),
    Dated(line: "01.03.2019 – 30.06.2020", start: "2019-03-01", end: "2020-06-30"),
    Dated(line: "03/2010 Current", start: "2010-03", end: "present"),
    Dated(line: "01/2006 01/2011", start: "2006-01", end: "2011-01"),
    Dated(line: "June – August 2015", start: "2015-06", end: "2015-08"),
    Dated(line: "Nov - Feb 2016", start: "2015-11", end: "2016-02"),
    Dated(line: "Jan-12 to Mar-14", start: "2012-01", end: "2014-03"),
    Dated(line: "May 2016 till date", start: "2016-05", end: "present"),
    Dated(line: "May 2016 to the present", start: "2016-05", end: "present"),
    Dated(line: "2019 - till now", start: "2019", end: "present"),
    Dated(line: "since March 2019", start: "2019-03", end: "present"),
    Dated(line: "Sep 2015 to May 2015", start: "2015-09", end: "2015-05"),
    Dated(line: "juin 2015 à août 2017", start: "2015-06", end: "2017-08"),
    Dated(line: "févr. 2012 – aujourd'hui", start: "2012-02", end: "present"),
    Dated(line: "depuis septembre 2019", start: "2019-09", end: "present"),
    Dated(line: "März 2015 bis Dezember 2018", start: "2015-03", end: "2018-12"),
    Dated(line: "seit Mai 2020", start: "2020-05", end: "present"),
    Dated(line: "10/2017 – heute", start: "2017-10", end: "present"),
    Dated(line: "enero de 2014 – actualidad", start: "2014-01", end: "present"),
    Dated(line: "marzo 2011 hasta julio 2013", start: "2011-03", end: "2013-07"),
    Dated(line: "fevereiro de 2016 até dezembro de 2018", start: "2016-02", end: "2018-12"),
    Dated(line: "gennaio 2010 – oggi", start: "2010-01", end: "present"),
    Dated(line: "mei 2012 tot heden", start: "2012-05", end: "present"),
    Dated(line: "augusti 2013 – oktober 2015", start: "2013-08", end: "2015-10"),
  ])
  func `a period is read in the forms of many countries`(dated: Dated) throws {
    let found = try periods(dated.line)
    try #require(found.count == 1)
    #expect(found[0].start.description == dated.start)
    #expect((found[0].end?.description ?? "present") == dated.end)
  }

  @Test(arguments: [
    "Managed 09/15 of the budget", "served 24/7", "14 - 16 people", "page 3/12",
    "in 2010 current customers rose", "2015", "March 2015", "9/10 - 10/10 on the test, '14",
    "rated 4.5 - 5.0", "grew from 2014: 12, 2013: 10", "since we may march",
  ])
  func `what only looks like dates is no period`(line: String) throws {
    #expect(try periods(line).filter { $0.start.year < 2009 || $0.end == nil }.isEmpty)
  }

  @Test func `dates set one below the other are one period`() throws {
    let profile = try Sample.profile(
      """
      Experience
      August 2013
      to
      Current
      Elm Ltd, Denver, CO
      Pattern Maker
      - Cut patterns
      June 2010 –
      July 2013
      Birch Inc, Denver, CO
      Seamstress
      - Sewed
      """)
    #expect(profile.experience.map(\.start.description) == ["2013-08", "2010-06"])
    #expect(profile.experience.map { $0.end?.description } == [nil, "2013-07"])
    #expect(profile.experience.map(\.title) == ["Pattern Maker", "Seamstress"])
  }

  @Test func `an end before the start counts for one month`() throws {
    let profile = try Sample.profile("Experience\nClerk, Elm Ltd, Sep 2015 to May 2015\n- Filed\n")
    #expect(profile.experience.map(\.months) == [1])
  }
}
