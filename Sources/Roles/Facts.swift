import Documents
import Reading
import Tokenization

/// Reads the title, the employer, and what the title says of seniority.
struct TitleReader {
  let role: RoleText
  let zones: [ZoneReader.Assignment]

  /// Nouns that head a title.
  private static let nouns = spelt(
    """
    engineer developer manager nurse accountant teacher chef cook electrician technician analyst \
    scientist architect designer director administrator assistant supervisor officer consultant \
    specialist coordinator associate lead head executive representative clerk driver operator \
    mechanic plumber welder carpenter physician doctor surgeon pharmacist therapist physiotherapist \
    dietitian paralegal lawyer attorney solicitor counsel secretary receptionist practitioner \
    radiographer midwife psychologist psychiatrist counsellor counselor social worker carer \
    caretaker cleaner porter warehouse picker packer buyer planner controller auditor bookkeeper \
    recruiter trainer tutor lecturer professor researcher editor writer journalist photographer \
    artist producer cashier barista bartender waiter server host housekeeper guard paramedic dentist \
    hygienist veterinarian biologist chemist physicist statistician mathematician strategist \
    programmer tester owner master partner advisor adviser agent broker underwriter actuary \
    consultant registrar fellow intern apprentice trainee foreman superintendent surveyor inspector \
    machinist fitter installer labourer laborer gp practitioner optometrist audiologist podiatrist \
    phlebotomist librarian principal president founder controller clerk cashier sommelier baker \
    butcher tailor roofer glazier bricklayer groundskeeper gardener arborist courier dispatcher \
    stevedore longshoreman forklift hygienist phlebotomist sonographer orthotist prosthetist \
    dermatologist cardiologist anaesthetist anesthesiologist oncologist radiologist pathologist \
    geologist economist translator interpreter copywriter animator illustrator curator archivist \
    merchandiser stylist barber esthetician lifeguard coach referee instructor facilitator \
    investigator detective firefighter soldier pilot steward conductor captain officer judge clerk \
    magistrate notary conveyancer adjuster assessor valuer appraiser teller trader dealer salesperson \
    promoter ambassador evangelist recruiter scheduler expeditor estimator draughtsman drafter \
    cto ceo cfo coo vp swe sre
    """)
  private static let labels = Term.words("title position role vacancy")

  /// Words as they are spelt: by their stems "office" were "officer", and "engineering" "engineer".
  private static func spelt(_ list: String) -> TermSet {
    TermSet(
      list.split { $0 == " " || $0 == "\n" }.map { Term(spelling: Array($0.utf8)) })
  }

  /// Whether a token is the noun of an occupation, one or several.
  private func isNoun(_ index: Int) -> Bool {
    let word = role.text[role.tokens[index].span].map { $0 | 0x20 }
    return Self.nouns.contains(Term(spelling: word))
      || (word.last == 0x73 && Self.nouns.contains(Term(spelling: word.dropLast())))
  }
  private static let employerLabels = Term.words("company employer organisation organization")

  /// The tokens of the title.
  func title() -> Range<Int>? {
    if let hinted = role.lines.first(where: { $0.hint == .title }), hinted.tokens.count <= 14 {
      return withoutCall(hinted.tokens)
    }
    if let labelled = labelled(Self.labels),
      labelled.count > 1 || labelled.contains(where: isNoun)
    {
      return labelled
    }
    let header = role.lines.indices.prefix(14).filter { index in
      let line = role.lines[index]
      // An emoji before the title looks like a bullet.
      return line.shape != .blank && (line.shape != .bullet || index < 3) && !zones[index].isHeading
        && (1...14).contains(line.tokens.count) && zones[index].zone != .tail
    }
    let titles = header.map { role.lines[$0] }.filter(isTitle)
    // "Jobs for engineers" is a site's; the title names one engineer, if any line does.
    let chosen = titles.first { names(one: $0.tokens) } ?? titles.first
    if let chosen { return withoutCall(chosen.tokens) }
    return announced() ?? plainTitle()
  }

