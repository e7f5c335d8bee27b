import Documents
import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif
import Market
import MarketReport
import Rolefit
import Testing

/// The charts as markup: well formed, escaped, and fit for a page with a strict policy.
@Suite struct ChartTests {
  private static let hostile = "<script>alert(1)</script>&\"'\u{202E}\u{0}"

  private static func body(
    _ figures: MarketFigures, link: (MarketFilter) -> String? = { "/roles?\($0.query)" }
  ) -> String {
    var html = HTMLWriter()
    MarketCharts(figures, top: 12).write(to: &html, link: link)
    return html.html
  }

  private static let samples = body(Sample.tally(Sample.roles).figures())

  /// The parser of a stranger: it takes nothing but well-formed markup.
  private func parse(_ markup: String) throws -> Elements {
    let elements = Elements()
    let parser = XMLParser(data: Data(markup.utf8))
    parser.delegate = elements
    let isParsed = parser.parse()
    try #require(isParsed, "\(parser.parserError.map { "\($0)" } ?? "") \(parser.lineNumber)")
    return elements
  }

  @Test func `the charts are well-formed`() throws {
    let elements = try parse(Self.samples)
    #expect(elements.names.count { $0 == "table" } > 10)
  }

  @Test func `a strict policy forbids nothing of the charts`() {
    for word in ["style=", "<style", "<script", "javascript:", "onclick", "<img", "url("] {
      #expect(!Self.samples.contains(word), "\(word)")
    }
  }

  @Test func `each chart is an image with a title and a description, and a table below it`() throws
  {
    let elements = try parse(Self.samples)
    let charts = elements.all.filter { $0.attributes["role"] == "img" }
    let ids = elements.all.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    #expect(!charts.isEmpty)
    #expect(charts.count == elements.names.count { $0 == "details" })
    for chart in charts {
      let labels = (chart.attributes["aria-labelledby"] ?? "").split(separator: " ").map(
        String.init)
      #expect(labels.count == 2 && labels.allSatisfy(ids.contains))
    }
    for header in elements.all where header.name == "th" {
      #expect(["col", "row"].contains(header.attributes["scope"]))
    }
  }

  @Test func `each figure links to its roles, and each link is a filter`() throws {
    let figures = Sample.tally(Sample.roles).figures()
    let elements = try parse(Self.samples)
    let links = elements.all.compactMap { $0.attributes["href"] }
    #expect(links.count > 100)
    for link in links {
      #expect(link.hasPrefix("/roles?"))
      #expect(throws: Never.self) { try MarketFilter(query: String(link.dropFirst(7))) }
    }
    #expect(!Self.body(figures) { _ in nil }.contains("href"))
  }

  @Test func `hostile names are text`() throws {
    let role = Sample.role(
      "x", title: Self.hostile, employer: Self.hostile, required: [Self.hostile],
      places: [Sample.place(Self.hostile, Self.hostile)], seniority: Self.hostile)
    let figures = Sample.tally([role]).figures()
    let body = Self.body(figures)
    let elements = try parse(body)
    #expect(!elements.names.contains("script"))
    #expect(!body.contains("\u{202E}") && body.contains("&lt;script&gt;"))
  }

  @Test func `a page of no roles says so`() throws {
    let body = Self.body(MarketTally().figures())
    _ = try parse(body)
    #expect(body.contains("No role meets these conditions."))
  }

  @Test func `the page holds its policy, its style and what it depends on`() throws {
    let engine = try Sample.engine.get()
    let answer = MarketAnswer(
      identity: engine.identity, figures: Sample.tally(Sample.roles).figures())
    let page = MarketPage(answer).html()
    #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
    #expect(page.contains("default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;"))
    #expect(page.contains(engine.identity.background) && page.contains(MarketCharts.styleSheet))
    #expect(page == MarketPage(answer).html())
  }

  @Test func `lengths and numbers are written without a locale`() {
    #expect(MarketNumbers.grouped(1_234_567) == "1,234,567")
    #expect(MarketNumbers.short(104_000) == "104k" && MarketNumbers.short(41_650) == "41.7k")
    #expect(MarketNumbers.short(1_250_000) == "1.25M" && MarketNumbers.short(999) == "999")
    #expect(MarketNumbers.length(1, of: 3) == "33.33%" && MarketNumbers.length(5, of: 0) == "0.00%")
    #expect(MarketNumbers.length(1, of: 20) == "5.00%")
  }
}
