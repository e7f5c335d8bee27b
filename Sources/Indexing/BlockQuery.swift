import Kernels
import Tokenization
import Weighting

/// A query laid out for one block: what the kernels add for it, and how far their sums may be off.
///
/// Weights are rounded to whole numbers so that the greatest dot product that the block could have,
/// ‖query‖ · greatest norm (Cauchy–Schwarz), stays below 2^16: sums cannot overflow. A vector holds
/// each term once at most, so its sum differs from scale · dot product by no more than the rounding
/// errors of the query's terms together, each the greatest of its groups: that is the margin.
struct BlockQuery {
  /// A term of the query that the block holds, and its groups in `records`.
  private struct Place {
    var weight: Double
    var lists: Range<Int>
    var bitmaps: Range<Int>
  }

  /// In the order of the query.
  private let places: [Place]
  private let records: IndexBlock.Records
  /// Rounded weights of the levels of all lists.
  let listWeights: [UInt16]
  let program: AdderProgram
  /// What a dot product is multiplied by.
  let scale: Double
  /// How far a sum may be from scale · dot product.
  let margin: Double

  /// The posting lists that are no bitmaps.
  var lists: [SumBuffer.List] { records.lists }

  /// Whether the block holds no term of the query.
  var isEmpty: Bool { places.isEmpty }

  /// Nil where the query has too many terms, or weights too far apart, for sums of 16 bits.
  init?(_ query: TermVector, _ block: IndexBlock) {
    var records = IndexBlock.Records()
    var places: [Place] = []
    places.reserveCapacity(query.terms.count)
    for (index, weight) in zip(block.indices(of: query.terms), query.weights) where index >= 0 {
      let (lists, bitmaps) = (records.lists.count, records.bitmaps.count)
      guard block.append(at: Int(index), to: &records) else { continue }
      places.append(
        Place(
          weight: weight, lists: lists..<records.lists.count,
          bitmaps: bitmaps..<records.bitmaps.count))
    }
    let bound = query.norm * block.greatestNorm
    let room = Double(UInt16.max) - Double(places.count) / 2 - 2
    let scale = bound > 0 ? room / bound : 0
    guard room > 0, scale.isFinite else { return nil }
    var inputs: [AdderProgram.Input] = []
    var listWeights = [UInt16](repeating: 0, count: records.weights.count + SumBuffer.levels)
    var margin = 0.0
    for place in places {
      var worst = 0.0
      for list in place.lists {
        for level in records.levels(list) {
          listWeights[level] = Self.rounded(
            place.weight * Double(records.weights[level]) * scale, &worst)
        }
      }
      for bitmap in records.bitmaps[place.bitmaps] {
        let weight = Self.rounded(place.weight * Double(bitmap.weight) * scale, &worst)
        guard weight > 0 else { continue }
        inputs.append(AdderProgram.Input(bitmap: UInt32(bitmap.number), weight: weight))
      }
      margin += worst
    }
    self.places = places
    self.records = records
    self.listWeights = listWeights
    program = AdderProgram(inputs)
    self.scale = scale
    // A little more than the sum, which is itself rounded.
    self.margin = margin * (1 + 1e-9) + 1e-6
  }

  /// The nearest whole number; `worst` becomes the greatest error so far.
  private static func rounded(_ exact: Double, _ worst: inout Double) -> UInt16 {
    // Weights are positive; those of forged bytes may be anything, and count for nothing.
    guard exact > 0 else { return 0 }
    let whole = min(exact.rounded(), Double(UInt16.max))
    worst = max(worst, abs(exact - whole))
    return UInt16(whole)
  }

  /// What scores vectors of the block again.
  func rescorer(_ block: IndexBlock) -> Rescorer {
    var lists: [(list: SumBuffer.List, term: Int)] = []
    var bitmaps: [PostingProbe.Bitmap] = []
    for (term, place) in places.enumerated() {
      lists += records.lists[place.lists].map { ($0, term) }
      bitmaps += records.bitmaps[place.bitmaps].map {
        PostingProbe.Bitmap(
          offset: block.bitmapByte($0.number, 0), weight: $0.weight, term: term)
      }
    }
    let probe = PostingProbe(
      lists: lists, bitmaps: bitmaps, weights: records.paddedWeights, terms: places.count,
      count: block.count, in: block.region)
    return Rescorer(probe: probe, weights: places.map(\.weight))
  }

  /// Dot products with single vectors of a block, in float64.
  struct Rescorer {
    let probe: PostingProbe
    let weights: [Double]

    /// The dot product with a vector, its terms in the order of their keys.
    ///
    /// Complexity: O(groups · log positions).
    func dotProduct(of vector: Int) -> Double {
      var sum = 0.0
      for (own, weight) in zip(probe.weights(of: vector), weights) where own > 0 {
        sum += Double(own) * weight
      }
      return sum
    }
  }
}
