import Candidates
import Reading
import Roles
import Tokenization

extension VerdictReader {
  // MARK: - Degrees

  /// A degree is compared by its level, and by its field where one is named: any of the fields will
  /// do, and "a related field" names none.
  func read(
    degree: Degree, _ asked: AskedWords, _ beside: [[Range<Int>]], _ reading: inout Reading
  ) {
    let held = profile.profile.education.filter { !$0.isInProgress && $0.degree != nil }
    guard let best = held.compactMap(\.degree).max() else {
      reading.verdict = profile.profile.education.isEmpty ? .unknown : .missing
      return
    }
    let reached = held.filter { ($0.degree ?? .secondary) >= degree }
    let candidates = reached.isEmpty ? held.filter { $0.degree == best } : reached
    // "A related field" names none, and where others are named it stands for one like them.
    let named = beside.map(words).filter { !isRelated($0) }
    let fields = named.isEmpty ? [asked] : named
    let fitting = candidates.first { entry in fields.contains { isField(of: entry, $0) } }
    reading.verdict = reached.isEmpty || fitting == nil ? .partial : .met
    // A degree two levels lower is no part of one.
    let levels = Degree.allCases
    if let asked = levels.firstIndex(of: degree), let own = levels.firstIndex(of: best),
      own + 1 < asked
    {
      reading.verdict = .missing
    }
    guard let entry = fitting ?? candidates.first, let own = evidence(of: entry, asked)
    else {
      return
    }
    reading.evidence =
      [own] + reading.evidence.filter { $0.passage != own.passage }.prefix(Threshold.passages - 1)
  }

  private static let related = Term.words(
    "related relevant similar equivalent field discipline subject area technical quantitative other"
  )

  /// Whether some words name no field but one that is like others.
  private func isRelated(_ asked: AskedWords) -> Bool {
    asked.pieces.allSatisfy { piece in
      role.tokenized.tokens[piece].allSatisfy { !$0.isIndexed || Self.related.contains($0.term) }
    }
  }

  /// Whether the line of a degree names one of the fields asked for.
  private func isField(of entry: Profile.Education, _ asked: AskedWords) -> Bool {
    let fields = counted(asked).filter { $0.word.quality == nil }
    guard !fields.isEmpty, let index = passage(over: entry.span) else { return fields.isEmpty }
    return Self.weight(fields.filter { $0.passages.contains(index) })
      >= Threshold.passage * Self.weight(fields)
  }

  /// The words that name a degree, and its field where that is asked for.
  private func evidence(of entry: Profile.Education, _ asked: AskedWords) -> Evidence? {
    guard let degree = entry.degree, let index = passage(over: entry.span) else { return nil }
    let marks = EvidenceWords(self, asked.pieces, [])
    guard var shown = evidence(passages: [index], asked).first else { return nil }
    shown.words = marks.adding(
      marks.words(naming: degree, in: profile.lookedAt[index]), to: shown.words)
    return shown
  }

  // MARK: - Years

  /// Counts years over the entries that show the words.
  ///
  /// Years "in A, B or C" are counted over the entries that show one of the alternatives, experience in
  /// general over all paid work. Where the words stand in no dated entry, the entries of the role's own
  /// occupation count.
  func read(
    years: Int, _ asked: AskedWords, _ beside: [[Range<Int>]], _ reading: inout Reading
  ) {
    let jobs = (beside.isEmpty ? [asked.pieces] : beside).flatMap(askedTitles)
    if !jobs.isEmpty { return read(years: years, asJobs: jobs, &reading) }
    guard !beside.isEmpty || asked.hasContent else {
      let own = role.fields.first { $0.id == "title" }.map { askedTitles(in: $0.pieces) } ?? []
      return own.isEmpty || held.held.allSatisfy { $0.entry == nil }
        ? readAll(years: years, &reading) : read(years: years, asJobs: own, &reading)
    }
    let alternatives = beside.isEmpty ? [asked] : beside.map(words)
    if !beside.isEmpty {
      let best = alternatives.map(content).max { $0.verdict.rank < $1.verdict.rank }
      reading.verdict = best?.verdict ?? .missing
      reading.evidence = best?.evidence ?? []
    }
    let shown = alternatives.flatMap { passages(for: counted($0)).map(\.index) }
    var entries = Set(shown.compactMap { profile.profile.passages[$0].entry }).sorted()
    if entries.isEmpty, reading.verdict != .missing { entries = entriesOfOccupation() }
    (reading.monthsShown, reading.periods) = experience(entries)
    guard reading.verdict != .missing else { return }
    if profile.profile.experience.isEmpty {
      reading.verdict = .unknown
    } else if (reading.monthsShown ?? 0) < years * 12 {
      reading.verdict = .partial
    }
  }

  /// Words of a title that name a rank and no occupation.
  private static let ranks = Term.words(
    """
    senior junior lead principal staff head chief assistant associate deputy trainee graduate sr jr
    """)

  /// The paid positions whose dated line has a word of the role's title.
  private func entriesOfOccupation() -> [Int] {
    let pieces = role.fields.first { $0.id == "title" }?.pieces ?? []
    let words = Set(
      pieces.flatMap { role.tokenized.tokens[$0] }.filter(\.isIndexed).map(\.term)
        .filter { !Self.ranks.contains($0) })
    return profile.profile.experience.indices.filter { index in
      let entry = profile.profile.experience[index]
      let line = profile.tokenized.tokens(in: entry.span)
      return !entry.isVolunteering
        && profile.tokenized.tokens[line].contains { words.contains($0.term) }
    }
  }

  /// Years as one of some jobs, or in the field of the role itself.
  private func read(years: Int, asJobs jobs: [AskedTitle], _ reading: inout Reading) {
    read(titles: jobs, &reading)
    let (entries, likeness) = entries(of: jobs)
    (reading.monthsShown, reading.periods) = experience(entries)
    guard reading.verdict != .missing else { return }
    let isEnough = (reading.monthsShown ?? 0) >= years * 12
    reading.verdict = likeness == .same && isEnough ? .met : .partial
  }

  private func readAll(years: Int, _ reading: inout Reading) {
    let entries = profile.profile.experience.indices
      .filter { !profile.profile.experience[$0].isVolunteering }
    let (months, periods) = experience(entries)
    (reading.monthsShown, reading.periods) = (months, periods)
    reading.verdict = months >= years * 12 ? .met : months > 0 ? .partial : .unknown
    let lines = entries.compactMap { entry in
      profile.profile.passages.firstIndex { $0.entry == entry }
    }
    reading.evidence = lines.prefix(Threshold.passages).map { evidence(passage: $0, words: []) }
  }

  /// The months of some entries, none counted twice, and the entries.
  private func experience(_ entries: [Int]) -> (months: Int, periods: [Finding.Period]) {
    let months = WorkMonths(present: asOf)
    var intervals: [Range<Int>] = []
    let periods = entries.map { index in
      let entry = profile.profile.experience[index]
      let interval = months.interval(from: entry.start, to: entry.end)
      intervals.append(interval)
      return Finding.Period(
        title: entry.title, employer: entry.employer, start: entry.start, end: entry.end,
        months: interval.count, span: entry.span)
    }
    return (WorkMonths.union(intervals), periods)
  }
}

extension Verdict {
  /// How much is shown.
  package var rank: Int {
    switch self {
    case .met: 3
    case .partial: 2
    case .missing: 1
    case .unknown: 0
    }
  }
}
