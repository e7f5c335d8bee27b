import Evaluation
import Foundation
import Rolefit

/// The project's own labelled set, `Benchmarks/sample-set`, with the engine that is compiled in.
///
/// The set is small and comes from one side: it is a gate, and no evidence of quality.
struct SampleSet: Sendable {
  /// Read once for all tests.
  static let shared = Result { try SampleSet() }

  let engine: Engine
  let profiles: [Document]
  let postings: [Document]
  let labels: LabelledSet

  private init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Benchmarks/sample-set")
    engine = try Engine()
    profiles = Self.documents(folder.appending(path: "profiles.ndjson"))
    postings = Self.documents(folder.appending(path: "postings.ndjson"))
    labels = try LabelledSet(
      profiles: profiles.map(\.id), postings: postings.map(\.id),
      qrels: Array(try Data(contentsOf: folder.appending(path: "qrels.tsv"))))
  }

  private static func documents(_ file: URL) -> [Document] {
    InputReader.readAll(path: file.path).documents
  }

  /// What people said of a pair; what nobody graded is 0.
  func grade(profile: String, posting: String) -> Double {
    let judgement = labels.judgements.first {
      labels.profiles[$0.profile] == profile && labels.postings[$0.posting] == posting
    }
    return judgement?.grade ?? 0
  }

  /// The scores of profiles for each of some postings, by the profile's id.
  func scores(
    of profiles: [Document], for postings: [Document]
  ) async throws -> [[String: Double]] {
    let pool = await Pool(profiles: profiles, engine: engine, threads: 2)
    let found = try await pool.pairs(of: postings, top: pool.count, threads: 2)
    return found.map { pairs in
      Dictionary(uniqueKeysWithValues: pairs.map { ($0.profile, $0.score) })
    }
  }

  /// The runs of both directions, as `rolefit evaluate` makes them.
  func runs() async throws -> Runs {
    let roles = await Pool(roles: postings, engine: engine, threads: 2)
    let people = await Pool(profiles: profiles, engine: engine, threads: 2)
    let byProfile = try await roles.pairs(of: profiles, top: roles.count, threads: 2)
    let byPosting = try await people.pairs(of: postings, top: people.count, threads: 2)
    return Runs(
      byProfile: Run(
        by: .profile,
        rankings: byProfile.map { entries($0, of: labels.postings, id: \.role) }),
      byPosting: Run(
        by: .posting,
        rankings: byPosting.map { entries($0, of: labels.profiles, id: \.profile) }))
  }

  private func entries(
    _ pairs: [Pair], of ids: [String], id: (Pair) -> String
  ) -> [Run.Entry] {
    pairs.compactMap { pair in
      ids.firstIndex(of: id(pair)).map { Run.Entry(document: $0, score: pair.score) }
    }
  }
}
