import Candidates
import Documents

/// Two résumés of one person as one document.
///
///     let merge = ResumeMerge(first, second, id: "maya", engine: engine)
///     engine.profile(merge.document).experienceMonths  // what both know of, once
///
/// The first stands whole, and what the second says beside it follows. A line of the second that the
/// first has too (in whatever case, spacing, bullets and dashes) is left out, or a passage that is only
/// broken differently. A position stands again where the second says more of it, so that what it adds
/// has its dates; months that two positions share are counted once by whoever reads the document. Contact
/// data are marked as such, so that a name in the middle of the text is not taken for content.
///
/// Complexity: O(bytes of both).
package struct ResumeMerge {
  /// What the first says, and what the second adds.
  package let document: Document
  /// The lines of the second that were left out, because the first has them.
  package let leftOut: [String]

  /// A merge under an id of its own.
  package init(_ first: Document, _ second: Document, id: String, engine: Engine) {
    let parts = [first, second].map { ResumeParts($0, engine) }
    let known = parts[0].keys
    var text = MergedText()
    text.add(parts[0].units, of: first)
    text.endPart()
    let (kept, leftOut) = parts[1].beside(known)
    text.add(kept, of: second)
    self.leftOut = leftOut.map { second[$0.line.span] }
    for source in [first, second] { text.addHidden(of: source) }
    document = Document(
      id: id, format: .text, text: text.bytes, lines: text.lines, hidden: text.hidden,
      warnings: first.warnings + second.warnings.filter { !first.warnings.contains($0) },
      declaration: Self.declaration(first.declaration, second.declaration))
  }

  /// What either declares; where both say something, the first.
  private static func declaration(_ first: Declaration?, _ second: Declaration?) -> Declaration? {
    guard var merged = first, let second else { return first ?? second }
    merged.clearance = merged.clearance ?? second.clearance
    merged.citizenship = merged.citizenship ?? second.citizenship
    merged.workPermits = merged.workPermits ?? second.workPermits
    merged.sponsorshipNeeded = merged.sponsorshipNeeded ?? second.sponsorshipNeeded
    merged.places = merged.places ?? second.places
    merged.workplace = merged.workplace ?? second.workplace
    merged.minimumPay = merged.minimumPay ?? second.minimumPay
    return merged
  }
}

/// The text of a merge while it is put together.
private struct MergedText {
  private(set) var bytes: [UInt8] = []
  private(set) var lines: [Document.Line] = []
  private(set) var hidden: [Document.Hidden] = []

  /// Adds lines; pieces of one line stay on one.
  mutating func add(_ units: [ResumeParts.Unit], of source: Document) {
    var end: Int?
    for unit in units {
      let span = unit.line.span
      if let end, end != span.lowerBound { bytes.append(0x0A) }
      lines.append(Document.Line(span: append(source.text[span]), hint: unit.line.hint))
      end = span.upperBound
    }
  }

  /// Parts the two texts by an empty line.
  mutating func endPart() {
    bytes.append(0x0A)
    lines.append(Document.Line(span: bytes.count..<bytes.count, hint: nil))
    bytes.append(0x0A)
  }

  /// Adds what no eye was to see, behind the last line.
  mutating func addHidden(of source: Document) {
    for stretch in source.hidden {
      bytes.append(0x0A)
      hidden.append(Document.Hidden(span: append(source.text[stretch.span]), why: stretch.why))
    }
  }

  private mutating func append(_ stretch: ArraySlice<UInt8>) -> Range<Int> {
    let start = bytes.count
    bytes += stretch
    return start..<bytes.count
  }
}
