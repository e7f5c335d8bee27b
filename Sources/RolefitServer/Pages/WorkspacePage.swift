#if Server
  import Rolefit
  import Workspaces

  /// What is loaded, what of it is new or has closed, and what was refused and why.
  struct WorkspacePage {
    /// Which part of the workspace is listed.
    enum Part: String {
      case all, new, closed
    }

    /// A kind's documents: those that are listed, and how many there are.
    struct Shelf {
      let kind: Workspace.Kind
      var entries: [Workspace.Entry]
      var count: Int
      /// How many were added since the last visit.
      var new: Int
    }

    let part: Part
    let roles: Shelf
    let profiles: Shelf
    /// How many roles closed before today.
    let closed: Int
    /// What was added after it is new; nil where nothing is.
    let since: Int64?
    let refused: [Workspace.Refused]
    let note: String?
    let mayWrite: Bool

    func html() -> String {
      Page(
        place: .workspace, title: "Workspace",
        lead: "\(roles.count == 1 ? "1 role" : "\(roles.count) roles") and "
          + (profiles.count == 1 ? "1 profile" : "\(profiles.count) profiles")
          + ", on this machine and nowhere else."
      ).html { html in
        if let note { html.element("p", ["role": "status"], note) }
        writeParts(&html)
        if mayWrite, part == .all { writeForm(&html) }
        writeTable("Roles", roles, &html)
        if part != .closed { writeProfiles(&html) }
        if part == .all { writeRefused(&html) }
      }
    }

    // MARK: - Parts

    private func writeParts(_ html: inout HTMLWriter) {
      let new = roles.new + profiles.new
      let parts: [(Part, String)] = [
        (.all, "everything"), (.new, "\(new) new since your last visit"),
        (.closed, "\(closed) closed \(closed == 1 ? "role" : "roles")"),
      ]
      html.element("nav", ["class": "parts", "aria-label": "Parts of the workspace"]) { html in
        for (other, words) in parts {
          html.element(
            "a",
            [
              "href": Self.address(other), "aria-current": other == part ? "page" : nil,
            ], words)
        }
      }
      if part == .closed, closed > 0 {
        html.element(
          "p",
          "Their closing date is over. They still match; “no role that has closed” on the page Match "
            + "leaves them out.")
      }
    }

    static func address(_ part: Part) -> String {
      part == .all ? "/workspace" : "/workspace?show=" + part.rawValue
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
        html.field("They are") {
          $0.choice("kind", [("role", "postings"), ("profile", "résumés")], chosen: nil)
        }
        html.element("button", ["type": "submit"], "Add")
        html.element("p", ["role": "status"], "")
      }
    }

    // MARK: - Lists

    /// The profiles, two of which can be chosen to be merged.
    ///
    /// The buttons that remove one are forms of their own; none may stand inside another, so the choice
    /// names its form.
    private func writeProfiles(_ html: inout HTMLWriter) {
      writeTable("Profiles", profiles, &html)
      guard mayMerge else { return }
      html.element(
        "form", ["id": "merge", "class": "sheet", "method": "get", "action": "/workspace/merge"]
      ) { html in
        html.element("p", "Two résumés of one person? Choose both above.")
        html.element("button", ["type": "submit"], "Look at the two")
      }
    }

    private var mayMerge: Bool { mayWrite && profiles.entries.count > 1 }

    private func writeTable(_ heading: String, _ shelf: Shelf, _ html: inout HTMLWriter) {
      html.element("h2", heading)
      guard !shelf.entries.isEmpty else {
        return html.element("p", part == .all ? "None yet." : "None.")
      }
      let columns = [
        "Id", "Title", shelf.kind == .role ? "Employer" : nil,
        shelf.kind == .profile && mayMerge ? "Merge" : nil, mayWrite ? "Remove" : nil,
      ].compactMap { $0 }
      html.element("div", ["class": "scroll"]) { html in
        html.element("table", ["class": "list"]) { html in
          html.element("tr") { html in
            for column in columns { html.element("th", ["scope": "col"], column) }
          }
          for entry in shelf.entries { write(entry, &html) }
        }
      }
      if let last = shelf.entries.last, shelf.kind == .role, shelf.entries.count == Self.rows {
        let address = "/workspace?" + Wishes.query([("show", part.rawValue), ("after", last.id)])
        html.element("p") { $0.element("a", ["href": address], "More roles") }
      }
    }

    /// The roles of a page.
    static let rows = 100

    private func write(_ entry: Workspace.Entry, _ html: inout HTMLWriter) {
      html.element("tr") { html in
        html.element("td") { html in
          html.element("bdi", entry.id)
          if let since, entry.added > since {
            html.text(" ")
            html.element("span", ["class": "new"], "new")
          }
        }
        html.element("td") { $0.element("bdi", entry.title) }
        if entry.kind == .role { html.element("td") { $0.element("bdi", entry.employer ?? "") } }
        if entry.kind == .profile, mayMerge { writeChoice(of: entry, &html) }
        if mayWrite { writeRemoval(of: entry, &html) }
      }
    }

    private func writeChoice(of entry: Workspace.Entry, _ html: inout HTMLWriter) {
      html.element("td") { html in
        html.void(
          "input",
          [
            "type": "checkbox", "name": "id", "value": entry.id, "form": "merge",
            "aria-label": "Merge \(entry.id) with another",
          ])
      }
    }

    private func writeRemoval(of entry: Workspace.Entry, _ html: inout HTMLWriter) {
      html.element("td") { html in
        html.element("form", ["method": "post", "action": "/workspace/remove"]) { html in
          html.void("input", ["type": "hidden", "name": "kind", "value": entry.kind.rawValue])
          html.void("input", ["type": "hidden", "name": "id", "value": entry.id])
          html.element(
            "button",
            ["type": "submit", "class": "quiet", "aria-label": "Remove \(entry.id)"], "Remove")
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
