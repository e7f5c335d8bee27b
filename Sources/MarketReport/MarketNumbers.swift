package import Market

/// Numbers and names as pages and the terminal show them, without a locale.
package enum MarketNumbers {
  /// "12,345".
  package static func grouped(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var grouped = ""
    while digits.count > 3 {
      grouped = "," + digits.suffix(3) + grouped
      digits = String(digits.dropLast(3))
    }
    return (number < 0 ? "−" : "") + digits + grouped
  }

  /// "1 role", "12,345 roles".
  package static func roles(_ number: Int) -> String {
    grouped(number) + (number == 1 ? " role" : " roles")
  }

  /// "950", "42k", "42.5k", "1.25M": for axes and columns.
  package static func short(_ number: Int) -> String {
    let (unit, name) =
      number >= 1_000_000_000
      ? (1_000_000_000, "B") : number >= 1_000_000 ? (1_000_000, "M") : (1_000, "k")
    guard number >= 1_000 else { return String(number) }
    let hundredths = (number * 100 + unit / 2) / unit
    // Three digits say enough of an amount.
    let rounded =
      hundredths >= 10_000
      ? (hundredths + 50) / 100 * 100
      : hundredths >= 1_000 ? (hundredths + 5) / 10 * 10 : hundredths
    var fraction = String(rounded % 100 + 100).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    return "\(rounded / 100)" + (fraction.isEmpty ? "" : ".\(fraction)") + name
  }

  /// A part of a whole as a length in percent of it, with two digits: "41.67%".
  package static func length(_ part: Double, of whole: Double) -> String {
    let share = whole > 0 ? min(1, max(0, part / whole)) : 0
    let hundredths = Int((share * 10_000).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100)." + (fraction < 10 ? "0" : "") + "\(fraction)%"
  }

  /// What people call a figure's kind where its name is a code of ours.
  package static func label(_ figure: CountFigure) -> String { label(figure.label) }

  /// The same for a name.
  package static func label(_ name: String) -> String {
    switch name {
    case "unknown": "not said"
    case "undated": "without a month"
    case "other": "other titles"
    case "untitled": "no title found"
    case "yearly": "with a year’s pay"
    case "open": "one end only"
    case "unlikely": "unlikely amounts"
    case "none": "none"
    case "onsite": "on site"
    case "entry": "entry, trainee"
    default: name
    }
  }
}
