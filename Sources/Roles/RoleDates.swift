import Reading
import Tokenization

/// The dates of a role, by the words that stand with them: when it was posted, until when one can
/// apply, when the work begins.
struct RoleDates {
  private(set) var posted: CalendarDate?
  private(set) var closes: CalendarDate?
  private(set) var starts: CalendarDate?
  /// The sentence that gives the closing date.
  private(set) var closingSentence: Range<Int>?

  private static let closing = Term.words(
    "until closes close closing deadline by before latest last later end ends expires")
  private static let applying = Term.words(
    "application applications apply closes closing deadline vacancy applicants received")
  private static let posting = Term.words(
    "posted posting published advertised listed online dated")
  private static let starting = Term.words(
    "start starts starting commence commences commencing commencement begin begins joining")
  /// How many words before a sentence may label its dates.
  private static let reach = 40
  /// How many words behind a date may say what it is: "28 May is the closing date".
  private static let behind = 5

  /// Reads the dates of a sentence.
  mutating func read(_ sentence: Range<Int>, of role: RoleText) {
    let found = role.dates(in: sentence)
    guard !found.isEmpty else { return }
    // A label may stand before the sentence, glued to it: "APPLY BY: 8 January 2027".
    var start = sentence.lowerBound
    let least = max(0, start - Self.reach)
    while start > least, !role.tokens[start].traits.contains(.lineStart) { start -= 1 }
    for (index, date) in found.enumerated() {
      let next = index + 1 < found.count ? found[index + 1].tokens.lowerBound : sentence.upperBound
      let before = start..<date.tokens.lowerBound
      let after = date.tokens.upperBound..<min(next, date.tokens.upperBound + Self.behind)
      read(date, before, after, in: sentence, of: role)
      start = date.tokens.upperBound
    }
  }

  private mutating func read(
    _ found: DateReader.Found, _ before: Range<Int>, _ after: Range<Int>,
    in sentence: Range<Int>, of role: RoleText
  ) {
    let labels = [Self.closing, Self.applying, Self.posting, Self.starting]
    let isLabelled = labels.contains { role.contains(before, anyOf: $0) }
    let says = { (words: TermSet) in role.contains(isLabelled ? before : after, anyOf: words) }
    if says(Self.starting), closes != nil || !says(Self.applying) {
      if starts == nil, found.date.month != nil { starts = found.date }
      return
    }
    guard found.date.day != nil else { return }
    if says(Self.applying), says(Self.closing) {
      if closes == nil { (closes, closingSentence) = (found.date, sentence) }
    } else if posted == nil, says(Self.posting) || found.tokens == sentence {
      posted = found.date
    }
  }

  /// Takes a date that a field of a record gives.
  mutating func take(posted date: CalendarDate?) { posted = posted ?? date }

  /// Takes a date that a field of a record gives.
  mutating func take(closes date: CalendarDate?, in line: Range<Int>) {
    if closes == nil { (closes, closingSentence) = (date, line) }
  }
}
