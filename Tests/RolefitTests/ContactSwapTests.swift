import Documents
import Foundation
import Rolefit
import Testing

/// Who someone is, and where one lives, never moves a score.
@Suite struct ContactSwapTests {
  struct Person: Sendable {
    var name: String
    var pronouns: String
    var street: String
    var city: String
    var region: String
    var code: String
    var phone: String
    var email: String

    var place: String { "\(city), \(region)" }
  }

  private static let people = [
    Person(
      name: "Wei Zhang", pronouns: "she/her", street: "9 Kiln Street", city: "Seattle",
      region: "WA", code: "98101", phone: "(206) 555-0133", email: "wei.zhang@example.net"),
    Person(
      name: "María-José O'Brien", pronouns: "they/them", street: "2300 Long Ferry Road, Apt 7",
      city: "Austin", region: "TX", code: "73301", phone: "(512) 555-0177",
      email: "mjob@example.org"),
    Person(
      name: "Baker Young", pronouns: "he/him", street: "1 Baker Street", city: "Boston",
      region: "MA", code: "02108", phone: "617-555-0122", email: "b@example.com"),
    Person(
      name: "Oluwaseun Adeyemi-Thistlewood", pronouns: "he/they", street: "77 Nurse Lane",
      city: "Miami", region: "FL", code: "33101", phone: "(305) 555-0100",
      email: "oat@example.org"),
  ]

  /// The bits of a résumé's scores against all sample roles, by id.
  private func bits(_ documents: [Document]) async throws -> [[String: UInt64]] {
    let pool = await Pool(roles: Engine.sampleRoles, engine: try Sample.engine.get(), threads: 2)
    let pairs = try await pool.pairs(of: documents, top: pool.count, threads: 2)
    return pairs.map { pairs in
      Dictionary(uniqueKeysWithValues: pairs.map { ($0.role, $0.score.bitPattern) })
    }
  }

  // MARK: - A résumé in several layouts

  private static let body = """

    Summary
    Keeps the accounts of small breweries and likes a closed ledger.

    Experience

    Bookkeeper, Hollow Brewing
    Mar 2019 – Feb 2023
    - Closed the ledger of three breweries on the fourth day of each month
    - Filed sales tax returns in two states and reconciled bank accounts

    Education
    Bachelor of Science in Accounting, Mill College, 2018
    """

  private static let layouts: [@Sendable (Person) -> String] = [
    { "\($0.name)\n\($0.street), \($0.place) \($0.code)\n\($0.email) | \($0.phone)\n" },
    { "\($0.name) (\($0.pronouns))\n\($0.place) \($0.code)\n\($0.phone)\n\($0.email)\n" },
    { person in
      let lines = [
        person.name.uppercased(), person.street, "\(person.place) \(person.code)", person.email,
        person.phone,
      ]
      return lines.map { $0 + "\n" }.joined()
    },
    { "# \($0.name)\n\n\($0.pronouns) · \($0.place) · \($0.email) · \($0.phone)\n" },
    { person in
      """
      Name: \(person.name)
      Address: \(person.street), \(person.place) \(person.code)
      Email: \(person.email)
      Phone: \(person.phone)

      """
    },
  ]

