import Reading
import Roles
import Tokenization

/// Takes a leaf apart into the things that it asks for, so that each can be shown or not.
///
/// "Calm, organised nurse with wound care and phlebotomy" asks for several things in one leaf. They
/// are told apart at commas, semicolons, "and", "who" and "with a …"; a part must ask for something
/// by itself. Alternatives ("A, B or C") are one thing, and so are pairs like "health and safety".
struct PartReader {
  /// One thing asked for.
  struct Part {
    /// Its tokens; several ranges where a list was taken out of a sentence.
    var pieces: [Range<Int>]
    var years: Int?
    var degree: Degree?
    /// Whether it tells what is done in the job, and asks for nobody.
    var isDuty = false
  }

  let text: TokenizedText
  let bytes: [UInt8]
  let knowledge: Knowledge
  let silent: SilentPhrases
  /// What the words of a range ask for.
  let words: ([Range<Int>]) -> AskedWords
  private var tokens: [Token] { text.tokens }

  private static let and = Term(word: "and")
  private static let but = Term(word: "but")
  private static let not = Term(word: "not")
  private static let or = Term(word: "or")
  private static let to = Term(word: "to")
  private static let including = Term(word: "including")
  private static let with = Term(word: "with")
  private static let relatives = Term.words("who while")
  /// What the one who is taken on is wanted for: "to join our team", "to help us grow".
  private static let purposes = Term.words("join help")
  private static let openers = Term.words(
    "a an strong excellent proven good experience knowledge willing willingness")

  /// A leaf of more tokens is no sentence, and stays whole.
  private static let longest = 120

  /// The parts of a leaf; one, the leaf itself, where it asks for one thing.
  func parts(of leaf: Requirement, pieces: [Range<Int>]) -> [Part] {
    let pieces = pieces.map(withoutPurpose).filter { !$0.isEmpty }
    let whole = [
      Part(
        pieces: pieces, years: leaf.years, degree: leaf.degree,
        isDuty: leaf.section == .responsibility)
    ]
    guard leaf.section != .responsibility, pieces.allSatisfy({ $0.count <= Self.longest }) else {
      return whole
    }
    let ranges = pieces.flatMap(ranges)
    let isSplit =
      ranges.count > pieces.count
      || pieces.dropFirst().contains { isOpener($0.lowerBound, $0.upperBound) }
    guard isSplit else { return whole }
    return ranges.map { range in
      Part(
        pieces: [range],
        years: YearsReader(text: bytes, tokens: tokens).years(in: range).first?.minimum,
        degree: knowledge.degrees.degrees(in: tokens, range, text: bytes).map(\.degree).min())
    }
  }

  /// Without what follows "to join our …" and "but not essential …".
  private func withoutPurpose(_ piece: Range<Int>) -> Range<Int> {
    let end = piece.dropFirst().dropLast().first {
      let next = tokens[$0 + 1].term
      return tokens[$0].term == Self.to && Self.purposes.contains(next)
        || tokens[$0].term == Self.but && next == Self.not
    }
    return piece.lowerBound..<(end ?? piece.upperBound)
  }

  private func ranges(of piece: Range<Int>) -> [Range<Int>] {
    let cuts = cuts(of: piece)
    var parts: [Range<Int>] = []
    var start = piece.lowerBound
    for cut in cuts {
      guard cut.next > start, asksByItself(start..<cut.end),
        asksByItself(cut.next..<piece.upperBound)
      else { continue }
      parts.append(start..<cut.end)
      start = cut.next
    }
    return parts.map(trimmed) + [start..<piece.upperBound]
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let last = range.last, tokens[last].term == Self.and {
      range = range.lowerBound..<last
    }
    return range
  }

  private func asksByItself(_ range: Range<Int>) -> Bool {
    !range.isEmpty
      && (!words([range]).isFrame
        || !YearsReader(text: bytes, tokens: tokens).years(in: range).isEmpty)
  }

  // MARK: - Text

  /// Where a part stands, with the bracket that closes one in it.
  func span(of part: Part) -> Range<Int> {
    let span = text.span(of: part.pieces[0])
    let isOpen = bytes[span].reduce(0) { $0 + Self.nesting($1) } > 0
    let closes = isOpen && span.upperBound < bytes.count && Self.nesting(bytes[span.upperBound]) < 0
    return span.lowerBound..<span.upperBound + (closes ? 1 : 0)
  }

