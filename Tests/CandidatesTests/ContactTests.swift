import Reading
import Testing

@testable import Candidates

@Suite struct ContactTests {
  static let body = """
    Registered Nurse | ICU

    Summary
    Nurse with four years of intensive care.

    Experience
    Staff Nurse, Elm Hill Hospital, Denver, CO
    Mar 2019 – Feb 2022
    - Ran continuous dialysis on night shifts

    Education
    BSc Nursing, 2018

    """

  /// One person's contact data; the parts are swapped one by one and all together.
  struct Person: CustomTestStringConvertible, Sendable {
    var name: String
    var street = "12 Marigold Street"
    var city = "Denver"
    var region = "CO"
    var code = "80211"
    var phone = "(720) 555-0142"
    var email = "someone@example.com"
    var pronouns = "she/her"
    var testDescription: String { "\(name), \(street), \(city)" }
  }

  static let people: [Person] = [
    Person(name: "Maya Okafor"),
    Person(name: "Jean-Baptiste de la Rochefoucauld"),
    Person(name: "Nguyễn Thị Minh Khai"),
    Person(name: "MAYA OKAFOR"),
    Person(name: "maya okafor"),
    Person(name: "Name: Maya Okafor"),
    Person(name: "Anna Baker"),
    Person(name: "Carter Mason"),
    Person(name: "Mark Law", city: "Saint-Étienne", region: "FR", code: "42000"),
    Person(name: "Zoë O'Brien-Müller"),
    Person(name: "Björk"),
    Person(name: "Dr. Ahmed bin Rashid Al Maktoum"),
    Person(
      name: "Maya Okafor", street: "Flat 2, 31 Bobbin Mill Rise", city: "Leeds", region: "UK",
      code: "LS7 3QX", phone: "0113 555 0107", pronouns: "they/them"),
    Person(
      name: "Łukasz Wiśniewski", street: "ul. Długa 5/12", city: "Kraków", region: "PL",
      code: "31-147", phone: "+48 12 555 01 71", email: "l.w@example.pl", pronouns: "he/him"),
    Person(
      name: "Sanne van der Meer", street: "Dorpsstraat 114", city: "Zwolle", region: "NL",
      code: "8011 XZ", phone: "+31 38 555 0171", email: "sanne_vd_meer99@mail.example.nl"),
    Person(
      name: "Li Wei", street: "1906 Cattail Lane, Apt 3", city: "Saint Paul", region: "MN",
      code: "55105-1234", phone: "651.555.0119", email: "LI.WEI@EXAMPLE.ORG", pronouns: "he/they"),
  ]

  /// Ways in which people set their contact data.
  static let layouts: [@Sendable (Person) -> String] = [
    {
      "\($0.name)\n\($0.street)\n\($0.city), \($0.region) \($0.code)\n\($0.email) | \($0.phone)\n"
    },
    {
      "\($0.name)\n\($0.pronouns)\n\($0.street), \($0.city), \($0.region) \($0.code)\nTel: \($0.phone)\nE-mail: \($0.email)\n\n"
    },
    { "# \($0.name)\n\n\($0.pronouns) · \($0.city), \($0.region) · \($0.email) · \($0.phone)\n\n" },
    { "\($0.name)\n\($0.city), \($0.region) | \($0.email) | \($0.phone)\n" },
    {
      "Curriculum Vitae\n\n\($0.name)\nAddress: \($0.street), \($0.code) \($0.city)\nPhone: \($0.phone)\nhttps://example.com/\($0.email.prefix(4))\n\n"
    },
    { "\($0.name) | \($0.phone) | \($0.email)\n" },
  ]

  @Test(arguments: people, layouts.indices)
  func `another person's contact data change no passage`(person: Person, layout: Int) throws {
    let profile = try Sample.profile(Self.layouts[layout](person) + Self.body)
    let expected = try Sample.profile(Self.layouts[layout](Self.people[0]) + Self.body)
    #expect(profile.passages.map(\.text) == expected.passages.map(\.text))
    #expect(profile.passages.map(\.section) == expected.passages.map(\.section))
    #expect(profile.passages.map(\.entry) == expected.passages.map(\.entry))
    #expect(profile.experienceMonths == expected.experienceMonths)
    #expect(profile.skills == expected.skills)
    #expect(profile.passages.first?.text == "Registered Nurse | ICU")
  }

  @Test func `a headline after a name on one line stays`() throws {
    let passages = try Sample.passages(
      "Maya Okafor – Registered Nurse, ICU\nmaya@example.com\n\nSummary\nNights preferred.\n")
    #expect(passages == ["Registered Nurse, ICU", "Nights preferred."])
  }

