import Testing
import Tokenization

/// Aliases and compounds, and the terms that whole lines are indexed as.
@Suite struct LexiconTests {
  private static let compounds: CompoundTable = [
    Term(spelling: Array("faulttolerant".utf8)): CompoundTable.Split(first: 5),
    Term(spelling: Array("uptodate".utf8)): CompoundTable.Split(first: 2, second: 4),
  ]

  /// All terms of a text, bigrams and aliases of several words included.
  private func terms(_ text: String, _ lexicon: Lexicon = Lexicon()) -> [Term] {
    var tokenizer = Tokenizer(lexicon: lexicon)
    let tokenized = tokenizer.tokenize(Array(text.utf8))
    var terms: [Term] = []
    tokenized.forEachTerm(in: tokenized.tokens.indices) { terms.append($0.term) }
    return terms
  }

  private func stem(_ word: String) -> Term { Term(word: word) }

  // MARK: - Compounds

  @Test(arguments: [
    "faulttolerant", "Fault-Tolerant", "fault tolerant", "FAULTTOLERANT", "fault‑tolerant",
  ])
  func `joined and hyphenated and spaced forms give the same terms`(text: String) {
    let expected = [stem("fault"), stem("tolerant"), Term(stem("fault"), stem("tolerant"))]
    #expect(terms(text, Lexicon(compounds: Self.compounds)) == expected)
  }

  @Test func `a compound is a token a part, at the bytes of the part`() {
    var tokenizer = Tokenizer(lexicon: Lexicon(compounds: Self.compounds))
    let tokens = tokenizer.tokenize(Array("a faulttolerant, uptodate".utf8)).tokens
    #expect(tokens.map(\.span) == [0..<1, 2..<7, 7..<15, 17..<19, 19..<21, 21..<25])
    #expect(tokens[2].traits == [.joined, .adjacent])
    #expect(!tokens[3].isIndexed && !tokens[4].isIndexed && tokens[5].isIndexed)
  }

  @Test func `a word that is no compound stays whole`() {
    #expect(terms("faulttolerance", Lexicon(compounds: Self.compounds)) == [stem("faulttolerance")])
  }

  @Test func `the hyphenated compounds of a text are found with their splits`() {
    var tokenizer = Tokenizer(lexicon: Lexicon())
    let bytes = Array("Fault-tolerant up-to-date CI/CD a-b one-two-three-four e-mail".utf8)
    var found: [Term: CompoundTable.Split] = [:]
    tokenizer.tokenize(bytes).forEachHyphenated(in: bytes) { found[$0] = $1 }
    #expect(
      found == [
        Term(spelling: Array("faulttolerant".utf8)): CompoundTable.Split(first: 5),
        Term(spelling: Array("uptodate".utf8)): CompoundTable.Split(first: 2, second: 4),
      ])
  }

  // MARK: - Aliases

  private func lexicon(_ aliases: String) throws -> Lexicon {
    Lexicon(aliases: try AliasTable(aliases))
  }

  @Test(arguments: [
    ("k8s", "Kubernetes"), ("K8S", "kubernetes"), ("RN", "registered nurse"),
    ("RNs", "rns"), ("orgs", "organization"), ("organizations", "organisation"),
    ("registered staff nurse", "registered nurse"), ("sdlc", "software development life cycle"),
    ("registered-nurses", "RN"),
  ])
  func `forms of one thing meet`(left: String, right: String) throws {
    let lexicon = try lexicon(
      """
      Kubernetes = k8s   # documents: 117 | 41
      registered nurse = RN | registered staff nurse
      organisation = organization | org
      software development life cycle = sdlc | software development lifecycle
      """)
    let shared = Set(terms(left, lexicon)).intersection(terms(right, lexicon))
    #expect(!shared.isEmpty)
  }

  @Test func `a form in capitals is met in capitals only`() throws {
    let lexicon = try lexicon("registered nurse = RN\ninformation technology = IT")
    let concept = Term(stem("registered"), stem("nurse"))
    #expect(terms("RN", lexicon) == [concept])
    #expect(!terms("rn Rn", lexicon).contains(concept))
    #expect(terms("it", lexicon).isEmpty)
    #expect(terms("IT", lexicon).count == 1)
  }

  @Test func `R and Go are languages before a noun that has an alias`() throws {
    let lexicon = try lexicon("programme = program")
    #expect(terms("Go programming", lexicon).first == Term(spelling: Array("golang".utf8)))
    #expect(terms("R programming", lexicon).first == Term(spelling: Array("r".utf8)))
  }

  @Test func `an alias of several words is found inside one line only`() throws {
    let lexicon = try lexicon("sdlc = software development life cycle")
    let concept = Term(spelling: Array("sdlc".utf8))
    #expect(terms("the software development life cycles", lexicon).contains(concept))
    #expect(!terms("software development\nlife cycle", lexicon).contains(concept))
    #expect(terms("sdlc", lexicon).contains(concept))
  }

  @Test func `a file has groups, comments and empty lines`() throws {
    let table = try AliasTable("# head\n\nC# = c sharp # count\n a=b |  c |\r\n\n")
    #expect(table.groups.map(\.forms) == [["C#", "c sharp"], ["a", "b", "c"]])
  }

  @Test(arguments: [("a = b\nnonsense", 2), ("x", 1), ("# c\n\na = b\n\nq | r", 5)])
  func `a line that is no group is an error with its number`(text: String, line: Int) {
    #expect(throws: AliasError.noGroup(line: line)) { try AliasTable(text) }
  }

  // MARK: - Bigrams

  @Test(arguments: [
    "machine learning", "machine-learning", "machine  learning", "machine/learning",
  ])
  func `indexed words side by side are a bigram`(text: String) {
    #expect(terms(text).contains(Term(stem("machine"), stem("learning"))))
  }

  @Test(arguments: [
    "machine, learning", "machine\nlearning", "machine for learning", "machine. Learning",
    "machine; learning", "machine (learning", "machine 3 learning", "machine • learning",
  ])
  func `words with a comma or a stop word or a line end between them are none`(text: String) {
    let two: Set = [stem("machine"), stem("learning")]
    #expect(Set(terms(text)) == two)
    #expect(terms(text).count == 2)
  }

  @Test func `the span of a bigram runs from its first word to its last`() {
    var tokenizer = Tokenizer(lexicon: Lexicon())
    let tokenized = tokenizer.tokenize(Array("a machine learning".utf8))
    var spans: [Range<Int>] = []
    tokenized.forEachTerm(in: tokenized.tokens.indices) { spans.append($0.span) }
    #expect(spans == [2..<9, 10..<18, 2..<18])
  }
}
