#if Server
  import Rolefit
  import Workspaces

  /// A role's candidates ranked; who they are is hidden until it is asked for.
  struct CandidatesPage {
    let roles: [Workspace.Entry]
    let ranking: Ranking?
    let showsNames: Bool
    /// The references of the profiles that are ranked, by their ids.
    var references: [String: String] = [:]

    func html() -> String {
      Page(
        place: .candidates, title: "Candidates",
        lead:
          "The profiles of this workspace, ranked for a role. Names are hidden at first, so that "
          + "the first look is at what somebody can do."
      ).html { html in
        writeForm(&html)
        if let ranking { write(ranking, &html) }
      }
    }

    private func writeForm(_ html: inout HTMLWriter) {
      html.element("form", ["class": "sheet", "method": "get", "action": "/candidates"]) { html in
        html.field("Role") { html in
          html.choice(
            "role", roles.map { ($0.id, $0.title.isEmpty ? $0.id : $0.title) },
            chosen: ranking?.query)
        }
        html.tick("names", "yes", "show names", isOn: showsNames)
        html.element("button", ["type": "submit"], "Rank the candidates")
      }
    }

    private func write(_ ranking: Ranking, _ html: inout HTMLWriter) {
      guard ranking.matches.count > 1 else {
        if ranking.matches.isEmpty {
          html.element("p", "There are no profiles in this workspace yet.")
        }
        return writeList(ranking, &html)
      }
      html.element("form", ["method": "get", "action": "/candidates/compare"]) { html in
        html.void("input", ["type": "hidden", "name": "role", "value": ranking.query])
        if showsNames { html.void("input", ["type": "hidden", "name": "names", "value": "yes"]) }
        html.element("p", ["class": "orders"]) { html in
          html.text("Choose an A and a B below: ")
          html.element("button", ["type": "submit", "class": "quiet"], "Compare the two")
        }
        writeList(ranking, &html)
      }
    }

    private func writeList(_ ranking: Ranking, _ html: inout HTMLWriter) {
      html.element("ol", ["class": "roles"]) { html in
        for match in ranking.matches {
          // A profile that somebody has just removed has no reference any more.
          guard let reference = references[match.profile] else { continue }
          let name = showsNames ? match.profile : "Candidate \(match.rank)"
          let label = showsNames ? nil : HiddenCandidate.label(reference)
          MatchItem(match: match, address: address(match, reference)).writeCandidate(
            name: name, label: label, &html
          ) { html in
            guard ranking.matches.count > 1 else { return }
            writeChoice(of: match, name, reference, &html)
          }
        }
      }
    }

    private func address(_ match: Match, _ reference: String) -> String {
      let who = showsNames ? ("profile", match.profile) : ("candidate", reference)
      return "/explain?" + Wishes.query([who, ("role", match.role)])
    }

    /// Two buttons, to be the first or the second of two.
    private func writeChoice(
      of match: Match, _ name: String, _ reference: String, _ html: inout HTMLWriter
    ) {
      html.element("p", ["class": "choice"]) { html in
        html.text("compare as")
        for (rank, side) in [(1, "a"), (2, "b")] {
          html.element("label", ["class": "tick"]) { html in
            html.void(
              "input",
              [
                "type": "radio", "name": side, "value": reference,
                "checked": match.rank == rank ? "" : nil,
                "aria-label": "\(name) as \(side.uppercased())",
              ])
            html.text(side.uppercased())
          }
        }
      }
    }
  }
#endif
