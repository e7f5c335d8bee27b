package import Kernels
import Weighting

extension VectorIndex {
  /// Vectors that a search may find: for each block a bit for each vector, up to a multiple of 64; nil
  /// for all of a block.
  package typealias Allowed = [[UInt8]?]

  /// The best vectors for each query, in no particular order, and with those that score the same as the
  /// last of them: who ranks decides which of equal ones come first.
  ///
  /// Vectors that are empty are never found. All queries share the reads of a block.
  ///
  /// - Parameters:
  ///   - top: how many for each query; at least 1.
  ///   - range: the blocks that are searched.
  ///
  /// Complexity: O(entries of the queries' terms + queries × vectors), in steps of many at a time.
  package func search(
    _ queries: [Query], top: Int, in range: Range<Int>? = nil, allowed: Allowed? = nil,
    backend: Backend = .current
  ) -> (hits: [[Hit]], counters: SearchCounters) {
    precondition(top >= 1, "top \(top)")
    let range = range ?? blocks.indices
    var scans = queries.map { Scan($0, top: top) }
    var buffer = SumBuffer(backend: backend)
    var counters = SearchCounters()
    for number in range {
      for index in scans.indices {
        scan(number, &scans[index], &buffer, allowed?[number], &counters)
      }
    }
    let hits = scans.map { scan in
      settled(scan, allowed, range, &counters)
    }
    return (hits, counters)
  }

  /// A query on its way through the blocks.
  private struct Scan {
    let query: Query
    let top: Int
    /// Lower bounds of the dot products over lengths: the k-th is what another must reach.
    var bounds: BestScores
    var candidates: [Candidate] = []
    /// Whether all is scored in float64: sums of 16 bits cannot tell enough.
    var isExhaustive = false
    /// The query in each block that it was laid out for.
    var blocks: [Int: BlockQuery] = [:]

    init(_ query: Query, top: Int) {
      self.query = query
      self.top = top
      bounds = BestScores(capacity: top)
    }
  }

  /// A vector that could be among the best.
  private struct Candidate {
    var block: Int
    var vector: Int
    /// Its dot product over its length is no more.
    var upper: Double
  }

  /// Vectors that are looked at before there is a bound.
  private static let first = 1024
  /// Vectors that are looked at with one bound.
  private static let step = 16_384
  /// More candidates than one vector in so many are not scored one by one.
  private static let share = 16

  private func scan(
    _ number: Int, _ scan: inout Scan, _ buffer: inout SumBuffer, _ allowed: [UInt8]?,
    _ counters: inout SearchCounters
  ) {
    let block = blocks[number]
    if scan.top > count / Self.share + 16 { scan.isExhaustive = true }
    guard !scan.isExhaustive else { return }
    guard let query = BlockQuery(scan.query.vector, block) else {
      scan.isExhaustive = true
      return
    }
    let isDense = scan.query.isDense(in: block)
    guard !query.isEmpty || isDense else { return }
    buffer.clear(8 * block.bitmapSize)
    buffer.add(query.lists, weights: query.listWeights, in: block.region)
    buffer.add(
      query.program, in: block.region, at: block.sections.bitmaps, bitmaps: block.bitmapCount,
      count: block.count)
    if isDense {
      buffer.multiply(
        scan.query.dense, rows: block.sections.dense, count: block.count, in: block.region)
      counters.bytesTouched += block.denseWidth * block.count
    }
    count(query, block, &counters)
    var start = 0
    while start < block.count {
      let end = min(block.count, start == 0 ? Self.first : start + Self.step)
      select(start..<end, number, query, &scan, &buffer, allowed)
      start = (end + 63) / 64 * 64
    }
    scan.blocks[number] = query
    if scan.candidates.count > max(4 * scan.top, count / Self.share) { scan.isExhaustive = true }
  }

