package import Documents
package import Reading
package import Tokenization

/// A role with what the engine needs beside it.
package struct ParsedRole: Sendable {
  /// A part of the role that its vector is made of.
  package struct Field: Sendable {
    /// The id of the requirement's leaf, or `title` or `summary`.
    package let id: String
    /// The tokens.
    package let pieces: [Range<Int>]
  }

  package let role: Role
  package let tokenized: TokenizedText
  /// The title, the summary and the leaves, in this order.
  package let fields: [Field]
  /// How many tokens, gaps, cues and bytes were looked at: linear in the posting.
  package let work: Int
}

/// Reads postings.
///
/// Lines are assigned to zones by their headings; the sentences of each zone become facts, gates and
/// requirements, or are left out with a reason. A posting without headings for its requirements is
/// read sentence by sentence: those that ask for something are told from duties and company talk by
/// their cues.
///
/// Complexity: O(n log n) in the bytes of the posting.
package struct RoleReader: Sendable {
  private let knowledge: Knowledge
  private var tokenizer: Tokenizer

  package init(knowledge: Knowledge) {
    self.knowledge = knowledge
    tokenizer = Tokenizer(lexicon: knowledge.lexicon)
  }

  /// Reads a posting.
  package mutating func read(_ document: Document) -> ParsedRole {
    let tokenized = tokenizer.tokenize(document.text, lines: document.lines.map(\.span))
    let lines = LineReader(cues: knowledge.cues, headings: .posting)
      .lines(of: document, tokenized)
    let text = RoleText(
      document: document, tokenized: tokenized, lines: lines, knowledge: knowledge)
    var builder = RoleBuilder(text)
    return builder.build()
  }
}
