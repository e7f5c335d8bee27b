package import Bytes

/// A document as an index keeps it: all that reading it again needs, and nothing else.
///
/// ## Format, version 1
///
/// Little-endian. A string is its length in bytes (4 bytes) and its UTF-8.
///
///     1             version, 1
///     1             what the document is: 0 text, 1 Markdown, 2 JSON résumé, 3 record
///     string        id
///     string        text
///     4, then each  lines: start and end in the text (4 bytes each), rising; hint (1 byte, 0 for none)
///     4, then each  warnings: code and message (strings)
///
/// What a JSON résumé declares is not kept: an index holds postings.
extension Document {
  private static let version: UInt8 = 1
  private static let formats: [Format] = [.text, .markdown, .jsonResume, .record]
  private static let hints: [Hint] = [
    .title, .employer, .location, .posted, .closes, .summary, .requirement, .contact, .name,
    .heading,
  ]

  /// The bytes.
  package var stored: [UInt8] {
    var writer = ByteWriter()
    writer.write([Self.version, UInt8(Self.formats.firstIndex(of: format) ?? 0)])
    Self.write(Array(id.utf8), to: &writer)
    Self.write(text, to: &writer)
    writer.write(UInt32(lines.count))
    for line in lines {
      writer.write(UInt32(line.span.lowerBound))
      writer.write(UInt32(line.span.upperBound))
      let hint = line.hint.flatMap { Self.hints.firstIndex(of: $0) }
      writer.write([UInt8(hint.map { $0 + 1 } ?? 0)])
    }
    writer.write(UInt32(warnings.count))
    for warning in warnings {
      Self.write(Array(warning.code.utf8), to: &writer)
      Self.write(Array(warning.message.utf8), to: &writer)
    }
    return writer.bytes
  }

  /// The document that some bytes hold.
  ///
  /// - Throws: `ByteError` where they end too early; nil where they are none.
  package static func read(stored reader: inout ByteReader) throws(ByteError) -> Document? {
    guard try reader.readBytes(1) == [version] else { return nil }
    let format = Int(try reader.readBytes(1)[0])
    let id = String(decoding: try readBytes(&reader), as: UTF8.self)
    let text = try readBytes(&reader)
    guard String(validating: text, as: UTF8.self) != nil else { return nil }
    let count = Int(try reader.read(UInt32.self))
    try reader.require(count, width: 9)
    var lines: [Line] = []
    lines.reserveCapacity(count)
    for _ in 0..<count {
      let (lower, upper) = (Int(try reader.read(UInt32.self)), Int(try reader.read(UInt32.self)))
      let hint = Int(try reader.readBytes(1)[0])
      // Readers go through lines as through the text, and rely on it.
      let last = lines.last?.span.upperBound ?? 0
      guard last <= lower, lower <= upper, upper <= text.count, hint <= hints.count else {
        return nil
      }
      lines.append(Line(span: lower..<upper, hint: hint == 0 ? nil : hints[hint - 1]))
    }
    var warnings: [Warning] = []
    for _ in 0..<(try reader.read(UInt32.self)) {
      let code = String(decoding: try readBytes(&reader), as: UTF8.self)
      let message = String(decoding: try readBytes(&reader), as: UTF8.self)
      warnings.append(Warning(code: code, message: message))
    }
    guard formats.indices.contains(format) else { return nil }
    return Document(
      id: id, format: formats[format], text: text, lines: lines, warnings: warnings)
  }

  private static func write(_ bytes: [UInt8], to writer: inout ByteWriter) {
    writer.write(UInt32(bytes.count))
    writer.write(bytes)
  }

  private static func readBytes(_ reader: inout ByteReader) throws(ByteError) -> [UInt8] {
    try reader.readBytes(Int(try reader.read(UInt32.self)))
  }
}