  /// Whether a title names a single person: its noun is no plural.
  private func names(one range: Range<Int>) -> Bool {
    range.contains { index in
      let word = role.text[role.tokens[index].span]
      return isNoun(index)
        && (word.last.map { $0 | 0x20 } != 0x73 || word.suffix(2).allSatisfy { $0 | 0x20 == 0x73 })
    }
  }

  /// The first line, where it names an occupation in a few small words: "line cook - full time".
  private func plainTitle() -> Range<Int>? {
    guard let line = role.lines.first(where: { $0.shape != .blank }), line.tokens.count <= 10,
      let noun = line.tokens.first(where: isNoun),
      noun < line.tokens.lowerBound + 4
    else { return nil }
    return line.tokens.lowerBound..<noun + 1
  }

  private static let calls = Term.words("wanted needed required sought")

  /// "Electrician wanted, Tulsa" is the title of an electrician, "Analyst at Acme" that of an analyst.
  private func withoutCall(_ range: Range<Int>) -> Range<Int> {
    let end = range.dropFirst().first { index in
      Self.calls.contains(role.tokens[index].term)
        || role.isWord(index, Self.preposition) && index + 1 < range.upperBound
          && role.tokens[index + 1].traits.contains(.capitalized)
    }
    return withoutKind(range.lowerBound..<(end ?? range.upperBound))
  }

  /// "Radiographer - Job Specification" without the name of the document.
  private func withoutKind(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 3, role.isWord(range.upperBound - 2, Term(word: "job")) else {
      return range
    }
    let kinds = Term.words("specification description advert profile")
    return kinds.contains(role.tokens[range.upperBound - 1].term)
      ? range.lowerBound..<range.upperBound - 2 : range
  }

  private func isTitle(_ line: TextLine) -> Bool {
    let range = line.tokens
    guard let first = range.first,
      line.isCell || role.tokens[first].traits.contains(.capitalized),
      range.contains(where: isNoun), role.sentences(range).count == 1
    else { return false }
    // "All jobs › Solicitor › Leeds" is the site's way to the page.
    let isPath =
      role.text[line.span].contains(0x3E)
      || range.dropFirst().contains {
        role.gap(before: $0).elementsEqual(" › ".utf8)
      }
    let end = role.text[line.span].last
    guard !isPath, end != 0x2E && end != 0x3F && end != 0x21 else { return false }
    let cues = SentenceCues(range, in: role)
    // "(m/f/d)" are no small words.
    let small = role.tokens[range].filter { $0.traits.contains(.stop) && $0.span.count > 1 }.count
    return cues.weight(.site) < 2 && !cues.has(.statistics) && small * 3 <= range.count
      && !role.gapHasPay(range)
  }

  private static let verb = Term(word: "is")
  private static let preposition = Term(word: "at")
  private static let openers = Term.words("looking seeking hiring recruiting require")

  /// "We are looking for a Principal Architect to join", "seeking a …".
  private func announced() -> Range<Int>? {
    for (line, zone) in zip(role.lines, zones) where zone.zone != .tail {
      for index in line.tokens
      where Self.openers.contains(role.tokens[index].term) || isAsA(index, line.tokens) {
        var start = index + 1
        while start < line.tokens.upperBound, role.tokens[start].traits.contains(.stop) {
          start += 1
        }
        // Adjectives before the title are small: "an experienced Senior Architect".
        while start < line.tokens.upperBound,
          role.tokens[start].traits.isDisjoint(with: [.capitalized, .stop]), start < index + 6
        { start += 1 }
        var end = start
        while end < line.tokens.upperBound, end < start + 12, role.isTitleWord(end, from: start) {
          end += 1
        }
        while end > start, role.tokens[end - 1].traits.contains(.stop) { end -= 1 }
        if (start..<end).contains(where: isNoun) { return start..<end }
      }
    }
    return nil
  }

  /// "join our team as a Senior Media Manager".
  private func isAsA(_ index: Int, _ range: Range<Int>) -> Bool {
    index + 2 < range.upperBound && role.isSpelt(index, "as")
      && (role.isSpelt(index + 1, "a") || role.isSpelt(index + 1, "an"))
  }

