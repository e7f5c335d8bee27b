#if Catalog
  import Bytes
  import Catalog
  import Documents
  import Foundation
  import Rolefit

  /// Documents as the catalog keeps them.
  enum DocumentFacts {
    /// A document without what is understood of it.
    static func bare(_ document: Document, label: String?) -> CatalogDocument {
      let declaration = document.declaration.flatMap { try? encoder.encode($0) }
      return CatalogDocument(
        id: document.id, label: label, content: document.named("").stored,
        declaration: declaration.map { [UInt8]($0) }, facts: [], title: "", employer: nil)
    }

    /// What is understood of a document, as JSON, and what lists show of it.
    static func understood(
      _ document: Document, _ kind: Workspace.Kind, _ reader: inout Engine.Reader
    ) -> (facts: [UInt8], title: String, employer: String?) {
      switch kind {
      case .role:
        let role = reader.role(document)
        return (json(role), role.title, role.employer)
      case .profile:
        let profile = reader.profile(document)
        let latest = profile.experience.max { left, right in
          left.start < right.start
        }
        return (json(profile), latest?.title ?? "", nil)
      }
    }

    /// The document of a record; nil where this program cannot read its bytes.
    static func document(_ record: CatalogRecord) -> Document? {
      var reader = ByteReader(record.content)
      guard let stored = try? Document.read(stored: &reader) else { return nil }
      var declaration: Declaration?
      if let bytes = record.declaration {
        declaration = try? JSONDecoder().decode(Declaration.self, from: Data(bytes))
        if declaration == nil { return nil }
      }
      return Document(
        id: record.entry.id, format: stored.format, text: stored.text, lines: stored.lines,
        hidden: stored.hidden, warnings: stored.warnings, declaration: declaration)
    }

    /// The role that was understood when it was added; nil where a program of another shape wrote it.
    static func role(_ record: CatalogRecord) -> Role? {
      try? JSONDecoder().decode(Role.self, from: Data(record.facts))
    }

    private static var encoder: JSONEncoder {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return encoder
    }

    private static func json(_ value: some Encodable) -> [UInt8] {
      do {
        return [UInt8](try encoder.encode(value))
      } catch {
        preconditionFailure("what was understood has no JSON: \(error)")
      }
    }
  }
#endif
