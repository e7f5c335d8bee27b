/// Reads a TREC run: query, `Q0`, document, rank, score, tag, separated by white space.
///
/// The scores rank, as for `trec_eval`; the column of ranks is not looked at. Unlike there, a name
/// that is not in the set is an error: the run is of another set then, and its figures would be wrong.
package struct RunReader {
  private let side: QuerySide
  private let queries: [String: Int]
  private let documents: [String: Int]

  /// A reader of runs with these names, in the order of the set's ids.
  package init(by side: QuerySide, profiles: [String], postings: [String]) {
    self.side = side
    queries = positions(of: side == .profile ? profiles : postings)
    documents = positions(of: side == .profile ? postings : profiles)
  }

  /// The run that bytes hold; no bytes are a run without rankings.
  package func read(_ bytes: [UInt8]) throws(RunError) -> Run {
    var rankings = [[Run.Entry]](repeating: [], count: queries.count)
    var seen = [Set<Int>](repeating: [], count: queries.count)
    for (number, fields) in Fields.lines(bytes, separator: { $0 == 0x20 || $0 == 0x09 }) {
      let fields = fields.filter { !$0.isEmpty }
      if fields.isEmpty { continue }
      guard fields.count >= 5 else { throw .fields(line: number, count: fields.count) }
      guard let query = queries[fields[0]] else { throw .unknown(line: number, id: fields[0]) }
      guard let document = documents[fields[2]] else {
        throw .unknown(line: number, id: fields[2])
      }
      guard let score = Double(fields[4]), score.isFinite else {
        throw .score(line: number, text: fields[4])
      }
      guard seen[query].insert(document).inserted else { throw .duplicate(line: number) }
      rankings[query].append(Run.Entry(document: document, score: score))
    }
    return Run(by: side, rankings: rankings)
  }
}

/// Why a run cannot be used; lines count from 1.
package enum RunError: Error, Equatable, Sendable {
  /// A line has less than five fields.
  case fields(line: Int, count: Int)
  /// The set has no document of this name on that side.
  case unknown(line: Int, id: String)
  /// What stands for a score is no finite number.
  case score(line: Int, text: String)
  /// The query ranked the document in an earlier line.
  case duplicate(line: Int)
}
