import Reading
import Tokenization

/// A part of a line of the contact block, between marks like "|" and "·".
struct ContactSegment: Sendable, Equatable {
  /// What a part is.
  enum Kind: Sendable, Equatable {
    /// An e-mail address, a telephone number, a link, an address, a pronoun, a label.
    case detail
    /// The name.
    case name
    /// A city, region or country and nothing else.
    case place
    /// Words about the work.
    case content
    /// Nothing is known of it.
    case unknown
  }

  var span: Range<Int>
  var tokens: Range<Int>
  var kind: Kind
}

/// Takes lines of contact blocks apart, and tells details from content.
struct ContactSegmenter: Sendable {
  let knowledge: Knowledge
  let text: ResumeText

  /// The segments of a line that hold tokens.
  func segments(of line: Range<Int>) -> [ContactSegment] {
    var segments: [ContactSegment] = []
    var start = line.lowerBound
    for item in ContactDetails(text: text.bytes, isLenient: true).find(in: line) {
      segments += plainSegments(start..<item.lowerBound)
      segments.append(ContactSegment(span: item, tokens: text.tokens(in: item), kind: .detail))
      start = item.upperBound
    }
    return segments + plainSegments(start..<line.upperBound)
  }

  private func plainSegments(_ span: Range<Int>) -> [ContactSegment] {
    separated(span).compactMap { part in
      let part = text.trimmed(part)
      let tokens = text.tokens(in: part)
      guard !tokens.isEmpty else { return nil }
      return ContactSegment(span: part, tokens: tokens, kind: kind(of: tokens, part))
    }
  }

  // MARK: - Separators

  /// Parts a span at "|", "·", "•" and other symbols, tabs, wide gaps and dashes between spaces.
  func separated(_ span: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = span.lowerBound
    var index = start
    while index < span.upperBound {
      let length = separatorLength(at: index, end: span.upperBound)
      if length > 0 {
        if start < index { parts.append(start..<index) }
        start = index + length
        index = start
      } else {
        index += 1
      }
    }
    if start < span.upperBound { parts.append(start..<span.upperBound) }
    return parts
  }

  private func separatorLength(at index: Int, end: Int) -> Int {
    let bytes = text.bytes
    let at = { (offset: Int) in index + offset < end ? bytes[index + offset] : 0x0A }
    switch bytes[index] {
    case 0x7C, 0x09, 0x3B: return 1
    case 0x20:
      if at(1) == 0x20 && at(2) == 0x20 { return 3 }
      let isMark = at(1) == 0x2D || at(1) == 0x2F || at(1) == 0x7E || at(1) == 0x2A || at(1) == 0x40
      return isMark && at(2) == 0x20 ? 3 : 0
    case 0xC2: return at(1) == 0xB7 ? 2 : 0
    case 0xE2:
      if at(1) == 0x80 { return (at(2) == 0xA2 || at(2) == 0x93 || at(2) == 0x94) ? 3 : 0 }
      return at(1) >= 0x86 && at(1) <= 0xAF ? 3 : 0
    case 0xF0: return at(1) == 0x9F ? 4 : 0
    default: return 0
    }
  }

  // MARK: - Kinds

  private func kind(of tokens: Range<Int>, _ span: Range<Int>) -> ContactSegment.Kind {
    let words = text.words(tokens.prefix(24))
    if words.allSatisfy(ContactWords.pronouns.contains) { return .detail }
    if isLabelled(words, span) || isPersonal(words) { return .detail }
    if words.contains(where: ContactWords.gates.contains) { return .content }
    if isStreet(tokens) { return .detail }
    if isPlace(tokens) { return .place }
    if hasEvidence(tokens, words) || words.count > 10 { return .content }
    let hasDigits = tokens.contains { index in
      text.bytes[text.tokens[index].span].contains { $0 >= 0x30 && $0 <= 0x39 }
    }
    return hasDigits ? .detail : .unknown
  }

  /// "Tel", "E-mail address:", "Phone (home)", "Address: 12 High Street".
  private func isLabelled(_ words: [String], _ span: Range<Int>) -> Bool {
    guard let first = words.first else { return false }
    let isAll = words.allSatisfy {
      ContactWords.labels.contains($0) || ContactWords.labelFillers.contains($0) || $0 == "e"
    }
    let hasLabel = words.contains(where: ContactWords.labels.contains)
    if isAll && hasLabel { return true }
    guard let colon = text.bytes[span].firstIndex(of: 0x3A) else { return false }
    let label = text.words(text.tokens(in: span.lowerBound..<colon).prefix(5))
    return ContactWords.labels.contains(first)
      && label.allSatisfy {
        ContactWords.labels.contains($0) || ContactWords.labelFillers.contains($0)
      } || (label.last.map(ContactWords.labels.contains) ?? false)
  }

  /// "Date of birth: …", "Nationality British".
  func isPersonal(_ words: [String]) -> Bool {
    words.count <= 12 && !words.contains(where: TitleWords.isOccupation)
      && ContactWords.personalLabels.contains { words.starts(with: $0) }
  }

