import Rolefit
import Roles
import Testing

/// The facts of the sample roles of nursing and allied health.
@Suite struct SampleRolesCareTests {
  static let facts: [String: SampleRoleFacts] = [
    "community-midwife": SampleRoleFacts(
      title: "Community Midwife", employer: "Yarebank Community Healthcare NHS Trust",
      places: ["Norwich, GB"], workplace: .unknown, pay: "GBP 39205–47184 a year",
      posted: "2026-11-12", closes: "2027-02-07",
      gates: [
        "registration", "background-check: required", "sponsorship: offered", "driving-licence",
        "closing-date: 2027-02-07",
      ], residence: "30 miles", years: [1],
      required: [
        "part 2 of the nmc register", "degree in midwifery",
        "continuing professional development", "working as a qualified midwife",
        "antenatal, intrapartum", "safeguarding referrals", "driving licence", "30 miles",
      ], preferred: ["nipe", "practice assessor", "home birth", "perineal suturing"],
      duties: ["roughly 38 families", "second midwife", "students on placement"],
      never: [
        "saved searches", "bursary", "lullaby", "uk experience", "bernadette",
        "disabled applicants", "agenda for change",
      ], groups: [.required("diploma", "degree in midwifery")]),
    "emergency-travel-nurse": SampleRoleFacts(
      title: "Travel RN - Emergency Department (ED), Level I Trauma",
      employer: "Rovinghearth Staffing", places: ["San Antonio, TX, US"], workplace: .onsite,
      pay: "USD 58–64 a hour", posted: "2026-11-19", starts: "2027-01-25",
      gates: ["registration", "drug-test", "background-check", "sponsorship: not offered"],
      years: [2], degrees: [],
      required: [
        "nurse licensure compact", "emergency nursing experience", "pals", "tncc",
        "two clinical references",
      ], preferred: ["travel contract is a plus", "conversational spanish", "cerner firstnet"],
      duties: ["triage by esi", "sbar"],
      never: [
        "corpus christi", "$52", "ccrn", "average weekly", "401(k)", "each friend",
        "looked at this job",
      ],
      groups: [
        .required("tncc", "cen", "tcrn"), .preferred("epic asap", "cerner firstnet"),
      ]),
    "aged-care-nurse": SampleRoleFacts(
      title: "Registered Nurses, aged care",
      orTitle: "Registered Nurses, aged care - Ballarat, Victoria", employer: "Wattle Row",
      places: ["Ballarat, AU"], workplace: .onsite, pay: "from AUD 46.8 a hour",
      posted: "2026-11-23", closes: "2027-04-30",
      gates: [
        "registration", "background-check", "sponsorship: offered", "closing-date: 2027-04-30",
      ], years: [1], degrees: [],
      required: [
        "ahpra", "deteriorating resident", "electronic medication chart", "ndis worker screening",
      ], preferred: ["dementia training", "italian and cantonese"],
      duties: ["syringe drivers", "care plans"],
      never: [
        "no previous aged care", "number 12 bus", "boarding school", "salary packaging",
        "five-star", "vegetable garden", "torres strait",
      ]),
    "radiographer": SampleRoleFacts(
      title: "Radiographer, Senior Grade (CT)", employer: "CORRIB WEST HOSPITAL GROUP",
      orEmployer: "Corrib West",
      places: ["Galway, IE"], workplace: .onsite, pay: "EUR 54310–63870 a year",
      posted: "2026-11-20", closes: "2027-01-22",
      gates: ["registration", "work-permit: IE", "background-check", "closing-date: 2027-01-22"],
      years: [3, 1], degrees: [.master],
      required: [
        "register kept by coru", "post-registration experience", "postgraduate certificate in ct",
        "spoken and written english",
      ],
      preferred: ["master's degree in computed tomography", "dual-energy", "irish, to the level"],
      duties: ["cannulate", "dose audit", "safe ct service"],
      never: [
        "agency staff", "crèche", "study leave", "traveller community", "informal",
        "other conditions", "group offers",
      ],
      groups: [.required("one year must have been in ct", "postgraduate certificate in ct")]),
    "hospital-pharmacist": SampleRoleFacts(
      title: "CLINICAL PHARMACIST - INPATIENT", employer: "Al Qamar Bay Hospital",
      places: ["Abu Dhabi, AE"], workplace: .unknown, pay: "AED 16500–21000 a month",
      posted: "2026-11-15", closes: "2027-02-28",
      gates: ["registration", "sponsorship: offered", "closing-date: 2027-02-28"], years: [2],
      required: [
        "pharmd", "department of health (doh)", "hospital or clinical pharmacy practice", "jci",
        "fluent english", "electronic prescribing", "aseptic technique",
      ], preferred: ["arabic", "bcps", "paediatric or icu pharmacy"],
      duties: ["vancomycin", "antimicrobial stewardship", "ward rounds"],
      never: [
        "community pharmacy", "driving licence", "notice period", "expected salary", "gratuity",
        "photograph", "nationalities", "air ticket",
      ],
      groups: [
        .required("bachelor", "master", "pharmd"), .required("cerner", "epic", "malaffi"),
      ]),
    "home-health-occupational-therapist": SampleRoleFacts(
      title: "Occupational Therapist (OT) – Home Health", employer: "Lanternfield Home Care",
      places: ["Milwaukee, WI, US"], workplace: .unknown, pay: "USD 44–55 a hour",
      posted: "2026-11-05",
      gates: [
        "registration", "driving-licence", "background-check: after an offer", "drug-test",
      ], residence: "30 miles", years: [1], degrees: [.master, .doctorate, .bachelor],
      required: [
        "acote", "before 2007", "ot compact", "nbcot", "one year of experience",
        "level ii fieldwork", "cpr card", "driver's license", "40 pounds",
      ], preferred: ["wheeled mobility", "low vision", "spanish or hmong"],
      duties: ["reachers", "oasis", "occupational therapy assistants"],
      never: [
        "home health experience", "management position", "paid in full", "mileage", "flu shot",
        "veteran", "your own driveway",
      ],
      groups: [
        .required("doctoral", "before 2007"),
        .required("one year of experience", "level ii fieldwork"),
      ]),
  ]

