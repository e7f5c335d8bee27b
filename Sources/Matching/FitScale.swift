/// Maps the score of a pair to 0–100.
///
/// A fit is calibrated on graded pairs of two labelled sets: it is how many of 100 pairs with such a
/// score people call related, where one pair in ten is related at all. On each set a logistic regression
/// on a piecewise linear function of the score gives the odds, which are brought from the set's rate to
/// one in ten (King and Zeng 2001, prior correction), and the mean of both is taken. How far the two are
/// apart, and how often a fit was right on each, stands in "What is left out" of the documentation.
///
/// Between two knots the map is linear, so that no logarithm or exponential is needed, and the same
/// score gives the same fit on any machine.
package enum FitScale {
  /// The name of the calibration; it changes with any knot.
  package static let version = "graded-1"

  /// Scores and their fits, both rising.
  private static let knots: [(score: Double, fit: Double)] = [
    (0, 0), (0.08, 2), (0.11, 6), (0.14, 14), (0.17, 27), (0.20, 42), (0.23, 57), (0.26, 68),
    (0.32, 79), (0.40, 85), (0.50, 90), (0.65, 94), (0.85, 98), (1.00, 100),
  ]

  /// The bands, the best first, and the fit from which each begins.
  package static let bands: [(least: Int, name: String)] = [
    (80, "excellent"), (60, "strong"), (40, "fair"), (20, "weak"), (0, "poor"),
  ]

  /// The fit of a score.
  package static func fit(_ score: Double) -> Fit {
    // Only forged files give a score that is no number.
    guard !score.isNaN else { return fit(0) }
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
