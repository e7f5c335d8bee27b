/// What tokenizers know about words: stop words, aliases, compounds and technical names.
///
/// A lexicon is immutable and shared. It is made of data: the alias table (a text file) and the
/// compounds that the background learnt.
package struct Lexicon: Sendable {
  /// Joined compounds and where they split.
  package let compounds: CompoundTable
  /// The alternatives of several words, by the concept that they stand for.
  let phrases: PhraseTable
  /// What each of them stands for.
  let concepts: [Term]
  private let aliases: [Term: Alias]
  /// What follows "R", "C" and "Go" where they are languages, as it is indexed here.
  private let nouns: TermSet
  private let stemmer = EnglishStemmer()

  /// A way of writing something in one word.
  private struct Alias: Sendable {
    /// What it stands for.
    var term: Term
    /// Whether it stands for several words.
    var isPhrase: Bool
    /// Whether only capitals mean it ("IT", "RN").
    var isUppercase: Bool
  }

  /// A lexicon over an alias table and compounds.
  package init(aliases table: AliasTable = AliasTable(groups: []), compounds: CompoundTable = [:]) {
    self.compounds = compounds
    var aliases: [Term: Alias] = [:]
    var phrases: [[Term]] = []
    var concepts: [Term] = []
    let plain = Lexicon(bare: compounds)
    var tokenizer = Tokenizer(lexicon: plain)
    for group in table.groups {
      let words = group.forms.map { tokenizer.tokenize(Array($0.utf8)).tokens.map(\.term) }
      guard let concept = words.first.flatMap({ Term(sequence: $0) }) else { continue }
      let isPhrase = words[0].count > 1
      for (form, terms) in zip(group.forms, words) {
        if terms.count > 1 {
          // A sequence of two terms is its own bigram.
          if terms.count > 2 || Term(sequence: terms) != concept {
            phrases.append(terms)
            concepts.append(concept)
          }
        } else if form != group.forms[0], let surface = plain.surface(of: form) {
          let alias = Alias(
            term: concept, isPhrase: isPhrase, isUppercase: AliasTable.isUppercase(form))
          aliases[surface] = alias
          if !alias.isUppercase, let stem = terms.first, stem != concept { aliases[stem] = alias }
        }
      }
    }
    self.aliases = aliases
    nouns = Self.nouns.union(Self.nouns.elements.compactMap { aliases[$0]?.term })
    self.phrases = PhraseTable(phrases)
    self.concepts = concepts
  }

  /// A lexicon without aliases.
  private init(bare compounds: CompoundTable) {
    self.compounds = compounds
    aliases = [:]
    nouns = Self.nouns
    phrases = PhraseTable([])
    concepts = []
  }

  /// The terms of a phrase as the tokenizer reads it, stop words included.
  package func terms(of phrase: String) -> [Term] {
    var tokenizer = Tokenizer(lexicon: self)
    return tokenizer.tokenize(Array(phrase.utf8)).tokens.map(\.term)
  }

  private func surface(of form: String) -> Term? {
    let bytes = Array(form.utf8)
    return Term(spelling: Self.fold(bytes.span).spelling)
  }
}

// MARK: - Reading a spelling

extension Lexicon {
  /// What a word, as written, is indexed as.
  func read(_ word: Span<UInt8>) -> Reading {
    let (spelling, capitals) = Self.fold(word)
    let surface = Term(spelling: spelling)
    var traits = capitals
    if spelling.allSatisfy({ ByteClass.isDigit($0) || $0 == 0x2E || $0 == 0x2C }) {
      return Reading(term: surface, traits: traits.union(.number))
    }
    if Script.isMixed(word) {
      return Reading(term: surface, traits: traits.union(.mixedScript))
    }
    if Self.technical.contains(surface) { traits.insert(.technical) }
    if let alias = alias(of: spelling, surface, traits) {
      traits.insert(.alias)
      if alias.isPhrase { traits.insert(.phrase) }
      return Reading(term: alias.term, traits: traits)
    }
    if let split = compounds[surface],
      let parts = parts(of: spelling, split: split, word: word, capitals: capitals)
    {
      return Reading(term: surface, traits: traits, parts: parts)
    }
    if Self.isContextual(word) { traits.formUnion([.contextual, .stop]) }
    if spelling.count == 1 && spelling[0] < 0x80 { traits.insert(.stop) }
    if StopWords.contains(spelling) { traits.insert(.stop) }
    return Reading(term: stem(spelling), traits: traits)
  }

