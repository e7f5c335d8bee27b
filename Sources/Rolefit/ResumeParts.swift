import Candidates
import Documents

/// A résumé as blocks of lines: under each heading, the positions with their lines.
///
/// It is what a merge needs to leave out what another résumé says too, without tearing a line from the
/// position that dates it or from its heading.
struct ResumeParts {
  /// A line, or a piece of one.
  struct Unit {
    enum Role {
      case blank, contact, heading, content
    }

    let line: Document.Line
    let role: Role
    /// The position that it belongs to.
    let entry: Int?
    /// Whether it begins with a sign.
    let isBullet: Bool
    /// What lines that say the same have in common: the line's words, and its passage's.
    let keys: [String]
  }

  let units: [Unit]

  init(_ document: Document, _ engine: Engine) {
    let profile = engine.profile(document)
    var reader = ProfileReader(knowledge: engine.knowledge)
    let passages = Places(profile.passages.map(\.span))
    let positions = Places(profile.experience.map(\.span))
    let headings = Places(profile.leftOut.filter { $0.why == "heading" }.map(\.span))
    let lines = reader.lines(of: document).flatMap { Self.named($0, profile.name, document) }
    units = lines.map { line in
      let passage = passages.first(in: line.span).map { profile.passages[$0] }
      let words = document[line.span]
      let isHeading = line.hint == .heading || headings.first(in: line.span) != nil
      let role: Unit.Role =
        switch line.hint {
        case .contact, .name: .contact
        default: Self.key(words).isEmpty ? .blank : isHeading ? .heading : .content
        }
      let first = words.first { !$0.isWhitespace }
      return Unit(
        line: line, role: role, entry: passage?.entry ?? positions.first(in: line.span),
        isBullet: first.map { !$0.isLetter && !$0.isNumber && $0 != "(" } ?? false,
        keys: [Self.key(words)] + (passage.map { [Self.key($0.text)] } ?? []))
    }
  }

  /// A line of contact data with the name in a piece of its own, so that it is the name for whoever reads
  /// the lines again.
  private static func named(
    _ line: Document.Line, _ name: String?, _ document: Document
  ) -> [Document.Line] {
    guard line.hint == .contact, let name = name.map({ Array($0.utf8) }), !name.isEmpty else {
      return [line]
    }
    let bytes = document.text[line.span]
    guard
      let start = bytes.indices.first(where: {
        bytes[$0] == name[0] && bytes[$0...].starts(with: name)
      })
    else { return [line] }
    let span = start..<start + name.count
    let pieces: [(Range<Int>, Document.Hint)] = [
      (line.span.lowerBound..<span.lowerBound, .contact), (span, .name),
      (span.upperBound..<line.span.upperBound, .contact),
    ]
    return pieces.filter { !$0.0.isEmpty }.map { Document.Line(span: $0.0, hint: $0.1) }
  }

  /// Stretches of a text that do not overlap, to find the one that another meets.
  private struct Places {
    private let sorted: [(span: Range<Int>, index: Int)]

    init(_ spans: [Range<Int>]) {
      sorted = spans.enumerated().map { ($1, $0) }
        .sorted { $0.span.lowerBound < $1.span.lowerBound }
    }

    /// The index of the first that meets a stretch.
    ///
    /// Complexity: O(log n)
    func first(in span: Range<Int>) -> Int? {
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if sorted[middle].span.upperBound <= span.lowerBound {
          low = middle + 1
        } else {
          high = middle
        }
      }
      return low < sorted.count && sorted[low].span.overlaps(span) ? sorted[low].index : nil
    }
  }

  /// What all its lines and passages say.
  var keys: Set<String> { Set(units.flatMap(\.keys)) }

  /// Words in lower case, without bullets, dashes and other signs between them.
  private static func key(_ text: String) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && !"+#%$€£".contains($0) }
      .joined(separator: " ")
  }

  // MARK: - Beside another

  /// The units that say something beside what is known, and those that do not.
  func beside(_ known: Set<String>) -> (kept: [Unit], leftOut: [Unit]) {
    var (kept, leftOut) = ([Unit](), [Unit]())
    for section in sections {
      var blocks: [Unit] = []
      for block in section.blocks {
        let found = Self.beside(known, block)
        blocks += found.kept
        leftOut += found.leftOut
      }
      // A heading stands only above something.
      if blocks.contains(where: { $0.role != .blank }) { kept += section.headings }
      kept += blocks
    }
    return (kept, leftOut)
  }

  /// A block with nothing new goes as a whole; otherwise a position keeps its head.
  private static func beside(
    _ known: Set<String>, _ block: [Unit]
  ) -> (kept: [Unit], leftOut: [Unit]) {
    let isKnown = { (unit: Unit) in unit.keys.contains { known.contains($0) } }
    let said = block.filter { $0.role != .blank }
    if said.allSatisfy(isKnown) { return ([], said) }
    var (kept, leftOut) = ([Unit](), [Unit]())
    var isHead = block.contains { $0.entry != nil }
    for unit in block {
      isHead = isHead && (unit.role == .blank || isHeadLine(unit))
      if unit.role == .blank || isHead || !isKnown(unit) {
        kept.append(unit)
      } else {
        leftOut.append(unit)
      }
    }
    return (kept, leftOut)
  }

  /// Whether a line may give a position's title, employer, place or dates: a short one.
  private static func isHeadLine(_ unit: Unit) -> Bool {
    !unit.isBullet && (unit.keys.first ?? "").split(separator: " ").count <= 10
  }

  private var sections: [(headings: [Unit], blocks: [[Unit]])] {
    var sections: [(headings: [Unit], blocks: [[Unit]])] = [([], [])]
    for unit in units {
      if unit.role == .heading {
        if sections[sections.count - 1].blocks.isEmpty {
          sections[sections.count - 1].headings.append(unit)
        } else {
          sections.append(([unit], []))
        }
        continue
      }
      let last = sections.count - 1
      let entry = sections[last].blocks.last?.last { $0.role == .content }?.entry
      let begins = unit.role == .content && entry != unit.entry
      if sections[last].blocks.isEmpty || begins {
        sections[last].blocks.append([unit])
      } else {
        sections[last].blocks[sections[last].blocks.count - 1].append(unit)
      }
    }
    return sections
  }
}
