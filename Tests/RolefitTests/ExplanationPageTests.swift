import Foundation
import Resources
import Testing
import Weighting

@testable import Matching
@testable import Rolefit
@testable import Roles

/// The page about one pair: well formed, whole, harmless, accessible, the same again.
@Suite struct ExplanationPageTests {
  private static func page(role: Document, resume: Document) throws -> String {
    let explanation = try Sample.engine.get().explain(
      resume: resume, role: role, asOf: Sample.day())
    return ExplanationPage(explanation, posting: role, resume: resume).html()
  }

  private static func page(role: String, resume: String) throws -> String {
    try page(role: Sample.document(role, name: "ad.txt"), resume: Sample.document(resume))
  }

  private static let resume = """
    Experience

    Software Engineer, Tarn Parcels, 03/2019 - 02/2021
    - Wrote faulttolerant payment services in Go and PostgreSQL
    - Moved nine services to k8s

    Software Engineer, Fellgate, 01/2021 - present
    - Ran k8s on forty machines and mentored a junior developer through reviews
    - Kept the pager of the payment services and halved the time that a release takes

    Education
    BSc Computer Science, University of Bradford, 2018
    """

  private static let role = """
    Platform Engineer
    Halden Freight, Leeds, UK

    Requirements
    - 3+ years of experience building fault-tolerant services on Kubernetes
    - Experience with Go, Rust or Java
    - Bachelor's degree in computer science or equivalent experience
    - You must have the right to work in the UK

    Preferred
    - Terraform

    Halden Freight is an equal opportunity employer and does not discriminate by age.
    Apply by 31 January 2026.
    """

  private static let pairs = zip(
    [
      "backend-engineer", "icu-nurse", "sous-chef", "staff-accountant", "maths-teacher",
      "physiotherapist",
    ],
    [
      "maya-okafor", "ines-carvalho", "rosa-delgado-byrne", "priscilla-nakamura-boyd",
      "harriet-osei-whitfield", "maya-okafor",
    ]
  ).map { ["role": $0, "profile": $1] }

  private static func samplePage(_ pair: [String: String]) throws -> (String, [Document]) {
    let role = try #require(Engine.sampleRoles.first { $0.id == pair["role"] })
    let resume = try #require(Sample.profiles.first { $0.id == pair["profile"] })
    return (try page(role: role, resume: resume), [role, resume])
  }

  // MARK: - Form

  @Test(arguments: pairs)
  func `tags balance, ids are unique, and each link has its place`(pair: [String: String]) throws {
    let page = try PageReader(try Self.samplePage(pair).0)
    #expect(page.nestedLinks == 0)
    #expect(Set(page.ids).count == page.ids.count)
    let places = Set(page.ids)
    for target in page.values(of: "href") {
      #expect(target.hasPrefix("#") && places.contains(String(target.dropFirst())), "\(target)")
    }
  }

