/// Profiles and postings of which people graded some pairs.
///
///     let set = try LabelledSet(profiles: ["p1", "p2"], postings: ["r1"], qrels: bytes)
///     for query in set.queries(by: .posting) { … }
///
/// The set knows the documents by their positions in the two lists of ids, and nothing of their
/// texts. Every judgement is of a pair of known ids, no pair is judged twice, and at least one query
/// can be graded.
package struct LabelledSet: Sendable {
  /// What the grades mean, and so which figures there are.
  package enum Kind: String, Sendable, CaseIterable, Codable {
    /// Relevance in whole grades; a pair without a grade counts as grade 0.
    case graded
    /// The judges' scores, to be compared within a posting; a pair without a grade does not count.
    case ranked
  }

  /// What people said of a pair.
  package struct Judgement: Sendable, Equatable {
    /// The position of the profile's id.
    package let profile: Int
    /// The position of the posting's id.
    package let posting: Int
    package let grade: Double
  }

  /// A document that asks, with the judged documents of the other side in the order of the file.
  package struct Query: Sendable, Equatable {
    /// The position of the id that asks.
    package let position: Int
    /// The positions of the judged documents, no two alike.
    package internal(set) var documents: [Int]
    /// Their grades.
    package internal(set) var grades: [Double]
  }

  package let profiles: [String]
  package let postings: [String]
  package let kind: Kind
  /// In the order of the file.
  package let judgements: [Judgement]

  /// Reads the judgements of a set.
  ///
  /// - Parameters:
  ///   - profiles: the profiles' ids, no two alike; likewise `postings`.
  ///   - qrels: the bytes of `qrels.tsv`.
  ///   - kind: what the grades mean; without it, graded where all are whole numbers from 0 to 2.
  ///
  /// Complexity: O(bytes + ids).
  package init(
    profiles: [String], postings: [String], qrels: [UInt8], kind: Kind? = nil
  ) throws(QrelsError) {
    let rows = try QrelsReader(profiles: profiles, postings: postings).read(qrels)
    self.profiles = profiles
    self.postings = postings
    judgements = rows.map(\.judgement)
    self.kind = kind ?? Self.kind(of: judgements)
    switch self.kind {
    case .graded:
      for row in rows where !Self.isWhole(row.judgement.grade, upTo: 60) {
        throw .notWhole(line: row.line, text: row.text)
      }
      if topGrade == 0 { throw .nothingToFind }
    case .ranked:
      if !queries(by: .posting).contains(where: \.isComparable) { throw .nothingToCompare }
    }
  }

  /// The highest grade of the set.
  package var topGrade: Double { judgements.lazy.map(\.grade).max() ?? 0 }

  /// The documents of a side that have judged pairs, in the order of their first line.
  package func queries(by side: QuerySide) -> [Query] {
    var places: [Int: Int] = [:]
    var queries: [Query] = []
    for judgement in judgements {
      let (asking, asked) =
        side == .profile
        ? (judgement.profile, judgement.posting) : (judgement.posting, judgement.profile)
      if places[asking] == nil {
        places[asking] = queries.count
        queries.append(Query(position: asking, documents: [], grades: []))
      }
      guard let place = places[asking] else { continue }
      queries[place].documents.append(asked)
      queries[place].grades.append(judgement.grade)
    }
    return queries
  }

  private static func kind(of judgements: [Judgement]) -> Kind {
    judgements.allSatisfy { isWhole($0.grade, upTo: 2) } ? .graded : .ranked
  }

  private static func isWhole(_ grade: Double, upTo limit: Double) -> Bool {
    grade <= limit && grade.rounded() == grade
  }
}

extension LabelledSet.Query {
  /// Whether there is an order to compare: three or more grades, not all the same.
  var isComparable: Bool { grades.count >= 3 && grades.contains { $0 != grades[0] } }
}
