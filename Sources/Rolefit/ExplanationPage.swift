package import Documents
import Matching
import Reading
import Resources
import Roles

/// An explanation as one page of HTML that needs nothing beside it.
///
///     let page = ExplanationPage(explanation, posting: posting, resume: resume)
///     try page.html().write(to: file)
///
/// The page says what the pair scored and why, from the fit down to the words of both documents, which
/// stand at its end in full. Requirements, quotes and documents are joined by links inside the page.
/// There is no script and no resource, so it can be mailed, printed and kept; a policy in its head
/// forbids both. The documents are taken for hostile: all of their text is escaped, and a span that
/// does not fit is cut.
///
/// The same explanation and documents give the same bytes.
package struct ExplanationPage {
  let explanation: Explanation
  let posting: Document
  let resume: Document

  var match: Match { explanation.match }

  /// A page.
  ///
  /// - Parameters:
  ///   - posting: the document that the explanation's role was read from.
  ///   - resume: the document that its profile was read from.
  package init(_ explanation: Explanation, posting: Document, resume: Document) {
    self.explanation = explanation
    self.posting = posting
    self.resume = resume
  }

  /// What a service puts around the page: it then links its style sheets, and has no policy of its own.
  package struct Frame {
    let styles: [String]
    let scripts: [String]
    let navigation: (inout HTMLWriter) -> Void

    /// A frame of the addresses of style sheets and scripts, and what stands above the page.
    package init(
      styles: [String], scripts: [String], navigation: @escaping (inout HTMLWriter) -> Void
    ) {
      self.styles = styles
      self.scripts = scripts
      self.navigation = navigation
    }
  }

  /// The page.
  package func html(in frame: Frame? = nil) -> String {
    var html = HTMLWriter()
    html.markup("<!doctype html>\n")
    html.element("html", ["lang": "en"]) { html in
      writeHead(frame, &html)
      html.newline()
      html.element("body") { html in
        html.element("a", ["class": "skip", "href": "#main"], "Skip to the explanation")
        frame?.navigation(&html)
        html.markup(Self.icons)
        writeHeader(&html)
        writeContents(&html)
        html.element("main", ["id": "main"]) { html in
          writeGates(&html)
          writeRequirements(&html)
          writeGaps(&html)
          writeSum(&html)
          writeLeftOut(&html)
          writeDocuments(&html)
        }
        html.newline()
        writeStamp(&html)
      }
    }
    html.newline()
    return html.html
  }

  /// The role's title, or its id where it has none.
  var title: String { match.title.isEmpty ? match.role : match.title }

  private func writeHead(_ frame: Frame?, _ html: inout HTMLWriter) {
    html.element("head") { html in
      html.void("meta", ["charset": "utf-8"])
      html.void(
        "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
      if frame == nil {
        html.void(
          "meta",
          [
            "http-equiv": "Content-Security-Policy",
            "content": "default-src 'none'; style-src 'unsafe-inline'",
          ])
        html.void("meta", ["name": "referrer", "content": "no-referrer"])
      }
      html.element("title", "\(title) · \(match.profile) · Rolefit")
      guard let frame else {
        return html.element("style") { $0.markup(Resource.named("explanation.css").text) }
      }
      for style in frame.styles { html.void("link", ["rel": "stylesheet", "href": style]) }
      for script in frame.scripts {
        html.element("script", ["src": script, "defer": ""]) { _ in }
      }
    }
  }

  private func writeContents(_ html: inout HTMLWriter) {
    let places = [
      ("gates", "Gates"), ("requirements", "Requirements"), ("gaps", "What would raise it"),
      ("sum", "How it adds up"), ("left-out", "Left out"), ("documents", "Both documents"),
    ]
    html.newline()
    html.element("nav", ["class": "contents", "aria-label": "On this page"]) { html in
      html.element("ul") { html in
        for (id, name) in places {
          html.element("li") { $0.element("a", ["href": "#\(id)"], name) }
        }
      }
    }
  }

  /// A part of the page with its heading and a phrase on what it is.
  func writeSection(
    _ id: String, _ heading: String, _ lead: String, _ html: inout HTMLWriter,
    _ body: (inout HTMLWriter) -> Void
  ) {
    html.newline()
    html.element("section", ["id": id]) { html in
      html.element("div", ["class": "head"]) { html in
        html.element("h2", heading)
        html.element("p", ["class": "lead"], lead)
      }
      body(&html)
    }
  }

  private func writeStamp(_ html: inout HTMLWriter) {
    let identity = explanation.identity
    let facts: [(String, String)] = [
      ("engine", "Rolefit \(identity.engine)"), ("model", identity.model),
      ("format", "\(identity.format)"), ("calibration of the fit", match.fit?.calibration ?? "–"),
      ("as of", explanation.asOf.description), ("background", identity.background),
      ("tables", identity.tables),
    ]
    html.element("footer", ["class": "stamp"]) { html in
      html.element(
        "p", "The same two texts give the same page, on any machine, with the same")
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
