/// The classes of bytes and scalars that decide where a word ends.
enum ByteClass {
  /// An ASCII letter or digit.
  @inline(__always)
  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte)
  }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10
  }

  @inline(__always)
  static func isUppercase(_ byte: UInt8) -> Bool {
    byte >= 0x41 && byte <= 0x5A
  }

  /// Bytes other than letters and digits with which a word may begin: of ".NET", and outside ASCII.
  @inline(__always)
  static func mayBeginWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == 0x2E
  }

  /// ASCII bytes after which a word may go on: `'`, `.`, `+`, `#`, `&`.
  @inline(__always)
  static func mayContinueWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == 0x27 || byte == 0x2E || byte == 0x2B || byte == 0x23 || byte == 0x26
  }
}

/// What a scalar outside ASCII does to the word it stands in.
enum ScalarClass: Equatable {
  /// A letter or digit.
  case letter
  /// A letter that is a word by itself, as in Chinese and Japanese.
  case ideograph
  /// Without a width or a meaning of its own: soft hyphen, joiners, marks.
  case ignored
  /// A typographic apostrophe.
  case apostrophe
  /// The arrow of "0→1".
  case arrow
  /// Anything else ends the word.
  case separator

  init(_ scalar: UInt32) {
    switch scalar {
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF, 0x300...0x36F, 0xFE00...0xFE0F, 0xE0000...0xE007F:
      self = .ignored
    case 0x2019, 0x02BC, 0xFF07: self = .apostrophe
    case 0x2192: self = .arrow
    case 0xB2, 0xB3, 0xB9, 0xAA, 0xBA, 0xB5: self = .letter
    case 0x80..<0xC0, 0xD7, 0xF7, 0x2000...0x206F, 0x20A0...0x20CF, 0x2190...0x2BFF:
      self = .separator
    case 0x2070...0x209C: self = .letter
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      self = .ideograph
    case 0x2E00...0x2E7F, 0x3000...0x303F, 0xE000...0xF8FF, 0xFFF0...0xFFFF: self = .separator
    case 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65: self = .separator
    case 0x1F000...0x1FAFF: self = .separator
    default: self = .letter
    }
  }
}

/// Reads one scalar of valid UTF-8.
///
/// - Returns: the scalar and its length in bytes; a byte that begins no scalar gives U+FFFD and 1.
@inline(__always)
func decodeScalar(_ bytes: Span<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
  let first = bytes[index]
  let length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  guard length > 0, index + length <= bytes.count else { return (0xFFFD, 1) }
  if length == 1 { return (UInt32(first), 1) }
  var scalar = UInt32(first) & (0xFF >> UInt32(length + 1))
  for offset in 1..<length {
    scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F)
  }
  return (scalar, length)
}
