#if CommandLine
  import Rolefit

  /// Facts of a match, worded for people.
  struct MatchText {
    let style: Style

    static func symbol(_ verdict: Verdict) -> String {
      switch verdict {
      case .met: "✓"
      case .partial: "◐"
      case .missing: "✗"
      case .unknown: "?"
      }
    }

    static func color(_ verdict: Verdict) -> Style.Color {
      switch verdict {
      case .met: .green
      case .partial: .yellow
      case .missing: .red
      case .unknown: .dim
      }
    }

    static func symbol(_ outcome: GateCheck.Outcome) -> String {
      switch outcome {
      case .pass: "✓"
      case .fail: "✗"
      case .unknown: "?"
      }
    }

    static func color(_ outcome: GateCheck.Outcome) -> Style.Color {
      switch outcome {
      case .pass: .green
      case .fail: .red
      case .unknown: .dim
      }
    }

    /// "87 excellent", or "–" where there is no fit.
    static func fit(_ fit: Fit?) -> String {
      fit.map { "\($0.value) \($0.band)" } ?? "–"
    }

    /// Place, workplace and pay on one line.
    static func facts(_ match: Match) -> String {
      var parts = match.locations.prefix(2).map { Console.printable($0.text) }
      if match.workplace != .unknown { parts.append(match.workplace.rawValue) }
      if let pay = match.pay { parts.append(ExplanationFigures.pay(pay)) }
      return parts.joined(separator: " · ")
    }

    /// "clearance ✓, location ?".
    func gates(_ match: Match) -> String {
      match.gates.map { check in
        let mark = "\(check.gate.kind.rawValue) \(Self.symbol(check.outcome))"
        return style(mark, Self.color(check.outcome))
      }.joined(separator: "  ")
    }

    /// Four figures: met, partial, missing, unknown.
    static func tally(_ match: Match) -> [Int] {
      let asked = match.requirements.filter { $0.section == .required || $0.section == .preferred }
      let counted = asked.isEmpty ? match.requirements : asked
      return [Verdict.met, .partial, .missing, .unknown].map { verdict in
        counted.filter { $0.verdict == verdict }.count
      }
    }
  }
#endif
