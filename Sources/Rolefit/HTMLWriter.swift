/// Writes HTML front to back: elements close themselves, and all text that comes from outside is
/// escaped.
///
///     var html = HTMLWriter()
///     html.element("p", ["class": "note"]) { $0.text("R&D <lab>") }
///     // <p class="note">R&amp;D &lt;lab&gt;</p>
///
/// It does not know which elements may stand inside which.
package struct HTMLWriter {
  /// What was written.
  package private(set) var html = ""

  /// A writer of nothing yet.
  package init() {}

  /// An attribute whose value is nil is not written.
  package typealias Attributes = KeyValuePairs<String, String?>

  /// Writes an element with what `body` writes inside it.
  package mutating func element(
    _ name: String, _ attributes: Attributes = [:], _ body: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes.map { ($0.key, $0.value) })
    body(&self)
    close(name)
  }

  /// Writes an element that holds a text and nothing else.
  package mutating func element(_ name: String, _ attributes: Attributes, _ text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes an element that holds a text and nothing else.
  package mutating func element(_ name: String, _ text: String) {
    element(name, [:]) { $0.text(text) }
  }

  /// Writes an element that has no end tag.
  package mutating func void(_ name: String, _ attributes: Attributes) {
    open(name, attributes.map { ($0.key, $0.value) })
  }

  /// Writes a start tag; the caller closes it.
  package mutating func open(_ name: String, _ attributes: [(name: String, value: String?)]) {
    html += "<\(name)"
    for attribute in attributes {
      guard let value = attribute.value else { continue }
      html += " \(attribute.name)=\"\(Self.escaped(value))\""
    }
    html += ">"
  }

  /// Writes an end tag.
  package mutating func close(_ name: String) {
    html += "</\(name)>"
  }

  /// Writes a text.
  package mutating func text(_ text: String) {
    html += Self.escaped(text)
  }

  /// Writes markup that is known to be well formed.
  package mutating func markup(_ markup: String) {
    html += markup
  }

  /// Breaks the line, where a reader of the source would.
  package mutating func newline() {
    html += "\n"
  }

  // MARK: - Escaping

  /// A text that is safe between tags and inside quoted attributes.
  ///
  /// Control characters become their pictures (␛), and characters that turn the direction of the
  /// text after them become U+FFFD; line feeds and tabs stay. Each scalar is escaped by itself, so a
  /// text may be escaped in pieces.
  package static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isEscaped) else { return text }
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { escape(scalar, into: &escaped) }
    return String(escaped)
  }

  /// Whether a byte is, or may begin, something that is written otherwise.
  private static func isEscaped(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xE2: true
    default: false
    }
  }

  private static func escape(
    _ scalar: Unicode.Scalar, into escaped: inout String.UnicodeScalarView
  ) {
    switch scalar.value {
    case 0x26: escaped.append(contentsOf: "&amp;".unicodeScalars)
    case 0x3C: escaped.append(contentsOf: "&lt;".unicodeScalars)
    case 0x3E: escaped.append(contentsOf: "&gt;".unicodeScalars)
    case 0x22: escaped.append(contentsOf: "&quot;".unicodeScalars)
    case 0x27: escaped.append(contentsOf: "&#39;".unicodeScalars)
    case 0x09, 0x0A: escaped.append(scalar)
    case 0..<0x20: escaped.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: escaped.append("\u{2421}")
    case 0x80...0x9F, 0x202A...0x202E, 0x2066...0x2069: escaped.append("\u{FFFD}")
    default: escaped.append(scalar)
    }
  }
}
