#if Server
  import Matching
  import Rolefit
  import Roles

  /// All roles ranked for a profile.
  struct RankingPage {
    let ranking: Ranking
    let wishes: Wishes

    func roles(profile: String) -> String {
      let shown = ranking.matches.count
      let title = profile.hasPrefix("visit-") ? "Your résumé" : profile
      return Page(
        place: .match, title: title,
        lead: "The best \(shown) of \(ranking.pool) roles, as of \(ranking.asOf)."
      ).html { html in
        WishesForm(wishes: wishes).write(profile: profile, &html)
        writeOrders(profile, &html)
        writePassedOver(&html)
        html.element("ol", ["class": "roles"]) { html in
          for match in sorted {
            let address = wishes.explanation(profile: profile, role: match.role)
            MatchItem(match: match, address: address).writeRole(&html)
          }
        }
        if ranking.matches.isEmpty { html.element("p", "No role is left; ask for less above.") }
        if shown == wishes.top, shown < ranking.pool {
          html.element("p") {
            $0.element(
              "a", ["href": "/match?" + wishes.query(profile: profile, top: 4 * wishes.top)],
              "Show more")
          }
        }
      }
    }

    private var sorted: [Match] {
      switch wishes.order {
      case .fit: ranking.matches
      case .pay:
        ranking.matches.sorted { left, right in
          let (a, b) = (left.yearlyPay, right.yearlyPay)
          return a == b ? left.rank < right.rank : a > b
        }
      case .employer:
        ranking.matches.sorted { left, right in
          let (a, b) = (left.employer ?? "\u{10FFFF}", right.employer ?? "\u{10FFFF}")
          return a == b ? left.rank < right.rank : a < b
        }
      }
    }

    private func writeOrders(_ profile: String, _ html: inout HTMLWriter) {
      html.element("p", ["class": "orders"]) { html in
        html.text("Sorted by ")
        for (index, order) in Wishes.Order.allCases.enumerated() {
          if index > 0 { html.text(" · ") }
          if order == wishes.order {
            html.element("strong", order.rawValue)
          } else {
            html.element(
              "a",
              [
                "href": "/match?" + wishes.query(profile: profile, order: order, top: wishes.top)
              ], order.rawValue)
          }
        }
      }
    }

    private func writePassedOver(_ html: inout HTMLWriter) {
      let reasons = ranking.passedOver.sorted { $0.key < $1.key }
      guard !reasons.isEmpty else { return }
      let words = reasons.map { "\($0.value) by \($0.key)" }.joined(separator: ", ")
      html.element("p", "Passed over because of what you want: \(words).")
    }
  }

  /// A match as an item of a list.
  struct MatchItem {
    let match: Match
    /// Where the pair is explained.
    let address: String

    func writeRole(_ html: inout HTMLWriter) {
      let title = match.title.isEmpty ? match.role : match.title
      write(heading: title, facts: facts, &html) { _ in }
    }

    /// - Parameters:
    ///   - label: what other pages call the candidate; nil where the name is shown.
    ///   - choice: what stands below, to choose the candidate.
    func writeCandidate(
      name: String, label: String?, _ html: inout HTMLWriter,
      choice: (inout HTMLWriter) -> Void
    ) {
      write(heading: name, facts: [label].compactMap { $0 }, &html, choice)
    }

    private func write(
      heading: String, facts: [String], _ html: inout HTMLWriter,
      _ choice: (inout HTMLWriter) -> Void
    ) {
      html.element("li") { html in
        html.element("div", ["class": "fit"]) { html in
          html.element("b", match.fit.map { "\($0.value)" } ?? "–")
          html.element("span", match.fit.map { "fit, \($0.band)" } ?? "too thin to judge")
        }
        html.element("h2") { html in
          html.element("a", ["href": address]) { $0.element("bdi", heading) }
        }
        if !facts.isEmpty {
          html.element("p") { $0.element("bdi", facts.joined(separator: " · ")) }
        }
        writeGates(&html)
        writeBars(&html)
        choice(&html)
      }
    }

    private var facts: [String] {
      var facts = [match.employer].compactMap { $0 } + match.locations.prefix(2).map(\.text)
      if match.workplace != .unknown { facts.append(match.workplace.rawValue) }
      if let pay = match.pay { facts.append(ExplanationFigures.pay(pay)) }
      return facts
    }

    private func writeGates(_ html: inout HTMLWriter) {
      guard !match.gates.isEmpty else { return }
      html.element("p") { html in
        for (index, check) in match.gates.enumerated() {
          if index > 0 { html.text(" · ") }
          html.element("span", ["class": "gate \(check.outcome.rawValue)"]) { html in
            html.text(VerdictMark(check.outcome).sign + " " + check.gate.kind.rawValue)
          }
        }
      }
    }

    /// A small bar per requirement; its words are there for who cannot see it.
    private func writeBars(_ html: inout HTMLWriter) {
      let leaves = match.requirements.filter { $0.section == .required || $0.section == .preferred }
      guard !leaves.isEmpty else { return }
      let tally = Dictionary(grouping: leaves, by: \.verdict).mapValues(\.count)
      let words = [Verdict.met, .partial, .missing, .unknown].compactMap { verdict in
        tally[verdict].map { "\($0) \(verdict.rawValue)" }
      }
      html.element(
        "ul",
        ["class": "bars", "aria-label": "Requirements: " + words.joined(separator: ", ")]
      ) { html in
        for finding in leaves.prefix(40) {
          html.element(
            "li",
            [
              "class": finding.verdict.rawValue,
              "title": "\(finding.verdict.rawValue): \(finding.text)",
            ]
          ) { $0.text(VerdictMark(finding.verdict).sign) }
        }
      }
    }
  }

  extension Match {
    /// The most that the role pays a year; 0 where it does not say.
    fileprivate var yearlyPay: Double {
      guard let pay else { return 0 }
      return (pay.maximum ?? pay.minimum ?? 0) * pay.period.perYear
    }
  }
#endif
