import Reading
import Tokenization

/// Knows the headings of résumés by the cue phrases with labels `resume.*`.
struct SectionReader: Sendable {
  /// What a heading begins.
  struct Heading: Sendable, Equatable {
    var section: Profile.Section
    /// Whether it is a cue phrase and nothing else; else its words are content as well.
    var isExact = true
    var isReferences = false
    var isContact = false
    /// "Personal details": only what is plainly contact data goes.
    var isPersonal = false
    /// What was achieved or published: a section of its own, or a part of a position.
    var isAchievements = false
    /// Unpaid work, memberships, activities.
    var isVolunteering = false
    /// Whether a colon follows.
    var isColonized = false
    /// "Professional background": positions or a summary, as what follows shows.
    var isBackground = false
    /// "Qualifications": degrees or abilities, as what follows shows.
    var isQualifications = false
  }

  private let cues: CueTable

  init(cues: CueTable) {
    self.cues = cues
  }

  /// Single words that are headings and often items of a list as well.
  private static let weak: Set<String> = [
    "training", "research", "tools", "software", "career", "work", "jobs", "presentations",
    "courses",
    "study", "abilities", "strengths", "personal", "activities", "registration", "tickets",
    "credentials", "expertise", "schooling", "overview", "introduction", "technologies",
    "volunteer",
    "publications", "competencies", "kitchens", "teaching", "publication", "presentation",
    "contact",
    "details", "volunteering", "memberships", "proficiencies", "declaration", "preferences",
    "headline", "about", "technology", "project", "projects",
    "leadership", "organizations", "associations", "recognition", "goals", "positions", "military",
    "conferences", "specialties", "seminars", "workshops", "coursework", "scholarships", "grants",
    "patents", "appointments", "degrees", "academics", "background", "bio", "capabilities",
    "performances", "exhibitions", "language", "formation", "miscellaneous", "trainings",
    "school", "schools", "cards",
  ]

  /// Abilities that are items of a list as often as headings: "Communication skills".
  private static let abilities: Set<String> = [
    "communication", "interpersonal", "leadership", "organizational", "organization", "people",
    "management", "personal", "presentation", "computer", "software", "technology",
  ]

  private func isWeak(_ range: Range<Int>, in text: ResumeText) -> Bool {
    let words = text.wholeWords(range)
    if words.count == 1 { return Self.weak.contains(words[0]) }
    guard words.count == 2 else { return false }
    return words == ["community", "outreach"] || words == ["security", "clearance"]
      || Self.abilities.contains(words[0]) && words != ["computer", "skills"]
        && ["skills", "proficient", "proficiency"].contains(words[1])
  }

  /// A heading without the remark behind it: "Skills, by my own scale", "SKILLS (5 = can teach it)".
  ///
  /// - Parameter isMarked: whether the line is set as a heading; else only a bracket parts the two.
  func label(_ range: Range<Int>, in text: ResumeText, isMarked: Bool) -> Range<Int> {
    let marks: [UInt8] = isMarked ? [0x28, 0x5B, 0x2C, 0x3A] : [0x28, 0x5B]
    let end = range.dropFirst().prefix(4).first { index in
      text.gap(before: index).contains { marks.contains($0) }
    }
    guard let end, covering(range.lowerBound..<end, in: text) != nil else { return range }
    return range.lowerBound..<end
  }

  /// The words of a line that is a heading: all of it is cue phrases.
  ///
  /// - Parameter allowsWeak: whether a word that may be an item of a list counts.
  func bareHeading(_ range: Range<Int>, in text: ResumeText, allowsWeak: Bool) -> Heading? {
    guard (1...7).contains(range.count), let first = range.first,
      text.tokens[first].traits.contains(.capitalized)
        || text.bytes[text.tokens[first].span].first.map({ $0 >= 0x80 }) == true
    else { return nil }
    if let last = text.lastByte(text.span(of: range)), last == 0x2E || last == 0x2C { return nil }
    if !allowsWeak, isWeak(range, in: text) { return nil }
    return covering(range, in: text)
  }

