extension EnglishStemmer {
  /// A word while it is being stemmed: its letters, with consonant `y` held as `Y`, and where its
  /// two regions start.
  struct MarkedWord: ~Copyable {
    /// The suffixes of each step, and the words and letters that the steps look out for.
    private let rules: Rules

    /// The letters that are left of the word.
    private var letters: [UInt8] = []

    /// Where the first region starts.
    ///
    /// It stays where the whole word had it, and can come to lie beyond the letters that are left.
    private var region1 = 0

    /// Where the second region starts, never before ``region1``.
    private var region2 = 0

    /// Takes the letters out of `word`, without its leading apostrophe, and marks them.
    init(taking word: inout [UInt8], rules: Rules) {
      self.rules = rules
      swap(&letters, &word)
      if letters.first == UInt8(ascii: "'") {
        letters.removeFirst()
      }
      markConsonantY()
      region1 = prefixEnd() ?? regionStart(from: 0)
      region2 = regionStart(from: region1)
    }

    /// Removes the marks, and moves the letters to `word`.
    consuming func giveBack(to word: inout [UInt8]) {
      for place in letters.indices where letters[place] == UInt8(ascii: "Y") {
        letters[place] = UInt8(ascii: "y")
      }
      swap(&letters, &word)
    }
  }
}

// MARK: - Marking

extension EnglishStemmer.MarkedWord {
  /// Writes a `y` at the start of the word, or after a vowel, as `Y`.
  private mutating func markConsonantY() {
    var followsVowel = true
    for place in letters.indices {
      if followsVowel && letters[place] == UInt8(ascii: "y") {
        letters[place] = UInt8(ascii: "Y")
      }
      followsVowel = isVowel(at: place)
    }
  }

  /// The end of a prefix that ``region1`` follows whatever its letters are, if the word has one.
  ///
  /// These keep words apart that would otherwise meet, such as `general` and `generate`.
  private func prefixEnd() -> Int? {
    let head = Letters(letters[..<min(letters.count, Letters.capacity)])
    return rules.prefixes.first { head.hasPrefix($0) }?.count
  }

  /// The place after the first consonant that follows a vowel, looking from `start` on, or the end
  /// of the word.
  private func regionStart(from start: Int) -> Int {
    var place = start
    while place < letters.count && !isVowel(at: place) {
      place += 1
    }
    while place < letters.count && isVowel(at: place) {
      place += 1
    }
    return min(place + 1, letters.count)
  }
}

// MARK: - Looking

extension EnglishStemmer.MarkedWord {
  typealias Letters = EnglishStemmer.Letters
  typealias SuffixTable = EnglishStemmer.SuffixTable

  /// Whether the letter at `place` is a vowel, which `Y` is not.
  private func isVowel(at place: Int) -> Bool {
    rules.vowels.contains(letters[place])
  }

  /// Whether any letter before `end` is a vowel.
  private func hasVowel(before end: Int) -> Bool {
    for place in 0..<end where isVowel(at: place) {
      return true
    }
    return false
  }

  /// The last letters before `end`.
  private func tail(before end: Int) -> Letters {
    Letters(letters[max(0, end - Letters.capacity)..<end])
  }

  /// Whether the letters before `end`, all of them, are one of `words`.
  private func start(before end: Int, isOneOf words: [Letters]) -> Bool {
    end < Letters.capacity && words.contains(tail(before: end))
  }

  /// Whether the letters before `end` close with a short syllable.
  ///
  /// Short is a vowel between consonants, the last of them not `w`, `x`, or `Y`, as in `hop`; a
  /// vowel and a consonant that are the whole word, as in `us`; and `past`.
  private func hasShortSyllable(before end: Int) -> Bool {
    if end > 2 && !isVowel(at: end - 3) && isVowel(at: end - 2)
      && !rules.vowelsAndWXY.contains(letters[end - 1])
    {
      return true
    }
    if end == 2 {
      return isVowel(at: 0) && !isVowel(at: 1)
    }
    return tail(before: end).hasSuffix(rules.past)
  }

  /// Replaces the last `count` letters.
  private mutating func replaceLast(_ count: Int, with replacement: Letters) {
    letters.removeLast(count)
    replacement.append(to: &letters)
  }
}

// MARK: - Steps

