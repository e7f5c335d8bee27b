/// What a candidate declares beside the résumé, in the `rolefit` object of a JSON résumé.
///
///     "rolefit": {"clearance": "Secret", "citizenship": ["US"], "workPermits": ["US"],
///                 "sponsorshipNeeded": false, "places": ["Denver, CO"],
///                 "workplace": ["remote", "hybrid"],
///                 "minimumPay": {"amount": 120000, "currency": "USD", "period": "year"}}
///
/// A field that is absent is unknown, and what is unknown never counts against anyone.
public struct Declaration: Sendable, Codable, Equatable {
  /// The least pay that is wanted.
  public struct Pay: Sendable, Codable, Equatable {
    /// How much, in `currency`.
    public var amount: Double
    /// An ISO 4217 code.
    public var currency: String?
    /// `hour`, `day`, `month` or `year`.
    public var period: String?
  }

  /// The level of an active clearance, or `none`.
  public var clearance: String?
  /// ISO 3166 codes of citizenships.
  public var citizenship: [String]?
  /// ISO 3166 codes of countries in which one may work.
  public var workPermits: [String]?
  /// Whether an employer must sponsor a visa.
  public var sponsorshipNeeded: Bool?
  /// Places where one wants to work; "remote" is a workplace, not a place.
  public var places: [String]?
  /// `onsite`, `hybrid`, `remote`.
  public var workplace: [String]?
  /// The least pay that is wanted.
  public var minimumPay: Pay?

  /// Nothing declared.
  public init() {}
}
