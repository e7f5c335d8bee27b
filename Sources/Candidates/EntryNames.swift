import Reading
import Tokenization

/// Takes the lines that begin a position apart, and tells the parts that may be a title from those
/// that may be an employer.
///
/// The parts fall apart at "|", "–", "/", "at" and commas. One with an occupation may be the title,
/// one with "Inc" or "Hospital" an employer; places and "City, State" are neither. "Company Name"
/// stands for an employer that the text keeps to itself.
struct EntryNames {
  /// What stands between a part and the one before it.
  enum Separator: Sendable, Equatable {
    /// The part is the first of its line.
    case start
    case comma, slash, dash
    /// A bar, a tab, a wide gap, "at", or words that are no part.
    case wall
  }

  /// A part of a line.
  struct Part: Sendable, Equatable {
    var span: Range<Int>
    var tokens: Range<Int>
    var separator = Separator.start
    /// Whether it names an occupation.
    var isTitle = false
    /// Whether it is written as titles are: it ends in the occupation, and in capitals.
    var isTitleCase = false
    /// Whether it has a word of an organization.
    var isEmployer = false
    /// Whether it is a part of an organization: "Corporate Department".
    var isUnit = false
    /// Whether it is a field of work: "Receiving" in "Lead Hand, Receiving".
    var isField = false
    /// Whether it could be an employer by its capitals.
    var isName = false
    /// Whether it stands for an employer that is not named.
    var isPlaceholder = false
  }

  let text: ResumeText
  private let knowledge: Knowledge
  private let segmenter: ContactSegmenter

  init(text: ResumeText, knowledge: Knowledge) {
    self.text = text
    self.knowledge = knowledge
    segmenter = ContactSegmenter(knowledge: knowledge, text: text)
  }

  // MARK: - Parts

  /// The parts of some tokens of a line.
  func parts(of tokens: Range<Int>, lineSpan: Range<Int>) -> [Part] {
    guard !tokens.isEmpty else { return [] }
    let span = text.span(of: tokens)
    let upper = closing(span.upperBound, lineSpan.upperBound)
    var parts: [Part] = []
    for segment in segmenter.separated(span.lowerBound..<upper) {
      for piece in separatedByWords(text.tokens(in: segment)) {
        for range in commaRanges(piece.tokens) {
          if piece.isPlaceholder {
            parts.append(
              Part(
                span: text.span(of: range), tokens: range, separator: .wall, isPlaceholder: true))
          } else if var part = part(
            range, isAfterComma: range.lowerBound > piece.tokens.lowerBound)
          {
            part.separator = separator(
              after: parts.last?.span.upperBound, before: part.span.lowerBound)
            parts.append(part)
          }
        }
      }
    }
    return parts
  }

  /// What stands between two parts.
  private func separator(after end: Int?, before start: Int) -> Separator {
    guard let end, end < start else { return .start }
    let gap = text.bytes[end..<start]
    // Words between them are a place, "at" or a placeholder.
    if gap.contains(where: { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }) { return .wall }
    if gap.contains(0x7C) || gap.contains(0x09) || gap.contains(0x3B) { return .wall }
    if gap.contains(0x2F) { return .slash }
    if gap.contains(0x2C) { return .comma }
    return gap.contains(0x2D) || gap.contains(0xE2) ? .dash : .wall
  }

  /// One past a bracket that closes right at `end`.
  private func closing(_ end: Int, _ limit: Int) -> Int {
    end < limit && text.bytes[end] == 0x29 ? end + 1 : end
  }

  /// Parts at " at ", "@" and at placeholders.
  private func separatedByWords(
    _ tokens: Range<Int>
  ) -> [(tokens: Range<Int>, isPlaceholder: Bool)] {
    var parts: [(tokens: Range<Int>, isPlaceholder: Bool)] = []
    var start = tokens.lowerBound
    var index = start
    while index < tokens.upperBound {
      let placeholder = text.placeholder(at: index, tokens.upperBound)
      let isAt = text.word(index) == "at" && index > tokens.lowerBound
      if placeholder != nil || isAt {
        if start < index { parts.append((start..<index, false)) }
        start = index + (placeholder?.count ?? 1)
        if placeholder == .employer { parts.append((index..<start, true)) }
        index = start
      } else {
        index += 1
      }
    }
    if start < tokens.upperBound { parts.append((start..<tokens.upperBound, false)) }
    return parts
  }

  /// The stretches between the commas outside of brackets.
  private func commaRanges(_ tokens: Range<Int>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = tokens.lowerBound
    var depth = 0
    for index in tokens.dropFirst() {
      let gap = text.gap(before: index)
      depth += gap.count { $0 == 0x28 } - gap.count { $0 == 0x29 }
      guard depth <= 0, gap.contains(0x2C), !Self.forms.contains(text.word(index)) else {
        continue
      }
      ranges.append(start..<index)
      start = index
    }
    if start < tokens.upperBound { ranges.append(start..<tokens.upperBound) }
    return ranges
  }

  // MARK: - What a part may be

