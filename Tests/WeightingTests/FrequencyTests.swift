import Foundation
import Testing
import TestSupport
import Tokenization
import Weighting

/// What is counted over a corpus, and what never leaves it.
@Suite struct FrequencyTests {
  private func builder(_ documents: [String]) -> BackgroundContent {
    var builder = BackgroundBuilder(
      corpora: 1, aliases: AliasTable(groups: []), logarithm: { log($0) })
    for pass in BackgroundBuilder.Pass.allCases {
      builder.begin(pass)
      for document in documents { builder.add(Array(document.utf8), corpus: 0) }
    }
    return builder.content()
  }

  @Test(arguments: UInt64(1)...3)
  func `what is counted is what a naive count of five and more gives`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let documents = (0..<60).map { index in
      (index % 2, Set((0..<40).map { _ in UInt64.random(in: 0..<300, using: &generator) }))
    }
    var counter = FrequencyCounter(corpora: 2)
    for (_, keys) in documents { counter.sketch(keys) }
    for (corpus, keys) in documents { counter.count(keys, corpus: corpus) }
    var naive: [UInt64: [UInt32]] = [:]
    for (corpus, keys) in documents {
      for key in keys { naive[key, default: [0, 0]][corpus] += 1 }
    }
    let expected = naive.filter { $0.value[0] + $0.value[1] >= 5 }.sorted { $0.key < $1.key }
    let frequent = counter.frequent()
    #expect(FrequencyCounter.minimum == 5)
    #expect(frequent.map(\.key) == expected.map(\.key), "seed \(seed)")
    #expect(frequent.map(\.counts) == expected.map(\.value), "seed \(seed)")
  }

  @Test func `a key of more documents than a byte counts is counted whole`() {
    var counter = FrequencyCounter(corpora: 1)
    for _ in 0..<300 { counter.sketch([7]) }
    for _ in 0..<300 { counter.count([7], corpus: 0) }
    #expect(counter.frequent().map(\.counts) == [[300]])
  }

  @Test func `what stands in four documents is dropped`() {
    let documents =
      [String](repeating: "zebra keeper, safari guide", count: 4)
      + [String](repeating: "keeper guide", count: 1)
    let terms = Set(builder(documents).terms.map(\.term))
    #expect(terms == [Term(word: "keeper"), Term(word: "guide")])
  }

  @Test func `a compound is learnt where it stands hyphenated and joined`() {
    let documents = (0..<6).map { _ in "a fault-tolerant design\nand faulttolerant code" }
    let content = builder(documents)
    #expect(content.compounds.map(\.joined) == [Term(spelling: Array("faulttolerant".utf8))])
    #expect(content.compounds.map(\.split) == [CompoundTable.Split(first: 5)])
    let pair = Term(Term(word: "fault"), Term(word: "tolerant"))
    #expect(content.terms.contains { $0.term == pair })
    #expect(!content.terms.contains { $0.term == Term(word: "faulttolerant") })
  }

  @Test func `a word that line ends broke a few times is no compound`() {
    let documents = (0..<400).map { $0 < 6 ? "manage-ment and management" : "management" }
    #expect(builder(documents).compounds.isEmpty)
  }

  @Test func `a line that recurs in five documents is kept, and a short one is not`() {
    let line = "We are an equal opportunity employer of people"
    let lines = builder((0..<5).map { "Apply now\n\(line)\nunique number x\($0)" }).lines
    var tokenizer = Tokenizer(lexicon: Lexicon())
    #expect(lines == [tokenizer.tokenize(Array(line.utf8)).lineKey(0)?.key])
  }

  @Test func `the rarer a term the higher its idf, and at most that of an unseen one`() throws {
    let documents = (0..<50).map { "nurse" + ($0 < 10 ? " ward" : "") + ($0 < 5 ? " night" : "") }
    let idf = Dictionary(uniqueKeysWithValues: builder(documents).terms.map { ($0.term, $0.idf) })
    let values = try ["nurse", "ward", "night"].map { try #require(idf[Term(word: $0)]) }
    #expect(values == values.sorted())
    #expect(values[0] == 1)
    #expect(Double(values[2]) < InverseFrequency.unseen(isPhrase: false))
  }

  @Test func `the idf of the unseen is the formula at rate zero`() {
    #expect(abs(InverseFrequency.unseen(isPhrase: false) - (log(1001) + 1)) < 1e-12)
    #expect(abs(InverseFrequency.unseen(isPhrase: true) - (log(301) + 1)) < 1e-12)
  }
}
