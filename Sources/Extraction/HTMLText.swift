import Documents
import Foundation

/// Reads the text of a page, and what it says of itself as data (schema.org `JobPosting`).
///
/// Scripts, styles, navigation and the parts of forms are no text; what is hidden is kept apart.
struct HTMLText: MarkupWalker {
  private static let blocks: Set<String> = [
    "p", "div", "section", "article", "header", "footer", "main", "ul", "ol", "li", "table", "h1",
    "h2", "h3", "h4", "h5", "h6", "hr", "dl", "dt", "dd", "blockquote", "pre", "address", "figure",
    "figcaption", "form", "fieldset", "aside", "details", "summary", "body", "center", "tr",
  ]
  private static let skipped: Set<String> = [
    "script", "style", "noscript", "template", "svg", "math", "head", "nav", "iframe", "object",
    "select", "button", "textarea", "audio", "video", "canvas", "dialog", "title",
  ]
  private static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]
  /// Around these, a page leaves a gap.
  private static let spaced: Set<String> = ["p", "ul", "ol", "table", "dl", "section", "article"]

  private var flow = TextFlow()
  private var elements: [MarkupElement] = []
  private var styles = StyleRules()
  private(set) var data: [String] = []
  private var captured: String?

  /// The documents of a page: what it says as data, where it says enough, otherwise its text.
  static func documents(_ bytes: [UInt8]) throws(DocumentError) -> [Document] {
    var page = HTMLText()
    let events = try CParsers.html(bytes)
    page.readStyles(events)
    page.walk(events)
    let postings = JobPostingData.postings(in: page.data)
    let documents = postings.documents.compactMap { $0.document }
    if !documents.isEmpty { return documents }
    return [
      try page.flow.document(
        .html, warnings: postings.isMalformed ? [JobPostingData.malformedWarning] : [])
    ]
  }

  /// Writes a fragment of HTML into lines: the description of a posting that came in JSON.
  static func lines(of fragment: String) throws(DocumentError) -> Document {
    var page = HTMLText()
    page.walk(try CParsers.html(Array(fragment.utf8)))
    return try page.flow.document(.html)
  }

  /// Style sheets may stand behind what they style.
  private mutating func readStyles(_ events: MarkupReader) {
    var events = events
    var isStyle = false
    while let event = events.next() {
      switch event {
      case .open(let name, _): isStyle = name == "style"
      case .close: isStyle = false
      case .text(let text): if isStyle { styles.add(text) }
      }
    }
  }

  mutating func write(_ text: String) {
    if captured != nil {
      captured? += text
    } else if let element = elements.last, !element.isSkipped {
      flow.write(text, element.ink.concealment)
    }
  }

  mutating func open(_ name: String, _ attributes: [String: String]) {
    let outer = elements.last
    let style = styles.declarations(for: name, attributes)
    var ink = (outer?.ink ?? Ink()).inside(style)
    if attributes["hidden"] != nil { ink.hiding = .marked }
    if let color = attributes["color"], name == "font" { ink.color = Ink.Color(color) }
    if let ground = attributes["bgcolor"] {
      ink.ground = Ink.Color(ground).map { .color($0) } ?? .unknown
    }
    let isSkipped = outer?.isSkipped == true || Self.skipped.contains(name)
    let display = style["display"] ?? ""
    let isRow = display.hasSuffix("flex") && style["flex-direction"] != "column"
    elements.append(MarkupElement(name: name, ink: ink, isSkipped: isSkipped, isRow: isRow))
    if name == "script", attributes["type"]?.lowercased() == "application/ld+json" { captured = "" }
    // The head opens before the first page element; its scripts are taken, its text is not.
    guard !isSkipped else { return }
    if outer?.isRow == true, !Self.blocks.contains(name) { flow.tab() }
    begin(name, attributes)
  }

  private mutating func begin(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "br": flow.endLine()
    case "tr": flow.beginRow()
    case "td", "th": flow.beginCell()
    case "img": break
    default:
      if Self.blocks.contains(name) { flow.endLine() }
      if Self.spaced.contains(name) { flow.gap() }
      if name == "li" {
        flow.markBullet(level: elements.count { $0.name == "ul" || $0.name == "ol" } - 1)
      }
      if Self.headings.contains(name) {
        flow.gap()
        flow.mark(.heading)
      }
    }
  }

  mutating func close() {
    guard let element = elements.popLast() else { return }
    if element.name == "script", let text = captured {
      data.append(text)
      captured = nil
    }
    guard !element.isSkipped else { return }
    switch element.name {
    case "tr": flow.endRow()
    default:
      if element.name == "li" || Self.headings.contains(element.name) { flow.endItem() }
      if Self.blocks.contains(element.name) { flow.endLine() }
      if Self.spaced.contains(element.name) { flow.gap() }
    }
  }
}
