import Documents

/// Puts the fields of a posting together to one document, each line with what its field says of it.
struct PostingText {
  private var text = DocumentText()

  mutating func append(_ line: String?, _ hint: Document.Hint? = nil) {
    guard let line else { return }
    text.append(line, hint: hint)
  }

  mutating func append(heading: String) {
    text.appendBlank()
    text.append(heading, hint: .heading)
  }

  /// The lines of a field that held markup, and what is hidden in them.
  mutating func append(_ body: Document) {
    for line in body.lines {
      if line.span.isEmpty {
        text.appendBlank()
      } else {
        text.append(line: body.text[line.span], hint: line.hint)
      }
    }
    for part in body.hidden { text.conceal(body[part.span], why: part.why) }
  }

  /// The document; nil where nothing was appended.
  func document(_ format: Document.Format, id: String = "") -> Document? {
    text.isBlank ? nil : text.document(id: id, format: format)
  }
}
