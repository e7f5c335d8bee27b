import Documents

/// A parser of ours, as a function of any bytes.
///
///     FuzzTarget.posting.run(Array("Must have Go".utf8))
///
/// A target stops the process where what the parser gives breaks a promise: a span that leaves the text,
/// a second reading that differs, a stored document that comes back as another one. What it refuses is
/// no mistake. `Fuzzing` runs the targets under libFuzzer, `FuzzTests` replays what was found.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// Text into words and terms.
  case tokenizer
  /// A posting into a role.
  case posting
  /// A résumé into a profile.
  case resume
  /// A file into a document, by the parsers written in Swift: text, JSON résumés, records.
  case documents
  /// A table of postings or résumés: a header, and rows of fields.
  case csv
  /// What a worker answers, and what readers make of the documents in it.
  case worker
  /// A block of vectors: opened, searched, read back and written anew.
  case block
  /// The files of an index, with right checksums and without.
  case index
  #if Documents
    /// A page, with its style rules and its data.
    case html
    /// The JSON of job boards.
    case boards
    /// A Europass CV.
    case europass
    /// The parts of a Word document: `document.xml`, and behind a zero byte `styles.xml`.
    case word
    /// The parts of an OpenDocument text: `content.xml`, and behind a zero byte `styles.xml`.
    case openDocument = "open-document"
    /// What poppler's tools say of a PDF: words, and behind a zero byte its pages as grey maps.
    case pages
  #endif

  /// Reads the data of the engine where the target needs it, which takes longer than any input may.
  public func prepare() {
    switch self {
    case .tokenizer, .posting, .resume, .worker: _ = TextTargets.knowledge
    default: break
    }
  }

  /// Runs the parser; stops the process where it breaks a promise.
  ///
  /// - Returns: whether the parser took the bytes for something.
  @discardableResult
  public func run(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .tokenizer: TextTargets.tokenize(bytes)
    case .posting: TextTargets.readPosting(bytes)
    case .resume: TextTargets.readResume(bytes)
    case .documents: DocumentTargets.read(bytes)
    case .csv: DocumentTargets.readTable(bytes)
    case .worker: DocumentTargets.readAnswer(bytes)
    case .block: IndexTargets.openBlock(bytes)
    case .index: IndexTargets.openIndex(bytes)
    #if Documents
      case .html: MarkupTargets.read(bytes, .html)
      case .boards: MarkupTargets.read(bytes, .board)
      case .europass: MarkupTargets.read(bytes, .europass)
      case .word, .openDocument, .pages: MarkupTargets.readParts(bytes, self)
    #endif
    }
  }
}
