import Matching
import Roles

extension ExplanationPage {
  /// How deep the tree is shown; what lies deeper comes from no reader of postings.
  private static let deepest = 24

  /// The tree of requirements with its verdicts.
  func writeRequirements(_ html: inout HTMLWriter) {
    let lead =
      "What the posting asks for, what of it the résumé shows, and what it adds to the score. "
      + "Numbers are the same here and in both documents."
    writeSection("requirements", "Requirements", lead, &html) { html in
      if match.requirements.isEmpty {
        html.element("p", "None could be read from the posting.")
      }
      for section in [Requirement.Section.required, .preferred, .responsibility, .other] {
        let findings = match.requirements.filter { $0.section == section }
        guard !findings.isEmpty else { continue }
        html.element("section", ["class": "group"]) { html in
          html.element("h3") { html in
            html.text(ExplanationWords.name(section))
            html.text(" ")
            html.element("small", Self.tally(findings))
            html.text(" ")
            html.element("small", ["class": "unit"], "share of the score")
          }
          write(findings, depth: 0, &html)
        }
      }
    }
  }

  /// "3 met, 1 partial".
  private static func tally(_ findings: [Finding]) -> String {
    [Verdict.met, .partial, .missing, .unknown].compactMap { verdict in
      let count = findings.filter { $0.verdict == verdict }.count
      return count == 0 ? nil : "\(count) \(verdict.rawValue)"
    }.joined(separator: ", ")
  }

  private func write(_ findings: [Finding], depth: Int, _ html: inout HTMLWriter) {
    html.element("ol", ["class": "findings"]) { html in
      for finding in findings {
        html.newline()
        write(finding, depth: depth, &html)
      }
    }
  }

  private func write(_ finding: Finding, depth: Int, _ html: inout HTMLWriter) {
    html.element(
      "li", ["id": ExplanationAnchor.requirement(finding), "class": finding.kind.rawValue]
    ) { html in
      html.element("div", ["class": "row"]) { html in
        writeNumber(finding, &html)
        writeVerdict(finding, &html)
        html.element("div", ["class": "asked"]) { html in
          writeWords(finding, &html)
          if finding.kind == .leaf {
            writeParts(finding, &html)
            writeYears(finding, &html)
            write(Self.evidence(of: finding), &html)
            writeRelated(finding, &html)
          } else if Self.isList(finding) {
            writeList(finding, &html)
          }
        }
        writeShare(finding.contribution, &html)
      }
      if finding.kind != .leaf, !Self.isList(finding), depth < Self.deepest {
        write(finding.children, depth: depth + 1, &html)
      }
    }
  }

  private func writeNumber(_ finding: Finding, _ html: inout HTMLWriter) {
    html.element("span", ["class": "number"], ExplanationAnchor.number(finding))
  }

  private func writeVerdict(_ finding: Finding, _ html: inout HTMLWriter) {
    VerdictMark(finding.verdict).write(&html)
  }

  /// The words, which lead to the posting; of a group, how many of its children it needs.
  private func writeWords(_ finding: Finding, _ html: inout HTMLWriter) {
    html.element("p", ["class": "words"]) { html in
      html.element("a", ["href": "#" + ExplanationAnchor.posting(finding)]) { html in
        switch finding.kind {
        case .leaf: html.element("bdi", finding.text)
        case .all: html.element("span", ["class": "kind"], "all of")
        case .any: html.element("span", ["class": "kind"], "any of")
        }
      }
    }
  }

  /// What it adds to the score, as a number and as a part of the whole.
  private func writeShare(_ contribution: Double, _ html: inout HTMLWriter) {
    html.element("p", ["class": "share"]) { html in
      if match.score > 0, contribution > 0 {
        html.element("span", ExplanationFigures.percent(contribution / match.score))
        html.text(" ")
        html.element("small", ExplanationFigures.score(contribution))
      } else if contribution <= -0.000_05 {
        html.element("small", ExplanationFigures.score(contribution))
      } else {
        html.element("small", "nothing")
      }
    }
  }

  /// Words that add to the score by being like the résumé's.
  private func writeRelated(_ finding: Finding, _ html: inout HTMLWriter) {
    guard let related = finding.related, !related.isEmpty else { return }
    html.element("p", ["class": "related"]) { html in
      html.text("adds by likeness: ")
      for (index, words) in related.enumerated() {
        if index > 0 { html.text("; ") }
        html.element("bdi", words.text)
        if let near = words.near {
          html.text(", like ")
          html.element("bdi", near.text)
        }
        html.text(" ")
        html.element("small", "+" + ExplanationFigures.score(words.contribution))
      }
    }
  }

  // MARK: - Parts, and lists of alternatives

  /// What a leaf asks for, where that is several things.
  private func writeParts(_ finding: Finding, _ html: inout HTMLWriter) {
    guard let parts = finding.parts, parts.count > 1 else { return }
    html.element("ul", ["class": "list parts"]) { html in
      for part in parts {
        html.element("li") { html in
          VerdictMark(part.verdict).write(isWordHidden: true, &html)
          html.text(" ")
          html.element("bdi", part.text)
        }
      }
    }
  }

  /// Whether a group is a list of short things, which are shown side by side.
  private static func isList(_ finding: Finding) -> Bool {
    finding.kind != .leaf && !finding.children.isEmpty
      && finding.children.allSatisfy {
        $0.kind == .leaf && $0.years == nil && $0.parts == nil && $0.text.utf8.count <= 40
      }
  }

  private func writeList(_ group: Finding, _ html: inout HTMLWriter) {
    html.element("ul", ["class": "list"]) { html in
      for child in group.children {
        html.element("li", ["id": ExplanationAnchor.requirement(child)]) { html in
          VerdictMark(child.verdict).write(isWordHidden: true, &html)
          html.text(" ")
          html.element("a", ["href": "#" + ExplanationAnchor.posting(child)]) { html in
            html.element("bdi", child.text)
          }
          html.text(" ")
          html.element("span", ["class": "number"], ExplanationAnchor.number(child))
        }
      }
    }
    write(Array(Self.merged(group.children.flatMap(Self.evidence)).prefix(3)), &html)
  }

  /// The passages of a leaf and of its parts: what its quotes and its marks are made of.
  static func evidence(of leaf: Finding) -> [Evidence] {
    Array(merged(leaf.evidence + (leaf.parts ?? []).flatMap(\.evidence)).prefix(4))
  }

  /// Each passage once, with the words of all.
  private static func merged(_ all: [Evidence]) -> [Evidence] {
    var merged: [Evidence] = []
    for evidence in all {
      guard let index = merged.firstIndex(where: { $0.passage == evidence.passage }) else {
        merged.append(evidence)
        continue
      }
      for word in evidence.words where !merged[index].words.contains(word) {
        merged[index].words.append(word)
      }
      merged[index].words.sort { $0.span.stands(before: $1.span) }
    }
    return merged
  }
}
