import Reading
import Tokenization

/// Finds words that were put into a résumé for a program to count: the same ones again and again, and
/// lists of words that nothing else in the résumé bears out.
///
/// Complexity: O(tokens).
struct StuffedWords {
  let text: ResumeText
  let knowledge: Knowledge
  let dates: PeriodReader

  /// Fewer words are no stuffing.
  private static let fewWords = 25
  /// A line with fewer is no part of a run of repetitions.
  private static let fewOfRun = 4
  /// A term stands at most so often, on average, in a text that says something.
  private static let mostRepeats = 6
  /// As often stands a line, two in a row among them, in no layout.
  private static let mostCopies = 8
  /// Of the words of a list, so many stand elsewhere or are names of skills at least, in percent.
  private static let leastBorneOut = 30

  /// The lines that are stuffed: indices, rising.
  func lines(in lines: [ResumeLine]) -> [Int] {
    let content = lines.indices.filter { lines[$0].isContent }
    let terms = content.map { self.terms(of: lines[$0].line.tokens) }
    // "Company Name 07/2011 to Current" is what a form leaves behind.
    let copies = Self.copies(
      zip(content, terms).map { index, terms in
        isDated(lines[index].line.tokens) ? [] : terms
      })
    var frequencies: [Term: Int] = [:]
    for term in terms.flatMap({ Set($0) }) { frequencies[term, default: 0] += 1 }
    var found: [Int] = []
    for (place, index) in content.enumerated() {
      let own = terms[place]
      let isStuffed =
        copies.contains(own) || isRepetitive(own)
        || isUnbornList(lines[index].line.tokens, own, frequencies)
      if isStuffed { found.append(index) }
    }
    return found
  }

  /// The lines, and the runs of lines, in which few words come again and again: indices, rising.
  func repeated(in lines: [ResumeLine]) -> [Int] {
    var found: [Int] = []
    var run: [Int] = []
    var terms: [Term] = []
    func close() {
      if isRepetitive(terms) { found += run }
      (run, terms) = ([], [])
    }
    for index in lines.indices {
      let own = lines[index].isContent ? self.terms(of: lines[index].line.tokens) : []
      // Part of one, as a narrow page breaks it.
      guard own.count >= Self.fewOfRun, Set(own).count * 2 <= own.count else {
        close()
        continue
      }
      run.append(index)
      terms += own
    }
    close()
    return found
  }

  private func terms(of tokens: Range<Int>) -> [Term] {
    tokens.filter { text.tokens[$0].isIndexed }.map { text.tokens[$0].term }
  }

  /// The lines that stand too often, and at least twice one below the other.
  private static func copies(_ lines: [[Term]]) -> Set<[Term]> {
    var counts: [[Term]: Int] = [:]
    var neighbours: Set<[Term]> = []
    for (index, line) in lines.enumerated() where !line.isEmpty && line.count <= fewWords {
      counts[line, default: 0] += 1
      if index > 0, lines[index - 1] == line { neighbours.insert(line) }
    }
    return neighbours.filter { (counts[$0] ?? 0) >= mostCopies }
  }

  private func isDated(_ tokens: Range<Int>) -> Bool {
    tokens.contains { text.tokens[$0].traits.contains(.number) } && !dates.dates(in: tokens).isEmpty
  }

  private func isRepetitive(_ terms: [Term]) -> Bool {
    terms.count >= Self.fewWords && Set(terms).count * Self.mostRepeats <= terms.count
  }

  /// Whether a line is a list of single words of which most are neither skills nor stand elsewhere.
  private func isUnbornList(
    _ tokens: Range<Int>, _ terms: [Term], _ frequencies: [Term: Int]
  ) -> Bool {
    guard terms.count >= Self.fewWords, isWordList(tokens) else { return false }
    var borneOut = Set(tokens.filter { frequencies[text.tokens[$0].term] ?? 0 > 1 })
    for skill in knowledge.skills.skills(in: text.tokenized, of: text.bytes, tokens) {
      borneOut.formUnion(skill.tokens)
    }
    let count = tokens.count { text.tokens[$0].isIndexed && borneOut.contains($0) }
    return count * 100 < terms.count * Self.leastBorneOut
  }

  /// Whether hardly more than one word stands between two separators, or there are no small words and
  /// no ends of sentences.
  private func isWordList(_ tokens: Range<Int>) -> Bool {
    let words = text.wholeWords(tokens).count
    let separators = text.bytes[text.span(of: tokens)].count { Self.separators.contains($0) }
    if (separators + 1) * 3 >= words * 2 { return true }
    let small = tokens.count { text.tokens[$0].traits.contains(.stop) }
    return small * 20 <= words && separators == 0
      && !text.bytes[text.span(of: tokens)].contains(0x2E)
  }

  private static let separators: Set<UInt8> = Set(",;|".utf8)
}
