import Tokenization

/// What stands before a token that more than a space parts from the one before it.
///
/// Most tokens have a space before them; readers look for brackets and commas among the others alone.
struct Gap {
  /// What readers ask for.
  struct Marks: OptionSet {
    let rawValue: UInt8

    static let comma = Marks(rawValue: 1)
    static let semicolon = Marks(rawValue: 2)
    /// A round or square bracket that opens.
    static let opens = Marks(rawValue: 4)
    /// A round or square bracket that closes.
    static let closes = Marks(rawValue: 8)
    static let endsSentence = Marks(rawValue: 16)
    static let atSign = Marks(rawValue: 32)
  }

  /// The token behind it.
  let token: Int
  /// How many more brackets open than close.
  let nesting: Int
  let marks: Marks

  /// The gaps between tokens, in their order.
  static func gaps(between tokens: [Token], in text: [UInt8]) -> [Gap] {
    var gaps: [Gap] = []
    gaps.reserveCapacity(tokens.count / 4)
    for index in tokens.indices.dropFirst() {
      let (lower, upper) = (Int(tokens[index - 1].upper), Int(tokens[index].lower))
      if upper <= lower + 1, lower == upper || text[lower] == 0x20 { continue }
      gaps.append(Gap(lower..<upper, before: index, tokens, text))
    }
    return gaps
  }

  private init(_ span: Range<Int>, before index: Int, _ tokens: [Token], _ text: [UInt8]) {
    token = index
    var marks: Marks = []
    var nesting = 0
    /// Whether a full stop, an exclamation or a question mark stands before other bytes.
    var isStopped = false
    for place in span {
      switch text[place] {
      case 0x2C: marks.insert(.comma)
      case 0x3B: marks.insert(.semicolon)
      case 0x28, 0x5B:
        marks.insert(.opens)
        nesting += 1
      case 0x29, 0x5D:
        marks.insert(.closes)
        nesting -= 1
      case 0x40: marks.insert(.atSign)
      case 0x2E, 0x21, 0x3F: isStopped = isStopped || place < span.upperBound - 1
      default: break
      }
    }
    if isStopped, Self.endsSentence(before: index, tokens, text) { marks.insert(.endsSentence) }
    self.nesting = nesting
    self.marks = marks
  }

  /// Whether a stop before a token ends a sentence.
  private static func endsSentence(
    before index: Int, _ tokens: [Token], _ text: [UInt8]
  ) -> Bool {
    guard !tokens[index].traits.isDisjoint(with: [.capitalized, .number, .lineStart]) else {
      return false
    }
    // "U.S. Government", "e.g. Python", "Inc. Boston" go on.
    let last = text[tokens[index - 1].span]
    let isInitial = last.count == 1 || last.contains(0x2E)
    return !isInitial || tokens[index].lower > tokens[index - 1].upper + 2
  }
}
