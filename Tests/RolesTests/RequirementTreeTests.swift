import Documents
import Rolefit
import Roles
import TestSupport
import Testing

/// The shapes in which postings ask for one thing or another.
@Suite struct RequirementTreeTests {
  private static let engine = Result { try Engine() }

  private func role(_ text: String) throws -> Role {
    try Self.engine.get().role(try DocumentReader.read(Array(text.utf8), name: "ad.md"))
  }

  /// The trees of bullets below a heading, in one line each: "any(a | all(b, c 4y))".
  private func trees(_ bullets: String, heading: String = "Required:") throws -> [String] {
    try role("Title: Beekeeper\n\n\(heading)\n\(bullets)\n").requirements.map(Self.tree)
  }

  private static func tree(_ node: Requirement) -> String {
    let children = node.children.map(tree)
    switch node.kind {
    case .any: return "any(" + children.joined(separator: " | ") + ")"
    case .all: return "all(" + children.joined(separator: ", ") + ")"
    case .leaf:
      let years = node.years.map { " \($0)y" } ?? ""
      return "‹\(node.text)›" + years + (node.isEquivalent == true ? " ≈" : "")
    }
  }

  // MARK: - OR

  private static let shapes: [(bullets: String, tree: String)] = [
    // A bullet of its own.
    (
      "- A forklift licence\n- OR a reach truck licence",
      "any(‹A forklift licence› | ‹a reach truck licence›)"
    ),
    // Two of them.
    (
      "- Two seasons of harvest\n- OR a course in pruning\n- OR equivalent experience",
      "any(‹Two seasons of harvest› | ‹a course in pruning› | ‹equivalent experience› ≈)"
    ),
    // Nested below its alternative.
    (
      "- A forklift licence\n  - OR a reach truck licence",
      "any(‹A forklift licence› | ‹a reach truck licence›)"
    ),
    // Inline, with AND, which binds tighter.
    (
      "- Diploma in apiculture AND 4+ years of hive care OR Certificate in botany AND "
        + "6+ years of hive care",
      "any(all(‹Diploma in apiculture›, ‹4+ years of hive care› 4y) | "
        + "all(‹Certificate in botany›, ‹6+ years of hive care› 6y))"
    ),
    (
      "- Master's degree in biology AND 2+ years of field work OR equivalent experience",
      "any(all(‹Master's degree in biology›, ‹2+ years of field work› 2y) | "
        + "‹equivalent experience› ≈)"
    ),
    // "Or equivalent" in small letters.
    (
      "- Bachelor's degree in biology or equivalent practical experience",
      "any(‹Bachelor's degree in biology› | ‹equivalent practical experience› ≈)"
    ),
    // A list, a list in brackets, and a list that something introduces.
    ("- Kubernetes, Nomad or Mesos", "any(‹Kubernetes› | ‹Nomad› | ‹Mesos›)"),
    (
      "- Message brokers (Kafka, Pulsar or NATS)",
      "all(‹Message brokers›, any(‹Kafka› | ‹Pulsar› | ‹NATS›))"
    ),
    (
      "- 3+ years with languages including, but not limited to, C, C++, C#, Java",
      "all(‹3+ years with languages› 3y, any(‹C› | ‹C++› | ‹C#› | ‹Java›))"
    ),
    // Brackets that widen.
    ("- Terraform [or any comparable tool]", "any(‹Terraform› | ‹any comparable tool›)"),
    // A bullet that opens a list of bullets.
    (
      "- One of:\n  - a degree in zoology\n  - a degree in botany",
      "any(‹a degree in zoology› | ‹a degree in botany›)"
    ),
    // Two names.
    ("- Reports in Tableau or Looker", "all(‹Reports in›, any(‹Tableau› | ‹Looker›))"),
  ]

  @Test(arguments: shapes)
  func `either-or is one group whatever its shape`(bullets: String, tree: String) throws {
    #expect(try trees(bullets) == [tree])
  }

  private static let single = [
    "Calm when one hive or more swarms", "Lift crates of 20 kg or more",
    "Work early, late and at weekends", "Read and write reports",
    "Knowledge of bees, wasps and hornets",
  ]

  @Test(arguments: single)
  func `what is no alternative is no group`(bullet: String) throws {
    #expect(try trees("- \(bullet)") == ["‹\(bullet)›"])
  }

  @Test func `duties name examples and hold no groups`() throws {
    let trees = try trees("- Tend hives, nuclei or swarms", heading: "Responsibilities:")
    #expect(trees == ["‹Tend hives, nuclei or swarms›"])
  }

  @Test func `ids follow the tree`() throws {
    let role = try role(
      "Title: Beekeeper\n\nRequired:\n- Veils and smokers\n"
        + "- Diploma AND 4+ years of bees OR 9+ years of bees\n")
    let ids = role.requirements.flatMap(\.allNodes).map(\.id)
    #expect(ids == ["r1", "r2", "r2.1", "r2.1.1", "r2.1.2", "r2.2"])
  }

  // MARK: - Years

  private static let years: [(text: String, years: Int?)] = [
    ("4+ years of beekeeping", 4), ("At least three years of beekeeping", 3),
    ("3-5 years of beekeeping", 3), ("Minimum of 2 years of beekeeping", 2),
    ("5 or more years of beekeeping", 5), ("Ten years' experience of beekeeping", 10),
    ("Beekeeping since the age of six", nil), ("Hives of the year 2019", nil),
  ]

