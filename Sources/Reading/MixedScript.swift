package import Documents
package import Tokenization

/// What a reader of a result is told of words in two scripts.
package enum MixedScript {
  /// A warning, where there is such a word; it names the first.
  package static func warnings(in text: TokenizedText) -> [Warning] {
    guard let token = text.tokens.first(where: { $0.traits.contains(.mixedScript) }) else {
      return []
    }
    return [
      Warning(
        code: "mixed-script",
        message: "a word mixes letters of two scripts that look alike; such words are not scored",
        span: token.span)
    ]
  }
}
