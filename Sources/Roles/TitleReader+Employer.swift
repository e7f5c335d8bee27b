import Documents
import Reading
import Tokenization

extension TitleReader {
  // MARK: - Employer

  /// The employer's name.
  func employer(title: Range<Int>?) -> String? {
    if let hinted = role.lines.first(where: { $0.hint == .employer }) {
      return name(hinted: hinted.tokens)
    }
    if let labelled = labelled(Self.employerLabels) { return name(labelled) }
    let near = afterTitle(title)
    let own = asEqualOpportunityEmployer()
    if let near, let own { return near.hasPrefix(own) ? near : own }
    return own ?? atTitle() ?? tableRow() ?? near ?? beforeTitle(title)
  }

  /// A name in a field, without what people write behind it: "Acme (YC S18)", "Acme - remote", "Analyst
  /// at Acme, the makers of …".
  private func name(hinted range: Range<Int>) -> String {
    var range = range
    if range.contains(where: isNoun),
      let at = range.dropFirst().first(where: { role.isWord($0, Self.preposition) }),
      at + 1 < range.upperBound
    {
      range = at + 1..<range.upperBound
    }
    let end = range.dropFirst().first { index in
      let gap = role.gap(before: index)
      return gap.contains { [0x28, 0x7C].contains($0) } || role.isSpelt(index, "is")
        || gap.elementsEqual([0x20, 0x2D, 0x20])
        || (gap.contains(0x2C) && role.tokens[index].traits.contains(.stop))
    }
    return name(range.lowerBound..<(end ?? range.upperBound))
  }

  /// The subject of "Acme is an equal opportunity employer".
  private func asEqualOpportunityEmployer() -> String? {
    for line in role.lines {
      for sentence in role.sentences(line.tokens) where sentence.count > 4 {
        let words = role.tokens[sentence]
        guard let verb = words.firstIndex(where: { $0.term == Self.verb }),
          (1...5).contains(verb - sentence.lowerBound),
          SentenceCues(verb..<sentence.upperBound, in: role).weight(.equalOpportunity) >= 2,
          words[sentence.lowerBound..<verb].allSatisfy({ $0.traits.contains(.capitalized) }),
          !words[sentence.lowerBound].traits.contains(.stop)
        else { continue }
        return name(sentence.lowerBound..<verb)
      }
    }
    return nil
  }

  /// The name in "this role at Acme?", in the first lines.
  private func atTitle() -> String? {
    for line in role.lines.prefix(12) {
      for index in line.tokens.dropLast() where role.isWord(index, Self.preposition) {
        let isRole =
          index > line.tokens.lowerBound
          && (isNoun(index - 1) || Self.labels.contains(role.tokens[index - 1].term))
        if isRole, let name = capitalized(from: index + 1, line.tokens.upperBound) { return name }
      }
    }
    return nil
  }

  /// A row of a table without a colon: "Company Acme".
  private func tableRow() -> String? {
    for line in role.lines where (2...6).contains(line.tokens.count) {
      guard let first = line.tokens.first, Self.employerLabels.contains(role.tokens[first].term),
        role.tokens[first].traits.contains(.capitalized)
      else { continue }
      return capitalized(from: first + 1, line.tokens.upperBound)
    }
    return nil
  }

  /// The short line after the title.
  private func afterTitle(_ title: Range<Int>?) -> String? {
    guard let title,
      let index = role.lines.firstIndex(where: { $0.tokens.contains(title.lowerBound) })
    else { return nil }
    for line in role.lines[(index + 1)...].prefix(3) where line.shape != .blank {
      // "Location: remote" is a label's.
      guard let first = line.tokens.first, !role.text[line.span].contains(0x3A) else { return nil }
      let places = role.places(in: line.tokens)
      if let place = places.first, place.tokens.lowerBound > first, line.tokens.count <= 14 {
        // "Acme, Leeds, West Yorkshire"
        return capitalized(from: first, place.tokens.lowerBound)
      }
      if let number = line.tokens.first(where: { role.tokens[$0].traits.contains(.number) }) {
        // "Acme Ltd.   ★ 3.6 (41 reviews)"
        return number > first + 1 ? capitalized(from: first, number) : nil
      }
      guard line.tokens.count <= 6, role.tokens[first].traits.contains(.capitalized),
        !role.gapHasPay(line.tokens), places.isEmpty,
        role.knowledge.cues.heading(in: role.tokens, line.tokens, of: .posting) == nil,
        role.dates(in: line.tokens).isEmpty,
        role.text[line.span].last != 0x3A
      else { return nil }
      return name(line.tokens)
    }
    return nil
  }

  private static let forms = Term.words(
    "inc ltd llc gmbh bv plc co corp corporation limited llp lp pllc pc ag sa spa srl oy ab nv kg")

  /// The line before the title, where it ends like the name of a company: "Acme Ltd.".
  private func beforeTitle(_ title: Range<Int>?) -> String? {
    guard let title,
      let index = role.lines.firstIndex(where: { $0.tokens.contains(title.lowerBound) }),
      let line = role.lines[..<index].suffix(3).last(where: {
        $0.tokens.count <= 6 && role.contains($0.tokens, anyOf: Self.forms)
      })
    else { return nil }
    return name(line.tokens)
  }

  private func capitalized(from start: Int, _ limit: Int) -> String? {
    var end = start
    while end < limit, role.tokens[end].traits.contains(.capitalized),
      end == start || role.gap(before: end).allSatisfy({ [0x20, 0x2E, 0x26, 0x27].contains($0) })
    { end += 1 }
    return end > start ? name(start..<end) : nil
  }

  private func name(_ range: Range<Int>) -> String {
    let words = role.words(range)
    // "Acme Ltd." keeps its stop.
    let end = role.tokenized.span(of: range).upperBound
    let isForm = range.last.map { Self.forms.contains(role.tokens[$0].term) } ?? false
    return isForm && end < role.text.count && role.text[end] == 0x2E ? words + "." : words
  }
}

extension RoleText {
  /// Whether an amount of money stands among the tokens.
  func gapHasPay(_ range: Range<Int>) -> Bool {
    let span = tokenized.span(of: range)
    let before = max(0, span.lowerBound - 1)
    return text[before..<span.upperBound].contains(0x24)
      || text[before..<span.upperBound].indices.contains { index in
        index + 1 < span.upperBound
          && (text[index] == 0xC2 && text[index + 1] == 0xA3
            || text[index] == 0xE2 && text[index + 1] == 0x82)
      }
  }

  private static let titleJoints = Term.words("and of for")

  /// Whether a word goes on a title that was announced in a sentence.
  func isTitleWord(_ index: Int, from start: Int) -> Bool {
    let traits = tokens[index].traits
    guard traits.contains(.capitalized) || Self.titleJoints.contains(tokens[index].term) else {
      return false
    }
    return index == start
      || gap(before: index).allSatisfy { [0x20, 0x2D, 0x2F, 0x26, 0x2A].contains($0) }
  }
}
