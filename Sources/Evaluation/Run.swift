/// What an engine made of a set: for each document that asks, the others from the best to the worst.
///
/// The word is TREC's. A document that is not in a ranking counts as below all that are.
package struct Run: Sendable {
  /// A ranked document and what ranked it.
  package struct Entry: Sendable, Equatable {
    /// The position of the document's id.
    package let document: Int
    package let score: Double

    package init(document: Int, score: Double) {
      self.document = document
      self.score = score
    }
  }

  package let by: QuerySide
  /// For the document at each position of the asking side, its ranking: by falling scores.
  package let rankings: [[Entry]]

  /// Orders entries by falling scores; equal scores keep the order in which they are given.
  ///
  /// No ranking names a document twice. Complexity: O(n log n) for each ranking's n entries.
  package init(by side: QuerySide, rankings: [[Entry]]) {
    by = side
    self.rankings = rankings.map { entries in
      entries.enumerated().sorted { left, right in
        left.element.score == right.element.score
          ? left.offset < right.offset : left.element.score > right.element.score
      }
      .map(\.element)
    }
  }
}

/// The runs of both directions.
package struct Runs: Sendable {
  package let byProfile: Run
  package let byPosting: Run

  package init(byProfile: Run, byPosting: Run) {
    precondition(byProfile.by == .profile && byPosting.by == .posting)
    self.byProfile = byProfile
    self.byPosting = byPosting
  }

  package subscript(side: QuerySide) -> Run { side == .profile ? byProfile : byPosting }
}
