/// Why a document cannot be read.
public enum DocumentError: Error, Equatable {
  /// Nothing but white space.
  case empty
  /// More bytes than a document may have.
  case tooLarge(bytes: Int, limit: Int)
  /// A known format that holds no plain text, by its signature.
  case unsupported(format: String)
  /// Bytes that are no text: the first NUL stands at `offset`.
  case notText(offset: Int)
  /// More than one byte in twenty is no UTF-8.
  case invalidUTF8(invalid: Int, of: Int)
  /// JSON that cannot be parsed, or whose shape is neither a résumé nor a record.
  case malformedJSON(reason: String)
}
