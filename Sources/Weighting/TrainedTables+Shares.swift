import Bytes
import Kernels
package import Tokenization

extension TrainedTables {
  /// What each term of a role adds to the score of a pair through the rows.
  ///
  /// A role's row is linear in its terms, so these add up to what the rows add, but for the rounding of
  /// the role's row to whole numbers.
  ///
  /// - Parameters:
  ///   - terms: the role's; the result is parallel to them.
  ///   - length: the role's.
  ///   - row: the profile's.
  ///
  /// Complexity: O(terms × width).
  package func contributions(of terms: TermVector, length: Double, to row: [Int8]) -> [Double] {
    guard width > 0 else { return [Double](repeating: 0, count: terms.terms.count) }
    let sums = sums(of: terms)
    let own = row.map(Int64.init)
    let (bank, vector) = (
      Array(own.prefix(layout.bankDimensions)), Array(own.dropFirst(layout.bankDimensions))
    )
    let bankFactor = countsBanks ? layout.balance / Self.bankUnit / length : 0
    let vectorFactor = parts.contains(.vectors) && sums.norm > 0 ? 1 / sums.norm : 0
    return zip(terms.terms, terms.weights).map { term, weight in
      guard let index = index(of: term) else { return 0 }
      let held =
        Double(Self.whole(weight, float(at: layout.bankScales + 4 * index)))
        * Double(
          RowSum.product(
            bank, rowAt: layout.bankRows + index * layout.bankDimensions, in: region))
      let alike =
        Double(Self.whole(weight, float(at: layout.vectorScales + 4 * index)))
        * Double(
          RowSum.product(vector, rowAt: layout.vectors + index * layout.dimensions, in: region))
      return layout.profileUnit * (held * bankFactor + alike * vectorFactor)
    }
  }

  /// The terms of a profile whose vectors add most beside a term of a role, what adds most first.
  ///
  /// The term itself is none of them: it stands in both texts.
  ///
  /// Complexity: O(terms × dimensions).
  package func nearest(to term: Term, in profile: TermVector, most: Int) -> [Term] {
    guard parts.contains(.vectors), let own = index(of: term) else { return [] }
    let row = (0..<layout.dimensions).map {
      Int64(Int8(bitPattern: region.u8(at: layout.vectors + own * layout.dimensions + $0)))
    }
    var found: [(term: Term, value: Double)] = []
    for (other, weight) in zip(profile.terms, profile.weights) where other != term {
      guard let index = index(of: other) else { continue }
      let product = RowSum.product(
        row, rowAt: layout.vectors + index * layout.dimensions, in: region)
      let value = weight * float(at: layout.vectorScales + 4 * index) * Double(product)
      if value > 0 { found.append((other, value)) }
    }
    found.sort { $0.value == $1.value ? $0.term < $1.term : $0.value > $1.value }
    return found.prefix(most).map(\.term)
  }
}