  /// The tokens after a label and a colon, or in a table's row: "Job title: …".
  private func labelled(_ labels: TermSet) -> Range<Int>? {
    for line in role.lines where (2...16).contains(line.tokens.count) {
      for index in line.tokens.prefix(2) where labels.contains(role.tokens[index].term) {
        guard index + 1 < line.tokens.upperBound else { continue }
        let gap = role.gap(before: index + 1)
        if gap.contains(where: { $0 == 0x3A || $0 == 0x7C || $0 == 0x09 }) {
          return index + 1..<line.tokens.upperBound
        }
      }
    }
    return nil
  }

  // MARK: - Employer

  /// The employer's name.
  func employer(title: Range<Int>?) -> String? {
    if let hinted = role.lines.first(where: { $0.hint == .employer }) {
      return name(hinted: hinted.tokens)
    }
    if let labelled = labelled(Self.employerLabels) { return name(labelled) }
    let near = afterTitle(title)
    let own = asEqualOpportunityEmployer()
    if let near, let own { return near.hasPrefix(own) ? near : own }
    return own ?? atTitle() ?? tableRow() ?? near ?? beforeTitle(title)
  }

  /// A name in a field, without what people write behind it: "Acme (YC S18)", "Acme - remote", "Analyst
  /// at Acme, the makers of …".
  private func name(hinted range: Range<Int>) -> String {
    var range = range
    if range.contains(where: isNoun),
      let at = range.dropFirst().first(where: { role.isWord($0, Self.preposition) }),
      at + 1 < range.upperBound
    {
      range = at + 1..<range.upperBound
    }
    let end = range.dropFirst().first { index in
      let gap = role.gap(before: index)
      return gap.contains { [0x28, 0x7C].contains($0) } || role.isSpelt(index, "is")
        || gap.elementsEqual([0x20, 0x2D, 0x20])
        || (gap.contains(0x2C) && role.tokens[index].traits.contains(.stop))
    }
    return name(range.lowerBound..<(end ?? range.upperBound))
  }

  /// The subject of "Acme is an equal opportunity employer".
  private func asEqualOpportunityEmployer() -> String? {
    for line in role.lines {
      for sentence in role.sentences(line.tokens) where sentence.count > 4 {
        let words = role.tokens[sentence]
        guard let verb = words.firstIndex(where: { $0.term == Self.verb }),
          (1...5).contains(verb - sentence.lowerBound),
          SentenceCues(verb..<sentence.upperBound, in: role).weight(.equalOpportunity) >= 2,
          words[sentence.lowerBound..<verb].allSatisfy({ $0.traits.contains(.capitalized) }),
          !words[sentence.lowerBound].traits.contains(.stop)
        else { continue }
        return name(sentence.lowerBound..<verb)
      }
    }
    return nil
  }

  /// The name in "this role at Acme?", in the first lines.
  private func atTitle() -> String? {
    for line in role.lines.prefix(12) {
      for index in line.tokens.dropLast() where role.isWord(index, Self.preposition) {
        let isRole =
          index > line.tokens.lowerBound
          && (isNoun(index - 1) || Self.labels.contains(role.tokens[index - 1].term))
        if isRole, let name = capitalized(from: index + 1, line.tokens.upperBound) { return name }
      }
    }
    return nil
  }

  /// A row of a table without a colon: "Company Acme".
  private func tableRow() -> String? {
    for line in role.lines where (2...6).contains(line.tokens.count) {
      guard let first = line.tokens.first, Self.employerLabels.contains(role.tokens[first].term),
        role.tokens[first].traits.contains(.capitalized)
      else { continue }
      return capitalized(from: first + 1, line.tokens.upperBound)
    }
    return nil
  }

