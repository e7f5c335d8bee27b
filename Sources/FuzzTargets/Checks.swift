import Candidates
import Documents
import Foundation
import Roles
import Tokenization

/// Stops the process where a promise does not hold.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  precondition(condition, message())
}

/// What must be true of what the parsers give, whatever they were given.
enum Checks {
  // MARK: - Documents

  /// The text is UTF-8, lines rise and lie in it, and what is hidden stands behind them.
  static func hold(_ document: Document) {
    let text = document.text
    require(String(validating: text, as: UTF8.self) != nil, "a text that is no UTF-8")
    var end = 0
    for line in document.lines {
      require(end <= line.span.lowerBound, "line \(line.span) begins before \(end)")
      hold(line.span, text)
      require(!text[line.span].contains(0x0A), "line \(line.span) has a line feed")
      end = line.span.upperBound
    }
    for part in document.hidden {
      require(end <= part.span.lowerBound, "hidden \(part.span) begins before \(end)")
      require(!part.span.isEmpty, "hidden text that is empty")
      hold(part.span, text)
      end = part.span.upperBound
    }
    for warning in document.warnings {
      require(!warning.code.isEmpty && !warning.message.isEmpty, "a warning that says nothing")
      if let span = warning.span { hold(span, text) }
    }
  }

  /// A terminal may show the text: nothing in it moves a cursor or turns the direction of writing.
  static func holdClean(_ document: Document) {
    for scalar in String(decoding: document.text, as: UTF8.self).unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      require(!isControl || scalar == "\n" || scalar == "\t", "control character \(scalar.value)")
      let turns =
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      require(!turns, "U+\(String(scalar.value, radix: 16)) in a text")
    }
  }

  static func requireSame(_ document: Document, _ other: Document?) {
    require(document.id == other?.id && document.format == other?.format, "another id or format")
    require(document.text == other?.text, "another text")
    require(document.lines.map(\.span) == other?.lines.map(\.span), "other lines")
    require(document.lines.map(\.hint) == other?.lines.map(\.hint), "other hints")
    require(document.lines.map(\.page) == other?.lines.map(\.page), "other pages")
    require(document.hidden == other?.hidden, "other hidden text")
    require(document.warnings == other?.warnings, "other warnings")
  }

  // MARK: - Tokens

  /// Tokens rise, lie in the lines that they are counted to, and are whole characters.
  static func hold(_ tokenized: TokenizedText, _ text: [UInt8], lines: [Range<Int>]? = nil) {
    let lines = lines ?? Tokenizer.lines(of: text)
    require(tokenized.lineCount == lines.count, "\(tokenized.lineCount) of \(lines.count) lines")
    var end = 0
    var covered = 0
    for (number, line) in lines.enumerated() {
      for token in tokenized.tokens[tokenized.tokens(ofLine: number)] {
        require(end <= token.span.lowerBound && !token.span.isEmpty, "token \(token.span)")
        require(
          line.lowerBound <= token.span.lowerBound && token.span.upperBound <= line.upperBound,
          "token \(token.span) in line \(line)")
        hold(token.span, text)
        end = token.span.upperBound
      }
      covered += tokenized.tokens(ofLine: number).count
    }
    require(covered == tokenized.tokens.count, "\(covered) tokens of \(tokenized.tokens.count)")
    tokenized.forEachTerm(in: tokenized.tokens.indices) { hold($0.span, text) }
  }

  // MARK: - Roles and profiles

  static func hold(_ role: ParsedRole, _ text: [UInt8]) {
    role.role.requirements.forEach { hold($0, text) }
    for span in role.role.gates.map(\.span) + role.role.leftOut.map(\.span) { hold(span, text) }
    let tokens = role.tokenized.tokens.indices
    for piece in role.fields.flatMap(\.pieces) {
      require(
        tokens.lowerBound <= piece.lowerBound && piece.upperBound <= tokens.upperBound,
        "piece \(piece)")
    }
    let ids = role.role.leaves.map(\.id)
    require(Set(ids).count == ids.count, "two requirements of one id")
  }

  private static func hold(_ requirement: Requirement, _ text: [UInt8]) {
    hold(requirement.span, text)
    require(requirement.kind == .leaf || !requirement.children.isEmpty, "a group of nothing")
    requirement.children.forEach { hold($0, text) }
  }

  static func hold(_ profile: Profile, _ text: [UInt8]) {
    var spans = profile.passages.map(\.span) + profile.leftOut.map(\.span)
    spans += profile.experience.flatMap { [$0.span, $0.dates] }
    spans += profile.languages.map(\.span) + profile.education.map(\.span)
    for span in spans { hold(span, text) }
    let entries = profile.passages.compactMap(\.entry) + profile.skills.flatMap(\.entries)
    require(entries.allSatisfy { profile.experience.indices.contains($0) }, "an entry beyond")
    require(profile.experienceMonths >= 0, "\(profile.experienceMonths) months")
  }

  static func requireSame(_ value: some Encodable, _ other: some Encodable) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    do {
      require(try encoder.encode(value) == encoder.encode(other), "a second reading differs")
    } catch {
      preconditionFailure("what was read cannot be written: \(error)")
    }
  }

  // MARK: - Spans

  /// A span lies in the text and parts no character.
  private static func hold(_ span: Range<Int>, _ text: [UInt8]) {
    require(span.lowerBound >= 0 && span.upperBound <= text.count, "span \(span) of \(text.count)")
    for bound in [span.lowerBound, span.upperBound] where bound < text.count {
      require(text[bound] & 0xC0 != 0x80, "span \(span) parts a character")
    }
  }
}
