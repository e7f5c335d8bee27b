import Candidates
import Documents
import Foundation
import Reading
import Rolefit

/// What two careful people agree on of a real résumé: facts and offsets, no text.
struct ResumeFacts: Decodable {
  let id: String
  let half: Half
  let sha256: String
  let facts: [Fact]

  struct Fact: Decodable {
    let fact: String
    var span: Span?
    var spans: [Span]?
    var title: Span?
    var employer: Span?
    var start: String?
    var end: String?
    var paid: Bool?
    var skill: String?
    var level: String?
    var inProgress: Bool?
    var section: String?
    var value: String?
    var language: String?
  }
}

/// A period as the facts state it, with its months counted here and not by the engine.
struct StatedPeriod {
  let months: ClosedRange<Int>
  /// Ends that are a year alone: each may be counted up to twelve months differently.
  let openEnds: Int

  /// Nil where the end comes before the start, which no two people count alike.
  init?(_ fact: ResumeFacts.Fact, present: CalendarDate) {
    guard let start = fact.start.flatMap({ CalendarDate($0) }), let end = fact.end else {
      return nil
    }
    let last = end == "present" ? present : CalendarDate(end)
    guard let last else { return nil }
    let first = start.year * 12 + (start.month ?? 1)
    let stop = last.year * 12 + (last.month ?? 12)
    guard first <= stop else { return nil }
    months = first...stop
    openEnds = [start, last].count { $0.month == nil }
  }

  /// How many months some periods cover together, and by how much a reading may differ.
  static func union(_ periods: [StatedPeriod]) -> (months: Int, slack: Int) {
    let months = periods.reduce(into: Set<Int>()) { $0.formUnion($1.months) }
    return (months.count, periods.reduce(0) { $0 + $1.openEnds } * 12)
  }
}

/// Compares a profile with the facts of its résumé.
struct ResumeChecker {
  /// A fact that holds or not, and what was read instead.
  struct Finding {
    let kind: String
    let holds: Bool
    let read: String
  }

  let parsed: ParsedProfile
  let document: Document
  let history: SkillHistory
  let facts: [ResumeFacts.Fact]
  /// Until when positions that go on have lasted.
  let present: CalendarDate

  private var profile: Profile { parsed.profile }

  /// What one stated fact says; a position says up to three things.
  func check(_ fact: ResumeFacts.Fact) -> [Finding] {
    let span = fact.span?.range ?? 0..<0
    switch fact.fact {
    case "position": return position(fact, span)
    case "skill": return [skill(fact)]
    case "degree": return [degree(fact, span)]
    case "section": return [section(fact, span)]
    case "seniority":
      let read = profile.seniority.rawValue
      return [Finding(kind: "seniority", holds: read == fact.value, read: read)]
    case "language":
      let read = profile.languages.map(\.name)
      let holds = read.contains { $0 == fact.language }
      return [Finding(kind: "language", holds: holds, read: read.joined(separator: ", "))]
    default: return [Finding(kind: fact.fact, holds: false, read: "no such fact")]
    }
  }

  // MARK: - Positions

  private func position(_ fact: ResumeFacts.Fact, _ span: Range<Int>) -> [Finding] {
    let read = profile.experience.first { $0.dates.overlaps(span) }
    let isInTime =
      read.map { entry in
        entry.start.description == fact.start && (entry.end?.description ?? "present") == fact.end
      } ?? false
    let isPaid = fact.paid.map { $0 == !(read?.isVolunteering ?? false) } ?? true
    let words = read.map { entry in
      "\(entry.start) – \(entry.end.map(\.description) ?? "present")"
        + (entry.isVolunteering ? ", unpaid" : "")
    }
    var findings = [
      Finding(kind: "interval", holds: isInTime && isPaid, read: words ?? "none")
    ]
    for (kind, stated, own) in [
      ("title", fact.title, read?.title), ("employer", fact.employer, read?.employer),
    ] {
      guard let stated else { continue }
      findings.append(
        Finding(kind: kind, holds: isName(own ?? "", stated.range), read: own ?? "none"))
    }
    return findings
  }

  private func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "+" && $0 != "#" }
      .map(String.init)
  }

  /// Whether a name is the one at a span, with at most three words more.
  private func isName(_ name: String, _ span: Range<Int>) -> Bool {
    let (own, wanted) = (words(name), words(document[span]))
    return Set(wanted).isSubset(of: own) && own.count <= wanted.count + 3
  }

  /// The months of all paid positions together.
  ///
  /// What the facts leave open, whether a position was paid or how long one lasted whose end comes
  /// before its start, may be counted or not.
  func total() -> Finding? {
    let positions = facts.filter { $0.fact == "position" }
    guard positions.contains(where: { $0.paid == true }) else { return nil }
    let periods = { (counts: (Bool?) -> Bool) in
      positions.filter { counts($0.paid) }.compactMap { StatedPeriod($0, present: present) }
    }
    let least = StatedPeriod.union(periods { $0 == true })
    let most = StatedPeriod.union(periods { $0 != false })
    let unclear = positions.count { StatedPeriod($0, present: present) == nil }
    let range = least.months - least.slack...most.months + most.slack + unclear
    let read = profile.experienceMonths
    return Finding(
      kind: "total", holds: range.contains(read), read: "\(read) months, not \(range)")
  }

  // MARK: - Skills

  private func skill(_ fact: ResumeFacts.Fact) -> Finding {
    let spans = Set((fact.spans ?? []).map(\.range))
    let positions = facts.filter {
      $0.fact == "position" && spans.contains($0.span?.range ?? 0..<0)
    }
    let periods = positions.compactMap { StatedPeriod($0, present: present) }
    let stated = StatedPeriod.union(periods)
    // A position whose end comes before its start may count as a month or not.
    let slack = stated.slack + positions.count - periods.count
    let use = history.use(of: fact.skill ?? "")
    let isShown = !use.passages.isEmpty
    let isInTime = abs(use.months - stated.months) <= slack
    let entries = use.entries.map { profile.experience[$0].start.description }
    return Finding(
      kind: "skill", holds: isShown && isInTime,
      read: "\(use.months) months, not \(stated.months); in \(use.passages.count) passages, "
        + "since \(entries.joined(separator: ", "))")
  }

  // MARK: - Degrees and sections

  private func degree(_ fact: ResumeFacts.Fact, _ span: Range<Int>) -> Finding {
    let read = profile.education.filter { $0.span.overlaps(span) }
    let holds = read.contains { entry in
      entry.degree?.rawValue == fact.level
        && (fact.inProgress == nil || entry.isInProgress == fact.inProgress)
    }
    let words = read.map { ($0.degree?.rawValue ?? "none") + ($0.isInProgress ? ", open" : "") }
    return Finding(kind: "degree", holds: holds, read: words.joined(separator: "; "))
  }

  private func section(_ fact: ResumeFacts.Fact, _ span: Range<Int>) -> Finding {
    let read = profile.passages.filter { $0.span.overlaps(span) }.map(\.section.rawValue)
    return Finding(
      kind: "section", holds: read.contains { $0 == fact.section },
      read: read.joined(separator: ", "))
  }
}
