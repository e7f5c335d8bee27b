import Rolefit
import Roles
import Testing

/// The facts of the sample roles of accounting and law.
@Suite struct SampleRolesOfficeTests {
  static let facts: [String: SampleRoleFacts] = [
    "senior-audit-associate": SampleRoleFacts(
      title: "Senior Associate, Audit and Assurance", employer: "Dunmore Achterberg LLP",
      orEmployer: "Dunmore Achterberg LLP, Chartered Professional Accountants",
      places: ["Toronto, ON, CA", "Halifax, NS, CA"], workplace: .hybrid,
      pay: "CAD 84000–99500 a year", ranges: 2, posted: "2026-11-10", closes: "2027-01-31",
      gates: [
        "work-permit: CA", "sponsorship: not offered", "driving-licence", "travel",
        "closing-date: 2027-01-31",
      ], years: [2], degrees: [],
      required: [
        "cpa designation", "common final examination", "review engagement experience",
        "knowledge of aspe", "caseware", "clear writing in english", "30% of your time",
        "driver's licence",
      ], preferred: ["credit union or insurance audits", "french", "alteryx"],
      duties: ["materiality", "coach co-op students", "highlighter"],
      never: [
        "big four", "cover letters", "bicycle", "rrsp", "port authorities", "busy season",
        "indigenous",
      ],
      groups: [
        .required("cpa designation", "common final examination"),
        .required("ifrs", "asnpo", "public sector"), .preferred("power bi", "alteryx", "python"),
      ]),
    "accounts-payable-clerk": SampleRoleFacts(
      title: "ACCOUNTS PAYABLE CLERK (9-month maternity cover)",
      orTitle: "ACCOUNTS PAYABLE CLERK (9-month maternity cover) - LIMERICK",
      employer: "Shannonside Pump & Valve Ltd", places: ["Limerick, IE"], workplace: .hybrid,
      pay: "EUR 16.4–18.2 a hour", posted: "2026-11-27", closes: "2027-02-19",
      starts: "2027-03-08",
      gates: ["work-permit: IE", "sponsorship: not offered", "closing-date: 2027-02-19"],
      years: [1], degrees: [],
      required: ["accounts payable or a general accounts office", "good excel"],
      preferred: ["sage 200, sage 50", "accounting technician"],
      duties: ["three-way matched", "supplier statements"],
      never: [
        "need a degree", "raheen", "experience of manufacturing", "breakfast roll", "parking",
        "gráinne",
        "equal opportunities",
      ],
      groups: [
        .required("accounts payable", "general accounts office"),
        .preferred("sage 200", "sage 50"),
      ]),
    "financial-controller": SampleRoleFacts(
      title: "Financial Controller (80–100%), f/m/d", orTitle: "Financial Controller",
      employer: "Reussmatt Dental Holding AG", places: ["Zug, CH"], workplace: .hybrid,
      pay: "CHF 148000–172000 a year", posted: "2026-11-24", starts: "2027-04-01",
      gates: ["work-permit: CH", "sponsorship: not offered", "travel"], years: [8, 12, 3],
      degrees: [.master, .bachelor],
      required: [
        "group accounting", "swiss certified expert", "equivalent experience", "leading people",
        "swiss gaap fer", "lucanet", "german at level c1", "english at level b2", "travel",
      ],
      preferred: ["ifrs is an advantage", "italian at level b1", "purchase price", "s/4hana"],
      duties: ["consolidate 34 companies", "team of three accountants"],
      never: [
        "dental technology", "calculator", "half-fare", "teeth cleaned", "recruiters",
        "complete file",
      ],
      groups: [
        .required("master's", "bachelor's", "swiss certified expert", "equivalent experience"),
        .required("lucanet", "tagetik", "oracle hfm"), .preferred("s/4hana", "dynamics 365"),
      ]),
    "employment-solicitor": SampleRoleFacts(
      title: "Employment Solicitor (3-6 years PQE)", orTitle: "Employment Solicitor",
      employer: "Birchall Ngata Solicitors LLP", places: ["Manchester, GB"], workplace: .hybrid,
      pay: "up to GBP 74000 a year", posted: "2026-11-18", closes: "2027-03-01",
      gates: ["registration", "work-permit: GB", "closing-date: 2027-03-01"], years: [3],
      degrees: [],
      required: [
        "practising certificate", "post-qualification experience", "tribunal advocacy",
        "settlement agreements", "tupe transfers",
      ], preferred: ["sponsor licence advice", "education or sport clients", "imanage"],
      duties: ["et3 to hearing", "supervise a trainee"],
      never: [
        "following of clients", "higher rights", "5+ years", "fully remote", "oisc", "cookies",
        "median", "season ticket", "partnership-track", "football clubs",
      ],
      groups: [
        .required("tupe transfers", "collective redundancy"),
        .preferred("imanage", "peppermint", "proclaim"),
      ]),
    "litigation-associate": SampleRoleFacts(
      title: "Litigation Associate, Product Liability and Mass Torts",
      employer: "Hargreave Sunderland Pike LLP", orEmployer: "Hargreave Sunderland Pike",
      places: ["Atlanta, GA, US", "New York, NY, US"], workplace: .onsite,
      pay: "USD 215000–245000 a year", ranges: 2, posted: "2026-11-24",
      gates: ["registration", "background-check: after an offer"], years: [2, 1],
      required: [
        "j.d. from", "georgia bar", "waive in", "next bar examination", "civil litigation",
        "fact depositions", "legal research and writing", "everlaw",
      ],
      preferred: [
        "appellate clerkship", "engineering, chemistry or biology", "multidistrict", "korean",
      ], duties: ["second-chair trials", "prepare experts"],
      never: [
        "child care", "search firms", "bar dues", "immigration status", "seven cases",
        "transcript",
      ],
      groups: [
        .required("fact depositions", "contested motions", "expert disclosures"),
        .required("civil litigation", "clerkship"), .required("relativity", "everlaw"),
      ]),
    "legal-secretary": SampleRoleFacts(
      title: "LEGAL SECRETARY | WILLS, ESTATES & PROPERTY", orTitle: "LEGAL SECRETARY",
      employer: "Quandong Street Lawyers", places: ["Perth, AU"], workplace: .onsite,
      pay: "AUD 72000–80000 a year", posted: "2026-11-26", closes: "2027-01-29",
      gates: [
        "work-permit: AU", "background-check: after an offer", "closing-date: 2027-01-29",
      ], years: [3, 1], degrees: [],
      required: [
        "three years as a legal secretary", "certificate iv", "65 words a minute",
        "leap, actionstep", "discretion", "working rights",
      ], preferred: ["pexa", "online lodgment", "justice of the peace"],
      duties: ["probate applications", "trust ledger", "diaries, couriers"],
      never: [
        "law degree", "experience you'll need", "ask for what", "11-50", "stepping stone",
        "tick the programs", "card number", "caravan",
        "driver's licence", "have in mind", "$68,400",
      ],
      groups: [
        .required("three years as a legal secretary", "certificate iv"),
        .required("leap", "actionstep", "smokeball"),
      ]),
  ]

