import Documents

/// Reads the text of a Word document (ECMA-376, WordprocessingML): the main part, with its styles.
///
/// Deleted text of tracked changes, comments, fields' instructions and macros are no text.
struct WordText: MarkupWalker {
  private static let main = "word/document.xml"
  private static let skipped: Set<String> = [
    "del", "moveFrom", "instrText", "Fallback", "sectPr", "pict", "delText",
  ]

  private var flow = TextFlow()
  private var elements: [MarkupElement] = []
  private let styles: WordStyles
  /// The level of the list that the paragraph's properties name before the list itself.
  private var level = 0

  static func document(_ bytes: [UInt8]) throws(DocumentError) -> Document {
    let parts = try CParsers.parts([main, "word/styles.xml"], of: bytes, format: .docx)
    guard let body = parts[main] else { throw .malformed(format: .docx, flaw: .missingPart) }
    return try document(body: body, styles: parts["word/styles.xml"])
  }

  /// The document of its main part and that of its styles.
  static func document(
    body: [UInt8], styles part: [UInt8]?
  ) throws(DocumentError) -> Document {
    var styles = WordStyles()
    if let part { styles.read(try CParsers.xml(part, of: .docx)) }
    var reader = WordText(styles: styles)
    reader.walk(try CParsers.xml(body, of: .docx))
    return try reader.flow.document(.docx)
  }

  private init(styles: WordStyles) {
    self.styles = styles
  }

  private var ink: Ink { elements.last?.ink ?? Ink() }

  mutating func write(_ text: String) {
    guard let element = elements.last, element.name == "t", !element.isSkipped else { return }
    // White space in a run is kept: words are parted by it.
    flow.write(text, element.ink.concealment)
  }

  mutating func open(_ name: String, _ attributes: [String: String]) {
    let outer = elements.last
    var ink = self.ink
    let isSkipped = outer?.isSkipped == true || Self.skipped.contains(name)
    if name == "p" || name == "txbxContent" { ink = Ink(color: nil, ground: ink.ground) }
    elements.append(MarkupElement(name: name, ink: ink, isSkipped: isSkipped))
    guard !isSkipped else { return }
    switch name {
    case "tab" where outer?.name == "r", "ptab": flow.tab()
    case "br", "cr": flow.endLine()
    case "noBreakHyphen": flow.write("-", ink.concealment)
    case "p":
      level = 0
      flow.endLine()
    case "txbxContent": flow.endLine()
    case "tr": flow.beginRow()
    case "tc": flow.beginCell()
    case "pStyle": apply(attributes["val"], paragraph: true)
    case "rStyle": apply(attributes["val"], paragraph: false)
    case "outlineLvl" where attributes["val"].flatMap(Int.init).map({ $0 < 9 }) == true:
      flow.mark(.heading)
    case "framePr", "ind":
      // In twentieths of a point: no page is as wide as that.
      let places = ["x", "y", "left", "start", "firstLine"].compactMap {
        attributes[$0].flatMap(Int.init)
      }
      if places.contains(where: { $0 < -8_000 || $0 > 40_000 }) {
        paint("p") { $0.hiding = .offPage }
      }
    case "ilvl": level = attributes["val"].flatMap(Int.init) ?? 0
    case "numId" where attributes["val"] != "0": flow.markBullet(level: level)
    case "solidFill", "gradFill", "blipFill", "pattFill":
      // A shape is filled: what stands in its text box may be white.
      paint("wsp") { $0.ground = .unknown }
    default: paint(name, attributes, within: outer?.name)
    }
  }

  /// Properties stand inside `rPr`, `pPr` and `tcPr`, and hold for what these belong to.
  private mutating func paint(
    _ name: String, _ attributes: [String: String], within outer: String?
  ) {
    let owners = ["rPr": "r", "pPr": "p", "tcPr": "tc", "tblPr": "tbl"]
    guard let outer, let owner = owners[outer] else { return }
    // The paragraph's own mark has properties too; they are not its text's.
    if outer == "rPr", elements.dropLast(2).last?.name == "pPr" { return }
    paint(owner) { $0.apply(name, attributes) }
  }

  private mutating func apply(_ style: String?, paragraph: Bool) {
    guard let style, let found = styles[style] else { return }
    if paragraph, found.isHeading { flow.mark(.heading) }
    paint(paragraph ? "p" : "r") { $0.paint(over: found.ink) }
  }

  /// Changes the ink of the nearest open element of a name, and of those in it.
  private mutating func paint(_ owner: String, _ change: (inout Ink) -> Void) {
    guard let index = elements.lastIndex(where: { $0.name == owner }) else { return }
    for inner in elements[index...].indices { change(&elements[inner].ink) }
  }

  mutating func close() {
    guard let element = elements.popLast(), !element.isSkipped else { return }
    switch element.name {
    case "p": flow.endParagraph()
    case "txbxContent": flow.endLine()
    case "tr": flow.endRow()
    default: break
    }
  }
}

extension Ink {
  /// Applies a property of a run, paragraph or cell (ECMA-376, part 1, 17.3).
  mutating func apply(_ property: String, _ attributes: [String: String]) {
    let value = attributes["val"]
    switch property {
    case "vanish", "webHidden", "specVanish":
      hiding = ["0", "false", "off"].contains(value ?? "1") ? nil : .marked
    case "color": color = value.flatMap { $0 == "auto" ? nil : Color($0) }
    case "sz": size = value.flatMap(Double.init).map { $0 / 2 } ?? size
    case "shd":
      let fill = attributes["fill"] ?? "auto"
      if attributes["themeFill"] != nil {
        ground = .unknown
      } else if fill != "auto" {
        ground = Color(fill).map { .color($0) } ?? .unknown
      }
    case "highlight": ground = value == "none" ? ground : .unknown
    default: break
    }
  }
}

/// The styles of a Word document, as far as they hide, paint, or make headings.
struct WordStyles {
  struct Style {
    var ink = Ink()
    var isHeading = false
  }

  private var styles: [String: Style] = [:]

  subscript(id: String) -> Style? { styles[id] }

  mutating func read(_ events: MarkupReader) {
    guard let root = MarkupTree(events) else { return }
    for style in root.all("style") {
      guard let id = style.attributes["styleId"] else { continue }
      var found = style.all("basedOn").first?.attributes["val"].flatMap { styles[$0] } ?? Style()
      let name = style.all("name").first?.attributes["val"]?.lowercased() ?? ""
      if name.hasPrefix("heading") { found.isHeading = true }
      for property in (style.all("rPr") + style.all("pPr")).flatMap(\.children) {
        found.ink.apply(property.name, property.attributes)
        if property.name == "outlineLvl" { found.isHeading = true }
      }
      styles[id] = found
    }
  }
}
