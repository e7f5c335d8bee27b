import Rolefit
import Testing

@testable import Matching

/// The rules by which something is met, met in part, missing, or nothing that a résumé tells.
@Suite struct VerdictRuleTests {
  private func verdict(_ asked: String, _ held: String, title: String = "Beekeeper") throws
    -> Verdict
  {
    try finding(asked, held, title: title).verdict
  }

  private func finding(_ asked: String, _ held: String, title: String = "Beekeeper") throws
    -> Finding
  {
    let match = try Sample.match(
      role: "Title: Soil Chemist\n\nRequired:\n- \(asked)\n- Calm in storms\n",
      resume: "Experience\n\n\(title), Hollow Farm\nMar 2019 – Feb 2023\n- \(held)\n")
    return try #require(match.requirements.first)
  }

  // MARK: - What a résumé need not say

  private static let qualities: [(asked: String, held: String, verdict: Verdict)] = [
    ("Highly motivated", "Kept forty hives", .unknown),
    ("Highly motivated", "Motivated keeper of forty hives", .met),
    ("Excellent communication skills", "Kept forty hives", .unknown),
    ("Attention to detail", "Meticulous records of forty hives", .met),
    ("Initiative", "The initial hives", .unknown),
    ("A passion for hives", "Kept forty hives", .unknown),
    ("A passion for hives", "Passionate about hives", .met),
    ("Willing to travel", "Kept forty hives", .unknown),
    ("Able to lift anvils", "Kept forty hives", .unknown),
    ("Able to keep hives", "Kept forty hives", .met),
    ("Spectrometers", "Kept forty hives", .missing),
  ]

  @Test(arguments: qualities)
  func `silence on what a résumé need not say is unknown`(
    asked: String, held: String, verdict: Verdict
  ) throws {
    #expect(try self.verdict(asked, held) == verdict)
  }

  // MARK: - Words

  private static let words: [(asked: String, held: String, verdict: Verdict)] = [
    // The heaviest word carries the rest.
    ("Django engineer", "Engineer of hives", .missing),
    ("Django engineer", "Django engineer of hives", .met),
    // A stem is not enough where it is another word.
    ("Productivity", "Sold products", .missing),
    ("Knowledge of Excel", "Excellent keeper of hives", .missing),
    ("Knowledge of Excel", "Lists in Excel", .met),
    ("Beekeeping", "Beekeepers met here", .met),
    // An alias takes the place of its words.
    ("Registered nurse", "RN of a small ward", .met),
    ("Registered nurse", "Nurse of a small ward", .partial),
    // One of several will do.
    ("Linux/Unix", "Ran Linux", .met),
    ("Honey (clover, heather)", "Sold honey of heather", .met),
    // A name that was taken out is nothing.
    ("Spectrometers by [Company]", "Sold for a company", .missing),
    // Frames ask for nothing.
    ("Strong working knowledge of hives is essential", "Kept hives", .met),
  ]

  @Test(arguments: words)
  func `words that carry a requirement decide it`(
    asked: String, held: String, verdict: Verdict
  ) throws {
    #expect(try self.verdict(asked, held) == verdict)
  }

  private static let ranks: [(title: String, verdict: Verdict)] = [
    ("Beekeeper", .partial), ("Senior Beekeeper", .met), ("Director of Beekeepers", .met),
    ("Junior Beekeeper", .partial),
  ]

  @Test(arguments: ranks)
  func `a rank is met by itself or a higher one`(title: String, verdict: Verdict) throws {
    #expect(try self.verdict("Senior beekeeper", "Beekeeper of hives", title: title) == verdict)
  }

  @Test func `a word of the same stem is not marked as evidence`() throws {
    let leaf = try finding("Production of honey", "Sold products and honey")
    #expect(leaf.evidence.flatMap(\.words).map(\.text) == ["honey"])
  }

  @Test func `a quality is marked where it stands`() throws {
    let leaf = try finding("Attention to detail", "Meticulous records of forty hives")
    #expect(leaf.evidence.flatMap(\.words).map(\.text) == ["Meticulous"])
  }

  // MARK: - Examples

  private static let examples: [(held: String, verdict: Verdict)] = [
    ("Ran a refractometer", .met), ("Ran instruments", .missing), ("Kept hives", .missing),
  ]

  @Test(arguments: examples)
  func `one example shows what it is an example of`(held: String, verdict: Verdict) throws {
    let group = try finding(
      "Experience with optical instruments such as spectrometers or refractometers", held)
    #expect(group.kind == .all)
    #expect(group.verdict == verdict)
  }

  // MARK: - Degrees

  private static let fields: [(asked: String, verdict: Verdict)] = [
    ("Bachelor's degree in chemistry", .met), ("Bachelor's degree in law", .partial),
    ("Bachelor's degree in law or chemistry", .met),
    ("Bachelor's degree in hives or law", .partial),
    ("Bachelor's degree in a related field", .met), ("Master's degree in chemistry", .partial),
  ]

  @Test(arguments: fields)
  func `a degree is compared by level and field`(asked: String, verdict: Verdict) throws {
    let education = "Kept hives\n\nEducation\nBSc Chemistry, Hollow College, 2018"
    #expect(try self.verdict(asked, education) == verdict)
  }

  // MARK: - Years

  private static let years: [(asked: String, months: Int, verdict: Verdict)] = [
    // The posting is for a chemist, and years as a beekeeper are none of that occupation.
    ("3+ years of experience", 0, .missing),
    ("3+ years of experience in spectrometry, hives, or logic", 48, .met),
    ("3+ years of experience in spectrometry, glass, or logic", 0, .missing),
  ]

  @Test(arguments: years)
  func `years count where they were asked for`(
    asked: String, months: Int, verdict: Verdict
  ) throws {
    let finding = try finding(asked, "Kept hives")
    let leaf = try #require(finding.leaves.first { $0.years != nil })
    #expect(leaf.monthsShown == months)
    #expect(leaf.verdict == verdict)
    #expect(finding.verdict == verdict)
  }

  @Test(arguments: [("3+ years of experience", Verdict.met), ("6+ years of experience", .partial)])
  func `years of experience are those of the occupation`(asked: String, verdict: Verdict) throws {
    #expect(try self.verdict(asked, "Kept samples", title: "Soil Chemist") == verdict)
  }

  @Test func `years without any date are unknown`() throws {
    let match = try Sample.match(
      role: "Title: Soil Chemist\n\nRequired:\n- 3+ years of experience\n- Calm in storms\n",
      resume: "Skills\n\nHives, honey, wax, pollen, markets\n")
    #expect(match.requirements.first?.verdict == .unknown)
  }
}
