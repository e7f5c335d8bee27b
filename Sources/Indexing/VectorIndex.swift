import Bytes
package import Tokenization
package import Weighting

/// Vectors in blocks, and the exact best of them for a query.
///
///     let index = VectorIndex(blocks)
///     let best = index.search(queries, top: 10, allowed: nil, backend: .current)
///
/// A vector is known by its position over all blocks. Its score is
/// dot product / (its length · the query's length), and what dense rows add (`Query`), summed in float64 in the order of the terms'
/// keys: the same bits as `TermVector.forEachShared` gives, whatever else is in the index.
///
/// The search has two steps. A scan adds rounded weights in whole numbers, for all vectors of a block
/// and with a margin that is proven (`BlockQuery`); what could be among the best by that is scored again in
/// float64. Where so many are wanted that this saves nothing, all are scored in float64.
package struct VectorIndex: Sendable {
  /// The blocks, in order; all but the last are usually full.
  package let blocks: [IndexBlock]
  /// The position of each block's first vector.
  package let starts: [Int]
  /// How many vectors there are.
  package let count: Int

  /// A query: a vector, and what dot products with it are divided by.
  ///
  /// Where the vectors have dense rows, a query may have one as well: the product of the two rows,
  /// a whole number, times `denseWeight` is added to the score.
  package struct Query: Sendable {
    package var vector: TermVector
    package var length: Double
    package var dense: [Int8]
    package var denseWeight: Double

    package init(
      vector: TermVector, length: Double, dense: [Int8] = [], denseWeight: Double = 0
    ) {
      precondition(length > 0, "length \(length)")
      precondition(denseWeight >= 0 && denseWeight.isFinite, "weight \(denseWeight)")
      self.vector = vector
      self.length = length
      self.dense = dense
      self.denseWeight = denseWeight
    }

    /// Whether dense rows of a block count.
    func isDense(in block: IndexBlock) -> Bool {
      denseWeight > 0 && !dense.isEmpty && dense.count == block.denseWidth
    }

    /// The score of a vector from its dot product.
    func score(_ product: Double, of vector: Int, in block: IndexBlock) -> Double {
      let sparse = product / (block.length(of: vector) * length)
      guard isDense(in: block) else { return sparse }
      let product = DocumentVector.product(dense, block.denseRow(of: vector))
      return sparse + denseWeight * Double(product)
    }
  }

  /// A vector that was found.
  package struct Hit: Sendable, Equatable {
    package var position: Int
    package var score: Double
  }

  package init(_ blocks: [IndexBlock]) {
    self.blocks = blocks
    var starts: [Int] = []
    var count = 0
    for block in blocks {
      starts.append(count)
      count += block.count
    }
    self.starts = starts
    self.count = count
  }

  /// An index over vectors in memory, each with its length, without dense rows.
  package init(_ vectors: some Sequence<(vector: TermVector, length: Double)>) {
    self.init(
      vectors.lazy.map {
        DocumentVector(terms: $0.vector, indexed: $0.vector, length: $0.length, row: [])
      }, denseWidth: 0)
  }

  /// An index over documents in memory.
  ///
  /// - Parameter denseWidth: how many numbers the row of each has.
  ///
  /// Complexity: O(n log n), n the entries of all vectors.
  package init(_ documents: some Sequence<DocumentVector>, denseWidth: Int) {
    var blocks: [IndexBlock] = []
    var builder = IndexBlockBuilder(denseWidth: denseWidth)
    for document in documents {
      if builder.isFull {
        blocks.append(Self.block(of: builder))
        builder = IndexBlockBuilder(denseWidth: denseWidth)
      }
      builder.add(document.indexed, length: document.length, dense: document.row)
    }
    if builder.count > 0 { blocks.append(Self.block(of: builder)) }
    self.init(blocks)
  }

  private static func block(of builder: IndexBlockBuilder) -> IndexBlock {
    do {
      return try IndexBlock(ByteRegion(builder.finish()))
    } catch {
      preconditionFailure("a block that was just written: \(error)")
    }
  }

  /// The bytes of all blocks.
  package var byteCount: Int { blocks.reduce(0) { $0 + $1.region.count } }

  /// In how many vectors a term stands.
  package func documentFrequency(of term: Term) -> Int {
    blocks.reduce(0) { $0 + $1.documentFrequency(of: term) }
  }

  /// The dot product of a vector with all vectors.
  ///
  /// Complexity: O(entries of the query's terms + vectors).
  package func dotProducts(with query: TermVector) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for (block, start) in zip(blocks, starts) {
      block.forEachRecord(of: query.terms.map { $0.key }) { number, offset in
        var record = IndexBlock.Records()
        guard block.append(at: offset, to: &record) != nil else { return }
        let weight = query.weights[number]
        block.forEachPosting(record) { sums[start + $0] += Double($1) * weight }
      }
    }
    return sums
  }
}
