import Documents
import Reading
import Tokenization

/// A line of a résumé in its section.
struct ResumeLine: Sendable {
  /// What becomes of a line.
  enum Use: Sendable, Equatable {
    case blank
    case content
    case leftOut(String)
  }

  var line: TextLine
  var section: Profile.Section
  var use: Use
  /// Whether the section is one of unpaid work.
  var isVolunteering = false
  /// Whether the section is one of achievements or publications.
  var isAchievements = false
  /// Whether what stood before ends here: a heading that holds for more than its line.
  var isBreak = false
  /// The position that the line belongs to.
  var entry: Int?

  /// Whether the line is scored.
  var isContent: Bool { use == .content }
}

/// Puts lines into sections and tells which are left out.
struct LineSorter {
  private let text: ResumeText
  private let sections: SectionReader
  private var current: SectionReader.Heading?
  /// Whether `current` was glued to its content.
  private var isCurrentGlued = false
  /// The heading to which a glued one gives way after its line.
  private var outer: SectionReader.Heading?
  private var lines: [ResumeLine] = []
  /// The length of the longest line, which shows where the page ends.
  private var width = 0

  /// No page has longer lines.
  private static let widest = 160

  init(text: ResumeText, sections: SectionReader) {
    self.text = text
    self.sections = sections
  }

  /// The lines in their sections.
  mutating func sorted(_ textLines: [TextLine]) -> [ResumeLine] {
    lines = []
    width = textLines.reduce(0) { max($0, min($1.span.count, Self.widest)) }
    lines.reserveCapacity(textLines.count)
    for index in textLines.indices {
      let line = textLines[index]
      let heading = heading(textLines, at: index)
      let isBreak = heading.map { begin($0, textLines, at: index) } ?? false
      let use = heading?.isExact == true ? .leftOut("heading") : use(of: line)
      lines.append(
        ResumeLine(
          line: line, section: current?.section ?? .summary, use: use,
          isVolunteering: current?.isVolunteering ?? false,
          isAchievements: current?.isAchievements ?? false, isBreak: isBreak))
      if heading == nil {
        if isUnknownHeading(textLines, at: index) { leave() }
        if let outer { current = outer }
        outer = nil
      }
    }
    return lines
  }

  /// Goes on under a heading, and returns whether it ends what stood before.
  ///
  /// One that is glued to its content ("Languages: Go, Java") holds for that line only where it
  /// stands under another heading. One with a colon inside a position ("Achievements:") changes
  /// nothing unless the headings of the document have colons.
  private mutating func begin(
    _ heading: SectionReader.Heading, _ all: [TextLine], at index: Int
  ) -> Bool {
    let isGlued = isGlued(all, at: index)
    if let current, isGlued, !isCurrentGlued {
      outer = current
      let isList = current.section == .skills && heading.section == .languages
      let isTools = current.section == .experience && heading.section == .skills
      if !isList && !isTools { self.current = heading }
      return outer?.section == .experience && heading.section != .skills
        && heading.section != .projects
    }
    outer = nil
    if let current, current.section == .experience, heading.isColonized, !current.isColonized,
      heading.section == .projects || heading.section == .skills || heading.isAchievements
    {
      return false
    }
    current = heading
    isCurrentGlued = isGlued
    if heading.isQualifications && !namesSchools(all, after: index) { current?.section = .skills }
    if heading.isBackground, isProse(all, after: index) { current?.section = .summary }
    return true
  }

  /// Whether dates, degrees or schools stand on the lines below.
  private func namesSchools(_ all: [TextLine], after index: Int) -> Bool {
    let below = all[index + 1..<min(index + 7, all.count)].prefix { $0.shape != .heading }
    return below.contains { line in
      text.words(line.tokens.prefix(40)).contains { word in
        EducationReader.schools.contains(word) || Int(word).map((1950...2099).contains) == true
      }
    }
  }

  /// Whether running text without a year stands below, up to what may be the next heading.
  private func isProse(_ all: [TextLine], after index: Int) -> Bool {
    let below = all[index + 1..<min(index + 13, all.count)].drop { $0.shape == .blank }
    guard let first = below.first, first.tokens.count >= 15 else { return false }
    let section = below.prefix {
      $0.shape != .heading && sections.bareHeading($0.tokens, in: text, allowsWeak: false) == nil
    }
    return !section.contains { line in
      line.tokens.prefix(200).contains { index in
        text.tokens[index].traits.contains(.number)
          && Int(text.word(index)).map((1950...2099).contains) == true
      }
    }
  }

