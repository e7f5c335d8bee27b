package import Documents
package import Reading
package import Tokenization

/// Reads résumés: contact data out, sections and positions understood, passages kept as evidence.
///
///     var reader = ProfileReader(knowledge: knowledge)
///     let parsed = reader.read(document)
///     parsed.profile.experienceMonths  // 101
///
/// The reading goes in four steps: `ContactReader` cuts the contact data out of the lines,
/// `LineSorter` puts lines into sections, `EntryReader` finds positions with their dates, and what is
/// left becomes passages. It uses no clock and no random number: the same document gives the same
/// profile.
///
/// Complexity: O(bytes); what is looked for with more effort is looked for in short lines only.
package struct ProfileReader: Sendable {
  private let knowledge: Knowledge
  private var tokenizer: Tokenizer

  /// Fewer indexed terms than that make no résumé.
  private static let fewTerms = 30

  package init(knowledge: Knowledge) {
    self.knowledge = knowledge
    tokenizer = Tokenizer(lexicon: knowledge.lexicon)
  }

  /// Reads a résumé: text, Markdown, a JSON résumé laid out as text, or a record.
  ///
  /// - Parameter asOf: until when positions that go on have lasted; without it, until the latest month
  ///   that the résumé names. It changes counts of months only.
  package mutating func read(_ document: Document, asOf: CalendarDate? = nil) -> ParsedProfile {
    let tokenized = tokenizer.tokenize(document.text, lines: document.lines.map(\.span))
    let text = ResumeText(bytes: document.text, tokenized: tokenized)
    let contact = ContactReader.read(document, text, knowledge: knowledge)
    let cut = Document(
      id: document.id, format: document.format, text: document.text, lines: contact.lines)
    let textLines = LineReader(cues: knowledge.cues, headings: .resume).lines(of: cut, tokenized)
    var sorter = LineSorter(text: text, sections: SectionReader(cues: knowledge.cues))
    let dates = DateReader(text: document.text, tokens: tokenized.tokens)
    var entries = EntryReader(
      text: text, dates: dates, knowledge: knowledge, lines: sorter.sorted(textLines))
    let lines = entries.read()
    let education = EducationReader(text: text, dates: dates, knowledge: knowledge)
    let named = entries.entries.flatMap { [$0.period.start, $0.period.end].compactMap { $0 } }
    let latest = (named + education.dates(of: lines)).max()
    let passages = Self.passages(lines, text, dates)
    let experience = Self.experience(entries.entries, present: asOf ?? latest)
    let profile = Profile(
      id: document.id, name: contact.name, places: contact.places,
      passages: passages.map(\.passage), experience: experience.positions,
      experienceMonths: experience.months, latest: latest, education: education.read(lines),
      skills: skills(passages.map(\.tokens), text),
      declaration: document.declaration ?? Declaration(), leftOut: Self.leftOut(lines, text, dates),
      warnings: document.warnings + Self.warnings(passages.map(\.tokens), text))
    return ParsedProfile(
      profile: profile, tokenized: tokenized, passageTokens: passages.map(\.tokens))
  }

  // MARK: - Parts of the profile

  private typealias Found = (passage: Profile.Passage, tokens: Range<Int>)

  private static func passages(
    _ lines: [ResumeLine], _ text: ResumeText, _ dates: DateReader
  ) -> [Found] {
    var found: [Found] = []
    for line in lines where line.isContent && !isDatesOnly(line, dates) {
      let passage = Profile.Passage(
        id: "p\(found.count + 1)", text: text.line(line.line.span), span: line.line.span,
        section: line.section, entry: line.entry)
      found.append((passage, line.line.tokens))
    }
    return found
  }

  /// A line that is a period and nothing else says what `Experience` says already.
  private static func isDatesOnly(_ line: ResumeLine, _ dates: DateReader) -> Bool {
    let tokens = line.line.tokens
    guard tokens.count <= 8 else { return false }
    return dates.periods(in: tokens).first?.tokens == tokens
  }

  private static func leftOut(
    _ lines: [ResumeLine], _ text: ResumeText, _ dates: DateReader
  ) -> [Profile.LeftOut] {
    lines.compactMap { line in
      if case .leftOut(let why) = line.use {
        return Profile.LeftOut(why: why, span: line.line.span)
      }
      let isDates = line.isContent && isDatesOnly(line, dates)
      return isDates ? Profile.LeftOut(why: "dates", span: line.line.span) : nil
    }
  }

  private static func experience(
    _ entries: [EntryReader.Entry], present: CalendarDate?
  ) -> (positions: [Profile.Experience], months: Int) {
    let months = WorkMonths(present: present)
    let positions = entries.map { entry in
      Profile.Experience(
        title: entry.title, employer: entry.employer, start: entry.period.start,
        end: entry.period.end,
        months: months.interval(from: entry.period.start, to: entry.period.end).count,
        span: entry.span,
        isVolunteering: entry.isVolunteering)
    }
    let paid = entries.filter { !$0.isVolunteering }.map {
      months.interval(from: $0.period.start, to: $0.period.end)
    }
    return (positions, WorkMonths.union(paid))
  }

  /// The skills named in passages, each once, without those that a passage denies.
  private func skills(_ passages: [Range<Int>], _ text: ResumeText) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    for tokens in passages where !tokens.isEmpty {
      if ["not", "no"].contains(text.word(tokens.lowerBound)) { continue }
      for skill in knowledge.skills.skills(in: text.tokenized, of: text.bytes, tokens)
      where seen.insert(skill.name).inserted {
        names.append(skill.name)
      }
    }
    return names
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
  /// The tokens of the whole text, line by line in the order of the document.
  package let tokenized: TokenizedText
  /// For each passage, at the same index as in `profile.passages`, its tokens.
  package let passageTokens: [Range<Int>]
}
