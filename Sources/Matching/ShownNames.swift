import Candidates
import Reading
import Tokenization

/// Where a profile names the things that the table of kinds knows.
struct ShownNames {
  /// A name where it stands.
  struct Place {
    let passage: Int
    let tokens: Range<Int>
  }

  private var places: [Int: [Place]] = [:]

  init(_ profile: ParsedProfile, text: [UInt8], kinds: KindTable) {
    for (passage, all) in profile.passageTokens.enumerated()
    where !profile.deniedPassages.contains(passage) {
      let tokens = LookedAt.part(of: all)
      for found in kinds.names(in: profile.tokenized, tokens, bytes: text) {
        places[found.name, default: []].append(Place(passage: passage, tokens: found.tokens))
      }
    }
  }

  /// Where any of some names stand.
  func places(of names: [Int]) -> [Place] {
    names.flatMap { places[$0] ?? [] }
  }
}
