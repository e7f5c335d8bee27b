package import Reading
package import Tokenization

/// How long a candidate has used something, by the dated positions that show it.
///
///     let history = SkillHistory(parsed, knowledge: knowledge, present: parsed.profile.latest)
///     let use = history.use(of: "contract negotiation")
///     use.entries  // [0, 2]
///     use.months   // 96
///
/// It answers for any words, not only for names of the skill table, and shows the arithmetic: a
/// position shows what a passage of its own names, and its months count once however many positions
/// overlap. What stands in a list alone is shown without months.
///
/// Complexity: O(tokens) to make; a query walks the places of its rarest term.
package struct SkillHistory: Sendable {
  /// What shows a skill, and for how long.
  package struct Use: Sendable, Equatable {
    /// The passages that name it: indices in `Profile.passages`, rising.
    package var passages: [Int]
    /// The positions that these belong to: indices in `Profile.experience`, rising.
    package var entries: [Int]
    /// Months of these positions, overlapping ones counted once.
    package var months: Int
    /// The last month of the latest of them.
    package var lastUsed: CalendarDate?
  }

  private let parsed: ParsedProfile
  private let knowledge: Knowledge
  private let present: CalendarDate?
  /// For each term, the passages that hold it and the token, rising.
  private let places: [Term: [Place]]

  private struct Place: Sendable {
    let passage: Int
    let token: Int
  }

  /// How far the words of a phrase may stand apart: "negotiated three international contracts".
  private static let reach = 6

  /// The history of a profile.
  ///
  /// - Parameter present: the last month of positions that go on.
  package init(_ parsed: ParsedProfile, knowledge: Knowledge, present: CalendarDate?) {
    self.parsed = parsed
    self.knowledge = knowledge
    self.present = present
    var places: [Term: [Place]] = [:]
    for (passage, tokens) in parsed.passageTokens.enumerated()
    where !parsed.deniedPassages.contains(passage) {
      for token in tokens where parsed.tokenized.tokens[token].isIndexed {
        places[parsed.tokenized.tokens[token].term, default: []]
          .append(Place(passage: passage, token: token))
      }
      for alias in parsed.tokenized.aliases(in: tokens) {
        places[alias.concept, default: []]
          .append(Place(passage: passage, token: alias.tokens.lowerBound))
      }
    }
    self.places = places
  }

  // MARK: - Queries

  /// What shows a skill by its name, or any phrase.
  package func use(of phrase: String) -> Use {
    var tokenizer = Tokenizer(lexicon: knowledge.lexicon)
    let bytes = Array(phrase.utf8)
    let tokenized = tokenizer.tokenize(bytes)
    let all = tokenized.tokens.indices
    let named = knowledge.skills.skills(in: tokenized, of: bytes, all)
      .first { $0.tokens == all }.map(\.name)
    // The table knows how a name is spelt: "Excel" is no "excels".
    let byName = named.flatMap { parsed.skillPassages[$0] } ?? []
    let terms = tokenized.tokens.filter(\.isIndexed).map(\.term)
    let byConcept = terms.count > 1 ? Term(sequence: terms).map { passages(of: $0) } ?? [] : []
    let byTerms = named == nil || terms.count > 1 ? passages(ofAll: terms) : []
    let found = byName + byConcept + byTerms + byProduct(tokenized, bytes)
    return use(in: found.isEmpty ? bySpelling(tokenized, bytes) : found)
  }

  /// What shows any of some terms.
  package func use(ofAny terms: some Sequence<Term>) -> Use {
    use(in: terms.flatMap(passages(of:)))
  }

  /// The positions that passages belong to, and their months.
  package func use(in passages: [Int]) -> Use {
    let profile = parsed.profile
    let passages = Set(passages).sorted()
    let entries = Set(passages.compactMap { profile.passages[$0].entry }).sorted()
    return Self.use(passages, entries, of: profile.experience, present: present)
  }

  /// The arithmetic: the months of positions together, and the last of them.
  static func use(
    _ passages: [Int], _ entries: [Int], of experience: [Profile.Experience],
    present: CalendarDate?
  ) -> Use {
    let months = WorkMonths(present: present)
    let intervals = entries.map {
      months.interval(from: experience[$0].start, to: experience[$0].end)
    }
    let last = entries.compactMap { experience[$0].end ?? present }.max()
    return Use(
      passages: passages, entries: entries, months: WorkMonths.union(intervals), lastUsed: last)
  }

  // MARK: - Spellings

  private static let vendors: Set<String> = [
    "microsoft", "ms", "adobe", "google", "apple", "amazon", "ibm", "oracle", "cisco",
  ]

  /// Products whose maker is left out: "Access and Excel" for "Microsoft Access".
  ///
  /// The name needs its capital, and may not begin a sentence, where every word has one.
  private func byProduct(_ phrase: TokenizedText, _ bytes: [UInt8]) -> [Int] {
    guard phrase.tokens.count == 2, let product = phrase.tokens.last,
      product.traits.contains(.capitalized), product.isIndexed
    else { return [] }
    let vendor = String(decoding: bytes[phrase.tokens[0].span], as: UTF8.self).lowercased()
    guard Self.vendors.contains(vendor) else { return [] }
    let tokens = parsed.tokenized.tokens
    return (places[product.term] ?? []).filter { place in
      let token = tokens[place.token]
      let isFirst = place.token == parsed.passageTokens[place.passage].lowerBound
      return token.traits.contains(.capitalized)
        && (!isFirst || parsed.profile.passages[place.passage].section == .skills)
        && parsed.text.gap(before: place.token).allSatisfy { $0 != 0x2E }
        && parsed.text.wholeWords(place.token..<place.token + 1) == [
          String(decoding: bytes[product.span], as: UTF8.self).lowercased()
        ]
    }.map(\.passage)
  }

  /// A name in one word that the résumé writes in two: "LexisNexis".
  private func bySpelling(_ phrase: TokenizedText, _ bytes: [UInt8]) -> [Int] {
    guard phrase.tokens.count == 1 else { return [] }
    let name = Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
    guard name.count >= 6 else { return [] }
    var found: [Int] = []
    for (passage, tokens) in parsed.passageTokens.enumerated() {
      let pair = tokens.dropLast().contains { index in
        let (left, right) = (parsed.tokenized.tokens[index], parsed.tokenized.tokens[index + 1])
        return left.span.count + right.span.count == name.count
          && parsed.text.bytes[left.span].first.map { $0 | 0x20 } == name[0]
          && Array((parsed.text.word(index) + parsed.text.word(index + 1)).utf8) == name
      }
      if pair { found.append(passage) }
    }
    return found
  }

  // MARK: - Places

  private func passages(of term: Term) -> [Int] {
    (places[term] ?? []).map(\.passage)
  }

  /// The passages in which all terms stand near each other.
  private func passages(ofAll terms: [Term]) -> [Int] {
    let found = terms.map { places[$0] ?? [] }
    guard let rarest = found.indices.min(by: { found[$0].count < found[$1].count }) else {
      return []
    }
    let others = found.indices.filter { $0 != rarest }
    return found[rarest].filter { place in
      others.allSatisfy { isNear(place, found[$0], reach: Self.reach + terms.count) }
    }.map(\.passage)
  }

  /// Whether one of some places stands near another one, in its passage, or right beside it where
  /// the width of the page broke the line between them.
  private func isNear(_ place: Place, _ others: [Place], reach: Int) -> Bool {
    var (low, high) = (0, others.count)
    while low < high {
      let middle = (low + high) / 2
      if others[middle].token < place.token - reach { low = middle + 1 } else { high = middle }
    }
    return others[low...].prefix { $0.token <= place.token + reach }
      .contains { other in
        other.passage == place.passage
          || abs(other.token - place.token) == 1 && isBroken(max(other.token, place.token))
      }
  }

  /// Whether one line break and nothing more stands before a token.
  private func isBroken(_ index: Int) -> Bool {
    let gap = parsed.text.gap(before: index)
    return gap.count { $0 == 0x0A } == 1 && gap.allSatisfy { $0 <= 0x20 }
  }
}
