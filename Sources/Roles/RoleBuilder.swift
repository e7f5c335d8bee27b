import Documents
import Reading
import Tokenization
import Weighting

/// Puts a role together from its lines.
struct RoleBuilder {
  let role: RoleText
  let zones: [ZoneReader.Assignment]
  var items: [RequirementItem] = []
  var prose: [Prose] = []
  /// The jobs of lists of open roles, by their lines.
  private(set) var openings: [Int: [Range<Int>]] = [:]
  /// Lines that a record says are its description: they describe, and are not searched for demands.
  var summaries: [Range<Int>] = []
  var gates: [Gate] = []
  var pay: [PayReader.Found] = []
  var payExtras: [Pay.Extra] = []
  var leftOut: [Role.LeftOut] = []
  var dates = RoleDates()
  var seen: Set<Term> = []
  /// More than any posting asks for; what comes after is left out, and named as such.
  private static let mostItems = 1_000

  /// Tokens that ask for something, where they stood.
  struct RequirementItem {
    var section: Requirement.Section
    var tokens: Range<Int>
    var indent: Int
    var isBullet: Bool
    /// Whether its line ends in a colon, so that deeper bullets below belong to it.
    var opens = false
    /// Whether a record lists it as a requirement.
    var isDeclared = false
    /// Whether it is a job that people are sought for; neighbours are alternatives.
    var isOpening = false
  }

  /// A sentence of running text, or of a bullet below no heading that says what it is.
  struct Prose {
    /// What may be taken from it.
    enum Use {
      case any
      /// It is known to ask: the condition of "if you are …, please apply".
      case whole
      /// It is left out but for the jobs that it seeks people for.
      case jobs
    }

    var tokens: Range<Int>
    var isBullet: Bool
    var use = Use.any
  }

  init(_ role: RoleText) {
    self.role = role
    var reader = ZoneReader(role)
    zones = reader.zones()
    seen.reserveCapacity(role.sentences.count)
  }

  /// Reads all lines and makes the role.
  mutating func build() -> ParsedRole {
    let titles = TitleReader(role: role, zones: zones)
    let title = titles.title()
    openings = OpeningReader(role: role, titles: titles).listed(zones)
    for index in role.lines.indices { read(line: index, title: title) }
    let employer = titles.employer(title: title)
    takeProse(employer: employer, titles: titles)
    if items.count > Self.mostItems {
      for item in items[Self.mostItems...] { leave(item.tokens, "too-many") }
      items.removeLast(items.count - Self.mostItems)
    }
    let places = PlaceReader(role: role, zones: zones).places()
    let trees = requirements()
    let workplace = self.workplace()
    let conditions = items.filter { $0.section == .required }
      .flatMap { GateReader(role: role).conditions(in: $0.tokens) }
    var all = GateReader.merged(gates + conditions)
    addRoleGates(&all, places: places, workplace: workplace)
    var built = Role(
      id: role.document.id, title: title.map(role.words) ?? "",
      employer: employer, locations: places.map(\.place),
      workplace: workplace, seniority: titles.seniority(title),
      pay: PayReader.pay(from: pay, extras: payExtras, places: places.map(\.place)),
      posted: dates.posted, closes: dates.closes, starts: dates.starts,
      requirements: trees.map(\.requirement), gates: all, skills: skills(trees),
      leftOut: merged(leftOut)
        + role.document.hidden.map { Role.LeftOut(why: $0.why.rawValue, span: $0.span) },
      warnings: role.document.warnings + MixedScript.warnings(in: role.tokenized))
    let fields = self.fields(title: title, trees: trees)
    addWarnings(&built, fields: fields)
    return ParsedRole(role: built, tokenized: role.tokenized, fields: fields, work: role.work)
  }

  // MARK: - Lines

  private mutating func read(line index: Int, title: Range<Int>?) {
    let line = role.lines[index]
    let zone = zones[index].zone
    guard line.shape != .blank else { return }
    guard !zones[index].isHeading else {
      leftOut.append(Role.LeftOut(why: "heading", span: line.span))
      return
    }
    if let hint = line.hint {
      read(hint: hint, line)
      return
    }
    switch zone {
    case .site, .tail:
      leftOut.append(Role.LeftOut(why: "site", span: line.span))
      return
    case .equalOpportunity:
      readBelowEqualOpportunity(index)
      return
    default: break
    }
    if let jobs = openings[index] {
      read(openings: jobs, of: line, zone)
      return
    }
    let isTitle = isTitle(line, title)
    if line.tokens.isEmpty || isTags(line) || isTitle {
      let why = isTitle ? "title" : "site"
      leftOut.append(Role.LeftOut(why: why, span: line.span))
      return
    }
    let text = role.text
    let isTagged =
      text.span.extracting(line.span).contains(0x23)
      && text[line.span].count(where: { $0 == 0x23 }) >= 3
    for sentence in role.sentences[index] { read(sentence, of: line, zone, isTagged: isTagged) }
  }

  /// A line of a list of open roles: its jobs, and what stands behind them.
  private mutating func read(openings jobs: [Range<Int>], of line: TextLine, _ zone: Zone) {
    for job in jobs {
      items.append(
        RequirementItem(
          section: zone.section ?? .required, tokens: job, indent: line.indent, isBullet: false,
          isOpening: true))
    }
    guard let last = jobs.last else { return }
    let rest = last.upperBound..<line.tokens.upperBound
    for sentence in role.sentences(rest) { read(sentence, of: line, .header, isTagged: false) }
  }

  /// Below the heading of the equal-opportunity text, dates and checks count only in sentences that
  /// are none of it.
  private mutating func readBelowEqualOpportunity(_ index: Int) {
    for sentence in role.sentences[index] {
      let cues = SentenceCues(sentence, in: role)
      if cues.weight(.equalOpportunity) == 0 {
        dates.read(sentence, of: role)
        gates += GateReader(role: role).gates(in: sentence, cues)
          .filter { $0.kind == .backgroundCheck }
      }
    }
    leftOut.append(
      Role.LeftOut(why: Zone.equalOpportunity.rawValue, span: role.lines[index].span))
  }

  private mutating func read(hint: Document.Hint, _ line: TextLine) {
    switch hint {
    case .requirement:
      items.append(
        RequirementItem(
          section: .required, tokens: line.tokens, indent: 0, isBullet: true, isDeclared: true))
    case .summary: summaries.append(line.tokens)
    case .posted: dates.take(posted: role.dates(in: line.tokens).first?.date)
    case .closes:
      dates.take(closes: role.dates(in: line.tokens).first?.date, in: line.tokens)
    default: break
    }
  }

  /// Tags glued together, as job sites leave them: "AwsAzureRust".
  private func isTags(_ line: TextLine) -> Bool {
    guard line.tokens.count == 1 else { return false }
    let word = role.text[line.span]
    let humps = zip(word, word.dropFirst()).filter {
      (0x61...0x7A).contains($0) && (0x41...0x5A).contains($1)
    }
    return humps.count >= 2
  }

  private func isTitle(_ line: TextLine, _ title: Range<Int>?) -> Bool {
    guard let title, line.tokens.count >= title.count, line.tokens.count <= title.count + 2 else {
      return false
    }
    let words = role.tokens[line.tokens]
    return role.tokens[title].allSatisfy { token in words.contains { $0.term == token.term } }
  }
}
