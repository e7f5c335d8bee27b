#if Server
  import Rolefit
  import Workspaces

  /// What is loaded, and what was refused and why.
  struct WorkspacePage {
    let roles: [Workspace.Entry]
    let profiles: [Workspace.Entry]
    let roleCount: Int
    let refused: [Workspace.Refused]
    let note: String?
    let mayWrite: Bool

    func html() -> String {
      Page(
        place: .workspace, title: "Workspace",
        lead: "\(roleCount == 1 ? "1 role" : "\(roleCount) roles") and "
          + (profiles.count == 1 ? "1 profile" : "\(profiles.count) profiles")
          + ", on this machine and nowhere else."
      ).html { html in
        if let note { html.element("p", ["role": "status"], note) }
        if mayWrite { writeForm(&html) }
        writeTable("Roles", .role, roles, &html)
        if let last = roles.last, roles.count < roleCount {
          html.element("p") {
            $0.element(
              "a", ["href": "/workspace?after=" + (last.id.addressed ?? "")], "More roles")
          }
        }
        writeTable("Profiles", .profile, profiles, &html)
        writeRefused(&html)
      }
    }

    private func writeForm(_ html: inout HTMLWriter) {
      html.element(
        "form",
        [
          "class": "sheet", "method": "post", "action": "/workspace",
          "enctype": "multipart/form-data", "data-drop": "",
        ]
      ) { html in
        html.field("Files of any kind that is read (or drop them here)") {
          $0.void("input", ["type": "file", "name": "file", "multiple": ""])
        }
        html.field("They are") { html in
          html.element("select", ["name": "kind"]) { html in
            html.element("option", ["value": "role"], "postings")
            html.element("option", ["value": "profile"], "résumés")
          }
        }
        html.element("button", ["type": "submit"], "Add")
        html.element("p", ["role": "status"], "")
      }
    }

    private func writeTable(
      _ heading: String, _ kind: Workspace.Kind, _ entries: [Workspace.Entry],
      _ html: inout HTMLWriter
    ) {
      html.element("h2", heading)
      guard !entries.isEmpty else { return html.element("p", "None yet.") }
      html.element("div", ["class": "scroll"]) { html in
        html.element("table", ["class": "list"]) { html in
          html.element("tr") { html in
            for column in ["Id", "Title", "Employer", mayWrite ? "Remove" : nil] {
              if let column { html.element("th", ["scope": "col"], column) }
            }
          }
          for entry in entries { write(entry, kind, &html) }
        }
      }
    }

    private func write(
      _ entry: Workspace.Entry, _ kind: Workspace.Kind, _ html: inout HTMLWriter
    ) {
      html.element("tr") { html in
        for text in [entry.id, entry.title, entry.employer ?? ""] {
          html.element("td") { $0.element("bdi", text) }
        }
        guard mayWrite else { return }
        html.element("td") { html in
          html.element("form", ["method": "post", "action": "/workspace/remove"]) { html in
            html.void("input", ["type": "hidden", "name": "kind", "value": kind.rawValue])
            html.void("input", ["type": "hidden", "name": "id", "value": entry.id])
            html.element(
              "button",
              ["type": "submit", "class": "quiet", "aria-label": "Remove \(entry.id)"], "Remove")
          }
        }
      }
    }

    private func writeRefused(_ html: inout HTMLWriter) {
      guard !refused.isEmpty else { return }
      html.element("h2", "Refused")
      html.element("ul") { html in
        for refusal in refused {
          html.element("li") { html in
            html.element("bdi", refusal.input)
            html.text(": " + RefusalWords.words(for: refusal.why))
          }
        }
      }
    }
  }
#endif
