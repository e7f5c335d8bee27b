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
    rep dietician physiologist optician marketer generalist rmn rgn hca odp cto ceo cfo coo vp swe sre
    """)
  static let labels = Term.words("title position role vacancy")

  /// Words as they are spelt: by their stems "office" were "officer", and "engineering" "engineer".
  private static func spelt(_ list: String) -> TermSet {
    TermSet(
      list.split { $0 == " " || $0 == "\n" }.map { Term(spelling: Array($0.utf8)) })
  }

  /// Whether a token is the noun of an occupation, one or several.
  func isNoun(_ index: Int) -> Bool {
    let word = role.text[role.tokens[index].span].map { $0 | 0x20 }
    return Self.nouns.contains(Term(spelling: word))
      || (word.last == 0x73 && Self.nouns.contains(Term(spelling: word.dropLast())))
  }
  static let employerLabels = Term.words("company employer organisation organization")

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

  private static let job = Term(word: "job")
  private static let kinds = Term.words("specification description advert profile")

  /// "Radiographer - Job Specification" without the name of the document.
  private func withoutKind(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 3, role.isWord(range.upperBound - 2, Self.job) else { return range }
    return Self.kinds.contains(role.tokens[range.upperBound - 1].term)
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

  static let verb = Term(word: "is")
  static let preposition = Term(word: "at")
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
  func labelled(_ labels: TermSet) -> Range<Int>? {
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

  // MARK: - Seniority

  private static let levels: [(words: TermSet, level: String)] = [
    (Term.words("intern trainee apprentice graduate"), "entry"), (Term.words("junior"), "junior"),
    (Term.words("principal"), "principal"), (Term.words("staff"), "staff"),
    (Term.words("director vp president"), "director"), (Term.words("head chief"), "executive"),
    (Term.words("lead"), "lead"), (Term.words("senior sr"), "senior"),
  ]

  /// Who may be one "of staff" by rank; a staff nurse or a staff accountant is a plain one.
  private static let ranked = Term.words(
    "engineer developer scientist designer programmer researcher manager architect technical")

  /// What the words of the title say.
  func seniority(_ title: Range<Int>?) -> String {
    guard let title else { return "unknown" }
    let named = Self.levels.first { level in
      role.contains(title, anyOf: level.words)
        && (level.level != "staff" || role.contains(title, anyOf: Self.ranked))
    }
    return named?.level ?? "unknown"
  }
}
