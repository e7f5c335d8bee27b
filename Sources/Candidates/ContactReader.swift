import Documents
import Reading
import Tokenization

/// Finds the contact data of a résumé and cuts them out of its lines.
///
/// The lines before the first heading are a contact block if an e-mail address, a telephone number,
/// a link, a street or a label stands among the first of them. In the block, what speaks of work stays
/// (a headline, qualifications after the name, a clearance); the first line or part that looks like a
/// name is the name; the rest goes, known or not, so that another name, street or city changes
/// nothing. Below, contact sections, lines about the person and every address, number and link go,
/// and the name where it comes again.
struct ContactReader: Sendable {
  /// What was found.
  struct Result: Sendable {
    /// The lines of the document, cut where contact data begins and ends; these have a hint.
    var lines: [Document.Line] = []
    var name: String?
    var places: [Place] = []
  }

  private let knowledge: Knowledge
  private let text: ResumeText
  private let segmenter: ContactSegmenter
  private let sections: SectionReader
  private var result = Result()
  private var nameTokens: Range<Int> = 0..<0

  private init(_ text: ResumeText, knowledge: Knowledge) {
    self.knowledge = knowledge
    self.text = text
    segmenter = ContactSegmenter(knowledge: knowledge, text: text)
    sections = SectionReader(cues: knowledge.cues)
  }

  /// Reads the lines of a document.
  static func read(_ document: Document, _ text: ResumeText, knowledge: Knowledge) -> Result {
    var reader = ContactReader(text, knowledge: knowledge)
    let isStructured = document.lines.contains { $0.hint == .name || $0.hint == .contact }
    let block = isStructured ? [] : reader.block(document.lines)
    var inSection = Int.max
    var isPersonal = false
    for (index, line) in document.lines.enumerated() {
      let tokens = text.tokens(in: line.span)
      if line.hint == .name || line.hint == .contact || line.hint == .location {
        reader.takeHinted(line, tokens)
      } else if let (heading, isGlued) = reader.heading(line, tokens) {
        if isGlued && heading.isContact, reader.takeContactLine(line, tokens, isStrict: true) {
          inSection = Int.max
        } else {
          inSection = heading.isContact ? 0 : Int.max
          isPersonal = heading.isPersonal
          reader.result.lines.append(line)
        }
      } else if index < block.count {
        reader.takeBlockLine(
          line, tokens, isLast: index > block.lastDetail, follows: block.adjacent.contains(index))
      } else if inSection < 15, reader.takeContactLine(line, tokens, isStrict: isPersonal) {
        inSection += tokens.isEmpty ? 0 : 1
      } else {
        inSection = Int.max
        reader.takeLine(line, tokens)
      }
    }
    return reader.result
  }

  private mutating func takeHinted(_ line: Document.Line, _ tokens: Range<Int>) {
    if line.hint == .name && !tokens.isEmpty {
      result.name = result.name ?? text.line(line.span)
      if nameTokens.isEmpty { nameTokens = tokens }
    } else {
      addPlaces(tokens)
    }
    result.lines.append(Document.Line(span: line.span, hint: line.hint == .name ? .name : .contact))
  }

  /// What a line names as a heading, and whether content is glued to it.
  private func heading(
    _ line: Document.Line, _ tokens: Range<Int>
  ) -> (heading: SectionReader.Heading, isGlued: Bool)? {
    guard !tokens.isEmpty, tokens.count <= 40 else { return nil }
    var label = tokens
    if let colon = text.bytes[line.span].prefix(60).firstIndex(of: 0x3A), tokens.count > 1 {
      label = text.tokens(in: line.span.lowerBound..<colon)
    }
    guard !label.isEmpty, label.count <= 9 else { return nil }
    return sectionHeading(line, tokens, label).map { ($0, label != tokens) }
  }

  private func sectionHeading(
    _ line: Document.Line, _ tokens: Range<Int>, _ label: Range<Int>
  ) -> SectionReader.Heading? {
    let span = text.trimmed(line.span)
    let isMarked =
      line.hint == .heading || text.bytes[line.span].first == 0x23
      || text.isUppercase(span) || text.bytes[line.span].starts(with: [0x2A, 0x2A])
    if label == tokens, isMarked { return sections.markedHeading(tokens, in: text) }
    return sections.bareHeading(label, in: text, allowsWeak: true)
  }
}

