extension DocumentReader {
  /// The format of a document, by its content; where that leaves open which, by its name.
  ///
  /// - Throws: `unsupported` for a known format that nothing reads.
  public static func format(
    of bytes: [UInt8], name: String
  ) throws(DocumentError) -> Document.Format {
    if bytes.starts(with: Array("%PDF".utf8)) { return .pdf }
    if bytes.starts(with: zip) { return try officeFormat(bytes) }
    if let format = signatures.first(where: { bytes.starts(with: $0.1) })?.0 {
      throw .unsupported(format: format)
    }
    switch firstByte(bytes) {
    case 0x7B: return objectFormat(bytes)
    case 0x5B where opensArray(bytes): return .board
    case 0x3C: if let format = markupFormat(bytes, name: name) { return format }
    default: break
    }
    return name.lowercased().hasSuffix(".md") ? .markdown : .text
  }

  private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// First bytes of formats that nothing here reads.
  private static let signatures: [(String, [UInt8])] = [
    ("old Word", [0xD0, 0xCF, 0x11, 0xE0]), ("RTF", Array("{\\rtf".utf8)),
    ("gzip", [0x1F, 0x8B]), ("PNG", [0x89, 0x50, 0x4E, 0x47]), ("JPEG", [0xFF, 0xD8, 0xFF]),
    ("UTF-16 text", [0xFF, 0xFE]), ("UTF-16 text", [0xFE, 0xFF]),
  ]

  /// The first byte that is no white space and no byte order mark.
  package static func firstByte(_ bytes: [UInt8]) -> UInt8? {
    bytes.drop { $0 == 0x20 || (0x09...0x0D).contains($0) || isOfMark($0) }.first
  }

  /// Whether a byte is one of the byte order mark's.
  private static func isOfMark(_ byte: UInt8) -> Bool { [0xEF, 0xBB, 0xBF].contains(byte) }

  /// Word and OpenDocument name their parts in the archive in plain bytes; the worker looks closer.
  private static func officeFormat(_ bytes: [UInt8]) throws(DocumentError) -> Document.Format {
    // OpenDocument 1.2, part 3, 3.3: the first entry is "mimetype", not compressed.
    let openDocument = Array("mimetypeapplication/vnd.oasis.opendocument.text".utf8)
    if bytes.dropFirst(30).starts(with: openDocument) { return .odt }
    if contains(bytes, "word/document") { return .docx }
    if contains(bytes, "content.xml") { return .odt }
    throw .unsupported(format: "a ZIP archive without a Word or OpenDocument text")
  }

  /// Whether the first two characters are those of a JSON array of objects.
  private static func opensArray(_ bytes: [UInt8]) -> Bool {
    bytes.lazy.filter { $0 > 0x20 && !isOfMark($0) }.prefix(2)
      .elementsEqual([0x5B, 0x7B])
  }

  /// Whether an object is a job board's answer or one of its postings.
  package static func isBoard(_ bytes: [UInt8]) -> Bool { objectFormat(bytes) == .board }

  /// A job board gives its postings as `jobs`, or one posting with HTML in it.
  private static func objectFormat(_ bytes: [UInt8]) -> Document.Format {
    switch ObjectKeys.of(bytes) {
    case .some(let keys) where keys.isResume: .jsonResume
    case .some(let keys) where keys.isBoard: .board
    default: .record
    }
  }

  private static func markupFormat(_ bytes: [UInt8], name: String) -> Document.Format? {
    let head = bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if contains(head, "<skillspassport") || contains(head, "<candidate") { return .europass }
    if contains(head, "<!doctype html") || contains(head, "<html") { return .html }
    let name = name.lowercased()
    if name.hasSuffix(".html") || name.hasSuffix(".htm") || name.hasSuffix(".xhtml") {
      return .html
    }
    return contains(head, "<body") || contains(head, "<head") ? .html : nil
  }

  private static func contains(_ bytes: [UInt8], _ needle: String) -> Bool {
    let needle = Array(needle.utf8)
    guard bytes.count >= needle.count else { return false }
    return (0...bytes.count - needle.count).contains { start in
      bytes[start] == needle[0] && bytes[start..<start + needle.count].elementsEqual(needle)
    }
  }
}
