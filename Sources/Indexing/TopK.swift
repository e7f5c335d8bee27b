/// The best of many scores.
package enum TopK {
  /// A position and its score.
  package struct Entry: Sendable, Equatable {
    package let index: Int
    package let score: Double

    package init(index: Int, score: Double) {
      self.index = index
      self.score = score
    }
  }

  /// The `count` highest scores, falling; equal ones rise by `precedes`, which compares positions.
  ///
  /// A binary heap holds the best so far, its worst on top. Complexity: O(n log k).
  ///
  /// - Precondition: `count` is not negative and no score is NaN.
  package static func select(
    _ scores: [Double], count: Int, precedes: (Int, Int) -> Bool
  ) -> [Entry] {
    precondition(count >= 0, "top \(count)")
    func isBetter(_ left: Entry, _ right: Entry) -> Bool {
      left.score != right.score ? left.score > right.score : precedes(left.index, right.index)
    }
    guard count < scores.count else {
      return scores.enumerated().map { Entry(index: $0.offset, score: $0.element) }
        .sorted(by: isBetter)
    }
    guard count > 0 else { return [] }
    var heap: [Entry] = []
    heap.reserveCapacity(count)
    for (index, score) in scores.enumerated() {
      let entry = Entry(index: index, score: score)
      if heap.count < count {
        heap.append(entry)
        siftUp(&heap, isBetter)
      } else if isBetter(entry, heap[0]) {
        heap[0] = entry
        siftDown(&heap, isBetter)
      }
    }
    return heap.sorted(by: isBetter)
  }

  private static func siftUp(_ heap: inout [Entry], _ isBetter: (Entry, Entry) -> Bool) {
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard isBetter(heap[parent], heap[child]) else { return }
      heap.swapAt(parent, child)
      child = parent
    }
  }

  private static func siftDown(_ heap: inout [Entry], _ isBetter: (Entry, Entry) -> Bool) {
    var parent = 0
    while parent * 2 + 1 < heap.count {
      var child = parent * 2 + 1
      if child + 1 < heap.count, isBetter(heap[child], heap[child + 1]) { child += 1 }
      guard isBetter(heap[parent], heap[child]) else { return }
      heap.swapAt(parent, child)
      parent = child
    }
  }
}