  /// The alias of a spelling, or of its stem: "organizations" is read as "organization" is.
  private func alias(of spelling: [UInt8], _ surface: Term, _ traits: Token.Traits) -> Alias? {
    if let alias = aliases[surface], !alias.isUppercase || traits.contains(.uppercase) {
      return alias
    }
    guard !StopWords.contains(spelling), let alias = aliases[stem(spelling)] else { return nil }
    return alias.isUppercase ? nil : alias
  }

  private func stem(_ spelling: [UInt8]) -> Term {
    var stem = spelling
    stemmer.stem(&stem)
    return Term(spelling: stem)
  }

  private func parts(
    of spelling: [UInt8], split: CompoundTable.Split, word: Span<UInt8>, capitals: Token.Traits
  ) -> [Reading.Part]? {
    let offsets = split.offsets.compactMap { Self.offset(in: word, ofSpelling: $0) }
    guard spelling.count > (split.offsets.last ?? 0), offsets.count == split.offsets.count else {
      return nil
    }
    let bounds = [0] + split.offsets + [spelling.count]
    let bytes = [0] + offsets + [word.count]
    return (0..<bounds.count - 1).map { index in
      let part = Array(spelling[bounds[index]..<bounds[index + 1]])
      let isStop = part.count == 1 || StopWords.contains(part)
      // "Backend" is capitalised in all its parts, as "Back-End" is.
      return Reading.Part(
        range: bytes[index]..<bytes[index + 1], term: stem(part),
        traits: isStop ? capitals.union(.stop) : capitals)
    }
  }

  /// The byte of a word at which its spelling has so many; nil where a ligature stands across it.
  private static func offset(in word: Span<UInt8>, ofSpelling length: Int) -> Int? {
    var spelling: [UInt8] = []
    var index = 0
    while spelling.count < length, index < word.count {
      index = fold(word, at: index, into: &spelling).next
    }
    return spelling.count == length ? index : nil
  }

  /// The spelling that a word is compared by.
  static func spelling(of word: ArraySlice<UInt8>) -> [UInt8] {
    fold(word.span).spelling
  }

  /// The spelling that a word is compared by, and how its capitals stand.
  private static func fold(_ word: Span<UInt8>) -> (spelling: [UInt8], capitals: Token.Traits) {
    var spelling: [UInt8] = []
    var (capitals, others, index) = (0, 0, 0)
    while index < word.count {
      if ByteClass.isUppercase(word[index]) {
        capitals += 1
      } else if word[index] < 0x80, ByteClass.isLetter(word[index]) {
        others += 1
      }
      let (next, isForeign) = fold(word, at: index, into: &spelling)
      if isForeign { others += 1 }
      index = next
    }
    var traits: Token.Traits = []
    if word.count > 0, ByteClass.isUppercase(word[0]) { traits.insert(.capitalized) }
    if capitals > 0 && others == 0 { traits.insert(.uppercase) }
    return (withoutPoints(spelling), traits)
  }

  /// Appends what the scalar at `index` is compared by, and tells where the next one begins and
  /// whether this is a letter outside ASCII.
  private static func fold(
    _ word: Span<UInt8>, at index: Int, into spelling: inout [UInt8]
  ) -> (next: Int, isForeign: Bool) {
    let byte = word[index]
    guard byte >= 0x80 else {
      spelling.append(ByteClass.isUppercase(byte) ? byte | 0x20 : byte)
      return (index + 1, false)
    }
    let (scalar, length) = decodeScalar(word, at: index)
    switch ScalarClass(scalar) {
    case .ignored, .separator: break
    case .apostrophe: spelling.append(0x27)
    case .arrow: spelling.append(contentsOf: Array("to".utf8))
    case .letter, .ideograph:
      Folding.append(scalar, to: &spelling)
      return (index + length, true)
    }
    return (index + length, false)
  }

