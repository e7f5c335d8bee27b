/// A posting or résumé as text: bytes, lines, and what the format knows of each line.
///
/// The text is what `rolefit parse --format text` prints. All spans of roles and profiles are
/// half-open ranges of its UTF-8 bytes. It is the input with line ends made line feeds, escapes of
/// Markdown and HTML entities resolved, and control characters dropped; nothing else is changed.
public struct Document: Sendable {
  /// How the document came.
  public enum Format: String, Sendable, Codable, CaseIterable {
    case text, markdown, jsonResume = "json-resume", record
    case pdf, docx, odt, html, europass, board

    /// Whether it takes a ``DocumentConverter`` to read it.
    package var isConverted: Bool {
      ![.text, .markdown, .jsonResume, .record].contains(self)
    }
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
    /// The page that it stood on, from 1, where the format has pages.
    package let page: Int?

    package init(span: Range<Int>, hint: Hint?, page: Int? = nil) {
      self.span = span
      self.hint = hint
      self.page = page
    }
  }

  /// Text that no eye sees where the document is opened.
  ///
  /// It stands behind the last line of the text
  /// and is in no line, so that nothing reads it; results show it as left out.
  package struct Hidden: Sendable, Equatable {
    package let span: Range<Int>
    /// How it was hidden.
    package let why: Concealment
    /// The page, from 1, where the format has pages.
    package let page: Int?

    package init(span: Range<Int>, why: Concealment, page: Int? = nil) {
      self.span = span
      self.why = why
      self.page = page
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
  package let hidden: [Hidden]
  /// What a JSON résumé declares beside its text.
  package let declaration: Declaration?

  package init(
    id: String, format: Format, text: [UInt8], lines: [Line], hidden: [Hidden] = [],
    warnings: [Warning] = [], declaration: Declaration? = nil
  ) {
    self.id = id
    self.format = format
    self.text = text
    self.lines = lines
    self.hidden = hidden
    self.warnings = warnings
    self.declaration = declaration
  }

  /// What is declared beside the text; nothing where it does not say.
  package var declared: Declaration { declaration ?? Declaration() }

  /// The same document under another id.
  package func named(_ id: String) -> Document { copy(id: id) }

  /// The same document with something else declared beside it.
  package func declaring(_ declaration: Declaration) -> Document { copy(declaration: declaration) }

  /// The same document with other bytes of the same number, to be shown.
  package func replacing(text: [UInt8]) -> Document {
    precondition(text.count == self.text.count, "\(text.count) bytes, not \(self.text.count)")
    return copy(text: text)
  }

  private func copy(
    id: String? = nil, text: [UInt8]? = nil, declaration: Declaration? = nil
  ) -> Document {
    Document(
      id: id ?? self.id, format: format, text: text ?? self.text, lines: lines, hidden: hidden,
      warnings: warnings, declaration: declaration ?? self.declaration)
  }

  /// The page, from 1, that a span begins on; nil where the format has none.
  ///
  /// Complexity: O(log lines).
  public func page(of span: Range<Int>) -> Int? {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].span.upperBound < span.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < lines.count ? lines[low].page : nil
  }

  /// The text of a span.
  public subscript(span: Range<Int>) -> String {
    String(decoding: text[span], as: UTF8.self)
  }
}
