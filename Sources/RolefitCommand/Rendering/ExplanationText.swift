#if CommandLine
  import Rolefit

  /// An explanation for a terminal: the match in full, the gaps, and what was left out.
  struct ExplanationText {
    let explanation: Explanation
    let width: Int
    let style: Style

    init(_ explanation: Explanation, width: Int, style: Style) {
      self.explanation = explanation
      self.width = width
      self.style = style
    }

    func render() -> String {
      let match = explanation.match
      var lines = MatchDetails(width: width, style: style).lines(match, heading: "", isFull: true)
      lines += ["", style("   How the score adds up", .bold)]
      let parts =
        match.fields.map { ($0.id, $0.contribution) }
        + [
          ("required", sum(.required)), ("preferred", sum(.preferred)),
          ("duties", sum(.responsibility)),
        ]
      for (name, value) in parts where abs(value) >= 0.000_05 {
        lines.append("     " + Columns.pad(name, to: 12) + RankingTable.number(value))
      }
      lines.append("     " + Columns.pad("score", to: 12) + RankingTable.number(match.score))
      lines.append(
        "     " + Columns.pad("of it alike", to: 12) + RankingTable.number(match.alike)
          + style("  by likeness, beside the words in both texts", .dim))
      if !explanation.gaps.isEmpty {
        lines += ["", style("   What would raise it most, if it is true of you", .bold)]
        for gap in explanation.gaps {
          let text = Columns.cut(Console.printable(gap.text), to: width - 18)
          lines.append("     +" + RankingTable.number(gap.gain) + "  " + text)
        }
      }
      lines += ["", style("   Left out of the score", .bold)]
      lines += reasons(explanation.roleLeftOut.map(\.why), of: "posting: ")
      lines += reasons(explanation.profileLeftOut.map(\.why), of: "résumé:  ")
      let identity = explanation.identity
      let stamp =
        "rolefit \(identity.engine), \(identity.model), background "
        + "\(identity.background.prefix(8)), tables \(identity.tables.prefix(8)), as of \(explanation.asOf)"
      return (lines + ["", style("   " + stamp, .dim), ""]).joined(separator: "\n")
    }

    private func sum(_ section: Requirement.Section) -> Double {
      explanation.match.requirements.filter { $0.section == section }
        .reduce(0) { $0 + $1.contribution }
    }

    /// "benefits ×2, site ×14".
    private func reasons(_ why: [String], of document: String) -> [String] {
      let counts = why.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
      let parts = counts.sorted { $0.key < $1.key }.map { $1 == 1 ? $0 : "\($0) ×\($1)" }
      let text = parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
      return Columns.wrap(text, to: width - 14).enumerated().map { index, line in
        "     " + (index == 0 ? document : String(repeating: " ", count: 9)) + line
      }
    }
  }
#endif
