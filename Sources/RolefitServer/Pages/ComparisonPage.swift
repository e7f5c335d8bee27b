#if Server
  import Matching
  import Rolefit

  /// Two candidates for a role beside each other: what they are as a whole, and each requirement.
  ///
  /// What differs is marked with a word and a sign, never by a colour alone.
  struct ComparisonPage {
    /// One of the two.
    struct Side {
      /// What the page calls them.
      let name: String
      /// Where the pair is explained.
      let explanation: String
    }

    let comparison: Comparison
    let first: Side
    let second: Side
    /// The ranking that the two come from.
    let ranking: String

    func html() -> String {
      let title = comparison.title.isEmpty ? comparison.role : comparison.title
      let count = comparison.rows.count { $0.isDifferent }
      let lead =
        count == 0
        ? "Both show the same of each requirement."
        : "They differ in \(count) of \(comparison.rows.count) requirements, which are marked ≠."
      return Page(place: .candidates, title: "Two candidates: \(title)", lead: lead).html { html in
        html.element("p") { $0.element("a", ["href": ranking], "All candidates for this role") }
        html.element("h2", ["id": "whole"], "As a whole")
        writeTable("whole", ["What"], &html, writeWhole)
        html.element("h2", ["id": "requirements"], "Requirement by requirement")
        html.element(
          "p",
          "The weight is the requirement's share of all that the role asks for; the title and what "
            + "the posting says of the work have the rest.")
        writeTable("requirements", ["Requirement"], &html) { html in
          for row in comparison.rows { write(row, &html) }
        }
      }
    }

    private func writeTable(
      _ label: String, _ columns: [String], _ html: inout HTMLWriter,
      _ rows: (inout HTMLWriter) -> Void
    ) {
      html.element("table", ["class": "stack", "aria-labelledby": label]) { html in
        html.element("thead") { html in
          html.element("tr") { html in
            for column in columns { html.element("th", ["scope": "col"], column) }
            for (letter, side) in [("A", first), ("B", second)] {
              html.element("th", ["scope": "col"]) { html in
                html.text(letter + ": ")
                html.element("a", ["href": side.explanation]) { $0.element("bdi", side.name) }
              }
            }
          }
        }
        html.element("tbody", [:], rows)
      }
    }

    // MARK: - As a whole

    private func writeWhole(_ html: inout HTMLWriter) {
      let (a, b) = (comparison.first, comparison.second)
      let fit = { (side: Comparison.Candidate) in
        side.fit.map { "\($0.value), \($0.band)" } ?? "too thin to judge"
      }
      writeRow("Fit", (fit(a), fit(b)), &html)
      let percent = ExplanationFigures.percent
      writeRow("Coverage", (percent(a.coverage), percent(b.coverage)), &html)
      for (left, right) in zip(a.gates, b.gates) {
        let words = { (check: GateCheck) in
          let mark = VerdictMark(check.outcome)
          return "\(mark.sign) \(mark.word): \(check.reason)"
        }
        let kind = ExplanationWords.spaced(left.gate.kind.rawValue)
        writeRow("Gate: \(kind)", (words(left), words(right)), &html)
      }
    }

    private func writeRow(
      _ name: String, _ values: (a: String, b: String), _ html: inout HTMLWriter
    ) {
      let isDifferent = values.a != values.b
      html.element("tr", ["class": isDifferent ? "different" : nil]) { html in
        html.element("th", ["scope": "row"]) { html in
          html.text(name)
          if isDifferent { writeMark(&html) }
        }
        html.element("td", ["data-side": "A"]) { $0.element("bdi", values.a) }
        html.element("td", ["data-side": "B"]) { $0.element("bdi", values.b) }
      }
    }

    private func writeMark(_ html: inout HTMLWriter) {
      html.text(" ")
      html.element("span", ["class": "differs"], "≠ differs")
    }

    // MARK: - Requirements

    private func write(_ row: Comparison.Row, _ html: inout HTMLWriter) {
      html.element("tr", ["class": row.isDifferent ? "different" : nil]) { html in
        html.element("th", ["scope": "row", "class": "depth\(min(row.depth, 3))"]) { html in
          html.element("bdi", row.text)
          html.element("small") { html in
            html.text(facts(row).joined(separator: " · "))
            if row.isDifferent { writeMark(&html) }
          }
        }
        write(row.first, "A", &html)
        write(row.second, "B", &html)
      }
    }

    private func facts(_ row: Comparison.Row) -> [String] {
      var facts = [ExplanationWords.name(row.section)]
      switch row.kind {
      case .any: facts.append("any of what follows")
      case .all: facts.append("all of what follows")
      case .leaf: break
      }
      facts.append("weight " + ExplanationFigures.percent(row.weight))
      return facts
    }

    private func write(_ shown: Comparison.Shown, _ side: String, _ html: inout HTMLWriter) {
      let mark = VerdictMark(shown.verdict)
      html.element("td", ["data-side": side]) { html in
        html.element("span", ["class": "shown \(mark.style)"], "\(mark.sign) \(mark.word)")
        if let months = shown.monthsShown {
          html.text(", " + ExplanationFigures.duration(months: months))
        }
        if let evidence = shown.evidence {
          html.element("q") { $0.element("bdi", evidence.text) }
        }
      }
    }
  }
#endif
