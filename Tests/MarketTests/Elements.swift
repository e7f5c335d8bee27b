import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The elements that a parser of XML finds, in the order of the text.
final class Elements: NSObject, XMLParserDelegate {
  /// A start tag.
  struct Element {
    var name: String
    var attributes: [String: String]
  }

  private(set) var all: [Element] = []
  var names: [String] { all.map(\.name) }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?, attributes attributeDict: [String: String]
  ) {
    all.append(Element(name: elementName, attributes: attributeDict))
  }
}
