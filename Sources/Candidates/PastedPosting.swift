import Reading
import Tokenization

/// Finds a posting that was pasted into a résumé.
///
/// What a posting asks for shows nothing that somebody has done, so it is no evidence. It is told by
/// its voice: each line gets a weight, which is above 0 where it speaks as postings do (`VoiceTable`),
/// for their headings and for what they say to whoever applies ("you", "must"), and below 0 for dated
/// lines and headings of résumés. A stretch of lines whose weights add up to enough is a posting; it
/// goes on to the next heading of a résumé or dated position, and begins with its paragraph. Nothing
/// here knows what role the résumé is for.
///
/// Complexity: O(tokens).
struct PastedPosting {
  let text: ResumeText
  let knowledge: Knowledge
  let dates: PeriodReader

  /// What a stretch must reach, with `voiceWeight` for each word to whoever applies, of which there
  /// must be one and more than `mostVoice` do not count.
  private static let threshold = 11.0
  private static let openings: Set = [
    "job description", "full job description", "job posting", "job advert", "job ad",
    "about the role",
    "about this role", "about the job", "about the position", "target role", "target job",
    "target position", "desired role", "desired job", "desired position", "position applied for",
    "role applied for", "role overview", "job overview", "position overview", "vacancy",
  ]
  /// So many lines below a date belong to the head of a position.
  private static let headLines = 4
  /// And where one word speaks to them: "a site that helps you" is no posting.
  private static let thresholdForOne = 24.0
  private static let voiceWeight = 2.0
  private static let mostVoice = 4
  private static let ownVoice = 2
  private static let headingWeight = 3.0
  private static let resumeHeadingWeight = -6.0
  private static let datedWeight = -3.0
  /// Longer lines are not looked at for dates.
  private static let longestDated = 14

  /// Lines below a shared heading that weigh less together are the résumé's.
  private static let ownSection = -3.0
  /// A posting ends where the weights behind it add up to less.
  private static let mostDrop = -12.0
  /// As many paragraphs in a row that weigh little, but not less a piece, may stand in its header.
  private static let mostNeutral = 3
  private static let mostTitles = 2
  private static let leastOfHeader = -2.5

  /// What is known of a line.
  private struct Weighed {
    var weight = 0.0
    var voice = 0
    /// How often somebody speaks of themselves.
    var own = 0
    /// Whether a part of the résumé begins here.
    var isStop = false
    var isBlank = false
    /// Whether it is a heading that both have: "Experience".
    var isShared = false
    /// Whether it names what stands above a posting: "Salary", "Posted".
    var isField = false
    var pieces = 1
    /// Whether it is a heading that begins a posting: "Job description".
    var isOpening = false
    var isDated = false
  }

  /// The lines that are a posting's: ranges of indices, rising.
  func ranges(in lines: [ResumeLine]) -> [Range<Int>] {
    var weighed = lines.map(weighed)
    stopAtSections(&weighed)
    raiseHeadings(&weighed)
    var found: [Range<Int>] = []
    var index = 0
    while index < lines.count {
      guard let stretch = stretch(from: index, weighed) else { break }
      index = stretch.next
      guard isEnough(stretch, weighed, isFirst: found.isEmpty) else { continue }
      let range = extended(stretch.range, weighed, after: found.last?.upperBound ?? 0)
      found.append(range)
      index = max(index, range.upperBound)
    }
    return found
  }

  private func weighed(_ line: ResumeLine) -> Weighed {
    let tokens = line.line.tokens
    if tokens.isEmpty { return Weighed(isBlank: line.use == .blank) }
    if knowledge.cues.isPastedHeading(text.tokens, tokens) {
      return Weighed(weight: Self.headingWeight, isOpening: isOpening(tokens))
    }
    switch line.use {
    case .leftOut("heading"):
      let isShared = knowledge.cues.heading(in: text.tokens, tokens, of: .posting, slack: 0) != nil
      return Weighed(
        weight: isShared ? 0 : Self.resumeHeadingWeight, isStop: !isShared, isShared: isShared)
    case .leftOut: return Weighed()
    case .blank, .content: break
    }
    let voices = knowledge.cues.voices(in: text.tokens, tokens, text: text.bytes)
    var weight = knowledge.voice.weight(of: text.tokens, tokens, text: text.bytes)
    var (isStop, isDated) = (false, false)
    if tokens.count <= Self.longestDated,
      tokens.contains(where: { text.tokens[$0].traits.contains(.number) })
    {
      let moments = dates.dates(in: tokens)
      isDated = !moments.isEmpty
      if isDated { weight += Self.datedWeight }
      isStop =
        voices.posting + voices.fields == 0 && !moments.isEmpty
        && !dates.periods(in: tokens).isEmpty
    }
    return Weighed(
      weight: weight, voice: voices.posting, own: voices.own, isStop: isStop,
      isField: voices.fields > 0,
      pieces: (tokens.count + VoiceTable.pieceLength - 1) / VoiceTable.pieceLength, isDated: isDated
    )
  }

