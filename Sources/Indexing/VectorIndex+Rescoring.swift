import Kernels

extension VectorIndex {
  /// The best of a scan, by scores in float64.
  ///
  /// Candidates are scored in batches, those with the highest upper bounds first, until no other can
  /// reach the k-th best score. A batch is looked up in the lists together.
  func settled(
    _ scan: Scan, _ allowed: Allowed?, _ range: Range<Int>, _ backend: Backend,
    _ counters: inout SearchCounters
  ) -> [Hit] {
    let least = scan.bounds.least
    // Where fewer than k vectors share a term with the query, others complete the list.
    if scan.isExhaustive || least <= 0 {
      return exhaustive(scan, allowed, range, &counters)
    }
    let candidates = scan.candidates.filter { $0.upper >= least }.sorted {
      ($1.upper, $0.block, $0.vector) < ($0.upper, $1.block, $1.vector)
    }
    counters.candidates += candidates.count
    var rescoring = Rescoring(scan, backend)
    var next = 0
    while next < candidates.count, candidates[next].upper >= rescoring.best.least {
      // The best k are scored in any case; then each batch may make further ones needless.
      let end = min(candidates.count, next + (next == 0 ? scan.top : Rescoring.batch))
      let batch = candidates[next..<end].prefix { $0.upper >= rescoring.best.least }
      score(batch.sorted { ($0.block, $0.vector) < ($1.block, $1.vector) }, &rescoring)
      next += batch.count
    }
    counters.rescored += rescoring.hits.count
    return Self.kept(rescoring.hits, top: scan.top)
  }

  /// What was scored again for a query so far.
  private struct Rescoring {
    /// Candidates that are scored with one bound.
    static let batch = 4
    /// Candidates that are looked up together: memory is as many numbers for each term.
    static let piece = 256

    let scan: Scan
    let backend: Backend
    var best: BestScores
    var hits: [Hit] = []
    var rescorers: [Int: BlockQuery.Rescorer] = [:]

    init(_ scan: Scan, _ backend: Backend) {
      (self.scan, self.backend) = (scan, backend)
      best = BestScores(capacity: scan.top)
    }
  }

  /// Scores candidates, which are ordered by block, in float64.
  private func score(_ candidates: [Scan.Candidate], _ rescoring: inout Rescoring) {
    var start = 0
    while start < candidates.count {
      let number = candidates[start].block
      let last = candidates[start...].firstIndex { $0.block != number } ?? candidates.count
      let end = min(last, start + Rescoring.piece)
      let vectors = candidates[start..<end].map { UInt16($0.vector) }
      start = end
      let block = blocks[number]
      let query = rescoring.scan.query
      guard
        let rescorer = rescoring.rescorers[number]
          ?? rescoring.scan.blocks[number]?.rescorer(block)
      else { continue }
      rescoring.rescorers[number] = rescorer
      let products = rescorer.dotProducts(of: vectors, rescoring.backend)
      for (vector, product) in zip(vectors.map(Int.init), products) {
        let score = query.score(product, of: vector, in: block)
        let scaled = score * query.length
        rescoring.best.insert(scaled - abs(scaled) * 1e-12)
        rescoring.hits.append(Hit(position: starts[number] + vector, score: score))
      }
    }
  }

  /// The best by the scores of all vectors.
  private func exhaustive(
    _ scan: Scan, _ allowed: Allowed?, _ range: Range<Int>, _ counters: inout SearchCounters
  ) -> [Hit] {
    var hits: [Hit] = []
    for number in range {
      let block = blocks[number]
      counters.exhausted += 1
      let sums = VectorIndex([block]).dotProducts(with: scan.query.vector)
      for vector in 0..<block.count {
        let bits = allowed?[number].map { $0[vector / 8] } ?? 0xFF
        guard block.length(of: vector) > 0, bits >> UInt8(vector % 8) & 1 == 1 else { continue }
        hits.append(
          Hit(
            position: starts[number] + vector,
            score: scan.query.score(sums[vector], of: vector, in: block)))
      }
    }
    return Self.kept(hits, top: scan.top)
  }

  /// The best, and those that score the same as the last of them.
  package static func kept(_ hits: [Hit], top: Int) -> [Hit] {
    guard hits.count > top else { return hits }
    var best = BestScores(capacity: top)
    for hit in hits where best.wouldEnter(hit.score) { best.insert(hit.score) }
    return hits.filter { $0.score >= best.least }
  }
}
