import Reading
import Tokenization

/// Phrases for what a résumé need not say: what a person is like, wishes and is willing to do.
///
/// Where a posting asks for such a thing and the résumé has no word of it, nobody can tell. Each line
/// of `qualities` holds ways of naming one quality, any of which shows it. The cue tables of the
/// engine add the phrases for places, travel, permits and checks.
struct SilentPhrases: Sendable {
  /// What a phrase speaks of.
  enum Kind: Sendable, Equatable {
    /// A personal quality, by its line.
    case quality(Int)
    /// An inclination: "passion for", "eager to".
    case wish
    /// Something about a person's circumstances: hours, places, permits.
    case circumstance
  }

  /// A phrase where it stands.
  struct Match {
    let kind: Kind
    let tokens: Range<Int>
  }

  private let table: PhraseTable
  private let kinds: [Kind]
  /// The forms of each phrase's words: "initiative" is no "initial", though they have one stem.
  private let forms: [[WordForm]]
  private let cues: CueTable

  init(lexicon: Lexicon, cues: CueTable) {
    let lines = Self.qualities.split(separator: "\n").enumerated().map {
      (Kind.quality($0.offset), $0.element)
    }
    let all = lines + [(.wish, Self.wishes[...]), (.circumstance, Self.circumstances[...])]
    var tokenizer = Tokenizer(lexicon: lexicon)
    var phrases: [[Term]] = []
    var kinds: [Kind] = []
    var forms: [[WordForm]] = []
    for (kind, line) in all {
      for phrase in line.split(separator: ";") {
        let bytes = Array(phrase.utf8)
        let tokens = tokenizer.tokenize(bytes).tokens
        phrases.append(tokens.map(\.term))
        kinds.append(kind)
        forms.append(tokens.map { WordForm(bytes[$0.span]) })
      }
    }
    table = PhraseTable(phrases)
    self.kinds = kinds
    self.forms = forms
    self.cues = cues
  }

  private static let qualities = """
    motivated; motivation; motivational; self starter; driven; drive; proactive; initiative; ambitious; \
    ambition; energetic; energy; dynamic; enthusiastic; enthusiasm; \
    dedicated; dedication; committed; commitment; tireless; tirelessly; eager; tenacious; tenacity; \
    perseverance; determined; determination; high achiever; highly engaged
    hard working; hardworking; diligent; diligence; work ethic
    organised; organized; organisational skills; organizational skills; organisational; time management; \
    prioritise; prioritize; prioritisation; prioritization; multitask; multi task; multitasking; deadlines; \
    scheduling; organisation skills; organization skills; organizing
    attention to detail; detail oriented; detail minded; detailed; meticulous; thorough; \
    conscientious; accuracy; accurate; precise
    communication; communicator; communicate; interpersonal; people skills; articulate; listener; \
    listening; listen; presentation skills; public speaking; negotiation; \
    communicated; communicating; communicates
    team player; team work; teamwork; team worker; team oriented; team based; in a team; collaborate; \
    collaborative; collaboration; cooperative; cross functional; multidisciplinary team; multi disciplinary team; interdisciplinary team; \
    collaborated; collaborating; collaborates; collaboratively; collectively; part of a team; as a team; \
    partnered; partnership; partnerships
    caring; compassionate; compassion; empathy; empathetic; kind; kindness; patience; supportive
    flexible; flexibility; adaptable; adaptability; versatile; versatility; resilient; resilience
    reliable; reliability; dependable; trustworthy; punctual; honest; honesty; integrity; ethics; ethical
    creative; creativity; innovative; innovation; inventive; imaginative; out of the box
    problem solving; problem solver; solve problems; solving problems; solved problems; problem resolution; resolve problems; \
    resolved problems; troubleshooting; analytical; critical thinking; \
    resourceful
    independent; independently; autonomous; autonomously; self directed; self motivated; \
    minimal supervision; ownership
    leadership; leader; led; mentor; mentored; mentoring; supervised; supervise; supervising; supervision; supervisor; people management; \
    managed a team; managing a team; led a team; managed team; direct reports; staff management
    calm; under pressure; fast paced; composed; stress; deadline driven; busy environment; crisis
    friendly; personable; approachable; polite; outgoing; sense of humour; sense of humor
    confident; confidence; decisive; assertive
    curious; curiosity; continuous learning; learning mindset; active learning; quick learner; fast learner; willing to learn; eager to learn; keen to learn
    strategic thinking; strategic thinker; strategic mindset; visionary; big picture
    results driven; results oriented; results focused; outcome focused; goal oriented; \
    achievement oriented
    judgment; judgement; discretion; tact; tactful; confidentiality; confidential
    respect; respectful; values; humble; humility; inclusive; courage; courageous; bold; open minded; sensitive; \
    sensitivity; non judgemental; non judgmental; self aware; self awareness; emotional intelligence
    professionalism; professional manner; positive attitude; can do; presentable; high standards; focus; \
    engagement; urgency; bias for action; get things done; ship fast; move fast; hit the ground running
    """

