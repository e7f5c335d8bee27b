import Tokenization
import Weighting

/// A query on its way through the blocks: what could be among its best so far.
struct Scan {
  /// A vector that could be among the best.
  struct Candidate {
    var block: Int
    var vector: Int
    /// Its score times the query's length is no more.
    var upper: Double
  }

  let query: VectorIndex.Query
  /// Those of the query's terms.
  let keys: [UInt64]
  let top: Int
  /// The parts of the query's dense row, as blocks have them, and the norm of the second.
  let head, rest: [Int8]
  let restNorm: Double
  /// Lower bounds of scores times the query's length: the k-th is what another must reach.
  var bounds: BestScores
  var candidates: [Candidate] = []
  /// Whether all is scored in float64: sums of 16 bits cannot tell enough.
  var isExhaustive = false
  /// The query as it was laid out for each block that has candidates.
  var blocks: [Int: BlockQuery] = [:]

  init(_ query: VectorIndex.Query, top: Int) {
    self.query = query
    keys = query.vector.terms.map { $0.key }
    self.top = top
    head = Array(query.dense.prefix(IndexBlock.headWidth(query.dense.count)))
    rest = Array(query.dense.dropFirst(head.count))
    restNorm = Double(rest.reduce(0) { $0 + Int($1) * Int($1) }).squareRoot()
    bounds = BestScores(capacity: top)
  }

  /// Drops candidates that the bound has passed by, where there are too many; all are scored where
  /// there still are.
  mutating func prune(to most: Int) {
    guard candidates.count > most else { return }
    candidates.removeAll { $0.upper < bounds.least }
    isExhaustive = candidates.count > most
  }
}
