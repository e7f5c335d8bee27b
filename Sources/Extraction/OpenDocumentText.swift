import Documents

/// Reads the text of an OpenDocument text (ODF 1.2, part 1): `content.xml`, with its styles.
///
/// Annotations, deleted text of tracked changes and scripts are no text.
struct OpenDocumentText: MarkupWalker {
  private static let skipped: Set<String> = [
    "annotation", "tracked-changes", "script", "scripts", "forms", "sequence-decls", "title",
    "desc",
    "automatic-styles", "font-face-decls",
  ]

  private var flow = TextFlow()
  private var elements: [MarkupElement] = []
  private var styles: [String: Ink] = [:]

  static func document(_ bytes: [UInt8]) throws(DocumentError) -> Document {
    let parts = try CParsers.parts(["content.xml", "styles.xml"], of: bytes, format: .odt)
    guard let content = parts["content.xml"] else {
      throw .malformed(format: .odt, flaw: .missingPart)
    }
    return try document(content: content, styles: parts["styles.xml"])
  }

  /// The document of its two parts.
  static func document(
    content: [UInt8], styles: [UInt8]?
  ) throws(DocumentError) -> Document {
    var reader = OpenDocumentText()
    if let part = styles { reader.readStyles(try CParsers.xml(part, of: .odt)) }
    let events = try CParsers.xml(content, of: .odt)
    reader.readStyles(events)
    reader.walk(events)
    return try reader.flow.document(.odt)
  }

  /// The named and the automatic styles of a part, each from that of its parent.
  private mutating func readStyles(_ events: MarkupReader) {
    var events = events
    var current: String?
    while let event = events.next() {
      guard case .open(let name, let attributes) = event else { continue }
      switch name {
      case "style":
        current = attributes["name"]
        if let current {
          styles[current] = attributes["parent-style-name"].flatMap { styles[$0] } ?? Ink()
        }
      case "text-properties", "paragraph-properties", "table-cell-properties", "graphic-properties":
        if let current { styles[current, default: Ink()].applyOpenDocument(attributes) }
      case "body": return
      default: break
      }
    }
  }

  mutating func write(_ text: String) {
    guard let element = elements.last, !element.isSkipped,
      elements.contains(where: { $0.name == "p" || $0.name == "h" })
    else { return }
    flow.write(text, element.ink.concealment)
  }

  mutating func open(_ name: String, _ attributes: [String: String]) {
    let outer = elements.last
    var ink = outer?.ink ?? Ink()
    if let style = attributes["style-name"].flatMap({ styles[$0] }) { ink.paint(over: style) }
    if name == "hidden-text" || name == "hidden-paragraph" || attributes["display"] == "none" {
      ink.hiding = .marked
    }
    let isSkipped = outer?.isSkipped == true || Self.skipped.contains(name)
    elements.append(MarkupElement(name: name, ink: ink, isSkipped: isSkipped))
    guard !isSkipped else { return }
    switch name {
    case "h":
      flow.gap()
      flow.mark(.heading)
    case "p": flow.endLine()
    case "list-item": flow.markBullet(level: elements.count { $0.name == "list" } - 1)
    case "tab": flow.tab()
    case "line-break": flow.endLine()
    case "s": flow.write(" ", ink.concealment)
    case "table-row": flow.beginRow()
    case "table-cell": flow.beginCell()
    default: break
    }
  }

  mutating func close() {
    guard let element = elements.popLast(), !element.isSkipped else { return }
    switch element.name {
    case "p", "h": flow.endParagraph()
    case "table-row": flow.endRow()
    default: break
    }
  }
}

extension Ink {
  /// Applies the attributes of `style:text-properties` and its siblings.
  mutating func applyOpenDocument(_ attributes: [String: String]) {
    if attributes["display"] == "none" { hiding = .marked }
    if let value = attributes["color"] { color = Color(value) }
    if let value = attributes["font-size"], value.hasSuffix("pt") {
      size = Double(value.dropLast(2)) ?? size
    }
    if let value = attributes["background-color"], value != "transparent" {
      ground = Color(value).map { .color($0) } ?? .unknown
    }
    if attributes["fill"] != nil, attributes["fill"] != "none" { ground = .unknown }
  }

  /// Takes over what a style sets.
  mutating func paint(over style: Ink) {
    if let hiding = style.hiding { self.hiding = hiding }
    if let color = style.color { self.color = color }
    if let size = style.size { self.size = size }
    if style.ground != Ink().ground { ground = style.ground }
  }
}
