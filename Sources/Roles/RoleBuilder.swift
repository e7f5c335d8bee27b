import Documents
import Reading
import Tokenization
import Weighting

/// Puts a role together from its lines.
struct RoleBuilder {
  let role: RoleText
  let zones: [ZoneReader.Assignment]
  var items: [RequirementItem] = []
  var prose: [Range<Int>] = []
  var gates: [Gate] = []
  var pay: [PayReader.Found] = []
  var payExtras: [Pay.Extra] = []
  var leftOut: [Role.LeftOut] = []
  var closes: CalendarDate?
  var posted: CalendarDate?
  var starts: CalendarDate?
  private var seen: Set<Term> = []
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
  }

  init(_ role: RoleText) {
    self.role = role
    var reader = ZoneReader(role)
    zones = reader.zones()
  }

  /// Reads all lines and makes the role.
  mutating func build() -> ParsedRole {
    let titles = TitleReader(role: role, zones: zones)
    let title = titles.title()
    for index in role.lines.indices { read(line: index, title: title) }
    let hasExplicit = items.contains { $0.section == .required || $0.section == .preferred }
    if !hasExplicit { takeProse() }
    if items.count > Self.mostItems {
      for item in items[Self.mostItems...] { leave(item.tokens, "too-many") }
      items.removeLast(items.count - Self.mostItems)
    }
    let places = self.places()
    let trees = requirements()
    let workplace = self.workplace()
    var all = GateReader.merged(gates)
    addRoleGates(&all, places: places, workplace: workplace)
    var built = Role(
      id: role.document.id, title: title.map(role.words) ?? "",
      employer: titles.employer(title: title), locations: places.map(\.place),
      workplace: workplace, seniority: titles.seniority(title),
      pay: PayReader.pay(from: pay, extras: payExtras, places: places.map(\.place)),
      posted: posted, closes: closes, starts: starts,
      requirements: trees.map(\.requirement), gates: all, skills: skills(trees),
      leftOut: merged(leftOut), warnings: role.document.warnings)
    let fields = self.fields(title: title, trees: trees)
    addWarnings(&built, fields: fields)
    return ParsedRole(role: built, tokenized: role.tokenized, fields: fields)
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
      readBelowEqualOpportunity(line)
      return
    default: break
    }
    if line.tokens.isEmpty || isTags(line) || isTitle(line, title) {
      let why = isTitle(line, title) ? "title" : "site"
      leftOut.append(Role.LeftOut(why: why, span: line.span))
      return
    }
    for sentence in role.sentences(line.tokens) { read(sentence, of: line, zone) }
  }

  /// Below the heading of the equal-opportunity text, dates and checks count only in sentences that
  /// are none of it.
  private mutating func readBelowEqualOpportunity(_ line: TextLine) {
    for sentence in role.sentences(line.tokens) {
      let cues = SentenceCues(sentence, in: role)
      if cues.weight(.equalOpportunity) == 0 {
        readDates(sentence)
        gates += GateReader(role: role).gates(in: sentence).filter { $0.kind == .backgroundCheck }
      }
    }
    leftOut.append(Role.LeftOut(why: Zone.equalOpportunity.rawValue, span: line.span))
  }

  private mutating func read(hint: Document.Hint, _ line: TextLine) {
    switch hint {
    case .requirement:
      items.append(
        RequirementItem(section: .required, tokens: line.tokens, indent: 0, isBullet: true))
    case .summary: prose.append(line.tokens)
    case .posted: posted = dates(line.tokens).first
    case .closes: closes = dates(line.tokens).first
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
    guard let title else { return false }
    return line.tokens.count <= title.count + 2
      && Set(role.tokens[title].map(\.term)).isSubset(of: role.tokens[line.tokens].map(\.term))
  }

  func dates(_ range: Range<Int>) -> [CalendarDate] {
    DateReader(text: role.text, tokens: role.tokens).dates(in: range).map(\.date)
  }

  // MARK: - Sentences

  private mutating func read(_ sentence: Range<Int>, of line: TextLine, _ zone: Zone) {
    let cues = SentenceCues(sentence, in: role)
    readDates(sentence)
    if readPay(sentence, cues, zone) {
      leave(sentence, "pay")
    } else if let why = foreign(sentence, cues, zone) {
      leave(sentence, why)
    } else if readGates(sentence, cues) {
      leave(sentence, "gate")
    } else if let why = beside(sentence, cues, zone, line) {
      leave(sentence, why)
    } else {
      take(sentence, of: line, zone, cues)
    }
  }

  private mutating func leave(_ sentence: Range<Int>, _ why: String) {
    leftOut.append(Role.LeftOut(why: why, span: role.span(sentence)))
  }

  /// Reads the gates of a sentence; true where it speaks of any.
  private mutating func readGates(_ sentence: Range<Int>, _ cues: SentenceCues) -> Bool {
    let reader = GateReader(role: role)
    let found = reader.gates(in: sentence) + [reader.residence(in: sentence)].compactMap { $0 }
    gates.append(contentsOf: found)
    return !found.isEmpty || cues.has(.screening) || cues.has(.clearance)
  }

  private static let payLabels = Term.words("salary pay compensation wage")

  /// Reads the pay of a sentence; true where it gives any.
  private mutating func readPay(_ sentence: Range<Int>, _ cues: SentenceCues, _ zone: Zone) -> Bool
  {
    guard cues.weight(.statistics) < 2, zone != .benefits || cues.weight(.benefits) == 0 else {
      return false
    }
    // The site's header glues amounts together; a line that says "salary" is the posting's own.
    let isLabelled = role.contains(sentence, anyOf: Self.payLabels)
    let found = PayReader(role: role)
      .read(in: sentence, isInBody: zone != .header || isLabelled)
    pay += found.ranges
    payExtras += found.extras
    return !found.ranges.isEmpty
  }

  /// Why a sentence is not the role's at all, or nil: the site's, equal opportunity, said before.
  private mutating func foreign(
    _ sentence: Range<Int>, _ cues: SentenceCues, _ zone: Zone
  ) -> String? {
    if cues.weight(.equalOpportunity) >= 2 { return "equal-opportunity" }
    if cues.weight(.site) >= 2 && (sentence.count <= 12 || zone == .header) { return "site" }
    if cues.weight(.statistics) >= 2 { return "statistics" }
    guard sentence.count >= 4 else { return nil }
    let key = Term(sequence: role.tokens[sentence].map(\.term)) ?? Term(key: 0)
    guard seen.insert(key).inserted else { return "duplicate" }
    return !zone.asks && role.knowledge.background.isRecurring(key) ? "boilerplate" : nil
  }

  /// Why a sentence stands beside what is asked for, or nil: how to apply, benefits, links, contact
  /// data, and text below a list of requirements that asks for nothing.
  private func beside(
    _ sentence: Range<Int>, _ cues: SentenceCues, _ zone: Zone, _ line: TextLine
  ) -> String? {
    let bytes = role.text[line.span]
    if bytes.filter({ $0 == 0x23 }).count >= 3 { return "site" }
    let isLink = bytes.starts(with: Array("http".utf8)) || bytes.starts(with: Array("www.".utf8))
    if isLink && sentence.count <= 14 { return "site" }
    if isContact(sentence) { return "application" }
    guard line.shape != .bullet else { return nil }
    if cues.weight(.application) >= 2 { return "application" }
    if cues.weight(.benefits) >= 2 { return "benefits" }
    guard zone.asks else { return nil }
    if leftOut.last?.why == "equal-opportunity" { return "site" }
    let isBelowList = items.last.map { $0.isBullet && $0.section == section(zone, cues) } ?? false
    let asks =
      cues.weight(.requires) > 0
      || !YearsReader(text: role.text, tokens: role.tokens).years(in: sentence).isEmpty
    return isBelowList && !asks && zone != .responsibility ? "other" : nil
  }

  /// An e-mail address, or a telephone number: seven digits and more in groups.
  private func isContact(_ sentence: Range<Int>) -> Bool {
    if role.text[role.tokenized.span(of: sentence)].contains(0x40) { return true }
    var digits = 0
    for index in sentence {
      let isGroup =
        role.tokens[index].traits.contains(.number) && role.tokens[index].span.count >= 2
      let isJoined = index > sentence.lowerBound && role.gap(before: index).count <= 2
      digits = isGroup ? (isJoined ? digits : 0) + role.tokens[index].span.count : 0
      if digits >= 9 && role.tokens[index].span.count <= 4 { return true }
    }
    return false
  }

  private static let closing = Term.words("until closes close closing deadline by before")
  private static let applying = Term.words(
    "application applications apply closes closing deadline vacancy")
  private static let posting = Term.words("posted posting published advertised")

  private mutating func readDates(_ sentence: Range<Int>) {
    let found = DateReader(text: role.text, tokens: role.tokens).dates(in: sentence)
    guard let last = found.last, last.date.day != nil else { return }
    let date = last.date
    // A label may stand before the sentence, glued to it: "APPLY BY: 8 January 2027".
    var start = sentence.lowerBound
    while start > 0, !role.tokens[start].traits.contains(.lineStart) { start -= 1 }
    let words = role.tokens[start..<sentence.upperBound].map(\.term)
    if words.contains(where: Self.applying.contains), words.contains(where: Self.closing.contains) {
      if closes == nil { closes = date }
    } else if posted == nil,
      words.contains(where: Self.posting.contains) || last.tokens == sentence
    {
      posted = date
    }
  }

  /// Puts a sentence where it belongs: requirement, prose, or left out.
  private mutating func take(
    _ sentence: Range<Int>, of line: TextLine, _ zone: Zone, _ cues: SentenceCues
  ) {
    if zone.asks && cues.has(.negates) && !cues.has(.prefers) {
      leftOut.append(Role.LeftOut(why: "negated", span: role.span(sentence)))
      return
    }
    switch zone {
    case .required, .preferred, .responsibility:
      append(sentence, of: line, section(zone, cues))
    case .header, .overview:
      prose.append(sentence)
    default:
      leftOut.append(Role.LeftOut(why: zone.rawValue, span: role.span(sentence)))
    }
  }

  private func section(_ zone: Zone, _ cues: SentenceCues) -> Requirement.Section {
    switch zone {
    case .preferred: .preferred
    case .required: cues.has(.prefers) ? .preferred : .required
    default: .responsibility
    }
  }

  /// The sentences of one bullet are one item.
  private mutating func append(
    _ sentence: Range<Int>, of line: TextLine, _ section: Requirement.Section
  ) {
    if line.shape == .bullet, let last = items.last, last.tokens.upperBound == sentence.lowerBound,
      last.tokens.lowerBound >= line.tokens.lowerBound, last.section == section
    {
      items[items.count - 1].tokens = last.tokens.lowerBound..<sentence.upperBound
    } else {
      items.append(
        RequirementItem(
          section: section, tokens: sentence, indent: line.indent, isBullet: line.shape == .bullet,
          opens: role.text[line.span].last == 0x3A))
    }
  }
}