  /// "u.s" reads as "us", "node.js" as "nodejs", ".net" as "dotnet"; "3.5" stays.
  private static func withoutPoints(_ spelling: [UInt8]) -> [UInt8] {
    guard spelling.contains(0x2E), spelling.contains(where: ByteClass.isLetter) else {
      return spelling
    }
    let name = spelling.filter { $0 != 0x2E }
    return spelling[0] == 0x2E ? Array("dot".utf8) + name : name
  }
}

// MARK: - R, C and Go

extension Lexicon {
  private static let technical = TermSet(
    """
    c++ c# f# python java javascript typescript js ts ruby rust scala kotlin swift sql matlab sas \
    stata spss perl php golang fortran haskell julia vba bash html css cobol erlang elixir clojure \
    lua dart nodejs dotnet react angular tableau excel hadoop spark docker kubernetes k8s linux aws \
    azure gcp postgresql postgres mysql mongodb tensorflow pytorch numpy pandas
    """.split(separator: " ").map { Term(spelling: Array($0.utf8)) })
  private static let nouns = TermSet(
    ["program", "languag", "develop", "engin", "script", "code"].map {
      Term(spelling: Array($0.utf8))
    })
  private static let golang = Term(spelling: Array("golang".utf8))

  private static func isContextual(_ word: Span<UInt8>) -> Bool {
    switch word.count {
    case 1: word[0] == 0x43 || word[0] == 0x52
    case 2: word[0] == 0x47 && word[1] == 0x6F
    default: false
    }
  }

  /// Decides where "R", "C" and "Go" stand as skills: before "programming" and the like, or in a
  /// list whose neighbour is a technical name.
  ///
  /// Elsewhere they stay stop words.
  func resolveContextual(_ tokens: inout [Token], in text: [UInt8]) {
    for index in tokens.indices where tokens[index].traits.contains(.contextual) {
      guard standsAsSkill(tokens, at: index, in: text) else { continue }
      tokens[index].traits.remove(.stop)
      tokens[index].traits.insert(.technical)
      if tokens[index].span.count == 2 { tokens[index].term = Self.golang }
    }
  }

  private func standsAsSkill(_ tokens: [Token], at index: Int, in text: [UInt8]) -> Bool {
    if index + 1 < tokens.count, !tokens[index + 1].traits.contains(.lineStart) {
      let gap = tokens[index].upper..<tokens[index + 1].lower
      if gap.count == 1 && nouns.contains(tokens[index + 1].term) { return true }
    }
    return isListed(tokens, at: index, step: 1, in: text)
      || isListed(tokens, at: index, step: -1, in: text)
  }

  /// Whether one of the next three items of the list in a direction is a technical name.
  private func isListed(_ tokens: [Token], at index: Int, step: Int, in text: [UInt8]) -> Bool {
    var here = index
    for _ in 0..<4 {
      let next = here + step
      guard tokens.indices.contains(next), !tokens[max(here, next)].traits.contains(.lineStart)
      else { return false }
      let gap = text[Int(tokens[min(here, next)].upper)..<Int(tokens[max(here, next)].lower)]
      let isConjunction = tokens[next].traits.contains(.stop) && gap.allSatisfy { $0 == 0x20 }
      let isList = gap.contains { [0x2C, 0x2F, 0x3B, 0x7C, 0x28, 0x29].contains($0) }
      let isItem = isList || isConjunction || tokens[here].traits.contains(.stop)
      guard isItem else { return false }
      if tokens[next].traits.contains(.technical) { return true }
      here = next
    }
    return false
  }
}
