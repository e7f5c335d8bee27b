import Documents
import Reading
import Tokenization
import Weighting

extension RoleBuilder {
  // MARK: - Sentences

  /// Reads a sentence of a line; `isTagged` says that hashtags stand in the line.
  mutating func read(
    _ sentence: Range<Int>, of line: TextLine, _ zone: Zone, isTagged: Bool
  ) {
    let cues = SentenceCues(sentence, in: role)
    dates.read(sentence, of: role)
    if readPay(sentence, cues, zone) {
      leave(sentence, "pay")
    } else if let why = foreign(sentence, cues, zone, isBullet: line.shape == .bullet) {
      leave(sentence, why)
    } else if readGates(sentence, cues) {
      leave(sentence, "gate")
    } else if let why = beside(sentence, cues, zone, line, isTagged: isTagged) {
      leave(sentence, besides: why, cues)
    } else {
      take(sentence, of: line, zone, cues)
    }
  }

  /// Leaves out how to apply and what is offered, but for whom it is said to be for.
  private mutating func leave(
    _ sentence: Range<Int>, besides why: String, _ cues: SentenceCues
  ) {
    let reader = ProseReader(role: role, hasSections: false, employer: nil)
    let condition = why == "application" ? reader.condition(of: sentence, cues) : nil
    if let condition {
      prose.append(Prose(tokens: condition, isBullet: false, use: .whole))
    } else if ["application", "benefits"].contains(why), cues.has(.seeks) {
      prose.append(Prose(tokens: sentence, isBullet: false, use: .jobs))
    }
    leave((condition?.upperBound ?? sentence.lowerBound)..<sentence.upperBound, why)
  }

  mutating func leave(_ sentence: Range<Int>, _ why: String) {
    leftOut.append(Role.LeftOut(why: why, span: role.span(sentence)))
  }

  /// Reads the gates of a sentence; true where it speaks of any.
  private mutating func readGates(_ sentence: Range<Int>, _ cues: SentenceCues) -> Bool {
    let reader = GateReader(role: role)
    var found = reader.gates(in: sentence, cues)
    if let residence = reader.residence(in: sentence, cues) { found.append(residence) }
    if !found.isEmpty { gates += found }
    return !found.isEmpty || cues.has(.screening) || cues.has(.clearance)
  }

  private static let payLabels = Term.words("salary pay compensation wage")

  /// Reads the pay of a sentence; true where it gives any.
  private mutating func readPay(_ sentence: Range<Int>, _ cues: SentenceCues, _ zone: Zone) -> Bool
  {
    guard role.hasNumber(sentence), cues.weight(.statistics) < 2,
      zone != .benefits || cues.weight(.benefits) == 0
    else { return false }
    // The site's header glues amounts together; a line that says "salary" is the posting's own.
    let isLabelled = role.contains(sentence, anyOf: Self.payLabels)
    let source: PayReader.Source =
      isLabelled ? .body : zone == .header ? .header : zone == .benefits ? .benefits : .body
    let found = PayReader(role: role).read(in: sentence, source: source)
    if !found.extras.isEmpty { payExtras += found.extras }
    if !found.ranges.isEmpty { pay += found.ranges }
    return !found.ranges.isEmpty
  }

  /// Why a sentence is not the role's at all, or nil: the site's, equal opportunity, said before.
  private mutating func foreign(
    _ sentence: Range<Int>, _ cues: SentenceCues, _ zone: Zone, isBullet: Bool
  ) -> String? {
    if cues.weight(.equalOpportunity) >= 2 { return "equal-opportunity" }
    if cues.weight(.site) >= 2 && (sentence.count <= 12 || zone == .header) { return "site" }
    if cues.weight(.statistics) >= 2 { return "statistics" }
    guard sentence.count >= 4 else { return nil }
    let key = role.tokens[sentence.dropFirst()].reduce(role.tokens[sentence.lowerBound].term) {
      Term($0, $1.term)
    }
    guard seen.insert(key).inserted else { return "duplicate" }
    guard !zone.asks, role.knowledge.isRecurring(key) else { return nil }
    // Many employers like the same thing in the same words; it is asked for all the same.
    let reader = ProseReader(role: role, hasSections: false, employer: nil)
    let asks =
      reader.predicate(sentence, cues) != nil
      || (isBullet && reader.asksAtStart(sentence, cues, isBullet: true))
    return asks ? nil : "boilerplate"
  }

  /// Why a sentence stands beside what is asked for, or nil: how to apply, benefits, links, contact
  /// data, and text below a list of requirements that asks for nothing.
  private func beside(
    _ sentence: Range<Int>, _ cues: SentenceCues, _ zone: Zone, _ line: TextLine, isTagged: Bool
  ) -> String? {
    if isTagged { return "site" }
    let bytes = role.text[line.span]
    let isLink = bytes.starts(with: "http".utf8) || bytes.starts(with: "www.".utf8)
    if isLink && sentence.count <= 14 { return "site" }
    if isContact(sentence) { return "application" }
    guard line.shape != .bullet else { return nil }
    if cues.weight(.application) >= 2 { return "application" }
    if cues.weight(.benefits) >= 2 { return "benefits" }
    guard zone.asks else { return nil }
    if leftOut.last?.why == "equal-opportunity" { return "site" }
    let isBelowList =
      items.last.map { $0.isBullet && !$0.isOpening && $0.section == zone.section } ?? false
    let asks =
      cues.weight(.requires) > 0
      || !role.years(in: sentence).isEmpty
    return isBelowList && !asks && zone != .responsibility ? "other" : nil
  }

  /// An e-mail address, or a telephone number: seven digits and more in groups.
  private func isContact(_ sentence: Range<Int>) -> Bool {
    if role.gaps(in: sentence).contains(where: { $0.marks.contains(.atSign) }) { return true }
    guard role.hasNumber(sentence) else { return false }
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

  /// Puts a sentence where it belongs: requirement, prose, or left out.
  private mutating func take(
    _ sentence: Range<Int>, of line: TextLine, _ zone: Zone, _ cues: SentenceCues
  ) {
    if zone.asks && cues.has(.negates) && !cues.has(.prefers) {
      guard let rest = behindNegation(sentence, cues) else {
        leave(sentence, "negated")
        return
      }
      leave(sentence.lowerBound..<rest.lowerBound, "negated")
      append(rest, of: line, zone.section ?? .other)
      return
    }
    switch zone {
    case .required, .preferred, .responsibility:
      for part in PreferenceReader(role: role).parts(of: sentence, zone.section ?? .other) {
        append(part.tokens, of: line, part.section)
      }
    case .header, .overview:
      prose.append(Prose(tokens: sentence, isBullet: line.shape == .bullet))
    default:
      if cues.has(.seeks) {
        prose.append(Prose(tokens: sentence, isBullet: false, use: .jobs))
      }
      leave(sentence, zone.rawValue)
    }
  }

  private static let but = Term(word: "but")

  /// What is asked for behind "you need no Java, but …".
  func behindNegation(_ sentence: Range<Int>, _ cues: SentenceCues) -> Range<Int>? {
    guard let negation = cues.first(.negates),
      let but = (negation.upperBound..<sentence.upperBound).first(where: {
        role.isWord($0, Self.but)
      }), but + 3 < sentence.upperBound
    else { return nil }
    let rest = but + 1..<sentence.upperBound
    let own = SentenceCues(rest, in: role)
    return own.has(.requires) || own.has(.candidate) ? rest : nil
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
