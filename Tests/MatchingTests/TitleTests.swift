import Matching
import Testing

/// Jobs that are asked for, kinds and near relatives.
struct TitleTests {
  private func verdict(_ asked: String, title: String, _ held: String = "Kept records") throws
    -> Verdict?
  {
    let match = try Sample.match(
      role: "Title: Glass Blower\n\nRequired:\n- \(asked)\n- Calm in storms\n",
      resume: "Experience\n\n\(title), Hollow Farm\nMar 2019 – Feb 2023\n- \(held)\n")
    return match.requirements.first?.verdict
  }

  private static let titles: [(asked: String, title: String, verdict: Verdict)] = [
    ("Tram safety manager", "Tram Safety Manager", .met),
    ("Tram safety manager", "Retail Manager", .missing),
    ("Experience as a bridge engineer", "Bridge Engineer", .met),
    ("Bridge engineer", "Sales Engineer", .missing),
    ("Senior bridge engineer", "Bridge Engineer", .partial),
    ("Bridge engineer", "Bridge Technician", .partial),
    ("Pharmacist", "Nurse", .missing),
    ("Driven, dynamic pharmacist", "Pharmacist", .met),
  ]

  @Test(arguments: titles)
  func `a job is met by who has worked as one`(asked: String, title: String, verdict: Verdict)
    throws
  {
    #expect(try self.verdict(asked, title: title) == verdict)
  }

  private static let kinds: [(asked: String, held: String, verdict: Verdict)] = [
    ("Container orchestration", "Ran Kubernetes for the harbour", .met),
    ("PostgreSQL", "Kept the books in MySQL", .partial),
    ("Kubernetes", "Knows container orchestration", .missing),
  ]

  @Test(arguments: kinds)
  func `a thing shows its kind, and a near relative a part`(
    asked: String, held: String, verdict: Verdict
  ) throws {
    #expect(try self.verdict(asked, title: "Clerk", held) == verdict)
  }

  @Test func `a place and a proficiency in MS Office are what they are`() throws {
    #expect(try verdict("Denver, Colorado", title: "Clerk") == .unknown)
    #expect(
      try verdict("MS Office", title: "Clerk", "BSc in hives, and a Master of Arts") == .missing)
  }
}