  private static let wishes = """
    passion; passionately; passionate about; interest in; interested in; eager to; excited; keen to; \
    love; loves; enjoy; enjoys; hungry; desire to; thrive; thrives; willing to; willingness; \
    ready for; ready to; mindset; attitude; motivated to; want to; do you want; would like; enthusiasm for; \
    share our; interesting; conviction; former or future; next step; care about; believe in; obsessed; aspire; \
    looking for a change; looking to; challenge of
    """

  private static let circumstances = """
    travel; shifts; weekend; weekends; evenings; nights; overtime; on call; out of hours; rota; \
    full time; part time; days a week; days per week; relocate; relocation; commute; reside; \
    right to work; visa; citizen; citizenship; sponsorship; clearance; vaccinated; vaccination; \
    years of age; occupational health; hours; location; legally entitled; legally authorized; \
    entitled to work; eligible to work; own transport; from base; on site; in office; in person; holiday; holidays; flexible working; fixed term; permanent contract; time zone; \
    timezone; notice period; start date; immediate start; based in; us only; uk only; eu only; dbs; \
    drivers license; driving license; driving licence; own car; lift up to; lbs; pounds; \
    physical interventions; authorized to work; authorised to work; work authorization
    """

  private static let circumstantial: Set<Cue> = [
    .travel, .residence, .remote, .hybrid, .onsite, .drivingLicence, .workPermit, .citizenship,
    .sponsorshipRefused, .sponsorshipOffered, .backgroundCheck, .screening, .clearance, .drugTest,
  ]

  /// The phrases in a range of tokens, in the order of the text; of two at one place the longer.
  func matches(in tokens: [Token], _ range: Range<Int>, text: [UInt8]) -> [Match] {
    var found = named(in: tokens, range, text: text)
    for cue in sentenceCues(in: tokens, range, text: text)
    where Self.circumstantial.contains(cue.cue) {
      found.append(Match(kind: .circumstance, tokens: cue.tokens))
    }
    return found
  }

  /// What the words say of the sentence that they are.
  func sentenceCues(in tokens: [Token], _ range: Range<Int>, text: [UInt8]) -> [CueTable.Match] {
    var found: [CueTable.Match] = []
    cues.appendCues(in: tokens, range, text: text, to: &found)
    return found
  }

  private static let selves = Term.words("self highly well people team detail")

  /// Whether a word belongs to another one before its hyphen: "event-driven".
  private func isJoined(_ match: Range<Int>, _ tokens: [Token]) -> Bool {
    let first = match.lowerBound
    return first > 0 && match.count == 1 && tokens[first].traits.contains(.joined)
      && !Self.selves.contains(tokens[first - 1].term)
  }

  /// The phrases of the lists in a range of tokens.
  func named(in tokens: [Token], _ range: Range<Int>, text: [UInt8]) -> [Match] {
    var found: [Match] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let match = table.allMatches(in: tokens, at: index, end: range.upperBound).first { match in
        zip(match.tokens, forms[match.phrase]).allSatisfy {
          WordForm(text[tokens[$0].span]) == $1
        } && !isJoined(match.tokens, tokens)
      }
      if let match { found.append(Match(kind: kinds[match.phrase], tokens: match.tokens)) }
      index = match?.tokens.upperBound ?? index + 1
    }
    return found
  }
}
