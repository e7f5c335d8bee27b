import Documents
import Reading
import Tokenization

extension ContactReader {
  /// Takes a line of a section "Contact" or "Personal details"; false where it is none.
  ///
  /// - Parameter isStrict: whether a line goes only if a part of it is plainly contact data.
  mutating func takeContactLine(
    _ line: Document.Line, _ tokens: Range<Int>, isStrict: Bool
  ) -> Bool {
    guard !tokens.isEmpty else {
      result.lines.append(line)
      return true
    }
    guard tokens.count <= 16 else { return false }
    let segments = segmenter.segments(of: line.span)
    let isDetailed = segments.contains { $0.kind == .detail || $0.kind == .place }
    let hasStops = tokens.contains { text.tokens[$0].traits.contains(.stop) }
    if !isDetailed && (isStrict || hasStops || text.lastByte(line.span) == 0x2E) { return false }
    let kept = segments.filter { $0.kind == .content && isAboutWork($0.tokens) }
    if !kept.isEmpty && !isDetailed { return false }
    addPlaces(tokens)
    append(line, keeping: kept.map(\.span))
    return true
  }

  /// Whether words name an occupation, or what matters for gates.
  private func isAboutWork(_ tokens: Range<Int>) -> Bool {
    text.words(tokens).contains {
      TitleWords.isOccupation($0) || ContactWords.gates.contains($0)
    }
  }

  /// Any other line: what can be nothing but contact data is cut out.
  mutating func takeLine(_ line: Document.Line, _ tokens: Range<Int>) {
    if tokens.count <= 12, line.hint == nil, isPersonalLine(line.span, tokens) {
      append(line, keeping: [])
      return
    }
    var cuts = ContactDetails(text: text.bytes, isLenient: false).find(in: line.span)
    cuts += names(in: tokens)
    guard !cuts.isEmpty else {
      result.lines.append(line)
      return
    }
    cuts.sort { $0.lowerBound < $1.lowerBound }
    var kept: [Range<Int>] = []
    var start = line.span.lowerBound
    for cut in cuts {
      if cut.lowerBound > start { kept.append(start..<cut.lowerBound) }
      start = max(start, cut.upperBound)
    }
    if start < line.span.upperBound { kept.append(start..<line.span.upperBound) }
    append(line, keeping: kept.filter { isWorthKeeping($0) })
  }

  /// "Date of birth: 1 May 1990", "Nationality – British".
  private func isPersonalLine(_ span: Range<Int>, _ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first, ContactWords.firstOfLabels.contains(text.word(first)) else {
      return false
    }
    let words = text.words(tokens)
    guard
      let label = ContactWords.personalLabels.filter({ words.starts(with: $0) })
        .max(by: { $0.count < $1.count })
    else { return false }
    if label.count == tokens.count { return label.count > 1 }
    let last = tokens.lowerBound + label.count
    let gap = text.bytes[text.tokens[last - 1].span.upperBound..<text.tokens[last].span.lowerBound]
    let isDash = gap.count > 1 && gap.contains { $0 == 0x2D || $0 == 0xE2 }
    return isDash || gap.contains { [0x3A, 0x7C, 0x3D, 0x09].contains($0) }
  }

  /// Where the name comes again: two of its words or more, in their order.
  private func names(in tokens: Range<Int>) -> [Range<Int>] {
    guard nameTokens.count >= 2, tokens.count >= nameTokens.count else { return [] }
    let name = nameTokens.map { text.tokens[$0].term }
    var found: [Range<Int>] = []
    var index = tokens.lowerBound
    while index + name.count <= tokens.upperBound {
      let range = index..<index + name.count
      if text.tokens[index].term == name[0], range.map({ text.tokens[$0].term }) == name {
        found.append(text.span(of: range))
        index = range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// Whether what is left of a line is more than a label or the number of a page.
  private func isWorthKeeping(_ span: Range<Int>) -> Bool {
    let tokens = text.tokens(in: span)
    guard tokens.count <= 6 else { return true }
    return tokens.contains { index in
      let word = text.word(index)
      return text.tokens[index].isIndexed && !ContactWords.labels.contains(word)
        && !["page", "resume", "résumé", "cv", "curriculum", "vitae"].contains(word)
    }
  }

  /// Adds the places that tokens name, each once, four at most.
  mutating func addPlaces(_ tokens: Range<Int>) {
    guard tokens.count <= 30 else { return }
    for found in knowledge.gazetteer.places(in: text.tokens, tokens, text: text.bytes)
    where result.places.count < 4 && !result.places.contains(where: { $0.says(found.place) }) {
      result.places.append(found.place)
    }
  }

  /// Appends a line in the pieces that are kept and those that are not.
  mutating func append(_ line: Document.Line, keeping kept: [Range<Int>]) {
    var start = line.span.lowerBound
    for span in kept {
      if span.lowerBound > start {
        result.lines.append(Document.Line(span: start..<span.lowerBound, hint: .contact))
      }
      result.lines.append(Document.Line(span: span, hint: line.hint))
      start = span.upperBound
    }
    if start < line.span.upperBound {
      result.lines.append(Document.Line(span: start..<line.span.upperBound, hint: .contact))
    }
  }
}

extension Place {
  /// Whether the place names all that another one does.
  fileprivate func says(_ other: Place) -> Bool {
    (other.city == nil || other.city == city) && (other.region == nil || other.region == region)
      && (other.country == nil || other.country == country)
  }
}
