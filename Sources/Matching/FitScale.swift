/// Maps the score of a pair to 0–100.
///
/// A fit is calibrated on graded pairs: of pairs with a fit of 40, people call 40 in 100 related, where
/// one pair in ten is related at all. The knots come from 378,430 pairs of a résumé and an occupation of
/// which 3,652 are graded as related, their odds brought from that rate to one in ten (King and Zeng
/// 2001, prior correction): a logistic regression on a piecewise linear function of the score. Fitted on
/// one half of the résumés, it was within 4 of 100 in each band on the other.
///
/// Between two knots the map is linear, so that no logarithm or exponential is needed, and the same
/// score gives the same fit on any machine.
package enum FitScale {
  /// The name of the calibration; it changes with any knot.
  package static let version = "graded-1"

  /// Scores and their fits, both rising.
  private static let knots: [(score: Double, fit: Double)] = [
    (0, 0), (0.08, 2), (0.14, 6), (0.20, 15), (0.26, 33), (0.32, 53), (0.40, 72), (0.50, 87),
    (0.65, 94), (0.85, 98), (1.10, 100),
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
