/// An element that is open while a document of markup is walked over.
struct MarkupElement {
  var name: String
  /// How text in it is painted.
  var ink: Ink
  /// Whether nothing in it is text.
  var isSkipped: Bool
  /// Whether it sets what is in it side by side.
  var isRow = false
}

/// Reads a document of markup event by event.
protocol MarkupWalker {
  mutating func open(_ name: String, _ attributes: [String: String])
  mutating func close()
  mutating func write(_ text: String)
}

extension MarkupWalker {
  /// Goes over all events.
  mutating func walk(_ events: MarkupReader) {
    var events = events
    while let event = events.next() {
      switch event {
      case .open(let name, let attributes): open(name, attributes)
      case .close: close()
      case .text(let text): write(text)
      }
    }
  }
}
