import Matching
import Roles

extension ExplanationPage {
  // MARK: - What would raise it

  /// At most three missing requirements.
  func writeGaps(_ html: inout HTMLWriter) {
    let lead =
      "The missing requirements whose words would add most to the score, one at a time and all "
      + "else equal. Only what is true belongs in a résumé."
    writeSection("gaps", "What would raise it most, if it is true of you", lead, &html) { html in
      guard !explanation.gaps.isEmpty else {
        return html.element("p", "Nothing that is missing would raise the score.")
      }
      html.element("ol", ["class": "gaps"]) { html in
        for gap in explanation.gaps {
          html.element("li") { html in
            html.element("strong", "+" + ExplanationFigures.score(gap.gain))
            html.text(" ")
            writeWords(gap, &html)
            if let change = change(gap) { html.element("small", change) }
          }
        }
      }
    }
  }

  private func writeWords(_ gap: Explanation.Gap, _ html: inout HTMLWriter) {
    let leaves = match.requirements.flatMap(\.leaves)
    guard let finding = leaves.first(where: { $0.id == gap.id }) else {
      return html.element("bdi", gap.text)
    }
    html.element("a", ["href": "#" + ExplanationAnchor.requirement(finding)]) { html in
      html.element("bdi", gap.text)
    }
  }

  /// "fit 68 to 71".
  private func change(_ gap: Explanation.Gap) -> String? {
    guard let fit = match.fit, fit.calibration == FitScale.version,
      match.score.isFinite, gap.gain.isFinite
    else { return nil }
    let raised = FitScale.fit(match.score + gap.gain).value
    return raised > fit.value ? "fit \(fit.value) to \(raised)" : nil
  }

  // MARK: - How the score adds up

  /// A line of the sum.
  private struct Part {
    var name: String
    var value: Double
    var target: String?
  }

  private var parts: [Part] {
    let fields = match.fields.map { field in
      Part(name: ExplanationWords.name(ofField: field.id), value: field.contribution)
    }
    let sections: [Part] = [Requirement.Section.required, .preferred, .responsibility, .other].map {
      section in
      let findings = match.requirements.filter { $0.section == section }
      return Part(
        name: ExplanationWords.name(section),
        value: findings.reduce(0) { $0 + $1.contribution }, target: "#requirements")
    }
    return (fields + sections).filter { abs($0.value) >= 0.000_05 }
  }

  /// The parts of the role and what each adds.
  func writeSum(_ html: inout HTMLWriter) {
    let lead =
      "Each word that stands in both texts adds the product of its weights in them, and words that "
      + "are used alike add by frozen tables; these are the sums over the parts of the role. Of the "
      + "score \(ExplanationFigures.score(match.score - match.alike)) come from shared words and "
      + "\(ExplanationFigures.score(match.alike)) from likeness."
    writeSection("sum", "How the score adds up", lead, &html) { html in
      let most = parts.map(\.value).max() ?? 0
      html.element("table", ["class": "sum"]) { html in
        html.element("thead", ["class": "hidden"]) { html in
          html.element("tr") { html in
            for name in ["Part", "Adds", "Share", "Bar"] {
              html.element("th", ["scope": "col"], name)
            }
          }
        }
        html.element("tbody") { html in
          for part in parts { write(part, most: most, &html) }
        }
        html.element("tfoot") { write(Part(name: "Score", value: match.score), most: 0, &$0) }
      }
    }
  }

  private func write(_ part: Part, most: Double, _ html: inout HTMLWriter) {
    html.element("tr") { html in
      html.element("th", ["scope": "row"]) { html in
        if let target = part.target {
          html.element("a", ["href": target], part.name)
        } else {
          html.text(part.name)
        }
      }
      html.element("td", ["class": "value"], ExplanationFigures.score(part.value))
      let share =
        match.score > 0 ? ExplanationFigures.percent(max(0, part.value) / match.score) : "–"
      html.element("td", ["class": "value"], share)
      html.element("td", ["class": "drawn"]) { html in
        let width =
          most > 0 && part.value.isFinite && part.value > 0
          ? Int((part.value / most * 1000).rounded()) : 0
        guard width > 0 else { return }
        html.markup(
          "<svg class=\"bar\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" "
            + "aria-hidden=\"true\" focusable=\"false\">"
            + "<rect class=\"filled\" width=\"\(min(1000, width))\" height=\"10\"/></svg>")
      }
    }
  }
}
