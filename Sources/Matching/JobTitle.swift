import Candidates
import Reading
import Tokenization

/// The name of a job, as a posting asks for it or a résumé holds it: "Senior Water Safety Manager".
///
/// It is made of a head, the occupation, and of what says which: its modifiers. A head like "manager"
/// says little by itself; one like "nurse" says what somebody is.
struct JobTitle {
  /// A word of it.
  struct Word {
    let term: Term
    let form: WordForm
  }

  /// The occupation, in small letters and one of it: "manager".
  let head: String
  /// What stands before it, without ranks and frames.
  let modifiers: [Word]
  let rank: Seniority
  /// All of it as one term, by which another name of it is known: "RN".
  let whole: Term?
  /// Its tokens.
  let tokens: Range<Int>

  /// Heads that many occupations share, so that they are none by themselves.
  var isGeneric: Bool { Self.generic.contains(head) }

  /// Whether it is one of those who write software, whatever it is for.
  var isOfSoftware: Bool {
    ["engineer", "developer", "programmer"].contains(head)
      && (head != "engineer" || modifiers.contains { Self.software.contains($0.term) })
  }

  private static let software = Term.words(
    """
    software java python web backend frontend end stack fullstack application net php mobile ios android golang \
    node react rails data devops cloud
    """)

  /// Heads that mean one occupation.
  var family: Set<String> { Self.families.first { $0.contains(head) } ?? [head] }

  private static let generic = set(
    """
    engineer developer manager specialist assistant officer worker analyst coordinator consultant associate \
    technician administrator lead director supervisor executive representative clerk operator agent adviser \
    advisor practitioner designer scientist programmer architect head staff researcher trainer instructor chief \
    vp president support sre
    """)

  private static let families = [
    "engineer developer programmer",
    "manager head director lead supervisor executive vp president chief",
    "consultant adviser advisor", "therapist psychotherapist counsellor counselor",
    "teacher tutor instructor lecturer educator trainer",
    "representative rep agent associate clerk",
    "scientist researcher", "carer caregiver", "technician technologist", "physician doctor",
    "attorney lawyer counsel solicitor barrister", "assistant aide",
  ].map(set)

  /// Occupations that are other things as well where a posting asks for them, or name none.
  private static let unsure = set(
    """
    candidate member partner agent expert professional helper host server model employee individual deputy \
    guide guard fellow mentor resident owner provider selector grader framer minister handler merchant \
    processor founder cofounder trainee intern internship apprentice apprenticeship junior operator volunteer \
    contractor leader presenter negotiator facilitator volunteer organizer organiser liaison people \
    entrepreneur strategist producer promoter marketer buyer moderator speaker clerkship residency temp
    """)

  /// Words beside the occupation that do not say which.
  private static let frame = Term.words(
    """
    senior junior sr jr lead principal staff chief head deputy graduate trainee band locum substantive bank \
    permanent temporary contract remote onsite hybrid full part time level mid entry multiple grade top talented \
    skilled seasoned experienced newly qualified advanced specialist join hiring team role technical \
    global regional internal applied company experience
    """)

  /// Ranks and the like, which end no title where a word follows.
  private static let openers = set(
    "principal lead head chief associate assistant staff executive support")

  /// Short names of occupations.
  private static let short = [
    "rn": "nurse", "lpn": "nurse", "lvn": "nurse", "cna": "assistant", "hca": "assistant",
    "odp": "practitioner",
  ]

  private static func set(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map(String.init))
  }

  // MARK: - Reading

  /// The titles in a range of tokens: runs of words that end in an occupation.
  ///
  /// - Parameters:
  ///   - isLoose: whether a word that may be none counts as an occupation as well.
  ///   - skipping: tokens that say what a person is like, and not which occupation.
  static func titles(
    in text: TokenizedText, _ range: Range<Int>, bytes: [UInt8], isLoose: Bool,
    skipping: Set<Int> = []
  ) -> [JobTitle] {
    var titles: [JobTitle] = []
    var start = range.lowerBound
    for index in range {
      let token = text.tokens[index]
      let isOpen = token.traits.contains(.adjacent) && index > start
      if token.traits.contains(.stop) {
        start = index + 1
        continue
      }
      if !isOpen { start = index }
      guard let head = head(index, text, bytes, isLoose: isLoose) else { continue }
      // "Nurse manager" and "principal engineer" are one title, "developer/engineer" are two.
      let next = index + 1
      if next < range.upperBound, text.tokens[next].traits.contains(.adjacent),
        !text.tokens[next].traits.contains(.joined),
        openers.contains(head) || self.head(next, text, bytes, isLoose: isLoose) != nil
      {
        continue
      }
      titles.append(JobTitle(head: head, start..<index + 1, text, bytes, skipping))
      start = index + 1
    }
    return titles
  }

  private init(
    head: String, _ tokens: Range<Int>, _ text: TokenizedText, _ bytes: [UInt8],
    _ skipping: Set<Int>
  ) {
    self.head = head
    self.tokens = tokens
    modifiers = tokens.dropLast().filter { index in
      text.tokens[index].isIndexed && !skipping.contains(index)
        && !Self.frame.contains(text.tokens[index].term)
    }
    .map { Word(term: text.tokens[$0].term, form: WordForm(bytes[text.tokens[$0].span])) }
    whole = Term(sequence: text.tokens[tokens].filter(\.isIndexed).map(\.term))
    rank = Seniority(title: tokens.map { Self.word($0, text, bytes) })
  }

  private static func head(
    _ index: Int, _ text: TokenizedText, _ bytes: [UInt8], isLoose: Bool
  ) -> String? {
    var word = word(index, text, bytes)
    if let long = short[word] { return long }
    guard TitleWords.isOccupation(word) else { return nil }
    if word.hasSuffix("s"), TitleWords.isOccupation(String(word.dropLast())) { word.removeLast() }
    return isLoose || !unsure.contains(word) ? word : nil
  }

  private static func word(_ index: Int, _ text: TokenizedText, _ bytes: [UInt8]) -> String {
    String(decoding: bytes[text.tokens[index].span], as: UTF8.self).lowercased()
  }
}
