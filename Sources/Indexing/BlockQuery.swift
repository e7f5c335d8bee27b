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
  /// A term of the query that the block holds.
  struct Place {
    var weight: Double
    var record: IndexBlock.Record
  }

  /// The terms that the block holds, in the order of the query.
  let places: [Place]
  let lists: [SumBuffer.List]
  let program: AdderProgram
  /// What a dot product is multiplied by.
  let scale: Double
  /// How far a sum may be from scale · dot product.
  let margin: Double

  /// Nil where the query has too many terms, or weights too far apart, for sums of 16 bits.
  init?(_ query: TermVector, _ block: IndexBlock) {
    var places: [Place] = []
    for (term, weight) in zip(query.terms, query.weights) {
      guard let record = block.record(of: term) else { continue }
      places.append(Place(weight: weight, record: record))
    }
    let bound = query.norm * block.greatestNorm
    let room = Double(UInt16.max) - Double(places.count) / 2 - 2
    let scale = bound > 0 ? room / bound : 0
    guard room > 0, scale.isFinite else { return nil }
    var lists: [SumBuffer.List] = []
    var inputs: [AdderProgram.Input] = []
    var margin = 0.0
    for place in places {
      var worst = 0.0
      let rounded = { (weight: Float) in
        let exact = place.weight * Double(weight) * scale
        let whole = exact.rounded()
        worst = max(worst, abs(exact - whole))
        return UInt16(min(whole, Double(UInt16.max)))
      }
      for list in place.record.lists {
        lists.append(
          SumBuffer.List(
            offset: list.offset, count: list.count, weight: rounded(list.weight)))
      }
      for bitmap in place.record.bitmaps {
        inputs.append(
          AdderProgram.Input(bitmap: UInt32(bitmap.number), weight: rounded(bitmap.weight)))
      }
      margin += worst
    }
    self.places = places
    self.lists = lists.filter { $0.weight > 0 && $0.count > 0 }
    program = AdderProgram(inputs.filter { $0.weight > 0 })
    self.scale = scale
    // A little more than the sum, which is itself rounded.
    self.margin = margin * (1 + 1e-9) + 1e-6
  }

  /// The dot product with a vector, its terms in the order of their keys.
  ///
  /// Complexity: O(terms · log positions).
  func dotProduct(of vector: Int, in block: IndexBlock) -> Double {
    var sum = 0.0
    for place in places {
      let weight = block.weight(of: vector, place.record)
      if weight > 0 { sum += Double(weight) * place.weight }
    }
    return sum
  }
}
