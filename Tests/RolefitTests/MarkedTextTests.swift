import TestSupport
import Testing

@testable import Rolefit

/// Marks over a text: well-formed HTML whatever the spans, and the text unchanged.
@Suite struct MarkedTextTests {
  private static func render(
    _ text: String, _ marks: [MarkedText.Mark], in range: Range<Int>? = nil
  ) -> String {
    var html = HTMLWriter()
    MarkedText(Array(text.utf8)).write(marks, in: range, to: &html)
    return html.html
  }

  private static func mark(_ span: Range<Int>, _ id: String) -> MarkedText.Mark {
    MarkedText.Mark(span: span, id: id, style: "s")
  }

  @Test func `a mark that holds another stands outside`() {
    let html = Self.render("abcdef", [Self.mark(2..<4, "in"), Self.mark(0..<6, "out")])
    #expect(
      html == """
        <mark class="s" id="out">ab<mark class="s" id="in">cd</mark>ef</mark>
        """)
  }

  @Test func `where two overlap, the later one is closed and goes on`() {
    let html = Self.render("abcdef", [Self.mark(0..<4, "a"), Self.mark(2..<6, "b")])
    #expect(
      html == """
        <mark class="s" id="a">ab<mark class="s" id="b">cd</mark></mark>\
        <mark class="s">ef</mark>
        """)
  }

  @Test func `a linked mark has its label once, on the words that end it`() {
    var mark = Self.mark(0..<6, "a")
    mark.links = [MarkedText.Link(target: "#r1", label: "1", name: "one")]
    mark.readAs = "x"
    #expect(
      Self.render("abcdef", [mark, Self.mark(2..<3, "b")]) == """
        <mark class="s" id="a"><a class="to" href="#r1" title="one">ab</a>\
        <mark class="s" id="b"><a class="to" href="#r1" title="one">c</a></mark>\
        <a class="to" href="#r1" title="one" data-n="1">def</a></mark>\
        <i class="as" data-as="x"></i>
        """)
  }

  @Test func `labels before two marks that begin together both stand before the words`() {
    var outer = Self.mark(0..<4, "a")
    outer.links = [MarkedText.Link(target: "#r1", label: "1", name: "one")]
    outer.isLabelledBefore = true
    var inner = Self.mark(0..<2, "b")
    inner.links = [MarkedText.Link(target: "#r2", label: "2", name: "two")]
    inner.isLabelledBefore = true
    #expect(
      Self.render("abcd", [outer, inner]) == """
        <mark class="s" id="a"><mark class="s" id="b">\
        <a class="to before" href="#r1" data-n="1" aria-label="one"></a>\
        <a class="to before" href="#r2" title="two" data-n="2">ab</a></mark>\
        <a class="to before" href="#r1" title="one">cd</a></mark>
        """)
  }

  private static let outside: [(span: Range<Int>, html: String)] = [
    (-5..<2, "<mark class=\"s\" id=\"m\">ab</mark>cé"),
    (3..<Int.max, "abc<mark class=\"s\" id=\"m\">é</mark>"),
    (Int.min..<Int.max, "<mark class=\"s\" id=\"m\">abcé</mark>"),
    (4..<5, "abc<mark class=\"s\" id=\"m\">é</mark>"),
    (9..<12, "abcé"), (2..<2, "abcé"), (Int.max..<Int.max, "abcé"),
  ]

  @Test(arguments: outside)
  func `a span outside the text is cut, one inside a character takes all of it`(
    span: Range<Int>, html: String
  ) {
    #expect(Self.render("abcé", [Self.mark(span, "m")]) == html)
  }

  @Test func `an empty text with marks is empty`() {
    #expect(Self.render("", [Self.mark(0..<9, "m")]).isEmpty)
  }

  // MARK: - Properties

  private static let letters = ["a", "b", " ", "\n", "<", "&", "\"", "é", "中", "🛠", "\u{202E}"]

  private static func text(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...40, using: &generator)).map { _ in
      letters.randomElement(using: &generator) ?? ""
    }.joined()
  }

  private static func marks(_ count: Int, _ generator: inout SeededGenerator) -> [MarkedText.Mark] {
    (0..<count).map { index in
      let lower = Int.random(in: -3...60, using: &generator)
      let upper = lower + Int.random(in: 0...30, using: &generator)
      var mark = Self.mark(lower..<upper, "m\(index)")
      mark.isLabelledBefore = Bool.random(using: &generator)
      mark.element = Bool.random(using: &generator) ? "mark" : "span"
      mark.links = (0..<Int.random(in: 0...3, using: &generator)).map {
        MarkedText.Link(target: "#t\(index).\($0)", label: "l\(index).\($0)", name: "<n>")
      }
      if Bool.random(using: &generator) { mark.readAs = "\"x\"" }
      return mark
    }
  }

  @Test(arguments: 1...400)
  func `any marks: tags balance, and without them stands the escaped text`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let text = Self.text(&generator)
    let marks = Self.marks(Int.random(in: 0...12, using: &generator), &generator)
    let html = Self.render(text, marks)
    let read = try PageReader(html)
    #expect(read.text == HTMLWriter.escaped(text), "seed \(seed)")
    #expect(read.nestedLinks == 0, "seed \(seed)")
    let shown = marks.filter { !$0.span.clamped(to: 0..<text.utf8.count).isEmpty }
    #expect(Set(read.ids) == Set(shown.compactMap(\.id)), "seed \(seed)")
    #expect(read.ids.count == shown.count, "seed \(seed)")
    // Each link of each mark has its label exactly once.
    let labels = shown.flatMap(\.links).map(\.label).sorted()
    #expect(read.values(of: "data-n").sorted() == labels, "seed \(seed)")
  }

  @Test(arguments: 1...100)
  func `part of a text is that part`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let text = String(Self.text(&generator).unicodeScalars.filter { $0.isASCII })
    let marks = Self.marks(6, &generator)
    let lower = Int.random(in: 0...text.utf8.count, using: &generator)
    let upper = Int.random(in: lower...text.utf8.count, using: &generator)
    let read = try PageReader(Self.render(text, marks, in: lower..<upper))
    let part = String(decoding: Array(text.utf8)[lower..<upper], as: UTF8.self)
    #expect(read.text == HTMLWriter.escaped(part), "seed \(seed)")
  }

  @Test func `a thousand marks that all overlap stay in proportion`() throws {
    let text = String(repeating: "a", count: 4_000)
    let marks = (0..<1_000).map { Self.mark($0..<$0 + 2_000, "m\($0)") }
    let html = Self.render(text, marks)
    #expect(try PageReader(html).text == text)
    #expect(html.utf8.count < 3_000_000)
  }

  // MARK: - Escaping

  private static let escapes: [(text: String, escaped: String)] = [
    ("R&D <lab> \"a\" 'b'", "R&amp;D &lt;lab&gt; &quot;a&quot; &#39;b&#39;"),
    ("a\tb\nc", "a\tb\nc"), ("a\u{0}b\u{1B}[31m\r", "a\u{2400}b\u{241B}[31m\u{240D}"),
    ("\u{7F}\u{9B}", "\u{2421}\u{FFFD}"), ("\u{202E}evil\u{2066}", "\u{FFFD}evil\u{FFFD}"),
    ("שלום é – ’", "שלום é – ’"),
  ]

  @Test(arguments: escapes)
  func `what could act is shown instead`(text: String, escaped: String) {
    #expect(HTMLWriter.escaped(text) == escaped)
  }
}
