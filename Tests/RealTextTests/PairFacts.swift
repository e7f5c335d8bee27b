import Documents
import Foundation
import Rolefit
import Testing

/// What a careful reader says of a real posting and a real résumé, requirement by requirement:
/// offsets and verdicts, no text.
struct PairFacts: Decodable {
  let posting: String
  let profile: String
  let set: String
  let half: Half
  /// Of the posting.
  let sha256: String
  let requirements: [Judgement]

  struct Judgement: Decodable {
    let span: Span
    let verdict: Verdict
    var duty: Bool?
  }

  var name: String { "\(posting)--\(profile)" }

  /// The files of the sets, beside the project.
  static let files = [
    "corpus": (
      postings: "corpus/postings_fulltext.ndjson.gz", profiles: "corpus/resumes.ndjson.gz"
    ),
    "dlep500": (
      postings: "eval/dlep500/postings.ndjson", profiles: "eval/dlep500/profiles.ndjson"
    ),
  ]
}

/// A judged pair and what the engine makes of it.
struct JudgedPair {
  let facts: PairFacts
  let posting: Document
  let profile: Document
  let match: Match

  /// The day to which positions that go on are counted.
  static let day = CalendarDate("2026-11-21")

  /// All pairs with some half, matched.
  static func all(_ half: Half? = nil, engine: Engine) throws -> [JudgedPair] {
    let day = try #require(day)
    let entries = try RealTextTests.facts("pairs", as: PairFacts.self)
      .filter { half == nil || $0.half == half }
    var pairs: [JudgedPair] = []
    for (set, files) in PairFacts.files.sorted(by: { $0.key < $1.key }) {
      let wanted = entries.filter { $0.set == set }
      let postings = try RealTexts.documents(files.postings, ids: Set(wanted.map(\.posting)))
      let profiles = try RealTexts.documents(files.profiles, ids: Set(wanted.map(\.profile)))
      for facts in wanted {
        let posting = try #require(postings[facts.posting])
        let profile = try #require(profiles[facts.profile])
        pairs.append(
          JudgedPair(
            facts: facts, posting: posting, profile: profile,
            match: engine.match(resume: profile, role: posting, asOf: day)))
      }
    }
    return pairs
  }

  /// Something that the engine gives a verdict of.
  struct Judged {
    /// "leaf r3", "part of r3", "gate location".
    let name: String
    let span: Range<Int>
    let verdict: Verdict
    var coverage: Double?
    var evidence: [Evidence] = []
    /// Whether it is one thing and no group, whose children have the evidence.
    var isOne = false
    /// Whether it is a node of the requirement tree.
    var isNode = false
  }

  /// All that the engine gives a verdict of: leaves, parts of leaves, groups, gates; of those with
  /// one span the nearest to the leaves first.
  var judged: [Judged] {
    match.requirements.flatMap(Self.judged)
      + match.gates.map { check in
        Judged(
          name: "gate \(check.gate.kind.rawValue)", span: check.gate.span,
          verdict: check.outcome == .pass ? .met : check.outcome == .fail ? .missing : .unknown)
      }
  }

  private static func judged(_ finding: Finding) -> [Judged] {
    let parts = (finding.parts ?? []).map { part in
      Judged(
        name: "part of \(finding.id)", span: part.span, verdict: part.verdict,
        coverage: part.coverage, evidence: part.evidence, isOne: true)
    }
    let own = Judged(
      name: "\(finding.kind.rawValue) \(finding.id)", span: finding.span,
      verdict: finding.verdict, coverage: finding.coverage, evidence: finding.evidence,
      isOne: finding.kind == .leaf, isNode: true)
    return finding.children.flatMap(judged) + parts + [own]
  }

  /// What lies over a span best: the greatest intersection over union; nil where nothing overlaps.
  ///
  /// - Parameter nodesOnly: leaves and groups alone, without parts and gates.
  func judged(over span: Range<Int>, nodesOnly: Bool = false) -> Judged? {
    let overlaps = judged.filter { !nodesOnly || $0.isNode }.map { judged in
      let shared = judged.span.clamped(to: span).count
      return (judged, share: Double(shared) / Double(judged.span.count + span.count - shared))
    }
    var best: (judged: Judged, share: Double)?
    for next in overlaps where next.share > best?.share ?? 0 { best = next }
    return best?.judged
  }
}

/// How often a reader and the engine agree, and on what they do not.
struct Confusion {
  static let verdicts: [Verdict] = [.met, .partial, .missing, .unknown]

