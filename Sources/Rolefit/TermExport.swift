import Bytes
public import Foundation
public import Documents
import Matching
import Roles
import Candidates
import Tokenization
import Weighting

/// Writes the terms of documents, each with its field and mass, for training tables outside the
/// engine; the format stands at the head of `Scripts/train-model.py`.
public struct TermExport {
  private let engine: Engine
  private let side: Pool.Side
  private var roles: RoleReader
  private var profiles: ProfileReader
  private var output = ByteWriter()
  private var spelt: Set<Term> = []
  private var count: UInt32 = 0
  private var entries = ByteWriter()

  /// An export of one side.
  public init(engine: Engine, side: Pool.Side) {
    self.engine = engine
    self.side = side
    roles = RoleReader(knowledge: engine.knowledge)
    profiles = ProfileReader(knowledge: engine.knowledge)
    output.write(Array("ROLEFITX".utf8))
  }

  /// How many bytes wait to be taken.
  public var pending: Int { output.bytes.count }

  /// The bytes since the last call.
  public mutating func take() -> Data {
    defer { output = ByteWriter() }
    return Data(output.bytes)
  }

  /// Adds a document.
  public mutating func add(_ document: Document) {
    entries = ByteWriter()
    count = 0
    switch side {
    case .roles:
      let parsed = roles.read(document)
      note(parsed.tokenized, document.text)
      for entry in RoleTerms(parsed, text: document.text).entries {
        let isTitle = parsed.fields[entry.field].id == "title"
        add(
          entry.term, isPhrase: entry.isPhrase, mass: entry.mass, part: entry.field,
          isTitle: isTitle)
      }
    case .profiles:
      let parsed = profiles.read(document)
      note(parsed.tokenized, document.text)
      var all: [(Int, TokenizedText.Occurrence, Double)] = []
      ProfileTerms.forEachTerm(of: parsed) { all.append(($0, $1, $2)) }
      for (index, occurrence, mass) in all {
        add(occurrence.term, isPhrase: occurrence.isPhrase, mass: mass, part: index, isTitle: false)
      }
    }
    output.write(UInt8(ascii: "D"))
    let id = Array(document.id.utf8)
    output.write(UInt32(id.count))
    output.write(id)
    output.write(count)
    output.write(entries.bytes)
  }

  private mutating func add(
    _ term: Term, isPhrase: Bool, mass: Double, part: Int, isTitle: Bool
  ) {
    let background = engine.knowledge.background
    entries.write(term.key)
    entries.write(Float(mass))
    entries.write(Float(background.weight(of: term, isPhrase: false)))
    entries.write(UInt16(min(part, Int(UInt16.max))))
    entries.write(
      UInt16(isPhrase ? 1 : 0) | UInt16(background.contains(term) ? 2 : 0)
        | UInt16(isTitle ? 4 : 0))
    count += 1
  }

  /// Spells the words that were not spelt yet, as they stand in the text.
  private mutating func note(_ text: TokenizedText, _ bytes: [UInt8]) {
    for token in text.tokens where token.isIndexed && spelt.insert(token.term).inserted {
      output.write(UInt8(ascii: "W"))
      output.write(token.term.key)
      let spelling = Array(bytes[token.span])
      output.write(UInt32(spelling.count))
      output.write(spelling)
    }
  }
}
