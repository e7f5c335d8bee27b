import Bytes
import Kernels
import Tokenization

/// The frozen tables that a score adds to the sum over shared terms: vectors of terms, centroids of
/// banks of documents, and an idf of groups of letters.
///
/// They are learnt from the corpora of the background by `Scripts/train-model.py`, whose head says how
/// and from what. Beside the letters of short texts, which are terms like others, all that they add to a
/// score is a dot product of two rows of int8, one a document, in units that are fixed for each side; so
/// it is linear in the role's terms, and an index can hold it.
///
/// ## File format, version 1
///
/// Little-endian:
///
///     offset  size  content
///     0       8     "ROLEFITM"
///     8       2     version, 1
///     10      2     0
///     12      32    SHA-256 of the bytes from 44 to the end
///     44      6×4   terms t, dimensions d of term vectors and b of banks, banks, groups of letters g, 0
///     68      8×4   float32: weight λ of the term vectors, balance K of the banks, weight γ of the
///                   letters, idf of a group that is not listed, units of a role's and of a profile's
///                   row, 0, 0
///     100     16·n  for each bank, résumés before lists: centroids, how many of them answer a profile
///                   (4 bytes each), float32: its weight, the unit of its rows
///             8·t   keys of the terms, rising
///             4·t   float32: scales of the term vectors; then 4·t those of the bank rows
///             d·t   int8: the term vectors; then b·t the bank rows; then for each bank its centroids
///             4·g   groups, rising; then 4·g float32: their idf
///
/// For example, a file begins `52 4f 4c 45 46 49 54 4d 01 00 00 00`.
package struct TrainedTables: Sendable {
  /// The digest of the content, 64 hexadecimal digits.
  package let hash: String
  /// What of the tables counts.
  package let parts: ModelParts
  let region: ByteRegion
  let layout: Layout

  /// Numbers of the header, and where the tables begin.
  struct Layout: Sendable {
    var termCount, dimensions, bankDimensions, letterCount: Int
    var vectorWeight, balance, letterWeight, unseenLetters: Double
    var roleUnit, profileUnit: Double
    var banks: [Bank] = []
    var keys = 0
    var vectorScales = 0
    var bankScales = 0
    var vectors = 0
    var bankRows = 0
    var letters = 0
    var letterIDF = 0
    var end = 0
  }

  /// Centroids of a corpus in the dimensions of the banks.
  struct Bank: Sendable {
    var part: ModelParts
    var count, nearest: Int
    var weight, unit: Double
    var rows = 0
  }

  init(hash: String, parts: ModelParts, region: ByteRegion, layout: Layout) {
    (self.hash, self.parts, self.region, self.layout) = (hash, parts, region, layout)
  }

  /// Tables that add nothing.
  package static let none = TrainedTables(
    hash: "none", parts: [], region: ByteRegion([]),
    layout: Layout(
      termCount: 0, dimensions: 0, bankDimensions: 0, letterCount: 0, vectorWeight: 0, balance: 1,
      letterWeight: 0, unseenLetters: 0, roleUnit: 1, profileUnit: 1))

  /// The same tables, of which only some parts count.
  package func counting(_ parts: ModelParts) -> TrainedTables {
    TrainedTables(hash: hash, parts: parts, region: region, layout: layout)
  }

  /// How many numbers a row has; 0 where no part of it counts.
  package var width: Int {
    parts.isDisjoint(with: [.vectors, .resumes, .lists])
      ? 0 : layout.bankDimensions + layout.dimensions
  }

  /// What the dot product of two rows is multiplied by.
  package var rowWeight: Double { layout.roleUnit * layout.profileUnit }

  /// The place of a term among the keys; nil where the tables lack it.
  ///
  /// Complexity: O(log terms).
  func index(of term: Term) -> Int? {
    let key = { (index: Int) in region.u64(at: layout.keys + 8 * index) }
    let index = (0..<layout.termCount).first(notBelow: { key($0) < term.key })
    return index < layout.termCount && key(index) == term.key ? index : nil
  }

  func float(at offset: Int) -> Double {
    Double(Float(bitPattern: region.u32(at: offset)))
  }
}

// MARK: - Rows

