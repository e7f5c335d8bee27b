import Documents
import Reading
import Tokenization

extension ContactReader {
  /// Which lines the contact block has.
  struct Block: ExpressibleByArrayLiteral {
    /// How many lines of the document it spans.
    var count = 0
    /// The last line with a detail.
    var lastDetail = -1
    /// Lines that follow the last detail without a gap.
    var adjacent: Set<Int> = []

    init(arrayLiteral: Never...) {}
  }

  /// Finds the contact block; it is empty where nothing at the top is contact data.
  func block(_ lines: [Document.Line]) -> Block {
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

  /// Takes a line of the block: what speaks of work stays, the name and the rest go.
  mutating func takeBlockLine(
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
