import Documents
import Reading
import Tokenization

/// Reads gates from sentences; equal-opportunity text never reaches it.
struct GateReader {
  let role: RoleText

  private static let demands = Term.words(
    "must require required active current hold possess verification need eligible ability able only"
  )
  private static let active = Term.words("active current hold possess")
  private static let obtainable = Term.words("obtain obtainable eligible eligibility")
  private static let afterOffer = Term.words("upon hire offer hired employment conditional")

  /// The gates of a sentence, without those of place and closing date, which belong to the role as
  /// a whole.
  func gates(in sentence: Range<Int>, _ cues: SentenceCues) -> [Gate] {
    var gates: [Gate] = []
    // "No drug test."
    if cues.has(.negates), cues.has(.backgroundCheck) || cues.has(.drugTest) { return [] }
    if cues.has(.clearance), let value = clearance(sentence) {
      gates.append(gate(.clearance, value, sentence))
    }
    if cues.has(.citizenship), role.contains(sentence, anyOf: Self.demands) {
      gates.append(gate(.citizenship, country(sentence) ?? "unspecified", sentence))
    }
    if cues.has(.sponsorshipRefused) {
      gates.append(gate(.sponsorship, "not offered", sentence))
    } else if cues.has(.sponsorshipOffered) {
      gates.append(gate(.sponsorship, "offered", sentence))
    }
    if cues.has(.workPermit) {
      gates.append(gate(.workPermit, country(sentence) ?? "the role's country", sentence))
    }
    if cues.has(.backgroundCheck) {
      let isLater = role.contains(sentence, anyOf: Self.afterOffer)
      gates.append(gate(.backgroundCheck, isLater ? "after an offer" : "required", sentence))
    }
    if cues.has(.drugTest) { gates.append(gate(.drugTest, "required", sentence)) }
    return gates
  }

  /// The gates of something that is required: what it asks of licences, registers and travel, beside
  /// what it asks as a requirement.
  func conditions(in item: Range<Int>) -> [Gate] {
    let cues = SentenceCues(item, in: role)
    var gates: [Gate] = []
    if let cue = cues.first(.registration) {
      gates.append(gate(.registration, role.words(cue), sentence(of: cue, in: item)))
    }
    if let cue = cues.first(.drivingLicence) {
      gates.append(gate(.drivingLicence, "required", sentence(of: cue, in: item)))
    }
    if let cue = cues.first(.travel) {
      let sentence = sentence(of: cue, in: item)
      gates.append(gate(.travel, share(in: sentence) ?? "required", sentence))
    }
    return gates
  }

  private func sentence(of cue: Range<Int>, in item: Range<Int>) -> Range<Int> {
    role.sentences(item).first { $0.contains(cue.lowerBound) } ?? item
  }

  /// "30%".
  private func share(in sentence: Range<Int>) -> String? {
    let index = sentence.first { index in
      let end = Int(role.tokens[index].upper)
      return role.tokens[index].traits.contains(.number) && end < role.text.count
        && (role.text[end] == 0x25
          || role.isSpelt(min(index + 1, sentence.upperBound - 1), "percent"))
    }
    return index.map { String(decoding: role.text[role.tokens[$0].span], as: UTF8.self) + "%" }
  }

  /// Whether a sentence says where one must live.
  func residence(in sentence: Range<Int>, _ cues: SentenceCues) -> Gate? {
    guard cues.has(.residence), !cues.has(.citizenship) else { return nil }
    let places = role.places(in: sentence)
    return places.first.map { gate(.location, $0.place.text, sentence) }
  }

  /// One gate a kind and value: the first, or for clearances the one that says most.
  static func merged(_ gates: [Gate]) -> [Gate] {
    var merged: [Gate] = []
    for gate in gates {
      guard let index = merged.firstIndex(where: { $0.kind == gate.kind }) else {
        merged.append(gate)
        continue
      }
      let isVague = ["unspecified", "the role's country", "after an offer"]
        .contains(merged[index].value)
      let saysMore =
        gate.kind == .clearance && gate.value.utf8.count > merged[index].value.utf8.count
      if saysMore || (isVague && gate.value != merged[index].value) { merged[index] = gate }
    }
    return merged
  }

  private func gate(_ kind: Gate.Kind, _ value: String, _ sentence: Range<Int>) -> Gate {
    Gate(kind: kind, value: value, quote: role.words(sentence), span: role.span(sentence))
  }

  private func country(_ sentence: Range<Int>) -> String? {
    role.places(in: sentence)
      .compactMap(\.place.country).first
  }

  /// "Top Secret, active"; nil where a clearance is mentioned but neither named nor demanded.
  private func clearance(_ sentence: Range<Int>) -> String? {
    guard role.contains(sentence, anyOf: Self.demands) else { return nil }
    let has = { (word: String) in role.tokens[sentence].contains { $0.term == Term(word: word) } }
    let level: String? =
      has("ts") || has("sci")
      ? "Top Secret/SCI"
      : has("secret")
        ? (has("top") ? "Top Secret" : "Secret")
        : has("trust") ? "Public Trust" : has("dv") ? "DV" : has("sc") ? "SC" : nil
    guard let level else { return nil }
    if role.contains(sentence, anyOf: Self.active) { return level + ", active" }
    return role.contains(sentence, anyOf: Self.obtainable) ? level + ", obtainable" : level
  }
}
