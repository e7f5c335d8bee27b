#if Server
  import Documents
  import Rolefit
  import Workspaces

  /// A profile of the workspace as pages show it that hide who it is: by a reference, which addresses hold
  /// in place of its id, and without the stretches of its text that name the person.
  struct HiddenCandidate {
    /// What leads to the profile: the beginning of its content's hash.
    let reference: String
    /// Who it is: for pages that show it.
    let id: String
    /// The résumé, known by its label.
    let document: Document

    /// What it is called on all pages: the same profile has the same label everywhere.
    static func label(_ reference: String) -> String { "Candidate " + reference.prefix(6) }

    /// The résumé with everything blanked out that was taken for the person's: name, contact details and
    /// date of birth where they were recognised, and text that no eye was to see.
    ///
    /// Each byte becomes one other byte, so that spans of the text stay where they are.
    func blanked(_ leftOut: [Profile.LeftOut]) -> Document {
      var text = document.text
      for stretch in leftOut where Self.isPersonal(stretch.why) {
        for index in stretch.span.clamped(to: text.indices) where text[index] > 0x20 {
          text[index] = UInt8(ascii: "*")
        }
      }
      return document.replacing(text: text)
    }

    private static func isPersonal(_ why: String) -> Bool {
      why == "contact" || why == "birth-date" || Concealment(rawValue: why) != nil
    }

    /// What stands above a page that shows the text.
    static let note =
      "The name and contact details are blanked out where they were recognised, with the text that was "
      + "hidden from the eye. What the candidate writes elsewhere may still say who they are."
  }

  extension ServiceState {
    /// The candidate that a reference leads to.
    func candidate(_ reference: String) throws -> HiddenCandidate {
      guard let document = try workspace.document(reference: reference, kind: .profile) else {
        throw Problem.unknown("No candidate has this reference (any more).")
      }
      return HiddenCandidate(
        reference: reference, id: document.id,
        document: document.named(HiddenCandidate.label(reference)))
    }

    /// The references of profiles, by their ids.
    func references(of ids: [String]) throws -> [String: String] {
      var references: [String: String] = [:]
      for id in ids { references[id] = try workspace.entry(id, kind: .profile)?.reference }
      return references
    }
  }
#endif
