/// Where words begin and end, beyond runs of ASCII letters and digits.
///
/// A word goes on over an apostrophe ("bachelor's"), a point inside a number, an abbreviation or a
/// file-like name ("3.5", "Ph.D", "Node.js"), an ampersand between capitals ("R&D"), "++" and "#"
/// of language names, the arrow of "0→1", letters outside ASCII, and marks without a width. Hyphens
/// and slashes end it: "fault-tolerant" and "CI/CD" are two words each, marked as joined.
enum WordScanner {
  /// The end of the word that began at `start` and whose ASCII run ended at `index`.
  static func extend(_ bytes: Span<UInt8>, from start: Int, at index: Int) -> Int {
    var index = index
    while index < bytes.count {
      if ByteClass.isAlphanumeric(bytes[index]) {
        index += 1
      } else if let next = continuation(bytes, from: start, at: index, end: bytes.count) {
        index = next
      } else {
        break
      }
    }
    return index
  }

  /// The word that begins at a byte other than an ASCII letter or digit, or the bytes to skip.
  ///
  /// - Parameter line: where the line begins; it ends with the bytes.
  static func begin(
    _ bytes: Span<UInt8>, at index: Int, line: Int
  ) -> (isWord: Bool, end: Int) {
    if bytes[index] == 0x2E {
      return isDotNet(bytes, at: index, line: line) ? (true, index + 4) : (false, index + 1)
    }
    guard bytes[index] >= 0x80 else { return (false, index + 1) }
    let (scalar, length) = decodeScalar(bytes, at: index)
    switch ScalarClass(scalar) {
    case .letter:
      return (true, extend(bytes, from: index, at: index + length))
    case .ideograph: return (true, index + length)
    default: return (false, index + length)
    }
  }

  /// How the bytes between two words bind them: `joined` by nothing, a hyphen or a slash;
  /// `adjacent` by these or by spaces, underscores and ampersands.
  @inline(__always)
  static func binding(_ bytes: Span<UInt8>, gap: Range<Int>) -> Token.Traits {
    if gap.isEmpty { return [.joined, .adjacent] }
    if gap.count == 1 {
      let byte = bytes[gap.lowerBound]
      if byte == 0x20 { return .adjacent }
      if byte == 0x2D || byte == 0x2F { return [.joined, .adjacent] }
    }
    return bindingOfLongGap(bytes, gap: gap)
  }

  private static func bindingOfLongGap(_ bytes: Span<UInt8>, gap: Range<Int>) -> Token.Traits {
    var index = gap.lowerBound
    while index < gap.upperBound {
      let (scalar, length) = decodeScalar(bytes, at: index)
      switch scalar {
      case 0x2010, 0x2011:
        // Hyphen and non-breaking hyphen.
        if gap.count == 3 { return [.joined, .adjacent] }
      case 0x20, 0x09, 0xA0, 0x2D, 0x2F, 0x26, 0x5F, 0xAD: break
      default: return []
      }
      index += length
    }
    return .adjacent
  }

  private static func continuation(
    _ bytes: Span<UInt8>, from start: Int, at index: Int, end: Int
  ) -> Int? {
    let next = index + 1 < end ? bytes[index + 1] : 0x20
    let previous = bytes[index - 1]
    switch bytes[index] {
    case 0x27:  // '
      return ByteClass.isLetter(next) || next >= 0x80 ? index + 1 : nil
    case 0x2E:  // .
      return joinsAtPoint(bytes, from: start, at: index, end: end) ? index + 1 : nil
    case 0x2B:  // +
      let closes = index + 2 >= end || !ByteClass.isAlphanumeric(bytes[index + 2])
      return next == 0x2B && ByteClass.isLetter(previous) && closes ? index + 2 : nil
    case 0x23:  // #
      // "C#", "F#", in either case; other small letters have no language.
      let isLanguage =
        index - start == 1
        && (ByteClass.isUppercase(previous) || previous == 0x63 || previous == 0x66)
      return isLanguage && !ByteClass.isAlphanumeric(next) ? index + 1 : nil
    case 0x26:  // &
      let isShort = index - start <= 2 && ByteClass.isUppercase(previous)
      return isShort && ByteClass.isUppercase(next) ? index + 1 : nil
    case 0x80...:
      return continuationOutsideASCII(bytes, at: index, end: end)
    default:
      return nil
    }
  }

  private static func continuationOutsideASCII(
    _ bytes: Span<UInt8>, at index: Int, end: Int
  ) -> Int? {
    let (scalar, length) = decodeScalar(bytes, at: index)
    let following = index + length
    switch ScalarClass(scalar) {
    case .letter, .ignored:
      return min(following, end)
    case .apostrophe:
      let goesOn = following < end && ByteClass.isLetter(bytes[following])
      return goesOn ? following : nil
    case .arrow:
      let goesOn = following < end && ByteClass.isAlphanumeric(bytes[following])
      return ByteClass.isDigit(bytes[index - 1]) && goesOn ? following : nil
    case .ideograph, .separator:
      return nil
    }
  }

  /// Whether a point joins: "3.5", "U.S", "Ph.D", "B.Sc", "Node.js", "ASP.NET".
  private static func joinsAtPoint(
    _ bytes: Span<UInt8>, from start: Int, at index: Int, end: Int
  ) -> Bool {
    guard index + 1 < end, ByteClass.isAlphanumeric(bytes[index + 1]) else { return false }
    if ByteClass.isDigit(bytes[index - 1]) { return ByteClass.isDigit(bytes[index + 1]) }
    var segmentStart = index
    while segmentStart > start && ByteClass.isLetter(bytes[segmentStart - 1]) { segmentStart -= 1 }
    var segmentEnd = index + 1
    while segmentEnd < end && ByteClass.isAlphanumeric(bytes[segmentEnd]) { segmentEnd += 1 }
    let (before, after) = (index - segmentStart, segmentEnd - index - 1)
    if before == 1 { return after <= 4 }
    if before == 2 && after == 1 { return ByteClass.isUppercase(bytes[segmentStart]) }
    return isSuffix(bytes, index + 1..<segmentEnd)
  }

  /// The last part of names like "Node.js" and "ASP.NET".
  private static func isSuffix(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let folded = range.map { bytes[$0] | 0x20 }
    return folded == Array("js".utf8) || folded == Array("net".utf8)
  }

  private static func isDotNet(_ bytes: Span<UInt8>, at index: Int, line: Int) -> Bool {
    let stop = index + 4
    guard stop <= bytes.count, isSuffix(bytes, index + 1..<stop), bytes[index + 1] | 0x20 == 0x6E
    else { return false }
    let opens = index == line || !ByteClass.isAlphanumeric(bytes[index - 1])
    return opens && (stop == bytes.count || !ByteClass.isAlphanumeric(bytes[stop]))
  }
}
