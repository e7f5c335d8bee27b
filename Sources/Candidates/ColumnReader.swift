import Documents
import Reading

/// Finds two columns that were pasted as text side by side, and reads one after the other.
///
///     SKILLS                 EXPERIENCE
///     Excel                  Clerk, Elm Ltd      2018 – 2020
///     Word                   - Kept the books
///
/// Columns are believed in only where a gutter of spaces runs down many lines, text begins right of
/// it again and again at one place, and both sides have a heading. Dates set flush right, and tables
/// of skills and levels, have none on their right.
///
/// Complexity: O(bytes).
struct ColumnReader {
  private let text: ResumeText
  private let sections: SectionReader

  /// Farther right no column begins, and longer lines are no columns.
  private static let widest = 120
  private static let longestLine = 400
  /// Fewer lines than that are a table or a header.
  private static let fewestLines = 12

  init(text: ResumeText, sections: SectionReader) {
    self.text = text
    self.sections = sections
  }

  /// Where a line has text right of a gap, by columns of letters.
  private struct Starts {
    /// The first column of each stretch that a gap of two spaces and more stands before, and its byte.
    var places: [(column: Int, byte: Int)] = []
  }

  /// The lines column by column; nil where there are no columns.
  func lines(of document: Document) -> [Document.Line]? {
    guard !document.lines.contains(where: { $0.hint != nil }) else { return nil }
    let starts = document.lines.map { self.starts(of: $0.span) }
    guard let column = gutter(starts) else { return nil }
    let rows = document.lines.indices.filter { place(column, starts[$0]) != nil }
    guard let top = rows.first, let last = rows.last,
      isColumn(starts[top...last], document.lines[top...last], column, count: rows.count)
    else { return nil }
    // What stands above the first heading, a name and a headline, belongs to no column.
    let first =
      (top...last).first { index in
        cells(document.lines[index].span, starts[index], column)
          .map { isHeading($0.left) || isHeading($0.right) } ?? false
      } ?? top
    var result = Array(document.lines[..<first])
    var right: [Document.Line] = []
    for index in first...last {
      let line = document.lines[index]
      guard let cells = cells(line.span, starts[index], column) else {
        result += right + [line]
        right = []
        continue
      }
      result.append(Document.Line(span: cells.left, hint: nil))
      right.append(Document.Line(span: cells.right, hint: nil))
    }
    // A gap parts what ends one column from what begins the next.
    result.append(Document.Line(span: document.lines[last].span.prefix(0), hint: nil))
    return result + right + document.lines[(last + 1)...]
  }

  // MARK: - The gutter

  private func starts(of span: Range<Int>) -> Starts {
    var starts = Starts()
    guard span.count <= Self.longestLine else { return starts }
    var (column, spaces, index) = (0, 2, span.lowerBound)
    while index < span.upperBound {
      let width = text.spaceLength(at: index, end: span.upperBound)
      if width > 0 {
        spaces += 1
      } else {
        if spaces >= 2 { starts.places.append((column, index)) }
        spaces = 0
      }
      index += max(width, text.scalarLength(at: index))
      column += 1
    }
    return starts
  }

  /// The column at which most lines have text behind a gap.
  private func gutter(_ starts: [Starts]) -> Int? {
    var counts = Array(repeating: 0, count: Self.widest)
    for line in starts {
      for place in line.places where (12..<Self.widest).contains(place.column) {
        counts[place.column] += 1
      }
    }
    guard let most = counts.max(), most >= 6 else { return nil }
    return counts.firstIndex(of: most)
  }

  /// Where a line has text that begins at a column or near it: it may be indented, or pushed aside by
  /// an address that somebody put in.
  private func place(_ column: Int, _ starts: Starts) -> Int? {
    let near = starts.places.filter { abs($0.column - column) <= 8 }
    return near.min { abs($0.column - column) < abs($1.column - column) }?.byte
  }

  /// Whether a gutter is one of columns: hardly a line crosses it, and both sides have headings.
  private func isColumn(
    _ starts: ArraySlice<Starts>, _ lines: ArraySlice<Document.Line>, _ column: Int, count: Int
  ) -> Bool {
    guard count >= Self.fewestLines, count * 5 >= starts.count * 2 else { return false }
    var (crossing, left, right) = (0, 0, 0)
    for index in starts.indices {
      guard let cells = cells(lines[index].span, starts[index], column) else {
        crossing += 1
        continue
      }
      if isHeading(cells.left) { left += 1 }
      if isHeading(cells.right) { right += 1 }
    }
    return crossing * 10 <= starts.count && left > 0 && right > 0
  }

  private func isHeading(_ span: Range<Int>) -> Bool {
    let tokens = text.tokens(in: span)
    return (1...4).contains(tokens.count)
      && sections.bareHeading(tokens, in: text, allowsWeak: true) != nil
  }

  /// What stands left and right of a column; nil for a line that crosses it.
  private func cells(
    _ span: Range<Int>, _ starts: Starts, _ column: Int
  ) -> (left: Range<Int>, right: Range<Int>)? {
    if let byte = place(column, starts) {
      return (span.lowerBound..<byte, byte..<span.upperBound)
    }
    // Without text right of the gutter all of it must end before.
    if text.width(of: span) < column { return (span, span.upperBound..<span.upperBound) }
    // A line that crosses it has its columns where its one gap is.
    let inner = starts.places.filter { $0.byte > span.lowerBound }
    guard starts.places.count == 2, inner.count == 1 else { return nil }
    return (span.lowerBound..<inner[0].byte, inner[0].byte..<span.upperBound)
  }
}

extension ResumeText {
  /// The length of a space or no-break space at a byte; 0 for anything else.
  fileprivate func spaceLength(at index: Int, end: Int) -> Int {
    if bytes[index] == 0x20 { return 1 }
    return bytes[index] == 0xC2 && index + 1 < end && bytes[index + 1] == 0xA0 ? 2 : 0
  }

  fileprivate func scalarLength(at index: Int) -> Int {
    switch bytes[index] {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }

  /// How many columns a line has, without the spaces at its end.
  fileprivate func width(of span: Range<Int>) -> Int {
    bytes[trimmedSpaces(span)].count { $0 & 0xC0 != 0x80 }
      + (trimmedSpaces(span).lowerBound - span.lowerBound)
  }
}
