/// Reads documents from bytes: the format is known by the content, the name is only a hint.
///
/// Text and Markdown become lines; a JSON résumé (jsonresume.org, 1.0.0) is laid out as the text that
/// a person would have typed, so that one reader understands both; a record of NDJSON keeps what its
/// fields say of each line. These are read here, in Swift; the other formats need a
/// ``DocumentConverter``.
public enum DocumentReader {
  /// The most bytes that one document may have.
  public static let limit = 10 << 20

  /// Reads one document.
  ///
  /// - Parameters:
  ///   - bytes: the content of a file.
  ///   - name: its name; the ending tells Markdown from text.
  ///   - id: the document's id; without it, the name without folders and ending.
  /// - Throws: `noConverter` for a format that is not read here.
  public static func read(
    _ bytes: [UInt8], name: String, id: String? = nil
  ) throws(DocumentError) -> Document {
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    return try read(bytes, as: format(of: bytes, name: name), id: id ?? stem(name))
  }

  /// Reads one document whose format is known.
  package static func read(
    _ bytes: [UInt8], as format: Document.Format, id: String
  ) throws(DocumentError) -> Document {
    switch format {
    case .text, .markdown: try text(bytes, id: id, format: format)
    case .jsonResume: try JSONResume.document(bytes, id: id)
    case .record: try RecordReader.document(bytes[...], fallbackID: id)
    default: throw .noConverter(format: format)
    }
  }

  /// The name of a file without folders and ending.
  package static func stem(_ name: String) -> String {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    guard let point = file.lastIndex(of: "."), point > file.startIndex else { return file }
    return String(file[..<point])
  }

  /// Reads one JSON object: a résumé or a record.
  package static func readRecord(
    _ bytes: [UInt8], fallbackID: String
  ) throws(DocumentError) -> Document {
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
    if ObjectKeys.of(bytes)?.isResume == true {
      return try JSONResume.document(bytes, id: fallbackID)
    }
    return try RecordReader.document(bytes[...], fallbackID: fallbackID)
  }

  package static func text(
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
    var (text, hidden) = (cleaned.text, [Document.Hidden]())
    if !cleaned.tagged.isEmpty {
      if text.last != 0x0A { text.append(0x0A) }
      hidden = [Document.Hidden(span: text.count..<text.count + cleaned.tagged.count, why: .tagged)]
      text += cleaned.tagged
    }
    return Document(
      id: id, format: format, text: text, lines: lines, hidden: hidden,
      warnings: cleaned.warnings + hidden.map { $0.why.warning(span: $0.span) })
  }
}

extension TextCleaning.Result {
  /// What a reader of the document should know of it.
  var warnings: [Warning] {
    var warnings: [Warning] = []
    if invalid > 0 {
      warnings.append(
        Warning(
          code: "invalid-utf8", message: "\(invalid) bytes are no UTF-8 and were replaced"))
    }
    if hidden > 0 {
      warnings.append(
        Warning(
          code: "hidden-characters",
          message: "\(hidden) invisible control characters were dropped"))
    }
    if let splitWord {
      warnings.append(
        Warning(
          code: "split-words",
          message: "characters without a width stand inside words; the words are read as one",
          span: splitWord))
    }
    return warnings
  }
}
