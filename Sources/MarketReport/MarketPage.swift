package import Market
import Resources
import Rolefit

/// The figures of a market as one page of HTML that needs nothing beside it.
///
/// There is no script; a policy in its head forbids it. The same figures give the same bytes.
package struct MarketPage {
  private let answer: MarketAnswer
  private let charts: MarketCharts

  /// A page.
  package init(_ answer: MarketAnswer, top: Int = 20) {
    self.answer = answer
    charts = MarketCharts(answer.figures, top: top)
  }

  static var styleSheet: String { Resource.named("market.css").text }

  /// The page.
  ///
  /// - Parameter link: where the roles of a filter are shown; a page of its own has no such place.
  package func html(link: (MarketFilter) -> String? = { _ in nil }) -> String {
    var html = HTMLWriter()
    html.markup("<!doctype html>\n")
    html.element("html", ["lang": "en"]) { html in
      writeHead(&html)
      html.newline()
      html.element("body", ["class": "market-page"]) { html in
        html.element("header") { html in
          html.element("h1", "The market")
          html.element("p", ["class": "facts"], conditions)
        }
        html.element("main") { html in
          charts.write(to: &html, link: link)
        }
        writeStamp(&html)
      }
    }
    html.newline()
    return html.html
  }

  /// "12 roles with category = sales, country = IE".
  private var conditions: String {
    let figures = answer.figures
    let parts = figures.filter.conditions.map { "\($0.key.rawValue) = \($0.value)" }
    return MarketNumbers.roles(figures.roles)
      + (parts.isEmpty ? "" : " with " + parts.joined(separator: ", "))
  }

  private func writeHead(_ html: inout HTMLWriter) {
    html.element("head") { html in
      html.void("meta", ["charset": "utf-8"])
      html.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      html.void(
        "meta",
        [
          "http-equiv": "Content-Security-Policy",
          "content": "default-src 'none'; style-src 'unsafe-inline'",
        ])
      html.void("meta", ["name": "referrer", "content": "no-referrer"])
      html.element("title", "The market · Rolefit")
      html.element("style") { $0.markup(Self.styleSheet) }
    }
  }

  private func writeStamp(_ html: inout HTMLWriter) {
    let identity = answer.identity
    let facts: [(String, String)] = [
      ("engine", "Rolefit \(identity.engine)"), ("model", identity.model),
      ("format", "\(identity.format)"), ("background", identity.background),
      ("tables", identity.tables),
    ]
    html.newline()
    html.element("footer", ["class": "stamp"]) { html in
      html.element("p", "The same postings give the same page, in any order, on any machine, with")
      html.element("dl") { html in
        for (name, value) in facts {
          html.element("div") { html in
            html.element("dt", name)
            html.element("dd", value)
          }
        }
      }
    }
  }
}
