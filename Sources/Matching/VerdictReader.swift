import Candidates
import Documents
import Reading
import Roles
import Tokenization
import Weighting

/// Decides whether a profile shows what a leaf asks for, and with which passages.
///
/// A leaf is taken apart into the things that it asks for (`PartReader`). A job's name is compared
/// with the titles that were held (`JobTitle`); anything else is judged by the words that carry it
/// (`AskedWords`), weighed by their idf. A thing of its kind shows a word as well, a near relative
/// half of it (`KindTable`). Coverage is the share of the weight that the profile shows.
///
/// - met: coverage of a half and more, and the heaviest word is there, and the rank where one is named;
/// - partial: coverage of 15% and more with the heaviest word or a relative of it, or of 40%;
/// - missing: less, or no passage that holds 15%;
/// - unknown: a thing that a résumé need not say (`SilentPhrases`), and there is no word of it.
///
/// Degrees and years are compared as numbers. A leaf of several parts is what most of its parts are of
/// which anything can be told. A verdict is never `met` without a passage to show for it.
///
/// It is a class because what reads parts and evidence holds on to it: a reference is cheaper to hand on
/// than twelve.
final class VerdictReader {
  let role: ParsedRole
  let roleText: [UInt8]
  let profile: ParsedProfile
  let profileText: [UInt8]
  let terms: ProfileTerms
  let knowledge: Knowledge
  let silent: SilentPhrases
  let said: SaidPhrases
  let named: ShownNames
  let held: HeldTitles
  /// Until when a position that goes on has lasted.
  let asOf: CalendarDate

  init(
    _ role: PreparedRole, _ profile: PreparedProfile, _ evidence: ProfileEvidence,
    knowledge: Knowledge, silent: SilentPhrases, asOf: CalendarDate
  ) {
    (self.role, roleText) = (role.parsed, role.document.text)
    (self.profile, profileText) = (profile.parsed, profile.document.text)
    terms = profile.terms
    (self.knowledge, self.silent, self.asOf) = (knowledge, silent, asOf)
    (said, named, held) = (evidence.said, evidence.named, evidence.held)
  }

  var degrees: DegreeReader { knowledge.degrees }

  enum Threshold {
    /// Coverage from which something is met.
    static let met = 0.5
    /// Coverage from which it is met in part where the word that carries most is shown.
    static let partial = 0.15
    /// Coverage from which it is met in part where that word is not shown.
    static let light = 0.4
    /// The share of the weight that a passage holds to be evidence.
    static let passage = 0.15
    /// What a near relative counts beside the thing itself.
    static let near = 0.5
    /// What words count that say little of what is done or with what.
    static let generic = 0.4
    /// What a passage of a dated entry counts beside one of a bare list, where passages are ranked.
    static let dated = 1.15
    static let passages = 3
    /// The share of its parts from which a leaf is met, and from which it is met in part.
    static let (mostParts, someParts) = (0.75, 0.25)
    /// The share of a title's modifiers from which another one is the same occupation, and from
    /// which one with another head is a neighbouring one.
    static let (sameTitle, neighbour) = (0.7, 0.5)
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
    if leaf.isEquivalent == true {
      // "Or equivalent experience" may be there; "or similar" is what the others are examples of.
      let isExperience = pieces.contains { piece in
        role.tokenized.tokens[piece].contains { Self.experience.contains($0.term) }
      }
      return Reading(verdict: .unknown, isFrame: !isExperience)
    }
    let reader = PartReader(
      text: role.tokenized, bytes: roleText, knowledge: knowledge, silent: silent, words: words)
    let parts = reader.parts(of: leaf, pieces: pieces)
    guard parts.count > 1 else { return read(parts[0], beside: beside) }
    let readings = parts.map { read($0, beside: beside) }
    var whole = content(of: words(pieces))
    whole.verdict = Self.verdict(ofParts: readings.map(\.verdict))
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

  private static let experience = Term.words("experience combination training work practice")

  private func read(_ part: PartReader.Part, beside: [[Range<Int>]]) -> Reading {
    let asked = words(part.pieces)
    var reading = content(of: asked)
    // "Years of experience in A, B or C": the alternatives stand beside the leaf.
    let isBeside = !beside.isEmpty && (part.pieces.count > 1 || !asked.hasContent)
    let alternatives = isBeside ? beside : []
    if let degree = part.degree {
      read(degree: degree, asked, alternatives, &reading)
    }
    if let years = part.years { read(years: years, asked, alternatives, &reading) }
    if part.degree == nil, part.years == nil {
      reading.isFrame = asked.isFrame
      let titles = part.isDuty || asked.hasWish ? [] : askedTitles(in: part.pieces)
      if !titles.isEmpty {
        read(titles: titles, &reading)
      } else if isSilent(asked, reading) {
        reading.verdict = .unknown
      }
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
      pieces, of: role.tokenized, bytes: roleText, silent: silent, knowledge: knowledge)
  }

