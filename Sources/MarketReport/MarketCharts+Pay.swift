import Market
import Rolefit

extension MarketCharts {
  /// Pay, a part for each currency that has quartiles.
  func writePay(_ html: inout HTMLWriter, _ link: (MarketFilter) -> String?) {
    let lead =
      "A year’s pay in the role’s own currency: the middle of its range; hours, days and months "
      + "made a year’s as if full-time. A box holds the middle half of the roles, its line is the "
      + "median, the thin line leaves out a tenth at both ends. Of fewer than "
      + "\(Quartiles.least) roles nothing but their number is shown."
    writeSection("pay", "What is paid", lead, &html) { html in
      for pay in figures.pay.currencies where pay.all.quartiles != nil {
        write(pay, &html, link)
      }
      let few = figures.pay.currencies.filter { $0.all.quartiles == nil }
      writeStates(few, &html, link)
    }
  }

  private func write(
    _ pay: CurrencyPay, _ html: inout HTMLWriter, _ link: (MarketFilter) -> String?
  ) {
    let parts: [(id: String, name: String, groups: [PayGroup])] = [
      ("all", "all roles", [pay.all]), ("category", "field of work", pay.categories),
      ("seniority", "rank", pay.seniorities), ("country", "country", pay.countries),
      ("region", "region", pay.regions),
    ]
    html.newline()
    html.element("h3", "\(pay.currency) a year")
    for (id, name, groups) in parts where !groups.isEmpty {
      if id == "all" || pay.says(groups) {
        write(groups, pay.currency, "pay-\(pay.currency)-\(id)", name, &html, link)
      }
    }
  }

  private func write(
    _ groups: [PayGroup], _ currency: String, _ id: String, _ name: String,
    _ html: inout HTMLWriter, _ link: (MarketFilter) -> String?
  ) {
    let shown = Self.byMedian(groups.prefix(top), ranked: name == "rank")
    let title =
      name == "all roles" ? "Pay of all roles, \(currency)" : "Pay by \(name), \(currency)"
    html.newline()
    html.element("h4", title)
    let boxes = shown.compactMap { group in
      group.quartiles.map {
        BoxChart.Box(
          label: Self.name(group, currency),
          value: "\(MarketNumbers.short($0.median)) · n \(MarketNumbers.grouped(group.roles))",
          quartiles: $0)
      }
    }
    let described = boxes.prefix(3).map { "\($0.label): median \($0.quartiles.median)" }
    BoxChart(boxes: boxes).write(
      to: &html, id: id, title: title,
      description: described.joined(separator: "; ")
        + (boxes.count > 3 ? "; and \(boxes.count - 3) more." : "."))
    ChartTable(
      caption: "\(title) a year",
      columns: [
        name, "roles", "first tenth", "lower quartile", "median", "upper quartile", "last tenth",
      ],
      rows: shown.map { Self.row($0, currency) }, more: groups.count - shown.count
    ).write(to: &html, link: link)
  }

  private static func name(_ group: PayGroup, _ currency: String) -> String {
    group.name == currency ? "all roles" : MarketNumbers.label(group.label)
  }

  /// The highest median first, groups too small for one last; ranks stay in their order.
  private static func byMedian(_ groups: ArraySlice<PayGroup>, ranked: Bool) -> [PayGroup] {
    guard !ranked else { return Array(groups) }
    return groups.sorted { left, right in
      let (own, other) = (left.quartiles?.median ?? -1, right.quartiles?.median ?? -1)
      if own != other { return own > other }
      return left.roles != right.roles
        ? left.roles > right.roles : left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }
  }

  private static func row(_ group: PayGroup, _ currency: String) -> [ChartTable.Cell] {
    let amounts = group.quartiles.map { [$0.tenth, $0.lower, $0.median, $0.upper, $0.ninetieth] }
    return [
      ChartTable.Cell(name(group, currency)),
      ChartTable.Cell(MarketNumbers.grouped(group.roles), group.filter),
    ]
      + (amounts?.map { ChartTable.Cell(MarketNumbers.grouped($0)) }
        ?? Array(repeating: ChartTable.Cell("–"), count: 5))
  }

  /// How many roles have no part in the boxes, and why.
  private func writeStates(
    _ few: [CurrencyPay], _ html: inout HTMLWriter, _ link: (MarketFilter) -> String?
  ) {
    html.newline()
    html.element("h4", "How many roles name their pay")
    let names = ["none": "no pay"]
    let rows = figures.pay.states.map { state in
      [ChartTable.Cell(names[state.name] ?? MarketNumbers.label(state))] + Self.cells(state)
    }
    let small = few.map { pay in
      [
        ChartTable.Cell("of these in \(pay.currency), too few for quartiles"),
        ChartTable.Cell(MarketNumbers.grouped(pay.all.roles), pay.all.filter), ChartTable.Cell("–"),
      ]
    }
    let chart = BarChart(
      bars: figures.pay.states.map {
        BarChart.Bar(
          label: names[$0.name] ?? MarketNumbers.label($0), value: Self.value($0),
          parts: [$0.roles])
      },
      whole: figures.roles)
    chart.write(
      to: &html, id: "pay-states-chart", title: "Roles by what they say of pay",
      description: Self.sentence(figures.pay.states))
    ChartTable(
      caption: "Roles by what they say of pay", columns: ["pay", "roles", "share"],
      rows: rows + small
    ).write(to: &html, link: link)
  }

  // MARK: - Definitions

  /// How the figures are made, in short.
  func writeDefinitions(_ html: inout HTMLWriter) {
    let facts: [(String, String)] = [
      (
        "A role",
        "is counted once. Postings with one title, employer, places and requirements are one role "
          + "posted again; the earliest stands for it."
      ),
      (
        "A quartile",
        "lies at (n − 1)·p among the sorted amounts, interpolated between two of them: "
          + "the inclusive definition of spreadsheets."
      ),
      (
        "A year",
        "has 2,080 hours, 260 days or 12 months. Ranges with one end have no middle and no part; "
          + "nor have amounts that no year pays. Currencies are never converted."
      ),
      (
        "Shares",
        "are of all roles that are counted, so that those of places may add to more than one."
      ),
    ]
    writeSection(
      "definitions", "How these figures are made",
      "Every number links to the roles it counts, where they are listed.", &html
    ) { html in
      html.element("dl", ["class": "definitions"]) { html in
        for (name, words) in facts {
          html.element("div") { html in
            html.element("dt", name)
            html.element("dd", words)
          }
        }
      }
    }
  }
}
