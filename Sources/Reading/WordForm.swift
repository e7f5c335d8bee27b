/// The form of a word without the endings of grammar, for telling words that share a stem.
///
/// Stems are made for search: "product", "production" and "productivity" have one. Who asks for
/// productivity is not shown it by a list of products, so a verdict compares forms as well: plural,
/// tense, the one who does it and the doing of it ("manages", "manager", "management") make no
/// difference, other endings do.
package struct WordForm: Hashable, Sendable {
  private let letters: [UInt8]

  /// The form of a word as written.
  package init(_ word: ArraySlice<UInt8>) {
    var letters = word.filter { $0 != 0x27 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    while let ending = Self.endings.first(where: { Self.ends(letters, in: $0) }) {
      letters.removeLast(ending.count)
    }
    self.letters = letters
  }

  /// The longest first.
  private static let endings = [
    "ations", "ators", "ating", "ation", "ments", "ated", "ates", "ator", "ment", "ings", "ing",
    "ers", "ors", "ies", "ied", "ate", "es", "ed", "er", "or", "s", "e", "y",
  ].map { Array($0.utf8) }

  /// Fewer letters than this are no word.
  private static let least = 3

  private static func ends(_ letters: [UInt8], in ending: [UInt8]) -> Bool {
    letters.count >= ending.count + least && letters.suffix(ending.count).elementsEqual(ending)
  }
}
