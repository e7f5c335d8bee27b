import Rolefit
import Roles
import Testing

/// The facts of the sample roles of logistics and retail.
@Suite struct SampleRolesCommerceTests {
  static let facts: [String: SampleRoleFacts] = [
    "air-cargo-handler": SampleRoleFacts(
      title: "Air Cargo Handler (nights)",
      orTitle: "Air Cargo Handler (nights) at Manchester Airport",
      employer: "Plumbline Air Cargo", places: ["Manchester, GB"], workplace: .onsite,
      pay: "from GBP 13.95 a hour", posted: "2026-11-09", closes: "2027-01-08",
      starts: "2027-01-25",
      gates: [
        "background-check: required", "work-permit: GB", "drug-test", "driving-licence?",
        "closing-date: 2027-01-08",
      ], years: [], degrees: [],
      required: [
        "manifest in english", "lift 25 kg", "outdoors in february", "counterbalance forklift",
        "checkable history", "criminal record check",
      ], preferred: ["reach truck", "dangerous goods"],
      duties: ["break pallets", "drive a tug"],
      never: [
        "experience of aviation", "level 2 certificate", "rhinoceros", "canteen",
        "thirty-three days", "twenty-six nationalities", "blessing",
      ], groups: [.preferred("reach truck", "dangerous goods")]),
    "customs-freight-coordinator": SampleRoleFacts(
      title: "Customs & Freight Coordinator", employer: "Puffin Strand Forwarding DAC",
      places: ["Dublin, IE"], workplace: .hybrid, pay: "EUR 38000–45000 a year",
      posted: "2026-11-19", closes: "2027-01-24",
      gates: ["work-permit: IE", "sponsorship: not offered", "closing-date: 2027-01-24"],
      years: [3], degrees: [],
      required: [
        "customs brokerage", "import declarations in ais", "transit (ncts)", "incoterms",
        "german at b2", "fluent english", "descartes",
      ],
      preferred: ["diploma or degree", "clearance procedures", "excise", "polish or dutch"],
      duties: ["tariff codes", "groupage", "kept for six years"],
      never: [
        "a driving licence", "if you have the years", "more than 5 years", "don't-needs",
        "should-haves", "vhi", "traveller community", "not now",
      ],
      groups: [
        .required("freight forwarding", "customs brokerage"),
        .required("german at b2", "french at b2"), .required("cargowise", "descartes"),
        .preferred("sps", "excise", "aeo"), .preferred("polish", "dutch"),
      ]),
    "dispatch-lead": SampleRoleFacts(
      title: "Dispatch Lead, 2nd Shift", orTitle: "Dispatch Lead",
      employer: "Sagebrush Parcel & Pallet", places: ["Reno, NV, US"], workplace: .onsite,
      pay: "up to USD 31.75 a hour", posted: "2026-11-12",
      gates: [
        "driving-licence", "drug-test", "background-check: after an offer", "work-permit: US",
        "sponsorship: not offered",
      ], years: [2, 1],
      required: [
        "24 months in dispatch", "high school diploma", "cdl class b", "21 years of age",
        "mcleod", "hours-of-service", "schedule for forty drivers",
      ], preferred: ["leading a shift", "hazmat", "conversational spanish", "twic"],
      duties: ["assign loads", "audit logs", "move trailers"],
      never: [
        "where forty trucks are", "from day 31", "sign-on", "bachelor", "date of birth",
        "wind, dust",
        "veteran",
      ],
      groups: [
        .required("dispatch", "yard", "fleet operations"), .required("high school", "ged"),
        .required("cdl class a", "cdl class b"), .required("mcleod", "tmw"),
        .preferred("shift", "crew"),
      ]),
    "florist-sales-assistant": SampleRoleFacts(
      title: "florist / sales assistant", orTitle: "florist / sales assistant, casual",
      employer: "Bucket & Quince", places: ["Hobart, AU"], workplace: .unknown,
      pay: "AUD 31.4–31.4 a hour", posted: "2026-11-18", starts: "2027-01-04",
      gates: ["work-permit: AU", "driving-licence?"], years: [1], degrees: [],
      required: [
        "tie a bouquet", "sold things to people", "in floristry", "start at 6", "carry buckets",
        "working rights",
      ], preferred: ["drive the van", "done weddings"],
      never: ["latin name", "kelpie", "flowers home", "no sundays", "ramp at the back"],
      groups: [.required("cert ii", "learning towards")]),
    "district-retail-manager": SampleRoleFacts(
      title: "District Manager, Retail Stores (Mountain West)",
      orTitle: "District Manager, Retail Stores", employer: "Hobnail & Heron Outfitters",
      orEmployer: "Hobnail & Heron", places: ["CO, US", "UT, US", "ID, US"], workplace: .remote,
      pay: "USD 96000–124000 a year", ranges: 2, posted: "2026-11-16", closes: "2027-01-10",
      gates: [
        "driving-licence", "travel", "sponsorship: not offered",
        "background-check: after an offer", "closing-date: 2027-01-10",
      ], residence: "reside in colorado", years: [5, 2, 4], degrees: [.bachelor],
      required: [
        "managing retail stores", "degree in business", "four additional years",
        "p&l responsibility", "reside in colorado", "driver's license", "travel up to 50%",
      ], preferred: ["sporting goods", "legion", "bilingual"],
      duties: ["nine store managers", "remodels", "safety audits"],
      never: [
        "how many stores", "master's degree", "12+ years", "durango", "139,020", "60% off",
        "immigration status", "target bonus", "island", "requisition id",
      ],
      groups: [
        .required("degree in business", "four additional years"),
        .preferred("outdoor", "sporting goods", "footwear"),
        .preferred("ukg", "legion", "reflexis"),
      ]),
    "watch-sales-consultant": SampleRoleFacts(
      title: "CLIENT ADVISOR, FINE WATCHES", employer: "Maison Orrery",
      places: ["Vancouver, BC, CA"], workplace: .onsite, pay: "CAD 48000–48000 a year",
      posted: "2026-11-06", closes: "2027-01-18",
      gates: [
        "work-permit: CA", "background-check: after an offer", "closing-date: 2027-01-18",
      ], years: [2], degrees: [],
      required: [
        "luxury retail", "professional level", "sales targets", "crm software",
        "three sundays", "legally entitled",
      ], preferred: ["mechanical movements", "gemmology", "third language"],
      duties: ["walk-ins", "write by hand", "count the safe"],
      never: [
        "cover letter", "knowledge of watches", "teach you ours", "a suit", "for a strap",
        "employment equity", "visible minorities", "commission is",
      ],
      groups: [
        .required("luxury retail", "hospitality"), .required("mandarin", "cantonese"),
        .required("salesforce", "hubspot"), .preferred("gia graduate", "fga"),
      ]),
  ]

