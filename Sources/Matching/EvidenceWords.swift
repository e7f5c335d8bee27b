import Candidates
import Reading
import Roles
import Tokenization

/// Finds in a passage the words that a leaf asks for, and tells how the posting spells them.
///
/// Of "k8s operators", where the posting has "Kubernetes operators", the words are "k8s operators",
/// read as "Kubernetes operators". A bigram takes the place of its words and grows over the bigram
/// before it, so a compound that is read in its parts is shown whole.
struct EvidenceWords {
  /// Words of the posting that are indexed as one term.
  private struct Asked {
    var span: Range<Int>
    var isSuspect: Bool
  }

  private let verdicts: VerdictReader
  private let wanted: Set<Term>
  /// Where the leaf has each wanted term.
  private var asked: [Term: [Asked]] = [:]
  /// The degrees that the leaf names, and where.
  private var degrees: [(degree: Degree, span: Range<Int>)] = []

  /// The words of a leaf, given by its pieces of the posting's tokens.
  init(_ verdicts: VerdictReader, _ pieces: [Range<Int>], _ wanted: Set<Term>) {
    self.verdicts = verdicts
    self.wanted = wanted
    let text = verdicts.role.tokenized
    for piece in pieces {
      text.forEachTerm(in: piece) { occurrence in
        guard wanted.contains(occurrence.term) else { return }
        asked[occurrence.term, default: []].append(
          Asked(span: occurrence.span, isSuspect: Self.isSuspect(occurrence, in: text)))
      }
      degrees += verdicts.degrees.degrees(in: text.tokens, piece, text: verdicts.roleText)
        .map { ($0.degree, text.span(of: $0.tokens)) }
    }
  }

  /// The words in a range of the profile's tokens, in the order of the text.
  func words(in tokens: Range<Int>) -> [Evidence.Word] {
    let text = verdicts.profile.tokenized
    var found: [(span: Range<Int>, terms: [Term], isSuspect: Bool)] = []
    text.forEachTerm(in: tokens) { occurrence in
      guard wanted.contains(occurrence.term) else { return }
      found.append(
        (occurrence.span, [occurrence.term], Self.isSuspect(occurrence, in: text)))
    }
    found.sort { $0.span.lowerBound < $1.span.lowerBound }
    var merged: [(span: Range<Int>, terms: [Term], isSuspect: Bool)] = []
    for next in found {
      guard let last = merged.last, last.span.overlaps(next.span) else {
        merged.append(next)
        continue
      }
      merged[merged.count - 1] = (
        last.span.lowerBound..<max(last.span.upperBound, next.span.upperBound),
        last.terms + next.terms, last.isSuspect || next.isSuspect
      )
    }
    return merged.map { word in
      Evidence.Word(
        text: written(word.span), span: word.span,
        readAs: spelling(of: word.terms, besides: word.span, isSuspect: word.isSuspect))
    }
  }

  /// The words that name a degree in a range of the profile's tokens; "Bachelor in" is read as
  /// nothing else where the posting has "Bachelor's degree", but "BSc" is.
  func words(naming degree: Degree, in tokens: Range<Int>) -> [Evidence.Word] {
    let text = verdicts.profile.tokenized
    return verdicts.degrees.degrees(in: text.tokens, tokens, text: verdicts.profileText)
      .filter { $0.degree == degree }
      .map { found in
        let span = text.span(of: found.tokens)
        let head = Self.plain.terms(of: written(span)).first
        let asked = degrees.filter { $0.degree == degree }.map { asking($0.span) }
        let isSpeltAlike = asked.contains { Self.plain.terms(of: $0).first == head }
        return Evidence.Word(
          text: written(span), span: span, readAs: isSpeltAlike ? nil : asked.first)
      }
  }

  /// Words in the order of the text; of `words`, those that touch none of `first`.
  func adding(_ first: [Evidence.Word], to words: [Evidence.Word]) -> [Evidence.Word] {
    let rest = words.filter { word in !first.contains { $0.span.overlaps(word.span) } }
    return (first + rest).sorted { $0.span.lowerBound < $1.span.lowerBound }
  }

  // MARK: - Spellings

  /// Without aliases and compounds: it tells words that differ in case or inflection alone.
  private static let plain = Lexicon()

  /// The posting's spelling of terms that the résumé has at `span`, where it is another one.
  private func spelling(
    of terms: [Term], besides span: Range<Int>, isSuspect: Bool
  ) -> String? {
    let places = Set(terms).flatMap { term in
      (asked[term] ?? []).map { (span: $0.span, term: term, isSuspect: $0.isSuspect) }
    }
    guard isSuspect || places.contains(where: \.isSuspect) else { return nil }
    var runs: [(span: Range<Int>, terms: Set<Term>)] = []
    for place in places.sorted(by: { Self.stands($0.span, before: $1.span) }) {
      if let last = runs.last, last.span.overlaps(place.span) {
        let end = max(last.span.upperBound, place.span.upperBound)
        runs[runs.count - 1].span = last.span.lowerBound..<end
        runs[runs.count - 1].terms.insert(place.term)
      } else {
        runs.append((place.span, [place.term]))
      }
    }
    let whole = runs.filter { $0.terms.isSuperset(of: terms) }
    if !whole.isEmpty { return other(whole.map(\.span), span) }
    return runs.map { asking($0.span) }.joined(separator: " … ")
  }

  private static func stands(_ left: Range<Int>, before right: Range<Int>) -> Bool {
    (left.lowerBound, left.upperBound) < (right.lowerBound, right.upperBound)
  }

  /// The first of some stretches of the posting; nil where one is the same words as the résumé's.
  private func other(_ runs: [Range<Int>], _ span: Range<Int>) -> String? {
    let own = written(span)
    let spellings = runs.map(asking)
    if spellings.contains(where: { $0.lowercased() == own.lowercased() }) { return nil }
    let terms = Self.plain.terms(of: own)
    return spellings.contains { Self.plain.terms(of: $0) == terms } ? nil : spellings.first
  }

  private func asking(_ span: Range<Int>) -> String {
    String(decoding: verdicts.roleText[span], as: UTF8.self)
  }

  private func written(_ span: Range<Int>) -> String {
    String(decoding: verdicts.profileText[span], as: UTF8.self)
  }

  /// Whether a term may be spelt otherwise: it was read through an alias or in parts of a compound,
  /// or is "Go".
  private static func isSuspect(
    _ occurrence: TokenizedText.Occurrence, in text: TokenizedText
  ) -> Bool {
    let tokens = text.tokens
    let range = text.tokens(in: occurrence.span)
    if range.count > 1 && !occurrence.isBigram { return true }
    return range.contains { index in
      !tokens[index].traits.isDisjoint(with: [.alias, .phrase, .contextual])
        || (index > 0 && tokens[index - 1].upper == tokens[index].lower)
        || (index + 1 < tokens.count && tokens[index + 1].lower == tokens[index].upper)
    }
  }
}
