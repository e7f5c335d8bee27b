/// Makes bytes as they came into the text that is shown and parsed.
enum TextCleaning {
  /// The text, and what was found in it that no eye sees.
  struct Result {
    var text: [UInt8] = []
    /// How many bytes were no UTF-8.
    var invalid = 0
    /// How many characters without a shape were dropped.
    var hidden = 0
    /// Where the first character without a width stands inside a word.
    var splitWord: Range<Int>?
    /// What was written in tag characters, which repeat ASCII without a shape.
    var tagged: [UInt8] = []
    /// Tag characters that stand side by side, as far as they were read.
    fileprivate var run: [UInt8] = []
  }

  /// Takes over a run of tag characters, unless it is the name of a flag.
  private static func endTagged(_ result: inout Result) {
    guard !result.run.isEmpty else { return }
    if result.run.count > longestFlag { result.tagged += result.run }
    result.run = []
  }

  /// A flag of a region is up to six tag characters behind a black flag; more are a text.
  private static let longestFlag = 7

  /// Resolves line ends, escapes of Markdown, HTML entities and control characters, and replaces
  /// what is no UTF-8 by U+FFFD.
  ///
  /// Complexity: O(bytes).
  static func clean(_ bytes: [UInt8]) -> Result {
    var result = Result()
    result.text.reserveCapacity(bytes.count)
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x0D:
        result.text.append(0x0A)
        index += index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
      case 0x0B, 0x0C:
        result.text.append(0x0A)
        index += 1
      case 0x5C where index + 1 < bytes.count && isEscapable(bytes[index + 1]):
        index += 1
        result.text.append(bytes[index])
        index += 1
      case 0x26:
        index += appendEntity(bytes, at: index, to: &result.text)
      case 0x00..<0x20 where byte != 0x0A && byte != 0x09, 0x7F:
        index += 1
      case 0x80...:
        index += appendScalar(bytes, at: index, to: &result)
      default:
        result.text.append(byte)
        index += 1
      }
    }
    endTagged(&result)
    return result
  }

  /// Punctuation that Markdown escapes.
  private static func isEscapable(_ byte: UInt8) -> Bool {
    "\\`*_{}[]()#+-.!&|<>~$".utf8.contains(byte)
  }

  /// The entities that job boards leave in their text.
  private static let entities: [(name: [UInt8], text: [UInt8])] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"),
    ("&#39;", "'"), ("&#039;", "'"), ("&nbsp;", "\u{A0}"), ("&#160;", "\u{A0}"),
    ("&ndash;", "–"), ("&mdash;", "—"), ("&rsquo;", "’"), ("&lsquo;", "‘"), ("&ldquo;", "“"),
    ("&rdquo;", "”"), ("&bull;", "•"), ("&middot;", "·"), ("&hellip;", "…"), ("&pound;", "£"),
    ("&euro;", "€"), ("&eacute;", "é"), ("&rarr;", "→"), ("&#8211;", "–"), ("&#8217;", "’"),
    ("&#8226;", "•"), ("&#38;", "&"), ("&#x27;", "'"), ("&#x2F;", "/"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private static func appendEntity(_ bytes: [UInt8], at index: Int, to text: inout [UInt8]) -> Int {
    for entity in entities where bytes[index...].starts(with: entity.name) {
      text.append(contentsOf: entity.text)
      return entity.name.count
    }
    text.append(0x26)
    return 1
  }

  /// Appends the scalar at `index`, or what stands for it, and returns how many bytes it took.
  private static func appendScalar(_ bytes: [UInt8], at index: Int, to result: inout Result) -> Int
  {
    let length = sequenceLength(bytes, at: index)
    guard length > 0 else {
      result.invalid += 1
      result.text.append(contentsOf: [0xEF, 0xBF, 0xBD])
      return 1
    }
    let sequence = bytes[index..<index + length]
    if length == 4, let tag = tagged(sequence) {
      result.hidden += 1
      result.run.append(tag)
      return length
    }
    endTagged(&result)
    if isLineSeparator(sequence) {
      result.text.append(0x0A)
    } else if isWithoutWidth(sequence) {
      noteSplit(bytes, at: index, length: length, in: &result)
      result.text.append(contentsOf: sequence)
    } else if isDirectionOrTag(sequence) {
      result.hidden += 1
    } else {
      result.text.append(contentsOf: sequence)
    }
    return length
  }

  /// The length of the well-formed sequence at `index` (Unicode 15, table 3-7), or 0.
  private static func sequenceLength(_ bytes: [UInt8], at index: Int) -> Int {
    let first = bytes[index]
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    let (length, range): (Int, ClosedRange<UInt8>) =
      switch first {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0...0)
      }
    guard length > 0, index + length <= bytes.count, range.contains(second) else { return 0 }
    let isWhole = bytes[index + 1..<index + length].allSatisfy { $0 & 0xC0 == 0x80 }
    return isWhole ? length : 0
  }

  /// U+2028, U+2029 and U+0085.
  private static func isLineSeparator(_ sequence: ArraySlice<UInt8>) -> Bool {
    sequence.elementsEqual([0xE2, 0x80, 0xA8]) || sequence.elementsEqual([0xE2, 0x80, 0xA9])
      || sequence.elementsEqual([0xC2, 0x85])
  }

  /// The ASCII byte that a tag character (U+E0000–E007F) repeats.
  private static func tagged(_ sequence: ArraySlice<UInt8>) -> UInt8? {
    let bytes = Array(sequence)
    guard bytes[0] == 0xF3, bytes[1] == 0xA0, bytes[2] < 0x82 else { return nil }
    let byte = (bytes[2] & 1) << 6 | bytes[3] & 0x3F
    return byte < 0x20 || byte == 0x7F ? 0x20 : byte
  }

  /// U+200B, U+200C, U+200D, U+2060 and U+FEFF.
  private static func isWithoutWidth(_ sequence: ArraySlice<UInt8>) -> Bool {
    guard sequence.count == 3 else { return false }
    let start = sequence.startIndex
    switch (sequence[start], sequence[start + 1], sequence[start + 2]) {
    case (0xE2, 0x80, 0x8B...0x8D), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return true
    default: return false
    }
  }

  /// Between two ASCII letters, a character without a width has no use in any language.
  private static func noteSplit(
    _ bytes: [UInt8], at index: Int, length: Int, in result: inout Result
  ) {
    let isLetter = { (byte: UInt8?) in byte.map { (0x61...0x7A).contains($0 | 0x20) } ?? false }
    let next = index + length < bytes.count ? bytes[index + length] : nil
    guard result.splitWord == nil, isLetter(result.text.last), isLetter(next) else { return }
    result.splitWord = result.text.count..<result.text.count + length
  }

  /// Overrides of the writing direction (U+202A–202E, U+2066–2069) and C1 controls: they have no place in a text that a terminal shows.
  private static func isDirectionOrTag(_ sequence: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(sequence)
    if bytes.count == 2 { return bytes[0] == 0xC2 && bytes[1] < 0xA0 }
    if bytes.count == 4 { return false }
    guard bytes[0] == 0xE2 else { return false }
    return (bytes[1] == 0x80 && (0xAA...0xAE).contains(bytes[2]))
      || (bytes[1] == 0x81 && (0xA6...0xA9).contains(bytes[2]))
  }
}
