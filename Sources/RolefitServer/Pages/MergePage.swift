#if Server
  import Rolefit

  /// Two profiles of the workspace that may be one person's: what each brings, and what they would be
  /// together.
  struct MergePage {
    let first: Profile
    let second: Profile
    let merged: Profile
    /// The lines of the second that the first has too.
    let leftOut: [String]

    func html() -> String {
      Page(
        place: .workspace, title: "Merge two résumés",
        lead: "The first stays as it is; what the second says beside it follows. Nothing is stored "
          + "until you say so below."
      ).html { html in
        html.element("p") { html in
          let swapped = Wishes.query([("id", second.id), ("id", first.id)])
          html.element("a", ["href": "/workspace/merge?" + swapped], "Put the second one first")
        }
        writeFigures(&html)
        writeLists(&html)
        writeLeftOut(&html)
        writeForm(&html)
      }
    }

    // MARK: - Figures

    private func writeFigures(_ html: inout HTMLWriter) {
      let duration = { (profile: Profile) in
        ExplanationFigures.duration(months: profile.experienceMonths)
      }
      let rows: [(String, (Profile) -> String)] = [
        ("Paid work, shared months once", duration),
        ("Positions", { "\($0.experience.count)" }),
        ("Degrees and courses", { "\($0.education.count)" }),
        ("Skills", { "\($0.skills.count)" }), ("Languages", { "\($0.languages.count)" }),
        ("Passages", { "\($0.passages.count)" }),
      ]
      html.element("h2", ["id": "figures"], "What each holds")
      html.element("table", ["class": "stack", "aria-labelledby": "figures"]) { html in
        html.element("thead") { html in
          html.element("tr") { html in
            html.element("th", ["scope": "col"], "What")
            for name in names { html.element("th", ["scope": "col"]) { $0.element("bdi", name) } }
          }
        }
        html.element("tbody") { html in
          for (name, value) in rows {
            html.element("tr") { html in
              html.element("th", ["scope": "row"], name)
              for (profile, side) in zip([first, second, merged], names) {
                html.element("td", ["data-side": side], value(profile))
              }
            }
          }
        }
      }
    }

    private var names: [String] { [first.id, second.id, "Together"] }

    // MARK: - Lists

    private func writeLists(_ html: inout HTMLWriter) {
      let lists: [(String, (Profile) -> [String])] = [
        ("Positions", { $0.experience.map(Self.words) }),
        ("Degrees and courses", { $0.education.map(\.text) }),
        ("Skills", { $0.skills.map(\.name) }),
        ("Languages", { $0.languages.map(\.name) }),
      ]
      for (name, items) in lists {
        let (left, right) = (items(first), items(second))
        let both = left.filter(Set(right).contains)
        guard !left.isEmpty || !right.isEmpty else { continue }
        html.element("h2", name)
        write("In both", both, &html)
        write("In \(first.id) alone", left.filter { !both.contains($0) }, &html)
        write("In \(second.id) alone", right.filter { !both.contains($0) }, &html)
      }
    }

    private func write(_ heading: String, _ items: [String], _ html: inout HTMLWriter) {
      guard !items.isEmpty else { return }
      html.element("h3") { $0.element("bdi", heading) }
      html.element("ul") { html in
        for item in items { html.element("li") { $0.element("bdi", item) } }
      }
    }

    /// "Baker, Harbour Bakery, 2019 – 2023".
    private static func words(_ position: Profile.Experience) -> String {
      let dates = "\(position.start) – \(position.end?.description ?? "today")"
      return [position.title, position.employer, dates].compactMap { $0 }.joined(separator: ", ")
    }

    private func writeLeftOut(_ html: inout HTMLWriter) {
      html.element("h2", "Said twice")
      guard !leftOut.isEmpty else {
        return html.element("p", "No line of the second stands in the first.")
      }
      html.element("details") { html in
        html.element(
          "summary",
          leftOut.count == 1
            ? "One line of the second stands in the first, and is left out"
            : "\(leftOut.count) lines of the second stand in the first, and are left out")
        html.element("ul") { html in
          for line in leftOut { html.element("li") { $0.element("bdi", line) } }
        }
      }
    }

    // MARK: - Form

    private func writeForm(_ html: inout HTMLWriter) {
      html.element("h2", "Store them as one")
      html.element("form", ["class": "sheet", "method": "post", "action": "/workspace/merge"]) {
        html in
        for id in [first.id, second.id] {
          html.void("input", ["type": "hidden", "name": "id", "value": id])
        }
        html.field("Id of the new profile") {
          $0.void("input", ["name": "new", "required": "", "value": merged.id])
        }
        html.tick("remove", "yes", "remove the two when it is stored", isOn: false)
        html.element("button", ["type": "submit"], "Store the merged résumé")
      }
    }
  }
#endif
