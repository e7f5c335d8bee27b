public import Documents
import Indexing
public import Matching
public import Reading
public import Roles
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
  /// How many better or equal matches were not listed, by why.
  public var passedOver: [String: Int]

  private enum CodingKeys: String, CodingKey {
    case identity, asOf = "as_of", query, pool, matches, unranked, passedOver = "passed_over"
  }
}

/// What a match must have to be listed; a role that does not say is kept.
public struct Preferences: Sendable {
  /// Why a match is not listed.
  public enum Reason: String, Sendable, Codable, CaseIterable {
    case gate, pay, location, workplace, closed, fit, words
  }

  /// The least pay.
  public struct Pay: Sendable {
    /// A year's pay.
    public var yearly: Double
    /// The currency; nil for whatever the role pays in.
    public var currency: String?

    /// The least pay a year.
    public init(yearly: Double, currency: String? = nil) {
      self.yearly = yearly
      self.currency = currency
    }
  }

  /// Whether matches with a failed gate are left out.
  public var onlyEligible = false
  /// The least pay, compared with the most that the role pays.
  public var minimumPay: Pay?
  /// A place that the role must lie in, unless it is remote.
  public var location: Place?
  /// The workplaces that are wanted; empty for any.
  public var workplaces: Set<Role.Workplace> = []
  /// Whether roles whose closing date is over are left out.
  public var onlyOpen = false
  /// The least fit; a text that is too thin to judge is held to it by its score.
  public var minimumFit = 0
  /// Words that all are to stand in the title or the employer's name, in whatever case.
  public var words: [String] = []

  /// No preferences.
  public init() {}

  /// What a profile declares: the least pay and the workplaces.
  public init(declared: Declaration) {
    if let pay = declared.minimumPay {
      let period = pay.period.flatMap { Roles.Pay.Period(rawValue: $0) } ?? .year
      minimumPay = Pay(yearly: pay.amount * period.perYear, currency: pay.currency)
    }
    workplaces = Set((declared.workplace ?? []).compactMap { Role.Workplace(rawValue: $0) })
  }

  /// Why a match is not listed; nil where it is.
  public func objection(to match: Match) -> Reason? {
    if onlyEligible && match.isBarred { return .gate }
    if onlyOpen,
      match.gates.contains(where: { $0.gate.kind == .closingDate && $0.outcome == .fail })
    {
      return .closed
    }
    if FitScale.fit(match.score).value < minimumFit { return .fit }
    if !words.isEmpty {
      let name = "\(match.title) \(match.employer ?? "")".lowercased()
      if !words.allSatisfy({ name.contains($0.lowercased()) }) { return .words }
    }
    if let minimumPay, let pay = match.pay,
      minimumPay.currency == nil || minimumPay.currency == pay.currency,
      (pay.maximum ?? .infinity) * pay.period.perYear < minimumPay.yearly
    {
      return .pay
    }
    if !workplaces.isEmpty, match.workplace != .unknown, !workplaces.contains(match.workplace) {
      return .workplace
    }
    if let location, match.workplace != .remote, !match.locations.isEmpty,
      !match.locations.contains(where: { $0.meets(location) })
    {
      return .location
    }
    return nil
  }
}

/// Why a text cannot be ranked.
public enum RankingError: Error, Equatable {
  /// The text, given by its id, holds no usable term.
  case noTerms(id: String)
  /// The index that the pool was opened from cannot be relied on, or not be read.
  case index(RoleIndexError)
}

extension Pool {
  /// Ranks the pool against one text of the other side.
  ///
  /// - Parameters:
  ///   - document: a résumé for a pool of roles, a posting for a pool of profiles.
  ///   - top: how many matches at most; at least 1.
  ///   - asOf: the day that closing dates are compared with; it never moves a score.
  ///   - preferences: what a match must have to be listed.
  /// - Throws: `RankingError.noTerms` where the text holds no usable term, `RankingError.index` where
  ///   the files of an index cannot be relied on.
  ///
  /// Complexity: O(entries of the query's terms + n log n), n the size of the pool, plus the reading
  /// of the matches that are listed.
  public func rank(
    against document: Document, top: Int, asOf: CalendarDate,
    preferences: Preferences = Preferences()
  ) throws(RankingError) -> Ranking {
    precondition(top >= 1, "top \(top)")
    let pairs = PairReader(knowledge: engine.knowledge, asOf: asOf)
    let read: (Document) -> Match
    var query: DocumentVector
    switch side {
    case .roles:
      let profile = engine.prepared(profile: document)
      let evidence = pairs.evidence(of: profile)
      query = profile.scored
      read = { pairs.match(engine.prepared(role: $0), profile, evidence) }
    case .profiles:
      let role = engine.prepared(role: document)
      query = role.scored
      read = { pairs.match(role, engine.prepared(profile: $0)) }
    }
    guard !query.isEmpty else { throw .noTerms(id: document.id) }
    do {
      if case .queries = expansion {
        query = try expanded(query)
      }
      let found = try listed(query, top: top, preferences, read)
      return Ranking(
        identity: engine.identity, asOf: asOf, query: document.id, pool: count,
        matches: found.matches, unranked: try unranked(), passedOver: found.passedOver)
    } catch {
      throw .index(error)
    }
  }

  /// The best that preferences have nothing against: the window of the search grows until there are
  /// enough of them, or no more.
  private func listed(
    _ query: DocumentVector, top: Int, _ preferences: Preferences, _ read: (Document) -> Match
  ) throws(RoleIndexError) -> (matches: [Match], passedOver: [String: Int]) {
    var matches: [Match] = []
    var passedOver: [String: Int] = [:]
    var seen = 0
    var window = top
    while true {
      let hits = try best(window, for: query)
      for hit in hits.dropFirst(seen) where matches.count < top {
        // Scores fall from here on: nothing that follows is fit enough.
        if expansion == nil, FitScale.fit(hit.score).value < preferences.minimumFit {
          return (matches, passedOver)
        }
        var match = read(try source.document(at: hit.position))
        if let reason = preferences.objection(to: match) {
          passedOver[reason.rawValue, default: 0] += 1
          continue
        }
        match.rank = matches.count + 1
        if expansion != nil { match.order = hit.score }
        matches.append(match)
      }
      if matches.count == top || hits.count < window { return (matches, passedOver) }
      seen = hits.count
      window = min(8 * window, max(window + 1, count))
    }
  }
}
