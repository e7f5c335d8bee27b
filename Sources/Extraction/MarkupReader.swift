/// The events of a document of markup, in its order: see `CExtraction.h` for the bytes.
struct MarkupReader {
  /// What comes next.
  enum Event: Equatable {
    case open(String, [String: String])
    case close
    case text(String)
  }

  private var parts: ByteParts

  init(_ bytes: [UInt8]) {
    parts = ByteParts(bytes)
  }

  mutating func next() -> Event? {
    guard !parts.isAtEnd else { return nil }
    switch parts.byte() {
    case 1:
      let name = String(decoding: parts.next(), as: UTF8.self)
      let count = Int(parts.byte()) | Int(parts.byte()) << 8
      var attributes: [String: String] = [:]
      for _ in 0..<count {
        let key = String(decoding: parts.next(), as: UTF8.self)
        attributes[key] = String(decoding: parts.next(), as: UTF8.self)
      }
      return .open(name, attributes)
    case 2: return .close
    default: return .text(String(decoding: parts.next(), as: UTF8.self))
    }
  }
}

/// Strings of bytes, each behind its length, as the parsers in C write them.
struct ByteParts {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { index >= bytes.count }

  mutating func byte() -> UInt8 {
    defer { index += 1 }
    return bytes[index]
  }

  mutating func next() -> ArraySlice<UInt8> {
    var length = 0
    for shift in stride(from: 0, to: 32, by: 8) { length |= Int(byte()) << shift }
    defer { index += length }
    return bytes[index..<index + length]
  }
}

extension [String: String] {
  /// The number that an attribute is; nil where it is none.
  func number(_ name: String) -> Double? { self[name].flatMap(Double.init) }
}
