/// Maps the score of a pair to 0–100.
///
/// Provisional: the knots are quantiles of the scores of this model on the shipped background's own
/// texts, not yet on graded pairs; see "How a score is made". Between two knots the map is linear, so
/// that no logarithm or exponential is needed, and the same score gives the same fit on any machine.
package enum FitScale {
  /// The name of the calibration; it changes with any knot.
  package static let version = "provisional-1"

  /// Scores and their fits, both rising.
  private static let knots: [(score: Double, fit: Double)] = [
    (0, 0), (0.02, 10), (0.05, 30), (0.10, 55), (0.16, 75), (0.25, 90), (0.45, 100),
  ]

  private static let bands: [(least: Int, name: String)] = [
    (80, "excellent"), (60, "strong"), (40, "fair"), (20, "weak"), (0, "poor"),
  ]

  /// The fit of a score.
  package static func fit(_ score: Double) -> Fit {
    var value = knots[knots.count - 1].fit
    for (lower, upper) in zip(knots, knots.dropFirst()) where score < upper.score {
      let share = (score - lower.score) / (upper.score - lower.score)
      value = lower.fit + share * (upper.fit - lower.fit)
      break
    }
    let rounded = Int(min(100, max(0, value)).rounded())
    let band = bands.first { rounded >= $0.least }?.name ?? "poor"
    return Fit(value: rounded, band: band, calibration: version)
  }
}