  /// By the reader's verdict, then the engine's; nil for what the engine did not read.
  private var counts: [Verdict: [Verdict?: Int]] = [:]
  private(set) var disagreements: [String] = []
  /// How often they agree where leaves and groups alone are asked, without parts and gates.
  private(set) var agreedOnNodes = 0

  /// Counts all judgements of a pair where each stretch is itself the requirement.
  mutating func count(given stretches: GivenStretches, asOf day: CalendarDate) {
    let pair = stretches.pair
    for judgement in pair.facts.requirements {
      let finding = stretches.finding(judgement, asOf: day)
      // What asks for nothing can be told of nobody.
      let verdict = finding?.verdict ?? .unknown
      counts[judgement.verdict, default: [:]][verdict, default: 0] += 1
      guard verdict != judgement.verdict else { continue }
      let span = judgement.span.range
      let parts = finding.map(Self.parts) ?? ""
      disagreements.append(
        "\(pair.facts.name) \(span.lowerBound)–\(span.upperBound): \(judgement.verdict), "
          + "engine \(verdict)\(parts)")
    }
  }

  /// The verdicts of the leaves and parts of a finding.
  private static func parts(_ finding: Finding) -> String {
    let inner =
      (finding.parts ?? []).map { "\($0.span): \($0.verdict)" }
      + finding.children.map { "\($0.span): \($0.verdict)" + parts($0) }
    let coverage = String(format: " %.2f", finding.coverage)
    return inner.isEmpty ? coverage : " \(finding.kind) [" + inner.joined(separator: "; ") + "]"
  }

  /// Counts all judgements of a pair.
  mutating func count(_ pair: JudgedPair) {
    for judgement in pair.facts.requirements {
      let finding = pair.judged(over: judgement.span.range)
      counts[judgement.verdict, default: [:]][finding?.verdict, default: 0] += 1
      let node = pair.judged(over: judgement.span.range, nodesOnly: true)
      agreedOnNodes += node?.verdict == judgement.verdict ? 1 : 0
      if finding?.verdict != judgement.verdict {
        disagreements.append(
          Self.line(pair.facts.name, judgement, finding))
      }
    }
  }

  private static func line(
    _ pair: String, _ judgement: PairFacts.Judgement, _ judged: JudgedPair.Judged?
  ) -> String {
    let span = judgement.span.range
    let people = "\(pair) \(span.lowerBound)–\(span.upperBound): \(judgement.verdict)"
    guard let judged else { return people + ", unread" }
    let coverage = judged.coverage.map { String(format: ", coverage %.2f", $0) } ?? ""
    return people + ", engine \(judged.verdict) (\(judged.name) "
      + "\(judged.span.lowerBound)–\(judged.span.upperBound)\(coverage))"
  }

  private func row(_ verdict: Verdict) -> [Int] {
    (Self.verdicts as [Verdict?] + [nil]).map { counts[verdict]?[$0] ?? 0 }
  }

  var all: Int { Self.verdicts.flatMap(row).reduce(0, +) }
  var unread: Int { Self.verdicts.reduce(0) { $0 + (row($1).last ?? 0) } }
  var agreed: Int { Self.verdicts.reduce(0) { $0 + (counts[$1]?[$1] ?? 0) } }
  var share: Double { all == 0 ? 0 : Double(agreed) / Double(all) }

  /// How often the two are one step apart at most, from met over partial to missing.
  private var near: Int {
    agreed + (counts[.met]?[.partial] ?? 0) + (counts[.partial]?[.met] ?? 0)
      + (counts[.partial]?[.missing] ?? 0) + (counts[.missing]?[.partial] ?? 0)
  }

  var summary: String {
    let read = all - unread
    let share = { (part: Int, whole: Int) in
      "\(part) of \(whole), \(String(format: "%.1f", 100 * Double(part) / Double(max(1, whole))))%"
    }
    return "\(share(agreed, all)); unread \(unread); of what was read \(share(agreed, read)), "
      + "within one step \(share(near, read)); by leaves and groups alone \(share(agreedOnNodes, all))"
  }

  /// A row for each verdict of people, a column for each of the engine.
  var table: [String] {
    let cells =
      [["people \\ engine"] + Self.verdicts.map(\.rawValue) + ["unread"]]
      + Self.verdicts.map { verdict in [verdict.rawValue] + row(verdict).map(String.init) }
    return cells.map { row in
      row.map { $0.padding(toLength: max(16, $0.count), withPad: " ", startingAt: 0) }.joined()
    }
  }
}
