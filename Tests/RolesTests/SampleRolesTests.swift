import Documents
import Reading
import Rolefit
import Roles
import Testing

/// The facts of the sample roles, read by a person, against what the parser makes of them.
@Suite struct SampleRolesTests {
  static let facts: [String: SampleRoleFacts] = [
    "backend-engineer": SampleRoleFacts(
      title: "Senior Backend Engineer, Telemetry Ingest", employer: "Quillhaven Systems",
      places: ["Denver, CO, US", "Washington, DC, US"], workplace: .hybrid,
      pay: "USD 128400–171200 a year", ranges: 2, posted: "2026-11-02", closes: "2027-03-31",
      gates: ["clearance: Secret, active", "citizenship: US", "closing-date: 2027-03-31"],
      choices: (3, 2), years: [4, 6, 5, 3, 2]),
    "data-scientist": SampleRoleFacts(
      title: "Data Scientist, Demand Forecasting", employer: "Brindlewick Mobility",
      places: ["Chicago, IL, US"], workplace: .hybrid, pay: "USD 112000–146000 a year", ranges: 2,
      posted: "2026-10-28", closes: "2027-02-12",
      gates: ["sponsorship: offered", "closing-date: 2027-02-12"], choices: (2, 2), years: [3]),
    "icu-nurse": SampleRoleFacts(
      title: "Registered Nurse (RN) - Medical Intensive Care Unit - Nights",
      employer: "Saint Orwen Medical Center", places: ["Minneapolis, MN, US"], workplace: .onsite,
      pay: "USD 41.2–58.75 a hour", posted: "2026-11-09", closes: "2027-01-15",
      gates: ["registration", "background-check: after an offer", "closing-date: 2027-01-15"],
      choices: (2, 2),
      years: [2]),
    "staff-accountant": SampleRoleFacts(
      title: "Staff Accountant, General Ledger", employer: "Pemberlock Packaging Co.",
      places: ["Columbus, OH, US"], workplace: .hybrid, pay: "USD 68000–82000 a year",
      posted: "2026-10-19", closes: "2027-01-08",
      gates: [
        "work-permit: US", "sponsorship: not offered", "background-check: after an offer",
        "closing-date: 2027-01-08",
      ], choices: (2, 1), years: [3, 7, 1]),
    "maths-teacher": SampleRoleFacts(
      title: "Teacher of Mathematics (KS3 to KS5)", employer: "Thornbeck Vale Academy",
      places: ["Leeds, GB"], workplace: .onsite, pay: "GBP 33400–50100 a year",
      posted: "2026-11-16", closes: "2027-06-30", starts: "2027-09-01",
      gates: ["registration", "background-check: required", "closing-date: 2027-06-30"],
      choices: (2, 1),
      years: [3]),
    "electrician": SampleRoleFacts(
      title: "Journeyman Electrician", employer: "Duskwater Electric", places: ["Tulsa, OK, US"],
      workplace: .onsite, pay: "from USD 32 a hour", posted: "2026-11-09", closes: nil,
      gates: ["background-check: required", "driving-licence", "registration?"], choices: (1, 1),
      years: [4]),
    "sous-chef": SampleRoleFacts(
      title: "SOUS CHEF", employer: "The Gannet & Oar", places: ["Cork, IE"], workplace: .onsite,
      pay: "EUR 18.75–21 a hour", posted: "2026-11-05", closes: "2027-01-20",
      gates: ["work-permit: IE", "closing-date: 2027-01-20"], choices: (1, 1), years: [3, 1]),
    "warehouse-supervisor": SampleRoleFacts(
      title: "Warehouse Operations Supervisor (Afternoon Shift)",
      employer: "Kestrelway Distribution Ltd.", places: ["Calgary, AB, CA"], workplace: .onsite,
      pay: "CAD 74500–86000 a year", posted: "2026-11-12", closes: "2027-01-29",
      gates: [
        "work-permit: CA", "driving-licence: required", "background-check: after an offer",
        "closing-date: 2027-01-29",
      ], choices: (2, 2), years: [4, 2]),
    "corporate-paralegal": SampleRoleFacts(
      title: "Corporate Paralegal, Entity Management & Governance",
      employer: "Umberfield Therapeutics, Inc.", places: ["US"], workplace: .remote,
      pay: "USD 33.5–41 a hour", posted: "2026-11-16", closes: "2027-02-26",
      gates: ["background-check: after an offer", "travel?", "closing-date: 2027-02-26"],
      choices: (2, 1),
      years: [5, 2]),
    "mechanical-design-engineer": SampleRoleFacts(
      title: "Mechanical Design Engineer, Precision Stages", employer: "POLDERVELD MOTION B.V.",
      places: ["Eindhoven, NL"], workplace: .unknown, pay: "EUR 4100–5300 a month",
      posted: "2026-10-30", closes: "2027-03-14", gates: ["closing-date: 2027-03-14"],
      choices: (2, 1), years: [3]),
    "store-manager": SampleRoleFacts(
      title: "STORE MANAGER - BRISTOL", employer: "Fennick & Daughters Homeware",
      places: ["Bristol, GB"], workplace: .unknown, pay: "GBP 31000–37500 a year",
      posted: "2026-11-13", closes: "2027-01-17",
      gates: ["work-permit: GB", "closing-date: 2027-01-17"], choices: (1, 2), years: [3]),
    "physiotherapist": SampleRoleFacts(
      title: "Physiotherapist II (Permanent, Full-Time)",
      employer: "Sable Narrows Rehabilitation Centre", places: ["Halifax, NS, CA"],
      workplace: .onsite, pay: nil, ranges: 0, posted: "2026-11-03", closes: nil,
      gates: ["registration", "background-check: required"], choices: (2, 2), years: [2]),
  ]