  /// What a line set as a heading names: a cue phrase with at most two words beside it, none of
  /// which is an occupation ("SOFTWARE ENGINEER" is a headline).
  func markedHeading(_ range: Range<Int>, in text: ResumeText) -> Heading? {
    guard (1...9).contains(range.count) else { return nil }
    if let exact = covering(range, in: text) { return exact }
    let words = text.words(range)
    if words.contains(where: EducationReader.schools.contains) { return nil }
    // "accomplishments include:" leads in a list.
    if !text.tokens[range.lowerBound].traits.contains(.capitalized) { return nil }
    if words.contains(where: TitleWords.isTitle) { return nil }
    if range.contains(where: { text.tokens[$0].traits.contains(.number) }) { return nil }
    // One word of a cue beside two others says too little: "LEADERSHIP TRAINING CENTER".
    let content = range.filter { !text.tokens[$0].traits.contains(.stop) }.count
    let isSlackAllowed = content <= 2 || find(range, slack: 1, text) != nil
    guard isSlackAllowed, let cue = find(range, slack: 2, text) else { return nil }
    var heading = heading(cue, range, text)
    heading.isExact = false
    return heading
  }

  /// The heading whose phrases, one or two, cover a range.
  private func covering(_ range: Range<Int>, in text: ResumeText) -> Heading? {
    if range.contains(where: { text.tokens[$0].traits.contains(.number) }) { return nil }
    if let cue = otherWording(range, text) { return heading(cue, range, text) }
    if let first = range.first, range.count == 1, Self.isInflected(text.word(first)) { return nil }
    if let cue = find(range, slack: 0, text) { return heading(cue, range, text) }
    for middle in range.dropFirst() {
      let isJoint = text.tokens[middle].traits.contains(.stop)
      let right = isJoint ? middle + 1 : middle
      guard right < range.upperBound, let cue = find(range.lowerBound..<middle, slack: 0, text),
        find(right..<range.upperBound, slack: 0, text) != nil
      else { continue }
      return heading(cue, range, text)
    }
    return nil
  }

  /// Words with the stem of a heading that are none: "Achieved", "Personable", "Licensed".
  private static func isInflected(_ word: String) -> Bool {
    word.hasSuffix("ed") || word.hasSuffix("able") || word.hasSuffix("er")
      || ["school", "present", "proficient", "personality", "researching"].contains(word)
  }

  private func find(_ range: Range<Int>, slack: Int, _ text: ResumeText) -> Cue? {
    if let cue = cues.heading(in: text.tokens, range, of: .resume, slack: slack) { return cue }
    return slack == 0 ? otherWording(range, text) : nil
  }

  /// What a heading names by the words that `cues.txt` does not have.
  private func otherWording(_ range: Range<Int>, _ text: ResumeText) -> Cue? {
    guard !range.isEmpty, ResumeHeadings.beginnings.contains(text.wholeWord(startingAt: range))
    else { return nil }
    return ResumeHeadings.byWords[text.wholeWords(range).filter { $0 != "and" }]
  }

  private static func section(of cue: Cue) -> Profile.Section {
    switch cue {
    case .resumeExperience: .experience
    case .resumeEducation: .education
    case .resumeSkills: .skills
    case .resumeSummary: .summary
    case .resumeCertifications: .certifications
    case .resumeProjects: .projects
    case .resumeLanguages: .languages
    default: .other
    }
  }

  private func heading(_ cue: Cue, _ range: Range<Int>, _ text: ResumeText) -> Heading {
    let words = text.words(range)
    var heading = Heading(section: Self.section(of: cue))
    if heading.section == .projects, !words.contains(where: { $0.hasPrefix("project") }) {
      heading.section = .other
      heading.isAchievements = true
    }
    heading.isReferences =
      heading.section == .other
      && words.contains { $0.hasPrefix("reference") || $0.hasPrefix("referee") }
    heading.isVolunteering =
      (heading.section == .other && !heading.isAchievements)
      || words.contains { $0.hasPrefix("volunt") || $0 == "community" }
    heading.isColonized = text.bytes[text.span(of: range).upperBound...].prefix(2).contains(0x3A)
    heading.isBackground =
      heading.section == .experience
      && words.contains { ["background", "summary", "overview", "career"].contains($0) }
    heading.isQualifications = words == ["qualifications"]
    let isPersonal = words.count == 2 && words[0] == "personal"
    heading.isContact =
      heading.section == .other
      && (words.contains("contact") || words == ["details"] || words.contains("particulars")
        || words.contains("biodata"))
    heading.isPersonal =
      isPersonal && ["information", "details", "data", "info", "particulars"].contains(words[1])
    heading.isContact = heading.isContact || heading.isPersonal
    return heading
  }
}
