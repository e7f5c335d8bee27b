#if Server
  import NIOCore
  import Rolefit
  import Workspaces

  /// A ranking as the workspace remembers it: what was ranked for whom, and how it came out, without a word
  /// of either text.
  struct RunRecord: Encodable {
    struct Listed: Encodable {
      let role: String
      let profile: String
      let rank: Int
      let score: Double
      let fit: Int?
    }

    let asOf: CalendarDate
    let query: String
    let pool: Int
    let passedOver: [String: Int]
    let listed: [Listed]

    private enum CodingKeys: String, CodingKey {
      case asOf = "as_of", query, pool, passedOver = "passed_over", listed
    }

    init(_ ranking: Ranking) {
      asOf = ranking.asOf
      query = ranking.query
      pool = ranking.pool
      passedOver = ranking.passedOver
      listed = ranking.matches.map {
        Listed(
          role: $0.role, profile: $0.profile, rank: $0.rank, score: $0.score, fit: $0.fit?.value)
      }
    }
  }

  extension ServiceState {
    /// Remembers a ranking, unless it speaks of a résumé that is only looked at: that leaves nothing
    /// behind.
    ///
    /// - Parameter profiles: the ids of the profiles; the removal of one takes it out of the run.
    func log(_ what: String, _ ranking: Ranking, of profiles: [String]) throws {
      guard profiles.allSatisfy({ visitors[$0] == nil }) else { return }
      try workspace.log(
        Workspace.Run(
          at: Self.now, what: what, identity: ranking.identity, profiles: profiles,
          result: String(buffer: Reply.encoded(RunRecord(ranking)))))
    }
  }
#endif
