import Candidates
import Reading
import Rolefit
import Roles
import Testing

@testable import Matching

/// What is met, and with which words of the résumé.
@Suite struct VerdictTests {
  @Test(arguments: Sample.pairs)
  func `nothing is met without evidence`(pair: PairName) throws {
    for leaf in try Sample.match(pair).requirements.flatMap(\.leaves) {
      if leaf.verdict == .met { #expect(!leaf.evidence.isEmpty, "\(leaf.id) \(leaf.text)") }
      #expect(leaf.evidence.count <= 3)
    }
  }

  @Test(arguments: Sample.pairs)
  func `evidence lies in the résumé, and its words stand there`(pair: PairName) throws {
    let profile = try Sample.prepared(profile: pair.profile)
    let passages = profile.parsed.profile.passages
    for leaf in try Sample.match(pair).requirements.flatMap(\.leaves) {
      for evidence in leaf.evidence {
        #expect(evidence.span.upperBound <= profile.document.text.count)
        #expect(passages.contains { $0.id == evidence.passage && $0.span == evidence.span })
        var reached = evidence.span.lowerBound
        for word in evidence.words {
          #expect(profile.document[word.span] == word.text, "\(leaf.id)")
          #expect(word.span.lowerBound >= reached && !word.span.isEmpty, "\(leaf.id): \(word)")
          reached = word.span.upperBound
        }
        #expect(reached <= evidence.span.upperBound)
      }
    }
  }

  @Test(arguments: Sample.pairs)
  func `spans of requirements lie in the posting`(pair: PairName) throws {
    let role = try Sample.prepared(role: pair.role)
    for finding in try Sample.match(pair).requirements.flatMap(\.nodes) {
      #expect(!finding.span.isEmpty)
      #expect(finding.span.upperBound <= role.document.text.count)
      for child in finding.children {
        #expect(finding.span.lowerBound <= child.span.lowerBound)
        #expect(child.span.upperBound <= finding.span.upperBound)
      }
    }
  }

  @Test(arguments: Sample.pairs)
  func `groups follow from their children`(pair: PairName) throws {
    for group in try Sample.match(pair).requirements.flatMap(\.nodes) where group.kind != .leaf {
      let children = group.children.map(\.verdict)
      var verdicts = [VerdictReader.verdict(of: group.kind, children)]
      // A child that asks for nothing is unknown, and does not count.
      let asked = children.filter { $0 != .unknown }
      if !asked.isEmpty { verdicts.append(VerdictReader.verdict(of: group.kind, asked)) }
      // A phrase and its examples.
      if group.kind == .all, children.count == 2 {
        verdicts.append(VerdictReader.verdict(phrase: children[0], examples: children[1]))
        // Years or a degree are read with the alternatives that they are in.
        if group.children[1].kind == .any { verdicts.append(children[0]) }
      }
      #expect(verdicts.contains(group.verdict), "\(group.id)")
    }
  }

  // MARK: - Groups

  private static let anyRules: [(children: [Verdict], verdict: Verdict)] = [
    ([.met, .missing], .met), ([.missing, .met, .unknown], .met),
    ([.partial, .missing], .partial), ([.partial, .unknown], .partial),
    ([.missing, .missing], .missing), ([.missing, .unknown], .unknown),
    ([.unknown, .unknown], .unknown),
  ]

  @Test(arguments: anyRules)
  func `an any group is what its best child is`(children: [Verdict], verdict: Verdict) {
    #expect(VerdictReader.verdict(of: .any, children) == verdict)
    #expect(VerdictReader.verdict(of: .any, children.reversed()) == verdict)
  }

  private static let allRules: [(children: [Verdict], verdict: Verdict)] = [
    ([.met, .met], .met), ([.met, .missing], .partial), ([.met, .partial], .partial),
    ([.partial, .missing], .partial), ([.missing, .missing], .missing),
    ([.met, .unknown], .met), ([.unknown, .unknown], .unknown),
    ([.missing, .unknown], .missing), ([.partial, .unknown], .partial),
  ]

  @Test(arguments: allRules)
  func `an all group is met where all are of which anything can be told`(
    children: [Verdict], verdict: Verdict
  ) {
    #expect(VerdictReader.verdict(of: .all, children) == verdict)
    #expect(VerdictReader.verdict(of: .all, children.reversed()) == verdict)
  }

  // MARK: - Or equivalent

  private static let resume = """
    Ada Lindqvist
    ada@example.com

    Experience

    Beekeeper, Hollow Farm
    Mar 2019 – Feb 2023
    - Kept forty hives and sold the honey on markets
    """

  private func first(_ requirement: String, resume: String = resume) throws -> Finding {
    let role = "Title: Soil Chemist\n\nRequired:\n- \(requirement)\n- Calm in storms\n"
    return try #require(try Sample.match(role: role, resume: resume).requirements.first)
  }

  private static let equivalents = [
    "Bachelor's degree in chemistry or equivalent practical experience",
    "Master's degree in geology AND 4+ years of soil analysis OR equivalent experience",
    "Diploma in agronomy or equivalent experience",
  ]

  @Test(arguments: equivalents)
  func `or equivalent is unknown and never makes its group missing`(requirement: String) throws {
    let group = try first(requirement)
    #expect(group.kind == .any)
    #expect(group.verdict == .unknown)
    #expect(group.children.last?.verdict == .unknown)
  }

  private static let years: [(asked: String, months: Int, verdict: Verdict)] = [
    ("4 years of experience with hives and honey", 48, .met),
    ("5+ years of experience with hives and honey", 48, .partial),
    ("2+ years of experience with spectrometers", 0, .missing),
  ]

  @Test(arguments: years)
  func `years are compared with the months of the entries that show them`(
    asked: String, months: Int, verdict: Verdict
  ) throws {
    let leaf = try first(asked)
    #expect(leaf.monthsShown == months)
    #expect(leaf.verdict == verdict)
  }

  private static let degrees: [(held: String, verdict: Verdict)] = [
    ("BSc Chemistry, Hollow College, 2018", .met),
    ("PhD in chemistry, Hollow College, 2018", .met),
    ("Associate degree in chemistry, Hollow College, 2018", .partial),
    ("", .unknown),
  ]

  @Test(arguments: degrees)
  func `a degree is compared by its level`(held: String, verdict: Verdict) throws {
    let education = held.isEmpty ? "" : "\n\nEducation\n\(held)\n"
    let leaf = try first("Bachelor's degree in chemistry", resume: Self.resume + education)
    #expect(leaf.kind == .leaf)
    #expect(leaf.verdict == verdict)
  }

  @Test func `a skill inside another word is none`() throws {
    let resume = Self.resume + "\n- Going concern, carefully trusted, with laws and leverage\n"
    let match = try Sample.match(
      role:
        "Title: Programmer\n\nRequired:\n- Daemons in the Go programming language\n- Rust\n- AWS\n",
      resume: resume)
    #expect(match.requirements.map(\.verdict) == [.missing, .missing, .missing])
  }

  @Test func `an alias meets its long form, both ways`() throws {
    for (asked, held) in [("Kubernetes", "k8s"), ("k8s", "Kubernetes")] {
      let match = try Sample.match(
        role: "Title: Programmer\n\nRequired:\n- \(asked)\n",
        resume: Self.resume + "- Ran \(held) for the shop\n")
      #expect(match.requirements.first?.verdict == .met, "\(asked) \(held)")
    }
  }
}