  /// The words of a part on one line.
  func text(of part: Part) -> String {
    bytes[span(of: part)].split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: " ")
  }

  // MARK: - Where parts end

  /// Where a part ends, and where the next one begins.
  private typealias Cut = (end: Int, next: Int)

  private func cuts(of piece: Range<Int>) -> [Cut] {
    var cuts = clauses(of: piece)
    let bounds = [piece.lowerBound] + cuts.map(\.next) + [piece.upperBound]
    for (lower, upper) in zip(bounds, bounds.dropFirst()) {
      cuts += items(of: lower..<upper) + qualities(before: lower..<upper, in: piece)
    }
    return cuts.sorted { $0.end < $1.end }
  }

  /// At semicolons, and before "who", "while", "with a …" and "including 4 years".
  private func clauses(of piece: Range<Int>) -> [Cut] {
    outer(piece).filter { index, gap in
      gap.contains(0x3B) || isOpener(index, piece.upperBound)
    }.map { ($0.index, $0.index) }
  }

  private func isOpener(_ index: Int, _ end: Int) -> Bool {
    let term = tokens[index].term
    if Self.relatives.contains(term) { return true }
    if term == Self.with { return index + 1 < end && Self.openers.contains(tokens[index + 1].term) }
    return term == Self.including
      && tokens[index..<min(end, index + 4)].contains { $0.traits.contains(.number) }
  }

  /// At the commas and the "and" of a list; alternatives ("A, B or C") are one thing, and so is all
  /// that a wish is for.
  private func items(of clause: Range<Int>) -> [Cut] {
    if tokens[clause].contains(where: { $0.term == Self.or }) { return [] }
    let phrases = silent.matches(in: tokens, clause, text: bytes)
    let wish = phrases.first { $0.kind == .wish }?.tokens.lowerBound ?? clause.upperBound
    let circumstance = phrases.first { $0.kind == .circumstance }?.tokens.lowerBound
    let end = min(wish + 1, circumstance ?? clause.upperBound)
    let gaps = outer(clause)
    let commas = gaps.filter { $0.gap.contains(0x2C) }.map(\.index)
    let joints = gaps.filter { index, gap in
      tokens[index].term == Self.and || gap.contains(0x26) || gap.contains(0x2B)
    }.map(\.index)
    let isList = commas.count > 1 || (commas.count == 1 && joints.contains { $0 >= commas[0] })
    let ands = joints.map { ($0, tokens[$0].term == Self.and ? $0 + 1 : $0) }.filter { end, next in
      isList || (isName(before: end, clause, phrases) && isName(after: next, clause, phrases))
    }
    let breaks = isList ? commas.filter { tokens[$0].term != Self.and }.map { ($0, $0) } : []
    return (ands + breaks).filter { $0.1 < end }
  }

  /// Behind an adjective for a person in a sentence that seeks one: "a curious | engineer".
  private func qualities(before clause: Range<Int>, in piece: Range<Int>) -> [Cut] {
    let cues = silent.sentenceCues(in: tokens, piece, text: bytes)
    guard cues.contains(where: { $0.cue == .seeks || $0.cue == .candidate }) else { return [] }
    let qualities = silent.named(in: tokens, clause, text: bytes).filter { $0.kind != .wish }
    return cues.filter { cue in
      cue.cue == .quality && qualities.contains { $0.tokens == cue.tokens }
    }
    .map(\.tokens.upperBound)
    .filter { clause.contains($0) && tokens[$0].traits.contains(.adjacent) && tokens[$0].isIndexed }
    .map { ($0, $0) }
  }

  /// The tokens outside of brackets but the first, each with the bytes before it.
  private func outer(_ range: Range<Int>) -> [(index: Int, gap: ArraySlice<UInt8>)] {
    var depth = 0
    return range.dropFirst().compactMap { index in
      let gap = bytes[Int(tokens[index - 1].upper)..<Int(tokens[index].lower)]
      depth += gap.reduce(0) { $0 + Self.nesting($1) }
      return depth <= 0 ? (index, gap) : nil
    }
  }

  // MARK: - Names

  /// Whether the words before "and" are a thing of their own.
  ///
  /// They are where they are two words and more, a name, or a quality; "health and safety" is one
  /// thing.
  private func isName(
    before end: Int, _ clause: Range<Int>, _ phrases: [SilentPhrases.Match]
  ) -> Bool {
    var start = end
    while start > clause.lowerBound, !tokens[start - 1].traits.contains(.stop) { start -= 1 }
    return isName(start..<end, first: clause.lowerBound, phrases)
  }

  private func isName(
    after start: Int, _ clause: Range<Int>, _ phrases: [SilentPhrases.Match]
  ) -> Bool {
    var start = start
    while start < clause.upperBound, tokens[start].traits.contains(.stop) { start += 1 }
    var end = start
    while end < clause.upperBound, !tokens[end].traits.contains(.stop) { end += 1 }
    return isName(start..<end, first: clause.lowerBound, phrases)
  }

  private func isName(
    _ range: Range<Int>, first: Int, _ phrases: [SilentPhrases.Match]
  ) -> Bool {
    if phrases.contains(where: { range.contains($0.tokens.lowerBound) }) { return true }
    let asked = words([range])
    if asked.words.count != 1 { return !asked.words.isEmpty }
    return range.contains { index in
      let traits = tokens[index].traits
      return !traits.isDisjoint(with: [.uppercase, .technical, .alias])
        || (traits.contains(.capitalized) && index > first)
    }
  }

  private static func nesting(_ byte: UInt8) -> Int {
    byte == 0x28 || byte == 0x5B ? 1 : byte == 0x29 || byte == 0x5D ? -1 : 0
  }
}
