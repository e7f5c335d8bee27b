import Candidates
import Documents
import Reading
import Tokenization
import Weighting

/// What verdicts and gates need of a profile, whatever the role: found once, and used for all roles
/// that the profile is read against.
package struct ProfileEvidence: Sendable {
  let said: SaidPhrases
  let named: ShownNames
  let held: HeldTitles
  let facts: CandidateFacts

  init(_ profile: PreparedProfile, knowledge: Knowledge, silent: SilentPhrases) {
    let text = profile.document.text
    said = SaidPhrases(profile.parsed, text: text, silent: silent)
    named = ShownNames(profile.parsed, text: text, kinds: knowledge.kinds)
    held = HeldTitles(profile.parsed, text: text, knowledge: knowledge)
    facts = CandidateFacts(
      declaration: profile.parsed.profile.declaration, homes: profile.parsed.profile.places,
      wishes: Self.wishes(of: profile, knowledge))
  }

  /// The places where somebody declares to want to work.
  private static func wishes(of profile: PreparedProfile, _ knowledge: Knowledge) -> [Place] {
    let texts = profile.parsed.profile.declaration.places ?? []
    if texts.isEmpty { return [] }
    var tokenizer = Tokenizer(lexicon: knowledge.lexicon)
    return texts.flatMap { text in
      let bytes = Array(text.utf8)
      let tokens = tokenizer.tokenize(bytes).tokens
      return knowledge.gazetteer.places(in: tokens, tokens.indices, text: bytes).map(\.place)
    }
  }
}
