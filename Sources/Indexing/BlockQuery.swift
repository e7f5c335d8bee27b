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
  let lists: [SumBuffer.List]
  let program: AdderProgram
  /// What a dot product is multiplied by.
  let scale: Double
  /// How far a sum may be from scale · dot product.
  let margin: Double

  /// Whether the block holds no term of the query.
  var isEmpty: Bool { places.isEmpty }

  /// Nil where the query has too many terms, or weights too far apart, for sums of 16 bits.
  init?(_ query: TermVector, _ block: IndexBlock) {
    var records = IndexBlock.Records()
    var places: [Place] = []
    places.reserveCapacity(query.terms.count)
    for (term, weight) in zip(query.terms, query.weights) {
      let (lists, bitmaps) = (records.lists.count, records.bitmaps.count)
      guard block.append(term, to: &records) else { continue }
      places.append(
        Place(
          weight: weight, lists: lists..<records.lists.count,
          bitmaps: bitmaps..<records.bitmaps.count))
    }
    let bound = query.norm * block.greatestNorm
    let room = Double(UInt16.max) - Double(places.count) / 2 - 2
    let scale = bound > 0 ? room / bound : 0
    guard room > 0, scale.isFinite else { return nil }
    var lists: [SumBuffer.List] = []
    var inputs: [AdderProgram.Input] = []
    lists.reserveCapacity(records.lists.count)
    var margin = 0.0
    for place in places {
      var worst = 0.0
      for list in records.lists[place.lists] {
        let weight = Self.rounded(place.weight * Double(list.weight) * scale, &worst)
        guard weight > 0, list.count > 0 else { continue }
        lists.append(SumBuffer.List(offset: list.offset, count: list.count, weight: weight))
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
    self.lists = lists
    program = AdderProgram(inputs)
    self.scale = scale
    // A little more than the sum, which is itself rounded.
    self.margin = margin * (1 + 1e-9) + 1e-6
  }

  /// The nearest whole number; `worst` becomes the greatest error so far.
  private static func rounded(_ exact: Double, _ worst: inout Double) -> UInt16 {
    let whole = min(exact.rounded(), Double(UInt16.max))
    worst = max(worst, abs(exact - whole))
    return UInt16(whole)
  }

  /// The dot product with a vector, its terms in the order of their keys.
  ///
  /// Complexity: O(groups · log positions).
  func dotProduct(of vector: Int, in block: IndexBlock) -> Double {
    var sum = 0.0
    for place in places {
      if let weight = weight(of: vector, at: place, block) { sum += Double(weight) * place.weight }
    }
    return sum
  }

  private func weight(of vector: Int, at place: Place, _ block: IndexBlock) -> Float? {
    for index in place.bitmaps where block.holds(records.bitmaps[index].number, vector) {
      return records.bitmaps[index].weight
    }
    for index in place.lists where block.contains(vector, records.lists[index]) {
      return records.lists[index].weight
    }
    return nil
  }
}
