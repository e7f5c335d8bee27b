package import Tokenization

/// What every score is computed with: the frozen document frequencies of a background corpus, its
/// mean norms, its compounds and its recurring lines.
///
/// Because the background is frozen, the score of a pair depends on nothing else that is loaded. It
/// keeps only what stands in five documents or more, so nobody's text can be read from it; terms and
/// lines are stored as hashes.
///
/// ## File format, version 1
///
/// Little-endian; all lists are sorted by key.
///
///     offset  size  content
///     0       8     "ROLEFITB"
///     8       2     version, 1
///     10      2     0
///     12      32    SHA-256 of the bytes from 44 to the end
///     44      8+8   mean norm of roles, of profiles (float64)
///     60      4×4   counts of terms, compounds, lines, and 0
///     76      8·t   keys of the terms, then t float32: their idf
///             8·c   keys of the compounds, then c pairs of bytes: where they split
///             8·l   hashes of the lines
///
/// For example, a file with one term begins `52 4f 4c 45 46 49 54 42 01 00 00 00`.
package struct Background: Sendable {
  /// The digest of the content, 64 hexadecimal digits; `none` for a background made in memory.
  package let hash: String
  /// The mean norm of roles and of profiles.
  package let meanNorms: MeanNorms
  /// Joined compounds and where they split.
  package let compounds: CompoundTable
  let terms: FrozenTable
  private let lines: Set<UInt64>

  /// The mean norms of the two sides.
  package struct MeanNorms: Sendable, Equatable {
    package let role: Double
    package let profile: Double

    package init(role: Double, profile: Double) {
      self.role = role
      self.profile = profile
    }
  }

  init(
    hash: String, meanNorms: MeanNorms, terms: FrozenTable, compounds: CompoundTable,
    lines: Set<UInt64>
  ) {
    self.hash = hash
    self.meanNorms = meanNorms
    self.terms = terms
    self.compounds = compounds
    self.lines = lines
  }

  /// A background that knows nothing: every term has the idf of an unseen one.
  package static let empty = Background(
    hash: "none", meanNorms: MeanNorms(role: 1, profile: 1),
    terms: FrozenTable(keys: [], values: []),
    compounds: [:], lines: [])

  /// How many terms have a document frequency.
  package var termCount: Int { terms.count }

  /// The idf of a term, times what a phrase weighs where it is one.
  ///
  /// Complexity: O(1) expected.
  package func weight(of term: Term, isPhrase: Bool) -> Double {
    let idf = terms[term].map(Double.init) ?? InverseFrequency.unseen(isPhrase: isPhrase)
    return isPhrase ? idf * ScoreModel.phraseWeight : idf
  }

  /// Whether the background holds the term.
  package func contains(_ term: Term) -> Bool {
    terms[term] != nil
  }

  /// Whether a line, given by its terms, recurs in the background's postings.
  package func isRecurring(_ line: Term) -> Bool {
    lines.contains(line.key)
  }
}

/// idf = ln((1 + N) / (1 + N · rate)) + 1, with the rate of documents that hold the term, averaged
/// over the corpora, and a nominal N that sets how much rarer than the rest a term may count.
///
/// This is the smoothed idf of Manning, Raghavan, Schütze, §6.2.1, over rates instead of counts, so
/// that corpora of different sizes weigh the same.
package enum InverseFrequency {
  private static let nominalTerms = 1000.0
  private static let nominalPhrases = 300.0

  /// The idf of a term that the background does not hold: the maximum.
  package static func unseen(isPhrase: Bool) -> Double {
    // ln(1001) + 1 and ln(301) + 1, as numbers, because a logarithm may differ in its last bit
    // from one C library to the next.
    isPhrase ? 6.707_110_264_748_875 : 7.908_754_779_315_221
  }

  /// The idf at a rate, from a logarithm that the caller brings (this floor has none).
  static func idf(rate: Double, isPhrase: Bool, logarithm: (Double) -> Double) -> Float {
    let nominal = isPhrase ? nominalPhrases : nominalTerms
    return Float(logarithm((1 + nominal) / (1 + nominal * rate)) + 1)
  }
}

/// Rising keys with a value each, found by the upper bits of the key.
struct FrozenTable: Sendable {
  private let keys: [UInt64]
  private let values: [Float]
  /// For each value of the upper 16 bits, where its keys begin.
  private let starts: [UInt32]

  init(keys: [UInt64], values: [Float]) {
    self.keys = keys
    self.values = values
    var starts = [UInt32](repeating: 0, count: (1 << 16) + 1)
    for key in keys { starts[Int(key >> 48) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    self.starts = starts
  }

  var count: Int { keys.count }

  subscript(term: Term) -> Float? {
    let bucket = Int(term.key >> 48)
    var index = Int(starts[bucket])
    let end = Int(starts[bucket + 1])
    while index < end && keys[index] < term.key { index += 1 }
    return index < end && keys[index] == term.key ? values[index] : nil
  }
}
