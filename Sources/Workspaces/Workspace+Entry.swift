#if Catalog
  import Bytes
  import Catalog

  extension Workspace {
    /// A line of the list of documents.
    package struct Entry: Sendable, Codable, Equatable {
      package var id: String
      package var kind: Kind
      /// The name it came under, where it had one.
      package var label: String?
      /// Of a role its title, of a profile that of the latest position; empty where none was found.
      package var title: String
      /// Of a role.
      package var employer: String?
      /// When it was added, in the seconds that were given then.
      package var added: Int64
      /// The SHA-256 of its content, in hexadecimal digits.
      package var content: String

      init(_ entry: CatalogEntry, _ kind: Kind) {
        id = entry.id
        self.kind = kind
        label = entry.label
        title = entry.title
        employer = entry.employer
        added = entry.added
        content = SHA256.hexadecimal(entry.content)
      }
    }

    /// What became of a document that was added.
    package struct Added: Sendable, Codable, Equatable {
      package enum State: String, Sendable, Codable {
        case new, replaced, unchanged
      }
      package var id: String
      package var kind: Kind
      package var state: State
    }
  }
#endif
