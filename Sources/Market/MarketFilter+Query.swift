import Roles

extension MarketFilter {
  /// How many conditions a query may have.
  private static let most = 32

  /// The conditions as the query of a link, without a question mark: "skill=c%2B%2B&country=IE".
  ///
  /// It holds nothing but letters, digits and "-._~%=&", so that it is safe in an attribute as it is.
  package var query: String {
    conditions.map { "\($0.key.rawValue)=\(Self.encoded($0.value))" }.joined(separator: "&")
  }

  /// Reads the query of a link; an empty one is met by every role.
  package init(query: String) throws(MarketFilterError) {
    self.init()
    for part in query.split(separator: "&") {
      guard let sign = part.firstIndex(of: "=") else { throw .noValue(part: String(part)) }
      guard let key = Self.decoded(part[..<sign]),
        let value = Self.decoded(part[part.index(after: sign)...])
      else { throw .encoding(part: String(part)) }
      self = try self.and(condition: key, value)
    }
  }

  /// The same with one more condition, as "category=sales" gives it, not encoded.
  package func and(text: String) throws(MarketFilterError) -> MarketFilter {
    guard let sign = text.firstIndex(of: "=") else { throw .noValue(part: text) }
    return try and(condition: String(text[..<sign]), String(text[text.index(after: sign)...]))
  }

  private func and(
    condition key: String, _ value: String
  ) throws(MarketFilterError) -> MarketFilter {
    guard let known = Key(rawValue: key) else { throw .unknownKey(key) }
    guard Self.isPossible(known, value) else { throw .impossible(key: key, value: value) }
    guard conditions.count < Self.most else { throw .tooMany }
    return and(known, value)
  }

  /// Whether a role could have the value; which skills, places or ranks there are is not asked.
  private static func isPossible(_ key: Key, _ value: String) -> Bool {
    switch key {
    case .workplace: Role.Workplace(rawValue: value) != nil
    case .pay: YearlyPay.State(rawValue: value) != nil
    case .month:
      value == RoleFacts.undated || value.utf8.count == 7 && isMonth(value)
    default: !value.isEmpty
    }
  }

  private static func isMonth(_ value: String) -> Bool {
    let parts = value.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].utf8.count == 4 && parts[0].utf8.allSatisfy(isDigit)
      && parts[1].utf8.allSatisfy(isDigit) && Int(parts[1]).map((1...12).contains) ?? false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  // MARK: - Percent encoding

  private static let digits = Array("0123456789ABCDEF")

  private static func encoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        encoded.append("%")
        encoded.append(digits[Int(byte >> 4)])
        encoded.append(digits[Int(byte & 15)])
      }
    }
    return encoded
  }

  /// Nil where the text is not encoded well; a "+" is a space, as forms send it.
  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case 0x2B: bytes.append(0x20)
      case 0x25:
        guard let high = rest.popFirst().flatMap(value(ofDigit:)),
          let low = rest.popFirst().flatMap(value(ofDigit:))
        else { return nil }
        bytes.append(high << 4 | low)
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func value(ofDigit byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}

extension MarketFilter: Codable {
  /// Reads the query.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    try self.init(query: try container.decode(String.self))
  }

  /// Writes the query.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(query)
  }
}
