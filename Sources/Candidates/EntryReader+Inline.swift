import Reading
import Tokenization

extension EntryReader {
  /// Lines with more words are not searched for positions.
  private static var longestLine: Int { 240 }

  /// Finds positions that stand inside of running text: "… '14 – '16 Director of Engineering …", or
  /// "Volunteer Teacher, Elm Foundation, May 2008 – Aug 2013, helped …" outside of any position.
  ///
  /// The lines around them stay with the position that they stand in.
  mutating func readInline(_ index: Int, isOpen: Bool) {
    let line = lines[index]
    let tokens = line.line.tokens
    guard entries.count < Self.mostPositions, line.isContent,
      (6...Self.longestLine).contains(tokens.count),
      [.experience, .other, .summary].contains(line.section),
      tokens.contains(where: { text.tokens[$0].traits.contains(.number) })
    else { return }
    var start = tokens.lowerBound
    for period in dates.periods(in: tokens) {
      let found =
        titleAfter(period, limit: tokens.upperBound).map { ($0, nil) }
        ?? (isOpen ? nil : namesBefore(period, from: start, in: line))
      start = period.tokens.upperBound
      guard let (title, employer) = found else { continue }
      let words = text.words(text.tokens(in: title))
      entries.append(
        Entry(
          title: text.line(title), employer: employer.map(text.line), period: period,
          span: text.span(of: period.tokens),
          isVolunteering: line.isVolunteering || words.contains { $0.hasPrefix("volunteer") }))
      if !isOpen { link(index, entries.count - 1) }
    }
  }

  /// A title that begins right behind a period.
  private func titleAfter(_ period: PeriodReader.Period, limit: Int) -> Range<Int>? {
    let first = period.tokens.upperBound
    guard first < limit, text.gap(before: first).allSatisfy({ [0x20, 0x3A, 0x29].contains($0) })
    else { return nil }
    let end = names.titleEnd(from: first, limit: min(first + 12, limit))
    guard end > first else { return nil }
    let part = names.parts(of: first..<end, lineSpan: text.span(of: first..<end)).first
    return part.flatMap { $0.titleScore == 2 ? $0.span : nil }
  }

  /// A title, and perhaps an employer, that fill the stretch from the last mark to a period.
  private func namesBefore(
    _ period: PeriodReader.Period, from start: Int, in line: ResumeLine
  ) -> (title: Range<Int>, employer: Range<Int>?)? {
    var first = period.tokens.lowerBound
    while first > start, period.tokens.lowerBound - first < 14,
      !text.gap(before: first).contains(where: { ".;:*()|".utf8.contains($0) })
    {
      first -= 1
    }
    let stretch = first..<period.tokens.lowerBound
    guard (1...12).contains(stretch.count),
      !stretch.contains(where: { isPlainWord($0) })
    else { return nil }
    let parts = names.parts(of: stretch, lineSpan: text.span(of: stretch))
    guard (1...3).contains(parts.count), let title = parts.first(where: { $0.titleScore == 2 })
    else { return nil }
    let employer = parts.first { $0 != title && ($0.isEmployer || $0.isName) }
    return (title.span, employer?.span)
  }

  /// A small word that is no joint of names: running text.
  private func isPlainWord(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard !token.traits.contains(.capitalized), !token.traits.contains(.number) else {
      return false
    }
    return !["of", "the", "and", "for", "at", "de", "in", "to", "from", "du", "der"]
      .contains(text.word(index))
  }
}

extension EntryNames {
  /// One past the title that begins at a token in running text: the last occupation of a run of
  /// words with capitals; `first` where there is none.
  func titleEnd(from first: Int, limit: Int) -> Int {
    var end = first
    var index = first
    while index < limit {
      let token = text.tokens[index]
      let isJoint = ["of", "and", "the", "de", "for", "to"].contains(text.word(index))
      let isMarked = index > first && text.gap(before: index).contains { ".;:()".utf8.contains($0) }
      guard !isMarked, token.traits.contains(.capitalized) || (isJoint && index > first) else {
        break
      }
      // The parts of a compound are one word.
      var next = index + 1
      while next < limit, text.tokens[next].lower == text.tokens[next - 1].upper { next += 1 }
      if let word = text.wholeWords(index..<next).first, TitleWords.isTitle(word) { end = next }
      index = next
    }
    // "Director of Nursing": what the occupation is of belongs to it.
    if end > first, end + 1 < limit, text.word(end) == "of" {
      var after = end + 1
      while after < limit, text.tokens[after].traits.contains(.capitalized), after - end < 5,
        !text.gap(before: after).contains(where: { ".;:(),".utf8.contains($0) })
      {
        after += 1
      }
      if after > end + 1 { end = after }
    }
    return end
  }
}