  /// Facts that the parser does not read yet, and why.
  private static let shortfalls: [String: [String]] = [
    "duties, wishes and demands in prose at 72 columns": [
      "air-cargo-handler: any of ‹reach truck | dangerous goods›",
      "air-cargo-handler: duty ‹break pallets›",
      "air-cargo-handler: duty ‹drive a tug›",
      "air-cargo-handler: preferred ‹dangerous goods›",
      "air-cargo-handler: preferred ‹reach truck›",
      "air-cargo-handler: required ‹lift 25 kg›",
      "air-cargo-handler: required ‹manifest in english›",
      "air-cargo-handler: required ‹outdoors in february›",
    ],
    "a date or a gate in running text": [
      "air-cargo-handler: closes",
      "air-cargo-handler: gates",
      "air-cargo-handler: posted",
      "florist-sales-assistant: gates",
      "florist-sales-assistant: posted",
      "florist-sales-assistant: starts",
    ],
    "pay that begins, and what is added at night": [
      "air-cargo-handler: pay",
      "air-cargo-handler: ranges",
    ],
    "a title that runs on, in capitals, or below a site's path": [
      "air-cargo-handler: title",
      "customs-freight-coordinator: title",
    ],
    "two languages, each with its level": [
      "customs-freight-coordinator: any of ‹german at b2 | french at b2›"
    ],
    "a heading that prefers in words of its own": [
      "customs-freight-coordinator: any of ‹polish | dutch›",
      "customs-freight-coordinator: any of ‹sps | excise | aeo›",
      "customs-freight-coordinator: preferred ‹clearance procedures›",
      "customs-freight-coordinator: preferred ‹diploma or degree›",
      "customs-freight-coordinator: preferred ‹excise›",
      "customs-freight-coordinator: preferred ‹polish or dutch›",
    ],
    "what stands below \"Don't-needs\"": [
      "customs-freight-coordinator: gates",
      "customs-freight-coordinator: never ‹a driving licence›",
      "customs-freight-coordinator: never ‹if you have the years›",
      "customs-freight-coordinator: never ‹more than 5 years›",
      "customs-freight-coordinator: years",
    ],
    "an employer with \"&\" in it": [
      "dispatch-lead: employer"
    ],
    "the test of one bullet, the check of the next": [
      "dispatch-lead: gates"
    ],
    "an age is no experience": [
      "dispatch-lead: years"
    ],
    "\"of which\" and \"or\" in bold": [
      "district-retail-manager: any of ‹degree in business | four additional years›",
      "district-retail-manager: years",
    ],
    "the range of the first place; what somebody earned": [
      "district-retail-manager: pay",
      "district-retail-manager: ranges",
    ],
    "a list under \"you:\", wishes in small letters": [
      "florist-sales-assistant: any of ‹cert ii | learning towards›",
      "florist-sales-assistant: preferred ‹done weddings›",
      "florist-sales-assistant: preferred ‹drive the van›",
      "florist-sales-assistant: required ‹carry buckets›",
      "florist-sales-assistant: required ‹in floristry›",
      "florist-sales-assistant: required ‹sold things to people›",
      "florist-sales-assistant: required ‹start at 6›",
      "florist-sales-assistant: required ‹tie a bouquet›",
      "florist-sales-assistant: required ‹working rights›",
      "florist-sales-assistant: years",
    ],
    "alternatives of a head that goes on": [
      "watch-sales-consultant: any of ‹luxury retail | hospitality›"
    ],
    "what an equal-opportunity text says": [
      "watch-sales-consultant: never ‹employment equity›",
      "watch-sales-consultant: never ‹visible minorities›",
    ],
    "negation of one clause": [
      "watch-sales-consultant: never ‹teach you ours›"
    ],
  ]

  @Test(arguments: facts.keys.sorted())
  func `the facts are read as a person reads them`(id: String) throws {
    try SampleRoles.check(id, try #require(Self.facts[id]), shortfalls: Self.shortfalls)
  }
}
