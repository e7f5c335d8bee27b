import Candidates
import Reading
import Roles
import Tokenization
import Weighting

/// Decides whether a profile shows what a leaf asks for, and with which passages.
///
/// A leaf is taken apart into the things that it asks for (`PartReader`), and each is judged by the
/// words that carry it (`AskedWords`), weighed by their idf. Coverage is the share of the weight that
/// stands in the profile.
///
/// - met: coverage of a half and more, and the heaviest word is there, and the rank where one is named;
/// - partial: coverage of 15% and more;
/// - missing: less, or no passage that holds 15%;
/// - unknown: a thing that a résumé need not say (`SilentPhrases`), and there is no word of it.
///
/// Degrees and years are compared as numbers. A leaf of several parts is met where all parts are of
/// which anything can be told. A verdict is never `met` without a passage to show for it.
struct VerdictReader {
  let role: ParsedRole
  let roleText: [UInt8]
  let profile: ParsedProfile
  let profileText: [UInt8]
  let terms: ProfileTerms
  let knowledge: Knowledge
  let silent: SilentPhrases
  let said: SaidPhrases
  /// Until when a position that goes on has lasted.
  let asOf: CalendarDate

  var degrees: DegreeReader { knowledge.degrees }

  enum Threshold {
    /// Coverage from which something is met.
    static let met = 0.5
    /// Coverage from which it is met in part, and from which a passage is evidence.
    static let partial = 0.15
    /// What a passage of a dated entry counts beside one of a bare list, where passages are ranked.
    static let dated = 1.15
    static let passages = 3
  }

  /// What was found of a leaf or a part of one.
  struct Reading {
    var verdict: Verdict
    var coverage = 0.0
    var monthsShown: Int?
    var periods: [Finding.Period]?
    var evidence: [Evidence] = []
    var parts: [Finding.Part] = []
    /// Whether the words are a frame without content, which asks for nothing.
    var isFrame = false
  }

  /// Reads a leaf; `beside` holds the leaves of the alternatives that its years or degree may be in.
  func read(_ leaf: Requirement, pieces: [Range<Int>], beside: [[Range<Int>]] = []) -> Reading {
    if leaf.isEquivalent == true { return Reading(verdict: .unknown) }
    let reader = PartReader(
      text: role.tokenized, bytes: roleText, knowledge: knowledge, silent: silent, words: words)
    let parts = reader.parts(of: leaf, pieces: pieces)
    guard parts.count > 1 else { return read(parts[0], beside: beside) }
    let readings = parts.map { read($0, beside: beside) }
    var whole = content(of: pieces)
    whole.verdict = Self.verdict(of: .all, readings.map(\.verdict))
    let counted = readings.first { $0.periods != nil }
    (whole.monthsShown, whole.periods) = (counted?.monthsShown, counted?.periods)
    whole.parts = zip(parts, readings).map { part, reading in
      Finding.Part(
        text: reader.text(of: part), span: reader.span(of: part), verdict: reading.verdict,
        coverage: reading.coverage, evidence: reading.evidence)
    }
    if whole.evidence.isEmpty {
      whole.evidence = Array(readings.flatMap(\.evidence).prefix(Threshold.passages))
    }
    return settled(whole)
  }

  private func read(_ part: PartReader.Part, beside: [[Range<Int>]]) -> Reading {
    let asked = words(part.pieces)
    var reading = content(of: part.pieces)
    // "Years of experience in A, B or C": the alternatives stand beside the leaf.
    let isBeside = !beside.isEmpty && (part.pieces.count > 1 || !asked.hasContent)
    let alternatives = isBeside ? beside : []
    if let degree = part.degree {
      read(degree: degree, asked, part.pieces, alternatives, &reading)
    }
    if let years = part.years { read(years: years, asked, alternatives, &reading) }
    if part.degree == nil, part.years == nil {
      reading.isFrame = asked.isFrame
      if isSilent(asked, reading) { reading.verdict = .unknown }
    }
    return settled(reading)
  }

  /// Nothing is met without a passage to show for it, and nothing that is not shown has one.
  private func settled(_ reading: Reading) -> Reading {
    var reading = reading
    if reading.verdict == .met && reading.evidence.isEmpty { reading.verdict = .unknown }
    if reading.verdict == .missing || reading.verdict == .unknown { reading.evidence = [] }
    return reading
  }

