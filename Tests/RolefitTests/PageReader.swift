/// A strict reader of the HTML that the engine writes: tags that balance, quoted attributes.
struct PageReader {
  /// Why a page is not what the engine may write.
  enum Malformed: Error {
    case unclosed(String), mismatched(String, String), tag(String)
  }

  /// A start tag.
  struct Tag {
    var name: String
    var attributes: [(name: String, value: String)]
    /// The tags that it stands in.
    var parents: [String]

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private static let void: Set<String> = ["meta", "br", "hr", "img", "input", "link"]
  private static let drawn: Set<String> = ["circle", "path", "rect", "use"]

  private(set) var tags: [Tag] = []
  /// All text between tags, as it is escaped.
  private(set) var text = ""
  /// The text inside each element with the class `text`, as it is escaped.
  private(set) var documents: [String] = []

  init(_ html: String) throws {
    var open: [(name: String, isDocument: Bool)] = []
    var rest = Substring(html)
    while let start = rest.firstIndex(of: "<") {
      append(rest[..<start], isDocument: open.contains { $0.isDocument })
      guard let end = rest[start...].firstIndex(of: ">") else {
        throw Malformed.tag(String(rest[start...].prefix(80)))
      }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("!") { continue }
      if tag.hasPrefix("/") {
        guard let last = open.popLast() else { throw Malformed.mismatched("", String(tag)) }
        if last.name != tag.dropFirst() { throw Malformed.mismatched(last.name, String(tag)) }
        continue
      }
      let isClosed = tag.hasSuffix("/")
      let read = try Self.tag(isClosed ? tag.dropLast() : tag, in: open.map(\.name))
      tags.append(read)
      if isClosed || Self.void.contains(read.name) { continue }
      let isDocument = read["class"] == "text"
      if isDocument { documents.append("") }
      open.append((read.name, isDocument))
    }
    append(rest, isDocument: false)
    if let last = open.last { throw Malformed.unclosed(last.name) }
  }

  private mutating func append(_ piece: Substring, isDocument: Bool) {
    text += piece
    if isDocument { documents[documents.count - 1] += piece }
  }

  private static func tag(_ text: Substring, in parents: [String]) throws -> Tag {
    let parts = text.split(separator: " ", maxSplits: 1)
    guard let name = parts.first, name.allSatisfy({ $0.isLetter || $0.isNumber }) else {
      throw Malformed.tag(String(text))
    }
    var attributes: [(name: String, value: String)] = []
    var rest = parts.count > 1 ? parts[1] : ""
    while !rest.isEmpty {
      guard let equals = rest.firstIndex(of: "="), rest[equals...].hasPrefix("=\"") else {
        throw Malformed.tag(String(text))
      }
      let value = rest[rest.index(equals, offsetBy: 2)...]
      guard let quote = value.firstIndex(of: "\"") else { throw Malformed.tag(String(text)) }
      attributes.append((String(rest[..<equals]), String(value[..<quote])))
      rest = value[value.index(after: quote)...].drop { $0 == " " }
    }
    return Tag(name: String(name), attributes: attributes, parents: parents)
  }

  /// The values of an attribute, in the order of the page.
  func values(of attribute: String) -> [String] { tags.compactMap { $0[attribute] } }

  var ids: [String] { values(of: "id") }

  /// How many links stand inside links.
  var nestedLinks: Int { tags.filter { $0.name == "a" && $0.parents.contains("a") }.count }

  /// How many tags have a name.
  func count(_ name: String) -> Int { tags.filter { $0.name == name }.count }
}
