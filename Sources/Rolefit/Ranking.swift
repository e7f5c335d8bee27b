public import Documents
import Indexing
public import Matching
public import Reading
import Weighting

/// The best matches of one text in a pool, with all that they depend on.
public struct Ranking: Sendable, Codable {
  /// What the numbers depend on beside the texts.
  public var identity: Engine.Identity
  /// The day that closing dates were compared with.
  public var asOf: CalendarDate
  /// The id of the text that was ranked against.
  public var query: String
  /// How many documents the pool holds.
  public var pool: Int
  /// The matches, the best first.
  public var matches: [Match]
  /// The ids of documents that hold no usable term.
  public var unranked: [String]

  private enum CodingKeys: String, CodingKey {
    case identity, asOf = "as_of", query, pool, matches, unranked
  }
}

/// What a match must have to be listed.
public struct Preferences: Sendable {
  /// Whether matches with a failed gate are left out.
  public var onlyEligible = false
  /// The least yearly pay, compared with the most that the role pays; roles without pay are kept.
  public var minimumPay: Double?
  /// A place that the role must lie in, unless it is remote; roles without a place are kept.
  public var location: Place?

  /// No preferences.
  public init() {}

  /// Whether a match is listed.
  public func admits(_ match: Match) -> Bool {
    if onlyEligible && match.isBarred { return false }
    if let minimumPay, let pay = match.pay, pay.yearlyMaximum < minimumPay { return false }
    if let location, match.workplace != .remote, !match.locations.isEmpty {
      return match.locations.contains { $0.meets(location) }
    }
    return true
  }
}

extension Pay {
  /// The most that is paid in a year: 2,080 hours, 260 days or 12 months.
  public var yearlyMaximum: Double {
    switch period {
    case .hour: maximum * 2_080
    case .day: maximum * 260
    case .month: maximum * 12
    case .year: maximum
    }
  }
}

/// Why a text cannot be ranked.
public enum RankingError: Error, Equatable {
  /// The text, given by its id, holds no usable term.
  case noTerms(id: String)
}

extension Pool {
  /// Ranks the pool against one text of the other side.
  ///
  /// - Parameters:
  ///   - document: a résumé for a pool of roles, a posting for a pool of profiles.
  ///   - top: how many matches at most; at least 1.
  ///   - asOf: the day that closing dates are compared with; it never moves a score.
  ///   - preferences: what a match must have to be listed.
  /// - Throws: `RankingError.noTerms` where the text holds no usable term.
  ///
  /// Complexity: O(entries of the query's terms + n log n), n the size of the pool, plus the reading
  /// of the matches that are listed.
  public func rank(
    against document: Document, top: Int, asOf: CalendarDate,
    preferences: Preferences = Preferences()
  ) throws(RankingError) -> Ranking {
    precondition(top >= 1, "top \(top)")
    let pairs = PairReader(knowledge: engine.knowledge, asOf: asOf)
    var matches: [Match] = []
    let read: (Document) -> Match
    let query: TermVector
    switch side {
    case .roles:
      let profile = engine.prepared(profile: document)
      query = profile.vector
      read = { pairs.match(engine.prepared(role: $0), profile) }
    case .profiles:
      let role = engine.prepared(role: document)
      query = role.vector
      read = { pairs.match(role, engine.prepared(profile: $0)) }
    }
    guard !query.isEmpty else { throw .noTerms(id: document.id) }
    for entry in best(count, for: query) {
      var match = read(entries[entry.index].document)
      guard preferences.admits(match) else { continue }
      match.rank = matches.count + 1
      matches.append(match)
      if matches.count == top { break }
    }
    return Ranking(
      identity: engine.identity, asOf: asOf, query: document.id, pool: count, matches: matches,
      unranked: unranked)
  }
}
