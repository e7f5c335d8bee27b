import Market
import Rolefit

/// The numbers behind a chart, each with a link to the roles that it counts.
struct ChartTable {
  /// A cell: words, and the roles they count.
  struct Cell {
    let text: String
    var filter: MarketFilter?

    init(_ text: String, _ filter: MarketFilter? = nil) {
      self.text = text
      self.filter = filter
    }
  }

  /// What the rows are: "the skills".
  let caption: String
  /// The names of the columns; the first is that of the rows' names.
  let columns: [String]
  let rows: [[Cell]]
  /// How many rows there are beside these.
  var more = 0

  func write(to html: inout HTMLWriter, link: (MarketFilter) -> String?) {
    html.newline()
    html.element("details") { html in
      html.element("summary", "The numbers")
      html.element(
        "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": caption]
      ) { html in
        html.element("table") { html in
          html.element(
            "caption",
            more > 0 ? "\(caption): the first \(rows.count) of \(rows.count + more)" : caption)
          writeHead(&html)
          html.element("tbody") { html in
            for row in rows { write(row, &html, link) }
          }
        }
      }
    }
  }

  private func writeHead(_ html: inout HTMLWriter) {
    html.element("thead") { html in
      html.element("tr") { html in
        for (index, column) in columns.enumerated() {
          html.element("th", ["scope": "col", "class": index == 0 ? nil : "number"], column)
        }
      }
    }
  }

  private func write(
    _ row: [Cell], _ html: inout HTMLWriter, _ link: (MarketFilter) -> String?
  ) {
    html.newline()
    html.element("tr") { html in
      for (index, cell) in row.enumerated() {
        let target = cell.filter.flatMap(link)
        html.element(
          index == 0 ? "th" : "td",
          ["scope": index == 0 ? "row" : nil, "class": index == 0 ? nil : "number"]
        ) { html in
          if let target {
            html.element("a", ["href": target], cell.text)
          } else {
            html.text(cell.text)
          }
        }
      }
    }
  }
}
