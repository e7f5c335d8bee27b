/// Something that a reader of a result should know of a document.
public struct Warning: Sendable, Codable, Hashable {
  /// What kind of thing it is, for programs: `invalid-utf8`, `thin-posting` and the like.
  public let code: String
  /// What it is, for people; it never quotes the document.
  public let message: String
  /// Where in the text the first of it stands, if it stands in one place.
  public let span: Range<Int>?

  /// A warning.
  public init(code: String, message: String, span: Range<Int>? = nil) {
    self.code = code
    self.message = message
    self.span = span
  }
}
