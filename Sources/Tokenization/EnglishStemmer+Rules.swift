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