  @Test func `a headline beside a name stays whole`() throws {
    let passages = try Sample.passages(
      "Maya Okafor | Registered Nurse | ICU\nmaya@example.com\n\nSummary\nNights preferred.\n")
    #expect(passages == ["Registered Nurse | ICU", "Nights preferred."])
  }

  @Test func `qualifications after a name stay`() throws {
    let profile = try Sample.profile(
      "Tobias Lindqvist, RN, BSN\n(651) 555-0119\n\nSummary\nNights preferred.\n")
    #expect(profile.name == "Tobias Lindqvist")
    #expect(profile.passages.map(\.text) == ["RN, BSN", "Nights preferred."])
  }

  @Test(arguments: ["video editor", "SENIOR ACCOUNTANT", "Maya Okafor", "Digital Marketing"])
  func `a text without contact details keeps its first line`(text: String) throws {
    #expect(try Sample.passages(text) == [text])
  }

  @Test func `a headline in capitals without contact details is content`() throws {
    let profile = try Sample.profile("SENIOR ACCOUNTANT\nExperience\nKept the books.\n")
    #expect(profile.passages.map(\.text) == ["SENIOR ACCOUNTANT", "Kept the books."])
    #expect(profile.name == nil)
  }

  @Test func `a headline above the name stays`() throws {
    let profile = try Sample.profile(
      "SENIOR ACCOUNTANT\nMaya Okafor\nmaya@example.com\n\nSummary\nCloses on day four.\n")
    #expect(profile.name == "Maya Okafor")
    #expect(profile.passages.map(\.text) == ["SENIOR ACCOUNTANT", "Closes on day four."])
  }

  @Test func `what matters for gates stays in the contact block`() throws {
    let passages = try Sample.passages(
      "Maya Okafor\nDenver, CO | maya@example.com | US citizen, active Secret clearance\n\nSkills\nGo, Rust\n"
    )
    #expect(passages == ["US citizen, active Secret clearance", "Go, Rust"])
  }

  @Test func `the city goes to the places`() throws {
    let profile = try Sample.profile(
      "Maya Okafor\nDenver, CO\nmaya@example.com\n\nSkills\nGo, Rust\n")
    #expect(profile.places.map(\.city) == ["Denver"])
    #expect(profile.places.map(\.region) == ["CO"])
  }

  @Test func `the name goes wherever it comes again`() throws {
    let passages = try Sample.passages(
      """
      Maya Okafor
      maya@example.com

      Summary
      Builds services.
      Maya Okafor — page 2
      MAYA OKAFOR builds teams too.
      """)
    #expect(passages == ["Builds services.", "builds teams too."])
  }

  @Test func `addresses, numbers and links go from any line`() throws {
    let profile = try Sample.profile(
      """
      Projects
      Shop for cheese, see https://example.com/cheese for the code
      Write to me at someone@example.org
      Call 612-555-0171
      """)
    #expect(
      profile.passages.map(\.text) == [
        "Shop for cheese, see", "for the code", "Write to me at", "Call",
      ])
    #expect(profile.leftOut.filter { $0.why == "contact" }.count == 3)
  }

  @Test func `a section of contact data goes wherever it stands`() throws {
    let profile = try Sample.profile(
      """
      Summary
      Keeps bees.

      Personal details
      Date of birth: 12 May 1985
      Nationality: Danish
      Marital status: married

      Contact
      Maya Okafor
      Zwolle
      0113 555 0107

      Skills
      Beekeeping
      """)
    #expect(profile.passages.map(\.text) == ["Keeps bees.", "Beekeeping"])
    #expect(profile.leftOut.filter { $0.why == "birth-date" }.count == 1)
    #expect(profile.leftOut.filter { $0.why == "contact" }.count == 5)
  }

  @Test(arguments: [
    "Node.js, ASP.NET, Socket.io and C++", "Sales grew to 100,000,000 in 2015-2018",
    "Moved 1500 2000 3000 boxes", "Salesforce.com administration",
  ])
  func `what only looks like a link or a number stays`(line: String) throws {
    #expect(try Sample.passages("Skills\n\(line)\n") == [line])
  }

  @Test func `references go`() throws {
    let profile = try Sample.profile(
      """
      Skills
      Beekeeping

      References
      Jane Roe, Head of Hives, 612-555-0188
      """)
    #expect(profile.passages.map(\.text) == ["Beekeeping"])
    let request = try Sample.profile("Skills\nBeekeeping\nReferences available on request.\n")
    #expect(request.passages.map(\.text) == ["Beekeeping"])
    #expect(request.leftOut.last?.why == "references")
  }
}
