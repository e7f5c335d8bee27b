import Candidates
import Reading
import Roles
import Tokenization
import Weighting

extension VerdictReader {
  /// A job that is asked for, and what is said of it beside its name.
  struct AskedTitle {
    let title: JobTitle
    /// "in Rheumatology", "(python, django)".
    let details: [Range<Int>]
  }

  /// How much of an occupation a held title is.
  enum Likeness: Int, Comparable {
    case none, near, same

    static func < (left: Likeness, right: Likeness) -> Bool { left.rawValue < right.rawValue }
  }

  // MARK: - Reading

  /// The jobs that some pieces ask for, of which one will do; none where they ask for something else.
  ///
  /// A job is asked for where nothing stands before its name but what frames it: "we are looking for
  /// a", "experience as a". "Work with nurses" asks for none.
  func titles(in pieces: [Range<Int>]) -> [AskedTitle] {
    guard let first = pieces.first else { return [] }
    let qualities = silent.named(in: role.tokenized.tokens, first, text: roleText)
      .flatMap { Array($0.tokens) }
    let found = JobTitle.titles(
      in: role.tokenized, first, bytes: roleText, isLoose: false, skipping: Set(qualities))
    guard let title = found.first,
      !role.tokenized.tokens[title.tokens].contains(where: { Self.companions.contains($0.term) }),
      isFramed(first.lowerBound..<title.tokens.lowerBound)
    else {
      return []
    }
    let ends = found.dropFirst().map(\.tokens.lowerBound) + [first.upperBound]
    return zip(found, ends).map { title, end in
      AskedTitle(title: title, details: [title.tokens.upperBound..<end])
    }
  }

  /// The same without a common word that says nothing of which: "hiring engineers".
  func askedTitles(in pieces: [Range<Int>]) -> [AskedTitle] {
    let found = titles(in: pieces)
    let isOne = found.allSatisfy { asked in
      !asked.title.isGeneric || !asked.title.modifiers.isEmpty
    }
    return isOne ? found : []
  }

  private static let companions = Term.words(
    """
    with to by from across between into about other supporting managing in at certified certification certifications \
    certificate licensed building using
    """)

  /// Whether the words before a title ask for nothing by themselves.
  private func isFramed(_ range: Range<Int>) -> Bool {
    let tokens = role.tokenized.tokens
    if tokens[range].contains(where: { Self.companions.contains($0.term) }) { return false }
    return !words([range]).hasContent
  }

  // MARK: - Comparing

  /// How like a job that is asked for a held one is.
  func likeness(of held: HeldTitles.Held, to asked: JobTitle) -> Likeness {
    let names = knowledge.kinds.names(in: role.tokenized, asked.tokens, bytes: roleText)
      .filter { $0.tokens.upperBound == asked.tokens.upperBound }
    let words = wordLikeness(of: held, to: asked)
    // The longest name; where the title says more than it does, it is a neighbour at best.
    guard words != .same, let name = names.first else { return words }
    let isWhole = asked.modifiers.count < name.tokens.count
    let shown = Set(knowledge.kinds.shown(by: name.name) + [name.name])
    if !shown.isDisjoint(with: held.names) { return isWhole ? .same : .near }
    let relatives = knowledge.kinds.relatives(of: name.name)
    return relatives.contains(where: held.names.contains) ? .near : words
  }

  /// The same by the words of both titles.
  private func wordLikeness(of held: HeldTitles.Held, to asked: JobTitle) -> Likeness {
    if held.words.contains(where: { $0.term == asked.whole }) { return .same }
    if held.titles.contains(where: { $0.whole == asked.whole }) { return .same }
    let total = asked.modifiers.reduce(0) { $0 + weight($1) }
    let shown = asked.modifiers.filter { word in
      held.words.contains { $0.term == word.term && $0.form == word.form }
        || held.titles.contains { WordForm(ArraySlice($0.head.utf8)) == word.form }
    }
    let share = total > 0 ? shown.reduce(0) { $0 + weight($1) } / total : 1
    let isHead = held.titles.contains { asked.family.contains($0.head) }
    if isHead, share >= Threshold.sameTitle { return .same }
    if isHead, share > 0 || !asked.isGeneric { return .near }
    if isHead, asked.isOfSoftware, held.titles.contains(where: \.isOfSoftware) { return .near }
    return asked.isGeneric && total > 0 && share >= Threshold.neighbour ? .near : .none
  }

