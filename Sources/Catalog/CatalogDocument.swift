import Bytes

/// A document as the catalog takes it: bytes and words whose meaning it does not know.
package struct CatalogDocument: Sendable, Equatable {
  /// What it is known by, among those of its kind.
  package var id: String
  /// The name it came under.
  package var label: String?
  /// Its text and all that belongs to it, without the id.
  package let content: [UInt8]
  /// The name of the content.
  package let hash: [UInt8]
  /// What was declared beside the text.
  package var declaration: [UInt8]?
  /// What was understood of it.
  package var facts: [UInt8]
  /// For lists.
  package var title: String
  package var employer: String?

  package init(
    id: String, label: String?, content: [UInt8], declaration: [UInt8]?, facts: [UInt8],
    title: String, employer: String?
  ) {
    self.id = id
    self.label = label
    self.content = content
    hash = Self.hash(content)
    self.declaration = declaration
    self.facts = facts
    self.title = title
    self.employer = employer
  }

  /// The name of a content: the SHA-256 of its bytes.
  package static func hash(_ content: [UInt8]) -> [UInt8] { SHA256.hash(content[...]) }
}

/// A row of the list of documents.
package struct CatalogEntry: Sendable, Equatable {
  package var id: String
  package var label: String?
  package var title: String
  package var employer: String?
  /// When it was added, in the seconds that the caller gave.
  package var added: Int64
  /// The SHA-256 of the content.
  package var content: [UInt8]
}

/// A document as it was stored.
package struct CatalogRecord: Sendable, Equatable {
  package var entry: CatalogEntry
  /// Empty where it was not asked for.
  package var content: [UInt8]
  package var declaration: [UInt8]?
  package var facts: [UInt8]
}

/// What adding did to a document.
package enum CatalogChange: String, Sendable {
  case new, replaced, unchanged
}
