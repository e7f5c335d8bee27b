/// Maps the score of a pair to 0–100.
///
/// Provisional: a fit says how rare a score is among pairs that nobody chose. Of four million pairs of a
/// résumé and an ad of the background's corpora, half score below a fit of 20, 90% below 40, 99% below
/// 60, 99.9% below 80 and 99.99% below 90. It is not yet calibrated on graded pairs. Between two knots
/// the map is linear, so that no logarithm or exponential is needed, and the same score gives the same
/// fit on any machine.
package enum FitScale {
  /// The name of the calibration; it changes with any knot.
  package static let version = "provisional-1"

  /// Scores and their fits, both rising.
  private static let knots: [(score: Double, fit: Double)] = [
    (0, 0), (0.038, 20), (0.071, 40), (0.116, 60), (0.167, 80), (0.228, 90), (0.450, 100),
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