// MARK: - The block

extension ContactReader {
  /// The lines of the contact block.
  private struct Block: ExpressibleByArrayLiteral {
    /// How many lines of the document it spans.
    var count = 0
    /// The last line with a detail.
    var lastDetail = -1
    /// Lines that follow the last detail without a gap.
    var adjacent: Set<Int> = []

    init(arrayLiteral: Never...) {}
  }

  private func block(_ lines: [Document.Line]) -> Block {
    var block: Block = []
    var (count, isTriggered, isGap) = (0, false, false)
    for (index, line) in lines.enumerated() {
      let tokens = text.tokens(in: line.span)
      if tokens.isEmpty {
        isGap = true
        continue
      }
      count += 1
      if count > 14 || tokens.count > 60 { break }
      if let (heading, _) = heading(line, tokens), !heading.isContact { break }
      let segments = segmenter.segments(of: line.span)
      let isDetail = segments.contains { $0.kind == .detail || $0.kind == .place }
      let isSentence = tokens.count > 14 && !segments.contains { $0.kind == .detail }
      if isSentence && isTriggered { break }
      if count <= 8, segments.contains(where: isTrigger) { isTriggered = true }
      block.count = index + 1
      if isDetail && !isSentence {
        block.lastDetail = index
        block.adjacent = []
        isGap = false
      } else if !isGap {
        block.adjacent.insert(index)
      }
    }
    return isTriggered ? block : []
  }

  /// Whether a segment makes the lines around it a contact block.
  private func isTrigger(_ segment: ContactSegment) -> Bool {
    guard segment.kind == .detail else { return false }
    if segment.tokens.isEmpty { return true }
    let isItem = !ContactDetails(text: text.bytes, isLenient: false).find(in: segment.span).isEmpty
    if isItem || segmenter.isStreet(segment.tokens) { return true }
    let words = text.words(segment.tokens.prefix(12))
    return segmenter.isPersonal(words) || words.contains(where: ContactWords.labels.contains)
      || text.bytes[segment.span].contains(0x40)
  }

  private mutating func takeBlockLine(
    _ line: Document.Line, _ tokens: Range<Int>, isLast: Bool, follows: Bool
  ) {
    guard !tokens.isEmpty else {
      result.lines.append(line)
      return
    }
    var segments = segmenter.segments(of: line.span)
    var kept: [Range<Int>] = []
    if nameTokens.isEmpty, !isLast || follows { takeName(&segments, &kept) }
    let isDetailed = segments.contains { $0.kind == .detail }
    for segment in segments where segment.kind == .place || segment.kind == .detail {
      addPlaces(segment.tokens)
    }
    let isContent = segments.contains { $0.kind == .content }
    for segment in segments {
      switch segment.kind {
      case .content: kept.append(contentsOf: withoutPlaces(segment))
      case .unknown where isContent && !isDetailed: kept.append(segment.span)
      case .unknown where isLast && !isDetailed && !(follows && isCapitalized(segment.tokens)):
        kept.append(segment.span)
      default: break
      }
    }
    append(line, keeping: joined(kept, of: segments))
  }

  /// Takes the name out of the segments of a line, and keeps the qualifications after it.
  private mutating func takeName(_ segments: inout [ContactSegment], _ kept: inout [Range<Int>]) {
    guard let index = segments.firstIndex(where: { !isTitleOfDocument($0.tokens) }) else { return }
    let segment = segments[index]
    guard segment.kind != .place || segment.tokens.count <= 4, !segment.tokens.isEmpty else {
      return
    }
    var name = segment.tokens
    if let label = labelEnd(segment) {
      name = label..<segment.tokens.upperBound
    } else if segment.kind == .detail {
      return
    }
    if let comma = name.dropFirst().first(where: text.hasComma) { name = name.lowerBound..<comma }
    guard isName(name) else { return }
    nameTokens = name
    result.name = text.line(text.span(of: name))
    segments[index].kind = .detail
    let rest = name.upperBound..<segment.tokens.upperBound
    if !rest.isEmpty, segmenter.hasEvidence(rest, text.words(rest)) {
      kept.append(text.span(of: rest))
    }
  }

