#if CommandLine
  import Market
  import MarketReport
  import Rolefit

  /// The figures of a market as tables with small bars.
  struct MarketTable {
    private let figures: MarketFigures
    private let top: Int
    private let width: Int
    private let style: Style

    init(_ figures: MarketFigures, top: Int, width: Int, style: Style) {
      (self.figures, self.top, self.style) = (figures, top, style)
      // Longer bars say no more.
      self.width = min(width, 100)
    }

    /// All tables.
    func render() -> String {
      var lines = heading
      guard figures.roles > 0 else {
        return (lines + ["", "No role meets these conditions."]).joined(separator: "\n") + "\n"
      }
      lines += skills
      lines += counts("Workplace", figures.workplaces)
      lines += counts("Field of work, from the title", figures.categories)
      lines += counts("Rank, from the title", figures.seniorities)
      lines += counts("Country", figures.countries)
      lines += counts("Region", figures.regions)
      lines += counts("Month posted", months, more: max(0, figures.months.count - top))
      for pay in figures.pay.currencies where pay.all.quartiles != nil { lines += self.pay(pay) }
      lines += states
      return lines.map { Columns.trimmed($0) }.joined(separator: "\n") + "\n"
    }

    private var heading: [String] {
      var lines = [style(MarketNumbers.roles(figures.roles), .bold)]
      if figures.repeats > 0 {
        lines[0] +=
          ", counted once; \(MarketNumbers.grouped(figures.repeats)) more were posted again"
      }
      for condition in figures.filter.conditions {
        lines.append("  with \(condition.key.rawValue) = \(Console.printable(condition.value))")
      }
      return lines
    }

    // MARK: - Counts

    private var nameWidth: Int { width * 2 / 5 }

    private var skills: [String] {
      let shown = figures.skills.prefix(top)
      let most = shown.first?.named.roles ?? 1
      let title =
        Columns.pad("Skill", to: nameWidth) + Self.right("roles", 7) + Self.right("share", 7)
        + Self.right("required", 10) + Self.right("preferred", 11) + "  "
      let rows = shown.map { skill in
        Self.name(skill.skill, nameWidth) + count(skill.named)
          + Self.right(MarketNumbers.grouped(skill.required.roles), 10)
          + Self.right(MarketNumbers.grouped(skill.preferred.roles), 11) + "  "
          + bar(skill.named.roles, of: most, columns: width - nameWidth - 37)
      }
      let none = "  no skill at all"
      return ["", style(title, .dim)] + rows
        + [Columns.pad(none, to: nameWidth) + count(figures.withoutSkills)]
        + rest(figures.skills.count - shown.count)
    }

    private var months: [CountFigure] { figures.months.suffix(top) + [figures.undated] }

    private func counts(_ title: String, _ all: [CountFigure], more: Int? = nil) -> [String] {
      let shown = more == nil ? Array(all.prefix(max(top, 4))) : all
      guard !shown.isEmpty else { return [] }
      // What is not dated is no month: a long bar of it would hide theirs.
      let drawn = shown.filter { $0.name != RoleFacts.undated }
      let most = max(1, drawn.map(\.roles).max() ?? 1)
      let header =
        Columns.pad(title, to: nameWidth) + Self.right("roles", 7) + Self.right("share", 7)
      let rows = shown.map { figure in
        Self.name(MarketNumbers.label(figure), nameWidth) + count(figure) + "  "
          + (figure.name == RoleFacts.undated
            ? "" : bar(figure.roles, of: most, columns: width - nameWidth - 16))
      }
      return ["", style(header, .dim)] + rows + rest(more ?? all.count - shown.count)
    }

    private func count(_ figure: CountFigure) -> String {
      Self.right(MarketNumbers.grouped(figure.roles), 7)
        + Self.right(ExplanationFigures.percent(figure.share), 7)
    }

    private func rest(_ count: Int) -> [String] {
      count > 0 ? [style("  … and \(MarketNumbers.grouped(count)) more (--top)", .dim)] : []
    }

    // MARK: - Pay

    private func pay(_ pay: CurrencyPay) -> [String] {
      let header =
        Columns.pad("\(pay.currency) a year", to: nameWidth) + Self.right("roles", 7)
        + Self.right("quarter", 12) + Self.right("median", 12) + Self.right("quarter", 12)
      let groups: [(title: String, groups: [PayGroup])] = [
        ("by field of work", pay.categories), ("by rank", pay.seniorities),
        ("by country", pay.countries), ("by region", pay.regions),
      ]
      var lines = ["", style(header, .dim), row(pay.all, name: "all roles", indent: 2)]
      for (title, groups) in groups {
        let shown = groups.filter { $0.quartiles != nil }.prefix(top)
        guard pay.says(groups) else { continue }
        lines.append("  \(title)")
        lines += shown.map { row($0, name: MarketNumbers.label($0.label), indent: 4) }
      }
      return lines
    }

    private func row(_ group: PayGroup, name: String, indent: Int) -> String {
      let amounts = group.quartiles.map { [$0.lower, $0.median, $0.upper] }
      let cells =
        amounts?.map { Self.right(MarketNumbers.grouped($0), 12) }.joined()
        ?? "  too few for quartiles"
      return Self.name(name, nameWidth, indent: indent)
        + Self.right(MarketNumbers.grouped(group.roles), 7) + cells
    }

    private var states: [String] {
      let names = ["none": "no pay named"]
      let rows = figures.pay.states.map { state in
        Self.name(names[state.name] ?? MarketNumbers.label(state), nameWidth) + count(state)
      }
      let few = figures.pay.currencies.filter { $0.all.quartiles == nil }
        .map { "\($0.currency) \($0.all.roles)" }
      let left = few.isEmpty ? "" : " Too few in a currency: \(few.joined(separator: ", "))."
      let note =
        "A year’s pay is the middle of a range; hours, days and months are made a year’s. "
        + "Groups of fewer than \(Quartiles.least) roles are not shown." + left
      return ["", style("Pay", .dim)] + rows
        + Columns.wrap(note, to: width - 2).map { style("  " + $0, .dim) }
    }

    // MARK: - Parts

    /// A bar of eighths of a column.
    private func bar(_ count: Int, of most: Int, columns: Int) -> String {
      guard columns > 0, most > 0 else { return "" }
      let eighths = count == 0 ? 0 : max(1, count * columns * 8 / most)
      let part = eighths % 8 == 0 ? "" : String(Array("▏▎▍▌▋▊▉")[eighths % 8 - 1])
      return style(String(repeating: "█", count: eighths / 8) + part, .cyan)
    }

    private static func name(_ text: String, _ columns: Int, indent: Int = 2) -> String {
      String(repeating: " ", count: indent)
        + Columns.pad(Console.printable(text), to: columns - indent)
    }

    private static func right(_ text: String, _ columns: Int) -> String {
      Columns.padLeft(text, to: columns)
    }
  }
#endif
