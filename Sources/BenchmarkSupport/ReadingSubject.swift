public import Rolefit
import Roles
import Tokenization

/// The sample roles that are compiled in, tokenized and parsed.
public final class ReadingSubject {
  private let documents = Engine.sampleRoles
  private var tokenizer: Tokenizer
  private var reader: RoleReader

  /// A tokenizer and a reader with the engine's knowledge.
  public init() throws(EngineError) {
    let engine = try Engine()
    tokenizer = Tokenizer(lexicon: engine.knowledge.lexicon)
    reader = RoleReader(knowledge: engine.knowledge)
  }

  /// Bytes of all sample roles.
  public var bytes: Int { documents.reduce(0) { $0 + $1.text.count } }

  /// Words, stems and term ids of all; returns how many tokens there are.
  @discardableResult
  public func tokenize() -> Int {
    documents.reduce(0) { sum, document in
      sum + tokenizer.tokenize(document.text, lines: document.lines.map(\.span)).tokens.count
    }
  }

  /// Roles of all; returns how many requirements they have.
  @discardableResult
  public func parse() -> Int {
    documents.reduce(0) { $0 + reader.read($1).role.leaves.count }
  }
}
