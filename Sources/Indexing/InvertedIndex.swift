package import Tokenization
package import Weighting

/// An inverted index over sparse vectors: for each term, the posting list of the vectors that hold
/// it, with their weights.
///
///     let index = InvertedIndex(vectors)
///     let products = index.dotProducts(with: profile)   // one for each vector
///
/// A query adds, term by term in the order of the keys, to one accumulator a vector (Zobel and
/// Moffat 2006, §3: term at a time). Each vector's sum is thus taken in the same order as
/// `TermVector.forEachShared` takes it, so a score has the same bits whatever else is loaded.
///
/// It knows nothing of what the weights mean. It is immutable and may be shared by threads.
package struct InvertedIndex: Sendable {
  /// How many vectors there are.
  package let count: Int
  private let lists: [Term: Range<Int>]
  private let documents: [UInt32]
  private let weights: [Double]

  /// An index over vectors, which are known by their positions from then on.
  ///
  /// Complexity: O(n), n the entries of all vectors.
  package init(_ vectors: [TermVector]) {
    count = vectors.count
    var sizes: [Term: Int] = [:]
    for vector in vectors {
      for term in vector.terms { sizes[term, default: 0] += 1 }
    }
    var lists: [Term: Range<Int>] = [:]
    lists.reserveCapacity(sizes.count)
    var start = 0
    for term in sizes.keys.sorted() {
      let size = sizes[term] ?? 0
      lists[term] = start..<start
      start += size
    }
    var documents = [UInt32](repeating: 0, count: start)
    var weights = [Double](repeating: 0, count: start)
    for (document, vector) in vectors.enumerated() {
      for (term, weight) in zip(vector.terms, vector.weights) {
        guard let list = lists[term] else { continue }
        documents[list.upperBound] = UInt32(document)
        weights[list.upperBound] = weight
        lists[term] = list.lowerBound..<list.upperBound + 1
      }
    }
    self.lists = lists
    self.documents = documents
    self.weights = weights
  }

  /// In how many vectors a term stands.
  package func documentFrequency(of term: Term) -> Int {
    lists[term]?.count ?? 0
  }

  /// The dot product of the query with each vector.
  ///
  /// Complexity: O(entries of the query's terms + vectors).
  package func dotProducts(with query: TermVector) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for (term, weight) in zip(query.terms, query.weights) {
      guard let list = lists[term] else { continue }
      for entry in list { sums[Int(documents[entry])] += weights[entry] * weight }
    }
    return sums
  }
}
