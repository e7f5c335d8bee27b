import Kernels
import Weighting

/// A query laid out for one block: what the kernels add for it, and how far their sums may be off.
///
/// Weights are multiplied by a scale and rounded to whole numbers, so that the greatest dot product that
/// the block could have stays below 2^16: sums cannot overflow. That is no more than ‖query‖ ·
/// greatest norm (Cauchy–Schwarz), and no more than the sum of the terms' greatest products.
///
/// A vector holds each term once at most. So its sum is less than scale · dot product by no more than
/// the rounding errors downwards of the query's terms together, each the greatest among the term's
/// weights: that is `below`. `above` is the same of the errors upwards.
struct BlockQuery {
  private let records: IndexBlock.Records
  /// What each term weighs in the query, for those that the block holds, in the order of their keys.
  private let termWeights: [Double]
  /// Rounded weights of the levels of all lists.
  let listWeights: [UInt16]
  let program: AdderProgram
  /// What a dot product is multiplied by.
  let scale: Double
  /// How far a sum may be below scale · dot product, and above it.
  let below, above: Double

  /// The posting lists that are no bitmaps.
  var lists: [SumBuffer.List] { records.lists }

  /// Whether the block holds no term of the query.
  var isEmpty: Bool { termWeights.isEmpty }

  /// Nil where the query has too many terms, or weights too far apart, for sums of 16 bits.
  ///
  /// - Parameter keys: those of the query's terms.
  init?(_ query: TermVector, keys: [UInt64], _ block: IndexBlock, _ backend: Backend) {
    var records = IndexBlock.Records(terms: keys.count)
    var termWeights: [Double] = []
    termWeights.reserveCapacity(keys.count)
    var greatest = 0.0
    block.forEachRecord(of: keys) { number, start in
      guard let weight = block.append(at: start, term: termWeights.count, to: &records) else {
        return
      }
      termWeights.append(query.weights[number])
      greatest += query.weights[number] * Double(max(0, weight))
    }
    let bound = min(query.norm * block.greatestNorm, greatest * (1 + 1e-9))
    let slack = termWeights.count / 2 + RoundedWeights.reach * records.bitmaps.count + 2
    let room = Double(UInt16.max) - Double(slack)
    // A block without any of the terms has sums of 0, whatever the scale.
    let scale = bound > 0 ? room / bound : 1
    guard room > 0, scale.isFinite, records.bitmaps.count <= AdderProgram.capacity else {
      return nil
    }
    let factors = termWeights.map { $0 * scale }
    var rounded = RoundedWeights(
      of: records.lists, count: records.weightCount, factors: factors, in: block.region,
      backend: backend)
    program = AdderProgram(Self.bitmaps(records.bitmaps, factors, &rounded))
    listWeights = rounded.lists
    (below, above) = rounded.margins
    self.records = records
    self.termWeights = termWeights
    self.scale = scale
  }

  /// The bitmaps with their rounded weights.
  private static func bitmaps(
    _ bitmaps: [PostingProbe.Bitmap], _ factors: [Double], _ rounded: inout RoundedWeights
  ) -> [AdderProgram.Bitmap] {
    var own: [AdderProgram.Bitmap] = []
    own.reserveCapacity(bitmaps.count)
    for bitmap in bitmaps {
      let weight = rounded.sparse(factors[bitmap.term] * Double(bitmap.weight), term: bitmap.term)
      guard weight > 0 else { continue }
      own.append(
        AdderProgram.Bitmap(number: UInt32(bitmap.number), weight: weight, term: bitmap.term))
    }
    return own
  }

  /// What scores vectors of the block again.
  func rescorer(_ block: IndexBlock) -> Rescorer {
    let probe = PostingProbe(
      lists: records.lists, bitmaps: records.bitmaps, terms: termWeights.count,
      count: block.count, in: block.region, at: block.sections.bitmaps)
    return Rescorer(probe: probe, weights: termWeights)
  }

  /// Dot products with some vectors of a block, in float64.
  struct Rescorer {
    let probe: PostingProbe
    let weights: [Double]

    /// The dot product with each vector, its terms in the order of their keys.
    ///
    /// Complexity: O(vectors · groups) expected.
    func dotProducts(of vectors: [UInt16], _ backend: Backend) -> [Double] {
      var sums = [Double](repeating: 0, count: vectors.count)
      let own = probe.weights(of: vectors, backend: backend)
      var index = 0
      for weight in weights {
        for vector in sums.indices {
          // Adding zero where the vector has no such term changes no bit, and needs no branch.
          let product = Double(own[index]) * weight
          sums[vector] += own[index] > 0 ? product : 0
          index += 1
        }
      }
      return sums
    }
  }
}
