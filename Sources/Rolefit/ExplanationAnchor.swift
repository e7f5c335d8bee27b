import Matching

/// The names by which places of the page link to each other.
enum ExplanationAnchor {
  /// A requirement in the list.
  static func requirement(_ finding: Finding) -> String { safe(finding.id) }

  /// A requirement's words in the posting.
  static func posting(_ finding: Finding) -> String { "posting-" + safe(finding.id) }

  /// A gate's words in the posting, by its number from 1.
  static func posting(gate number: Int) -> String { "posting-gate-\(number)" }

  /// A passage of the résumé.
  static func passage(_ id: String) -> String { "resume-" + safe(id) }

  /// The line of the résumé that dates a position.
  static func line(_ period: Finding.Period) -> String { "resume-at-\(period.span.lowerBound)" }

  /// What a requirement is called on the page: "3.1" for `r3.1`.
  static func number(_ finding: Finding) -> String {
    let id = safe(finding.id)
    return id.hasPrefix("r") && id.count > 1 ? String(id.dropFirst()) : id
  }

  /// An id without anything that an address would escape.
  private static func safe(_ id: String) -> String {
    String(
      id.map { character in
        let isPlain =
          character.isASCII
          && (character.isLetter || character.isNumber || character == "." || character == "-")
        return isPlain ? character : "_"
      })
  }
}
