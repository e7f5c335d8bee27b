import Documents
import Foundation
import Reading
import Rolefit
import Testing

/// Two résumés of one person as one.
@Suite struct ResumeMergeTests {
  static let first = """
    Ines Tarrow
    ines@example.org

    Experience
    Baker, Harbour Bakery, 03/2019 - 08/2023
    - Ran the deck oven at night
    - Trained two apprentices

    Skills
    Sourdough, lamination
    """
  static let second = """
    I. Tarrow
    +44 1632 960 111

    EXPERIENCE
    Baker, Harbour Bakery, 03/2019 – 08/2023
    • Ran the deck oven at night
    • Wrote the allergen sheets
    Kitchen Porter, Pier Café, 01/2017 - 06/2019
    • Closed down the kitchen

    SKILLS
    Sourdough, lamination
    """

  private func merge(_ first: String, _ second: String) throws -> (ResumeMerge, Profile) {
    let engine = try Sample.engine.get()
    let merge = ResumeMerge(
      try Sample.document(first, name: "a.txt"), try Sample.document(second, name: "b.txt"),
      id: "both", engine: engine)
    return (merge, engine.profile(merge.document))
  }

  @Test func `the first stands whole, and what the second adds follows under its heading`() throws {
    let (merge, profile) = try merge(Self.first, Self.second)
    let text = merge.document[0..<merge.document.text.count]
    #expect(text.hasPrefix(Self.first.trimmingCharacters(in: .newlines)))
    #expect(merge.leftOut == ["• Ran the deck oven at night", "Sourdough, lamination"])
    let added = profile.passages.first { $0.text.contains("allergen sheets") }
    let entry = try #require(added?.entry)
    #expect(profile.experience[entry].employer == "Harbour Bakery")
    let porter = profile.passages.first { $0.text.contains("Closed down") }
    #expect(profile.experience[try #require(porter?.entry)].title == "Kitchen Porter")
  }

  @Test func `months that both know of are counted once`() throws {
    let (_, profile) = try merge(Self.first, Self.second)
    // From January 2017 to August 2023, the four months that overlap once.
    #expect(profile.experienceMonths == 80)
    #expect(profile.skills.allSatisfy { $0.months <= 80 })
  }

  @Test func `contact data of both are no content, wherever they stand`() throws {
    let (merge, profile) = try merge(Self.first, Self.second)
    #expect(profile.name == "Ines Tarrow")
    let text = merge.document[0..<merge.document.text.count]
    for detail in ["ines@example.org", "+44 1632 960 111", "I. Tarrow"] {
      #expect(text.contains(detail))
      #expect(!profile.passages.contains { $0.text.contains(detail) }, "\(detail)")
    }
  }

  @Test(arguments: Sample.profilePaths)
  func `a résumé merged with itself is the same profile`(path: String) throws {
    let index = try #require(Sample.profilePaths.firstIndex(of: path))
    let engine = try Sample.engine.get()
    let document = Sample.profiles[index]
    let merge = ResumeMerge(document, document, id: document.id, engine: engine)
    let (alone, merged) = (engine.profile(document), engine.profile(merge.document))
    // Columns are read one after the other, so that lines of a paragraph come together.
    let words = { (profile: Profile) in
      profile.passages.flatMap { $0.text.split(separator: " ") }.sorted()
    }
    #expect(words(merged) == words(alone))
    #expect(merged.experienceMonths == alone.experienceMonths)
    #expect(merged.experience.count == alone.experience.count)
    #expect(merged.name == alone.name)
  }

  @Test func `any two résumés give no more and no fewer months than their positions cover`() throws
  {
    let engine = try Sample.engine.get()
    for (first, second) in zip(Sample.profiles, Sample.profiles.dropFirst()) {
      let merge = ResumeMerge(first, second, id: "both", engine: engine)
      let merged = engine.profile(merge.document)
      let (a, b) = (engine.profile(first), engine.profile(second))
      let most = max(a.experienceMonths, b.experienceMonths)
      #expect(merged.experienceMonths >= most, "\(first.id) and \(second.id)")
      #expect(
        merged.experienceMonths <= a.experienceMonths + b.experienceMonths,
        "\(first.id) and \(second.id)")
      #expect(merged.experience.count >= max(a.experience.count, b.experience.count))
    }
  }

  @Test func `what is declared is the first's, and else the second's`() throws {
    let engine = try Sample.engine.get()
    var (own, other) = (Declaration(), Declaration())
    own.clearance = "Secret"
    other.clearance = "none"
    other.workPermits = ["GB"]
    let merge = ResumeMerge(
      try Sample.document(Self.first).declaring(own),
      try Sample.document(Self.second).declaring(other), id: "both", engine: engine)
    #expect(merge.document.declaration?.clearance == "Secret")
    #expect(merge.document.declaration?.workPermits == ["GB"])
  }
}