extension EnglishStemmer.MarkedWord {
  /// What used to be step 0: removes the endings of possessives, `'`, `'s`, and `'s'`.
  mutating func removePossessive() {
    if letters.last == UInt8(ascii: "'") {
      letters.removeLast()
    }
    let last = letters.count - 1
    if last > 0 && letters[last] == UInt8(ascii: "s") && letters[last - 1] == UInt8(ascii: "'") {
      letters.removeLast(2)
    }
  }

  /// Step 1a: removes the endings of plurals.
  mutating func removePlural() {
    guard let plural = rules.step1a.longestSuffix(of: tail(before: letters.count)) else {
      return
    }
    let start = letters.count - plural.suffix.count
    switch plural.suffix.count {
    case 4:  // sses: to ss.
      letters.removeLast(2)
    case 3:  // ied, ies: to i, but to ie after a single letter.
      letters.removeLast(start > 1 ? 2 : 1)
    case 1:  // s: goes after a vowel, but not right after it: gaps, but gas.
      guard start > 0 && hasVowel(before: start - 1) else { return }
      letters.removeLast()
    default:  // ss, us: stay.
      return
    }
  }

  /// Step 1b: removes the endings of the past and the progressive.
  mutating func removePastAndProgressive() {
    guard let ending = rules.step1b.longestSuffix(of: tail(before: letters.count)) else {
      return
    }
    let start = letters.count - ending.suffix.count
    if ending.replacement.count > 0 {  // eed, eedly: to ee.
      guard start >= region1 && !self.start(before: start, isOneOf: rules.startsKeepingEed) else {
        return
      }
      replaceLast(ending.suffix.count, with: ending.replacement)
      return
    }
    if ending.suffix.count == 3 {  // ing: may belong to the word.
      if self.start(before: start, isOneOf: rules.startsKeepingIng) { return }
      if start == 2 && letters[1] == UInt8(ascii: "y") && !isVowel(at: 0) {
        replaceYing()
        return
      }
    }
    guard hasVowel(before: start) else { return }
    letters.removeLast(ending.suffix.count)
    repairEnd()
  }

  /// A part of step 1b: turns a word like `lying` into one like `lie`.
  private mutating func replaceYing() {
    letters.removeLast(2)
    letters[1] = UInt8(ascii: "i")
    letters[2] = UInt8(ascii: "e")
  }

  /// The rest of step 1b: gives back an `e` that fell with the ending, or undoes a doubling.
  private mutating func repairEnd() {
    let tail = tail(before: letters.count)
    if rules.endsLackingE.contains(where: { tail.hasSuffix($0) }) {
      letters.append(UInt8(ascii: "e"))
    } else if rules.doubles.contains(where: { tail.hasSuffix($0) }) {
      // Add, egg, and off have their two consonants from the start.
      if letters.count == 3 && rules.vowelsBeforeOwnDouble.contains(letters[0]) { return }
      letters.removeLast()
    } else if letters.count == region1 && hasShortSyllable(before: letters.count) {
      letters.append(UInt8(ascii: "e"))
    }
  }

  /// Step 1c: replaces a final `y` after a consonant that is not the first letter.
  mutating func replaceFinalY() {
    let last = letters.count - 1
    guard last > 1 && !isVowel(at: last - 1) else { return }
    if letters[last] == UInt8(ascii: "y") || letters[last] == UInt8(ascii: "Y") {
      letters[last] = UInt8(ascii: "i")
    }
  }

  /// Steps 2, 3, and 4: replaces the longest suffix of `table` that the word has, if its rule may.
  ///
  /// When it may not, a shorter suffix gets no second chance.
  mutating func apply(_ table: SuffixTable) {
    guard let rule = table.longestSuffix(of: tail(before: letters.count)) else { return }
    let start = letters.count - rule.suffix.count
    guard start >= (rule.region == .first ? region1 : region2) else { return }
    if let allowed = rule.precedingLetters, !allowed.contains(letters[start - 1]) { return }
    replaceLast(rule.suffix.count, with: rule.replacement)
  }

  /// Step 5: removes a final `e`, and one `l` of two.
  mutating func removeFinalEOrL() {
    let last = letters.count - 1
    switch letters.last {
    case UInt8(ascii: "e"):
      guard last >= region2 || (last >= region1 && !hasShortSyllable(before: last)) else { return }
    case UInt8(ascii: "l"):
      guard last >= region2 && letters[last - 1] == UInt8(ascii: "l") else { return }
    default:
      return
    }
    letters.removeLast()
  }
}
