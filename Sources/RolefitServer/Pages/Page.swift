#if Server
  import Rolefit

  /// What all pages have: head, navigation, one heading.
  struct Page {
    enum Place: String, CaseIterable {
      case match = "/", candidates = "/candidates", market = "/market", workspace = "/workspace"

      var name: String {
        switch self {
        case .match: "Match"
        case .candidates: "Candidates"
        case .market: "Market"
        case .workspace: "Workspace"
        }
      }
    }

    static let styles = ["/assets/explanation.css", "/assets/service.css"]
    static let scripts = ["/assets/service.js"]

    let place: Place?
    let title: String
    let lead: String
    /// Style sheets beside those that all pages have.
    var styles: [String] = []

    func html(_ body: (inout HTMLWriter) -> Void) -> String {
      var html = HTMLWriter()
      html.markup("<!doctype html>\n")
      html.element("html", ["lang": "en"]) { html in
        html.element("head") { html in
          html.void("meta", ["charset": "utf-8"])
          html.void(
            "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
          html.element("title", title + " · Rolefit")
          for style in Self.styles + styles {
            html.void("link", ["rel": "stylesheet", "href": style])
          }
          for script in Self.scripts {
            html.element("script", ["src": script, "defer": ""]) { _ in }
          }
        }
        html.element("body") { html in
          html.element("a", ["class": "skip", "href": "#main"], "Skip to the content")
          Self.writeNavigation(place, &html)
          html.element("main", ["id": "main", "class": "page"]) { html in
            html.element("h1") { $0.element("bdi", title) }
            if !lead.isEmpty { html.element("p", ["class": "lead"], lead) }
            body(&html)
          }
        }
      }
      return html.html
    }

    static func writeNavigation(_ place: Place?, _ html: inout HTMLWriter) {
      html.element("nav", ["class": "site", "aria-label": "Rolefit"]) { html in
        html.element("span", ["class": "name"], "Rolefit")
        for other in Place.allCases {
          html.element(
            "a", ["href": other.rawValue, "aria-current": other == place ? "page" : nil],
            other.name)
        }
      }
    }
  }

  extension HTMLWriter {
    /// A labelled field of a form.
    mutating func field(
      _ label: String, hint: String? = nil, _ body: (inout HTMLWriter) -> Void
    ) {
      element("label", ["class": "field"]) { html in
        html.text(label)
        body(&html)
        if let hint { html.element("small", hint) }
      }
    }
  }
#endif