  /// Facts that the parser does not read yet, and why.
  private static let shortfalls: [String: [String]] = [
    "preference in running text": [
      "accounts-payable-clerk: any of ‹sage 200 | sage 50›",
      "accounts-payable-clerk: preferred ‹sage 200, sage 50›",
    ],
    "a date in running text, or the first of two in a line": [
      "accounts-payable-clerk: closes"
    ],
    "a gate in a clause, or a closing date that is not read": [
      "accounts-payable-clerk: gates",
      "financial-controller: gates",
      "litigation-associate: gates",
    ],
    "workplace is taken for a requirement": [
      "accounts-payable-clerk: never ‹raheen›"
    ],
    "the first day": [
      "accounts-payable-clerk: starts"
    ],
    "\"24 months\", \"12 months\", \"one of them\"": [],
    "a title or an employer beside images, emojis, labels or a site's header": [
      "employment-solicitor: employer"
    ],
    "a heading that prefers in words of its own": [
      "financial-controller: any of ‹s/4hana | dynamics 365›"
    ],
    "questions of the application form, and what the site adds": [
      "legal-secretary: never ‹11-50›",
      "legal-secretary: never ‹have in mind›",
    ],
    "an offer of help": [
      "legal-secretary: never ‹ask for what›"
    ],
    "alternatives that are glued together": [
      "litigation-associate: any of ‹relativity | everlaw›"
    ],
    "a place in the name of a firm": [
      "litigation-associate: places"
    ],
    "a bullet broken over lines": [
      "senior-audit-associate: any of ‹cpa designation | common final examination›",
      "senior-audit-associate: required ‹common final examination›",
    ],
    "a sentence that only seems to ask": [
      "legal-secretary: never ‹tick the programs›",
      "legal-secretary: never ‹driver's licence›",
    ],
    "a number of something else": [
      "litigation-associate: starts"
    ],
  ]

  @Test(arguments: facts.keys.sorted())
  func `the facts are read as a person reads them`(id: String) throws {
    try SampleRoles.check(id, try #require(Self.facts[id]), shortfalls: Self.shortfalls)
  }
}
