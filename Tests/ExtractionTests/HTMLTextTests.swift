import Documents
import Testing

@testable import Extraction

/// Pages become lines; what nobody sees on them is kept apart.
@Suite struct HTMLTextTests {
  private static func read(_ page: String) throws -> Document {
    try #require(HTMLText.documents(Array(page.utf8)).first)
  }

  private static func lines(_ document: Document) -> [String] {
    document.lines.map { document[$0.span] }.filter { !$0.isEmpty }
  }

  @Test func `headings, paragraphs and items are lines, and bullets are marked`() throws {
    let page = try Self.read(
      """
      <html><body><h1>Baker</h1><p>We bake
        every day.<br>Even on Sundays.</p><ul><li>Bread<li><p>Cakes &amp; pies</p></ul></body></html>
      """)
    #expect(
      Self.lines(page) == [
        "Baker", "We bake every day.", "Even on Sundays.", "- Bread", "- Cakes & pies",
      ])
    #expect(page.lines.first?.hint == .heading)
    #expect(page.warnings.isEmpty && page.hidden.isEmpty)
  }

  @Test func `scripts, styles, navigation and parts of forms are no text`() throws {
    let page = try Self.read(
      """
      <html><head><title>T</title><style>p { margin: 0 }</style><meta name=keywords content="Kafka"></head>
      <body><nav>Home</nav><script>var kafka = 1</script><p>Bakes</p><!-- Kafka --><button>Apply</button>
      <select><option>Kafka</select><noscript>Kafka</noscript><template>Kafka</template></body></html>
      """)
    #expect(Self.lines(page) == ["Bakes"])
    #expect(page.hidden.isEmpty)
  }

  @Test func `rows of a table are lines, and a layout of columns is not mixed`() throws {
    let page = try Self.read(
      """
      <table><tr><td>Excel</td><td>good</td></tr><tr><td><p>Skills</p><p>Bread</p></td>
      <td><p>Experience</p><p>Elm Ltd</p></td></tr></table>
      """)
    #expect(Self.lines(page) == ["Excel\tgood", "Skills", "Bread", "Experience", "Elm Ltd"])
  }

  @Test(arguments: [
    ("<p style='display:none'>Kafka</p>", Concealment.marked),
    ("<p style='visibility: hidden'>Kafka</p>", .marked), ("<p hidden>Kafka</p>", .marked),
    ("<style>.x { color: red; display: none !important }</style><p class='a x'>Kafka</p>", .marked),
    ("<div hidden><p>Kafka</p></div>", .marked),
    ("<p style='color:#fff'>Kafka</p>", .invisible), ("<font color=white>Kafka</font>", .invisible),
    ("<p style='color: rgb(253, 253, 253)'>Kafka</p>", .invisible),
    ("<div style='background:#102030'><p style='color:#112131'>Kafka</p></div>", .invisible),
    ("<p style='opacity:0'>Kafka</p>", .invisible),
    ("<p style='color:transparent'>Kafka</p>", .invisible),
    ("<p style='font-size:0'>Kafka</p>", .tiny), ("<p style='font-size:1px'>Kafka</p>", .tiny),
    ("<p style='position:absolute;left:-9999px'>Kafka</p>", .offPage),
    ("<p style='text-indent:-5000px'>Kafka</p>", .offPage),
  ])
  func `hidden text is in no line and is shown with the reason`(
    hidden: String, why: Concealment
  ) throws {
    let page = try Self.read("<html><body><p>Bakes bread</p>\(hidden)<p>Daily</p></body></html>")
    #expect(Self.lines(page) == ["Bakes bread", "Daily"])
    #expect(page.hidden.map(\.why) == [why])
    #expect(page.hidden.map { page[$0.span] } == ["Kafka"])
    #expect(page.warnings.map(\.code) == [why.rawValue])
    #expect(page.warnings.first?.span == page.hidden.first?.span)
  }

  @Test(arguments: [
    "<p style='color:white;background:#123'>Kafka</p>",
    "<div style='background-image:url(x.png)'><p style='color:#fff'>Kafka</p></div>",
    "<div style='background:#123'><p><span style='color:white'>Kafka</span></p></div>",
    "<style>@media print { p { display: none } }</style><p>Kafka</p>",
    "<p aria-hidden=true>Kafka</p>", "<p style='opacity:0.6'>Kafka</p>",
    "<p style='position:absolute;left:-5px'>Kafka</p>",
  ])
  func `what can be seen is not taken for hidden`(visible: String) throws {
    let page = try Self.read("<html><body><p>Bakes</p>\(visible)</body></html>")
    #expect(Self.lines(page) == ["Bakes", "Kafka"])
    #expect(page.warnings.isEmpty)
  }

  @Test func `what a page says as data wins over the page`() throws {
    let text = String(repeating: "We bake bread for the whole town. ", count: 8)
    let page = try Self.read(
      """
      <html><head><script type="application/ld+json">{"@graph": [{"@type": "JobPosting", "title": "Baker",
      "hiringOrganization": {"name": "Elm"}, "datePosted": "2026-03-01", "validThrough": "2026-04-01",
      "jobLocation": {"address": {"addressLocality": "Leeds", "addressCountry": "GB"}},
      "baseSalary": {"currency": "GBP", "value": {"minValue": 30000, "maxValue": 34000, "unitText": "YEAR"}},
      "description": "<p>\(text)</p><ul><li>Two years of baking</ul>"}]}</script></head>
      <body><p>Accept all cookies</p></body></html>
      """)
    #expect(
      Self.lines(page) == [
        "Baker", "Elm", "Leeds, GB", "2026-03-01", "2026-04-01",
        "Pay: GBP 30000 - GBP 34000 per year", text.trimmingSpace, "- Two years of baking",
      ])
    #expect(page.lines.prefix(5).map(\.hint) == [.title, .employer, .location, .posted, .closes])
  }

  @Test func `data that is no JSON is named, and the page is read`() throws {
    let page = try Self.read(
      "<html><script type='application/ld+json'>{\"@type\": </script><body><p>Bakes</p></body></html>"
    )
    #expect(Self.lines(page) == ["Bakes"])
    #expect(page.warnings.map(\.code) == ["malformed-json-ld"])
  }

  @Test func `nothing to read is an error`() {
    #expect(throws: DocumentError.empty) { try HTMLText.documents(Array("<html></html>".utf8)) }
  }

  @Test func `nesting has an end`() {
    let page = String(repeating: "<div>", count: 100_000) + "x"
    #expect(throws: DocumentError.overLimit(format: .html, limit: .depth)) {
      try HTMLText.documents(Array(page.utf8))
    }
  }

  @Test func `UTF-8 is read as such, whatever the page says of itself`() throws {
    let page = try Self.read(
      "<html><head><meta charset=iso-8859-1></head><body><p>Café – “Süd”</p></body></html>")
    #expect(Self.lines(page) == ["Café – “Süd”"])
  }
}

extension String {
  fileprivate var trimmingSpace: String {
    String(self[..<(lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? startIndex)])
  }
}
