import Documents

/// Puts runs of text together to lines: paragraphs, headings, bullets, and rows of tables.
///
/// A row whose cells hold one line each is one line, its cells parted by tabs; a row with longer cells is
/// a layout of columns, which are read one after the other.
struct TextFlow {
  private struct Line {
    var content = ""
    var hint: Document.Hint?
    /// How deep the list is that it is an item of, from 0; nil for none.
    var level: Int?
  }

  private var text = DocumentText()
  private var line = Line()
  /// The cells of the rows that are open, innermost last.
  private var rows: [[[Line]]] = []
  private var hidden: (content: String, why: Concealment)?
  /// The page that lines stand on, where the format has pages.
  var page: Int?

  // MARK: - Runs

  /// Writes a run; white space counts as one space.
  mutating func write(_ run: some StringProtocol, _ why: Concealment? = nil) {
    if let why {
      if hidden?.why != why { flushHidden() }
      hidden = ((hidden?.content ?? "") + run, why)
      return
    }
    // Indentation of the markup between a hidden run and the next belongs to neither.
    for scalar in run.unicodeScalars {
      if scalar == " " || scalar == "\n" || scalar == "\r" || scalar == "\t" {
        if !line.content.isEmpty, line.content.last != " ", line.content.last != "\t" {
          line.content.append(" ")
        }
      } else {
        line.content.unicodeScalars.append(scalar)
      }
    }
  }

  /// A tab stop.
  mutating func tab() {
    guard !line.content.isEmpty else { return }
    if line.content.last == " " { line.content.removeLast() }
    if line.content.last != "\t" { line.content.append("\t") }
  }

  // MARK: - Lines

  /// Ends the line.
  ///
  /// An empty one leaves nothing, and its marks hold for what comes.
  mutating func endLine() {
    flushHidden()
    while let last = line.content.last, last == " " || last == "\t" { line.content.removeLast() }
    guard !line.content.isEmpty else { return }
    defer { line = Line() }
    guard let row = rows.indices.last else {
      emit(line)
      return
    }
    if rows[row].isEmpty { rows[row].append([]) }
    rows[row][rows[row].count - 1].append(line)
  }

  /// Ends an item or a heading: its marks hold for nothing else.
  mutating func endItem() {
    endLine()
    line = Line()
  }

  /// Ends a paragraph; an empty one is a gap.
  mutating func endParagraph() {
    let isEmpty = line.content.isEmpty
    endItem()
    if isEmpty { appendBlank() }
  }

  /// The line is the item of a list.
  ///
  /// - Parameter level: how many lists are around that one.
  mutating func markBullet(level: Int = 0) {
    line.level = max(0, min(level, 8))
  }

  mutating func mark(_ hint: Document.Hint) {
    line.hint = hint
  }

  /// A gap between paragraphs.
  mutating func gap() {
    endLine()
    appendBlank()
  }

  // MARK: - Tables

  mutating func beginRow() {
    endLine()
    rows.append([])
  }

  mutating func beginCell() {
    guard !rows.isEmpty else { return }
    endLine()
    rows[rows.count - 1].append([])
  }

  mutating func endRow() {
    guard rows.last?.isEmpty == false else {
      _ = rows.popLast()
      return
    }
    endLine()
    let cells = rows.removeLast()
    let isOneLine = cells.allSatisfy { $0.count <= 1 }
    var lines = cells.flatMap(\.self)
    if isOneLine, var first = lines.first {
      first.content = lines.map(\.content).joined(separator: "\t")
      lines = [first]
    }
    if let row = rows.indices.last, let cell = rows[row].indices.last {
      rows[row][cell] += lines
    } else {
      lines.forEach { emit($0) }
    }
  }

  // MARK: - The document

  private mutating func appendBlank() {
    guard rows.isEmpty, !text.lines.isEmpty else { return }
    text.appendBlank(page: page)
  }

  private mutating func emit(_ line: Line) {
    let sign = line.level.map { String(repeating: "  ", count: $0) + "- " } ?? ""
    text.append(sign + line.content, hint: line.hint, page: page)
  }

  private mutating func flushHidden() {
    guard let part = hidden else { return }
    hidden = nil
    text.conceal(
      part.content.split(whereSeparator: \.isWhitespace).joined(separator: " "), why: part.why,
      page: page)
  }

  /// The document; a text without a word is an error, never a score.
  mutating func document(
    _ format: Document.Format, warnings: [Warning] = []
  ) throws(DocumentError) -> Document {
    while !rows.isEmpty { endRow() }
    endLine()
    guard !text.isBlank else { throw .empty }
    return text.document(id: "", format: format, warnings: warnings)
  }
}
