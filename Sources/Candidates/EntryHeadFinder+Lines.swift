import Reading
import Tokenization

extension EntryHeadFinder {
  func head(at index: Int, _ period: PeriodReader.Period) -> EntryHead {
    let line = lines[index].line
    let tokens = headTokens(index)
    let before = names.parts(
      of: tokens.lowerBound..<period.tokens.lowerBound, lineSpan: line.span)
    let after = names.parts(
      of: named(period.tokens.upperBound..<tokens.upperBound), lineSpan: line.span)
    var rows = [EntryHead.Row(offset: 0, parts: before + after, beforeDates: before.count)]
    let above = linesAbove(index)
    let below = tokens == line.tokens ? linesBelow(index) : []
    for other in above + below {
      let parts = names.parts(of: named(lines[other].line.tokens), lineSpan: lines[other].line.span)
      rows.append(EntryHead.Row(offset: other - index, parts: parts, beforeDates: parts.count))
    }
    return EntryHead(
      index: index, period: period, rows: rows, isBounded: isBounded(above),
      isNamedBelow: isNameLine(below))
  }

  /// The tokens that may name something: of a long line those about a placeholder.
  private func named(_ tokens: Range<Int>) -> Range<Int> {
    guard tokens.count > Self.longestName,
      let place = text.employerPlaceholder(in: tokens.prefix(Self.longestName))
    else { return tokens }
    var end = place + 2
    while end < tokens.upperBound, let next = text.placeholder(at: end, tokens.upperBound) {
      end += next.count
    }
    if place > tokens.lowerBound { return tokens.lowerBound..<end }
    return tokens.lowerBound..<names.titleEnd(from: end, limit: tokens.upperBound)
  }

  /// Up to two short lines right above that may name something, the nearest first.
  private func linesAbove(_ index: Int) -> [Int] {
    var found: [Int] = []
    while found.count < 2, canName(index - found.count - 1),
      lines[index - found.count - 1].line.tokens.count <= 12
    {
      found.append(index - found.count - 1)
    }
    // A heading with a gap below it.
    if found.isEmpty, index > 1, lines[index - 1].use == .blank,
      lines[index - 2].line.shape == .heading, canName(index - 2)
    {
      found = [index - 2]
    }
    return found
  }

  /// Whether a gap or a heading stands above, or the first of the lines is set as a heading.
  private func isBounded(_ above: [Int]) -> Bool {
    guard let first = above.last else { return false }
    if first == 0 || lines[first].line.shape == .heading { return true }
    return lines[first - 1].use != .content
  }

  /// Up to two lines right below that may name something.
  private func linesBelow(_ index: Int) -> [Int] {
    var found: [Int] = []
    while found.count < 2 {
      let next = index + found.count + 1
      guard canName(next), text.lastByte(lines[next].line.span) != 0x3A else { break }
      let tokens = lines[next].line.tokens
      guard
        tokens.count <= Self.longestName
          || text.employerPlaceholder(in: tokens.prefix(Self.longestName)) != nil
      else { break }
      found.append(next)
    }
    return found
  }

  /// Whether a line right below the dates stands apart from what was done: bullets or a gap follow.
  private func isNameLine(_ below: [Int]) -> Bool {
    guard below.count == 1, below[0] + 1 < lines.count else { return false }
    let next = lines[below[0] + 1]
    return next.line.shape == .bullet || next.use == .blank
  }

  private func canName(_ index: Int) -> Bool {
    guard lines.indices.contains(index) else { return false }
    let line = lines[index].line
    if case .leftOut("placeholder") = lines[index].use { return true }
    guard lines[index].isContent, line.shape != .bullet, !line.tokens.isEmpty, !hasPeriod(index)
    else { return false }
    if text.employerPlaceholder(in: line.tokens.prefix(Self.longestName)) != nil { return true }
    return line.tokens.count <= Self.longestName && text.lastByte(line.span) != 0x2E
      && !isSentence(line.tokens, text.wholeWords(line.tokens), isAtEnd: false)
  }

  // MARK: - Positions without dates

  /// Whether a line names a position that has no dates, so that what stood before ends there.
  func isUndatedHead(_ index: Int, before next: Int?) -> Bool {
    guard next.map({ $0 > index + 2 }) ?? true, lines[index].section == .experience,
      times[index] == .none, canName(index), let first = lines[index].line.tokens.first,
      text.tokens[first].traits.contains(.capitalized)
    else { return false }
    let line = lines[index].line
    let hasPlaceholder = text.employerPlaceholder(in: line.tokens.prefix(Self.longestName)) != nil
    guard
      hasPlaceholder || text.words(line.tokens).contains(where: TitleWords.organizations.contains)
    else { return false }
    let parts = names.parts(of: named(line.tokens), lineSpan: line.span)
    let isTitled = parts.contains { $0.titleScore == 2 }
    return hasPlaceholder ? isTitled : isTitled && parts.contains(where: \.isEmployer)
  }
}
