#if Server
  import Rolefit
  import Workspaces

  /// The page that takes a résumé and what somebody wants.
  struct MatchForm {
    let roles: Int
    let profiles: [Workspace.Entry]

    func html() -> String {
      let count = roles == 1 ? "the one role" : "\(roles) roles"
      return Page(
        place: .match, title: "Match a résumé",
        lead: "Scored here, against \(count) of this workspace. A résumé that you only look at "
          + "stays in memory and is stored nowhere."
      ).html { html in
        if roles == 0 {
          html.element("p") { html in
            html.text("There are no roles yet: ")
            html.element("a", ["href": "/workspace"], "add postings")
            html.text(".")
          }
        }
        html.element(
          "form",
          [
            "class": "sheet", "method": "post", "action": "/", "enctype": "multipart/form-data",
            "data-drop": "",
          ]
        ) { html in
          writeResume(&html)
          WishesForm(wishes: Wishes(FormBody(query: ""))).writeFields(&html)
          html.element("button", ["type": "submit"], "Rank the roles")
          html.element("p", ["role": "status"], "")
        }
      }
    }

    private func writeResume(_ html: inout HTMLWriter) {
      html.field("A file: PDF, Word, OpenDocument, HTML, text, JSON résumé (or drop it here)") {
        $0.void("input", ["type": "file", "name": "file"])
      }
      html.field("Or its text") {
        $0.element("textarea", ["name": "resume", "spellcheck": "false"]) { _ in }
      }
      guard !profiles.isEmpty else { return }
      html.field("Or a profile of this workspace") { html in
        html.element("select", ["name": "profile"]) { html in
          html.element("option", ["value": ""], "–")
          for profile in profiles {
            html.element("option", ["value": profile.id], profile.id)
          }
        }
      }
    }
  }

  /// The page that asks for a key.
  enum LoginPage {
    static func html(isRefused: Bool) -> String {
      Page(
        place: nil, title: "Key",
        lead:
          "This service can be reached by others, so it asks for a key; rolefit keys add makes one."
      ).html { html in
        html.element("form", ["class": "sheet", "method": "post", "action": "/login"]) { html in
          if isRefused {
            html.element("p", ["role": "alert"], "This key does not hold (any more).")
          }
          html.field("Key") {
            $0.void(
              "input",
              [
                "type": "password", "name": "key", "autocomplete": "current-password",
                "required": "",
              ])
          }
          html.element("button", ["type": "submit"], "Go on")
        }
      }
    }
  }
#endif
