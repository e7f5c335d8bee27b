package import Tokenization

/// Counts a background over documents that are shown to it several times.
///
///     let builder = BackgroundBuilder(corpora: 3, aliases: aliases, logarithm: log)
///     for pass in BackgroundBuilder.Pass.allCases {
///       builder.begin(pass)
///       for document in documents { builder.add(document.text, corpus: document.corpus) }
///     }
///     let content = builder.content()
///
/// The first two passes learn compounds and recurring lines, the last two, which read compounds in
/// their parts, the document frequencies. Mean norms are the caller's to add: they depend on how
/// roles and profiles are read, which this floor does not know.
package struct BackgroundBuilder: Sendable {
  /// A walk over all documents.
  package enum Pass: CaseIterable, Sendable {
    case sketchWords, countWords, sketchTerms, countTerms
  }

  /// A compound is read in its parts where its hyphenated form has at least this share of the
  /// documents of the joined form; below it, hyphens are those of line ends ("manage-ment").
  private static let hyphenatedShare = 0.02

  private let aliases: AliasTable
  private let logarithm: @Sendable (Double) -> Double
  private var tokenizer: Tokenizer
  private var pass = Pass.sketchWords
  private var counter: FrequencyCounter
  private var lineCounter: FrequencyCounter
  private var documents: [Int]
  private var learnt = BackgroundContent()
  private var splits: [UInt64: CompoundTable.Split] = [:]
  private var phrases: Set<UInt64> = []

  /// A builder for corpora that weigh the same, whatever their sizes.
  ///
  /// - Parameter logarithm: the natural logarithm.
  package init(
    corpora: Int, aliases: AliasTable, logarithm: @escaping @Sendable (Double) -> Double
  ) {
    self.aliases = aliases
    self.logarithm = logarithm
    tokenizer = Tokenizer(lexicon: Lexicon())
    counter = FrequencyCounter(corpora: corpora)
    lineCounter = FrequencyCounter(corpora: corpora)
    documents = Array(repeating: 0, count: corpora)
  }

  /// Begins a pass, after all documents were shown in the one before.
  package mutating func begin(_ pass: Pass) {
    if pass == .sketchTerms {
      learnWords()
      counter = FrequencyCounter(corpora: documents.count)
      let compounds = CompoundTable(
        Dictionary(uniqueKeysWithValues: learnt.compounds.map { ($0.joined, $0.split) }))
      tokenizer = Tokenizer(lexicon: Lexicon(aliases: aliases, compounds: compounds))
    }
    self.pass = pass
  }

  /// Shows a document: lines of its text.
  package mutating func add(_ text: [UInt8], corpus: Int) {
    let tokenized = tokenizer.tokenize(text)
    switch pass {
    case .sketchWords:
      counter.sketch(words(of: tokenized, text))
      lineCounter.sketch(lines(of: tokenized))
    case .countWords:
      counter.count(words(of: tokenized, text), corpus: corpus)
      lineCounter.count(lines(of: tokenized), corpus: corpus)
    case .sketchTerms: counter.sketch(terms(of: tokenized))
    case .countTerms:
      documents[corpus] += 1
      counter.count(terms(of: tokenized), corpus: corpus)
    }
  }

  /// What was counted, after the last pass; the mean norms are 1.
  package func content() -> BackgroundContent {
    var content = learnt
    content.terms = counter.frequent().map { key, counts in
      let rates = zip(counts, documents).map { Double($0) / Double(max(1, $1)) }
      let rate = rates.reduce(0, +) / Double(max(1, rates.count))
      let idf = InverseFrequency.idf(
        rate: rate, isPhrase: phrases.contains(key), logarithm: logarithm)
      return (Term(key: key), idf)
    }
    return content
  }

  private mutating func terms(of text: TokenizedText) -> Set<UInt64> {
    var keys: Set<UInt64> = []
    text.forEachTerm(in: text.tokens.indices) { occurrence in
      keys.insert(occurrence.term.key)
      if occurrence.isPhrase && pass == .countTerms { phrases.insert(occurrence.term.key) }
    }
    return keys
  }

  /// Spellings, and joined compounds under a mark of their own.
  private mutating func words(of text: TokenizedText, _ bytes: [UInt8]) -> Set<UInt64> {
    var keys: Set<UInt64> = []
    text.forEachSpelling(in: bytes) { keys.insert($0.key) }
    text.forEachHyphenated(in: bytes) { joined, split in
      keys.insert(joined.key ^ Self.compoundMark)
      if pass == .countWords { splits[joined.key ^ Self.compoundMark] = split }
    }
    return keys
  }

  private func lines(of text: TokenizedText) -> Set<UInt64> {
    Set((0..<text.lineCount).compactMap { text.lineKey($0)?.key })
  }

  private static let compoundMark: UInt64 = 0x5BD1_E995_97F4_A7C1

  private mutating func learnWords() {
    let frequent = Dictionary(
      uniqueKeysWithValues: counter.frequent().map { ($0.key, $0.counts.reduce(0, +)) })
    for (key, count) in frequent {
      guard let split = splits[key] else { continue }
      let joined = Term(key: key ^ Self.compoundMark)
      if Double(count) >= Self.hyphenatedShare * Double(frequent[joined.key] ?? 0) {
        learnt.compounds.append((joined, split))
      }
    }
    learnt.lines = lineCounter.frequent().map(\.key)
    splits = [:]
  }
}
