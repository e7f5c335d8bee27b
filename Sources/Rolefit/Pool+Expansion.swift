import Indexing
import Matching
import Tokenization
import Weighting

/// Relevance feedback without a judge: a profile is taken to hold a little of what its best roles in
/// the pool ask for (pseudo relevance feedback; Manning, Raghavan, Schütze, "Introduction to
/// Information Retrieval", §9.1.6).
///
/// What then orders a ranking depends on the roles that are loaded. It is `order`, beside the `score`,
/// which does not.
enum Expansion {
  /// How many of the best roles count.
  static let roles = 3
  /// What they weigh together; a profile weighs 1.
  static let weight = 0.1

  /// A profile with its best roles: both divided by their lengths, so that its own is 1.
  static func expanded(_ profile: DocumentVector, by roles: [DocumentVector]) -> DocumentVector {
    var weights: [Term: Double] = [:]
    for (term, weight) in zip(profile.indexed.terms, profile.indexed.weights) {
      weights[term] = weight / profile.length
    }
    for role in roles {
      let share = weight / Double(roles.count) / role.length
      for (term, weight) in zip(role.terms.terms, role.terms.weights) {
        weights[term, default: 0] += weight * share
      }
    }
    let entries = weights.map { ($0.key, Double(Float($0.value))) }.filter { $0.1 > 0 }
      .sorted { $0.0 < $1.0 }
    return DocumentVector(
      terms: profile.terms,
      indexed: TermVector(terms: entries.map(\.0), weights: entries.map(\.1)), length: 1,
      row: profile.row)
  }
}

extension Pool {
  /// This pool of roles, ordered by `order`: what a profile shares with its best roles counts too.
  ///
  /// - Precondition: the pool holds roles.
  public func expanding() -> Pool {
    precondition(side == .roles, "profiles are expanded by a pool of roles")
    var pool = self
    pool.expansion = .queries
    return pool
  }

  /// This pool of profiles, each expanded by its best roles of another pool, and ordered by `order`.
  ///
  /// - Precondition: the pool holds profiles, and the other one roles.
  /// - Throws: `RoleIndexError.damaged` where the files of an index cannot be relied on.
  ///
  /// Complexity: a search for each profile, and the reading of three roles.
  public func expanding(
    by roles: Pool, threads: Int
  ) async throws(RoleIndexError) -> Pool {
    precondition(side == .profiles && roles.side == .roles, "profiles by roles")
    var documents: [Document] = []
    for position in 0..<source.end { documents.append(try source.document(at: position)) }
    let vectors = await VectorReader(engine: engine, side: .profiles)
      .read(documents, threads: threads).map(\.vector)
    let expanded = try await roles.expanded(vectors, threads: threads)
    var pool = self
    pool.expansion = .documents(
      VectorIndex(expanded, denseWidth: engine.knowledge.tables.width))
    return pool
  }

  /// Profiles with what their best roles in this pool ask for.
  func expanded(
    _ profiles: [DocumentVector], threads: Int
  ) async throws(RoleIndexError) -> [DocumentVector] {
    let found = try await plain.best(Expansion.roles, for: profiles, threads: threads).hits
    var expanded: [DocumentVector] = []
    for (profile, hits) in zip(profiles, found) { expanded.append(try merged(profile, hits)) }
    return expanded
  }

  /// A profile with what its best roles in this pool ask for.
  func expanded(_ profile: DocumentVector) throws(RoleIndexError) -> DocumentVector {
    try merged(profile, try plain.best(Expansion.roles, for: profile))
  }

  private func merged(
    _ profile: DocumentVector, _ hits: [VectorIndex.Hit]
  ) throws(RoleIndexError) -> DocumentVector {
    guard !profile.isEmpty, !hits.isEmpty else { return profile }
    var documents: [Document] = []
    for hit in hits { documents.append(try source.document(at: hit.position)) }
    let roles = VectorReader(engine: engine, side: .roles).read(documents).map(\.vector)
    return Expansion.expanded(profile, by: roles)
  }

  /// The same pool, ordered by its scores.
  private var plain: Pool {
    var pool = self
    pool.expansion = nil
    return pool
  }

  /// The scores of what was found by another order, by position.
  func scores(
    of hits: [VectorIndex.Hit], for query: DocumentVector
  ) throws(RoleIndexError) -> [Int: Double] {
    guard !hits.isEmpty else { return [:] }
    let index = try source.vectors()
    var allowed = index.blocks.map { [UInt8](repeating: 0, count: ($0.count + 63) / 64 * 8) }
    for hit in hits {
      let block = (index.starts.firstIndex { $0 > hit.position } ?? index.starts.count) - 1
      let vector = hit.position - index.starts[block]
      allowed[block][vector / 8] |= 1 << UInt8(vector % 8)
    }
    let found = index.search([self.query(query)], top: hits.count, allowed: allowed)
    return Dictionary(
      found.hits[0].map { ($0.position, $0.score) }, uniquingKeysWith: { first, _ in first })
  }
}