  /// "Name: Maya Okafor", "Curriculum vitae of Maya Okafor": where the name begins.
  private func labelEnd(_ segment: ContactSegment) -> Int? {
    let words = text.words(segment.tokens.prefix(6))
    for label in [
      ["full", "name"], ["candidate", "name"], ["name"], ["resume", "of"], ["cv", "of"],
      ["curriculum", "vitae", "of"],
    ]
    where words.starts(with: label) && segment.tokens.count > label.count {
      return segment.tokens.lowerBound + label.count
    }
    return nil
  }

  private func isTitleOfDocument(_ tokens: Range<Int>) -> Bool {
    tokens.count <= 2 && ContactWords.documentTitles.contains(text.words(tokens))
  }

  /// One to six words, none with a digit, that name no occupation.
  private func isName(_ tokens: Range<Int>) -> Bool {
    guard (1...7).contains(tokens.count) else { return false }
    let words = text.words(tokens)
    if words.allSatisfy({ ContactWords.labels.contains($0) || $0 == "links" }) { return false }
    let hasDigit = words.contains { $0.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } }
    let fields = words.filter(TitleWords.fields.contains).count
    let titles = words.filter(TitleWords.ambiguous.contains).count
    if hasDigit || words.contains(where: TitleWords.isOccupation) { return false }
    return fields < 2 && (fields == 0 || titles == 0) && !(words.count == 1 && fields == 1)
  }

  private func isCapitalized(_ tokens: Range<Int>) -> Bool {
    tokens.count <= 5
      && [tokens.first, tokens.last].allSatisfy { index in
        guard let index else { return false }
        return text.tokens[index].traits.contains(.capitalized)
          || text.bytes[text.tokens[index].span.lowerBound] >= 0x80
      }
  }

  /// A segment of content without the places after its commas.
  private func withoutPlaces(_ segment: ContactSegment) -> [Range<Int>] {
    guard segment.tokens.count <= 14 else { return [segment.span] }
    let found = knowledge.gazetteer.places(in: text.tokens, segment.tokens, text: text.bytes)
    guard let place = found.last, place.tokens.upperBound == segment.tokens.upperBound,
      place.tokens.lowerBound > segment.tokens.lowerBound,
      text.hasComma(before: place.tokens.lowerBound)
    else { return [segment.span] }
    return [text.span(of: segment.tokens.lowerBound..<place.tokens.lowerBound)]
  }

  /// Neighbouring stretches that no contact data parts, as one.
  private func joined(_ kept: [Range<Int>], of segments: [ContactSegment]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for span in kept.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let isParted = { (last: Range<Int>) in
        segments.contains {
          $0.kind != .content && $0.kind != .unknown && $0.span.lowerBound >= last.upperBound
            && $0.span.upperBound <= span.lowerBound
        }
          || self.nameTokens.lowerBound < self.nameTokens.upperBound
            && self.text.span(of: self.nameTokens).lowerBound >= last.upperBound
            && self.text.span(of: self.nameTokens).upperBound <= span.lowerBound
      }
      if let last = joined.last, !isParted(last) {
        joined[joined.count - 1] = last.lowerBound..<span.upperBound
      } else {
        joined.append(span)
      }
    }
    return joined
  }
}

// MARK: - Below the block

extension ContactReader {
  /// Takes a line of a section "Contact" or "Personal details"; false where it is none.
  ///
  /// - Parameter isStrict: whether a line goes only if a part of it is plainly contact data.
  private mutating func takeContactLine(
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
  private mutating func takeLine(_ line: Document.Line, _ tokens: Range<Int>) {
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

  private mutating func addPlaces(_ tokens: Range<Int>) {
    guard tokens.count <= 30 else { return }
    for found in knowledge.gazetteer.places(in: text.tokens, tokens, text: text.bytes)
    where result.places.count < 4 && !result.places.contains(where: { $0.says(found.place) }) {
      result.places.append(found.place)
    }
  }

  /// Appends a line in the pieces that are kept and those that are not.
  private mutating func append(_ line: Document.Line, keeping kept: [Range<Int>]) {
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