  private func weight(_ word: JobTitle.Word) -> Double {
    knowledge.background.weight(of: word.term, isPhrase: false)
  }

  /// Whether a rank reaches the one asked for.
  private func reaches(_ rank: Seniority, _ asked: Seniority) -> Bool {
    let ranks = Seniority.allCases
    guard asked != .unknown, let least = ranks.firstIndex(of: asked), asked != .mid,
      asked != .junior, asked != .entry
    else { return rank != .entry }
    guard rank != .unknown, let own = ranks.firstIndex(of: rank) else { return false }
    return own >= least
  }

  /// The verdict of a job: met by somebody who has worked as one at that rank, in part by a lower rank
  /// or a neighbouring occupation.
  func read(titles: [AskedTitle], _ reading: inout Reading) {
    var best: (verdict: Verdict, passages: [Int]) = (.missing, [])
    for asked in titles {
      var next: (verdict: Verdict, passages: [Int]) = (.missing, [])
      let all = held.held.map { ($0, likeness(of: $0, to: asked.title)) }
      let same = all.filter { $0.1 == .same }.map(\.0)
      let reached = same.filter { reaches($0.rank, asked.title.rank) }
      if !reached.isEmpty, isDetailed(asked) {
        next = (.met, reached.map(\.passage))
      } else {
        let near = same.isEmpty ? all.filter { $0.1 == .near }.map(\.0) : same
        if !near.isEmpty { next = (.partial, near.map(\.passage)) }
      }
      if next.verdict.rank > best.verdict.rank || best.passages.isEmpty { best = next }
    }
    if best.passages.isEmpty, let passage = titles.lazy.compactMap(learnt).first {
      best = (.partial, [passage])
    }
    reading.verdict = best.verdict
    let passages = Array(
      best.passages.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
        .prefix(Threshold.passages))
    reading.evidence = evidence(passages: passages, words(titles.map(\.title.tokens)))
  }

  /// The passage of a degree in an occupation that was not held: "Bachelor of Nursing".
  private func learnt(_ asked: AskedTitle) -> Int? {
    guard !asked.title.isGeneric else { return nil }
    let form = WordForm(ArraySlice(asked.title.head.utf8))
    return profile.profile.education.lazy.compactMap { self.passage(over: $0.span) }.first {
      passage in
      profile.tokenized.tokens[profile.lookedAt[passage]].contains {
        WordForm(profileText[$0.span]) == form
      }
    }
  }

  /// Whether the profile shows what is said of a job beside its name.
  private func isDetailed(_ asked: AskedTitle) -> Bool {
    let details = words(asked.details.filter { !$0.isEmpty })
    guard details.hasContent else { return true }
    let words = counted(details)
    return Self.weight(words.filter(\.isShown)) >= Threshold.met * Self.weight(words)
  }

  /// The positions of an occupation, and whether they are the same or near ones.
  func entries(of titles: [AskedTitle]) -> (entries: [Int], likeness: Likeness) {
    let all = held.held.map { held in
      (held, titles.map { likeness(of: held, to: $0.title) }.max() ?? .none)
    }
    for level in [Likeness.same, .near] {
      let found = all.filter { $0.1 == level }
      if !found.isEmpty {
        return (Set(found.compactMap(\.0.entry)).sorted(), level)
      }
    }
    return ([], .none)
  }
}
