import Reading
import Tokenization

/// Reads degrees and courses: the lines of education sections, and degrees stated elsewhere.
struct EducationReader {
  private let text: ResumeText
  private let dates: PeriodReader
  private let knowledge: Knowledge

  init(text: ResumeText, dates: PeriodReader, knowledge: Knowledge) {
    self.text = text
    self.dates = dates
    self.knowledge = knowledge
  }

  /// Words that stand beside degrees.
  static let schools: Set<String> = [
    "university", "college", "school", "degree", "gpa", "diploma", "certificate", "institute",
    "bachelor", "bachelors", "bachelor's", "master", "masters", "master's", "academy", "phd", "msc",
    "bsc", "ged", "coursework", "course", "universidad", "université", "universität", "hochschule",
  ]
  private static let progress: Set<String> = [
    "expected", "progress", "candidate", "pursuing", "anticipated", "enrolled", "ongoing",
    "present",
    "current", "currently", "studying", "completing",
  ]
  /// Words beside dates that are yet to come.
  private static let future: Set<String> = [
    "expected", "anticipated", "booked", "scheduled", "planned", "due", "expires", "expiry",
    "valid",
    "until", "candidate", "pursuing",
  ]
  private static let courses: Set<String> = [
    "certificate", "diploma", "course", "training", "apprenticeship", "certification", "program",
    "programme",
    "coursework", "minor", "major",
  ]

  /// The degrees and courses in the order of the text.
  func read(_ lines: [ResumeLine]) -> [Profile.Education] {
    var found: [Profile.Education] = []
    for (index, line) in lines.enumerated() where line.isContent {
      let tokens = line.line.tokens.prefix(60)
      guard let (degree, place) = degree(tokens, isEducation: line.section == .education) else {
        if line.section == .education, isCourse(tokens) {
          found.append(entry(nil, tokens, lines, index))
        }
        continue
      }
      let isStated = line.section == .education || (degree >= .associate && line.entry == nil)
      if isStated { found.append(entry(degree, clause(place, in: tokens), lines, index)) }
    }
    if let first = found.firstIndex(where: { $0.degree != nil }),
      !found.contains(where: { $0.degree != nil && $0.isInProgress }), isStudying(lines)
    {
      found[first].isInProgress = true
    }
    return found
  }

  /// The dates that education names, without those that are yet to come.
  func dates(of lines: [ResumeLine]) -> [CalendarDate] {
    lines.filter { $0.isContent && $0.section == .education }
      .filter { !text.words($0.line.tokens.prefix(60)).contains(where: Self.future.contains) }
      .flatMap { dates.dates(in: $0.line.tokens.prefix(60)) }
  }

  private func entry(
    _ degree: Degree?, _ clause: Range<Int>, _ lines: [ResumeLine], _ index: Int
  ) -> Profile.Education {
    let line = lines[index]
    var isOpen =
      isInProgress(clause)
      || (degree != nil && dates.periods(in: clause).contains { $0.end == nil })
    if line.section == .education, index + 1 < lines.count, lines[index + 1].isContent,
      lines[index + 1].section == .education
    {
      let next = lines[index + 1].line.tokens.prefix(20)
      isOpen =
        isOpen
        || (self.degree(next, isEducation: true) == nil
          && isInProgress(self.clause(next.prefix(1), in: next)))
    }
    return Profile.Education(
      degree: degree, text: text.line(line.line.span), span: line.line.span, isInProgress: isOpen)
  }

  private func isInProgress(_ tokens: Range<Int>) -> Bool {
    text.words(tokens).contains(where: Self.progress.contains)
  }

  /// What is said of one degree: up to the next mark that begins something else.
  private func clause(_ degree: Range<Int>, in line: Range<Int>) -> Range<Int> {
    var lower = degree.lowerBound
    while lower > line.lowerBound, degree.lowerBound - lower < 4, !isMarked(lower) { lower -= 1 }
    var upper = degree.upperBound
    while upper < line.upperBound, upper - degree.upperBound < 25, !isMarked(upper) { upper += 1 }
    return lower..<upper
  }

  /// Whether a bullet, a semicolon or the end of a sentence stands before a token.
  private func isMarked(_ index: Int) -> Bool {
    let gap = text.gap(before: index)
    if gap.contains(where: { $0 == 0x2A || $0 == 0x3B }) { return true }
    // The point of "Ph.D." ends no sentence.
    guard gap.starts(with: [0x2E, 0x20]), index > 0 else { return false }
    let last = text.bytes[text.tokens[index - 1].span]
    return last.count > 3 && !last.contains(0x2E)
  }

