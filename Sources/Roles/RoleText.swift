import Documents
import Reading
import Tokenization

/// A posting while it is read: its text, tokens, lines, sentences and cues, which all readers share.
///
/// Sentences and the cues in them are found once, when it is made. It is a class so that a reader can
/// hold it at no cost; it never changes.
final class RoleText {
  let document: Document
  let tokenized: TokenizedText
  let lines: [TextLine]
  let knowledge: Knowledge
  let text: [UInt8]
  let tokens: [Token]
  /// The cues of all sentences, in the order of the text.
  let cues: [CueTable.Match]
  /// The sentences of each line.
  let sentences: [[Range<Int>]]
  /// How many tokens, gaps, cues and bytes readers have looked at so far.
  ///
  /// It tells a text that makes reading superlinear, without a clock.
  private(set) var work = 0
  private let gaps: [Gap]
  /// For each token, and for the end, what stands before it.
  private let before: [Before]
  private let dateReader: DateReader
  private let yearsReader: YearsReader
  /// The places of each line, once they were asked for.
  private var placesOfLines: [[Gazetteer.Found]?]

  /// How many of some things stand before a token.
  private struct Before {
    var cues: Int32 = 0
    var gaps: Int32 = 0
    var numbers: Int32 = 0
    var units: Int32 = 0
  }

  init(document: Document, tokenized: TokenizedText, lines: [TextLine], knowledge: Knowledge) {
    self.document = document
    self.tokenized = tokenized
    self.lines = lines
    self.knowledge = knowledge
    text = document.text
    tokens = tokenized.tokens
    dateReader = DateReader(text: text, tokens: tokens)
    yearsReader = YearsReader(text: text, tokens: tokens)
    placesOfLines = Array(repeating: nil, count: lines.count)
    let gaps = Gap.gaps(between: tokens, in: text)
    var next = 0
    sentences = lines.map { line in
      while next < gaps.count, gaps[next].token <= line.tokens.lowerBound { next += 1 }
      return Self.sentences(line.tokens, gaps[next...].prefix { $0.token < line.tokens.upperBound })
    }
    var cues: [CueTable.Match] = []
    for sentence in sentences.joined() {
      knowledge.cues.appendCues(in: tokens, sentence, text: text, to: &cues)
    }
    before = Self.counts(tokens, text, cues, gaps)
    (self.cues, self.gaps) = (cues, gaps)
    work = tokens.count
  }

