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

      /// The beginning of its content's hash: it leads to the document without saying whose it is.
      package var reference: String { String(content.prefix(Self.referenceDigits)) }

      private static let referenceDigits = 16

      /// The bytes that a reference stands for; nil where it is none.
      static func content(_ reference: String) -> [UInt8]? {
        let digits = Array(reference.utf8)
        guard digits.count == referenceDigits else { return nil }
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: digits.count, by: 2) {
          let pair = String(decoding: digits[start..<start + 2], as: UTF8.self)
          guard let byte = UInt8(pair, radix: 16) else { return nil }
          bytes.append(byte)
        }
        return bytes
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
