/// A posting or résumé as text: bytes, lines, and what the format knows of each line.
///
/// The text is what `rolefit parse --format text` prints. All spans of roles and profiles are
/// half-open ranges of its UTF-8 bytes. It is the input with line ends made line feeds, escapes of
/// Markdown and HTML entities resolved, and control characters dropped; nothing else is changed.
public struct Document: Sendable {
  /// How the document came.
  public enum Format: String, Sendable, Codable {
    case text, markdown, jsonResume = "json-resume", record
  }

  /// What a structured format says of a line.
  package enum Hint: Sendable, Equatable {
    // Of a posting's record.
    case title, employer, location, posted, closes, summary, requirement
    // Of a résumé.
    case contact, name, heading
  }

  /// A line of the text.
  package struct Line: Sendable {
    /// Its bytes, without the line feed.
    package let span: Range<Int>
    package let hint: Hint?

    package init(span: Range<Int>, hint: Hint?) {
      self.span = span
      self.hint = hint
    }
  }

  /// The name of the file without its ending, or the `id` of a record.
  public let id: String
  /// How the document came.
  public let format: Format
  /// The text, valid UTF-8.
  public let text: [UInt8]
  /// What was changed or noticed while the text was taken out.
  public let warnings: [Warning]
  package let lines: [Line]
  /// What a JSON résumé declares beside its text.
  package let declaration: Declaration?

  package init(
    id: String, format: Format, text: [UInt8], lines: [Line], warnings: [Warning] = [],
    declaration: Declaration? = nil
  ) {
    self.id = id
    self.format = format
    self.text = text
    self.lines = lines
    self.warnings = warnings
    self.declaration = declaration
  }

  /// The text of a span.
  public subscript(span: Range<Int>) -> String {
    String(decoding: text[span], as: UTF8.self)
  }
}

/// Something that a reader of a result should know of a document.
public struct Warning: Sendable, Codable, Hashable {
  /// What kind of thing it is, for programs: `invalid-utf8`, `thin-posting` and the like.
  public let code: String
  /// What it is, for people; it never quotes the document.
  public let message: String

  /// A warning.
  public init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}

/// Collects lines of text that are made, not read.
struct DocumentText {
  private(set) var text: [UInt8] = []
  private(set) var lines: [Document.Line] = []

  /// Appends the lines of `content`, each with the hint; an empty content appends nothing.
  mutating func append(_ content: String, hint: Document.Hint? = nil) {
    for line in TextCleaning.clean(Array(content.utf8)).text.split(separator: 0x0A) {
      append(line: line, hint: hint)
    }
  }

  /// Appends a line that is clean.
  mutating func append(line: ArraySlice<UInt8>, hint: Document.Hint?) {
    let start = text.count
    text.append(contentsOf: line)
    lines.append(Document.Line(span: start..<text.count, hint: hint))
    text.append(0x0A)
  }

  mutating func appendBlank() {
    lines.append(Document.Line(span: text.count..<text.count, hint: nil))
    text.append(0x0A)
  }
}