  func words(_ pieces: [Range<Int>]) -> AskedWords {
    AskedWords(
      pieces, of: role.tokenized, bytes: roleText, silent: silent,
      background: knowledge.background)
  }

  // MARK: - Words

  /// A word that is asked for, and the passages that hold it.
  struct Held {
    let word: AskedWords.Word
    let passages: [Int]
    var isShown: Bool { !passages.isEmpty }
  }

  /// The verdict of the words alone.
  func content(of pieces: [Range<Int>]) -> Reading {
    let asked = words(pieces)
    let words = counted(asked)
    let shown = words.filter(\.isShown)
    let total = Self.weight(words)
    let coverage = total > 0 ? Self.weight(shown) / total : 0
    let evidence = passages(for: words).prefix(Threshold.passages).map {
      self.evidence(passage: $0.index, asked, pieces)
    }
    var verdict: Verdict = coverage >= Threshold.partial ? .partial : .missing
    if coverage >= Threshold.met, hasHeaviest(words), hasRank(words) { verdict = .met }
    if evidence.isEmpty { verdict = .missing }
    return Reading(verdict: verdict, coverage: coverage, evidence: Array(evidence))
  }

  static func weight(_ words: [Held]) -> Double {
    words.reduce(0) { $0 + $1.word.weight }
  }

  /// The words that count, with the passages that hold them or another name of them.
  ///
  /// A quality counts where the profile speaks of any that is asked for; where it is silent on all,
  /// they count neither for nor against.
  func counted(_ asked: AskedWords) -> [Held] {
    let names = asked.named.map { (tokens: $0.tokens, passages: holders(ofName: $0.term)) }
      .filter { !$0.passages.isEmpty }
    let words = asked.words.map { word in
      let others = names.filter { $0.tokens.contains(word.token) }.flatMap(\.passages)
      let own = holders(of: word)
      return Held(word: word, passages: others.isEmpty ? own : Set(own + others).sorted())
    }
    let isSaid = words.contains { $0.word.quality != nil && $0.isShown }
    return isSaid ? words : words.filter { $0.word.quality == nil }
  }

  /// Whether the word that carries most is shown: a role for a Django engineer is not met by
  /// engineering alone.
  private func hasHeaviest(_ words: [Held]) -> Bool {
    let most = words.map(\.word.weight).max() ?? 0
    return words.contains { $0.word.weight == most && $0.isShown }
  }

  private static let ranks: [(word: Term, rank: Seniority)] = [
    (Term(word: "senior"), .senior), (Term(word: "principal"), .lead),
    (Term(word: "director"), .director), (Term(word: "chief"), .executive),
  ]

  /// Whether a rank that is asked for stands in the profile, or a higher one in the latest title.
  private func hasRank(_ words: [Held]) -> Bool {
    let ranks = Seniority.allCases
    let own = profile.profile.seniority
    return Self.ranks.allSatisfy { word, rank in
      let isMissing = words.contains { held in
        !held.isShown && held.word.spellings.contains { $0.term == word }
      }
      guard isMissing else { return true }
      guard own != .unknown, let held = ranks.firstIndex(of: own) else { return false }
      return held >= ranks.firstIndex(of: rank) ?? 0
    }
  }

  // MARK: - What a résumé need not say

  /// Whether nobody can tell from the profile: nothing is asked for; or it is something that a résumé
  /// need not say, and there is no word of it.
  private func isSilent(_ asked: AskedWords, _ reading: Reading) -> Bool {
    if asked.isFrame || asked.hasCircumstance { return true }
    if asked.hasWish { return !isWished(asked) }
    guard reading.verdict == .missing else { return false }
    let qualities = asked.words.filter { $0.quality != nil }.reduce(0) { $0 + $1.weight }
    return asked.hasAbility || qualities * 2 >= asked.words.reduce(0) { $0 + $1.weight }
  }

  /// Whether a passage speaks of an inclination and of what it is for.
  private func isWished(_ asked: AskedWords) -> Bool {
    passages(for: counted(asked)).contains { said.wishes.contains($0.index) }
  }
}
