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
  /// The sentences of each line.
  private(set) var sentences: [[Range<Int>]] = []
  /// The cues of all sentences, in the order of the text.
  private(set) var cues: [CueTable.Match] = []
  /// How many tokens, gaps, cues and bytes readers have looked at so far.
  ///
  /// It tells a text that makes reading superlinear, without a clock.
  private(set) var work = 0
  /// For each token, how many cues begin before it.
  private(set) var cuesBefore: [Int32] = []

  init(document: Document, tokenized: TokenizedText, lines: [TextLine], knowledge: Knowledge) {
    self.document = document
    self.tokenized = tokenized
    self.lines = lines
    self.knowledge = knowledge
    text = document.text
    tokens = tokenized.tokens
    sentences = lines.map { sentences($0.tokens) }
    for sentence in sentences.joined() {
      knowledge.cues.appendCues(in: tokens, sentence, text: text, to: &cues)
    }
    cuesBefore.reserveCapacity(tokens.count + 1)
    var next = 0
    for token in 0...tokens.count {
      while next < cues.count, cues[next].tokens.lowerBound < token { next += 1 }
      cuesBefore.append(Int32(next))
    }
  }

  private lazy var dateReader = DateReader(text: text, tokens: tokens)

  /// The dates in a range of tokens, read as is usual where the posting comes from.
  func dates(in range: Range<Int>) -> [DateReader.Found] {
    work += range.count
    return dateReader.dates(in: range).map { found in
      guard let other = found.dayFirst, isDayFirst else { return found }
      return DateReader.Found(date: other, tokens: found.tokens)
    }
  }

  /// Whether "03/04/2026" is in April: it is wherever the first country named, or the currency, is not
  /// American.
  private lazy var isDayFirst: Bool = {
    if let country = allPlaces.lazy.compactMap(\.place.country).first {
      return !["US", "CA", "PH"].contains(country)
    }
    return text.indices.contains { text[$0] == 0xC2 && $0 + 1 < text.count && text[$0 + 1] == 0xA3 }
  }()

  /// All places that the lines name, in the order of the text.
  private lazy var allPlaces: [Gazetteer.Found] = lines.flatMap { line in
    knowledge.gazetteer.places(in: tokens, line.tokens, text: text)
  }

  /// The places that lie wholly in a range of tokens.
  func places(in range: Range<Int>) -> [Gazetteer.Found] {
    let lower = allPlaces.partitionPoint { $0.tokens.lowerBound >= range.lowerBound }
    return Array(allPlaces[lower...].prefix { $0.tokens.upperBound <= range.upperBound })
  }

  /// The words of a range of tokens on one line, with a bracket that belongs to them.
  func words(_ range: Range<Int>) -> String {
    Self.oneLine(text[span(range)])
  }

  /// The bytes of a range of tokens, with a currency sign before them, a plus or per cent sign behind
  /// them, and brackets where the other of the pair stands inside.
  func span(_ range: Range<Int>) -> Range<Int> {
    let inner = tokenized.span(of: range)
    work += inner.count
    guard !inner.isEmpty else { return inner }
    var (lower, upper) = (inner.lowerBound, inner.upperBound)
    while upper < text.count, [0x2B, 0x25].contains(text[upper]) { upper += 1 }
    var opened = 0
    for index in inner where text[index] & 0xF0 == 0x20 || text[index] & 0xF0 == 0x50 {
      opened += Self.nesting(text[index])
    }
    if opened > 0, upper < text.count, Self.nesting(text[upper]) < 0 { upper += 1 }
    if opened < 0, lower > 0, Self.nesting(text[lower - 1]) > 0 { lower -= 1 }
    for sign in Self.currencySigns where text[..<lower].suffix(sign.count).elementsEqual(sign) {
      lower -= sign.count
      break
    }
    return lower..<upper
  }

  /// $, £, €, ₹.
  private static let currencySigns: [[UInt8]] = ["$", "£", "€", "₹"].map { Array($0.utf8) }

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
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    work += range.count
    for index in range.dropFirst() where !isSpace(before: index) {
      let gap = gap(before: index)
      depth += gap.reduce(0) { $0 + Self.nesting($1) }
      guard endsSentence(before: index) || (depth <= 0 && gap.contains(0x3B)) else { continue }
      sentences.append(start..<index)
      start = index
    }
    return start < range.upperBound ? sentences + [start..<range.upperBound] : sentences
  }

  /// Whether a question mark follows a range of tokens.
  func endsInQuestion(_ range: Range<Int>) -> Bool {
    guard let last = range.last else { return false }
    return text[Int(tokens[last].upper)...].prefix(3).contains(0x3F)
  }

  private func endsSentence(before index: Int) -> Bool {
    let gap = gap(before: index)
    guard gap.count >= 2, let stop = gap.firstIndex(where: { [0x2E, 0x21, 0x3F].contains($0) }),
      stop < gap.endIndex - 1
    else { return false }
    let next = tokens[index].traits
    guard !next.isDisjoint(with: [.capitalized, .number, .lineStart]) else { return false }
    // "U.S. Government", "e.g. Python", "Inc. Boston" go on.
    let last = text[tokens[index - 1].span]
    let isInitial = last.count == 1 || last.contains(0x2E)
    return !isInitial || gap.count > 2
  }

  /// Whether no more than a space stands before a token, as before most.
  private func isSpace(before index: Int) -> Bool {
    let lower = tokens[index - 1].upper
    return tokens[index].lower == lower + 1 && text[Int(lower)] == 0x20
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
  func isSpelt(_ index: Int, _ word: StaticString) -> Bool {
    let span = tokens[index].span
    guard span.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { unsafe text[span].elementsEqual($0) { $0 | 0x20 == $1 } }
  }

  /// Whether a token is the word.
  func isWord(_ index: Int, _ word: Term) -> Bool {
    tokens[index].term == word
  }

  /// Whether any token of the range is one of the words.
  func contains(_ range: Range<Int>, anyOf words: TermSet) -> Bool {
    work += range.count
    return tokens[range].contains { words.contains($0.term) }
  }
}

