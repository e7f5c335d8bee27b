import Reading
import Tokenization

/// Finds positions held: the lines that give their dates, titles and employers, and what belongs to
/// each.
///
/// A position begins with a short line that holds a period ("Mar 2018 – Present") and is no bullet, or
/// a bullet that is hardly more. Title and employer stand on that line, or on short lines right above
/// or below; where they stand in most positions decides where the others look for them. What follows
/// belongs to the position until the next one or the next heading. Periods of leave, of study and of
/// projects are no positions.
struct EntryReader {
  /// A position before its months are counted.
  struct Entry: Sendable {
    var title: String?
    var employer: String?
    var period: PeriodReader.Period
    var span: Range<Int>
    var isVolunteering: Bool
  }

  /// The position that lines belong to.
  private struct Open {
    var entry: Int
    var isBullet: Bool
    /// The section outside of work that the position was found in; another one ends it.
    var section: Profile.Section?
  }

  /// No career has more positions; what follows is read without.
  static let mostPositions = 500

  let text: ResumeText
  let dates: PeriodReader
  let names: EntryNames
  private var finder: EntryHeadFinder
  private(set) var lines: [ResumeLine]
  var entries: [Entry] = []
  /// Whether there were more positions than are kept.
  private(set) var isCut = false
  private var open: Open?
  /// The position in which "Accomplishments" stands, and where; another position shows that it did.
  private var suspended: (entry: Int, line: Int)?
  /// The lines before that one name positions already.
  private var consumed = 0

  init(text: ResumeText, dates: PeriodReader, knowledge: Knowledge, lines: [ResumeLine]) {
    self.text = text
    self.dates = dates
    self.lines = lines
    names = EntryNames(text: text, knowledge: knowledge)
    finder = EntryHeadFinder(text: text, dates: dates, names: names, lines: lines)
  }

  /// How much work was done; see `ReadingWork`.
  var work: ReadingWork { finder.work }

  /// Finds the positions, and returns the lines with what belongs to which.
  mutating func read() -> [ResumeLine] {
    let found = finder.heads(atMost: Self.mostPositions)
    isCut = found.end < lines.count
    var layout = EntryLayout()
    for head in found.heads where lines[head.index].line.shape != .bullet { layout.count(head) }
    var next = 0
    for index in 0..<found.end {
      if lines[index].isBreak {
        suspended = lines[index].isAchievements ? open.map { ($0.entry, index) } : nil
        open = nil
        consumed = index + 1
        continue
      }
      if next < found.heads.count, found.heads[next].index == index {
        begin(found.heads[next], layout)
        next += 1
      } else if index >= consumed {
        readUndated(index, before: next < found.heads.count ? found.heads[next].index : nil)
      }
      assignOpen(index)
    }
    return lines
  }

  /// Begins a position where a head is one.
  private mutating func begin(_ head: EntryHead, _ layout: EntryLayout) {
    guard begins(head) else { return }
    var head = head
    let index = head.index
    head.rows.removeAll { index + $0.offset < consumed }
    let found = names.names(of: head, layout)
    guard isPosition(head, found) else { return }
    append(found, head)
    let first = index + found.offsets.lowerBound
    if let suspended { assign(suspended.line..<first, suspended.entry) }
    suspended = nil
    assign(first..<index, entries.count - 1)
    let section = lines[index].section
    open = Open(
      entry: entries.count - 1, isBullet: lines[index].line.shape == .bullet,
      section: section == .experience ? nil : section)
    consumed = index + found.offsets.upperBound + 1
  }

  /// A line that begins no dated position: it may end one, or name one in running text.
  private mutating func readUndated(_ index: Int, before next: Int?) {
    if open != nil, finder.isUndatedHead(index, before: next) {
      open = nil
    } else {
      readInline(index, isOpen: open != nil)
    }
  }

  private mutating func assignOpen(_ index: Int) {
    guard let open else { return }
    let section = lines[index].section
    if let moved = open.section, section != moved, section != .experience { return }
    assign(index..<index + 1, open.entry)
  }

  private mutating func assign(_ range: Range<Int>, _ entry: Int) {
    for index in range where lines[index].isContent {
      lines[index].entry = entry
      lines[index].section = .experience
    }
  }

  /// Has a line show a position, where it stands in another section.
  mutating func link(_ index: Int, _ entry: Int) {
    lines[index].entry = lines[index].entry ?? entry
  }

  private mutating func append(_ found: EntryNames.Names, _ head: EntryHead) {
    let line = lines[head.index]
    let title = found.title.map(text.line)
    let named = text.words(text.tokens(in: found.title ?? 0..<0)) + text.words(line.line.tokens)
    entries.append(
      Entry(
        title: title, employer: found.employer.map(text.line), period: head.period,
        span: line.line.span,
        isVolunteering: line.isVolunteering || named.contains { $0.hasPrefix("volunteer") }))
  }

  // MARK: - What is no position

  /// Whether a head may begin a position where it stands.
  private func begins(_ head: EntryHead) -> Bool {
    let line = lines[head.index].line
    if line.shape == .bullet, open?.isBullet == false { return false }
    guard let open, text.lastByte(line.span) == 0x2E,
      head.period.tokens.lowerBound > line.tokens.lowerBound
    else { return true }
    // "Technician for the move 2006–2010." speaks of the position that it stands in.
    let outer = entries[open.entry].period
    let isInside =
      outer.start <= head.period.start
      && outer.end?.monthIndex ?? .max >= head.period.end?.monthIndex ?? .max
    return !isInside || head.hasPlaceholder
  }

  private func isPosition(_ head: EntryHead, _ found: EntryNames.Names) -> Bool {
    if head.hasPlaceholder { return true }
    let isTitled = found.title.map { hasOccupation($0) } ?? false
    switch lines[head.index].section {
    case .experience: return true
    case .projects, .certifications, .languages: return false
    case .other where lines[head.index].isAchievements && suspended == nil: return false
    case .education:
      let words = found.offsets.flatMap { text.words(lines[head.index + $0].line.tokens) }
      return isTitled && !head.period.isSince
        && !words.contains(where: EducationReader.schools.contains)
    case .summary, .skills, .other:
      // "Notary public since 2022" is a licence.
      return isTitled && !head.period.isSince
    }
  }

  private func hasOccupation(_ span: Range<Int>) -> Bool {
    text.wholeWords(text.tokens(in: span)).contains(where: TitleWords.isTitle)
  }
}

extension Range<Int> {
  /// The first `count` numbers.
  func prefix(_ count: Int) -> Range<Int> {
    lowerBound..<Swift.min(upperBound, lowerBound + count)
  }
}
