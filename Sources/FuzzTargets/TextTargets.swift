import Candidates
import Documents
import Reading
import Roles
import Rolefit
import Tokenization

/// The tokenizer and the readers of postings and résumés.
enum TextTargets {
  /// Made once: reading the data takes longer than most inputs.
  static let knowledge: Knowledge = {
    do {
      return try Engine().knowledge
    } catch {
      preconditionFailure("the data of the engine: \(error)")
    }
  }()

  // libFuzzer and the tests run one input at a time. A tokenizer is a cache, which only a reader that
  // lives on fills.
  nonisolated(unsafe) private static var tokenizer = Tokenizer(lexicon: knowledge.lexicon)
  nonisolated(unsafe) private static var roles = RoleReader(knowledge: knowledge)
  nonisolated(unsafe) private static var profiles = ProfileReader(knowledge: knowledge)

  /// One input in so many is read by a new reader as well, which takes long to make.
  private static let rarely = 512

  // MARK: - Targets

  static func tokenize(_ bytes: [UInt8]) -> Bool {
    let text = mended(bytes)
    let tokenized = unsafe tokenizer.tokenize(text)
    Checks.hold(tokenized, text)
    require(Tokenizer.lines(of: text).count == tokenized.lineCount, "lines")
    require(unsafe tokenizer.tokenize(text).tokens == tokenized.tokens, "a second reading differs")
    if isDrawn(bytes) {
      var other = Tokenizer(lexicon: knowledge.lexicon, spellings: 3)
      require(other.tokenize(text).tokens == tokenized.tokens, "another tokenizer differs")
    }
    return !tokenized.tokens.isEmpty
  }

  static func readPosting(_ bytes: [UInt8]) -> Bool {
    guard let document = document(bytes) else { return false }
    readRole(document, isDrawn: isDrawn(bytes))
    return true
  }

  static func readResume(_ bytes: [UInt8]) -> Bool {
    guard let document = document(bytes) else { return false }
    readProfile(document, isDrawn: isDrawn(bytes))
    return true
  }

  // MARK: - Readers

  static func readRole(_ document: Document, isDrawn: Bool) {
    let role = unsafe roles.read(document)
    Checks.hold(role.tokenized, document.text, lines: document.lines.map(\.span))
    Checks.hold(role, document.text)
    guard isDrawn else { return }
    var other = RoleReader(knowledge: knowledge)
    Checks.requireSame(role.role, other.read(document).role)
  }

  static func readProfile(_ document: Document, isDrawn: Bool) {
    let profile = unsafe profiles.read(document)
    Checks.hold(profile.tokenized, document.text, lines: document.lines.map(\.span))
    Checks.hold(profile.profile, document.text)
    guard isDrawn else { return }
    var other = ProfileReader(knowledge: knowledge)
    Checks.requireSame(profile.profile, other.read(document).profile)
  }

  // MARK: - Inputs

  /// The document of some bytes, JSON résumés and records too.
  ///
  /// What is no UTF-8 is mended before, so that inputs reach the readers; `documents` is the target for
  /// what is refused.
  private static func document(_ bytes: [UInt8]) -> Document? {
    let text = mended(bytes).map { $0 == 0 ? 0x0A : $0 }
    return try? DocumentReader.read(text, name: "input.txt")
  }

  private static func mended(_ bytes: [UInt8]) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  static func isDrawn(_ bytes: [UInt8]) -> Bool {
    bytes.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF } % rarely == 0
  }
}