  @Test(arguments: pairs)
  func `both documents stand in it, byte for byte`(pair: [String: String]) throws {
    let (html, documents) = try Self.samplePage(pair)
    let page = try PageReader(html)
    #expect(
      page.documents
        == documents.map { HTMLWriter.escaped(String(decoding: $0.text, as: UTF8.self)) })
  }

  @Test func `the same pair gives the same bytes`() throws {
    let first = try Self.page(role: Self.role, resume: Self.resume)
    #expect(first == (try Self.page(role: Self.role, resume: Self.resume)))
  }

  @Test(arguments: pairs)
  func `one h1, headings without gaps, landmarks and a way past them`(
    pair: [String: String]
  ) throws {
    let html = try Self.samplePage(pair).0
    let page = try PageReader(html)
    #expect(page.count("h1") == 1)
    var level = 0
    for tag in page.tags where ["h1", "h2", "h3", "h4"].contains(tag.name) {
      let next = try #require(Int(tag.name.dropFirst()))
      #expect(next <= level + 1)
      level = next
    }
    for landmark in ["header", "nav", "main", "footer"] {
      #expect(page.tags.filter { $0.name == landmark }.count == 1, "\(landmark)")
    }
    #expect(page.tags.first { $0.name == "a" }?["href"] == "#main")
    #expect(page.tags.first?["lang"] == "en")
    #expect(page.tags.filter { $0.name == "svg" }.allSatisfy { $0["aria-hidden"] == "true" })
  }

  @Test func `nothing runs in it and nothing is fetched`() throws {
    let html = try Self.page(role: Self.role, resume: Self.resume)
    let page = try PageReader(html)
    let policy = "default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;"
    #expect(page.tags.contains { $0.name == "meta" && $0["content"] == policy })
    #expect(page.tags.contains { $0.name == "meta" && $0["charset"] == "utf-8" })
    #expect(["script", "link", "img", "iframe", "form"].allSatisfy { page.count($0) == 0 })
    #expect(page.values(of: "src").isEmpty && page.values(of: "style").isEmpty)
    #expect(!page.tags.contains { $0.attributes.contains { $0.name.hasPrefix("on") } })
    let style = Resource.named("explanation.css").text
    #expect(!style.contains("url(") && !style.contains("@import") && !style.contains("<"))
  }

  // MARK: - Content

  @Test func `it says fit, years, spellings, gates, gaps and what is left out`() throws {
    let html = try Self.page(role: Self.role, resume: Self.resume)
    let text = try PageReader(html).text.replacing("\u{A0}", with: " ")
    for words in [
      "3 years asked", "2019-03 to 2021-02 (24 months)", "2021-01 to today (71 months)",
      "overlaps counted once", "7 years 9 months", "any of", "closed on 2026-01-31",
      "Terraform", "equal opportunity", "about protected groups", "3 of 3 required met",
      "fails: closing date", ScoreModel.version,
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(html.contains("data-as=\"Kubernetes\"") && html.contains("data-as=\"fault-tolerant\""))
  }

  @Test func `a word in the résumé leads to its requirement and back`() throws {
    let page = try PageReader(try Self.page(role: Self.role, resume: Self.resume))
    let targets = page.values(of: "href")
    #expect(targets.contains("#r1") && targets.contains("#posting-r1"))
    let passages = targets.filter { $0.hasPrefix("#resume-p") }
    #expect(!passages.isEmpty)
    #expect(page.tags.contains { $0.name == "a" && $0["data-n"] == "1" && $0["href"] == "#r1" })
  }

  @Test func `a requirement of several parts has a verdict for each, in the list and the posting`()
    throws
  {
    let role = "Platform Engineer\n\nRequired:\n- Knowledge of Kubernetes, Terraform & PostgreSQL\n"
    let page = try PageReader(try Self.page(role: role, resume: Self.resume))
    let signs = page.tags.filter { $0.name == "use" }.compactMap { $0["href"] }
    #expect(signs.contains("#icon-met") && signs.contains("#icon-missing"))
    #expect(page.tags.contains { $0["class"] == "list parts" })
    let marks = page.values(of: "class").filter { $0.hasPrefix("asked ") }
    #expect(marks == ["asked partial split", "asked met", "asked missing", "asked met"])
  }

  @Test func `a thin text has its warning and no fit`() throws {
    let html = try Self.page(role: Self.role, resume: "Kubernetes, Go")
    #expect(html.contains("No fit"))
    #expect(html.contains("class=\"note\""))
    #expect(!html.contains("fit, of 100"))
  }

  @Test func `two texts without anything in common still have a page`() throws {
    let html = try Self.page(role: "Beekeeper", resume: "— — —")
    #expect(try PageReader(html).count("h1") == 1)
    #expect(!html.contains("nan") && !html.contains("inf "))
  }

  // MARK: - Hostile input

  private static let attack =
    "<script>alert(1)</script> \"><img src=x onerror=alert(1)> ' & </style></title> \u{202E}txt"

  @Test func `markup in a document is shown, not obeyed`() throws {
    let role = "\(Self.attack)\n\nRequired:\n- Kubernetes \(Self.attack)\n- Go, Java\n"
    let resume = Self.resume + "\n- Ran Kubernetes \(Self.attack)\n"
    let html = try Self.page(role: role, resume: resume)
    let page = try PageReader(html)
    #expect(["script", "img"].allSatisfy { page.count($0) == 0 })
    #expect(page.count("style") == 1 && page.count("title") == 1)
    #expect(page.text.contains("&lt;script&gt;alert(1)"))
    for value in html.unicodeScalars.map(\.value) where value != 0x0A {
      #expect(value >= 0x20 && !(0x7F...0x9F).contains(value))
      #expect(!(0x202A...0x202E).contains(value) && !(0x2066...0x2069).contains(value))
    }
  }

  private static let spans = [
    0..<0, 0..<1, 5..<9_999_999, Int.min..<Int.max, Int.max..<Int.max, -9..<(-2), 3..<4,
  ]

  @Test(arguments: spans, [Double.nan, .infinity, -1e300, 1e300, 0])
  func `an explanation that does not fit its documents gives a page`(
    span: Range<Int>, value: Double
  ) throws {
    let role = try Sample.document(
      "Péché\n\nRequired:\n- 4 years of Go, Java or Ökologie\n- Calm\n")
    let resume = try Sample.document(Self.resume)
    var explanation = try Sample.engine.get().explain(
      resume: resume, role: role, asOf: Sample.day())
    explanation.match.score = value
    explanation.match.coverage = value
    explanation.match.fit?.value = 1_000
    explanation.match.requirements = explanation.match.requirements.map {
      Self.broken($0, span, value)
    }
    explanation.match.gates = explanation.match.gates.map { check in
      var check = check
      check.gate.span = span
      return check
    }
    explanation.roleLeftOut = explanation.roleLeftOut.map { Role.LeftOut(why: $0.why, span: span) }
    explanation.gaps = [Explanation.Gap(id: "<r>", text: "<t>", gain: value)]
    let page = try PageReader(ExplanationPage(explanation, posting: role, resume: resume).html())
    #expect(page.count("h1") == 1 && page.nestedLinks == 0)
    #expect(
      page.documents
        == [role, resume].map { HTMLWriter.escaped(String(decoding: $0.text, as: UTF8.self)) })
  }

  private static func broken(_ finding: Finding, _ span: Range<Int>, _ value: Double) -> Finding {
    var finding = finding
    finding.id = "r\"><b>"
    finding.span = span
    finding.contribution = value
    finding.years = .max
    finding.monthsShown = .min
    finding.evidence = [
      Evidence(
        passage: "\"p", text: "x", span: span,
        words: [Evidence.Word(text: "x", span: span, readAs: "<i>")])
    ]
    finding.periods = CalendarDate("2020-01").map { date in
      [.max, .min].map { months in
        Finding.Period(
          title: nil, employer: nil, start: date, end: nil, months: months, span: span)
      }
    }
    finding.parts = [Verdict.met, .missing].map { verdict in
      Finding.Part(
        text: "<p>", span: span, verdict: verdict, coverage: value, evidence: finding.evidence)
    }
    finding.children = finding.children.map { broken($0, span, value) }
    return finding
  }
}