  // MARK: - Words

  /// A word that is asked for, and the passages that hold it.
  struct Held {
    let word: AskedWords.Word
    let passages: [Int]
    /// The passages that name a near relative of it.
    var near: [Int] = []
    var isShown: Bool { !passages.isEmpty }
    /// How much of it is shown.
    var share: Double { isShown ? 1 : near.isEmpty ? 0 : Threshold.near }
  }

  /// The verdict of the words alone.
  func content(of asked: AskedWords) -> Reading {
    let words = counted(asked)
    let total = Self.weight(words)
    let coverage = total > 0 ? words.reduce(0) { $0 + $1.share * $1.word.weight } / total : 0
    let found = passages(for: words)
    let evidence = evidence(passages: found.prefix(Threshold.passages).map(\.index), asked)
    let least = hasHeaviest(words, orNear: true) ? Threshold.partial : Threshold.light
    var verdict: Verdict = coverage >= least ? .partial : .missing
    if coverage >= Threshold.met, hasHeaviest(words), hasRank(words) { verdict = .met }
    if evidence.isEmpty { verdict = .missing }
    return Reading(verdict: verdict, coverage: coverage, evidence: evidence)
  }

  static func weight(_ words: [Held]) -> Double {
    words.reduce(0) { $0 + $1.word.weight }
  }

  /// The words that count, with the passages that hold them or another name of them.
  ///
  /// What shows a name of the table of kinds shows its words. A quality counts where the profile speaks of any that is asked for; where it is silent on all,
  /// they count neither for nor against.
  func counted(_ asked: AskedWords) -> [Held] {
    let names =
      asked.named.map { (tokens: $0.tokens, passages: holders(ofName: $0.term)) }
      + asked.kinds.map {
        (tokens: $0.tokens, passages: holders(of: knowledge.kinds.shown(by: $0.name)))
      }
    let relatives = asked.kinds.map {
      (tokens: $0.tokens, passages: holders(of: knowledge.kinds.relatives(of: $0.name)))
    }
    let words = asked.words.map { word in
      let isIn = { (name: (tokens: Range<Int>, passages: [Int])) in
        word.tokens.contains(where: name.tokens.contains)
      }
      let passages = Set(holders(of: word) + names.filter(isIn).flatMap(\.passages)).sorted()
      let near = passages.isEmpty ? relatives.filter(isIn).flatMap(\.passages) : []
      return Held(word: word, passages: passages, near: Set(near).sorted())
    }
    let isSaid = words.contains { $0.word.quality != nil && $0.isShown }
    return isSaid ? words : words.filter { $0.word.quality == nil }
  }

  /// Whether the word that carries most is shown: a role for a Django engineer is not met by
  /// engineering alone.
  private func hasHeaviest(_ words: [Held], orNear: Bool = false) -> Bool {
    let most = words.map(\.word.weight).max() ?? 0
    return words.contains { $0.word.weight == most && ($0.isShown || orNear && $0.share > 0) }
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
    if asked.isFrame || asked.hasCircumstance || isPlace(asked) { return true }
    if asked.hasWish { return !isWished(asked) }
    if asked.hasAbility, reading.verdict == .partial { return true }
    guard reading.verdict == .missing else { return false }
    let qualities = asked.words.filter { $0.quality != nil }
    let weight = qualities.reduce(0) { $0 + $1.weight }
    return asked.hasAbility || weight * 2 >= asked.words.reduce(0) { $0 + $1.weight }
      || !qualities.isEmpty && asked.words.count - qualities.count == 1
  }

  /// Whether some words are the name of a place of work: "Harbour Lane Hospital".
  private func isEmployer(_ piece: Range<Int>) -> Bool {
    let tokens = role.tokenized.tokens
    guard piece.count > 1, let last = piece.last,
      piece.allSatisfy({ tokens[$0].traits.contains(.capitalized) })
    else { return false }
    return ["hospital", "university", "college", "school", "clinic", "trust"]
      .contains(String(decoding: roleText[tokens[last].span], as: UTF8.self).lowercased())
  }

  /// Whether all that is asked for are places.
  private func isPlace(_ asked: AskedWords) -> Bool {
    guard !asked.words.isEmpty else { return false }
    let tokens = role.tokenized.tokens
    if asked.pieces.count == 1, isEmployer(asked.pieces[0]) { return true }
    let named = Set(
      asked.pieces.flatMap { piece in
        knowledge.gazetteer.places(in: tokens, piece, text: roleText).flatMap { Array($0.tokens) }
      })
    return !named.isEmpty && asked.words.allSatisfy { $0.tokens.allSatisfy(named.contains) }
  }

  /// Whether a passage speaks of an inclination and of what it is for.
  private func isWished(_ asked: AskedWords) -> Bool {
    passages(for: counted(asked)).contains { said.wishes.contains($0.index) }
  }
}
