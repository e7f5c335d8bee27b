package import Documents
import Indexing
import Kernels
import Weighting

/// Measures how fast a pool is searched, from parsed profiles to ids and scores.
package struct QueryBenchmark: Sendable {
  /// What was measured.
  package struct Report: Sendable, Codable {
    /// Milliseconds for one profile against all roles, the exact best: the median of all.
    package var medianMilliseconds: Double
    /// The same, which 99 of 100 stay below.
    package var p99Milliseconds: Double
    /// Profiles a second, where all are asked at once.
    package var perSecond: Double
    /// Bytes of vectors and directory.
    package var indexBytes: Int
    package var roles, profiles, top, threads, rounds: Int
    package var backend: String
    /// What a query did on average.
    package var entriesVisited, bitmapsAdded, bytesTouched, candidates, rescored, exhausted: Double
    /// The greatest memory that the process held, with what it mapped of an index; −1 where the
    /// system does not say.
    package var peakBytes: Int
    /// The load of the machine over the last minute.
    package var load: Double

    private enum CodingKeys: String, CodingKey {
      case medianMilliseconds = "median_ms", p99Milliseconds = "p99_ms", perSecond = "per_second"
      case indexBytes = "index_bytes", roles, profiles, top, threads, rounds, backend
      case entriesVisited = "entries_visited", bitmapsAdded = "bitmaps_added"
      case bytesTouched = "bytes_touched", candidates, rescored, exhausted, peakBytes =
        "peak_bytes", load
    }
  }

  private let pool: Pool
  private let vectors: [DocumentVector]

  /// A benchmark of a pool with documents of the other side, read before anything is timed.
  package init(pool: Pool, profiles: [Document]) {
    self.pool = pool
    vectors = VectorReader(engine: pool.engine, side: pool.side == .roles ? .profiles : .roles)
      .read(profiles).map(\.vector).filter { !$0.isEmpty }
  }

  /// How many documents have a term to ask with.
  package var queryCount: Int { vectors.count }

  /// Asks for each profile alone, then for all at once, `rounds` times after one that is not counted.
  package func run(top: Int, threads: Int, rounds: Int) async throws(RoleIndexError) -> Report {
    var times: [Double] = []
    var speeds: [Double] = []
    var counters = SearchCounters()
    let clock = ContinuousClock()
    for round in 0...rounds {
      for vector in vectors {
        let start = clock.now
        _ = try await pool.best(top, for: [vector], threads: threads)
        if round > 0 { times.append((clock.now - start) / .milliseconds(1)) }
      }
      let start = clock.now
      counters = try await pool.best(top, for: vectors, threads: threads).counters
      if round > 0 { speeds.append(Double(vectors.count) / ((clock.now - start) / .seconds(1))) }
    }
    times.sort()
    speeds.sort()
    let each = { (count: Int) in Double(count) / Double(max(1, vectors.count)) }
    return Report(
      medianMilliseconds: times[times.count / 2], p99Milliseconds: times[times.count * 99 / 100],
      perSecond: speeds[speeds.count / 2], indexBytes: pool.source.indexBytes, roles: pool.count,
      profiles: vectors.count, top: top, threads: threads, rounds: rounds,
      backend: Backend.current.name, entriesVisited: each(counters.entriesVisited),
      bitmapsAdded: each(counters.bitmapsAdded), bytesTouched: each(counters.bytesTouched),
      candidates: each(counters.candidates), rescored: each(counters.rescored),
      exhausted: each(counters.exhausted), peakBytes: ProcessFigures.peakMemory,
      load: ProcessFigures.load)
  }
}
