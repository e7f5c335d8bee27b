package import Market
package import Rolefit

/// The figures of a market as charts, each with the table behind it.
///
///     let charts = MarketCharts(figures, top: 20)
///     charts.write(to: &html) { "/roles?" + $0.query }
///
/// What is written is the inside of a page: one `div` of the class `market`, whose style is in
/// `market.css` and needs no other. There is no `style` attribute, no script and no resource in it, so that a
/// page with the policy `default-src 'none'; style-src 'self'` shows it as it is meant.
package struct MarketCharts {
  let figures: MarketFigures
  /// How many rows a chart and its table have at most.
  let top: Int

  /// Charts of figures.
  package init(_ figures: MarketFigures, top: Int = 20) {
    precondition(top >= 1, "top \(top)")
    self.figures = figures
    self.top = top
  }

  /// The style sheet of the charts and of `MarketPage`.
  package static var styleSheet: String { MarketPage.styleSheet }

  /// Writes all charts.
  ///
  /// - Parameter link: where the roles of a filter are shown; nil for a figure without a link.
  package func write(to html: inout HTMLWriter, link: (MarketFilter) -> String?) {
    html.newline()
    html.element("div", ["class": "market"]) { html in
      writeSummary(&html, link)
      guard figures.roles > 0 else {
        html.element("p", ["class": "empty"], "No role meets these conditions.")
        return
      }
      writeSkills(&html, link)
      writePay(&html, link)
      writeWorkplaces(&html, link)
      writeMonths(&html, link)
      writeKinds(&html, link)
      writeDefinitions(&html)
    }
  }

  /// A part of the page with its heading and a phrase on what it is.
  func writeSection(
    _ id: String, _ heading: String, _ lead: String, _ html: inout HTMLWriter,
    _ body: (inout HTMLWriter) -> Void
  ) {
    html.newline()
    html.element("section", ["id": id, "aria-labelledby": "\(id)-heading"]) { html in
      html.element("h2", ["id": "\(id)-heading"], heading)
      html.element("p", ["class": "lead"], lead)
      body(&html)
    }
  }

  // MARK: - Summary

  private func writeSummary(_ html: inout HTMLWriter, _ link: (MarketFilter) -> String?) {
    let remote = figures.workplaces.first { $0.name == "remote" }
    let paid = figures.pay.states.first { $0.name == YearlyPay.State.yearly.rawValue }
    html.newline()
    html.element("dl", ["class": "figures"]) { html in
      let again = figures.repeats
      Self.fact(
        "roles", MarketNumbers.grouped(figures.roles), link(figures.filter),
        again == 0
          ? "each counted once"
          : "each once; \(MarketNumbers.grouped(again)) more were posted again",
        &html)
      if let remote {
        Self.fact(
          "remote", ExplanationFigures.percent(remote.share), link(remote.filter),
          "\(MarketNumbers.roles(remote.roles)) whose work is done remotely", &html)
      }
      if let paid {
        Self.fact(
          "with pay", ExplanationFigures.percent(paid.share), link(paid.filter),
          "\(MarketNumbers.roles(paid.roles)) that name a year’s pay, or what makes one", &html)
      }
    }
  }

  private static func fact(
    _ name: String, _ value: String, _ target: String?, _ phrase: String, _ html: inout HTMLWriter
  ) {
    html.element("div") { html in
      html.element("dt", name)
      html.element("dd") { html in
        html.element("strong") { html in
          if let target {
            html.element("a", ["href": target], value)
          } else {
            html.text(value)
          }
        }
        html.text(" ")
        html.element("span", phrase)
      }
    }
  }

  // MARK: - Skills

  private func writeSkills(_ html: inout HTMLWriter, _ link: (MarketFilter) -> String?) {
    let shown = figures.skills.prefix(top)
    let lead =
      "How many of the roles name a skill: as required, as preferred, or among the duties. "
      + "A skill is a whole name; other ways of writing it count too."
    writeSection("skills", "What is asked for", lead, &html) { html in
      if !shown.isEmpty {
        Self.legend(
          [("filled", "required"), ("second", "preferred"), ("third", "elsewhere")], &html)
        let chart = BarChart(
          bars: shown.map(Self.bar), classes: ["filled", "second", "third"],
          whole: shown.first?.named.roles ?? 1)
        chart.write(
          to: &html, id: "skills-chart", title: "Skills by how many roles name them",
          description: Self.sentence(shown.map(\.named)))
      }
      let rows = shown.map { skill in
        [ChartTable.Cell(skill.skill)]
          + [skill.named, skill.required, skill.preferred].flatMap(Self.cells)
      }
      let none =
        [ChartTable.Cell("no skill at all")] + Self.cells(figures.withoutSkills)
        + Array(repeating: ChartTable.Cell("–"), count: 4)
      ChartTable(
        caption: "Skills that roles name",
        columns: ["skill", "roles", "share", "required", "share", "preferred", "share"],
        rows: rows + [none], more: figures.skills.count - shown.count
      ).write(to: &html, link: link)
    }
  }

  private static func bar(_ skill: SkillFigure) -> BarChart.Bar {
    let (required, preferred) = (skill.required.roles, skill.preferred.roles)
    return BarChart.Bar(
      label: skill.skill, value: value(skill.named),
      parts: [required, preferred, skill.named.roles - required - preferred])
  }

  // MARK: - Parts

  /// "1,204 · 12 %".
  static func value(_ figure: CountFigure) -> String {
    "\(MarketNumbers.grouped(figure.roles)) · \(ExplanationFigures.percent(figure.share))"
  }

  /// A count with its link, and its share.
  static func cells(_ figure: CountFigure) -> [ChartTable.Cell] {
    [
      ChartTable.Cell(MarketNumbers.grouped(figure.roles), figure.filter),
      ChartTable.Cell(ExplanationFigures.percent(figure.share)),
    ]
  }

  /// The most in words: "nursing: 120 roles; sales: 80 roles; law: 9 roles; and 4 more".
  static func sentence(_ figures: some Collection<CountFigure>) -> String {
    let named = figures.prefix(3).map {
      "\(MarketNumbers.label($0)): \(MarketNumbers.roles($0.roles))"
    }
    let rest = figures.count - named.count
    return named.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more." : ".")
  }

  static func legend(_ entries: [(name: String, label: String)], _ html: inout HTMLWriter) {
    html.newline()
    html.element("ul", ["class": "legend"]) { html in
      for (name, label) in entries {
        html.element("li") { html in
          html.element(
            "svg", ["width": "12", "height": "12", "aria-hidden": "true", "focusable": "false"]
          ) { html in
            html.rectangle(name, x: "0", y: 0, width: "12", height: 12)
          }
          html.text(" \(label)")
        }
      }
    }
  }
}
