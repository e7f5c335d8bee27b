import Market
import Testing

/// Fields of work, from titles.
@Suite struct OccupationTests {
  @Test(arguments: [
    ("Senior Backend Engineer, Telemetry Ingest", "software development"),
    ("STAFF NURSES – Nights", "nursing and midwifery"),
    ("Salaried GP/Lead GP", "medicine and dentistry"),
    ("Consultant Psychiatrist", "medicine and dentistry"),
    ("Bank - Healthcare Assistant", "care and support work"),
    ("Medical Secretary", "office and administration"),
    ("Pharmacy Technician (Band 5)", "pharmacy"),
    ("Sales Engineer", "sales"), ("Mechanical Engineer", "engineering"),
    ("Maintenance Engineer", "building trades and maintenance"),
    ("Machine Learning Engineer", "data and machine learning"),
    ("Kitchen Porter", "kitchen and hospitality"), ("Hospital Porter", "cleaning and facilities"),
    ("Teacher of Mathematics (KS3 to KS5)", "teaching and childcare"),
    (".NET Developer", "software development"),
    ("Head of Marketing", "marketing and communication"),
  ])
  func `a title has a field of work`(title: String, category: String) {
    #expect(OccupationTable.standard.category(of: title) == category)
  }

  @Test(arguments: ["Wizard", "Manager", "Specialist", "Lead", "Officer II", "Associate"])
  func `a title that names no work is other`(title: String) {
    #expect(OccupationTable.standard.category(of: title) == OccupationTable.other)
  }

  @Test(arguments: ["Chefchaouen Guide", "Nursery Rhymes Poet", "Cooking Pot Hand", "Gpu Hand"])
  func `a part of a word is no occupation`(title: String) {
    let category = OccupationTable.standard.category(of: title)
    #expect(!["kitchen and hospitality", "nursing and midwifery"].contains(category))
    #expect(category != "medicine and dentistry")
  }

  @Test(arguments: ["", "  ", "\n"])
  func `a role without a title is told apart`(title: String) {
    #expect(OccupationTable.standard.category(of: title) == OccupationTable.untitled)
  }

  @Test(arguments: [
    ("Staff Nurse", "unknown"), ("Staff Accountant", "unknown"), ("Staff Engineer", "staff"),
    ("Staff Software Engineer", "staff"), ("Senior Staff Nurse", "senior"),
  ])
  func `who is on the staff has no rank by it`(title: String, rank: String) throws {
    let role = try Sample.parsed("Title: \(title)\n\nRequirements:\n- Three years in the work\n")
    #expect(RoleFacts(role).seniority == rank)
  }
}