  /// The short line after the title.
  private func afterTitle(_ title: Range<Int>?) -> String? {
    guard let title,
      let index = role.lines.firstIndex(where: { $0.tokens.contains(title.lowerBound) })
    else { return nil }
    for line in role.lines[(index + 1)...].prefix(3) where line.shape != .blank {
      // "Location: remote" is a label's.
      guard let first = line.tokens.first, !role.text[line.span].contains(0x3A) else { return nil }
      let places = role.places(in: line.tokens)
      if let place = places.first, place.tokens.lowerBound > first, line.tokens.count <= 14 {
        // "Acme, Leeds, West Yorkshire"
        return capitalized(from: first, place.tokens.lowerBound)
      }
      if let number = line.tokens.first(where: { role.tokens[$0].traits.contains(.number) }) {
        // "Acme Ltd.   ★ 3.6 (41 reviews)"
        return number > first + 1 ? capitalized(from: first, number) : nil
      }
      guard line.tokens.count <= 6, role.tokens[first].traits.contains(.capitalized),
        !role.gapHasPay(line.tokens), places.isEmpty,
        role.knowledge.cues.heading(in: role.tokens, line.tokens, of: .posting) == nil,
        role.dates(in: line.tokens).isEmpty,
        role.text[line.span].last != 0x3A
      else { return nil }
      return name(line.tokens)
    }
    return nil
  }

  private static let forms = Term.words(
    "inc ltd llc gmbh bv plc co corp corporation limited llp lp pllc pc ag sa spa srl oy ab nv kg")

  /// The line before the title, where it ends like the name of a company: "Acme Ltd.".
  private func beforeTitle(_ title: Range<Int>?) -> String? {
    guard let title,
      let index = role.lines.firstIndex(where: { $0.tokens.contains(title.lowerBound) }),
      let line = role.lines[..<index].suffix(3).last(where: {
        $0.tokens.count <= 6 && role.contains($0.tokens, anyOf: Self.forms)
      })
    else { return nil }
    return name(line.tokens)
  }

  private func capitalized(from start: Int, _ limit: Int) -> String? {
    var end = start
    while end < limit, role.tokens[end].traits.contains(.capitalized),
      end == start || role.gap(before: end).allSatisfy({ [0x20, 0x2E, 0x26, 0x27].contains($0) })
    { end += 1 }
    return end > start ? name(start..<end) : nil
  }

  private func name(_ range: Range<Int>) -> String {
    let words = role.words(range)
    // "Acme Ltd." keeps its stop.
    let end = role.tokenized.span(of: range).upperBound
    let isForm = range.last.map { Self.forms.contains(role.tokens[$0].term) } ?? false
    return isForm && end < role.text.count && role.text[end] == 0x2E ? words + "." : words
  }

  // MARK: - Seniority

  private static let levels: [(words: TermSet, level: String)] = [
    (Term.words("intern trainee apprentice graduate"), "entry"), (Term.words("junior"), "junior"),
    (Term.words("principal"), "principal"), (Term.words("staff"), "staff"),
    (Term.words("director vp president"), "director"), (Term.words("head chief"), "executive"),
    (Term.words("lead"), "lead"), (Term.words("senior sr"), "senior"),
  ]

  /// What the words of the title say.
  func seniority(_ title: Range<Int>?) -> String {
    guard let title else { return "unknown" }
    return Self.levels.first { role.contains(title, anyOf: $0.words) }?.level ?? "unknown"
  }
}

extension RoleText {
  /// Whether an amount of money stands among the tokens.
  func gapHasPay(_ range: Range<Int>) -> Bool {
    let span = tokenized.span(of: range)
    let before = max(0, span.lowerBound - 1)
    return text[before..<span.upperBound].contains(0x24)
      || text[before..<span.upperBound].indices.contains { index in
        index + 1 < span.upperBound
          && (text[index] == 0xC2 && text[index + 1] == 0xA3
            || text[index] == 0xE2 && text[index + 1] == 0x82)
      }
  }

  /// Whether a word goes on a title that was announced in a sentence.
  func isTitleWord(_ index: Int, from start: Int) -> Bool {
    let traits = tokens[index].traits
    let isJoint = [Term(word: "and"), Term(word: "of"), Term(word: "for")].contains(
      tokens[index].term)
    guard traits.contains(.capitalized) || isJoint else { return false }
    return index == start
      || gap(before: index).allSatisfy { [0x20, 0x2D, 0x2F, 0x26, 0x2A].contains($0) }
  }
}