  /// Facts that the parser does not read yet, and why.
  private static let shortfalls: [String: [String]] = [
    "a date in running prose": [
      "electrician: posted"
    ],
    "OR in a bullet below another": [
      "warehouse-supervisor: choices"
    ],
    "a licence in running prose": [
      "electrician: gates"
    ],
    "\"a year as chef de partie\", \"two extra years\"": [
      "sous-chef: years",
      "corporate-paralegal: years",
    ],
    "a number of something else": [
      "icu-nurse: years"
    ],
  ]

  // MARK: - Tests

  @Test func `every sample role has its facts, and no other`() {
    let facts = [
      Self.facts, SampleRolesCareTests.facts, SampleRolesOfficeTests.facts,
      SampleRolesSchoolTests.facts, SampleRolesTechnicalTests.facts, SampleRolesTradesTests.facts,
      SampleRolesCommerceTests.facts,
    ]
    #expect(facts.flatMap(\.keys).sorted() == SampleRoles.documents.keys.sorted())
  }

  @Test func `every file of data-roles is compiled in`() {
    #expect(Engine.sampleRoles.map(\.id).sorted() == SampleRoles.documents.keys.sorted())
  }

  @Test(arguments: facts.keys.sorted())
  func `the facts are read as a person reads them`(id: String) throws {
    try SampleRoles.check(id, try #require(Self.facts[id]), shortfalls: Self.shortfalls)
  }

  @Test func `the ranges of two cities keep their places`() throws {
    let expected = [
      "backend-engineer": ["Denver, CO": 128_400.0...171_200, "Washington, DC": 146_000...194_600],
      "data-scientist": ["Chicago, IL": 112_000...146_000, "San Francisco, CA": 141_000...189_000],
    ]
    for (id, ranges) in expected {
      let pay = try #require(try SampleRoles.role(id).pay)
      #expect(pay.ranges.count == ranges.count)
      for range in pay.ranges {
        #expect(ranges[range.place ?? ""] == (range.minimum ?? 0)...(range.maximum ?? 0), "\(id)")
      }
    }
  }

  @Test(arguments: facts.keys.sorted())
  func `a role has a gate of place, and its quotes stand in the text`(id: String) throws {
    let document = try #require(SampleRoles.documents[id])
    let role = try SampleRoles.role(id)
    #expect(role.gates.filter { $0.kind == .location }.count == 1)
    for gate in role.gates { #expect(!document[gate.span].isEmpty) }
    if id == "corporate-paralegal" {
      let gate = role.gates.first { $0.kind == .location }
      #expect(gate?.value == "United States")
    }
  }

  private static let noise: [(id: String, words: [String])] = [
    ("data-scientist", ["excel", "rust", "cookie", "people also viewed", "10+ years", "fsa"]),
    ("warehouse-supervisor", ["cookie", "61,204", "10+ years", "rating"]),
    ("store-manager", ["33,870", "52,000", "cardiff"]),
    ("maths-teacher", ["similar vacancies", "london"]),
    ("electrician", ["solar experience", "service calls"]),
    ("sous-chef", ["pastry"]), ("mechanical-design-engineer", ["dutch", "page 2"]),
    ("backend-engineer", ["equal opportunity", "nine-year-old"]),
  ]

  @Test(arguments: noise)
  func `what the site adds and what is negated asks for nothing`(
    id: String, words: [String]
  ) throws {
    let asked = try SampleRoles.role(id).requirements.filter { $0.section != .responsibility }
      .flatMap(\.leaves).map { $0.text.lowercased() }
    for word in words {
      #expect(!asked.contains { $0.contains(word) }, "\(id): \(word)")
    }
  }
}
