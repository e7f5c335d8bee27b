import Matching
import Roles

extension ExplanationPage {
  /// The conditions beside the score.
  func writeGates(_ html: inout HTMLWriter) {
    let lead =
      "Yes or no, beside the score and never inside it. What a résumé does not say is unknown, "
      + "and unknown never counts against anyone."
    writeSection("gates", "Gates", lead, &html) { html in
      guard !match.gates.isEmpty else {
        return html.element("p", "The posting states none that could be read.")
      }
      html.element("ul", ["class": "gates"]) { html in
        for (index, check) in match.gates.enumerated() {
          html.newline()
          write(check, number: index + 1, &html)
        }
      }
    }
  }

  private func write(_ check: GateCheck, number: Int, _ html: inout HTMLWriter) {
    html.element("li", ["id": "gate-\(number)"]) { html in
      let verdict = VerdictMark(check.outcome)
      verdict.write(&html)
      html.element("div", ["class": "asked"]) { html in
        html.element("p") { html in
          html.element("span", ["class": "kind"], ExplanationWords.spaced(check.gate.kind.rawValue))
          html.text(" ")
          html.element("bdi", check.gate.value)
          html.text(" ")
          html.element("span", ["class": "why"]) { $0.element("bdi", check.reason) }
        }
        if !check.gate.quote.isEmpty {
          html.element("p", ["class": "quote"]) { html in
            html.element("a", ["href": "#posting-gate-\(number)"]) { html in
              html.text("“")
              html.element("bdi", check.gate.quote)
              html.text("”")
            }
          }
        }
      }
    }
  }
}
