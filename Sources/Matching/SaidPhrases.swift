import Candidates
import Tokenization

/// What a profile says of qualities and wishes, by passage.
struct SaidPhrases {
  /// For each quality, the passages that name it, and where.
  private(set) var qualities: [Int: [Int: [Range<Int>]]] = [:]
  /// The passages that name an inclination.
  private(set) var wishes: Set<Int> = []

  init(_ profile: ParsedProfile, text: [UInt8], silent: SilentPhrases) {
    for (passage, all) in profile.passageTokens.enumerated() {
      let tokens = LookedAt.part(of: all)
      for match in silent.named(in: profile.tokenized.tokens, tokens, text: text) {
        switch match.kind {
        case .quality(let quality):
          qualities[quality, default: [:]][passage, default: []]
            .append(profile.tokenized.span(of: match.tokens))
        case .wish: wishes.insert(passage)
        case .circumstance: break
        }
      }
    }
  }
}