extension TrainedTables {
  /// The sums over the terms of a document that its row is made of.
  struct Sums {
    /// Σ whole(x · scale) · bank row, for each dimension of the banks.
    var bank: [Int64]
    /// Σ whole(x · scale) · term vector, for each dimension, and its Euclidean norm.
    var vector: [Int64]
    var norm: Double
  }

  /// Weights of bank rows are in 1 / `bankUnit`.
  static var bankUnit: Double { 1_048_576 }

  /// A weight times a scale as a whole number; the bound keeps sums of any text in 64 bits.
  static func whole(_ weight: Double, _ scale: Double) -> Int64 {
    let product = weight * scale
    // Scales are positive; those of a forged file may be anything.
    guard product > 0 else { return 0 }
    return Int64(min(product, 16_777_216).rounded(.toNearestOrEven))
  }

  func sums(of terms: TermVector) -> Sums {
    var bank = RowSum(width: layout.bankDimensions)
    var vector = RowSum(width: layout.dimensions)
    for (term, weight) in zip(terms.terms, terms.weights) {
      guard let index = index(of: term) else { continue }
      bank.add(
        Self.whole(weight, float(at: layout.bankScales + 4 * index)),
        rowAt: layout.bankRows + index * layout.bankDimensions, in: region)
      vector.add(
        Self.whole(weight, float(at: layout.vectorScales + 4 * index)),
        rowAt: layout.vectors + index * layout.dimensions, in: region)
    }
    let square = vector.sums.reduce(0.0) { $0 + Double($1) * Double($1) }
    return Sums(bank: bank.sums, vector: vector.sums, norm: square.squareRoot())
  }

  /// The row of a role: K · b / length, then its term vector of length 1.
  ///
  /// Complexity: O(terms × width).
  package func roleRow(_ terms: TermVector, length: Double) -> [Int8] {
    guard width > 0 else { return [] }
    let sums = sums(of: terms)
    let factor = countsBanks ? layout.balance / Self.bankUnit / length : 0
    return quantised(
      sums.bank.map { Double($0) * factor }, sums, weight: 1, unit: layout.roleUnit)
  }

  /// The row of a profile: what its nearest centroids hold, over K, then λ times its term vector of
  /// length 1.
  ///
  /// Complexity: O((terms + centroids) × width).
  package func profileRow(_ terms: TermVector) -> [Int8] {
    guard width > 0 else { return [] }
    let sums = sums(of: terms)
    var means = [Double](repeating: 0, count: layout.bankDimensions)
    for bank in layout.banks where parts.contains(bank.part) {
      let factor = bank.weight * bank.unit / Double(bank.nearest)
      for (index, sum) in nearestSum(sums.bank, in: bank).enumerated() {
        means[index] += factor * Double(sum)
      }
    }
    // A title says too little to choose centroids by.
    let gate = min(1, Double(terms.terms.count) / 100) / layout.balance
    return quantised(
      means.map { $0 * gate }, sums, weight: layout.vectorWeight, unit: layout.profileUnit)
  }

  var countsBanks: Bool { !parts.isDisjoint(with: [.resumes, .lists]) }

  /// The sum of the rows of the centroids with the greatest dot products; of equal ones the first.
  private func nearestSum(_ own: [Int64], in bank: Bank) -> [Int64] {
    let products = (0..<bank.count).map { index in
      RowSum.product(own, rowAt: bank.rows + index * own.count, in: region)
    }
    let order = products.indices.sorted {
      products[$0] == products[$1] ? $0 < $1 : products[$0] > products[$1]
    }
    var sum = RowSum(width: own.count)
    for index in order.prefix(bank.nearest) {
      sum.add(1, rowAt: bank.rows + index * own.count, in: region)
    }
    return sum.sums
  }

  private func quantised(
    _ bank: [Double], _ sums: Sums, weight: Double, unit: Double
  ) -> [Int8] {
    let factor = parts.contains(.vectors) && sums.norm > 0 ? weight / sums.norm : 0
    let numbers = bank + sums.vector.map { Double($0) * factor }
    return numbers.map { Int8(max(-127, min(127, ($0 / unit).rounded(.toNearestOrEven)))) }
  }
}
