import Candidates

/// How much of a passage is searched for evidence.
///
/// No passage that a person wrote is longer; one of megabytes would be walked over once for each word
/// that is asked for.
struct LookedAt {
  private static let longest = 2_000

  private let profile: ParsedProfile

  init(_ profile: ParsedProfile) {
    self.profile = profile
  }

  /// The tokens of a passage that are looked at.
  subscript(passage: Int) -> Range<Int> { Self.part(of: profile.passageTokens[passage]) }

  /// The first tokens of a passage.
  static func part(of tokens: Range<Int>) -> Range<Int> { tokens.prefix(longest) }
}

extension ParsedProfile {
  /// The tokens that are looked at, by passage.
  var lookedAt: LookedAt { LookedAt(self) }
}
