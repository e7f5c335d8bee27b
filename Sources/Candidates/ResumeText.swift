import Tokenization

/// The bytes and tokens of a résumé, with the look-ups that its readers share.
///
/// It is one object, because each of the readers holds it.
final class ResumeText: Sendable {
  let bytes: [UInt8]
  let tokenized: TokenizedText
  /// All tokens.
  let tokens: [Token]

  init(bytes: [UInt8], tokenized: TokenizedText) {
    self.bytes = bytes
    self.tokenized = tokenized
    tokens = tokenized.tokens
  }

  /// The tokens that lie wholly inside a range of bytes.
  func tokens(in span: Range<Int>) -> Range<Int> {
    span.isEmpty ? 0..<0 : tokenized.tokens(in: span)
  }

  /// A word as it is compared: in lower case, with a plain apostrophe, cut after 48 bytes.
  func word(_ index: Int) -> String {
    let span = tokens[index].span.prefix(48)
    guard bytes[span].contains(where: { $0 >= 0x80 || ($0 >= 0x41 && $0 <= 0x5A) }) else {
      return String(decoding: bytes[span], as: UTF8.self)
    }
    var isPlain = true
    let folded = bytes[span].map { byte in
      if byte >= 0x80 { isPlain = false }
      return (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
    let word = String(decoding: folded, as: UTF8.self)
    return isPlain ? word : String(word.lowercased().map { $0 == "’" ? "'" : $0 })
  }

  /// The words of a range of tokens.
  func words(_ range: Range<Int>) -> [String] {
    range.map(word)
  }

  /// The words of a range of tokens as they are written: the parts of a compound are one word.
  ///
  /// The tokenizer reads "Coordinator" as "Co" and "ordinator".
  func wholeWords(_ range: Range<Int>) -> [String] {
    var words: [String] = []
    for index in range {
      if index > range.lowerBound, tokens[index].lower == tokens[index - 1].upper {
        words[words.count - 1] += word(index)
      } else {
        words.append(word(index))
      }
    }
    return words
  }

  /// The first word of a range of tokens as it is written.
  func wholeWord(startingAt range: Range<Int>) -> String {
    var end = range.lowerBound + 1
    while end < range.upperBound, tokens[end].lower == tokens[end - 1].upper { end += 1 }
    return wholeWords(range.lowerBound..<end).first ?? ""
  }

  /// The bytes between a token and the one before it.
  func gap(before index: Int) -> ArraySlice<UInt8> {
    guard index > 0 else { return [] }
    return bytes[tokens[index - 1].span.upperBound..<tokens[index].span.lowerBound]
  }

  /// The bytes from the first to the last of some tokens.
  func span(of range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return tokens[first].span.lowerBound..<tokens[last].span.upperBound
  }

  /// The text of a span on one line: single spaces, without the marks of emphasis.
  func line(_ span: Range<Int>) -> String {
    var line: [UInt8] = []
    line.reserveCapacity(span.count)
    var index = span.lowerBound
    while index < span.upperBound {
      let byte = bytes[index]
      let next = index + 1 < span.upperBound ? bytes[index + 1] : 0
      if byte == 0xC2 && next == 0xA0 {
        if line.last != 0x20 { line.append(0x20) }
        index += 1
      } else if byte <= 0x20 {
        if line.last != 0x20 { line.append(0x20) }
      } else if byte == 0x2A && next == 0x2A {
        index += 1
      } else {
        line.append(byte)
      }
      index += 1
    }
    return String(
      decoding: line.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed(), as: UTF8.self)
  }

  /// A span without the spaces, bullets and punctuation at its ends.
  func trimmed(_ span: Range<Int>) -> Range<Int> {
    let isEdge = { (byte: UInt8) in byte <= 0x20 || Self.edges.contains(byte) }
    var (lower, upper) = (span.lowerBound, span.upperBound)
    while lower < upper, isEdge(bytes[lower]) { lower += 1 }
    while lower < upper, isEdge(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  private static let edges: Set<UInt8> = Set(",;:|-*_#>".utf8)

  /// Whether the letters of a span are capitals, three of them or more.
  func isUppercase(_ span: Range<Int>) -> Bool {
    var letters = 0
    for byte in bytes[span] {
      if (0x61...0x7A).contains(byte) { return false }
      if (0x41...0x5A).contains(byte) { letters += 1 }
    }
    return letters >= 3
  }

  /// The last byte of a span that is no space.
  func lastByte(_ span: Range<Int>) -> UInt8? {
    bytes[span].last { $0 > 0x20 }
  }
}
