import Documents
import Reading
import Tokenization

/// Finds the contact data of a résumé and cuts them out of its lines.
///
/// The lines before the first heading are a contact block if an e-mail address, a telephone number,
/// a link, a street or a label stands among the first of them. In the block, what speaks of work stays
/// (a headline, qualifications after the name, a clearance); the first line or part that looks like a
/// name is the name; the rest goes, known or not, so that another name, street or city changes
/// nothing. Below, contact sections, lines about the person and every address, number and link go,
/// and the name where it comes again.
struct ContactReader: Sendable {
  /// What was found.
  struct Result: Sendable {
    /// The lines of the document, cut where contact data begins and ends; these have a hint.
    var lines: [Document.Line] = []
    var name: String?
    var places: [Place] = []
  }

  let knowledge: Knowledge
  let text: ResumeText
  let segmenter: ContactSegmenter
  private let sections: SectionReader
  var result = Result()
  /// The words of the name.
  var nameTokens: Range<Int> = 0..<0

  private init(_ text: ResumeText, knowledge: Knowledge, sections: SectionReader) {
    self.knowledge = knowledge
    self.text = text
    segmenter = ContactSegmenter(knowledge: knowledge, text: text)
    self.sections = sections
  }

  /// Reads the lines of a document.
  static func read(
    _ lines: [Document.Line], _ text: ResumeText, knowledge: Knowledge, sections: SectionReader
  ) -> Result {
    var reader = ContactReader(text, knowledge: knowledge, sections: sections)
    let isStructured = lines.contains { $0.hint == .name || $0.hint == .contact }
    let block = isStructured ? [] : reader.block(lines)
    var inSection = Int.max
    var isPersonal = false
    for (index, line) in lines.enumerated() {
      let tokens = text.tokens(in: line.span)
      if line.hint == .name || line.hint == .contact || line.hint == .location {
        reader.takeHinted(line, tokens)
      } else if let (heading, isGlued) = reader.heading(line, tokens) {
        if isGlued && heading.isContact, reader.takeContactLine(line, tokens, isStrict: true) {
          inSection = Int.max
        } else {
          inSection = heading.isContact ? 0 : Int.max
          isPersonal = heading.isPersonal
          reader.result.lines.append(line)
        }
      } else if index < block.count {
        reader.takeBlockLine(
          line, tokens, isLast: index > block.lastDetail, follows: block.adjacent.contains(index))
      } else if inSection < 15, reader.takeContactLine(line, tokens, isStrict: isPersonal) {
        inSection += tokens.isEmpty ? 0 : 1
      } else {
        inSection = Int.max
        reader.takeLine(line, tokens)
      }
    }
    return reader.result
  }

  private mutating func takeHinted(_ line: Document.Line, _ tokens: Range<Int>) {
    if line.hint == .name && !tokens.isEmpty {
      result.name = result.name ?? text.line(line.span)
      if nameTokens.isEmpty { nameTokens = tokens }
    } else {
      addPlaces(tokens)
    }
    result.lines.append(Document.Line(span: line.span, hint: line.hint == .name ? .name : .contact))
  }

  /// What a line names as a heading, and whether content is glued to it.
  func heading(
    _ line: Document.Line, _ tokens: Range<Int>
  ) -> (heading: SectionReader.Heading, isGlued: Bool)? {
    guard !tokens.isEmpty, tokens.count <= 40 else { return nil }
    var label = tokens
    if let colon = text.bytes[line.span].prefix(60).firstIndex(of: 0x3A), tokens.count > 1 {
      label = text.tokens(in: line.span.lowerBound..<colon)
    }
    guard !label.isEmpty, label.count <= 9 else { return nil }
    return sectionHeading(line, tokens, label).map { ($0, label != tokens) }
  }

  private func sectionHeading(
    _ line: Document.Line, _ tokens: Range<Int>, _ label: Range<Int>
  ) -> SectionReader.Heading? {
    let span = text.trimmed(line.span)
    let isMarked =
      line.hint == .heading || text.bytes[line.span].first == 0x23
      || text.isUppercase(span) || text.bytes[line.span].starts(with: [0x2A, 0x2A])
    if label == tokens, isMarked { return sections.markedHeading(tokens, in: text) }
    return sections.bareHeading(label, in: text, allowsWeak: true)
  }
}
