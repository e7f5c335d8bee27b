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

  /// The lines of a field that holds markup.
  ///
  /// - Returns: whether there are any.
  @discardableResult
  mutating func append(html: String?) -> Bool {
    guard let html, let lines = try? HTMLText.lines(of: html) else { return false }
    append(lines)
    return true
  }

  /// What pay is counted by.
  static let periods = ["hour", "day", "week", "month", "year"]

  /// "Pay: USD 50000 - USD 60000 per year".
  mutating func append(pay amounts: [String], currency: String, period: String?) {
    guard !amounts.isEmpty else { return }
    append(
      "Pay: " + amounts.map { "\(currency) \($0)" }.joined(separator: " - ")
        + (period.map { " per \($0)" } ?? ""))
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