  /// Whether the summary says that a degree is being taken, without naming which: "film student,
  /// currently completing a degree".
  private func isStudying(_ lines: [ResumeLine]) -> Bool {
    lines.contains { line in
      guard line.isContent, line.section == .summary else { return false }
      let words = text.words(line.line.tokens.prefix(120))
      return words.indices.contains { index in
        guard ["currently", "presently", "now"].contains(words[index]) else { return false }
        let next = words[(index + 1)...].prefix(4)
        return next.contains { Self.studies.contains($0) }
          && words[(index + 1)...].prefix(9).contains { $0 == "degree" || $0 == "studies" }
      }
    }
  }

  private static let studies: Set<String> = [
    "completing", "pursuing", "studying", "finishing", "earning", "enrolled", "working",
    "obtaining",
  ]

  /// A line with a date and more, or one that names a course.
  private func isCourse(_ tokens: Range<Int>) -> Bool {
    guard tokens.count >= 3, tokens.count <= 30 else { return false }
    let words = text.words(tokens)
    let isSchool = words.contains(where: Self.schools.contains)
    let isDated = !dates.dates(in: tokens).isEmpty && (4...16).contains(tokens.count)
    let isCited = words.contains {
      ["vol", "pp", "journal", "proceedings", "conference", "et"].contains($0)
    }
    return isSchool || words.contains(where: Self.courses.contains) || (isDated && !isCited)
  }

  // MARK: - Degrees

  /// The highest degree that tokens name, the first of equals, and where.
  private func degree(
    _ tokens: Range<Int>, isEducation: Bool
  ) -> (degree: Degree, tokens: Range<Int>)? {
    var found = knowledge.degrees.degrees(in: text.tokens, tokens, text: text.bytes)
      .filter { isMeant($0.tokens, $0.degree, in: tokens, isEducation: isEducation) }
    if isEducation { found += named(tokens) }
    return found.max { left, right in
      left.degree != right.degree
        ? left.degree < right.degree : left.tokens.lowerBound > right.tokens.lowerBound
    }
  }

  /// Degrees by the names and abbreviations that mean one in education sections only.
  private func named(_ tokens: Range<Int>) -> [(degree: Degree, tokens: Range<Int>)] {
    tokens.compactMap { index in
      let written = String(decoding: text.bytes[text.tokens[index].span.prefix(24)], as: UTF8.self)
      let isPlain = text.word(index) == written
      let letters = written.filter { $0 != "." }
      let degree = DegreeNames.abbreviations[letters] ?? DegreeNames.words[text.word(index)]
      guard let degree, !isPlain || DegreeNames.words[written] != nil else { return nil }
      // Two letters mean something at the head of a line; elsewhere they are "MA" in "Boston, MA".
      if letters.count == 2, index > tokens.lowerBound || isPlace(index, in: tokens) { return nil }
      if index + 1 < tokens.upperBound, ["no", "none", "not"].contains(text.word(index + 1)) {
        return nil
      }
      return (degree, index..<index + 1)
    }
  }

  private func isPlace(_ index: Int, in line: Range<Int>) -> Bool {
    knowledge.gazetteer.places(in: text.tokens, line, text: text.bytes)
      .contains { $0.tokens.contains(index) }
  }

  private static let software: Set<String> = [
    "office", "word", "excel", "access", "powerpoint", "outlook", "project", "sql", "windows",
    "dos",
    "visio", "teams", "sharepoint", "exchange", "suite", "access",
  ]

  /// Whether words name a degree: not "Scrum Master", "MS Office" or "Boston, MA".
  private func isMeant(
    _ found: Range<Int>, _ degree: Degree, in line: Range<Int>, isEducation: Bool
  ) -> Bool {
    let written = text.word(found.lowerBound)
    let next = found.upperBound < line.upperBound ? text.word(found.upperBound) : ""
    // "LL.M.: no."
    if ["no", "none", "not"].contains(next) { return false }
    if found.count == 1 {
      if ["master", "bachelor", "doctor"].contains(written) {
        let isFirst = found.lowerBound == line.lowerBound
        return ["in", "of", "degree", "degrees"].contains(next)
          || (isEducation && (written == "bachelor" || isFirst))
      }
      if ["med", "ged", "hons", "be"].contains(written) { return isEducation || written == "ged" }
      if text.tokens[found.lowerBound].span.count == 2 {
        return isAbbreviation(found.lowerBound, next, in: line, isEducation: isEducation)
      }
    }
    return isEducation || degree > .secondary
  }

  /// Whether "MS" or "BA" is a degree, by what stands beside it.
  private func isAbbreviation(
    _ index: Int, _ next: String, in line: Range<Int>, isEducation: Bool
  ) -> Bool {
    if Self.software.contains(next) { return false }
    if next == "in" || next == "of" { return true }
    guard isEducation else { return false }
    return !isPlace(index, in: line)
  }
}
