import Foundation
import Reading
import Rolefit
import Testing

@testable import Matching

/// Which words of a résumé answer a requirement, as what they were read, and which positions count.
@Suite struct EvidenceTests {
  private func leaf(_ asked: String, _ held: String) throws -> Finding {
    let match = try Sample.match(
      role: "Title: Soil Chemist\n\nRequired:\n- \(asked)\n- Calm in storms\n",
      resume: "Experience\n\nBeekeeper, Hollow Farm\nMar 2019 – Feb 2023\n- \(held)\n")
    return try #require(match.requirements.first?.leaves.first)
  }

  private func words(_ asked: String, _ held: String) throws -> [Evidence.Word] {
    try leaf(asked, held).evidence.flatMap(\.words)
  }

  private static let readAs: [(asked: String, held: String, text: String, readAs: String?)] = [
    ("Kubernetes", "Ran k8s for the shop", "k8s", "Kubernetes"),
    ("k8s", "Ran Kubernetes for the shop", "Kubernetes", "k8s"),
    ("Kubernetes", "Ran KUBERNETES for the shop", "KUBERNETES", nil),
    ("Kubernetes, often called k8s", "Ran K8s for the shop", "K8s", nil),
    ("Keeping of beehives", "Kept a beehive in winter", "beehive", nil),
    ("RN", "Worked as a Registered Nurse", "Registered Nurse", "RN"),
    ("Fault-tolerant pumps", "Ran faulttolerant boilers", "faulttolerant", "Fault-tolerant"),
    ("Faulttolerant pumps", "Ran fault-tolerant boilers", "fault-tolerant", "Faulttolerant"),
    ("Fault-tolerant pumps", "Ran fault tolerant boilers", "fault tolerant", nil),
    ("Kubernetes operators", "Wrote k8s operators", "k8s operators", "Kubernetes operators"),
    ("Ruby on Rails", "Wrote a shop in RoR", "RoR", "Ruby on Rails"),
    ("RoR", "Wrote a shop in Ruby on Rails", "Ruby on Rails", "RoR"),
  ]

  @Test(arguments: readAs)
  func `a word says as what it was read only where the spelling is another one`(
    asked: String, held: String, text: String, readAs: String?
  ) throws {
    let words = try words(asked, held)
    let word = try #require(words.first { $0.text == text }, "\(words)")
    #expect(word.readAs == readAs)
  }

  @Test func `every occurrence is a word of its own`() throws {
    let words = try words("Beehives and honey", "Kept honey dry, sold honey, and moved a beehive")
    #expect(words.map(\.text) == ["honey", "honey", "beehive"])
    #expect(Set(words.map(\.span)).count == 3)
    #expect(words.allSatisfy { $0.readAs == nil })
  }

  @Test func `JSON has read_as, and only where there is one`() throws {
    let word = try #require(try words("Kubernetes", "Ran k8s for the shop").first)
    let text = String(decoding: try JSONEncoder().encode(word), as: UTF8.self)
    #expect(text.contains("\"read_as\":\"Kubernetes\""))
    let same = try #require(try words("Kubernetes", "Ran Kubernetes").first)
    #expect(!String(decoding: try JSONEncoder().encode(same), as: UTF8.self).contains("read_as"))
  }

  private static let degrees: [(held: String, text: String, readAs: String?)] = [
    ("BSc Chemistry, Hollow College, 2018", "BSc", "Bachelor's degree"),
    ("Bachelor's degree in chemistry, 2018", "Bachelor's degree", nil),
    ("Bachelor in chemistry, Hollow College, 2018", "Bachelor", nil),
    ("PhD in chemistry, Hollow College, 2018", "PhD", nil),
  ]

  @Test(arguments: degrees)
  func `a degree is shown by its own words, beside those of its subject`(
    held: String, text: String, readAs: String?
  ) throws {
    let match = try Sample.match(
      role: "Title: Soil Chemist\n\nRequired:\n- Bachelor's degree in chemistry\n- Calm\n",
      resume: "Experience\n\nBeekeeper\nMar 2019 – Feb 2023\n- Kept bees\n\nEducation\n\(held)\n")
    let words = try #require(match.requirements.first?.evidence.first?.words)
    #expect(words.first?.text == text, "\(words)")
    #expect(words.first?.readAs == readAs)
    #expect(words.contains { $0.text.lowercased() == "chemistry" }, "\(words)")
  }

  // MARK: - Periods

  private static let resume = """
    Experience

    Farm Manager, Hollow Orchards, 03/2019 - 02/2021
    - Kept forty hives of bees

    Farm Manager, Upper Orchards, 01/2021 - present
    - Kept hives and sold honey

    Cook, Long Table, Jan 2010 – Dec 2015
    - Cooked soups
    """

  @Test func `the positions that show it are listed, and shared months count once`() throws {
    let match = try Sample.match(
      role: "Title: Farmer\n\nRequired:\n- 4 years of experience with hives\n- Calm\n",
      resume: Self.resume)
    let leaf = try #require(match.requirements.first)
    let periods = try #require(leaf.periods)
    #expect(periods.map(\.employer) == ["Hollow Orchards", "Upper Orchards"])
    #expect(periods.map(\.title) == ["Farm Manager", "Farm Manager"])
    #expect(periods.map(\.months) == [24, 71])
    #expect(periods.map(\.end) == [CalendarDate("2021-02"), nil])
    #expect(leaf.monthsShown == 24 + 71 - 2)
    let text = Array(Self.resume.utf8)
    for period in periods {
      let line = String(decoding: text[period.span], as: UTF8.self)
      #expect(line.contains("\(period.start.year)"))
    }
  }

  @Test(arguments: Sample.pairs)
  func `periods stand exactly where months do`(pair: PairName) throws {
    for leaf in try Sample.match(pair).requirements.flatMap(\.leaves) {
      #expect((leaf.periods == nil) == (leaf.monthsShown == nil))
      // "Or equivalent experience of six years" is unknown, and nothing is counted for it.
      #expect(leaf.periods == nil || leaf.years != nil)
      let months = leaf.monthsShown ?? 0
      let sum = (leaf.periods ?? []).reduce(0) { $0 + $1.months }
      #expect(months <= sum && (months > 0) == (sum > 0))
    }
  }
}
