import Testing
import TestSupport
import Tokenization

/// What holds for every text.
@Suite struct TokenizerPropertyTests {
  /// Pieces that stand beside each other in ways that nobody types.
  private static let pieces = [
    "a", "Z", "9", "the", "Go", "C", "R", "Python", " ", "\n", "-", "/", ".", "'", "’", "+", "++",
    "#", "&", ",", "→", "é", "ﬁ", "²", "ＳＱ", "日", "\u{AD}", "\u{200D}", "\u{A0}", "\u{301}", "👩‍🔬",
    ".NET", "js", "net", "faulttolerant", "µ", "\u{FFFD}", "abcdefgh", "0→1", "\t", "_", "\u{2011}",
  ]

  private func text(_ generator: inout SeededGenerator) -> [UInt8] {
    let count = Int.random(in: 0...60, using: &generator)
    return (0..<count).flatMap { _ in
      if Int.random(in: 0..<6, using: &generator) > 0 {
        return Array((Self.pieces.randomElement(using: &generator) ?? "").utf8)
      }
      let scalar = Unicode.Scalar(UInt32.random(in: 1..<0x11_0000, using: &generator)) ?? "x"
      return Array(String(scalar).utf8)
    }
  }

  private func lexicon() throws -> Lexicon {
    Lexicon(
      aliases: try AliasTable("Kubernetes = k8s\nregistered nurse = RN\nC# = c sharp"),
      compounds: [
        Term(spelling: Array("faulttolerant".utf8)): CompoundTable.Split(first: 5),
        Term(spelling: Array("onsite".utf8)): CompoundTable.Split(first: 2),
      ])
  }

  @Test(arguments: UInt64(1)...200)
  func `spans rise and lie in the text`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var tokenizer = Tokenizer(lexicon: try lexicon())
    for _ in 0..<10 {
      let bytes = text(&generator)
      let tokenized = tokenizer.tokenize(bytes)
      var end = 0
      for token in tokenized.tokens {
        #expect(token.span.lowerBound >= end && !token.span.isEmpty, "seed \(seed)")
        #expect(String(validating: bytes[token.span], as: UTF8.self) != nil, "seed \(seed)")
        #expect(!bytes[token.span].contains(0x0A), "seed \(seed)")
        end = token.span.upperBound
      }
      #expect(end <= bytes.count, "seed \(seed)")
      var covered = 0
      for line in 0..<tokenized.lineCount { covered += tokenized.tokens(ofLine: line).count }
      #expect(covered == tokenized.tokens.count, "seed \(seed)")
      tokenized.forEachTerm(in: tokenized.tokens.indices) { occurrence in
        #expect(occurrence.span.upperBound <= bytes.count, "seed \(seed)")
      }
    }
  }

  @Test(arguments: UInt64(1)...100)
  func `the same text gives the same tokens whatever was read before`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let lexicon = try lexicon()
    var used = Tokenizer(lexicon: lexicon)
    for _ in 0..<10 { _ = used.tokenize(text(&generator)) }
    let bytes = text(&generator)
    var fresh = Tokenizer(lexicon: lexicon)
    let expected = fresh.tokenize(bytes).tokens
    #expect(used.tokenize(bytes).tokens == expected, "seed \(seed)")
    #expect(used.tokenize(bytes).tokens == expected, "seed \(seed)")
  }

  @Test(arguments: 0...40)
  func `a word is the same wherever it stands in the text`(padding: Int) {
    var tokenizer = Tokenizer(lexicon: Lexicon())
    for word in ["engineering", "engineer", "sql", "C++", "Ph.D", "internationalization", "naïve"] {
      let alone = tokenizer.tokenize(Array(word.utf8)).tokens.map(\.term)
      let spaces = String(repeating: " ", count: padding)
      for text in [spaces + word, word + spaces, spaces + word + spaces + ","] {
        #expect(tokenizer.tokenize(Array(text.utf8)).tokens.map(\.term) == alone)
      }
    }
  }

  @Test func `lines are the same as those of a split`() {
    var generator = SeededGenerator(seed: 11)
    for length in 0...70 {
      let bytes = (0..<length).map { _ in
        UInt8.random(in: 0..<4, using: &generator) == 0 ? 0x0A : UInt8.random(in: 0...255)
      }
      var expected: [Range<Int>] = []
      var start = 0
      for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        expected.append(start..<start + line.count)
        start += line.count + 1
      }
      // What follows the last line feed is a line only where there is something.
      if expected.last?.isEmpty == true { expected.removeLast() }
      #expect(Tokenizer.lines(of: bytes) == expected)
    }
  }

  @Test(arguments: ["a", "é", "日", "a.", "'", "1"])
  func `a token of a megabyte is read`(piece: String) {
    let bytes = Array(String(repeating: piece, count: 1 << 20).utf8)
    var tokenizer = Tokenizer(lexicon: Lexicon())
    let tokens = tokenizer.tokenize(bytes).tokens
    #expect(tokens.allSatisfy { $0.span.upperBound <= bytes.count })
  }

  @Test func `two hundred thousand distinct words are read, twice alike`() {
    let bytes = Array((0..<200_000).map { "w\($0)x" }.joined(separator: " ").utf8)
    var tokenizer = Tokenizer(lexicon: Lexicon())
    let first = tokenizer.tokenize(bytes).tokens
    #expect(first.count == 200_000)
    #expect(Set(first.map(\.term)).count == 200_000)
    #expect(tokenizer.tokenize(bytes).tokens == first)
  }

  @Test(arguments: [1, 2, 3, 100])
  func `a cache that overflows begins again and gives the same tokens`(limit: Int) throws {
    let lexicon = try lexicon()
    var whole = Tokenizer(lexicon: lexicon)
    var small = Tokenizer(lexicon: lexicon, spellings: limit)
    var generator = SeededGenerator(seed: UInt64(limit))
    for _ in 0..<100 {
      let bytes = text(&generator)
      #expect(small.tokenize(bytes).tokens == whole.tokenize(bytes).tokens, "limit \(limit)")
    }
  }
}
