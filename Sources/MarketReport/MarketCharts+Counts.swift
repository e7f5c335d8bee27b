import Market
import Rolefit

/// A list of counts and how the page shows it.
struct CountSection {
  let id: String
  let title: String
  /// What the rows are: "field of work".
  let column: String
  let figures: [CountFigure]
  /// How many there are in all.
  let all: Int

  init(_ id: String, _ title: String, _ column: String, _ figures: [CountFigure], top: Int) {
    self.id = id
    self.title = title
    self.column = column
    self.figures = Array(figures.prefix(top))
    all = figures.count
  }

  /// Writes the bars and their table.
  func write(to html: inout HTMLWriter, whole: Int?, _ link: (MarketFilter) -> String?) {
    let most = figures.map(\.roles).max() ?? 1
    let chart = BarChart(
      bars: figures.map {
        BarChart.Bar(
          label: MarketNumbers.label($0), value: MarketCharts.value($0), parts: [$0.roles])
      },
      whole: whole ?? most)
    chart.write(
      to: &html, id: "\(id)-chart", title: title, description: MarketCharts.sentence(figures))
    ChartTable(
      caption: title, columns: [column, "roles", "share"],
      rows: figures.map {
        [ChartTable.Cell(MarketNumbers.label($0))] + MarketCharts.cells($0)
      },
      more: all - figures.count
    ).write(to: &html, link: link)
  }
}

extension MarketCharts {
  /// Onsite, hybrid, remote, unknown.
  func writeWorkplaces(_ html: inout HTMLWriter, _ link: (MarketFilter) -> String?) {
    let lead =
      "Where the work is done. A role that does not say is counted as that and nothing else."
    writeSection("workplaces", "Remote, hybrid, on site", lead, &html) { html in
      CountSection(
        "workplaces", "Roles by where the work is done", "workplace", figures.workplaces, top: 4
      ).write(to: &html, whole: figures.roles, link)
    }
  }

  /// Fields of work, ranks and places.
  func writeKinds(_ html: inout HTMLWriter, _ link: (MarketFilter) -> String?) {
    let sections: [(section: CountSection, lead: String)] = [
      (
        CountSection(
          "categories", "Roles by field of work", "field of work", figures.categories, top: top),
        "Told from the title alone; a title that names no known occupation is among the others."
      ),
      (
        CountSection(
          "seniorities", "Roles by rank", "rank", figures.seniorities, top: top),
        "The rank that the title names. Most titles name none."
      ),
      (
        CountSection("countries", "Roles by country", "country", figures.countries, top: top),
        "A role in several countries is counted in each of them."
      ),
      (
        CountSection("regions", "Roles by region", "region", figures.regions, top: top),
        "States, provinces and counties, as far as a posting names a place that lies in one."
      ),
    ]
    for (section, lead) in sections where !section.figures.isEmpty {
      writeSection(section.id, section.title, lead, &html) { html in
        section.write(to: &html, whole: nil, link)
      }
    }
  }

  // MARK: - Months

  /// How many months the chart goes back from the latest one.
  private static let monthsShown = 24

  /// Roles by month posted.
  func writeMonths(_ html: inout HTMLWriter, _ link: (MarketFilter) -> String?) {
    let lead =
      "The month a posting gives as its date. A role that was posted again is counted in the first."
    writeSection("months", "Roles over time", lead, &html) { html in
      let columns = columns
      if columns.contains(where: { $0.count > 0 }) {
        ColumnChart(columns: columns).write(
          to: &html, id: "months-chart", title: "Roles by month posted",
          description: "From \(columns.first?.label ?? "") to \(columns.last?.label ?? ""). "
            + "The most in a month: "
            + MarketNumbers.roles(columns.map(\.count).max() ?? 0) + ".")
      } else {
        html.element("p", ["class": "empty"], "No posting gives the month it was posted in.")
      }
      let rows = figures.months + [figures.undated]
      ChartTable(
        caption: "Roles by month posted", columns: ["month", "roles", "share"],
        rows: rows.map { [ChartTable.Cell(MarketNumbers.label($0))] + Self.cells($0) }
      ).write(to: &html, link: link)
    }
  }

  /// The latest months, those without roles too.
  private var columns: [ColumnChart.Column] {
    guard let last = figures.months.last?.name else { return [] }
    let counts = Dictionary(
      figures.months.map { ($0.name, $0.roles) }, uniquingKeysWith: { first, _ in first })
    var columns: [ColumnChart.Column] = []
    var month = last
    for _ in 0..<Self.monthsShown {
      if month < figures.months[0].name { break }
      columns.insert(ColumnChart.Column(label: month, count: counts[month] ?? 0), at: 0)
      month = Self.month(before: month)
    }
    return columns
  }

  private static func month(before month: String) -> String {
    let parts = month.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2 else { return "" }
    let (year, number) = parts[1] == 1 ? (parts[0] - 1, 12) : (parts[0], parts[1] - 1)
    return "\(year)-" + (number < 10 ? "0" : "") + "\(number)"
  }
}
