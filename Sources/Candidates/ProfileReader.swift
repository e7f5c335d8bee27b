package import Documents
package import Reading
package import Tokenization

/// Reads résumés: contact data out, sections and positions understood, passages kept as evidence.
///
///     var reader = ProfileReader(knowledge: knowledge)
///     let parsed = reader.read(document)
///     parsed.profile.experienceMonths  // 101
///
/// The reading goes in five steps: `ContactReader` cuts the contact data out of the lines,
/// `LineSorter` puts lines into sections, `ForeignText` leaves out what is no part of it, `EntryReader` finds positions with their dates, and what is
/// left becomes passages. It uses no clock and no random number: the same document gives the same
/// profile.
///
/// Complexity: O(bytes); what is looked for with more effort is looked for in short lines only.
package struct ProfileReader: Sendable {
  private let knowledge: Knowledge
  private let sections: SectionReader
  private var tokenizer: Tokenizer

  /// Fewer indexed terms than that make no résumé.
  private static let fewTerms = 30

  package init(knowledge: Knowledge) {
    self.knowledge = knowledge
    sections = SectionReader(cues: knowledge.cues)
    tokenizer = Tokenizer(lexicon: knowledge.lexicon)
  }

  /// Reads a résumé: text, Markdown, a JSON résumé laid out as text, or a record.
  ///
  /// - Parameter asOf: until when positions that go on have lasted; without it, until the latest month
  ///   that the résumé names. It changes counts of months only.
  package mutating func read(_ document: Document, asOf: CalendarDate? = nil) -> ParsedProfile {
    let tokenized = tokenizer.tokenize(document.text, lines: document.lines.map(\.span))
    let text = ResumeText(bytes: document.text, tokenized: tokenized)
    let (contact, columns) = contact(of: document, text)
    let dates = PeriodReader(text: text)
    var sorter = LineSorter(text: text, sections: sections)
    let own = ForeignText(text: text, knowledge: knowledge, dates: dates).leftOut(
      of: sorter.sorted(
        textLines(contact.lines, of: document, text, dates, hasColumns: columns != nil)))
    var entries = EntryReader(text: text, dates: dates, knowledge: knowledge, lines: own.lines)
    let lines = entries.read()
    let education = EducationReader(text: text, dates: dates, knowledge: knowledge)
    let named = entries.entries.flatMap { [$0.period.start, $0.period.end].compactMap { $0 } }
    let latest = (named + education.dates(of: lines)).max()
    let (passages, leftOut) = Self.passages(
      columns == nil ? lines : lines.sorted { $0.line.span.lowerBound < $1.line.span.lowerBound },
      of: document, text, dates)
    let present = asOf ?? latest
    let experience = Self.experience(entries.entries, text, present: present)
    let skills = SkillReader(text: text, table: knowledge.skills).read(passages.map(\.tokens))
    let profile = Profile(
      id: document.id, name: contact.name, places: contact.places,
      passages: passages.map(\.passage), experience: experience.positions,
      experienceMonths: experience.months, latest: latest,
      seniority: Self.seniority(experience.positions, text), education: education.read(lines),
      skills: Self.skills(skills, passages.map(\.passage), experience.positions, present),
      languages: LanguageReader(text: text).read(lines),
      declaration: document.declared,
      leftOut: leftOut
        + document.hidden.map { Profile.LeftOut(why: $0.why.rawValue, span: $0.span) },
      warnings: document.warnings + own.warnings + MixedScript.warnings(in: tokenized)
        + Self.warnings(passages.map(\.tokens), text)
        + (entries.isCut ? [Self.manyPositions] : []))
    return ParsedProfile(
      profile: profile, text: text, tokenized: tokenized, passageTokens: passages.map(\.tokens),
      skillPassages: skills.passages, deniedPassages: skills.denied, work: entries.work)
  }

  /// The lines of a résumé in the order in which it is read, one column after the other, with the
  /// contact data in lines of their own that say so.
  package mutating func lines(of document: Document) -> [Document.Line] {
    let tokenized = tokenizer.tokenize(document.text, lines: document.lines.map(\.span))
    return contact(of: document, ResumeText(bytes: document.text, tokenized: tokenized))
      .contact.lines
  }

  private func contact(
    of document: Document, _ text: ResumeText
  ) -> (contact: ContactReader.Result, columns: [Document.Line]?) {
    let columns = ColumnReader(text: text, sections: sections).lines(of: document)
    let contact = ContactReader.read(
      columns ?? document.lines, text, knowledge: knowledge, sections: sections)
    return (contact, columns)
  }

  /// The lines as they were meant.
  private func textLines(
    _ contactLines: [Document.Line], of document: Document, _ text: ResumeText,
    _ dates: PeriodReader,
    hasColumns: Bool
  ) -> [TextLine] {
    let reader = LineReader(cues: knowledge.cues, headings: .resume)
    let lines = { (lines: [Document.Line]) in
      reader.lines(
        of: Document(id: document.id, format: document.format, text: document.text, lines: lines),
        text.tokenized)
    }
    // What stands between two lines of one column belongs to the other: no line goes on.
    if hasColumns { return contactLines.flatMap { lines([$0]) } }
    return LineMender(text: text, sections: sections, dates: dates).mended(lines(contactLines))
  }

  // MARK: - Parts of the profile

  private typealias Found = (passage: Profile.Passage, tokens: Range<Int>)

  /// The passages of the lines that are scored, and the stretches that are not.
  private static func passages(
    _ lines: [ResumeLine], of document: Document, _ text: ResumeText, _ dates: PeriodReader
  ) -> (found: [Found], leftOut: [Profile.LeftOut]) {
    var found: [Found] = []
    var leftOut: [Profile.LeftOut] = []
    for line in lines {
      let span = line.line.span
      switch line.use {
      case .blank: continue
      case .leftOut(let why): leftOut.append(Profile.LeftOut(why: why, span: span))
      case .content where isDatesOnly(line, dates):
        leftOut.append(Profile.LeftOut(why: "dates", span: span))
      case .content:
        let passage = Profile.Passage(
          id: "p\(found.count + 1)", text: text.line(span), span: span, section: line.section,
          entry: line.entry, page: document.page(of: span))
        found.append((passage, line.line.tokens))
      }
    }
    return (found, leftOut)
  }

  /// A line that is a period and nothing else says what `Experience` says already.
  private static func isDatesOnly(_ line: ResumeLine, _ dates: PeriodReader) -> Bool {
    let tokens = line.line.tokens
    guard tokens.count <= 8 else { return false }
    return dates.periods(in: tokens).first?.tokens == tokens
  }

  private static func experience(
    _ entries: [EntryReader.Entry], _ text: ResumeText, present: CalendarDate?
  ) -> (positions: [Profile.Experience], months: Int) {
    let months = WorkMonths(present: present)
    let positions = entries.map { entry in
      Profile.Experience(
        title: entry.title, employer: entry.employer, start: entry.period.start,
        end: entry.period.end,
        months: months.interval(from: entry.period.start, to: entry.period.end).count,
        span: entry.span, dates: text.span(of: entry.period.tokens),
        isVolunteering: entry.isVolunteering)
    }
    let paid = entries.filter { !$0.isVolunteering }.map {
      months.interval(from: $0.period.start, to: $0.period.end)
    }
    return (positions, WorkMonths.union(paid))
  }

  /// What shows each skill, and for how long.
  private static func skills(
    _ found: SkillReader.Result, _ passages: [Profile.Passage], _ experience: [Profile.Experience],
    _ present: CalendarDate?
  ) -> [Profile.SkillShown] {
    found.names.map { name in
      let shown = found.passages[name] ?? []
      let entries = Set(shown.compactMap { passages[$0].entry }).sorted()
      let use = SkillHistory.use(shown, entries, of: experience, present: present)
      return Profile.SkillShown(
        name: name, months: use.months, level: found.levels[name], entries: use.entries,
        lastUsed: use.lastUsed)
    }
  }

  /// The rank of the latest position that has a title, paid ones first.
  private static func seniority(_ positions: [Profile.Experience], _ text: ResumeText) -> Seniority
  {
    let titled = positions.filter { $0.title != nil }
    let paid = titled.filter { !$0.isVolunteering }
    let latest = (paid.isEmpty ? titled : paid).enumerated().max { left, right in
      let key = { (entry: Profile.Experience) in
        (entry.end?.monthIndex ?? Int.max, entry.start.monthIndex)
      }
      // Of equal ones the first counts.
      return key(left.element) != key(right.element)
        ? key(left.element) < key(right.element) : left.offset > right.offset
    }
    let words = latest?.element.title?.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.map { Seniority(title: $0.map(String.init)) } ?? .unknown
  }

  private static var manyPositions: Warning {
    Warning(
      code: "many-positions",
      message:
        "more than \(EntryReader.mostPositions) dated entries: the rest count for no position")
  }

  private static func warnings(_ passages: [Range<Int>], _ text: ResumeText) -> [Warning] {
    var count = 0
    for tokens in passages where count < fewTerms {
      count += tokens.filter { text.tokens[$0].isIndexed }.count
    }
    if count == 0 {
      return [Warning(code: "no-terms", message: "no words that can be compared with a role")]
    }
    guard count < fewTerms else { return [] }
    return [
      Warning(
        code: "short-profile",
        message: "\(count) words: a title or a bare list of skills is scored, but has no fit")
    ]
  }
}

/// A profile with what the engine needs beside it.
package struct ParsedProfile: Sendable {
  package let profile: Profile
  /// The text.
  let text: ResumeText
  /// The tokens of the whole text, line by line in the order of the document.
  package let tokenized: TokenizedText
  /// For each passage, at the same index as in `profile.passages`, its tokens.
  package let passageTokens: [Range<Int>]
  /// For each skill of the profile, the passages that name it, rising.
  package let skillPassages: [String: [Int]]
  /// Passages that deny what they name: "Not certified in PALS".
  package let deniedPassages: Set<Int>
  /// What the search for positions has cost.
  package let work: ReadingWork
}
