import Matching
import Reading

extension ExplanationPage {
  // MARK: - Years

  /// The years asked for, and how those that are shown were counted.
  func writeYears(_ finding: Finding, _ html: inout HTMLWriter) {
    guard let years = finding.years else { return }
    html.element("p", ["class": "years"]) { html in
      html.text("\(ExplanationFigures.count(years, "year")) asked")
      guard let months = finding.monthsShown, let periods = finding.periods else { return }
      guard !periods.isEmpty else { return html.text("; no dated position shows them") }
      html.text("; ")
      for (index, period) in periods.enumerated() {
        if index > 0 { html.text(" + ") }
        write(period, &html)
      }
      let sum = periods.reduce(0) { $0 + min(max(0, $1.months), 10_000) }
      if sum != months { html.text("; overlaps counted once") }
      html.text(" = ")
      html.element("strong", ExplanationFigures.duration(months: months))
    }
  }

  /// "Beekeeper, 2019-03 to 2022-08 (42 months)".
  private func write(_ period: Finding.Period, _ html: inout HTMLWriter) {
    let end = period.end.map { "\($0)" } ?? "today"
    html.element("a", ["href": "#" + ExplanationAnchor.line(period)]) { html in
      if let name = period.title ?? period.employer {
        html.element("bdi", name)
        html.text(" ")
      }
      html.element("span", ["class": "dates"], "\(period.start) to \(end)")
    }
    html.text(" (\(ExplanationFigures.count(period.months, "month")))")
  }

  // MARK: - Quotes

  /// Quotes from the résumé with their words marked, each leading to its place.
  func write(_ evidence: [Evidence], _ html: inout HTMLWriter) {
    guard !evidence.isEmpty else { return }
    html.element("ul", ["class": "proof"]) { html in
      for quote in evidence {
        html.element("li") { html in
          html.element("a", ["href": "#" + ExplanationAnchor.passage(quote.passage)]) { html in
            write(quote, &html)
          }
        }
      }
    }
  }

  private func write(_ quote: Evidence, _ html: inout HTMLWriter) {
    let range = excerpt(of: quote)
    let words = joined(
      quote.words.map { MarkedText.Mark(span: $0.span, style: "hit", readAs: $0.readAs) })
    html.text(range.lowerBound > quote.span.lowerBound ? "“… " : "“")
    html.element("bdi") { MarkedText(resume.text).write(words, in: range, to: &$0) }
    html.text(range.upperBound < quote.span.upperBound ? " …”" : "”")
  }

  /// The passage, or of a long one the part around its first marked word.
  private func excerpt(of quote: Evidence) -> Range<Int> {
    let (longest, before) = (260, 80)
    let whole = quote.span.clamped(to: 0..<resume.text.count)
    guard whole.count > longest else { return whole }
    let word = quote.words.map { $0.span.clamped(to: whole).lowerBound }.min() ?? whole.lowerBound
    var lower = max(whole.lowerBound, min(word - before, whole.upperBound - longest))
    var upper = min(whole.upperBound, lower + longest)
    // Both ends go back to a space, so that no word is cut.
    if lower > whole.lowerBound {
      lower = resume.text[whole.lowerBound..<lower].lastIndex(of: 0x20).map { $0 + 1 } ?? lower
    }
    if upper < whole.upperBound {
      upper = resume.text[lower..<upper].lastIndex(of: 0x20) ?? upper
    }
    return lower..<max(lower, upper)
  }
}
