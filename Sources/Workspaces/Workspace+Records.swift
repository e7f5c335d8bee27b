#if Catalog
  import Catalog
  import Foundation
  package import Rolefit

  extension Workspace {
    /// A decision or a ranking that was made.
    package struct Run: Sendable, Codable {
      /// When, in the seconds that the caller counts.
      package var at: Int64
      /// What was done: "rank", "candidates", ….
      package var what: String
      /// With what it was made.
      package var identity: Engine.Identity
      /// The profiles that the result speaks of; removing one takes it out of the result.
      package var profiles: [String]
      /// What came out, as JSON; nil where the removal of a person took it.
      package var result: String?

      package init(
        at: Int64, what: String, identity: Engine.Identity, profiles: [String], result: String?
      ) {
        self.at = at
        self.what = what
        self.identity = identity
        self.profiles = profiles
        self.result = result
      }
    }

    /// Keeps a run.
    ///
    /// - Returns: its number; numbers rise.
    @discardableResult
    package func log(_ run: Run) throws(WorkspaceError) -> Int64 {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      guard let identity = try? encoder.encode(run.identity) else {
        preconditionFailure("an identity has no JSON: \(run.identity)")
      }
      return try reading { () throws(CatalogError) in
        try catalog.log(
          CatalogRun(
            at: run.at, what: run.what, identity: String(decoding: identity, as: UTF8.self),
            profiles: run.profiles, result: run.result))
      }
    }

    /// Runs in their order, from behind a number; 0 for all.
    package func runs(
      after number: Int64, limit: Int
    ) throws(WorkspaceError) -> [(number: Int64, run: Run)] {
      let runs = try reading { () throws(CatalogError) in
        try catalog.runs(after: number, limit: limit)
      }
      let decoder = JSONDecoder()
      return runs.compactMap { number, run in
        let identity = try? decoder.decode(Engine.Identity.self, from: Data(run.identity.utf8))
        guard let identity else { return nil }
        return (
          number,
          Run(
            at: run.at, what: run.what, identity: identity, profiles: run.profiles,
            result: run.result)
        )
      }
    }

    /// An input that was refused.
    package struct Refused: Sendable, Codable, Equatable {
      /// When, in the seconds that the caller counts.
      package var at: Int64
      /// What it was called.
      package var input: String
      /// A code of why, such as `too-large`.
      package var why: String
    }

    /// Keeps what was refused: names and codes, never a text.
    package func note(refusals: [Refusal], now: Int64) throws(WorkspaceError) {
      guard !refusals.isEmpty else { return }
      try reading { () throws(CatalogError) in
        try catalog.note(
          refusals.map { CatalogRefusal(at: now, input: $0.input, why: $0.error.code) })
      }
    }

    /// The latest refusals, the last one first.
    package func refusals(limit: Int) throws(WorkspaceError) -> [Refused] {
      try reading { () throws(CatalogError) in try catalog.refusals(limit: limit) }
        .map { Refused(at: $0.at, input: $0.input, why: $0.why) }
    }
  }
#endif