  @Test(arguments: years)
  func `the least years asked for stand on the leaf`(text: String, years: Int?) throws {
    let leaves = try role("Title: Beekeeper\n\nRequired:\n- \(text)\n").leaves
    #expect(leaves.count == 1)
    #expect(leaves.first?.years == years)
  }

  // MARK: - Headings and zones

  @Test(arguments: [
    "**Required/minimum qualifications:\\*** Keeps bees\n- Mends hives\n",
    "Required qualifications:* Keeps bees\n* Mends hives\n",
    "Requirements:\n* Keeps bees\n* Mends hives\n",
    "### **Essential:\\- Keeps bees**\n\\- Mends hives\n",
  ])
  func `a heading glued to its first bullet is a heading`(text: String) throws {
    let role = try role("Title: Beekeeper\n\n\(text)")
    #expect(role.requirements.map(\.section) == [.required, .required])
    #expect(
      role.requirements.map { $0.text.filter { $0 != "*" } } == ["Keeps bees", "Mends hives"])
  }

  @Test func `sections are those of their headings`() throws {
    let role = try role(
      """
      Title: Beekeeper

      Responsibilities:
      - Tends forty hives

      Requirements:
      - Keeps bees

      Nice to have:
      - Brews mead
      """)
    #expect(role.requirements.map(\.section) == [.responsibility, .required, .preferred])
  }

  @Test(arguments: [
    "You don't need a driving licence", "No experience of wasps required",
    "Dutch is not required",
  ])
  func `what is negated is not asked for`(sentence: String) throws {
    let role = try role("Title: Beekeeper\n\nRequired:\n- Keeps bees\n- \(sentence)\n")
    #expect(role.requirements.map(\.text) == ["Keeps bees"])
    #expect(role.leftOut.contains { $0.why == "negated" })
  }

  @Test func `a sentence that stands twice counts once`() throws {
    let line = "- Inspects forty hives in spring and notes what is found\n"
    let role = try role("Title: Beekeeper\n\nRequired:\n\(line)- Keeps calm\n\(line)")
    #expect(role.requirements.count == 2)
    #expect(role.leftOut.contains { $0.why == "duplicate" })
  }

  @Test func `equal-opportunity text is neither gate nor requirement`() throws {
    let role = try role(
      """
      Title: Beekeeper

      Required:
      - Keeps bees

      Hollow Farm is an equal opportunity employer. All qualified applicants will receive \
      consideration without regard to race, religion, citizenship, disability or veteran status.
      """)
    #expect(role.gates.isEmpty)
    #expect(role.requirements.map(\.text) == ["Keeps bees"])
    #expect(role.leftOut.contains { $0.why == "equal-opportunity" })
  }

  @Test func `statistics and the site's text ask for nothing`() throws {
    let role = try role(
      """
      Home > Jobs > Farming
      We use cookies to improve your experience. Accept all cookies
      Hive Technician
      Hollow Farm
      Apply now

      Requirements:
      - Keeps bees
      - Mends hives
      - Sells honey

      Similar jobs
      - Wasp keeper, 10+ years of experience required
      The median salary of a beekeeper is $61,000 per year.
      """)
    #expect(role.title == "Hive Technician")
    #expect(role.requirements.map(\.text) == ["Keeps bees", "Mends hives", "Sells honey"])
    #expect(role.pay == nil)
  }

  // MARK: - Pay

  @Test func `pay is that of the role's own place`() throws {
    let role = try role(
      """
      Beekeeper
      Location: Denver, CO

      Required:
      - Keeps bees

      The pay range in Chicago, IL is $50,000 - $60,000 per year.
      The pay range in Denver, CO is $40,000 - $45,000 per year.
      """)
    let pay = try #require(role.pay)
    #expect((pay.minimum, pay.maximum) == (40_000, 45_000))
    #expect(pay.ranges.map(\.place) == ["Chicago, IL", "Denver, CO"])
  }

  @Test func `the header's pay is ignored where the body has one`() throws {
    let body = "The pay range for this role is $40,000 - $45,000 per year.\n"
    let text = "Beekeeper\nHollow Farm\n$40,000.00 - $60,000.00\n\nRequired:\n- Keeps bees\n\n"
    let pay = try #require(try role(text + body).pay)
    #expect((pay.minimum, pay.maximum) == (40_000, 45_000))
    #expect(pay.ranges.count == 1)
  }

  // MARK: - Any words in any order

  /// Brackets, joints and lists in any order give a tree whose nodes lie in one another.
  @Test(arguments: 0..<40)
  func `any order of words gives a tree`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let words = [
      "(", ")", "or", "and", "OR", "AND", ",", ";", "Java", "C++", "similar", "such as", "e.g.",
      "experience", "with", "5 years", "bachelor's degree", "in", "equivalent", "preferably", "[",
      "]",
      "either", "SAP/Oracle", "a", "tools", "required", "plus", "is a plus", "kitchens",
    ]
    var lines: [String] = []
    for _ in 0..<60 {
      let count = Int.random(in: 1...14, using: &generator)
      lines.append(
        "- "
          + (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
          .joined(separator: " "))
    }
    let text = "Programmer\n\nRequirements\n" + lines.joined(separator: "\n")
    let role = try Engine().role(DocumentReader.read(Array(text.utf8), name: "seed-\(seed).txt"))
    var nodes = role.requirements
    while let node = nodes.popLast() {
      #expect(!node.span.isEmpty && node.span.upperBound <= text.utf8.count)
      for child in node.children {
        #expect(node.span.lowerBound <= child.span.lowerBound, "\(node.text)")
        #expect(child.span.upperBound <= node.span.upperBound, "\(node.text)")
      }
      nodes += node.children
    }
  }
}
