/// Cuts an English word down to its stem, so that the forms of one word meet in one term.
///
/// `connect`, `connected`, `connecting`, and `connections` all become `connect`. The stemmer
/// works on the bytes of a word, in place, and looks nothing up but a handful of exceptions:
///
/// ```swift
/// let stemmer = EnglishStemmer()
/// var word = Array("relational".utf8)
/// stemmer.stem(&word)
/// String(decoding: word, as: UTF8.self)  // "relat"
/// ```
///
/// ## Source
///
/// The algorithm is Snowball's *English*, also known as *Porter2*: M. F. Porter's revision (2001)
/// of his stemmer of 1980. This type follows it as released in **Snowball 3.1.1**, the version of
/// the PyPI package `snowballstemmer` 3.1.1, and gives the same stem for every word. The rules are
/// explained at <https://snowballstem.org/algorithms/english/stemmer.html>. Stems end up in stored
/// indexes, so a later revision of the rules is a change of format and not a detail.
///
/// ## How it works
///
/// Suffixes go in seven small steps, 1a to 5, each taking the longest of its endings that the word
/// has. Most endings go only when enough of a word is left without them, and *enough* is measured
/// by two regions:
///
/// - `region1` is what follows the first consonant after a vowel: `beaut(iful)`;
/// - `region2` is the same, found again inside `region1`: `beautif(ul)`.
///
/// A `y` that stands for a consonant, at the start of a word or after a vowel, is held as `Y` while
/// the steps run.
///
/// ## What it is not
///
/// - A stem is not a dictionary form. `happy` becomes `happi`; it is for comparing, not for
///   showing.
/// - It does not know irregular forms: `ran` and `run`, or `mice` and `mouse`, stay apart.
/// - It does not normalize. Letters are expected in lower case, and the apostrophe as U+0027.
package struct EnglishStemmer: Sendable {
  /// The tables that the steps work by.
  private let rules = Rules()

  /// Creates a stemmer, with tables to be built; one stemmer serves for any number of words.
  package init() {}

  /// Stems `word` in place.
  ///
  /// A word of one or two bytes has no suffix to lose and stays as it is, and so does a word that
  /// is not written in the expected bytes. A stem is never longer than its word. Of apostrophes and
  /// one `s`, as in `''s`, it can be empty.
  ///
  /// - Parameter word: A lower-case word of the bytes a–z, digits, and apostrophes. A word with any
  ///   other byte is left as it is.
  package func stem(_ word: inout [UInt8]) {
    guard word.count > 2, Self.isWrittenInExpectedBytes(word) else { return }
    if let stem = exception(for: word) {
      word.removeAll(keepingCapacity: true)
      stem.append(to: &word)
      return
    }
    var marked = MarkedWord(taking: &word, rules: rules)
    marked.removePossessive()
    marked.removePlural()
    marked.removePastAndProgressive()
    marked.replaceFinalY()
    marked.apply(rules.step2)
    marked.apply(rules.step3)
    marked.apply(rules.step4)
    marked.removeFinalEOrL()
    marked.giveBack(to: &word)
  }

  /// Whether every byte is one the rules are about.
  private static func isWrittenInExpectedBytes(_ word: [UInt8]) -> Bool {
    for byte in word {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "'"):
        continue
      default:
        return false
      }
    }
    return true
  }

  /// The stem of a word that the steps would get wrong, or `nil` for all other words.
  private func exception(for word: [UInt8]) -> Letters? {
    guard word.count < Letters.capacity else { return nil }
    let whole = Letters(word[...])
    return rules.exceptions.first { $0.key == whole }?.value
  }
}

// MARK: - Letters

extension EnglishStemmer {
  /// Up to eight letters in one integer, for comparing endings without walking over them.
  ///
  /// The last letter is in the low byte, so a suffix is the low end of whatever has it. No rule
  /// knows a suffix, prefix, or exception of more than seven letters.
  struct Letters: Equatable, Sendable, ExpressibleByStringLiteral {
    /// The most letters that fit.
    static let capacity = 8

    /// The letters, the last one in the low byte, with zeros above the first.
    private(set) var bits: UInt64 = 0

    /// The number of letters.
    let count: Int

    /// The last letter, or zero if there are none.
    var last: UInt8 { UInt8(truncatingIfNeeded: bits) }

    /// Packs a slice of at most ``capacity`` letters.
    init(_ slice: ArraySlice<UInt8>) {
      count = slice.count
      for letter in slice {
        bits = bits << 8 | UInt64(letter)
      }
    }

    /// Packs the letters of a literal, when a table is built.
    init(stringLiteral literal: String) {
      self.init(Array(literal.utf8)[...])
    }

    /// Whether `suffix` is at the end of these letters.
    func hasSuffix(_ suffix: Letters) -> Bool {
      let unused = UInt64(8 * (Self.capacity - suffix.count))
      return (bits ^ suffix.bits) << unused == 0
    }

    /// Whether `prefix` is at the start of these letters.
    func hasPrefix(_ prefix: Letters) -> Bool {
      count >= prefix.count && bits >> UInt64(8 * (count - prefix.count)) == prefix.bits
    }

    /// Appends the letters, first to last, to `word`.
    func append(to word: inout [UInt8]) {
      for place in stride(from: count - 1, through: 0, by: -1) {
        word.append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * place)))
      }
    }
  }

  /// A set of letters, upper and lower case being different.
  struct LetterSet: Sendable, ExpressibleByStringLiteral {
    /// A bit for each of the bytes 64 to 127, where ASCII has its letters.
    private var bits: UInt64 = 0

    /// Collects letters.
    init(_ letters: [UInt8]) {
      for letter in letters {
        bits |= 1 << UInt64(letter & 63)
      }
    }

    /// Collects the letters of a literal.
    init(stringLiteral literal: String) {
      self.init(Array(literal.utf8))
    }

    /// Whether `byte` is a letter of the set, as a digit or an apostrophe never is.
    func contains(_ byte: UInt8) -> Bool {
      byte >= 64 && bits >> UInt64(byte & 63) & 1 == 1
    }
  }
}
