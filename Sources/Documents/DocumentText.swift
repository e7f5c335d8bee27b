/// Collects lines of text that are made, not read.
///
///     var text = DocumentText()
///     text.append("Experience", hint: .heading, page: 1)
///     let document = text.document(id: "cv", format: .pdf)
package struct DocumentText {
  private(set) package var text: [UInt8] = []
  private(set) package var lines: [Document.Line] = []
  private var noticed = TextCleaning.Result()
  private var concealed: [(content: String, why: Concealment, page: Int?)] = []

  package init() {}

  /// Whether there is anything but white space.
  package var isBlank: Bool { !text.contains { $0 > 0x20 } }

  /// Appends the lines of `content`, each with the hint; an empty content appends nothing.
  package mutating func append(_ content: String, hint: Document.Hint? = nil, page: Int? = nil) {
    let cleaned = TextCleaning.clean(Array(content.utf8))
    noticed.invalid += cleaned.invalid
    noticed.hidden += cleaned.hidden
    noticed.tagged += cleaned.tagged
    for line in cleaned.text.split(separator: 0x0A) {
      if let split = cleaned.splitWord, noticed.splitWord == nil,
        line.indices.contains(split.lowerBound)
      {
        let start = text.count + split.lowerBound - line.startIndex
        noticed.splitWord = start..<start + split.count
      }
      append(line: line, hint: hint, page: page)
    }
  }

  /// Appends a line that is clean.
  package mutating func append(line: ArraySlice<UInt8>, hint: Document.Hint?, page: Int? = nil) {
    let start = text.count
    text.append(contentsOf: line)
    lines.append(Document.Line(span: start..<text.count, hint: hint, page: page))
    text.append(0x0A)
  }

  /// Appends a blank line, where none stands already.
  package mutating func appendBlank(page: Int? = nil) {
    if let last = lines.last, last.span.isEmpty { return }
    lines.append(Document.Line(span: text.count..<text.count, hint: nil, page: page))
    text.append(0x0A)
  }

  /// Keeps text that no eye sees, to be shown as left out.
  package mutating func conceal(_ content: String, why: Concealment, page: Int? = nil) {
    concealed.append((content, why, page))
  }

  /// The document, hidden text behind the rest and a warning for each kind of it.
  package func document(
    id: String, format: Document.Format, warnings: [Warning] = [], declaration: Declaration? = nil
  ) -> Document {
    var text = text
    var hidden: [Document.Hidden] = []
    let tagged = String(decoding: noticed.tagged, as: UTF8.self)
    for part in concealed + [(tagged, .tagged, nil)] {
      let clean = TextCleaning.clean(Array(part.content.utf8)).text
      guard clean.contains(where: { $0 > 0x20 }) else { continue }
      let start = text.count
      text += clean
      hidden.append(Document.Hidden(span: start..<text.count, why: part.why, page: part.page))
      text.append(0x0A)
    }
    let flags = Concealment.allCases.compactMap { why in
      hidden.first { $0.why == why }.map { why.warning(span: $0.span) }
    }
    return Document(
      id: id, format: format, text: text, lines: lines, hidden: hidden,
      warnings: noticed.warnings + warnings + flags, declaration: declaration)
  }
}
