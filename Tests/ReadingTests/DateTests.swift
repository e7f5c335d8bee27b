import Foundation
import Reading
import Testing
import Tokenization

/// Dates and periods in the forms that postings and résumés use.
@Suite struct DateTests {
  private func dates(_ text: String) -> [String] {
    let (bytes, tokenized) = DataFiles.tokenize(text)
    return DateReader(text: bytes, tokens: tokenized.tokens).dates(in: tokenized.tokens.indices)
      .map(\.date.description)
  }

  private func periods(_ text: String) -> [String] {
    let (bytes, tokenized) = DataFiles.tokenize(text)
    return DateReader(text: bytes, tokens: tokenized.tokens).periods(in: tokenized.tokens.indices)
      .map { "\($0.start)/\($0.end?.description ?? "now")" }
  }

  @Test(arguments: [
    ("March 3, 2026", "2026-03-03"), ("Mar 03, 2026", "2026-03-03"), ("2026-03-03", "2026-03-03"),
    ("3 March 2026", "2026-03-03"), ("03 Mar 2026", "2026-03-03"), ("3rd March 2026", "2026-03-03"),
    ("3rd of March 2026", "2026-03-03"), ("24/12/2026", "2026-12-24"), ("24.12.2026", "2026-12-24"),
    ("03.2019", "2019-03"),
    ("12/24/2026", "2026-12-24"), ("03/04/2026", "2026-03-04"), ("Sept 2015", "2015-09"),
    ("September, 2015", "2015-09"), ("Mar '18", "2018-03"), ("Mar ’98", "1998-03"),
    ("03/2019", "2019-03"), ("2019-03", "2019-03"), ("2019", "2019"),
    ("by 31 October 2025.", "2025-10-31"),
    ("until October 31st, 2025", "2025-10-31"), ("29 February 2024", "2024-02-29"),
  ])
  func `a date is read in every usual form`(text: String, expected: String) {
    #expect(dates(text) == [expected])
  }

  @Test(arguments: [
    "$2000", "2000%", "2000+ customers", "#2024", "12 people", "May we call", "10,000", "1066",
    "version 14.2024", "10.5.2", "march on", "31",
  ])
  func `what looks like a date and is none is left`(text: String) {
    #expect(dates(text).isEmpty)
  }

  @Test(arguments: [("30 February 2025", "2025-02"), ("31/31/2026", "2026")])
  func `a day that no month has is left out of the date`(text: String, expected: String) {
    #expect(dates(text).last == expected)
  }

  @Test(arguments: [
    ("Mar 2018 – Present", "2018-03/now"), ("03/2019 - 11/2022", "2019-03/2022-11"),
    ("2015 to 2021", "2015/2021"), ("2015-2021", "2015/2021"),
    ("2015–21 Jan 2016", "2015/2016-01-21"),
    ("January 2019 — current", "2019-01/now"), ("from 2019 until now", "2019/now"),
    ("2019 to the present", "2019/now"), ("June 2015 through May 2016", "2015-06/2016-05"),
    ("2019-02 – 2022-11", "2019-02/2022-11"), ("Sept 2015 to date", "2015-09/now"),
    ("1 March 2019 - 3 April 2020", "2019-03-01/2020-04-03"),
    ("Feb ’19 – Mar ’21", "2019-02/2021-03"),
  ])
  func `two dates with a dash or to between them are a period`(text: String, expected: String) {
    #expect(periods(text) == [expected])
  }

  @Test(arguments: [
    "2015, 2021", "2015 and 2021", "2021 – 2015", "2015\n2021", "2015 present value",
  ])
  func `two dates without are none`(text: String) {
    #expect(periods(text).isEmpty)
  }

  @Test func `the periods of a line come in order`() {
    #expect(periods("2010 – 2012, 2014 – present") == ["2010/2012", "2014/now"])
  }

  // MARK: - Calendar

  @Test(arguments: ["2026", "2026-03", "2026-03-03", "2024-02-29", "2000-02-29"])
  func `a date is written as it is read`(text: String) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.description == text)
    let data = try JSONEncoder().encode([date])
    #expect(try JSONDecoder().decode([CalendarDate].self, from: data) == [date])
  }

  @Test(arguments: [
    "", "-", "2026-", "2026-13", "2026-00", "2026-02-29", "2100-02-29", "1899", "2100",
    "2026-03-32",
    "2026-03-03-01", "abc", "2026-3x",
  ])
  func `a date that the calendar does not have is none`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `dates have the order of time`() throws {
    let texts = ["2019", "2019-01-05", "2019-02", "2019-02-28", "2020"]
    let dates = try texts.map { try #require(CalendarDate($0)) }
    #expect(dates.shuffled().sorted() == dates)
    #expect(dates.map(\.monthIndex) == [24228, 24228, 24229, 24229, 24240])
  }
}
