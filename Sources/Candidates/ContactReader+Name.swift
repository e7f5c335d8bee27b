import Tokenization

extension ContactReader {
  /// Takes the name out of the segments of a line, and keeps the qualifications after it.
  mutating func takeName(_ segments: inout [ContactSegment], _ kept: inout [Range<Int>]) {
    guard var index = segments.firstIndex(where: { !isTitleOfDocument($0.tokens) }) else { return }
    // "Name | Maya Okafor": a table has the label in a cell of its own.
    if isNameLabel(segments[index].tokens), index + 1 < segments.count { index += 1 }
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
    segments[index].kind = .name
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

  private func isNameLabel(_ tokens: Range<Int>) -> Bool {
    (1...2).contains(tokens.count)
      && [["name"], ["full", "name"], ["candidate", "name"]].contains(text.words(tokens))
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
}
