import Reading
import Roles
import Tokenization
import Weighting

/// The words of a leaf, or of a part of one, by what they ask for.
///
/// What frames a requirement ("strong knowledge of", "the ideal candidate has") asks for nothing. What
/// is left are words that carry it, each with its idf, and signs that it is a thing a résumé need not
/// say. Of words joined by a slash, and of those in one pair of brackets, one will do.
struct AskedWords {
  /// Something that the profile may show.
  struct Word {
    /// The ways of writing it that are asked for.
    var spellings: [Spelling] = []
    /// The personal quality that it is.
    var quality: Int?
    var weight: Double
    /// The tokens that ask for it.
    var tokens: [Int] = []
  }

  /// Words that may have another name, "registered nurse": the profile shows them where it has that.
  struct Named {
    let term: Term
    let tokens: Range<Int>
  }

  /// A term as it is written; the form is nil where the spelling says nothing, as for an alias.
  struct Spelling {
    let term: Term
    let form: WordForm?
  }

  private(set) var words: [Word] = []
  /// The things of the table of kinds that are named, and where.
  let kinds: [KindTable.Found]
  let pieces: [Range<Int>]
  /// The bigrams and the aliases of several words, whose words count already.
  private(set) var named: [Named] = []
  /// Whether it is an inclination: "a passion for".
  private(set) var hasWish = false
  /// Whether it speaks of hours, places or permits.
  private(set) var hasCircumstance = false
  /// Whether it says "able to".
  private(set) var hasAbility = false

  /// Whether the words ask for nothing: a frame without content.
  var isFrame: Bool { words.isEmpty && !hasWish && !hasCircumstance }
  /// Whether anything but a quality is asked for.
  var hasContent: Bool { words.contains { $0.quality == nil } }

  init(
    _ pieces: [Range<Int>], of text: TokenizedText, bytes: [UInt8], silent: SilentPhrases,
    knowledge: Knowledge
  ) {
    self.pieces = pieces
    kinds = pieces.flatMap { knowledge.kinds.names(in: text, $0, bytes: bytes) }
    let background = knowledge.background
    var places: [Place: Int] = [:]
    for piece in pieces {
      let phrases = silent.matches(in: text.tokens, piece, text: bytes)
      hasWish = hasWish || phrases.contains { $0.kind == .wish }
      hasCircumstance = hasCircumstance || phrases.contains { $0.kind == .circumstance }
      let alternatives = Self.alternatives(in: text, piece, bytes)
      let degrees = knowledge.degrees.degrees(in: text.tokens, piece, text: bytes).map(\.tokens)
      text.forEachTerm(in: piece) { occurrence in
        let tokens = text.tokens(in: occurrence.span)
        if occurrence.isPhrase, tokens.count > 1 {
          named.append(Named(term: occurrence.term, tokens: tokens))
          return
        }
        if degrees.contains(where: { $0.contains(tokens.lowerBound) }) { return }
        if Self.abilities.contains(occurrence.term) { hasAbility = true }
        let index = tokens.lowerBound
        let phrase = phrases.first { $0.tokens.contains(index) }?.kind
        guard phrase != nil || !Self.isFrame(occurrence, bytes),
          let place = Place(phrase, occurrence.term, alternatives[index])
        else { return }
        let number = places[place] ?? words.count
        if places[place] == nil {
          words.append(Word(quality: place.quality, weight: 0))
          places[place] = number
        }
        let isSpelt = text.tokens[index].traits.isDisjoint(with: [.alias, .phrase])
        words[number].tokens.append(index)
        words[number].add(
          Spelling(term: occurrence.term, form: isSpelt ? WordForm(bytes[occurrence.span]) : nil),
          weight: background.weight(of: occurrence.term, isPhrase: occurrence.isPhrase)
            * (Self.generic.contains(occurrence.term) ? VerdictReader.Threshold.generic : 1))
      }
    }
  }

  /// What a word is counted as: a quality, an alternative of others, or itself.
  private enum Place: Hashable {
    case quality(Int)
    case alternative(Int)
    case term(Term)

    /// Nil for the words of a wish or of circumstances, which are not counted.
    init?(_ phrase: SilentPhrases.Kind?, _ term: Term, _ alternative: Int?) {
      switch (phrase, alternative) {
      case (.quality(let quality)?, _): self = .quality(quality)
      case (.wish?, _), (.circumstance?, _): return nil
      case (nil, let alternative?): self = .alternative(alternative)
      case (nil, nil): self = .term(term)
      }
    }

    var quality: Int? {
      if case .quality(let quality) = self { return quality }
      return nil
    }
  }

  // MARK: - Alternatives

  /// For each token that one of several will do for, the first token of them: words joined by a
  /// slash, and words in brackets.
  private static func alternatives(
    in text: TokenizedText, _ piece: Range<Int>, _ bytes: [UInt8]
  ) -> [Int: Int] {
    var firsts: [Int: Int] = [:]
    var bracket: Int?
    for index in piece.dropFirst() {
      let gap = bytes[Int(text.tokens[index - 1].upper)..<Int(text.tokens[index].lower)]
      if gap.contains(where: { $0 == 0x29 || $0 == 0x5D }) { bracket = nil }
      if gap.contains(where: { $0 == 0x28 || $0 == 0x5B }) { bracket = index }
      if let bracket {
        firsts[index] = bracket
      } else if gap.elementsEqual([0x2F]) {
        let first = firsts[index - 1] ?? index - 1
        firsts[index - 1] = first
        firsts[index] = first
      }
    }
    return firsts
  }

  // MARK: - Frames

  private static func isFrame(_ occurrence: TokenizedText.Occurrence, _ bytes: [UInt8]) -> Bool {
    let span = occurrence.span
    // "[Company]" stands for a name that was taken out.
    if span.lowerBound > 0, span.upperBound < bytes.count, bytes[span.lowerBound - 1] == 0x5B,
      bytes[span.upperBound] == 0x5D
    {
      return true
    }
    return frame.contains(occurrence.term)
      || FrameWords.contains(occurrence.term, written: bytes[span])
  }

  private static let abilities = Term.words("able ability capable")

  /// Words that say little of what is done, or what with, and weigh less than others.
  private static let generic = Term.words(
    """
    build develop evaluate optimize optimise manage implement ensure deliver support create provide perform lead \
    design maintain assist participate contribute drive help run own apply execute oversee coordinate improve \
    system service process tool technology methodology project issue team framework application solution product \
    business company people member staff client customer quality complex organization organisation task activity \
    need standard area procedure policy platform software program programme operation function work day
    """)

  /// Words of ads around what they ask for, beside those of `FrameWords`.
  private static let frame = Term.words(
    """
    looking seeking arisen candidate applicant holder successful ideal individual person someone role position \
    post job opportunity exciting expertise deep extensive exposure focus seasoned basic advanced \
    modern several various multiple wide broad professional sound thorough depth level levels range \
    use using used useful essential desirable advantage advantageous preferably ideally preference \
    important valued highly valuable high keen genuine great well versed proven success track record \
    concepts principles practices best like want welcome prefer need needs environment etc new \
    effective effectively written verbal oral english approach manner well needed self highly both \
    however expected either qualification qualifications qualified experienced skilled across within without due also \
    part
    """)
}

extension AskedWords.Word {
  /// Another way of showing it; of alternatives the heaviest counts, of a quality all its words.
  fileprivate mutating func add(_ spelling: AskedWords.Spelling, weight: Double) {
    guard !spellings.contains(where: { $0.term == spelling.term }) else { return }
    spellings.append(spelling)
    self.weight = quality == nil ? max(self.weight, weight) : self.weight + weight
  }
}
