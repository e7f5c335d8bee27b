import Documents
import Testing

@testable import Extraction

/// Files of job boards give all their postings.
@Suite struct BoardTests {
  private static func read(_ json: String) -> [Result<Document, DocumentError>] {
    BoardPostings.documents(in: Array(json.utf8))
  }

  private static func lines(_ document: Document) -> [String] {
    document.lines.map { document[$0.span] }.filter { !$0.isEmpty }
  }

  @Test func `Greenhouse writes its HTML as entities`() throws {
    let results = Self.read(
      """
      {"jobs": [{"id": 12, "title": "Baker", "location": {"name": "Leeds"}, "company_name": "Elm",
      "first_published": "2026-03-01T10:00:00-05:00",
      "content": "&lt;p&gt;Bakes &amp;amp; sells&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Bread&lt;/li&gt;&lt;/ul&gt;"}, {"id": 13}]}
      """)
    let posting = try results[0].get()
    #expect(posting.id == "12")
    #expect(
      Self.lines(posting) == ["Baker", "Elm", "Leeds", "2026-03-01", "Bakes & sells", "- Bread"])
    #expect(throws: DocumentError.self) { try results[1].get() }
  }

  @Test func `Lever has lists with headings`() throws {
    let posting = try Self.read(
      """
      [{"id": "a-1", "text": "Baker", "categories": {"location": "Leeds"}, "createdAt": 1772323200000,
      "workplaceType": "onsite", "salaryRange": {"min": 30000, "max": 34000, "currency": "GBP",
      "interval": "per-year-salary"}, "descriptionPlain": "We bake.",
      "lists": [{"text": "You bring", "content": "<li>Two years</li><li>Care</li>"}], "additionalPlain": "Bye"}]
      """)[0].get()
    #expect(
      Self.lines(posting) == [
        "Baker", "Leeds", "2026-03-01", "On-site", "Pay: GBP 30000 - GBP 34000 per year",
        "We bake.",
        "You bring", "- Two years", "- Care", "Bye",
      ])
  }

  @Test func `Ashby has HTML, a place or more, and a summary of pay`() throws {
    let posting = try Self.read(
      """
      {"apiVersion": "1", "jobs": [{"id": "b", "title": "Baker", "location": "Leeds",
      "secondaryLocations": [{"location": "York"}], "isRemote": false, "publishedAt": "2026-03-01T00:00:00Z",
      "compensation": {"compensationTierSummary": "£30K – £34K"}, "descriptionHtml": "<p>We bake.</p>",
      "descriptionPlain": "We bake."}]}
      """)[0].get()
    #expect(
      Self.lines(posting) == [
        "Baker", "Leeds", "York", "2026-03-01", "Pay: £30K – £34K", "We bake.",
      ])
  }

  @Test func `an array of records is read as its records`() throws {
    let results = Self.read(#"[{"id": "x", "title": "Baker", "text": "Bakes"}, 7]"#)
    #expect(try results[0].get().id == "x")
    #expect(results.count == 2 && (try? results[1].get()) == nil)
  }

  @Test(arguments: ["", "{", "[]", "[[[[", "7"])
  func `what is no board is an error`(json: String) {
    let results = Self.read(json)
    #expect(results.count == 1 && (try? results[0].get()) == nil)
  }
}
