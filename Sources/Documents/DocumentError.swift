/// Why a document cannot be read.
public enum DocumentError: Error, Equatable, Codable, Sendable {
  /// Nothing but white space.
  case empty
  /// More bytes than a document may have.
  case tooLarge(bytes: Int, limit: Int)
  /// A known format that nothing here reads, by its signature.
  case unsupported(format: String)
  /// Bytes that are no text: the first NUL stands at `offset`.
  case notText(offset: Int)
  /// More than one byte in twenty is no UTF-8.
  case invalidUTF8(invalid: Int, of: Int)
  /// JSON that cannot be parsed, or whose shape is neither a résumé nor a record.
  case malformedJSON(reason: String)
  /// A row of CSV with more or fewer fields than the header, or a quote that never closes.
  case malformedRow(fields: Int?, of: Int)
  /// A document that cannot be opened without a password.
  case encrypted(format: Document.Format)
  /// Pages without any text: a scan, or pictures.
  case noText(pages: Int)
  /// Bytes that are not what the format promises.
  case malformed(format: Document.Format, flaw: Flaw)
  /// A document that asks for more than one may take: its parser was stopped.
  case overLimit(format: Document.Format, limit: Limit)
  /// The parser of a format broke down; the document is not read.
  case parserFailed(format: Document.Format)
  /// A program that reads the format is not installed.
  case missingTool(name: String, package: String)
  /// Nothing here reads documents of a format in a process of their own.
  case noConverter(format: Document.Format)

  /// What is wrong with a document.
  public enum Flaw: String, Codable, Sendable {
    /// Cut off, or damaged somewhere.
    case damaged
    /// A document type declaration or an entity of its own, as no honest file has them.
    case entities
    /// A part that the format requires is not there.
    case missingPart = "missing-part"
    /// One part twice.
    case duplicatePart = "duplicate-part"
    /// A path that leads out of the archive.
    case pathOutside = "path-outside"
  }

  /// What a parser may use.
  public enum Limit: String, Codable, Sendable {
    /// Seconds of work.
    case time
    /// Bytes of memory.
    case memory
    /// Bytes that come out.
    case output
    /// Elements inside each other.
    case depth
    /// Parts of an archive.
    case parts
  }
}
