import Foundation
import Testing
import TestSupport
import Tokenization
import Weighting

/// Vectors and the functions of the score, against what a person would write down.
@Suite struct TermVectorTests {
  private func vector(_ count: Int, using generator: inout SeededGenerator) -> TermVector {
    let keys = (UInt64(0)..<100).shuffled(using: &generator).prefix(count).sorted()
    return TermVector(
      terms: keys.map(Term.init(key:)),
      weights: keys.map { _ in Double.random(in: 0.1...5, using: &generator) })
  }

  @Test(arguments: [0, 1, 2, 3, 63, 64, 65, 100], UInt64(1)...3)
  func `the terms that two vectors share are those of a naive search`(count: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let left = vector(count, using: &generator)
    let right = vector(50, using: &generator)
    var shared: [Term] = []
    left.forEachShared(with: right) { term, leftWeight, rightWeight in
      shared.append(term)
      #expect(left[term] == leftWeight && right[term] == rightWeight, "seed \(seed)")
    }
    #expect(shared == left.terms.filter(right.terms.contains), "seed \(seed)")
  }

  @Test func `a term that does not stand weighs nothing`() {
    let vector = TermVector(terms: [Term(key: 2), Term(key: 4)], weights: [3, 4])
    #expect((0...5).map { vector[Term(key: $0)] } == [0, 0, 3, 0, 4, 0])
    #expect(vector.norm == 5)
    #expect(TermVector(terms: [], weights: []).isEmpty)
  }

  @Test(arguments: [0, 1, 2, 3, 16, 81, 256, 1e-6, 12345.678])
  func `saturation is the power of three quarters`(value: Double) {
    #expect(abs(ScoreModel.saturate(value) - pow(value, 0.75)) <= 1e-12 * max(1, pow(value, 0.75)))
  }

  @Test func `saturation of fourth powers is exact`() {
    #expect([0.0, 1, 16, 81, 256].map(ScoreModel.saturate) == [0, 1, 8, 27, 64])
  }

  @Test func `a vector adds up the mass of a term before it saturates`() {
    var terms = WeightedTerms()
    terms.add(Term(key: 9), isPhrase: false, mass: 10)
    terms.add(Term(key: 5), isPhrase: true, mass: 1)
    terms.add(Term(key: 9), isPhrase: false, mass: 6)
    let vector = terms.vector(background: .empty)
    #expect(vector.terms == [Term(key: 5), Term(key: 9)])
    let wanted = [
      InverseFrequency.unseen(isPhrase: true) * ScoreModel.phraseWeight,
      InverseFrequency.unseen(isPhrase: false) * 8,
    ]
    #expect(vector.weights == wanted.map { Double(Float($0)) })
  }

  @Test(
    arguments: zip(
      [0, 0.25, 1, 1.1, 1.13, 7, 8.9, 9, 9.1, 15.1, 1000],
      [0, 0.25, 1, 1, 1.25, 7, 8, 10, 10, 16, 1024]))
  func `a frequency is rounded to three binary digits`(frequency: Double, rounded: Double) {
    #expect(ScoreModel.rounded(frequency) == rounded)
  }
}

@Suite struct MergedVectorTests {
  @Test func `merging keeps the order, and the weight of a term that both hold`() {
    let one = TermVector(terms: [Term(key: 2), Term(key: 5)], weights: [1, 2])
    let other = TermVector(terms: [Term(key: 1), Term(key: 5), Term(key: 9)], weights: [3, 4, 5])
    let merged = one.merged(with: other)
    #expect(merged.terms.map(\.key) == [1, 2, 5, 9])
    #expect(merged.weights == [3, 1, 2, 5])
    #expect(one.merged(with: TermVector(terms: [], weights: [])).terms == one.terms)
  }
}
