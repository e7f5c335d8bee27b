/// What a search did, in counts that are the same on every machine.
///
/// Time depends on the machine and its neighbours; these do not, so a test can hold them to bounds.
package struct SearchCounters: Sendable, Equatable, Codable {
  /// Positions of posting lists that were added.
  package var entriesVisited = 0
  /// Bitmaps that were added, each counted once a block.
  package var bitmapsAdded = 0
  /// Bytes of lists, bitmaps and lengths that the scan read.
  package var bytesTouched = 0
  /// Vectors that the rounded sums let through.
  package var candidates = 0
  /// Vectors that were scored again in float64.
  package var rescored = 0
  /// Blocks that were gone through in full, because too many vectors were wanted.
  package var exhausted = 0

  package init() {}

  package static func += (left: inout Self, right: Self) {
    left.entriesVisited += right.entriesVisited
    left.bitmapsAdded += right.bitmapsAdded
    left.bytesTouched += right.bytesTouched
    left.candidates += right.candidates
    left.rescored += right.rescored
    left.exhausted += right.exhausted
  }

  enum CodingKeys: String, CodingKey {
    case entriesVisited = "entries_visited", bitmapsAdded = "bitmaps_added"
    case bytesTouched = "bytes_touched", candidates, rescored, exhausted
  }
}