  /// Legal forms, which belong to the name before the comma, as "Inc." does.
  private static let forms: Set<String> = [
    "inc", "incorporated", "llc", "llp", "pllc", "ltd", "limited", "plc", "lp", "corp", "gmbh",
  ]
  private static let companies: Set<String> = [
    "inc", "llc", "ltd", "gmbh", "university", "hospital", "corporation",
  ]
  /// Words of the terms of work, which name nobody.
  private static let terms: Set<String> = [
    "part", "full", "time", "contract", "remote", "temporary", "seasonal", "permanent", "casual",
    "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "weekends",
    "evenings", "mornings", "nights", "days", "shifts", "summers",
  ]

  /// A part that is no place.
  private func part(_ tokens: Range<Int>, isAfterComma: Bool) -> Part? {
    let words = text.wholeWords(tokens.prefix(16))
    guard words.contains(where: isNaming) else { return nil }
    if isPlace(tokens, isAfterComma: isAfterComma) { return nil }
    var part = Part(span: text.span(of: tokens), tokens: tokens)
    part.span = part.span.lowerBound..<closing(part.span.upperBound, text.bytes.count)
    part.isTitle = isTitle(words)
    part.isTitleCase = part.isTitle && isTitleCase(tokens, words)
    let first = text.tokens[tokens.lowerBound].traits
    let isCapital =
      first.contains(.capitalized) || first.contains(.number)
      || text.bytes[part.span.lowerBound] >= 0x80
    let isOrganization = words.contains(where: TitleWords.organizations.contains)
    part.isEmployer = isOrganization && isCapital && !part.isTitle
    part.isUnit = words.last.map(Self.units.contains) ?? false
    part.isField =
      words.count <= 2 && words.allSatisfy { TitleWords.fields.contains($0) || $0.hasSuffix("ing") }
    part.isName =
      !part.isTitle && tokens.count <= 8 && isCapital && !first.contains(.number)
      && !words.contains(where: Self.terms.contains)
    return part
  }

  /// Whether a word can name something: no number, no mark in a wrong encoding, no "City" alone.
  private func isNaming(_ word: String) -> Bool {
    guard !["city", "state", "country"].contains(word) else { return false }
    let letters = word.utf8.count { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    return letters > 0 || (word.utf8.count > 4 && word.utf8.contains { $0 >= 0x80 })
  }

  private static let units: Set<String> = [
    "department", "dept", "division", "office", "unit", "team", "section", "branch", "desk", "ward",
  ]

  private func isTitle(_ words: [String]) -> Bool {
    let isOccupation = words.contains(where: TitleWords.isOccupation)
    let isAmbiguous = words.contains(where: TitleWords.ambiguous.contains)
    if words.starts(with: ["self", "employed"]) || words == ["freelance"] { return true }
    guard isOccupation || isAmbiguous, words.count <= 14 else { return false }
    // "Director of Information Systems" is no company; "Bank of America" is no title.
    let head = words.prefix { !["of", "for"].contains($0) }
    if head.count < words.count, head.last.map(TitleWords.isOccupation) ?? false { return true }
    let ends = words.last.map { TitleWords.organizations.contains($0) } ?? false
    let isTitleLast = !ends && (words.last.map(TitleWords.isTitle) ?? false)
    let isCompany = ends || (!isTitleLast && words.contains(where: Self.companies.contains))
    let isOrganization = words.contains(where: TitleWords.organizations.contains)
    return (isOccupation && !isCompany) || (isAmbiguous && !isOrganization)
      || (isTitleLast && words.count > 1 && !isCompany)
  }

  /// Whether words are set as a title: most begin with a capital, and few are no names of things.
  private func isTitleCase(_ tokens: Range<Int>, _ words: [String]) -> Bool {
    let content = tokens.filter { !text.tokens[$0].traits.contains(.stop) }
    let capitals = content.filter { text.tokens[$0].traits.contains(.capitalized) }
    let first = words.first ?? ""
    return tokens.count <= 12 && !Self.verbs.contains(first)
      && capitals.count * 3 >= content.count * 2
  }

  private static let verbs: Set<String> = [
    "assist", "assisted", "manage", "provide", "supervise", "worked", "serve", "served",
    "coordinate", "perform", "maintain", "develop", "create", "led", "hired", "taught", "reported",
    "helped", "promoted",
  ]

  private func isPlace(_ tokens: Range<Int>, isAfterComma: Bool) -> Bool {
    guard tokens.count <= 5 else { return false }
    if tokens.count == 1, text.tokens[tokens.lowerBound].span.count == 2,
      text.isCapital(tokens.lowerBound), isAfterComma
    {
      return true
    }
    let found = knowledge.gazetteer.places(in: text.tokens, tokens, text: text.bytes)
    return found.first?.tokens == tokens
  }
}

/// Words that stand for what a text keeps to itself.
enum Placeholder: Equatable {
  /// "Company Name".
  case employer
  /// "City, State".
  case place

  /// How many words it has.
  var count: Int { 2 }
}

extension ResumeText {
  /// The placeholder that begins at a token.
  func placeholder(at index: Int, _ end: Int) -> Placeholder? {
    guard index + 1 < end else { return nil }
    let first = word(index)
    guard first == "company" || first == "city" else { return nil }
    let second = word(index + 1)
    if first == "company" { return second == "name" ? .employer : nil }
    guard second == "state" || second == "country" else { return nil }
    return hasComma(before: index + 1) ? .place : nil
  }

  /// The first placeholder of an employer among some tokens.
  func employerPlaceholder(in tokens: Range<Int>) -> Int? {
    tokens.first { placeholder(at: $0, tokens.upperBound) == .employer }
  }
}
