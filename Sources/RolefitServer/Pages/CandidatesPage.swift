#if Server
  import Rolefit
  import Workspaces

  /// A role's candidates ranked; who they are is hidden until it is asked for.
  struct CandidatesPage {
    let roles: [Workspace.Entry]
    let ranking: Ranking?
    let showsNames: Bool

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
          html.element("select", ["name": "role"]) { html in
            for role in roles {
              html.element(
                "option",
                ["value": role.id, "selected": role.id == ranking?.query ? "" : nil],
                role.title.isEmpty ? role.id : role.title)
            }
          }
        }
        html.element("label", ["class": "tick"]) { html in
          html.void(
            "input",
            [
              "type": "checkbox", "name": "names", "value": "yes",
              "checked": showsNames ? "" : nil,
            ])
          html.text("show names")
        }
        html.element("button", ["type": "submit"], "Rank the candidates")
      }
    }

    private func write(_ ranking: Ranking, _ html: inout HTMLWriter) {
      if ranking.matches.isEmpty {
        html.element("p", "There are no profiles in this workspace yet.")
      }
      html.element("ol", ["class": "roles"]) { html in
        for match in ranking.matches {
          let name = showsNames ? match.profile : "Candidate \(match.rank)"
          MatchItem(match: match).writeCandidate(name: name, &html)
        }
      }
    }
  }
#endif
