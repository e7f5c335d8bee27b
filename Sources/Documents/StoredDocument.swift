package import Bytes

/// A document as bytes, for an index and between processes: all that reading it again needs.
///
/// ## Format, version 2
///
/// Little-endian. A string is its length in bytes (4 bytes) and its UTF-8.
///
///     1             version, 2
///     1             what the document is: 0 text, 1 Markdown, 2 JSON résumé, 3 record, 4 PDF, 5 DOCX,
///                   6 ODT, 7 HTML, 8 Europass, 9 a job board's JSON
///     string        id
///     string        text
///     4, then each  lines: start and end in the text (4 bytes each), rising; hint (1 byte, 0 for
///                   none); page (2 bytes, 0 for none)
///     4, then each  hidden text, behind the last line: start and end (4 bytes each), rising; how it
///                   is hidden (1 byte); page (2 bytes, 0 for none)
///     4, then each  warnings: code and message (strings); start and end of its span (4 bytes each,
///                   both 0 for none)
///
/// Version 1 has no pages, no hidden text and no spans of warnings; it is read still.
/// What a JSON résumé declares is not kept: an index holds postings.
extension Document {
  private static let version: UInt8 = 2
  private static let formats = Format.allCases
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
      Self.write(line.span, to: &writer)
      let hint = line.hint.flatMap { Self.hints.firstIndex(of: $0) }
      writer.write([UInt8(hint.map { $0 + 1 } ?? 0)])
      writer.write(UInt16(clamping: line.page ?? 0))
    }
    writer.write(UInt32(hidden.count))
    for part in hidden {
      Self.write(part.span, to: &writer)
      writer.write([UInt8(Concealment.allCases.firstIndex(of: part.why) ?? 0)])
      writer.write(UInt16(clamping: part.page ?? 0))
    }
    writer.write(UInt32(warnings.count))
    for warning in warnings {
      Self.write(Array(warning.code.utf8), to: &writer)
      Self.write(Array(warning.message.utf8), to: &writer)
      Self.write(warning.span ?? 0..<0, to: &writer)
    }
    return writer.bytes
  }

  /// The document that some bytes hold.
  ///
  /// - Throws: `ByteError` where they end too early; nil where they are none.
  package static func read(stored reader: inout ByteReader) throws(ByteError) -> Document? {
    let version = try reader.readBytes(1)[0]
    guard (1...Self.version).contains(version) else { return nil }
    let hasPages = version >= 2
    let format = Int(try reader.readBytes(1)[0])
    let id = String(decoding: try readBytes(&reader), as: UTF8.self)
    let text = try readBytes(&reader)
    guard String(validating: text, as: UTF8.self) != nil,
      let lines = try readLines(&reader, hasPages: hasPages),
      let hidden = hasPages ? try readHidden(&reader, after: lines.last) : [],
      (lines.last?.span.upperBound ?? 0) <= text.count,
      (hidden.last?.span.upperBound ?? 0) <= text.count,
      let warnings = try readWarnings(&reader, hasSpans: hasPages, end: text.count),
      formats.indices.contains(format)
    else { return nil }
    let document = Document(
      id: id, format: formats[format], text: text, lines: lines, hidden: hidden,
      warnings: warnings)
    return document.hasWholeSpans ? document : nil
  }

  /// Whether no span parts a character, and no line is several: who reads a line relies on both.
  private var hasWholeSpans: Bool {
    let spans = lines.map(\.span) + hidden.map(\.span) + warnings.compactMap(\.span)
    let bounds = spans.lazy.flatMap { [$0.lowerBound, $0.upperBound] }
    return bounds.allSatisfy { $0 == text.count || text[$0] & 0xC0 != 0x80 }
      && !lines.contains { text[$0.span].contains(0x0A) }
  }

  /// Readers go through lines as through the text, and rely on it that they rise.
  private static func readLines(
    _ reader: inout ByteReader, hasPages: Bool
  ) throws(ByteError) -> [Line]? {
    let count = Int(try reader.read(UInt32.self))
    try reader.require(count, width: hasPages ? 11 : 9)
    var lines: [Line] = []
    lines.reserveCapacity(count)
    for _ in 0..<count {
      let span = try readSpan(&reader, from: lines.last?.span.upperBound ?? 0)
      let hint = Int(try reader.readBytes(1)[0])
      let page = hasPages ? Int(try reader.read(UInt16.self)) : 0
      guard let span, hint <= hints.count else { return nil }
      lines.append(
        Line(span: span, hint: hint == 0 ? nil : hints[hint - 1], page: page == 0 ? nil : page))
    }
    return lines
  }

  private static func readHidden(
    _ reader: inout ByteReader, after last: Line?
  ) throws(ByteError) -> [Hidden]? {
    let count = Int(try reader.read(UInt32.self))
    try reader.require(count, width: 11)
    var hidden: [Hidden] = []
    for _ in 0..<count {
      let from = hidden.last?.span.upperBound ?? last?.span.upperBound ?? 0
      let span = try readSpan(&reader, from: from)
      let why = Int(try reader.readBytes(1)[0])
      let page = Int(try reader.read(UInt16.self))
      guard let span, Concealment.allCases.indices.contains(why) else { return nil }
      hidden.append(
        Hidden(span: span, why: Concealment.allCases[why], page: page == 0 ? nil : page))
    }
    return hidden
  }

  private static func readWarnings(
    _ reader: inout ByteReader, hasSpans: Bool, end: Int
  ) throws(ByteError) -> [Warning]? {
    var warnings: [Warning] = []
    for _ in 0..<(try reader.read(UInt32.self)) {
      let code = String(decoding: try readBytes(&reader), as: UTF8.self)
      let message = String(decoding: try readBytes(&reader), as: UTF8.self)
      var span: Range<Int>?
      if hasSpans {
        span = try readSpan(&reader, from: 0)
        guard let span, span.upperBound <= end else { return nil }
      }
      warnings.append(
        Warning(code: code, message: message, span: span == 0..<0 ? nil : span))
    }
    return warnings
  }

  /// A span that begins at `from` or later; nil where it does not.
  private static func readSpan(
    _ reader: inout ByteReader, from: Int
  ) throws(ByteError) -> Range<Int>? {
    let (lower, upper) = (Int(try reader.read(UInt32.self)), Int(try reader.read(UInt32.self)))
    return from <= lower && lower <= upper ? lower..<upper : nil
  }

  private static func write(_ span: Range<Int>, to writer: inout ByteWriter) {
    writer.write(UInt32(span.lowerBound))
    writer.write(UInt32(span.upperBound))
  }

  private static func write(_ bytes: [UInt8], to writer: inout ByteWriter) {
    writer.write(UInt32(bytes.count))
    writer.write(bytes)
  }

  private static func readBytes(_ reader: inout ByteReader) throws(ByteError) -> [UInt8] {
    try reader.readBytes(Int(try reader.read(UInt32.self)))
  }
}
