#if CommandLine
  import Evaluation
  import Rolefit
  import Weighting

  /// Scores all pairs of a labelled set, in both directions, as `rolefit match` would.
  ///
  /// A pair has the same score in both directions. Each has its search all the same: what a document
  /// without usable words becomes, and how equal scores are ordered, is then what users see.
  struct PairScorer {
    /// What came out for one model.
    struct Result {
      let runs: Runs
      let identity: Engine.Identity
      /// The ids of documents without a usable word.
      let unranked: [String]
    }

    let set: EvaluationSet
    let threads: Int
    let engine: Engine

    /// The runs of a model.
    ///
    /// Complexity: O(profiles · postings) scores and as many entries in memory.
    func score(_ parts: ModelParts) async throws -> Result {
      let engine = engine.counting(parts)
      let postings = await Pool(roles: set.postings, engine: engine, threads: threads)
      let byProfile = try await run(of: .profile, set.profiles, over: postings)
      let profiles = await Pool(profiles: set.profiles, engine: engine, threads: threads)
      let byPosting = try await run(of: .posting, set.postings, over: profiles)
      return Result(
        runs: Runs(byProfile: byProfile, byPosting: byPosting), identity: engine.identity,
        unranked: try profiles.unranked() + postings.unranked())
    }

    private func run(
      of side: QuerySide, _ queries: [Document], over pool: Pool
    ) async throws -> Run {
      let ranked = side == .profile ? set.labels.postings : set.labels.profiles
      let positions = Dictionary(uniqueKeysWithValues: zip(ranked, 0...))
      let found = try await pool.pairs(of: queries, top: pool.count, threads: threads)
      let rankings = found.map { pairs in
        pairs.map { pair in
          let id = side == .profile ? pair.role : pair.profile
          guard let position = positions[id] else { preconditionFailure("\(id) is not in the set") }
          return Run.Entry(document: position, score: pair.score)
        }
      }
      return Run(by: side, rankings: rankings)
    }
  }
#endif