  /// Whether what the heading is for stands on the same line.
  private func isGlued(_ all: [TextLine], at index: Int) -> Bool {
    guard index + 1 < all.count, all[index].hint != .heading else { return false }
    let (upper, next) = (all[index].span.upperBound, all[index + 1].span.lowerBound)
    return upper < next && next - upper < 16 && !text.bytes[upper..<next].contains(0x0A)
  }

  private func use(of line: TextLine) -> ResumeLine.Use {
    if line.tokens.isEmpty && line.hint == nil { return .blank }
    let words = text.words(line.tokens.prefix(40))
    if line.hint == .contact || line.hint == .name {
      if line.tokens.isEmpty && !text.bytes[line.span].contains(where: { $0 > 0x2F }) {
        return .blank
      }
      return .leftOut(words.contains(where: ContactWords.birth.contains) ? "birth-date" : "contact")
    }
    if current?.isReferences == true || isReferenceNote(words) { return .leftOut("references") }
    if words.count <= 2, ContactWords.documentTitles.contains(words) { return .leftOut("heading") }
    let placeholders: Set<String> = ["company", "name", "city", "state", "country"]
    if words.count > 1, words.count <= 5, words.allSatisfy(placeholders.contains) {
      return .leftOut("placeholder")
    }
    return .content
  }

  /// Whether a line is a note on references: "References available on request".
  private func isReferenceNote(_ words: [String]) -> Bool {
    words.count <= 12
      && words.contains { $0.hasPrefix("reference") || $0.hasPrefix("referee") }
      && words.contains {
        ["request", "available", "supplied", "provided", "furnished"].contains($0)
      }
      && (words.contains("request") || words.contains("upon") || words.count <= 5)
  }

  // MARK: - Headings

  private func heading(_ all: [TextLine], at index: Int) -> SectionReader.Heading? {
    let line = all[index]
    guard line.hint != .contact, line.hint != .name, line.tokens.count <= 16 else { return nil }
    let label = sections.label(line.tokens, in: text, isMarked: line.shape == .heading)
    guard (1...9).contains(label.count) else { return nil }
    if line.shape == .heading {
      let heading = sections.markedHeading(label, in: text)
      return heading?.isExact == false && isGlued(all, at: index) ? nil : heading
    }
    guard line.shape == .plain else { return nil }
    // "Communication skills" is an item in a list of skills, and a heading elsewhere.
    let isOutside = line.tokens.count > 1 && current?.section != .skills
    return sections.bareHeading(
      label, in: text, allowsWeak: isOutside || standsAlone(all, at: index))
  }

  /// Whether a line stands after a gap, or before a line too long for an item of a list.
  private func standsAlone(_ all: [TextLine], at index: Int) -> Bool {
    let isAfterGap = index == 0 || all[index - 1].shape == .blank || all[index - 1].hint == .contact
    if isAfterGap { return true }
    // A word that the width pushed to the next line.
    if index > 0, all[index - 1].span.count * 10 > width * 7, all[index].tokens.count == 1 {
      return false
    }
    guard index + 1 < all.count, current?.section != .skills else { return false }
    return all[index + 1].tokens.count >= 7 || all[index + 1].shape == .bullet
  }

  /// A short line between two gaps, or in capitals or marks, that ends what stood before it without
  /// naming a section that is known: "Availability", "WHAT I AM LOOKING FOR".
  private func isUnknownHeading(_ all: [TextLine], at index: Int) -> Bool {
    let line = all[index]
    guard line.hint == nil || line.hint == .heading, line.isShort, line.tokens.count <= 6,
      current != nil, line.shape == .heading || line.shape == .plain,
      let first = line.tokens.first, text.tokens[first].traits.contains(.capitalized),
      index > 0, all[index - 1].shape == .blank, !isGlued(all, at: index)
    else { return false }
    let words = text.words(line.tokens)
    if words.contains(where: TitleWords.isTitle) { return false }
    if words.contains(where: { $0.utf8.contains { $0 < 0x3A && $0 >= 0x30 } }) { return false }
    if text.bytes[line.span].contains(0x2C) { return false }
    let isGapBelow = index + 1 < all.count && all[index + 1].shape == .blank
    return isGapBelow || (line.shape == .heading && current?.section != .experience)
  }

  /// Goes on in no known section, from a line on.
  private mutating func leave() {
    lines[lines.count - 1].isBreak = true
    guard let section = current?.section, section != .other else { return }
    current = SectionReader.Heading(section: .other)
    lines[lines.count - 1].section = .other
  }
}
