import Candidates
import Reading
import Tokenization

/// The jobs that a profile says somebody has held: the titles of its positions, and what its headline
/// and summary call the person.
struct HeldTitles {
  /// A title with what it stands in.
  struct Held {
    /// The occupations that it names.
    let titles: [JobTitle]
    /// All its words.
    let words: [JobTitle.Word]
    /// What the table of kinds knows of it.
    let names: Set<Int>
    let rank: Seniority
    let passage: Int
    /// The position that it is the title of.
    let entry: Int?
  }

  private(set) var held: [Held] = []
  private let kinds: KindTable

  /// How many words a headline has at most, and how many passages stand before the first position.
  private static let (headline, opening) = (10, 6)

  init(_ profile: ParsedProfile, text: [UInt8], knowledge: Knowledge) {
    kinds = knowledge.kinds
    var tokenizer = Tokenizer(lexicon: knowledge.lexicon)
    for (entry, position) in profile.profile.experience.enumerated() {
      guard let title = position.title,
        let passage = profile.profile.passages.firstIndex(where: { $0.entry == entry })
      else { continue }
      let bytes = Array(title.utf8)
      let tokenized = tokenizer.tokenize(bytes)
      add(tokenized, tokenized.tokens.indices, bytes, passage, entry)
    }
    for (passage, tokens) in profile.passageTokens.enumerated() {
      let own = profile.profile.passages[passage]
      let isOpening = passage < Self.opening && tokens.count <= Self.headline
      let isOwn = own.entry == nil && (isOpening || own.section == .summary)
      // Of a position's own lines the first words may name the job: "Worked as a beekeeper".
      guard isOwn || own.entry != nil else { continue }
      let part = isOwn ? LookedAt.part(of: tokens) : tokens.prefix(Self.headline)
      for title in JobTitle.titles(in: profile.tokenized, part, bytes: text, isLoose: false)
      where isOwn || Self.isOpen(part.lowerBound..<title.tokens.lowerBound, profile.tokenized) {
        add(profile.tokenized, title.tokens, text, passage, own.entry)
      }
    }
  }

  private static let openers = Term.words("worked work working served employed acted currently as")

  private static func isOpen(_ range: Range<Int>, _ text: TokenizedText) -> Bool {
    range.allSatisfy {
      text.tokens[$0].traits.contains(.stop) || openers.contains(text.tokens[$0].term)
    }
  }

  private mutating func add(
    _ text: TokenizedText, _ tokens: Range<Int>, _ bytes: [UInt8], _ passage: Int, _ entry: Int?
  ) {
    let titles = JobTitle.titles(in: text, tokens, bytes: bytes, isLoose: true)
    let words = tokens.filter { text.tokens[$0].isIndexed }
      .map {
        JobTitle.Word(
          term: text.tokens[$0].term, form: WordForm(bytes[text.tokens[$0].span]))
      }
    let rank = Seniority(
      title: tokens.map {
        String(decoding: bytes[text.tokens[$0].span], as: UTF8.self).lowercased()
      })
    held.append(
      Held(
        titles: titles, words: words,
        names: Set(kinds.names(in: text, tokens, bytes: bytes).map(\.name)), rank: rank,
        passage: passage, entry: entry))
  }
}
