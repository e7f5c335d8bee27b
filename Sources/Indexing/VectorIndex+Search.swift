package import Kernels
import Tokenization
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
      settled(scan, allowed, range, backend, &counters)
    }
    return (hits, counters)
  }

  /// Vectors that are looked at before there is a bound, and then four times as many each time.
  private static let first = 256
  /// Vectors that are looked at with one bound, at most.
  private static let step = 16_384
  /// More candidates than one vector in so many are not looked up in the lists.
  static let share = 16

  private func scan(
    _ number: Int, _ scan: inout Scan, _ buffer: inout SumBuffer, _ allowed: [UInt8]?,
    _ counters: inout SearchCounters
  ) {
    let block = blocks[number]
    if scan.top > count / Self.share + 16 { scan.isExhaustive = true }
    guard !scan.isExhaustive else { return }
    guard let query = BlockQuery(scan.query.vector, keys: scan.keys, block, buffer.backend) else {
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
        scan.head, rows: block.sections.dense, count: block.count, in: block.region)
      counters.bytesTouched += block.headWidth * block.count
    }
    count(query, block, &counters)
    selectAll(number, query, &scan, &buffer, allowed, &counters)
    if scan.candidates.last?.block == number { scan.blocks[number] = query }
    scan.prune(to: max(4 * scan.top, count / Self.share))
  }

  /// Notes which vectors of a block could be among the best, part by part: each raises the bound.
  private func selectAll(
    _ number: Int, _ query: BlockQuery, _ scan: inout Scan, _ buffer: inout SumBuffer,
    _ allowed: [UInt8]?, _ counters: inout SearchCounters
  ) {
    let count = blocks[number].count
    var start = 0
    var step = scan.bounds.least > 0 ? Self.step : Self.first
    while start < count {
      let end = min(count, start + step)
      select(start..<end, number, query, &scan, &buffer, allowed, &counters)
      start = (end + 63) / 64 * 64
      step = min(4 * step, Self.step)
    }
  }

  /// Notes which vectors of a range could be among the best.
  ///
  /// Bounds are of score · the query's length.
  private func select(
    _ range: Range<Int>, _ number: Int, _ query: BlockQuery, _ scan: inout Scan,
    _ buffer: inout SumBuffer, _ allowed: [UInt8]?, _ counters: inout SearchCounters
  ) {
    let block = blocks[number]
    let weight = scan.query.isDense(in: block) ? scan.query.denseWeight * scan.query.length : 0
    let found = found(range, block, query, weight, scan, &buffer, allowed)
    if weight > 0 {
      buffer.complete(
        found, with: scan.rest, rows: block.denseRest, count: block.count, in: block.region)
      counters.bytesTouched += found * scan.rest.count
    }
    for index in 0..<found {
      let vector = buffer.hit(index)
      let sum = Double(buffer[vector])
      let length = block.length(of: vector)
      guard length > 0 else { continue }
      let dense = weight > 0 ? weight * Double(buffer.product(vector)) : 0
      // Divisions and products are rounded themselves; the slack is far more than that.
      let greatest = (sum + query.below) / query.scale / length
      let slack = 1e-12 * (abs(dense) + greatest)
      let upper = greatest + dense + slack
      guard upper >= scan.bounds.least else { continue }
      scan.candidates.append(Scan.Candidate(block: number, vector: vector, upper: upper))
      let lower = (sum - query.above) / query.scale / length + dense - slack
      if scan.bounds.wouldEnter(lower) { scan.bounds.insert(lower) }
    }
  }

  /// How many vectors of a range could reach a bound; the buffer knows which.
  private func found(
    _ range: Range<Int>, _ block: IndexBlock, _ query: BlockQuery, _ weight: Double,
    _ scan: Scan, _ buffer: inout SumBuffer, _ allowed: [UInt8]?
  ) -> Int {
    let bound = max(0, scan.bounds.least)
    if weight > 0 {
      return buffer.select(
        range, lengths: block.sections.roundedLengths, in: block.region,
        denseBound(block, query, weight, bound, restNorm: scan.restNorm), allowed: allowed)
    }
    // A vector is selected where its sum with the margin reaches scale · length · the bound.
    let wanted = bound * query.scale * block.greatestLength
    return buffer.select(
      range, lengths: block.sections.roundedLengths, in: block.region,
      threshold: Self.clamped(wanted), margin: Self.clamped(query.below + 1), allowed: allowed)
  }

  /// What the head of a dense row must reach with the sum, so that both could reach a bound with the
  /// rest of the row, which adds ‖rest‖ · ‖rest of the query‖ at most (Cauchy–Schwarz).
  private func denseBound(
    _ block: IndexBlock, _ query: BlockQuery, _ weight: Double, _ bound: Double, restNorm: Double
  ) -> SumBuffer.DenseBound {
    let least = bound - weight * restNorm * block.greatestRest * (1 + 1e-9)
    // Lengths are rounded down, so what they ask for is no more than it is.
    let scale = query.scale * block.greatestLength / 65_535
    // float32 has 24 binary digits: each of a few operations is off by 6 · 10⁻⁸ of the greatest number
    // that it meets.
    let greatest = abs(least) + weight * Double(block.headWidth * 127 * 127)
    let slack = 1e-6 * greatest * scale * 65_535
    return SumBuffer.DenseBound(
      bound: Float(least), weight: Float(weight), scale: Float(scale),
      margin: Float(query.below + 1 + slack))
  }

  /// The whole part, as far as 16 bits go; 0 for what is no number, which forged bytes may give.
  private static func clamped(_ value: Double) -> UInt16 {
    value > 0 ? UInt16(min(value, Double(UInt16.max))) : 0
  }

  private func count(
    _ query: BlockQuery, _ block: IndexBlock, _ counters: inout SearchCounters
  ) {
    let entries = query.lists.reduce(0) { $0 + $1.count }
    let bitmaps = query.program.bitmaps.count
    counters.entriesVisited += entries
    counters.bitmapsAdded += bitmaps
    counters.bytesTouched +=
      2 * entries + bitmaps * block.bitmapSize + 2 * block.count
  }
}
