#if CommandLine
  import Rolefit

  /// A ranking as a table, and the verdicts of its best matches below it.
  struct RankingTable {
    let ranking: Ranking
    /// "role" or "profile": what the rows are.
    let rows: String
    let width: Int
    let style: Style
    private var text: MatchText { MatchText(style: style) }

    init(_ ranking: Ranking, rows: String, width: Int, style: Style) {
      self.ranking = ranking
      self.rows = rows
      self.width = width
      self.style = style
    }

    /// The table with the verdicts of the best `verdicts` matches.
    func render(verdicts: Int) -> String {
      var lines = [heading, ""]
      guard !ranking.matches.isEmpty else {
        return (lines + ["Nothing meets these conditions.", passedOver]).joined(separator: "\n")
          + "\n"
      }
      lines.append(style(header, .dim))
      lines += ranking.matches.map(row)
      lines += [style(legend, .dim)]
      if !ranking.passedOver.isEmpty { lines.append(passedOver) }
      if !ranking.unranked.isEmpty {
        lines.append("Not ranked, no usable words: \(ranking.unranked.joined(separator: ", "))")
      }
      let details = MatchDetails(width: width, style: style)
      for match in ranking.matches.prefix(verdicts) {
        lines += [""] + details.lines(match, heading: "\(match.rank). ")
      }
      return lines.map { Columns.trimmed($0) }.joined(separator: "\n") + "\n"
    }

    private var heading: String {
      let count = ranking.pool == 1 ? "1 \(rows)" : "\(ranking.pool) \(rows)s"
      let shown = ranking.matches.count
      let best = shown < ranking.pool ? ", the best \(shown)" : ""
      let query = Console.printable(ranking.query)
      return style(Columns.cut(query, to: width - 40), .bold)
        + " against \(count)\(best), as of \(ranking.asOf)"
    }

    private var nameWidth: Int { max(16, width - 51) }

    private var header: String {
      "  # " + Columns.pad(rows, to: nameWidth) + "  " + Columns.pad("fit", to: 14) + "  score"
        + "   ✓  ◐  ✗  ?  gates"
    }

    private var legend: String {
      let note =
        ranking.matches.contains { $0.order != nil }
        ? "\n    ordered by likeness to the best roles that are loaded as well; scores are without it"
        : ""
      return "    ✓ met  ◐ partial  ✗ missing  ? unknown: what is required and preferred" + note
    }

    /// "Passed over: 3 by pay, 1 by workplace".
    private var passedOver: String {
      let parts = ranking.passedOver.sorted { $0.key < $1.key }.map { "\($1) by \($0)" }
      return parts.isEmpty ? "" : "Passed over: " + parts.joined(separator: ", ")
    }

    private func row(_ match: Match) -> String {
      let id = rows == "role" ? match.role : match.profile
      let title = rows == "role" && !match.title.isEmpty ? match.title : id
      let employer = rows == "role" ? match.employer.map { " · \($0)" } ?? "" : ""
      let tally = MatchText.tally(match)
        .map { Columns.padLeft($0 == 0 ? "·" : String($0), to: 3) }.joined()
      let failed = match.gates.filter { $0.outcome == .fail }.map(\.gate.kind.rawValue)
      let passed = match.gates.filter { $0.outcome == .pass }.count
      let gates =
        failed.isEmpty
        ? style(passed == 0 ? "" : "✓", .green)
        : style("✗", .red)
      return Columns.padLeft(String(match.rank), to: 3) + " "
        + Columns.pad(Console.printable(title + employer), to: nameWidth) + "  "
        + Columns.pad(MatchText.fit(match.fit), to: 14) + "  "
        + RankingTable.number(match.score) + tally + "  " + gates
    }

    /// Four digits behind the point, without a locale.
    static func number(_ value: Double) -> String {
      ExplanationFigures.score(value)
    }
  }
#endif