  /// A heading that both have is the résumé's where the lines below it are.
  private func stopAtSections(_ lines: inout [Weighed]) {
    var below = 0.0
    for index in lines.indices.reversed() {
      if lines[index].isShared {
        lines[index].isStop = below < Self.ownSection
        below = 0
      } else if lines[index].isStop {
        below = Self.resumeHeadingWeight
      } else {
        below += lines[index].weight
      }
    }
  }

  private func isOpening(_ tokens: Range<Int>) -> Bool {
    let words = text.words(tokens)
    return Self.openings.contains(words.joined(separator: " "))
  }

  /// "Job description" begins a posting, unless it stands under a position: there people describe what
  /// they did.
  private func raiseHeadings(_ lines: inout [Weighed]) {
    var sinceDated = Int.max / 2
    for index in lines.indices {
      if lines[index].isOpening, sinceDated > Self.headLines {
        lines[index].weight = Self.threshold
        lines[index].voice = 2
      }
      if !lines[index].isBlank { sinceDated = lines[index].isDated ? 0 : sinceDated + 1 }
    }
  }

  private struct Stretch {
    var range: Range<Int>
    var weight: Double
    /// Where to look on.
    var next: Int
  }

  /// The first stretch at or after a line whose sums stay above 0, up to where the sum is greatest.
  private func stretch(from start: Int, _ lines: [Weighed]) -> Stretch? {
    guard let first = lines[start...].firstIndex(where: { $0.weight > 0 }) else { return nil }
    var (sum, best, end) = (0.0, 0.0, first)
    var index = first
    while index < lines.count {
      sum += lines[index].weight
      if sum <= 0 { break }
      if sum > best { (best, end) = (sum, index) }
      index += 1
    }
    return Stretch(range: first..<end + 1, weight: best, next: max(index, end + 1))
  }

  private func isEnough(_ stretch: Stretch, _ lines: [Weighed], isFirst: Bool) -> Bool {
    // A letter says "you" and "I".
    let voice = lines[stretch.range].reduce(0) { $0 + $1.voice - Self.ownVoice * $1.own }
    let total = stretch.weight + Self.voiceWeight * Double(min(voice, Self.mostVoice))
    // Where there was one, what follows may well be the rest of it.
    if !isFirst { return total >= Self.threshold / 2 }
    return voice > 0 && total >= (voice > 1 ? Self.threshold : Self.thresholdForOne)
  }

  /// A stretch up to where the résumé goes on, from the beginning of its first paragraph; paragraphs
  /// before it that speak more for a posting than against it belong to it as well.
  private func extended(
    _ range: Range<Int>, _ lines: [Weighed], after limit: Int
  ) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    var drop = 0.0
    while upper < lines.count, !lines[upper].isStop {
      drop = min(0, drop + lines[upper].weight)
      if drop < Self.mostDrop { break }
      upper += 1
    }
    while lower > limit, !lines[lower - 1].isBlank, !lines[lower - 1].isStop { lower -= 1 }
    return header(above: lower, lines, limit)..<upper
  }

  /// Where the header above a posting begins: paragraphs that speak for a posting or name fields, with
  /// few between them that say little, and short ones above, which hold title and employer.
  private func header(above line: Int, _ lines: [Weighed], _ limit: Int) -> Int {
    var (lower, probe, neutral) = (line, line, 0)
    while let paragraph = paragraph(before: probe, lines, limit) {
      if lines[paragraph].contains(where: \.isField) || speaks(lines[paragraph]) {
        (lower, neutral) = (paragraph.lowerBound, 0)
      } else {
        neutral += 1
        if neutral > Self.mostNeutral || !isNeutral(lines[paragraph]) { break }
      }
      probe = paragraph.lowerBound
    }
    for _ in 0..<Self.mostTitles {
      guard let title = paragraph(before: lower, lines, limit), title.count <= 2,
        isNeutral(lines[title]), lines[title].allSatisfy({ $0.pieces == 1 })
      else { break }
      lower = title.lowerBound
    }
    return lower
  }

  /// Whether a paragraph speaks to whoever applies.
  private func speaks(_ paragraph: ArraySlice<Weighed>) -> Bool {
    paragraph.reduce(0) { $0 + $1.weight } > 0
      && paragraph.reduce(0) { $0 + $1.voice - Self.ownVoice * $1.own } > 0
  }

  private func isNeutral(_ paragraph: ArraySlice<Weighed>) -> Bool {
    paragraph.allSatisfy { $0.own == 0 && $0.weight > Self.leastOfHeader * Double($0.pieces) }
  }

  /// The paragraph that ends above a line; nil where the résumé speaks there.
  private func paragraph(before line: Int, _ lines: [Weighed], _ limit: Int) -> Range<Int>? {
    var upper = line
    while upper > limit, lines[upper - 1].isBlank { upper -= 1 }
    var lower = upper
    while lower > limit, !lines[lower - 1].isBlank {
      if lines[lower - 1].isStop { return nil }
      lower -= 1
    }
    return lower < upper ? lower..<upper : nil
  }
}
