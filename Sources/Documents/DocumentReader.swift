/// Reads documents from bytes: the format is known by the content, the name is only a hint.
///
/// Text and Markdown become lines; a JSON résumé (jsonresume.org, 1.0.0) is laid out as the text that
/// a person would have typed, so that one reader understands both; a record of NDJSON keeps what its
/// fields say of each line.
public enum DocumentReader {
  /// The most bytes that one document may have.
  public static let limit = 10 << 20

  /// Reads one document.
  ///
  /// - Parameters:
  ///   - bytes: the content of a file.
  ///   - name: its name; the ending `.md` tells Markdown from text.
  ///   - id: the document's id; without it, the name without folders and ending.
  public static func read(
    _ bytes: [UInt8], name: String, id: String? = nil
  ) throws(DocumentError) -> Document {
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    if let format = signature(of: bytes) { throw .unsupported(format: format) }
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let id = id ?? stem(file)
    if firstByte(bytes) == 0x7B { return try readRecord(bytes, fallbackID: id) }
    if opensArray(bytes) {
      throw .malformedJSON(reason: "an array; give one object a line (NDJSON)")
    }
    let format: Document.Format = file.hasSuffix(".md") ? .markdown : .text
    return try text(bytes, id: id, format: format)
  }

  /// Whether the first two characters are those of a JSON array of objects.
  private static func opensArray(_ bytes: [UInt8]) -> Bool {
    bytes.lazy.filter { $0 > 0x20 }.prefix(2).elementsEqual([0x5B, 0x7B])
  }

  /// Reads one JSON object: a résumé or a record.
  package static func readRecord(
    _ bytes: [UInt8], fallbackID: String
  ) throws(DocumentError) -> Document {
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    if let resume = try JSONResume.document(bytes, id: fallbackID) { return resume }
    return try RecordReader.document(bytes[...], fallbackID: fallbackID)
  }

  /// The first byte that is no white space.
  package static func firstByte(_ bytes: [UInt8]) -> UInt8? {
    bytes.drop { $0 == 0x20 || (0x09...0x0D).contains($0) || [0xEF, 0xBB, 0xBF].contains($0) }.first
  }

  private static func stem(_ file: String) -> String {
    guard let point = file.lastIndex(of: "."), point > file.startIndex else { return file }
    return String(file[..<point])
  }

  static func text(
    _ bytes: [UInt8], id: String, format: Document.Format
  ) throws(DocumentError) -> Document {
    if let nul = bytes.firstIndex(of: 0) { throw .notText(offset: nul) }
    let cleaned = TextCleaning.clean(bytes)
    guard cleaned.text.contains(where: { $0 > 0x20 }) else { throw .empty }
    guard cleaned.invalid * 20 <= bytes.count else {
      throw .invalidUTF8(invalid: cleaned.invalid, of: bytes.count)
    }
    var lines: [Document.Line] = []
    var start = 0
    for (index, byte) in cleaned.text.enumerated() where byte == 0x0A {
      lines.append(Document.Line(span: start..<index, hint: nil))
      start = index + 1
    }
    if start < cleaned.text.count {
      lines.append(Document.Line(span: start..<cleaned.text.count, hint: nil))
    }
    return Document(
      id: id, format: format, text: cleaned.text, lines: lines, warnings: warnings(of: cleaned))
  }

  private static func warnings(of cleaned: TextCleaning.Result) -> [Warning] {
    var warnings: [Warning] = []
    if cleaned.invalid > 0 {
      warnings.append(
        Warning(
          code: "invalid-utf8", message: "\(cleaned.invalid) bytes are no UTF-8 and were replaced"))
    }
    if cleaned.hidden > 0 {
      warnings.append(
        Warning(
          code: "hidden-characters",
          message: "\(cleaned.hidden) invisible control characters were dropped"))
    }
    return warnings
  }

  /// The name of a format that is known by its first bytes and is not read.
  private static func signature(of bytes: [UInt8]) -> String? {
    let signatures: [(String, [UInt8])] = [
      ("PDF", Array("%PDF".utf8)), ("ZIP (DOCX, ODT)", [0x50, 0x4B, 0x03, 0x04]),
      ("old Word", [0xD0, 0xCF, 0x11, 0xE0]), ("RTF", Array("{\\rtf".utf8)),
      ("gzip", [0x1F, 0x8B]), ("PNG", [0x89, 0x50, 0x4E, 0x47]), ("JPEG", [0xFF, 0xD8, 0xFF]),
      ("UTF-16 text", [0xFF, 0xFE]), ("UTF-16 text", [0xFE, 0xFF]),
    ]
    return signatures.first { bytes.starts(with: $0.1) }?.0
  }
}
