/// Words of a posting that add to the score because the résumé is like them, whether or not they stand
/// in it: what the trained tables say of words that are used alike.
public struct Related: Sendable, Codable, Equatable {
  /// Words of the résumé.
  public struct Words: Sendable, Codable, Equatable {
    /// As the résumé has them.
    public var text: String
    /// Where they stand in the résumé's text.
    public var span: Range<Int>
  }

  /// The posting's words.
  public var text: String
  /// Where they stand in the posting's text.
  public var span: Range<Int>
  /// The words of the résumé that are used most like them; nil where the résumé as a whole is.
  public var near: Words?
  /// What they add to the score.
  public var contribution: Double
}
