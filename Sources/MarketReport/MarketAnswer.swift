package import Market
package import Rolefit

/// The figures of a market, and what they depend on beside the postings.
package struct MarketAnswer: Codable, Sendable {
  /// What reads the postings.
  package var identity: Engine.Identity
  /// The figures.
  package var figures: MarketFigures

  /// An answer.
  package init(identity: Engine.Identity, figures: MarketFigures) {
    self.identity = identity
    self.figures = figures
  }
}
