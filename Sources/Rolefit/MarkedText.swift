/// A text with marks over stretches of it, as HTML.
///
/// Marks may nest, overlap, repeat, and reach out of the text. What is written is well formed all the
/// same: at each byte the marks that cover it are open, an earlier and longer one outside; where one
/// ends inside another that began later, the inner one is closed and opened again. Without its tags
/// the output is the escaped text, so a reader who copies it copies the document.
///
/// Nothing that a link stands for adds text: numbers are attributes, which the style sheet shows.
///
/// Complexity: O(n log n + bytes) for n marks of bounded depth.
struct MarkedText {
  /// A link from a mark to what it is about.
  struct Link {
    /// The address: "#r3.1".
    var target: String
    /// What is shown beside the marked words: "3.1".
    var label: String
    /// What the label says when it is read aloud: "requirement 3.1, met".
    var name: String
  }

  /// A marked stretch.
  struct Mark {
    /// UTF-8 bytes of the text.
    var span: Range<Int>
    /// The element: `mark` or `span`.
    var element = "mark"
    /// What links elsewhere lead to.
    var id: String?
    /// How it looks.
    var style: String
    /// Further attributes of the first piece.
    var notes: [(name: String, value: String?)] = []
    /// Where its words lead: the words to the first, the labels to all.
    var links: [Link] = []
    /// Whether the labels stand before the words.
    var isLabelledBefore = false
    /// What stands behind the mark: "Kubernetes" for "k8s".
    var readAs: String?
  }

  /// A mark inside the bounds of the text, and what was written of it.
  private struct Open {
    var mark: Mark
    var span: Range<Int>
    var isContinued = false
    var isLabelled = false
  }

  /// How many marks may be open at once; more are dropped, so that the output stays in proportion.
  static let deepest = 32

  private let text: [UInt8]

  /// A valid UTF-8 text.
  init(_ text: [UInt8]) {
    self.text = text
  }

  /// Writes the stretch `range` of the text with the marks that lie in it.
  func write(_ marks: [Mark], in range: Range<Int>? = nil, to html: inout HTMLWriter) {
    let range = bounded(range ?? 0..<text.count)
    let sorted = ordered(marks, in: range)
    var open: [Open] = []
    var next = 0
    var position = range.lowerBound
    while true {
      close(&open, at: position, &html)
      while next < sorted.count, sorted[next].span.lowerBound == position {
        start(sorted[next], &open, &html)
        next += 1
      }
      guard position < range.upperBound else { break }
      let starts = next < sorted.count ? sorted[next].span.lowerBound : range.upperBound
      let end = open.reduce(min(starts, range.upperBound)) { min($0, $1.span.upperBound) }
      write(position..<end, in: &open, &html)
      position = end
    }
  }

  // MARK: - Bounds

  /// The marks that are not empty, in the order in which they open.
  private func ordered(_ marks: [Mark], in range: Range<Int>) -> [Open] {
    marks.map { Open(mark: $0, span: bounded($0.span).clamped(to: range)) }
      .filter { !$0.span.isEmpty }
      .enumerated()
      .sorted { left, right in
        let (a, b) = (left.element.span, right.element.span)
        if a.lowerBound != b.lowerBound { return a.lowerBound < b.lowerBound }
        return a.upperBound != b.upperBound
          ? a.upperBound > b.upperBound : left.offset < right.offset
      }
      .map(\.element)
  }

  /// The range inside the text, grown to whole scalars.
  private func bounded(_ range: Range<Int>) -> Range<Int> {
    let range = range.clamped(to: 0..<text.count)
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower > 0, lower < text.count, text[lower] & 0xC0 == 0x80 { lower -= 1 }
    while upper < text.count, text[upper] & 0xC0 == 0x80 { upper += 1 }
    return range.isEmpty ? lower..<lower : lower..<upper
  }

  // MARK: - Tags

  private func start(_ mark: Open, _ open: inout [Open], _ html: inout HTMLWriter) {
    guard open.count < Self.deepest else { return }
    openTag(mark, &html)
    open.append(mark)
  }

  /// Closes the marks that end at a position, and opens those again that were in the way.
  private func close(_ open: inout [Open], at position: Int, _ html: inout HTMLWriter) {
    guard let first = open.firstIndex(where: { $0.span.upperBound == position }) else { return }
    let closed = open[first...]
    open.removeSubrange(first...)
    for entry in closed.reversed() {
      let isEnd = entry.span.upperBound == position
      if isEnd { writeTrail(of: entry, &html) }
      html.close(entry.mark.element)
      if isEnd, let readAs = entry.mark.readAs {
        html.open("i", [("class", "as"), ("data-as", readAs)])
        html.close("i")
      }
    }
    for var entry in closed where entry.span.upperBound > position {
      entry.isContinued = true
      openTag(entry, &html)
      open.append(entry)
    }
  }

  private func openTag(_ entry: Open, _ html: inout HTMLWriter) {
    let mark = entry.mark
    let first = [("id", mark.id)] + mark.notes.map { ($0.name, $0.value) }
    html.open(mark.element, [("class", mark.style)] + (entry.isContinued ? [] : first))
  }

  /// Writes text between two tags, as a link where the innermost linked mark has one.
  private func write(_ range: Range<Int>, in open: inout [Open], _ html: inout HTMLWriter) {
    let words = String(decoding: text[range], as: UTF8.self)
    guard let inner = open.lastIndex(where: { !$0.mark.links.isEmpty }) else {
      return html.text(words)
    }
    for index in open.indices
    where index != inner && open[index].mark.isLabelledBefore && !open[index].isLabelled {
      writeLabels(open[index].mark.links[...], style: "to before", &html)
      open[index].isLabelled = true
    }
    let mark = open[inner].mark
    let isEdge = mark.isLabelledBefore || open[inner].span.upperBound == range.upperBound
    let label = isEdge && !open[inner].isLabelled ? mark.links[0].label : nil
    if label != nil { open[inner].isLabelled = true }
    let style = mark.isLabelledBefore ? "to before" : "to"
    html.open(
      "a",
      [
        ("class", style), ("href", mark.links[0].target), ("title", mark.links[0].name),
        ("data-n", label),
      ])
    html.text(words)
    html.close("a")
    if mark.isLabelledBefore && label != nil {
      writeLabels(mark.links.dropFirst(), style: style, &html)
    }
  }

  /// Writes the labels that stand at the end of the last piece of a mark.
  private func writeTrail(of entry: Open, _ html: inout HTMLWriter) {
    guard !entry.mark.isLabelledBefore else { return }
    let links = entry.isLabelled ? entry.mark.links.dropFirst() : entry.mark.links[...]
    writeLabels(links, style: "to", &html)
  }

  /// Writes links that have a label and no words.
  private func writeLabels(
    _ links: ArraySlice<Link>, style: String, _ html: inout HTMLWriter
  ) {
    for link in links {
      html.open(
        "a",
        [
          ("class", style), ("href", link.target), ("data-n", link.label),
          ("aria-label", link.name),
        ])
      html.close("a")
    }
  }
}

extension Range<Int> {
  /// Whether a stretch begins before another, or with it and ends earlier.
  func stands(before other: Range<Int>) -> Bool {
    (lowerBound, upperBound) < (other.lowerBound, other.upperBound)
  }
}
