import Documents
import Rolefit
import Roles
import Testing

/// The jobs that a posting seeks people for, and what running text asks of them.
@Suite struct OpeningTests {
  private static let engine = Result { try Engine() }

  private func role(_ text: String) throws -> Role {
    try Self.engine.get().role(try DocumentReader.read(Array(text.utf8), name: "ad.txt"))
  }

  /// What a posting of one sentence asks for, by section.
  private func asked(_ sentence: String, _ section: Requirement.Section = .required) throws
    -> [String]
  {
    try role("Hollow Hill Apiaries\n\n\(sentence)\n").requirements
      .filter { $0.section == section }.flatMap(\.leaves).map(\.text)
  }

  // MARK: - Sentences

  private static let sought: [(sentence: String, jobs: [String])] = [
    ("We are hiring a Full Stack Engineer.", ["Full Stack Engineer"]),
    ("We’re hiring a senior hive inspector to join us.", ["senior hive inspector"]),
    (
      "Our farm is looking for a seasoned Head of Pollination.", ["seasoned Head of Pollination"]
    ),
    ("The trust is seeking a Water Safety Officer.", ["Water Safety Officer"]),
    ("The team is seeking to appoint one Honey Analyst.", ["Honey Analyst"]),
    ("Join us as a Wax Technician in Leeds.", ["Wax Technician"]),
    ("We have vacancies for Band 5 Nurses.", ["Band 5 Nurses"]),
    // One job of two nouns, and jobs of which one is enough.
    ("We are looking for a Bee Architect and Strategist.", ["Bee Architect and Strategist"]),
    (
      "We are hiring beekeeping engineers, hive analysts and designers.",
      ["beekeeping engineers", "hive analysts", "designers"]
    ),
    // Others may look for people too.
    ("Our clients trust a manager that customers are looking for.", []),
    ("Are you looking for a manager?", []),
    ("Our hiring manager will call.", []),
  ]

  @Test(arguments: sought)
  func `a job that people are sought for is asked for`(sentence: String, jobs: [String]) throws {
    #expect(try asked(sentence) == jobs)
  }

  @Test func `of several jobs one is asked for`() throws {
    let role = try role("Hollow Hill\n\nWe are hiring hive analysts and wax technicians.\n")
    #expect(role.requirements.map(\.kind) == [.any])
  }

  @Test func `what is said of the one who is sought belongs to the job`() throws {
    #expect(
      try asked("We are hiring a hive engineer who never tires of bees.")
        == ["hive engineer who never tires of bees"])
  }

  @Test func `what the one who is sought will do is a duty`() throws {
    let sentence = "We are hiring a hive engineer to rebuild our oldest apiaries."
    #expect(try asked(sentence) == ["hive engineer"])
    #expect(try asked(sentence, .responsibility) == ["to rebuild our oldest apiaries"])
  }

  // MARK: - Lists

  @Test func `a list of open roles is one choice`() throws {
    let role = try role(
      """
      Hollow Hill | Remote | Full-time

      We keep bees in eleven towns.

      - Senior Hive Engineer (smokers/frames)
      - Wax Designer: £40k
      - Honey Analyst
      """)
    let jobs = try #require(role.requirements.first)
    #expect(jobs.kind == .any)
    #expect(
      jobs.leaves.map(\.text)
        == ["Senior Hive Engineer (smokers/frames)", "Wax Designer", "Honey Analyst"])
  }

  @Test func `a header of several jobs is one choice, of one job a title`() throws {
    let several = try role(
      "Hollow Hill | Hive Engineer, Honey Analyst | Leeds | Full-time\n\nWe keep bees.\n")
    #expect(several.requirements.map(\.kind) == [.any])
    let one = try role("Hollow Hill | Hive Engineer | Leeds | Full-time\n\nWe keep bees.\n")
    #expect(one.requirements.isEmpty)
    #expect(one.title == "Hive Engineer")
  }

  // MARK: - Tools, conditions, places

  @Test(arguments: ["Stack: Python, Docker, Terraform", "Our stack is Python, Docker, Terraform."])
  func `a stack is named and asks for nothing expressly`(line: String) throws {
    #expect(try asked(line, .other) == ["Python, Docker, Terraform"])
    #expect(try asked(line).isEmpty)
  }

  private static let conditions: [(sentence: String, asked: [String])] = [
    (
      "If you are a beekeeper with a passion for wild bees, please apply to this post.",
      ["you are a beekeeper with a passion for wild bees"]
    ),
    ("If you are interested in this post, please apply online today.", []),
    ("If you have any questions about qualified beekeepers, please contact us at the farm.", []),
  ]

  @Test(arguments: conditions)
  func `the condition of an invitation is asked for`(sentence: String, expected: [String]) throws {
    #expect(try asked(sentence) == expected)
  }

  @Test func `a bullet below no telling heading asks by how it begins`() throws {
    let role = try role(
      """
      Hollow Hill Apiaries

      Can you show us this?
      - Experience of moving hives by night
      - Excellent pension
      - Flexible working hours
      """)
    #expect(role.leaves.map(\.text) == ["Experience of moving hives by night"])
  }

  @Test(arguments: [("Remote (US)", true), ("Remote", false), ("Leeds, UK / Remote", false)])
  func `a place beside "remote" is where one must live`(cell: String, isGate: Bool) throws {
    let role = try role("Hollow Hill | Hive Engineer | \(cell) | Full-time\n\nWe keep bees.\n")
    #expect(role.gates.contains { $0.kind == .location } == isGate)
  }
}
