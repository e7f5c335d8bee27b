import Testing
import TestSupport
import Tokenization

/// Phrases against a search that compares every phrase at every token.
@Suite struct PhraseTableTests {
  private func tokens(_ text: String) -> [Token] {
    var tokenizer = Tokenizer(lexicon: Lexicon())
    return tokenizer.tokenize(Array(text.utf8)).tokens
  }

  private func table(_ phrases: [String]) -> PhraseTable {
    PhraseTable(
      phrases.map { phrase in
        phrase.split(separator: " ").flatMap { word in
          word == "#" ? [PhraseTable.anyNumber] : tokens(String(word)).map(\.term)
        }
      })
  }

  private func found(_ phrases: [String], in text: String) -> [String] {
    let tokens = tokens(text)
    return table(phrases).matches(in: tokens, range: tokens.indices).map { phrases[$0.phrase] }
  }

  @Test func `the longest phrase at a token counts`() {
    let phrases = ["data", "data science", "data science team", "science"]
    #expect(found(phrases, in: "our data science teams") == ["data science team", "science"])
    #expect(found(phrases, in: "data sciences") == ["data science", "science"])
    #expect(found(phrases, in: "data about science") == ["data", "science"])
  }

  @Test func `a phrase does not go beyond the range`() {
    let tokens = tokens("data science")
    let table = table(["data science"])
    #expect(table.allMatches(in: tokens, at: 0, end: 1).isEmpty)
    #expect(table.matches(in: tokens, range: 0..<1).isEmpty)
    #expect(table.matches(in: tokens, range: 0..<2).map(\.tokens) == [0..<2])
  }

  @Test func `the first of equal phrases counts, and empty ones never`() {
    let term = Term(word: "nurse")
    let table = PhraseTable([[], [term], [term]])
    #expect(table.matches(in: tokens("nurses"), range: 0..<1).map(\.phrase) == [1])
    #expect(
      table.allMatches(in: tokens("nurses"), at: 0, end: 1).map(\.phrase) == [1, 2])
  }

  @Test(arguments: [
    ("# years", "5 years", true), ("# years", "five years", false),
    ("at # years", "at 5 years", true),
    ("401 k", "401 k", true), ("401 k", "402 k", false), ("100 remote", "100% remote", true),
    ("within # days", "within 30 days", true),
  ])
  func `a number is met by itself and by any number`(phrase: String, text: String, isMet: Bool) {
    #expect(found([phrase], in: text) == (isMet ? [phrase] : []))
  }

  @Test func `a number stands before any number among phrases of one length`() {
    #expect(found(["# k", "401 k"], in: "401 k") == ["401 k"])
    #expect(found(["# k plan", "401 k"], in: "401 k plan") == ["# k plan"])
    #expect(found(["# k", "401 k"], in: "7 k") == ["# k"])
  }

  @Test(arguments: UInt64(1)...40)
  func `what is found is what a naive search finds`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = ["ab", "cd", "ef", "gh", "7", "12"]
    func phrase(_ lengths: ClosedRange<Int>, _ words: [String]) -> [String] {
      (0..<Int.random(in: lengths, using: &generator))
        .map { _ in words.randomElement(using: &generator) ?? "ab" }
    }
    let phrases = Set((0..<12).map { _ in phrase(1...3, words + ["#"]).joined(separator: " ") })
      .sorted()
    let text = phrase(0...40, words)
    func meets(_ pattern: [Substring], at index: Int) -> Bool {
      guard index + pattern.count <= text.count else { return false }
      return zip(pattern, text[index...]).allSatisfy { $0 == $1 || ($0 == "#" && Int($1) != nil) }
    }
    let expected = text.indices.compactMap { index in
      phrases.map { $0.split(separator: " ") }.filter { meets($0, at: index) }.map(\.count).max()
        .map { index..<index + $0 }
    }
    let tokens = tokens(text.joined(separator: " "))
    let found = table(phrases).matches(in: tokens, range: tokens.indices).map(\.tokens)
    #expect(found == expected, "seed \(seed)")
  }
}
