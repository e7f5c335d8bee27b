import Testing
import Tokenization

/// What words are found, and what they are indexed as.
@Suite struct TokenizerTests {
  /// The words of a text as they are written.
  private func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var tokenizer = Tokenizer(lexicon: Lexicon())
    return tokenizer.tokenize(bytes).tokens.map { String(decoding: bytes[$0.span], as: UTF8.self) }
  }

  /// The terms that a text is indexed as, bigrams aside.
  private func terms(_ text: String) -> [Term] {
    var tokenizer = Tokenizer(lexicon: Lexicon())
    return tokenizer.tokenize(Array(text.utf8)).tokens.filter(\.isIndexed).map(\.term)
  }

  @Test(arguments: [
    ("Built CI/CD in Go, C++", ["Built", "CI", "CD", "in", "Go", "C++"]),
    ("C, C++, C#, F# and .NET", ["C", "C++", "C#", "F#", "and", ".NET"]),
    ("c#, f#, a#, c#x", ["c#", "f#", "a", "c", "x"]),
    ("Node.js or ASP.NET", ["Node.js", "or", "ASP.NET"]), ("AI/ML 0→1", ["AI", "ML", "0→1"]),
    ("k8s; R&D. U.S. Ph.D. B.Sc.", ["k8s", "R&D", "U.S", "Ph.D", "B.Sc"]),
    ("fault-tolerant", ["fault", "tolerant"]), ("bachelor's", ["bachelor's"]),
    ("you’ll", ["you’ll"]), ("'quoted'", ["quoted"]), ("end.Next", ["end", "Next"]),
    ("v3.5, 10.2.1", ["v3.5", "10.2.1"]), ("$120,000", ["120", "000"]), ("C++17", ["C", "17"]),
    ("4+ years", ["4", "years"]), ("#hashtag", ["hashtag"]), ("snake_case", ["snake", "case"]),
    ("a@b.org", ["a", "b.org"]), ("...", []), ("日本", ["日", "本"]), ("naïve", ["naïve"]),
  ])
  func `words end where they should`(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test func `offsets are half-open ranges of bytes of the original`() {
    var tokenizer = Tokenizer(lexicon: Lexicon())
    let tokens = tokenizer.tokenize(Array("Été — naïve\n  C++".utf8)).tokens
    #expect(tokens.map(\.span) == [0..<5, 10..<16, 19..<22])
    #expect(tokens.map { $0.traits.contains(.lineStart) } == [true, false, true])
  }

  @Test(arguments: [
    (".NET", "dot net"), ("Node.js", "nodejs"), ("U.S.", "us"), ("Ph.D.", "phd"), ("B.Sc", "BSC"),
    ("B.Sc.", "bsc"), ("ASP.NET", "aspnet"), ("0→1", "0to1"), ("eﬃcient", "efficient"),
    ("ｐｙｔｈｏｎ", "Python"), ("ＳＱＬ２０２６", "sql2026"), ("m²", "m2"), ("résumé", "resume"),
    ("Ångström", "angstrom"), ("naïveté", "naivete"), ("Œuvre", "oeuvre"), ("Straße", "strasse"),
    ("re\u{AD}sponsible", "responsible"), ("py\u{200D}thon", "python"),
    ("py\u{200B}thon", "python"), ("re\u{301}sume\u{301}", "resume"), ("py\u{FE0F}thon", "python"),
    ("Engineers", "engineering"), ("SQL", "sql"), ("ΑΘΗΝΑ", "αθηνα"), ("МОСКВА", "москва"),
    ("bachelor’s", "bachelors"), ("teacher's", "teacher"),
  ])
  func `two spellings are one term`(left: String, right: String) {
    if left == ".NET" {
      #expect(terms(left) == terms("dotnet"))
    } else {
      #expect(terms(left).count == 1)
      #expect(terms(left) == terms(right))
    }
  }

  @Test(arguments: [("C++", "C#"), ("F#", "F"), ("R&D", "R"), ("SQL", "NoSQL"), ("U.S.", "use")])
  func `two names are two terms`(left: String, right: String) {
    #expect(terms(left) != terms(right))
  }

  @Test(arguments: [
    "years\u{A0}of\u{A0}Python", "years\u{2003}of\u{202F}Python", "years\tof Python",
  ])
  func `every space ends a word`(text: String) {
    #expect(terms(text) == terms("years of Python"))
  }

  @Test(arguments: [
    ("4+ years", [true, false]), ("3.5 10,000", [true, true, true]), ("3rd k8s", [false, false]),
  ])
  func `a number is digits with points only`(text: String, expected: [Bool]) {
    var tokenizer = Tokenizer(lexicon: Lexicon())
    let tokens = tokenizer.tokenize(Array(text.utf8)).tokens
    #expect(tokens.map { $0.traits.contains(.number) } == expected)
    #expect(tokens.allSatisfy { $0.isIndexed != $0.traits.contains(.number) })
  }

  @Test(arguments: [
    ("Python, R, SQL", "R"), ("Go, Rust and Java", "Go"), ("Java/Go/Python", "Go"),
    ("C/C++", "C"), ("languages including C, C++, C#", "C"), ("R programming", "R"),
    ("Go developer", "Go"), ("SAS or R", "R"), ("Python (or Go)", "Go"), ("Java; Go; Rust", "Go"),
    ("C and C++", "C"), ("Docker, Kubernetes, Go", "Go"), ("Rust, Go", "Go"),
  ])
  func `R and C and Go count where they stand as skills`(text: String, name: String) {
    let bytes = Array(text.utf8)
    var tokenizer = Tokenizer(lexicon: Lexicon())
    let token = tokenizer.tokenize(bytes).tokens.first { bytes[$0.span].elementsEqual(name.utf8) }
    #expect(token?.isIndexed == true)
    #expect(name != "Go" || token?.term == Term(spelling: Array("golang".utf8)))
  }

  @Test(arguments: [
    "Go to market", "Go above and beyond", "R & D", "vitamin C", "John C. Smith", "going",
    "Category C licence", "grade C or above", "Ready, set, Go", "section R, page 3",
    "on the Go\nPython, SQL", "go", "r", "C", "Go",
  ])
  func `R and C and Go count for nothing elsewhere`(text: String) {
    let bytes = Array(text.utf8)
    let golang = Term(spelling: Array("golang".utf8))
    var tokenizer = Tokenizer(lexicon: Lexicon())
    for token in tokenizer.tokenize(bytes).tokens
    where ["go", "r", "c"].contains(String(decoding: bytes[token.span], as: UTF8.self).lowercased())
    {
      #expect(token.span.count == 2 || !token.isIndexed)
    }
    #expect(!tokenizer.tokenize(bytes).tokens.contains { $0.term == golang })
  }

  @Test func `a token knows how it was written`() {
    var tokenizer = Tokenizer(lexicon: Lexicon())
    let tokens = tokenizer.tokenize(Array("Nurse RN the CI/CD low-level a, b".utf8)).tokens
    #expect(
      tokens.map(\.traits) == [
        [.capitalized, .lineStart], [.capitalized, .uppercase, .adjacent], [.stop, .adjacent],
        [.capitalized, .uppercase, .adjacent], [.capitalized, .uppercase, .joined, .adjacent],
        .adjacent, [.joined, .adjacent], [.stop, .adjacent], [.stop],
      ])
  }
}
