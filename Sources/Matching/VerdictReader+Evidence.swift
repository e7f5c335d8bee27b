import Candidates
import Reading
import Roles
import Tokenization

extension VerdictReader {
  /// The passages that hold a word in a form that differs by grammar only, rising.
  func holders(of word: AskedWords.Word) -> [Int] {
    if let quality = word.quality { return said.qualities[quality].map { $0.keys.sorted() } ?? [] }
    let found = word.spellings.map { spelling in
      (terms.passages[spelling.term] ?? []).filter {
        !profile.deniedPassages.contains($0) && !spans(of: spelling, in: $0).isEmpty
      }
    }
    return found.count == 1 ? found[0] : Set(found.joined()).sorted()
  }

  /// The passages that hold any of some names of the table of kinds.
  func holders(of names: [Int]) -> [Int] { named.places(of: names).map(\.passage) }

  /// The passages that hold another name of some words, as "RN" is of "registered nurse".
  func holders(ofName term: Term) -> [Int] {
    (terms.passages[term] ?? []).filter { passage in
      var isNamed = false
      profile.tokenized.forEachTerm(in: profile.lookedAt[passage]) { occurrence in
        if occurrence.term == term, !occurrence.isBigram { isNamed = true }
      }
      return isNamed
    }
  }

  /// Where a passage holds a term in its form.
  private func spans(of spelling: AskedWords.Spelling, in passage: Int) -> [Range<Int>] {
    let text = profile.tokenized
    var spans: [Range<Int>] = []
    text.forEachTerm(in: profile.lookedAt[passage]) { occurrence in
      guard occurrence.term == spelling.term else { return }
      let index = text.tokens(in: occurrence.span).lowerBound
      let isSpelt = text.tokens[index].traits.isDisjoint(with: [.alias, .phrase])
      if isSpelt, let form = spelling.form, WordForm(profileText[occurrence.span]) != form {
        return
      }
      spans.append(occurrence.span)
    }
    return spans
  }

  /// The passages that hold enough of the words, by the share of the weight that they hold, the
  /// strongest first; one of a dated entry counts for more than one of a bare list.
  func passages(for words: [Held]) -> [(index: Int, strength: Double)] {
    let total = Self.weight(words)
    guard total > 0 else { return [] }
    var strengths: [Int: Double] = [:]
    for held in words {
      for passage in held.passages { strengths[passage, default: 0] += held.word.weight }
      for passage in held.near {
        strengths[passage, default: 0] += held.word.weight * Threshold.near
      }
    }
    return strengths.map { passage, weight in
      let isDated = profile.profile.passages[passage].entry != nil
      return (passage, weight / total * (isDated ? Threshold.dated : 1))
    }
    .filter { $0.1 >= Threshold.passage }
    .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
  }

  /// Passages with the words in them that are asked for.
  func evidence(passages: [Int], _ asked: AskedWords) -> [Evidence] {
    if passages.isEmpty { return [] }
    let spellings = asked.words.filter { $0.quality == nil }.flatMap(\.spellings)
    let names = asked.named.map(\.term)
    // A word of the same stem in another form is no evidence.
    let marks = EvidenceWords(self, asked.pieces, Set(names + spellings.map(\.term)))
    return passages.map { index in
      var places = spellings.flatMap { spans(of: $0, in: index) }
      profile.tokenized.forEachTerm(in: profile.lookedAt[index]) { occurrence in
        if !occurrence.isBigram, names.contains(occurrence.term) { places.append(occurrence.span) }
      }
      let marked = marks.words(in: profile.lookedAt[index])
        .filter { mark in places.contains { $0.overlaps(mark.span) } }
      let kinds = marks.adding(marked, to: relatives(of: asked, in: index))
      let qualities = asked.words.compactMap(\.quality)
        .flatMap { said.qualities[$0]?[index] ?? [] }.map(word)
      return evidence(passage: index, words: marks.adding(distinct(qualities), to: kinds))
    }
  }

  /// The names in a passage that show what is asked for as a kind, or as a near relative.
  private func relatives(of asked: AskedWords, in index: Int) -> [Evidence.Word] {
    let words = asked.kinds.flatMap { kind -> [Evidence.Word] in
      // What is named itself needs no relative, and what is shown by its kind none that is near.
      guard !holders(of: [kind.name]).contains(index) else { return [] }
      let members = knowledge.kinds.shown(by: kind.name)
      let isShown = !holders(of: members + [kind.name]).isEmpty
      let names = isShown ? members : knowledge.kinds.relatives(of: kind.name)
      let asking = String(
        decoding: roleText[role.tokenized.span(of: kind.tokens)], as: UTF8.self)
      return named.places(of: names).filter { $0.passage == index }.map { place in
        let span = profile.tokenized.span(of: place.tokens)
        return Evidence.Word(
          text: String(decoding: profileText[span], as: UTF8.self), span: span, readAs: asking)
      }
    }
    return distinct(words)
  }

  /// A passage with some words of it.
  func evidence(passage index: Int, words: [Evidence.Word]) -> Evidence {
    let passage = profile.profile.passages[index]
    return Evidence(
      passage: passage.id, text: passage.text, span: passage.span, words: words,
      page: passage.page)
  }

  private func word(_ span: Range<Int>) -> Evidence.Word {
    Evidence.Word(text: String(decoding: profileText[span], as: UTF8.self), span: span)
  }

  /// Of words that overlap the first: "team player" and not "player" as well.
  private func distinct(_ words: [Evidence.Word]) -> [Evidence.Word] {
    words.sorted { $0.span.lowerBound < $1.span.lowerBound }
      .reduce(into: []) { kept, word in
        if !(kept.last?.span.overlaps(word.span) ?? false) { kept.append(word) }
      }
  }

  /// The first passage that overlaps a stretch of the résumé.
  func passage(over span: Range<Int>) -> Int? {
    profile.profile.passages.firstIndex { $0.span.overlaps(span) }
  }
}
