import Bytes
import Documents

/// A posting as an index keeps it: a byte whether it says enough for a fit, and the document.
enum StoredRole {
  static func bytes(_ document: Document, isJudged: Bool) -> [UInt8] {
    [isJudged ? 1 : 0] + document.stored
  }

  static func isJudged(_ bytes: ByteRegion) -> Bool {
    bytes.count > 0 && bytes[0] == 1
  }

  /// Nil where the bytes are none.
  static func document(_ bytes: ByteRegion) -> Document? {
    guard bytes.count > 0 else { return nil }
    var reader = ByteReader(bytes.array, at: 1)
    return try? Document.read(stored: &reader)
  }
}
