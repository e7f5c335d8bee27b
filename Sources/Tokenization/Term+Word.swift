extension Term {
  private static let stemmer = EnglishStemmer()

  /// The term of a single lower-case word of ASCII letters, as the tokenizer stems it.
  package init(word: String) {
    var stem = Array(word.utf8)
    Self.stemmer.stem(&stem)
    self.init(spelling: stem)
  }

  /// The terms of words separated by spaces.
  package static func words(_ list: String) -> TermSet {
    TermSet(list.split { $0 == " " || $0 == "\n" }.map { Term(word: String($0)) })
  }
}
