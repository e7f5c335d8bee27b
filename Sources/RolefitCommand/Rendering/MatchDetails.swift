#if CommandLine
  import Rolefit

  /// One match with a line a requirement.
  struct MatchDetails {
    let width: Int
    let style: Style
    private var text: MatchText { MatchText(style: style) }

    /// Title, facts, gates, and the verdicts of what is required and preferred.
    func lines(_ match: Match, heading: String, isFull: Bool = false) -> [String] {
      let name = match.title.isEmpty ? match.role : match.title
      let employer = match.employer.map { " · \($0)" } ?? ""
      let fit = match.fit.map { "fit \($0.value) \($0.band)" } ?? "no fit"
      let title = Columns.pad(
        Console.printable(heading + name + employer), to: width - Columns.width(fit) - 2)
      var lines = [style(title, .bold) + "  " + style(fit, .cyan)]
      let facts = MatchText.facts(match)
      if !facts.isEmpty { lines += Columns.wrap(facts, to: width - 3).map { "   " + $0 } }
      lines += match.gates.flatMap(gate)
      for section in [Requirement.Section.required, .preferred, .responsibility, .other] {
        let findings = match.requirements.filter { $0.section == section }
        guard !findings.isEmpty else { continue }
        lines.append("   " + style(Self.name(section), .bold) + style(Self.count(findings), .dim))
        let isShort = section == .responsibility && !isFull
        let shown =
          isShort ? findings.sorted { $0.contribution > $1.contribution }.prefix(3) : findings[...]
        lines += shown.flatMap { finding($0, depth: 0) }
        if shown.count < findings.count {
          lines.append(
            style("     and \(findings.count - shown.count) more; rolefit explain shows all", .dim))
        }
      }
      for warning in match.warnings {
        lines += Columns.wrap("note: \(warning.message)", to: width - 3).map {
          style("   " + $0, .yellow)
        }
      }
      return lines
    }

    private static func name(_ section: Requirement.Section) -> String {
      switch section {
      case .required: "Required"
      case .preferred: "Preferred"
      case .responsibility: "Duties"
      case .other: "Other"
      }
    }

    private static func count(_ findings: [Finding]) -> String {
      let parts = [Verdict.met, .partial, .missing, .unknown].compactMap { verdict -> String? in
        let count = findings.filter { $0.verdict == verdict }.count
        return count == 0 ? nil : "\(count) \(verdict.rawValue)"
      }
      return "  " + parts.joined(separator: ", ")
    }

    private func gate(_ check: GateCheck) -> [String] {
      let mark = style(MatchText.symbol(check.outcome), MatchText.color(check.outcome))
      let words = "\(check.gate.kind.rawValue): \(check.gate.value) (\(check.reason))"
      let lines = Columns.wrap(Console.printable(words), to: width - 10)
      return lines.enumerated().map { index, line in
        index == 0 ? "   \(mark) gate " + line : "          " + line
      }
    }

    /// A requirement: on wide terminals with its evidence beside it, else below it.
    private func finding(_ finding: Finding, depth: Int) -> [String] {
      let indent = String(repeating: " ", count: 5 + depth * 2)
      let mark = style(MatchText.symbol(finding.verdict), MatchText.color(finding.verdict))
      let isWide = width >= 120
      let textWidth = (isWide ? width * 11 / 20 : width) - indent.count - 2
      if finding.kind != .leaf, !Self.isList(finding) {
        let label = finding.kind == .any ? "any of" : "all of"
        return ["\(indent)\(mark) \(style(label, .dim))"]
          + finding.children.flatMap { self.finding($0, depth: depth + 1) }
      }
      let requirement = Columns.wrap(Console.printable(Self.words(finding)), to: textWidth)
      let cut =
        requirement.count > 2
        ? Array(requirement.prefix(1)) + [Columns.cut(requirement[1] + "…", to: textWidth)]
        : requirement
      let shown = evidence(finding)
      if isWide {
        let proof = Columns.wrap(shown, to: width - width * 11 / 20 - 2).prefix(2)
        let rows = (0..<max(cut.count, proof.count)).map { row in
          let left = row < cut.count ? cut[row] : ""
          let right = row < proof.count ? Array(proof)[row] : ""
          return (row == 0 ? "\(indent)\(mark) " : indent + "  ")
            + Columns.pad(left, to: textWidth) + "  " + style(right, .dim)
        }
        return rows + related(finding, indent: indent)
      }
      let proof = shown.isEmpty ? [] : [Columns.cut("→ " + shown, to: textWidth)]
      return cut.enumerated().map { ($0 == 0 ? "\(indent)\(mark) " : indent + "  ") + $1 }
        + proof.map { indent + "  " + style($0, .dim) } + related(finding, indent: indent)
    }

    /// "≈ orchestration, like Kubernetes; rollout": words that add to the score by being alike.
    private func related(_ finding: Finding, indent: String) -> [String] {
      let all = finding.kind == .leaf ? [finding] : finding.leaves
      let words = all.flatMap { $0.related ?? [] }.prefix(3).map { related in
        related.text + (related.near.map { ", like \($0.text)" } ?? "")
      }
      guard !words.isEmpty else { return [] }
      let text = Console.printable("≈ " + words.joined(separator: "; "))
      return [indent + "  " + style(Columns.cut(text, to: width - indent.count - 2), .dim)]
    }

    /// Whether a group is a list of short alternatives that fits on a line.
    private static func isList(_ finding: Finding) -> Bool {
      finding.kind == .any
        && finding.children.allSatisfy {
          $0.kind == .leaf && $0.years == nil && $0.text.count <= 40
        }
    }

    private static func words(_ finding: Finding) -> String {
      finding.kind == .leaf
        ? finding.text : "any of: " + finding.children.map(\.text).joined(separator: " | ")
    }

    /// "k8s, as Kubernetes; services": at most six words, each once.
    private static func words(_ words: [Evidence.Word]) -> String {
      var shown: [String] = []
      for word in words where shown.count < 6 {
        let text = word.text + (word.readAs.map { ", as \($0)" } ?? "")
        if !shown.contains(where: { $0.lowercased() == text.lowercased() }) { shown.append(text) }
      }
      return shown.joined(separator: words.contains { $0.readAs != nil } ? "; " : ", ")
    }

    /// The words that show it, and the years where they are asked for.
    private func evidence(_ finding: Finding) -> String {
      if finding.kind != .leaf {
        let best = finding.children.enumerated().max { left, right in
          left.element.coverage != right.element.coverage
            ? left.element.coverage < right.element.coverage : left.offset > right.offset
        }
        return best.map { evidence($0.element) } ?? ""
      }
      var parts: [String] = []
      if let years = finding.years, let months = finding.monthsShown {
        parts.append("\(months / 12) y \(months % 12) m of \(years) years shown")
      }
      if let best = finding.evidence.first {
        let words = Self.words(best.words)
        let page = best.page.map { $0 > 1 ? " on page \($0)" : "" } ?? ""
        parts.append((words.isEmpty ? "“\(best.text)”" : "\(words) in “\(best.text)”") + page)
      }
      return Console.printable(parts.joined(separator: "; "))
    }
  }
#endif
