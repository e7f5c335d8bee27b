import Rolefit
import Testing

@testable import Matching

/// A leaf that asks for several things says of each whether it is shown.
@Suite struct PartTests {
  private static let resume = """
    Ada Lindqvist
    ada@example.com

    Experience

    Beekeeper, Hollow Farm
    Mar 2019 – Feb 2023
    - Kept forty hives and sold honey on markets
    - Answered for health and safety in the barn
    """

  private func first(_ requirement: String, heading: String = "Required") throws -> Finding {
    let role = "Title: Soil Chemist\n\n\(heading):\n- \(requirement)\n- Rust\n"
    return try #require(try Sample.match(role: role, resume: Self.resume).requirements.first)
  }

  private func parts(_ requirement: String) throws -> [String] {
    try first(requirement).leaves.flatMap { leaf in leaf.parts?.map(\.text) ?? [leaf.text] }
  }

  private static let split: [(requirement: String, parts: [String])] = [
    ("Hives, honey, and spectrometers", ["Hives", "honey", "spectrometers"]),
    ("Beekeeper who can run a spectrometer", ["Beekeeper", "who can run a spectrometer"]),
    ("Knowledge of Rust and pollen grains", ["Knowledge of Rust", "pollen grains"]),
    (
      "Wild bee surveys & pollen analysis for orchards",
      ["Wild bee surveys", "pollen analysis for orchards"]
    ),
    ("Beekeeper but not essential", ["Beekeeper"]),
  ]

  @Test(arguments: split)
  func `things that are joined are told apart`(requirement: String, parts: [String]) throws {
    let leaf = try #require(try first(requirement).leaves.first)
    let read = leaf.parts?.map(\.text) ?? [leaf.text]
    if parts.count == 1 {
      #expect(leaf.parts == nil)
    } else {
      #expect(read == parts)
    }
  }

  private static let whole = [
    "Care for health and safety of hives",
    "Surveys of bees, wasps or hornets",
    "A passion for honey, wax, and pollen",
    "Shifts on nights, weekends, and holidays",
    "Analysis of wax (bleached, filtered, and raw)",
  ]

  @Test(arguments: whole)
  func `a pair, alternatives and what a wish is for stay together`(requirement: String) throws {
    #expect(try first(requirement).leaves.allSatisfy { $0.parts == nil })
  }

  @Test func `each part has its own verdict and evidence`() throws {
    let leaf = try first("Hives, honey, and spectrometers")
    let parts = try #require(leaf.parts)
    #expect(parts.map(\.verdict) == [.met, .met, .missing])
    #expect(leaf.verdict == .partial)
    #expect(parts.map { $0.evidence.isEmpty } == [false, false, true])
    #expect(parts[0].evidence[0].words.map(\.text) == ["hives"])
  }

  @Test func `of parts that nobody can tell the others decide`() throws {
    #expect(try first("Motivated, punctual, and a beekeeper").verdict == .met)
    #expect(try first("Motivated, punctual, and polite").verdict == .unknown)
  }

  @Test func `a duty is one thing`() throws {
    let duty = try first("Keep hives, sell honey, and run spectrometers", heading: "Duties")
    #expect(duty.section == .responsibility)
    #expect(duty.leaves.allSatisfy { $0.parts == nil })
  }

  @Test func `a text made to be hard to read stays whole`() throws {
    let long = (0..<200).map { "thing\($0)" }.joined(separator: ", ")
    #expect(try first(long).leaves.allSatisfy { $0.parts == nil })
  }

  @Test(arguments: Sample.pairs)
  func `parts lie in their leaf, in order, and are met with evidence only`(pair: PairName) throws {
    let role = try Sample.prepared(role: pair.role)
    for leaf in try Sample.match(pair).requirements.flatMap(\.leaves) {
      var reached = leaf.span.lowerBound
      for part in leaf.parts ?? [] {
        #expect(reached <= part.span.lowerBound && !part.span.isEmpty, "\(leaf.id)")
        #expect(part.span.upperBound <= leaf.span.upperBound + 1, "\(leaf.id) \(part.text)")
        #expect(
          role.document[part.span].split { $0.isWhitespace } == part.text.split(separator: " "))
        #expect(part.verdict != .met || !part.evidence.isEmpty, "\(leaf.id) \(part.text)")
        reached = part.span.upperBound
      }
      #expect(leaf.parts.map { $0.count > 1 } ?? true)
    }
  }
}
