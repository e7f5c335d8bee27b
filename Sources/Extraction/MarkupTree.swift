/// An element of a small document of data: its attributes, its text and the elements in it.
struct MarkupTree {
  let name: String
  let attributes: [String: String]
  private(set) var text = ""
  private(set) var children: [MarkupTree] = []

  /// The root of a document.
  ///
  /// Its depth is bounded by the parser.
  init?(_ events: MarkupReader) {
    var events = events
    guard case .open(let name, let attributes) = events.next() else { return nil }
    self.init(name, attributes, &events)
  }

  private init(_ name: String, _ attributes: [String: String], _ events: inout MarkupReader) {
    (self.name, self.attributes) = (name, attributes)
    while let event = events.next() {
      switch event {
      case .open(let name, let attributes):
        children.append(MarkupTree(name, attributes, &events))
      case .text(let part): text += part
      case .close: return
      }
    }
  }

  /// All elements at the end of a path of names.
  func all(_ path: String...) -> [MarkupTree] { elements(at: path) }

  /// The text of the first element at the end of a path, with what is in it.
  func string(_ path: String...) -> String? {
    let text = elements(at: path).first?.content
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text?.isEmpty == false ? text : nil
  }

  private func elements(at path: [String]) -> [MarkupTree] {
    path.reduce([self]) { trees, name in trees.flatMap { $0.children.filter { $0.name == name } } }
  }

  /// The text of the element and of those in it.
  var content: String { children.reduce(text) { $0 + $1.content } }
}
