import Reading
import Tokenization

/// Tells the title from the employer in the lines that begin a position.
///
/// The lines fall into parts at "|", "–", "at" and commas. A part with an occupation is the title,
/// one with "Inc" or "Hospital" an employer; places and the placeholders "Company Name" and "City,
/// State" are neither. Where that leaves a doubt, the name is nil.
struct EntryNames {
  /// A part of a line.
  struct Part: Sendable, Equatable {
    var span: Range<Int>
    var tokens: Range<Int>
    var isTitle = false
    var isEmployer = false
    /// Whether only a comma parts it from the part before.
    var isAfterComma = false
    /// Whether it could be an employer by its capitals.
    var isName = false
  }

  private let text: ResumeText
  private let knowledge: Knowledge
  private let segmenter: ContactSegmenter

  init(text: ResumeText, knowledge: Knowledge) {
    self.text = text
    self.knowledge = knowledge
    segmenter = ContactSegmenter(knowledge: knowledge, text: text)
  }

  /// The title and the employer that parts name.
  func names(of parts: [Part]) -> (title: String?, employer: String?) {
    let title = parts.firstIndex { $0.isTitle }
    let employer = parts.firstIndex { $0.isEmployer }
    var titleSpan = title.map { parts[$0].span }
    var titleEnd = title.map { $0 + 1 } ?? 0
    if let span = titleSpan {
      // "Chef de Partie, fish section"; "Staff Nurse, Medical ICU — …" where an employer follows.
      var chainEnd = titleEnd
      while chainEnd < parts.count, parts[chainEnd].isAfterComma, !parts[chainEnd].isEmployer,
        parts[chainEnd].span.lowerBound >= span.upperBound
      {
        chainEnd += 1
      }
      let isNamed = employer != nil || parts[chainEnd...].contains(where: \.isName)
      while titleEnd < chainEnd, isNamed || !parts[titleEnd].isName {
        titleSpan = span.lowerBound..<parts[titleEnd].span.upperBound
        titleEnd += 1
      }
    }
    let ofTitle = (title ?? 0)..<titleEnd
    let name =
      employer
      ?? (title == nil ? nil : parts.indices.first { !ofTitle.contains($0) && parts[$0].isName })
    return (titleSpan.map(text.line), name.map { text.line(parts[$0].span) })
  }

  /// The parts of some tokens of a line.
  func parts(of tokens: Range<Int>, lineSpan: Range<Int>) -> [Part] {
    guard !tokens.isEmpty else { return [] }
    let span = text.span(of: tokens)
    let upper = closing(span.upperBound, lineSpan.upperBound)
    return segmenter.separated(span.lowerBound..<upper).flatMap { segment in
      separatedByWords(text.tokens(in: segment)).flatMap(commaParts)
    }
  }

  /// One past a bracket that closes right at `end`.
  private func closing(_ end: Int, _ limit: Int) -> Int {
    end < limit && text.bytes[end] == 0x29 ? end + 1 : end
  }

  /// Parts at " at ", "@" and at placeholders.
  private func separatedByWords(_ tokens: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = tokens.lowerBound
    var index = start
    while index < tokens.upperBound {
      let placeholder = placeholderLength(index, tokens.upperBound)
      let isAt = text.word(index) == "at" && index > tokens.lowerBound
      if placeholder > 0 || isAt {
        if start < index { parts.append(start..<index) }
        start = index + max(placeholder, 1)
        index = start
      } else {
        index += 1
      }
    }
    if start < tokens.upperBound { parts.append(start..<tokens.upperBound) }
    return parts
  }

  /// "Company Name", "City , State".
  private func placeholderLength(_ index: Int, _ end: Int) -> Int {
    guard index + 1 < end else { return 0 }
    let (first, second) = (text.word(index), text.word(index + 1))
    if first == "company" && second == "name" { return 2 }
    guard first == "city", second == "state" || second == "country" else { return 0 }
    return text.hasComma(before: index + 1) ? 2 : 0
  }

  private func commaParts(_ tokens: Range<Int>) -> [Part] {
    var ranges: [Range<Int>] = []
    var start = tokens.lowerBound
    for index in tokens.dropFirst()
    where text.hasComma(before: index) && !isBracketed(index, tokens) {
      ranges.append(start..<index)
      start = index
    }
    ranges.append(start..<tokens.upperBound)
    var parts: [Part] = []
    for range in ranges where !range.isEmpty {
      if let part = part(range, isAfterComma: range.lowerBound > tokens.lowerBound) {
        parts.append(part)
      }
    }
    return parts
  }

  /// Whether an open bracket stands before a token.
  private func isBracketed(_ index: Int, _ tokens: Range<Int>) -> Bool {
    let before = text.tokens[tokens.lowerBound].span.lowerBound..<text.tokens[index].span.lowerBound
    let opened = text.bytes[before].filter { $0 == 0x28 }.count
    return opened > text.bytes[before].filter { $0 == 0x29 }.count
  }

  /// A part that is no place.
  private func part(_ tokens: Range<Int>, isAfterComma: Bool) -> Part? {
    let words = text.words(tokens.prefix(16))
    guard words.contains(where: { $0.utf8.contains { $0 >= 0x61 || $0 >= 0x80 } }) else {
      return nil
    }
    if isPlace(tokens, isAfterComma: isAfterComma) { return nil }
    var part = Part(span: text.span(of: tokens), tokens: tokens, isAfterComma: isAfterComma)
    part.span = part.span.lowerBound..<closing(part.span.upperBound, text.bytes.count)
    let isOrganization = words.contains(where: TitleWords.organizations.contains)
    let isOccupation = words.contains(where: TitleWords.isOccupation)
    let isAmbiguous = words.contains(where: TitleWords.ambiguous.contains)
    let ends = words.last.map { TitleWords.organizations.contains($0) } ?? false
    let isTitleLast = !ends && (words.last.map(TitleWords.isTitle) ?? false)
    let isCompany =
      ends
      || !isTitleLast
        && words.contains {
          ["inc", "llc", "ltd", "gmbh", "university", "hospital", "corporation"].contains($0)
        }
    part.isTitle =
      (isOccupation && !isCompany) || (isAmbiguous && !isOrganization)
      || (isTitleLast && words.count > 1 && !isCompany)
    part.isEmployer = isOrganization && !part.isTitle
    let first = text.tokens[tokens.lowerBound].traits
    part.isName =
      !part.isTitle && tokens.count <= 8
      && (first.contains(.capitalized) || text.bytes[part.span.lowerBound] >= 0x80)
      && !words.contains {
        ["part", "full", "time", "contract", "remote", "temporary", "freelance"].contains($0)
      }
    return part
  }

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
