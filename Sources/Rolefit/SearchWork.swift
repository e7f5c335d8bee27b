import Indexing

/// What a search did, in counts that are the same on every machine.
///
/// Time depends on the machine and its neighbours; these do not, so that a slow-down shows without a
/// clock.
public struct SearchWork: Sendable, Equatable, Codable {
  /// Positions of posting lists that were added.
  public var entriesVisited: Int
  /// Bitmaps that were added, each counted once a block.
  public var bitmapsAdded: Int
  /// Bytes of lists, bitmaps and lengths that the scan read.
  public var bytesTouched: Int
  /// Documents that the rounded sums let through.
  public var candidates: Int
  /// Documents that were scored again in float64.
  public var rescored: Int
  /// Blocks that were gone through in full, because too many documents were wanted.
  public var exhausted: Int

  init(_ counters: SearchCounters) {
    entriesVisited = counters.entriesVisited
    bitmapsAdded = counters.bitmapsAdded
    bytesTouched = counters.bytesTouched
    candidates = counters.candidates
    rescored = counters.rescored
    exhausted = counters.exhausted
  }

  private enum CodingKeys: String, CodingKey {
    case entriesVisited = "entries_visited", bitmapsAdded = "bitmaps_added"
    case bytesTouched = "bytes_touched", candidates, rescored, exhausted
  }
}
