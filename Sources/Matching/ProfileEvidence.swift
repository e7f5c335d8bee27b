import Candidates
import Documents
import Reading

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
      wishes: (profile.parsed.profile.declaration.places ?? [])
        .flatMap(knowledge.places(named:)))
  }
}
