/// The k highest of many scores, as they come: the least of them is what another one must beat.
///
/// A binary heap with the least on top. Complexity: O(log k) for a score that enters, else O(1).
struct BestScores {
  let capacity: Int
  private var heap: [Double] = []

  init(capacity: Int) {
    self.capacity = capacity
    heap.reserveCapacity(min(capacity, 1 << 16))
  }

  /// The k-th highest so far; −∞ while there are fewer.
  var least: Double {
    heap.count < capacity ? -.infinity : heap.first ?? .infinity
  }

  /// Whether a score would change the k highest.
  func wouldEnter(_ score: Double) -> Bool {
    score > least
  }

  mutating func insert(_ score: Double) {
    if heap.count < capacity {
      heap.append(score)
      var child = heap.count - 1
      while child > 0, heap[child] < heap[(child - 1) / 2] {
        heap.swapAt(child, (child - 1) / 2)
        child = (child - 1) / 2
      }
    } else if capacity > 0, score > heap[0] {
      heap[0] = score
      siftDown()
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while 2 * parent + 1 < heap.count {
      var child = 2 * parent + 1
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < heap[parent] else { return }
      heap.swapAt(child, parent)
      parent = child
    }
  }
}
