#if Server
  import Matching
  import Rolefit
  import Roles

  /// The fields about what somebody wants of roles and declares, filled with what they have said.
  struct WishesForm {
    let wishes: Wishes

    /// All fields, inside of a form.
    func writeFields(_ html: inout HTMLWriter) {
      writeFilter(&html)
      writePay(&html)
      writeFacts(&html)
    }

    /// A form of its own above a profile's ranking.
    func write(profile: String, _ html: inout HTMLWriter) {
      html.element("form", ["class": "sheet", "method": "get", "action": "/match"]) { html in
        html.void("input", ["type": "hidden", "name": "profile", "value": profile])
        html.void("input", ["type": "hidden", "name": "sort", "value": wishes.order.rawValue])
        writeFilter(&html)
        html.element("details", ["open": hasMore ? "" : nil]) { html in
          html.element("summary", "Pay, place and what you declare")
          writePay(&html)
          writeFacts(&html)
        }
        html.element("button", ["type": "submit"], "Show these")
      }
    }

    private var hasMore: Bool {
      wishes.minimumPay != nil || wishes.location != nil || !wishes.facts.fields.isEmpty
    }

    // MARK: - Groups

    private func writeFilter(_ html: inout HTMLWriter) {
      html.element("fieldset") { html in
        html.element("legend", "Which roles are listed (those that do not say are kept)")
        html.field("Words in the title or the employer's name") {
          $0.void("input", ["name": "words", "value": wishes.words])
        }
        html.field("Fit") { html in
          let bands = FitScale.bands.filter { $0.least > 0 }.reversed().map {
            ("\($0.least)", "\($0.name) and better (from \($0.least))")
          }
          html.choice("fit", [("", "any")] + bands, chosen: wishes.minimumFit.map { "\($0)" })
        }
        for workplace in [Role.Workplace.remote, .hybrid, .onsite] {
          html.tick(
            "workplace", workplace.rawValue, workplace.rawValue,
            isOn: wishes.workplaces.contains(workplace))
        }
        html.tick("eligible", "yes", "no role whose gates I fail", isOn: wishes.isEligible)
        html.tick("open", "yes", "no role that has closed", isOn: wishes.isOpen)
      }
    }

    private func writePay(_ html: inout HTMLWriter) {
      html.element("fieldset") { html in
        html.element("legend", "Pay and place")
        html.field("Least pay") {
          $0.void(
            "input",
            [
              "name": "min_pay", "inputmode": "decimal", "placeholder": "60000",
              "value": wishes.minimumPay,
            ])
        }
        html.field("in", hint: "a currency as USD or EUR; empty for whatever is paid in") {
          $0.void(
            "input",
            [
              "name": "currency", "maxlength": "3", "pattern": "[A-Za-z]{3}", "placeholder": "USD",
              "value": wishes.currency,
            ])
        }
        html.field("for each") { html in
          html.choice(
            "period", Wishes.periods.map { ($0.rawValue, $0.rawValue) },
            chosen: wishes.period.rawValue)
        }
        html.field("Place", hint: "roles elsewhere are left out, unless they are remote") {
          $0.void(
            "input",
            ["name": "location", "placeholder": "Leeds, England", "value": wishes.location])
        }
      }
    }

    private func writeFacts(_ html: inout HTMLWriter) {
      let facts = wishes.facts
      html.element("fieldset") { html in
        html.element(
          "legend", "What you declare (it decides gates and moves no score; empty is unknown)")
        html.field("Countries where you may work", hint: "names or codes: Germany, GB") {
          $0.void("input", ["name": "permits", "value": facts.permits])
        }
        html.field("Citizenship", hint: "countries, as above") {
          $0.void("input", ["name": "citizenship", "value": facts.citizenship])
        }
        html.field("Must an employer sponsor a visa?") { html in
          html.choice(
            "sponsorship", [("", "not said"), ("no", "no"), ("yes", "yes")],
            chosen: facts.sponsorship)
        }
        html.field("Clearance that you hold") { html in
          html.choice(
            "clearance", [("", "not said")] + GateChecker.levels.map { ($0, $0) },
            chosen: facts.clearance?.lowercased())
        }
        html.field("Places where you would work", hint: "parted by semicolons: Leeds; Hull") {
          $0.void("input", ["name": "places", "value": facts.places])
        }
      }
    }
  }

  extension HTMLWriter {
    /// A list to choose one of.
    mutating func choice(
      _ name: String, _ options: [(value: String, words: String)], chosen: String?
    ) {
      element("select", ["name": name]) { html in
        for option in options {
          html.element(
            "option",
            ["value": option.value, "selected": option.value == chosen ? "" : nil], option.words)
        }
      }
    }

    /// A box to tick.
    mutating func tick(_ name: String, _ value: String, _ words: String, isOn: Bool) {
      element("label", ["class": "tick"]) { html in
        html.void(
          "input",
          ["type": "checkbox", "name": name, "value": value, "checked": isOn ? "" : nil])
        html.text(words)
      }
    }
  }
#endif