/// The cues of a sentence or a part of one.
struct SentenceCues {
  private let matches: ArraySlice<CueTable.Match>
  private let end: Int

  /// The cues that lie wholly in a range.
  ///
  /// Complexity: O(1).
  init(_ range: Range<Int>, in role: RoleText) {
    matches =
      role.cues[Int(role.cuesBefore[range.lowerBound])..<Int(role.cuesBefore[range.upperBound])]
    end = range.upperBound
    role.didLook(at: matches.count + 1)
  }

  var isEmpty: Bool { matches.isEmpty }

  func has(_ cue: Cue) -> Bool {
    matches.contains { $0.cue == cue && $0.tokens.upperBound <= end }
  }

  /// Whether a cue was found that begins before a token.
  func has(_ cue: Cue, before limit: Int) -> Bool {
    matches.contains {
      $0.cue == cue && $0.tokens.lowerBound < limit && $0.tokens.upperBound <= end
    }
  }

  /// Where a cue was found first.
  func first(_ cue: Cue) -> Range<Int>? {
    matches.first { $0.cue == cue && $0.tokens.upperBound <= end }?.tokens
  }

  /// Where a cue was found.
  func all(_ cue: Cue) -> [Range<Int>] {
    matches.filter { $0.cue == cue && $0.tokens.upperBound <= end }.map(\.tokens)
  }

  /// How many words the phrases of a cue cover: one word alone may stand there by chance.
  func weight(_ cue: Cue) -> Int {
    matches.reduce(0) {
      $1.cue == cue && $1.tokens.upperBound <= end ? $0 + $1.tokens.count : $0
    }
  }
}
