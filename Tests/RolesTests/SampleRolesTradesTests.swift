import Rolefit
import Roles
import Testing

/// The facts of the sample roles of mechanical engineering and the trades.
@Suite struct SampleRolesTradesTests {
  static let facts: [String: SampleRoleFacts] = [
    "building-services-engineer": SampleRoleFacts(
      title: "Mechanical Building Services Engineer",
      orTitle: "Mechanical Building Services Engineer, Brisbane",
      employer: "Pennant & Quoll Engineers", places: ["Brisbane, AU"], workplace: .hybrid,
      pay: "AUD 118000–142000 a year", posted: "2026-11-13", closes: "2027-02-12",
      starts: "2027-03-15",
      gates: [
        "registration", "citizenship: AU", "clearance: NV1, obtainable",
        "closing-date: 2027-02-12",
      ], years: [6], degrees: [.bachelor],
      required: [
        "degree in mechanical engineering", "six years in building services", "rpeq",
        "revit mep", "trace 700", "smoke control", "white card", "australian citizen", "nv1",
      ], preferred: ["nabers", "python"],
      duties: ["size plant", "ceiling heights", "graduate engineer to bring up"],
      never: [
        "tendering", "find clients", "seven years", "bike service", "forty hours", "aquarium",
        "too few women", "agencies",
      ],
      groups: [
        .required("camel", "ies", "trace 700"),
        .required("smoke control", "laboratory ventilation"),
        .preferred("nabers", "green star"),
      ]),
    "manufacturing-engineer": SampleRoleFacts(
      title: "Manufacturing Engineer, Electric Axles (m/f/x)",
      orTitle: "Manufacturing Engineer, Electric Axles", employer: "Wernhald Antriebe SE",
      orEmployer: "Wernhald", places: ["Leipzig, DE"], workplace: .hybrid,
      pay: "EUR 67500–81000 a year", posted: "2026-11-10", closes: "2027-03-14",
      starts: "2027-05-01",
      gates: ["travel", "sponsorship: offered", "closing-date: 2027-03-14"], years: [3],
      required: [
        "in mechanical engineering", "state-certified technician", "process engineering",
        "hairpin winding", "statistical process control", "siemens nx", "english at level c1",
        "german at level b2", "willingness to travel",
      ], preferred: ["green belt", "tia portal", "vda 6.3", "plant simulation"],
      duties: ["plan stations", "failure mode analysis", "train setters"],
      never: [
        "nobody has it all", "your qualifications", "your responsibilities", "nursery",
        "severe disabilities", "flexitime", "special payment",
      ],
      groups: [
        .required("bachelor's or master's", "state-certified technician"),
        .required("siemens nx", "catia"), .preferred("mtm", "vda 6.3"),
        .preferred("plant simulation", "visual components"),
      ]),
    "marine-propulsion-engineer": SampleRoleFacts(
      title: "MARINE PROPULSION ENGINEER II", employer: "GULLROCK MARINE WORKS, INC.",
      orEmployer: "Gullrock Marine Works", places: ["Bath, ME, US"], workplace: .onsite,
      pay: "USD 92400–118800 a year", posted: "2026-11-04", closes: "2027-02-05",
      gates: [
        "clearance: Secret, obtainable", "citizenship: US", "drug-test", "background-check",
        "travel", "registration?", "closing-date: 2027-02-05",
      ], years: [5, 3, 6, 1], degrees: [.bachelor, .master, .doctorate],
      required: [
        "naval architecture and five years", "second assistant engineer", "reduction gears",
        "finite element analysis", "through manholes", "travel 30%", "twic card",
      ], preferred: ["eit or pe", "category ii", "naval shipyard", "python or matlab"],
      duties: ["alignment calculations", "root causes", "supervise contractors"],
      never: [
        "flooded", "relocation", "remote work", "days at sea", "sign-on", "gym on the pier",
        "minorities",
      ],
      groups: [
        .required("bachelor's", "master's", "phd", "second assistant engineer"),
        .preferred("eit", "pe"), .preferred("python", "matlab"),
      ]),
    "gas-plumbing-engineer": SampleRoleFacts(
      title: "GAS & PLUMBING ENGINEER – CARDIFF", orTitle: "GAS & PLUMBING ENGINEER",
      employer: "Sprocket & Spindle Heating Ltd", places: ["Cardiff, GB"], workplace: .unknown,
      pay: "GBP 36500–41000 a year", posted: "2026-11-18", closes: "2027-03-31",
      gates: [
        "registration", "driving-licence", "work-permit: GB", "background-check: required",
        "closing-date: 2027-03-31",
      ], residence: "30 miles", years: [2], degrees: [],
      required: [
        "gas safe registered", "city & guilds", "breakdown work", "six points", "30 miles",
        "right to work", "enhanced dbs",
      ], preferred: ["unvented hot water", "heat pumps", "a bit of welsh"],
      never: [
        "you'll need", "handy", "not needed", "commercial gas", "your own tools", "cold calling",
        "each friend", "death in service",
      ], groups: [.required("level 2", "city & guilds"), .preferred("heat pumps", "solar thermal")]
    ),
    "structural-welder-fabricator": SampleRoleFacts(
      title: "Welder–Fabricator, Structural Steel", employer: "Ironwillow Modules Ltd.",
      places: ["Edmonton, AB, CA"], workplace: .onsite, pay: "CAD 41.5–46.75 a hour",
      posted: "2026-11-18", closes: "2027-02-19",
      gates: [
        "work-permit: CA", "drug-test", "registration?", "closing-date: 2027-02-19",
      ], years: [6, 4], degrees: [],
      required: [
        "journeyperson certificate", "boilermaker", "equivalent experience", "smaw",
        "structural fabrication", "weld symbols", "lift 23 kg",
      ], preferred: ["aluminum", "telehandler", "csts-2020", "b pressure ticket"],
      duties: ["lay out", "in all positions", "heat numbers"],
      never: [
        "no camps", "ever worked for", "driver's license", "thickest plate", "home for supper",
        "heated floor", "rrsp", "newcomers", "the musts",
      ],
      groups: [
        .required("journeyperson", "boilermaker", "equivalent experience"),
        .required("fcaw", "smaw", "gmaw"), .preferred("overhead crane", "telehandler"),
      ]),
    "refrigeration-technician": SampleRoleFacts(
      title: "Refrigeration & Air Conditioning Technician", employer: "Frostlea Climate Services",
      places: ["Galway, IE"], workplace: .unknown, pay: "EUR 48000–56000 a year",
      posted: "2026-11-11", closes: "2027-01-29",
      gates: [
        "work-permit: IE", "sponsorship: not offered", "background-check: required",
        "driving-licence", "closing-date: 2027-01-29",
      ], years: [3], degrees: [],
      required: [
        "f-gas", "refrigeration craftsperson", "equivalent trade", "commercial refrigeration",
        "driving licence", "wiring diagrams", "safe pass",
      ], preferred: ["siemens desigo", "level 6 in electrical work"],
      duties: ["commission new cabinets", "one weekend in six"],
      never: [
        "hotel experience", "domestic fridges", "5 years of experience", "athlone",
        "master's degree", "41,200", "fuel card", "very large cheese", "equal opportunities",
      ],
      groups: [
        .required("refrigeration craftsperson", "equivalent trade"),
        .required("co2", "ammonia"), .preferred("trend", "siemens desigo"),
      ]),
  ]

