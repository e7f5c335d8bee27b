import Documents
import Matching
import Roles

extension ExplanationPage {
  /// Both documents in full, side by side.
  func writeDocuments(_ html: inout HTMLWriter) {
    let lead =
      "The text exactly as it was read. In the posting, requirements are underlined and numbered; "
      + "in the résumé, the words that answer them are marked with the same numbers. What is left "
      + "out of the score is grey, with the reason."
    writeSection("documents", "Both documents", lead, &html) { html in
      html.element("div", ["class": "pair"]) { html in
        write(posting, "Posting", "posting", postingMarks, &html)
        write(resume, "Résumé", "resume", resumeMarks, &html)
      }
    }
  }

  private func write(
    _ document: Document, _ name: String, _ anchor: String, _ marks: [MarkedText.Mark],
    _ html: inout HTMLWriter
  ) {
    html.newline()
    html.element("section", ["class": "document", "id": anchor]) { html in
      html.element("h3") { html in
        html.text("\(name) ")
        html.element("small") { $0.element("bdi", document.id) }
      }
      html.element("div", ["class": "text"]) { MarkedText(document.text).write(marks, to: &$0) }
    }
  }

  // MARK: - Posting

  private var postingMarks: [MarkedText.Mark] {
    leftOutMarks(postingLeftOut, "posting")
      + match.gates.enumerated().map { index, check in
        let mark = VerdictMark(check.outcome)
        let kind = ExplanationWords.spaced(check.gate.kind.rawValue)
        return MarkedText.Mark(
          span: check.gate.span, element: "span",
          id: ExplanationAnchor.posting(gate: index + 1), style: "gate",
          links: [
            MarkedText.Link(
              target: "#gate-\(index + 1)", label: "\(mark.sign)\u{202F}\(kind)",
              name: "gate \(kind), \(mark.word)")
          ], isLabelledBefore: true)
      } + match.requirements.flatMap { requirementMarks($0, depth: 0) }
  }

  /// A group can be led to; a leaf leads back as well.
  private func requirementMarks(_ finding: Finding, depth: Int) -> [MarkedText.Mark] {
    let verdict = VerdictMark(finding.verdict)
    guard finding.kind == .leaf else {
      let group = MarkedText.Mark(
        span: finding.span, element: "span", id: ExplanationAnchor.posting(finding), style: "group")
      return depth > MarkedText.deepest
        ? [] : [group] + finding.children.flatMap { requirementMarks($0, depth: depth + 1) }
    }
    let parts = (finding.parts ?? []).map { part in
      MarkedText.Mark(
        span: part.span, element: "span", style: "asked \(VerdictMark(part.verdict).style)")
    }
    return [
      MarkedText.Mark(
        span: finding.span, id: ExplanationAnchor.posting(finding),
        style: "asked \(verdict.style)" + (parts.isEmpty ? "" : " split"),
        links: [
          MarkedText.Link(
            target: "#" + ExplanationAnchor.requirement(finding),
            label: "\(verdict.sign)\u{202F}\(ExplanationAnchor.number(finding))",
            name: Self.name(finding))
        ], isLabelledBefore: true)
    ] + parts
  }

  private static func name(_ finding: Finding) -> String {
    "requirement \(ExplanationAnchor.number(finding)), \(finding.verdict.rawValue)"
  }

  // MARK: - Résumé

  private var resumeMarks: [MarkedText.Mark] {
    let leaves = match.requirements.flatMap(\.leaves)
    return leftOutMarks(resumeLeftOut, "resume") + lineMarks(leaves) + passageMarks(leaves)
      + wordMarks(leaves)
  }

  /// The lines that date the positions that were counted.
  private func lineMarks(_ leaves: [Finding]) -> [MarkedText.Mark] {
    var seen: Set<String> = []
    return leaves.flatMap { $0.periods ?? [] }.compactMap { period in
      let id = ExplanationAnchor.line(period)
      guard seen.insert(id).inserted else { return nil }
      return MarkedText.Mark(span: period.span, element: "span", id: id, style: "passage")
    }
  }

  private func passageMarks(_ leaves: [Finding]) -> [MarkedText.Mark] {
    var seen: Set<String> = []
    return leaves.flatMap(Self.evidence).compactMap { evidence in
      let id = ExplanationAnchor.passage(evidence.passage)
      guard seen.insert(id).inserted else { return nil }
      return MarkedText.Mark(span: evidence.span, element: "span", id: id, style: "passage")
    }
  }

  /// Each stretch of words once, with all requirements that it answers.
  private func wordMarks(_ leaves: [Finding]) -> [MarkedText.Mark] {
    var marks: [Range<Int>: MarkedText.Mark] = [:]
    for leaf in leaves {
      let link = MarkedText.Link(
        target: "#" + ExplanationAnchor.requirement(leaf), label: ExplanationAnchor.number(leaf),
        name: Self.name(leaf))
      for word in Self.evidence(of: leaf).flatMap(\.words) {
        var mark = marks[word.span] ?? MarkedText.Mark(span: word.span, style: "hit")
        if !mark.links.contains(where: { $0.target == link.target }) { mark.links.append(link) }
        if mark.readAs == nil { mark.readAs = word.readAs }
        marks[word.span] = mark
      }
    }
    return joined(marks.values.sorted { $0.span.stands(before: $1.span) })
  }

  /// Words side by side that answer the same requirements are one mark: "Backend Engineer".
  func joined(_ marks: [MarkedText.Mark]) -> [MarkedText.Mark] {
    var joined: [MarkedText.Mark] = []
    for mark in marks {
      if let last = joined.last, last.readAs == nil, mark.readAs == nil,
        resume.text.indices.contains(last.span.upperBound),
        last.span.upperBound + 1 == mark.span.lowerBound,
        resume.text[last.span.upperBound] == 0x20,
        last.links.map(\.target) == mark.links.map(\.target)
      {
        joined[joined.count - 1].span = last.span.lowerBound..<mark.span.upperBound
      } else {
        joined.append(mark)
      }
    }
    return joined
  }

  // MARK: - Both

  private func leftOutMarks(_ stretches: [Stretch], _ document: String) -> [MarkedText.Mark] {
    stretches.enumerated().map { index, stretch in
      MarkedText.Mark(
        span: stretch.span, element: "span", id: "\(document)-out-\(index + 1)", style: "out",
        notes: [("data-why", "\(ExplanationWords.spaced(stretch.why)) \(index + 1)")])
    }
  }
}