  /// A house number with the name of a street, a flat, or a postal code beside a region.
  func isStreet(_ tokens: Range<Int>) -> Bool {
    guard tokens.count <= 16 else { return false }
    let words = text.words(tokens)
    let isNumber = { (word: String) in
      guard let digit = word.utf8.first, digit >= 0x30, digit <= 0x39 else { return false }
      return word.utf8.count <= 6 && word.utf8.drop { $0 >= 0x30 && $0 <= 0x39 }.count <= 1
    }
    for (index, word) in words.enumerated() {
      let isLong =
        word.hasSuffix("straße") || word.hasSuffix("strasse") || word.hasSuffix("gatan")
        || word.hasSuffix("straat") || word.hasSuffix("weg") && word.utf8.count > 5
      if index > 0, ContactWords.streets.contains(word) || isLong,
        words[..<index].contains(where: isNumber)
      {
        return !isAmount(words)
      }
      let next = index + 1 < words.count ? words[index + 1] : ""
      if (isLong || ContactWords.units.contains(word)) && isNumber(next) { return true }
      if index == 0, ContactWords.streetHeads.contains(word), words.contains(where: isNumber) {
        return true
      }
    }
    return isPostal(tokens, words)
  }

  /// "10 years", "20% growth": a number that is no house's.
  private func isAmount(_ words: [String]) -> Bool {
    words.contains { ["year", "years", "yrs", "months", "percent"].contains($0) }
  }

  /// "OH 43215", "LS7 3QX", "T23 X5Q8", "8011 XZ".
  private func isPostal(_ tokens: Range<Int>, _ words: [String]) -> Bool {
    for index in tokens.dropFirst() {
      let (before, word) = (words[index - tokens.lowerBound - 1], words[index - tokens.lowerBound])
      let isRegion = text.tokens[index - 1].traits.contains(.uppercase) && before.utf8.count == 2
      if isRegion, word.utf8.count == 5, Int(word) != nil { return true }
      let isMixed = { (word: String) in
        (2...4).contains(word.utf8.count) && word.utf8.contains { $0 < 0x3A }
          && word.utf8.contains { $0 >= 0x61 }
      }
      // A code begins with a letter: "3G 4G" are positions of welding.
      let isFirst = before.utf8.first.map { $0 >= 0x61 } ?? false
      if isFirst, isMixed(before), isMixed(word), text.isCapital(index - 1), text.isCapital(index) {
        return true
      }
    }
    return false
  }

  /// Whether all of it is a place: known names, or words before a comma and a known name.
  private func isPlace(_ tokens: Range<Int>) -> Bool {
    guard tokens.count <= 10 else { return false }
    let found = knowledge.gazetteer.places(in: text.tokens, tokens, text: text.bytes)
    guard let last = found.last else { return isRegionAlone(tokens) }
    let rest = tokens.filter { index in !found.contains { $0.tokens.contains(index) } }
    let words = rest.map(text.word)
    if words.contains(where: TitleWords.isOccupation) { return false }
    let fillers: Set<String> = [
      "area", "greater", "metro", "based", "in", "the", "near", "bay", "city", "region", "county",
    ]
    let isNumber = { (word: String) in word.utf8.contains { $0 < 0x3A } }
    if words.allSatisfy({ fillers.contains($0) || isNumber($0) }) { return true }
    // "Zwolle, Netherlands": the name before the comma is not in the gazetteer.
    let isTail =
      last.tokens.upperBound == tokens.upperBound
      || (last.tokens.upperBound..<tokens.upperBound).allSatisfy { isNumber(text.word($0)) }
    guard isTail, let before = last.tokens.first, before > tokens.lowerBound else { return false }
    return text.hasComma(before: before) && rest.count <= 5
      && !hasEvidence(tokens.lowerBound..<before, words)
  }

  /// "Zwolle, ZH": a capitalised name, a comma and two capitals.
  private func isRegionAlone(_ tokens: Range<Int>) -> Bool {
    guard tokens.count >= 2, tokens.count <= 5, let last = tokens.last else { return false }
    let token = text.tokens[last]
    return token.span.count == 2 && token.traits.contains(.uppercase) && text.hasComma(before: last)
      && !ContactWords.credentials.contains(text.word(last))
      && !hasEvidence(tokens.lowerBound..<last, text.words(tokens.dropLast()))
  }

  // MARK: - Evidence of content

  /// Whether words speak of work: an occupation, a field, a skill, a degree, a credential.
  func hasEvidence(_ tokens: Range<Int>, _ words: [String]) -> Bool {
    if words.contains(where: { TitleWords.isTitle($0) || TitleWords.fields.contains($0) }) {
      return true
    }
    let isCredential = tokens.contains { index in
      text.tokens[index].traits.contains(.uppercase) && text.tokens[index].span.count > 1
        && ContactWords.credentials.contains(text.word(index).filter { $0 != "." })
    }
    if isCredential { return true }
    return !knowledge.skills.skills(in: text.tokenized, of: text.bytes, tokens).isEmpty
  }
}

extension ResumeText {
  /// Whether a token has no small letter.
  func isCapital(_ index: Int) -> Bool {
    !bytes[tokens[index].span].contains { (0x61...0x7A).contains($0) }
  }

  /// Whether a comma stands before a token.
  func hasComma(before index: Int) -> Bool {
    index > 0
      && bytes[tokens[index - 1].span.upperBound..<tokens[index].span.lowerBound].contains(0x2C)
  }
}