  /// Notes which vectors of a range could be among the best.
  ///
  /// Bounds are of score · the query's length.
  private func select(
    _ range: Range<Int>, _ number: Int, _ query: BlockQuery, _ scan: inout Scan,
    _ buffer: inout SumBuffer, _ allowed: [UInt8]?
  ) {
    let block = blocks[number]
    let weight = scan.query.isDense(in: block) ? scan.query.denseWeight * scan.query.length : 0
    let found = found(range, block, query, weight, scan.bounds.least, &buffer, allowed)
    for index in 0..<found {
      let vector = buffer.hit(index)
      let sum = Double(buffer[vector])
      let length = block.length(of: vector)
      guard length > 0 else { continue }
      let dense = weight > 0 ? weight * Double(buffer.product(vector)) : 0
      // Divisions and products are rounded themselves; the slack is far more than that.
      let slack = 1e-12 * (abs(dense) + (sum + query.margin) / query.scale / length)
      let upper = (sum + query.margin) / query.scale / length + dense + slack
      guard upper >= scan.bounds.least else { continue }
      scan.candidates.append(Candidate(block: number, vector: vector, upper: upper))
      let lower = (sum - query.margin) / query.scale / length + dense - slack
      if scan.bounds.wouldEnter(lower) { scan.bounds.insert(lower) }
    }
  }

  /// How many vectors of a range could reach a bound; the buffer knows which.
  private func found(
    _ range: Range<Int>, _ block: IndexBlock, _ query: BlockQuery, _ weight: Double,
    _ bound: Double, _ buffer: inout SumBuffer, _ allowed: [UInt8]?
  ) -> Int {
    if weight > 0 {
      let dense = SumBuffer.DenseBound(
        scale: query.scale, margin: query.margin + 1e-6, weight: weight, bound: bound)
      return buffer.select(
        range, lengths: block.sections.lengths, in: block.region, dense, allowed: allowed)
    }
    // A vector is selected where its sum with the margin reaches scale · length · the bound.
    let wanted = max(0, bound) * query.scale * block.greatestLength
    return buffer.select(
      range, lengths: block.sections.roundedLengths, in: block.region,
      threshold: Self.clamped(wanted), margin: Self.clamped(query.margin + 1), allowed: allowed)
  }

  /// The whole part, as far as 16 bits go; 0 for what is no number, which forged bytes may give.
  private static func clamped(_ value: Double) -> UInt16 {
    value > 0 ? UInt16(min(value, Double(UInt16.max))) : 0
  }

  private func count(
    _ query: BlockQuery, _ block: IndexBlock, _ counters: inout SearchCounters
  ) {
    let entries = query.lists.reduce(0) { $0 + $1.count }
    let bitmaps = query.program.inputs.count
    counters.entriesVisited += entries
    counters.bitmapsAdded += bitmaps
    counters.bytesTouched +=
      2 * entries + bitmaps * block.bitmapSize + 2 * block.count
  }

  // MARK: - Scores in float64

  private func settled(
    _ scan: Scan, _ allowed: Allowed?, _ range: Range<Int>, _ counters: inout SearchCounters
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
    var best = BestScores(capacity: scan.top)
    var hits: [Hit] = []
    var rescorers: [Int: BlockQuery.Rescorer] = [:]
    for candidate in candidates {
      guard candidate.upper >= best.least else { break }
      let block = blocks[candidate.block]
      guard
        let rescorer = rescorers[candidate.block]
          ?? scan.blocks[candidate.block]?.rescorer(block)
      else { continue }
      rescorers[candidate.block] = rescorer
      let product = rescorer.dotProduct(of: candidate.vector)
      counters.rescored += 1
      let score = scan.query.score(product, of: candidate.vector, in: block)
      best.insert(score * scan.query.length - abs(score * scan.query.length) * 1e-12)
      hits.append(Hit(position: starts[candidate.block] + candidate.vector, score: score))
    }
    return Self.kept(hits, top: scan.top)
  }

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
