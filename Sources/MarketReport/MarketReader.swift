package import Documents
package import Market
package import Rolefit

/// Reads postings into a tally, in parallel: each thread counts a part, and the parts are merged.
///
///     let reader = MarketReader(engine: engine, threads: 2)
///     var tally = MarketTally()
///     await reader.add(documents, to: &tally)
package struct MarketReader: Sendable {
  private let engine: Engine
  private let threads: Int

  /// A reader.
  package init(engine: Engine, threads: Int) {
    self.engine = engine
    self.threads = threads
  }

  /// Documents a task reads at a time.
  private static var chunk: Int { 256 }

  /// Counts what some postings say.
  package func add(_ documents: [Document], to tally: inout MarketTally) async {
    let chunks = stride(from: 0, to: documents.count, by: Self.chunk).map { start in
      documents[start..<min(start + Self.chunk, documents.count)]
    }
    let engine = engine
    let parts = await Parallel.map(chunks, threads: threads) { documents in
      var reader = engine.reader()
      var part = MarketTally()
      for document in documents { part.add(reader.role(document)) }
      return part
    }
    for part in parts { tally.merge(part) }
  }
}
