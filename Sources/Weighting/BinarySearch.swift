extension Range<Int> {
  /// The first index of the range at which a condition does not hold, which holds up to some index and
  /// not from there on; the upper bound where it holds throughout.
  ///
  /// Complexity: O(log n).
  func first(notBelow isBelow: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = (low + high) / 2
      if isBelow(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