  @Test(arguments: layouts.indices)
  func `a résumé scores the same whoever's it is`(layout: Int) async throws {
    let documents = try Self.people.map { person in
      try Sample.document(Self.layouts[layout](person) + Self.body, name: "someone.md")
    }
    let found = try await bits(documents)
    #expect(found[0].count == Engine.sampleRoles.count)
    for (person, bits) in zip(Self.people, found) { #expect(bits == found[0], "\(person.name)") }
  }

  @Test func `all layouts of the contact block give one score`() async throws {
    let found = try await bits(
      try Self.layouts.map { layout in
        try Sample.document(layout(Self.people[0]) + Self.body, name: "someone.md")
      })
    #expect(Set(found).count == 1)
  }

  // MARK: - The project's profiles

  /// The contact data of each file, and what they become for another person.
  private static let swaps: [String: @Sendable (Person) -> [(String, String)]] = [
    "maya-okafor.json": {
      [
        ("Maya Okafor", $0.name), ("418 Juniper Hollow Way", $0.street), ("80211", $0.code),
        (quoted("Denver"), quoted($0.city)), (quoted("CO"), quoted($0.region)),
        ("(720) 555-0142", $0.phone), ("maya.okafor@example.com", $0.email),
        ("maya-okafor.example.com", "me.example.net"),
      ]
    },
    "ines-carvalho.json": {
      [
        ("Inês Carvalho", $0.name), ("2207 W Ashgrove Court, Apt 3", $0.street),
        ("60622", $0.code), (quoted("Chicago"), quoted($0.city)),
        (quoted("IL"), quoted($0.region)), ("+1 312 555 0188", $0.phone),
        ("ines.carvalho@example.org", $0.email), ("ines.example.org", "me.example.net"),
      ]
    },
    "tobias-lindqvist.md": {
      [
        ("Tobias Lindqvist", $0.name), ("he/him", $0.pronouns), ("1906 Cattail Lane", $0.street),
        ("Saint Paul, MN 55105", "\($0.place) \($0.code)"),
        ("tobias.lindqvist@example.com", $0.email), ("(651) 555-0119", $0.phone),
      ]
    },
    "priscilla-nakamura-boyd.txt": {
      [
        ("PRISCILLA NAKAMURA-BOYD", $0.name.uppercased()), ("77 Tannery Bend, Apt 12", $0.street),
        ("Columbus, OH 43215", "\($0.place) \($0.code)"),
        ("priscilla.nb@example.com", $0.email), ("(614) 555-0156", $0.phone),
        ("nakamura-boyd.example.com", "me.example.com"),
      ]
    },
    "rosa-delgado-byrne.txt": {
      [
        ("Rosa Delgado-Byrne", $0.name), ("14 Ropewalk Steps", $0.street), ("T23 X5Q8", "V94 T9PX"),
        ("Cork,", "Limerick,"), ("rosa.db@example.org", $0.email),
        ("+353 85 555 0171", "+353 61 555 0199"), ("rosacooks.example.org", "me.example.org"),
      ]
    },
    "harriet-osei-whitfield.txt": {
      [
        ("Harriet Osei-Whitfield", $0.name), ("Flat 2, 31 Bobbin Mill Rise", $0.street),
        ("Leeds LS7 3QX", "Bristol BS1 4ND"), ("0113 555 0107", "0117 555 0161"),
        ("h.osei-whitfield@example.org", $0.email), ("www.hosw.example.org", "www.me.example.org"),
      ]
    },
    "ingrid-bhattacharya-voss.md": {
      [
        ("Ingrid Bhattacharya-Voss", $0.name), ("Lindenauer Holzweg 44", $0.street),
        ("04177 Leipzig", "01099 Dresden"), ("+49 341 555 0187", "+49 351 555 0144"),
        ("ingrid.bv@example.org", $0.email),
        ("https://bhattacharya-voss.example.org", "https://me.example.org"),
      ]
    },
    "dewey-halloran-pike.txt": {
      [
        ("Dewey Halloran-Pike", $0.name), ("Tulsa, Oklahoma 74110", "\($0.place) \($0.code)"),
        ("(918) 555-0190", $0.phone), ("dewey.hp@example.org", $0.email),
      ]
    },
    "nadia-fairweather-singh.json": {
      [
        ("Nadia Fairweather-Singh", $0.name), ("Unit 9, 210 Magpie Bend SE", $0.street),
        ("T2C 1A4", $0.code), (quoted("Calgary"), quoted($0.city)),
        (quoted("AB"), quoted($0.region)), ("+1 587 555 0143", $0.phone),
        ("nadia.fs@example.org", $0.email),
      ]
    },
    "gwilym-santos-archer.txt": {
      [
        ("GWILYM SANTOS-ARCHER", $0.name.uppercased()),
        ("Garden Flat, 60 Pewterers Row", $0.street), ("Bristol BS3 4LQ", "Leeds LS7 3QX"),
        ("0117 555 0182", "0113 555 0107"), ("gwilym.sa@example.org", $0.email),
      ]
    },
    "willem-adeyemi-kraus.md": {
      [
        ("Willem Adeyemi-Kraus", $0.name), ("5-118 Gull Shoal Road", $0.street),
        ("Halifax, NS B3K 4T9, Canada", "\($0.place) \($0.code), USA"),
        ("+1 902 555 0191", $0.phone), ("w.adeyemi-kraus@example.org", $0.email),
      ]
    },
    "coraline-matsuda-reyes.txt": {
      [
        ("CORALINE MATSUDA-REYES", $0.name.uppercased()), ("27 Foxfire Hollow Ct", $0.street),
        ("Durham, NC 27705", "\($0.place) \($0.code)"), ("(919) 555-0168", $0.phone),
        ("coraline.mr@example.org", $0.email), ("coralinemr.example.org", "me.example.org"),
      ]
    },
  ]

  private static func quoted(_ text: String) -> String { "\"\(text)\"" }

  @Test func `every profile of the project is swapped`() {
    #expect(Set(Self.swaps.keys) == Set(Sample.profilePaths))
  }

  @Test(arguments: swaps.keys.sorted())
  func `a profile scores the same for another person`(file: String) async throws {
    let swap = try #require(Self.swaps[file])
    let text = try String(
      contentsOf: Sample.root.appending(path: "Profiles/\(file)"), encoding: .utf8)
    var documents = [try Sample.document(text, name: file)]
    for person in Self.people {
      var other = text
      for (old, new) in swap(person) {
        let range = try #require(other.range(of: old), "\(file): \(old)")
        other.replaceSubrange(range, with: new)
      }
      documents.append(try Sample.document(other, name: file))
    }
    let found = try await bits(documents)
    for (person, bits) in zip(Self.people, found.dropFirst()) {
      let changed = bits.filter { found[0][$0.key] != $0.value }.map(\.key).sorted()
      #expect(changed.isEmpty, "\(file) as \(person.name)")
    }
  }
}
