#if CommandLine
  import Evaluation
  import Rolefit

  /// The figures of a labelled set as tables of at most 80 columns.
  struct EvaluationTable {
    let style: Style

    // MARK: - One model

    /// The figures with their intervals, and the comparison below them.
    func render(_ report: EvaluationReport) -> String {
      var lines = heading(report.set, report.identity.model)
      let title =
        Columns.pad("", to: 24) + left("mean", 8) + left("95% interval", 19)
        + left("queries", 9)
      lines.append(style(title, .dim))
      var side: QuerySide?
      for row in report.figures {
        if row.by != side { lines.append(Self.name(row.by)) }
        side = row.by
        lines.append(
          Columns.pad("  " + row.figure.name, to: 24) + left(Digits.plain(row.mean), 8)
            + left("\(Digits.plain(row.low)) – \(Digits.plain(row.high))", 19)
            + left("\(row.queries)", 9))
      }
      if !report.unranked.isEmpty {
        let ids = report.unranked.prefix(20).joined(separator: ", ")
        let rest = report.unranked.count - 20
        let text = "No usable words: \(ids)" + (rest > 0 ? " and \(rest) more" : "")
        lines += [""] + Columns.wrap(Console.printable(text), to: 80)
      }
      if let comparison = report.comparison { lines += self.lines(comparison) }
      return lines.joined(separator: "\n") + "\n"
    }

    private func lines(_ comparison: ModelComparison) -> [String] {
      let title =
        Columns.pad("", to: 16) + left("mean", 8) + left("against", 9) + left("change", 9)
        + left("95% interval", 17) + left("p", 8) + left("+/=/-", 12)
      var lines = ["", "Against \(Console.printable(comparison.against))", "", style(title, .dim)]
      var side: QuerySide?
      for row in comparison.figures {
        if row.by != side { lines.append(Self.name(row.by)) }
        side = row.by
        lines.append(
          Columns.pad("  " + row.figure.name, to: 16) + left(Digits.plain(row.mean), 8)
            + left(Digits.plain(row.against), 9)
            + colored(left(Digits.signed(row.difference), 9), row.direction)
            + left("\(Digits.signed(row.low))…\(Digits.signed(row.high))", 17)
            + left(Self.level(row), 8) + left("\(row.wins)/\(row.ties)/\(row.losses)", 12))
      }
      return lines + [style("+/=/- queries that are better, the same, worse", .dim)]
    }

    // MARK: - Step by step

    /// The steps, a table for each direction, with the change of each step.
    func render(_ report: AblationReport) -> String {
      var lines = heading(report.set, report.identity.model + ", step by step").dropLast()
      for side in QuerySide.allCases {
        let figures = report.steps[0].figures.filter { $0.by == side }
        if figures.isEmpty { continue }
        let title = figures.map { left($0.figure.name, 9) + "          " }.joined()
        lines += ["", Self.name(side)]
        lines.append(style(Columns.trimmed(Columns.pad("", to: 22) + title), .dim))
        for step in report.steps {
          let cells = figures.map { self.cell($0.figure, side, step) }.joined()
          lines.append(Columns.trimmed(Columns.pad(step.step, to: 22) + cells))
        }
      }
      let legend = "the change is to the step before; * its 95% interval leaves out zero"
      return (lines + [style(legend, .dim)]).joined(separator: "\n") + "\n"
    }

    /// A mean and its change, 19 columns wide.
    private func cell(_ figure: Figure, _ side: QuerySide, _ step: AblationReport.Step) -> String {
      let mean = step.figures.first { $0.figure == figure && $0.by == side }?.mean ?? 0
      let row = step.comparison?.figures.first { $0.figure == figure && $0.by == side }
      let change = row.map { left(Digits.signed($0.difference), 9) } ?? left("", 9)
      let direction = row?.direction ?? 0
      return left(Digits.plain(mean), 9) + colored(change, direction)
        + (direction == 0 ? " " : "*")
    }

    // MARK: - Parts

    private func heading(_ set: SetSummary, _ model: String) -> [String] {
      [
        style(Columns.cut(Console.printable(set.name), to: 30), .bold)
          + ": \(set.profiles) profiles, \(set.postings) postings, \(set.grades) grades "
          + "(\(set.kind == .graded ? "graded" : "human-ranked"))",
        "\(model); 95% intervals of \(Bootstrap.standard.draws) draws of queries",
        "",
      ]
    }

    private static func name(_ side: QuerySide) -> String {
      side == .profile ? "r→j  postings for a profile" : "j→r  profiles for a posting"
    }

    /// p, or what it is below where no draw has the opposite sign.
    private static func level(_ row: ModelComparison.Row) -> String {
      row.p == 0 ? "<0.002" : Digits.plain(row.p, 3)
    }

    private func colored(_ text: String, _ direction: Int) -> String {
      direction == 0 ? text : style(text, direction > 0 ? .green : .red)
    }

    private func left(_ text: String, _ columns: Int) -> String {
      Columns.padLeft(text, to: columns)
    }
  }

  /// Numbers in tables, without a locale.
  enum Digits {
    /// Some digits behind the point.
    static func plain(_ value: Double, _ digits: Int = 4) -> String {
      var unit = 1
      for _ in 0..<digits { unit *= 10 }
      let scaled = Int((abs(value) * Double(unit)).rounded())
      let fraction = String(scaled % unit)
      let zeros = String(repeating: "0", count: digits - fraction.count)
      return (value < 0 && scaled > 0 ? "-" : "") + "\(scaled / unit)." + zeros + fraction
    }

    /// The same with a sign, which zero has not.
    static func signed(_ value: Double) -> String {
      let text = plain(value)
      return value > 0 && text != plain(0) ? "+" + text : text
    }
  }
#endif