  private static func counts(
    _ tokens: [Token], _ text: [UInt8], _ cues: [CueTable.Match], _ gaps: [Gap]
  ) -> [Before] {
    var counts: [Before] = []
    counts.reserveCapacity(tokens.count + 1)
    let units = YearsReader.units
    var before = Before()
    for (index, token) in tokens.enumerated() {
      while before.cues < cues.count, cues[Int(before.cues)].tokens.lowerBound < index {
        before.cues += 1
      }
      if before.gaps < gaps.count, gaps[Int(before.gaps)].token < index { before.gaps += 1 }
      counts.append(before)
      if token.traits.contains(.number) || isDigit(text[Int(token.lower)]) { before.numbers += 1 }
      if units.contains(token.term) { before.units += 1 }
    }
    before.cues = Int32(cues.count)
    before.gaps = Int32(gaps.count)
    counts.append(before)
    return counts
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  // MARK: - What stands in a range

  /// The indices of the cues that begin in a range of tokens.
  func cues(beginningIn range: Range<Int>) -> Range<Int> {
    Int(before[range.lowerBound].cues)..<Int(before[range.upperBound].cues)
  }

  /// The gaps between the tokens of a range that are more than a space.
  func gaps(in range: Range<Int>) -> ArraySlice<Gap> {
    guard range.count > 1 else { return [] }
    return gaps[Int(before[range.lowerBound + 1].gaps)..<Int(before[range.upperBound].gaps)]
  }

  /// Whether a token of the range begins with a digit.
  func hasNumber(_ range: Range<Int>) -> Bool {
    before[range.lowerBound].numbers < before[range.upperBound].numbers
  }

  /// The years that a range of tokens asks for.
  func years(in range: Range<Int>) -> [Years] {
    before[range.lowerBound].units < before[range.upperBound].units
      ? yearsReader.years(in: range) : []
  }

  /// The dates in a range of tokens, read as is usual where the posting comes from.
  func dates(in range: Range<Int>) -> [DateReader.Found] {
    work += 1
    // Each date has a number.
    guard hasNumber(range) else { return [] }
    work += range.count
    return dateReader.dates(in: range).map { found in
      guard let other = found.dayFirst, isDayFirst else { return found }
      return DateReader.Found(date: other, tokens: found.tokens)
    }
  }

  /// Whether "03/04/2026" is in April: it is wherever the first country named, or the currency, is not
  /// American.
  private lazy var isDayFirst: Bool = {
    let countries = lines.indices.lazy.flatMap { self.places(ofLine: $0) }
      .compactMap(\.place.country)
    if let country = countries.first {
      return !["US", "CA", "PH"].contains(country)
    }
    return text.indices.contains { text[$0] == 0xC2 && $0 + 1 < text.count && text[$0 + 1] == 0xA3 }
  }()

  /// The places that a line names; most lines of many postings are never asked for theirs.
  func places(ofLine line: Int) -> [Gazetteer.Found] {
    if let places = placesOfLines[line] { return places }
    let places = knowledge.gazetteer.places(in: tokens, lines[line].tokens, text: text)
    placesOfLines[line] = places
    return places
  }

  /// The places that lie wholly in a range of tokens.
  func places(in range: Range<Int>) -> [Gazetteer.Found] {
    var found: [Gazetteer.Found] = []
    var line = lines.partitionPoint { $0.tokens.upperBound > range.lowerBound }
    while line < lines.count, lines[line].tokens.lowerBound < range.upperBound {
      for place in places(ofLine: line) where place.tokens.lowerBound >= range.lowerBound {
        if place.tokens.upperBound <= range.upperBound { found.append(place) }
      }
      line += 1
    }
    return found
  }

  /// The words of a range of tokens on one line, with a bracket that belongs to them.
  func words(_ range: Range<Int>) -> String {
    Self.oneLine(text[span(range)])
  }

  /// The bytes of a range of tokens, with a currency sign before them, a plus or per cent sign behind
  /// them, and brackets where the other of the pair stands inside.
  func span(_ range: Range<Int>) -> Range<Int> {
    let inner = tokenized.span(of: range)
    work += gaps(in: range).count + 1
    guard !inner.isEmpty else { return inner }
    var (lower, upper) = (inner.lowerBound, inner.upperBound)
    while upper < text.count, text[upper] == 0x2B || text[upper] == 0x25 { upper += 1 }
    let opened = gaps(in: range).reduce(0) { $0 + $1.nesting }
    if opened > 0, upper < text.count, Self.nesting(text[upper]) < 0 { upper += 1 }
    if opened < 0, lower > 0, Self.nesting(text[lower - 1]) > 0 { lower -= 1 }
    return lower - currencySign(before: lower)..<upper
  }

  /// The length of a sign that ends at an index: $, £, € or ₹.
  private func currencySign(before index: Int) -> Int {
    guard index > 0 else { return 0 }
    switch text[index - 1] {
    case 0x24: return 1
    case 0xA3: return index > 1 && text[index - 2] == 0xC2 ? 2 : 0
    case 0xAC, 0xB9:
      return index > 2 && text[index - 2] == 0x82 && text[index - 3] == 0xE2 ? 3 : 0
    default: return 0
    }
  }

  /// 1 for a bracket that opens, -1 for one that closes.
  static func nesting(_ byte: UInt8) -> Int {
    byte == 0x28 || byte == 0x5B ? 1 : byte == 0x29 || byte == 0x5D ? -1 : 0
  }

  /// Text on one line, single spaces between words.
  static func oneLine(_ bytes: ArraySlice<UInt8>) -> String {
    var isSpaced = true
    var previous: UInt8 = 0x20
    for byte in bytes {
      if byte < 0x20 || (byte == 0x20 && previous == 0x20) { isSpaced = false }
      previous = byte
    }
    if isSpaced && previous != 0x20 { return String(decoding: bytes, as: UTF8.self) }
    var line: [UInt8] = []
    line.reserveCapacity(bytes.count)
    for word in bytes.split(whereSeparator: { $0 <= 0x20 }) {
      if !line.isEmpty { line.append(0x20) }
      line.append(contentsOf: word)
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// The sentences of a range of tokens: they end at a full stop, an exclamation or question mark
  /// before a capital or a digit, at a line end after one, or at a semicolon outside of brackets.
  func sentences(_ range: Range<Int>) -> [Range<Int>] {
    let gaps = gaps(in: range)
    work += gaps.count + 1
    return Self.sentences(range, gaps)
  }

  private static func sentences(_ range: Range<Int>, _ gaps: ArraySlice<Gap>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    for gap in gaps {
      depth += gap.nesting
      guard gap.marks.contains(.endsSentence) || (depth <= 0 && gap.marks.contains(.semicolon))
      else { continue }
      sentences.append(start..<gap.token)
      start = gap.token
    }
    if start < range.upperBound { sentences.append(start..<range.upperBound) }
    return sentences
  }

  /// Whether a question mark follows a range of tokens.
  func endsInQuestion(_ range: Range<Int>) -> Bool {
    guard let last = range.last else { return false }
    return text[Int(tokens[last].upper)...].prefix(3).contains(0x3F)
  }

  /// The bytes between a token and the one before it.
  func gap(before index: Int) -> ArraySlice<UInt8> {
    text[Int(tokens[index - 1].upper)..<Int(tokens[index].lower)]
  }

  /// Counts what a reader looks at outside of this type.
  func didLook(at count: Int) {
    work += count
  }

  /// Whether a token is spelt as a word in small letters.
  @inline(__always)
  func isSpelt(_ index: Int, _ word: StaticString) -> Bool {
    // Most words are told by their length.
    tokens[index].span.count == word.utf8CodeUnitCount && hasLetters(index, word)
  }

  private func hasLetters(_ index: Int, _ word: StaticString) -> Bool {
    word.withUTF8Buffer {
      unsafe text[tokens[index].span].elementsEqual($0) { $0 | 0x20 == $1 }
    }
  }

  /// Whether a token is the word.
  func isWord(_ index: Int, _ word: Term) -> Bool {
    tokens[index].term == word
  }

  /// Whether any token of the range is one of the words.
  func contains(_ range: Range<Int>, anyOf words: TermSet) -> Bool {
    work += range.count
    for index in range where words.contains(tokens[index].term) { return true }
    return false
  }
}