  /// Facts that the parser does not read yet, and why.
  private static let shortfalls: [String: [String]] = [
    "\"we expect you to\" in running text": [
      "building-services-engineer: any of ‹smoke control | laboratory ventilation›"
    ],
    "a date or a gate in running text": [
      "building-services-engineer: gates",
      "building-services-engineer: posted",
      "gas-plumbing-engineer: posted",
      "manufacturing-engineer: closes",
      "manufacturing-engineer: gates",
      "structural-welder-fabricator: closes",
      "structural-welder-fabricator: gates",
    ],
    "an employer or a workplace in a line of its own shape": [
      "building-services-engineer: workplace",
      "manufacturing-engineer: employer",
    ],
    "short headings over ✔": [
      "gas-plumbing-engineer: any of ‹heat pumps | solar thermal›",
      "gas-plumbing-engineer: never ‹you'll need›",
      "gas-plumbing-engineer: preferred ‹a bit of welsh›",
      "gas-plumbing-engineer: preferred ‹heat pumps›",
      "gas-plumbing-engineer: preferred ‹unvented hot water›",
    ],
    "a school certificate in brackets": [
      "gas-plumbing-engineer: any of ‹level 2 | city & guilds›",
      "gas-plumbing-engineer: required ‹city & guilds›",
    ],
    "what stands below \"Not needed\"": [
      "gas-plumbing-engineer: never ‹commercial gas›",
      "gas-plumbing-engineer: never ‹your own tools›",
    ],
    "headings glued to the first bullet by **-": [
      "manufacturing-engineer: any of ‹bachelor's or master's | state-certified technician›",
      "manufacturing-engineer: any of ‹mtm | vda 6.3›",
      "manufacturing-engineer: any of ‹plant simulation | visual components›",
      "manufacturing-engineer: any of ‹siemens nx | catia›",
      "manufacturing-engineer: never ‹nobody has it all›",
      "manufacturing-engineer: never ‹your qualifications›",
      "manufacturing-engineer: never ‹your responsibilities›",
      "manufacturing-engineer: preferred ‹plant simulation›",
      "manufacturing-engineer: preferred ‹tia portal›",
      "manufacturing-engineer: preferred ‹vda 6.3›",
      "manufacturing-engineer: required ‹english at level c1›",
      "manufacturing-engineer: required ‹german at level b2›",
      "manufacturing-engineer: required ‹process engineering›",
      "manufacturing-engineer: required ‹siemens nx›",
      "manufacturing-engineer: required ‹state-certified technician›",
      "manufacturing-engineer: required ‹statistical process control›",
      "manufacturing-engineer: years",
    ],
    "what an equal-opportunity text says": [
      "manufacturing-engineer: never ‹severe disabilities›"
    ],
    "conditions below the preferred list": [
      "marine-propulsion-engineer: never ‹relocation›",
      "marine-propulsion-engineer: never ‹remote work›",
      "marine-propulsion-engineer: required ‹twic card›",
    ],
    "a place beside others in one line": [
      "marine-propulsion-engineer: places"
    ],
    "\"at a level\", \"a Level 6\" are no degrees": [
      "refrigeration-technician: degrees"
    ],
    "the first of several passports is not the country": [
      "refrigeration-technician: gates"
    ],
    "a heading that prefers in words of its own": [
      "structural-welder-fabricator: any of ‹overhead crane | telehandler›",
      "structural-welder-fabricator: preferred ‹aluminum›",
      "structural-welder-fabricator: preferred ‹b pressure ticket›",
      "structural-welder-fabricator: preferred ‹csts-2020›",
      "structural-welder-fabricator: preferred ‹telehandler›",
    ],
    "what the site adds, and questions of the recruiter": [
      "structural-welder-fabricator: never ‹driver's license›",
      "structural-welder-fabricator: never ‹ever worked for›",
      "structural-welder-fabricator: never ‹thickest plate›",
    ],
  ]

  @Test(arguments: facts.keys.sorted())
  func `the facts are read as a person reads them`(id: String) throws {
    try SampleRoles.check(id, try #require(Self.facts[id]), shortfalls: Self.shortfalls)
  }
}
