import Documents
import Matching
import Reading
import Roles

extension ExplanationPage {
  /// Title, facts, fit, warnings and the three figures.
  func writeHeader(_ html: inout HTMLWriter) {
    html.newline()
    html.element("header", ["class": "top"]) { html in
      html.element("div", ["class": "role"]) { html in
        html.element("p", ["class": "pair"]) { html in
          html.text("Résumé ")
          html.element("bdi", match.profile)
          html.text(" for role ")
          html.element("bdi", match.role)
        }
        html.element("h1") { $0.element("bdi", title) }
        html.element("p", ["class": "facts"]) { html in
          for (index, fact) in facts.enumerated() {
            if index > 0 { html.text(" · ") }
            html.element("bdi", fact)
          }
        }
        html.element("p", ["class": "summary"], summary)
      }
      writeFit(&html)
      for warning in match.warnings {
        html.element("p", ["class": "note"]) { html in
          html.element("strong", "Note ")
          html.text(warning.message)
        }
      }
      writeFigures(&html)
    }
  }

  /// Employer, places, workplace and pay.
  private var facts: [String] {
    var facts = [match.employer].compactMap { $0 } + match.locations.prefix(3).map(\.text)
    if match.locations.count > 3 { facts.append("\(match.locations.count - 3) more places") }
    if match.workplace != .unknown { facts.append(match.workplace.rawValue) }
    if let pay = match.pay { facts.append(ExplanationFigures.pay(pay)) }
    return facts
  }

  /// "3 of 5 required met, 1 of 4 preferred met; no gate fails".
  private var summary: String {
    let parts = [Requirement.Section.required, .preferred].compactMap { section -> String? in
      let findings = match.requirements.filter { $0.section == section }
      let met = findings.filter { $0.verdict == .met }.count
      return findings.isEmpty ? nil : "\(met) of \(findings.count) \(section.rawValue) met"
    }
    let failed = match.gates.filter { $0.outcome == .fail }
      .map { ExplanationWords.spaced($0.gate.kind.rawValue) }
    let gates =
      match.gates.isEmpty
      ? "no gates" : failed.isEmpty ? "no gate fails" : "fails: \(failed.joined(separator: ", "))"
    return parts.isEmpty ? gates : parts.joined(separator: ", ") + "; " + gates
  }

  // MARK: - Fit

  /// The bands of the scale, each a fifth.
  private static let bands = ["poor", "weak", "fair", "strong", "excellent"]

  private func writeFit(_ html: inout HTMLWriter) {
    guard let fit = match.fit else {
      html.element("div", ["class": "fit none"]) { html in
        html.element("p", ["class": "value"]) { $0.element("strong", "No fit") }
        html.element("p", "There is too little text to say how good a match this is.")
      }
      return
    }
    html.element("div", ["class": "fit"]) { html in
      html.element("p", ["class": "caption"], "fit, of 100")
      html.element("p", ["class": "value"]) { html in
        html.element("strong", "\(fit.value)")
        html.text(" ")
        html.element("span", ["class": "band"], fit.band)
      }
      html.markup(Self.scale(fit.value))
      html.element("p", ["class": "bands", "aria-hidden": "true"]) { html in
        for band in Self.bands {
          html.element("span", ["class": band == fit.band ? "here" : nil], band)
        }
      }
    }
  }

  /// Five fifths of a bar, filled up to a value of 0 to 100.
  private static func scale(_ value: Int) -> String {
    let value = min(100, max(0, value))
    var bar = "<svg class=\"bar\" viewBox=\"0 0 500 10\" preserveAspectRatio=\"none\" "
    bar += "aria-hidden=\"true\" focusable=\"false\">"
    for fifth in 0..<5 {
      bar += "<rect class=\"track\" x=\"\(fifth * 100)\" width=\"97\" height=\"10\"/>"
      let filled = min(97, max(0, value * 5 - fifth * 100))
      if filled > 0 {
        bar += "<rect class=\"filled\" x=\"\(fifth * 100)\" width=\"\(filled)\" height=\"10\"/>"
      }
    }
    return bar + "</svg>"
  }

  // MARK: - Figures

  private func writeFigures(_ html: inout HTMLWriter) {
    let figures = [
      (
        "score", ExplanationFigures.score(match.score),
        "ranks this pair among others; it is no percentage"
      ),
      (
        "coverage", ExplanationFigures.percent(match.coverage),
        "of what the role asks for stands in the résumé, by the weight of its words"
      ),
      (
        "reverse coverage", ExplanationFigures.percent(match.reverseCoverage),
        "of what the résumé says is called for by the role"
      ),
    ]
    html.element("dl", ["class": "figures"]) { html in
      for (name, value, phrase) in figures {
        html.element("div") { html in
          html.element("dt", name)
          html.element("dd") { html in
            html.element("strong", value)
            html.text(" ")
            html.element("span", phrase)
          }
        }
      }
    }
  }
}