  /// Facts that the parser does not read yet, and why.
  private static let shortfalls: [String: [String]] = [
    "a date in running text, or the first of two in a line": [
      "aged-care-nurse: closes",
      "aged-care-nurse: posted",
    ],
    "a gate in a clause, or a closing date that is not read": [
      "aged-care-nurse: gates",
      "home-health-occupational-therapist: gates",
      "hospital-pharmacist: gates",
    ],
    "preference in running text": [
      "aged-care-nurse: preferred ‹dementia training›",
      "aged-care-nurse: preferred ‹italian and cantonese›",
    ],
    "\"up to $15,900\" is a benefit": [
      "aged-care-nurse: ranges"
    ],
    "alternatives that are glued together": [
      "community-midwife: any of ‹diploma | degree in midwifery›",
      "hospital-pharmacist: any of ‹bachelor | master | pharmd›",
    ],
    "\"24 months\", \"12 months\", \"one of them\"": [
      "community-midwife: years"
    ],
    "\"Level I\", \"Level II\" are no degrees": [
      "emergency-travel-nurse: degrees",
      "home-health-occupational-therapist: degrees",
    ],
    "a title or an employer beside images, emojis, labels or a site's header": [
      "emergency-travel-nurse: title"
    ],
    "a heading that prefers in words of its own": [
      "home-health-occupational-therapist: preferred ‹low vision›",
      "home-health-occupational-therapist: preferred ‹spanish or hmong›",
      "home-health-occupational-therapist: preferred ‹wheeled mobility›",
    ],
    "(a) as a bullet": [
      "radiographer: any of ‹one year must have been in ct | postgraduate certificate in ct›",
      "radiographer: gates",
      "radiographer: required ‹post-registration experience›",
      "radiographer: required ‹postgraduate certificate in ct›",
      "radiographer: required ‹register kept by coru›",
      "radiographer: required ‹spoken and written english›",
      "radiographer: years",
    ],
    "a sentence that only seems to ask": [
      "community-midwife: never ‹disabled applicants›"
    ],
  ]

  @Test(arguments: facts.keys.sorted())
  func `the facts are read as a person reads them`(id: String) throws {
    try SampleRoles.check(id, try #require(Self.facts[id]), shortfalls: Self.shortfalls)
  }
}
