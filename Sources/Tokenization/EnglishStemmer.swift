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

// MARK: - Suffix tables

extension EnglishStemmer {
  /// What to do with one suffix.
  struct SuffixRule: Sendable {
    /// The region a suffix has to lie in.
    enum Region { case first, second }

    /// The suffix to replace.
    let suffix: Letters

    /// What to put in its place, often nothing.
    let replacement: Letters

    /// The region that the suffix has to lie in.
    let region: Region

    /// The letters of which one must stand before the suffix, or `nil` if any may.
    let precedingLetters: LetterSet?

    /// Makes the rule for a suffix, which just goes unless a replacement is given.
    init(
      _ suffix: Letters, _ replacement: Letters = "", in region: Region = .first,
      after precedingLetters: LetterSet? = nil
    ) {
      self.suffix = suffix
      self.replacement = replacement
      self.region = region
      self.precedingLetters = precedingLetters
    }
  }

  /// The rules of one step, of which the longest suffix that a word has decides.
  struct SuffixTable: Sendable {
    /// The rules, longest suffix first.
    private let rules: [SuffixRule]

    /// The letters that the suffixes end in, which most words do not.
    private let lastLetters: LetterSet

    /// Collects the rules of a step, in any order.
    init(_ rules: [SuffixRule]) {
      self.rules = rules.sorted { $0.suffix.count > $1.suffix.count }
      lastLetters = LetterSet(rules.map(\.suffix.last))
    }

    /// The rule with the longest suffix at the end of `letters`.
    func longestSuffix(of letters: Letters) -> SuffixRule? {
      guard lastLetters.contains(letters.last) else { return nil }
      return rules.first { letters.hasSuffix($0.suffix) }
    }
  }
}

// MARK: - Rules

extension EnglishStemmer {
  /// The tables of all steps, in one object, so that a stemmer is cheap to hand on.
  final class Rules: Sendable {
    /// The words that the steps would get wrong, and their stems.
    let exceptions: KeyValuePairs<Letters, Letters> = [
      // Stems of their own.
      "skis": "ski", "skies": "sky", "idly": "idl", "gently": "gentl", "ugly": "ugli",
      "early": "earli", "only": "onli", "singly": "singl",
      // Words that are their own stem, and look like a plural or a derivation.
      "sky": "sky", "news": "news", "howe": "howe", "atlas": "atlas", "cosmos": "cosmos",
      "bias": "bias", "andes": "andes",
    ]

    /// The prefixes that the first region follows, whatever their letters are.
    let prefixes: [Letters] = [
      "arsen", "commun", "emerg", "gener", "inter", "later", "organ", "past", "univers",
    ]

    /// The vowels, of which `Y` is not one.
    let vowels: LetterSet = "aeiouy"

    /// The letters that cannot close a short syllable.
    let vowelsAndWXY: LetterSet = "aeiouywxY"

    /// The one longer syllable that counts as short, so that `pasted` gives `paste`.
    let past: Letters = "past"

    /// What stands before an `eed` that is not an ending: succeed, proceed, exceed.
    let startsKeepingEed: [Letters] = ["succ", "proc", "exc"]

    /// What stands before an `ing` that is not an ending, as in evening, inning, and outing.
    let startsKeepingIng: [Letters] = ["even", "cann", "inn", "earr", "herr", "out"]

    /// Ends of stems that lost an `e`: conflat(ed), troubl(ed), siz(ed).
    let endsLackingE: [Letters] = ["at", "bl", "iz"]

    /// Consonants that are doubled before an ending.
    let doubles: [Letters] = ["bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"]

    /// Vowels that make a whole stem of three letters with a double: add, egg, off.
    let vowelsBeforeOwnDouble: LetterSet = "aeo"

    /// The endings of plurals.
    ///
    /// What becomes of them depends on the letters before them, too, and is not in the table.
    let step1a = SuffixTable([
      .init("sses"), .init("ied"), .init("ies"), .init("s"), .init("us"), .init("ss"),
    ])

    /// The endings of the past and the progressive, with adverbs of both.
    let step1b = SuffixTable([
      .init("eed", "ee"), .init("eedly", "ee"), .init("ed"), .init("edly"), .init("ing"),
      .init("ingly"),
    ])

    /// Double suffixes, each becoming a single one.
    let step2 = SuffixTable([
      .init("tional", "tion"), .init("enci", "ence"), .init("anci", "ance"),
      .init("abli", "able"), .init("entli", "ent"), .init("izer", "ize"),
      .init("ization", "ize"), .init("ational", "ate"), .init("ation", "ate"),
      .init("ator", "ate"), .init("alism", "al"), .init("aliti", "al"), .init("alli", "al"),
      .init("fulness", "ful"), .init("ousli", "ous"), .init("ousness", "ous"),
      .init("iveness", "ive"), .init("iviti", "ive"), .init("biliti", "ble"),
      .init("bli", "ble"), .init("ogist", "og"), .init("ogi", "og", after: "l"),
      .init("fulli", "ful"), .init("lessli", "less"), .init("li", after: "cdeghkmnrt"),
    ])

    /// Suffixes before which a noun or an adjective is left.
    let step3 = SuffixTable([
      .init("tional", "tion"), .init("ational", "ate"), .init("alize", "al"),
      .init("icate", "ic"), .init("iciti", "ic"), .init("ical", "ic"), .init("ful"),
      .init("ness"), .init("ative", in: .second),
    ])

    /// Single suffixes, which go where a long word is left.
    let step4 = SuffixTable(
      [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ism",
        "ate", "iti", "ous", "ive", "ize",
      ].map { SuffixRule($0, in: .second) } + [SuffixRule("ion", in: .second, after: "st")])
  }
}
