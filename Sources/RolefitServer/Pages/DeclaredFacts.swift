#if Server
  import Documents
  import Rolefit

  /// What somebody declares beside a résumé, as fields of a form and of an address.
  ///
  /// They decide gates and never move a score; a field that is left empty leaves what the profile itself
  /// declares.
  struct DeclaredFacts {
    var clearance: String?
    var citizenship: String?
    var permits: String?
    var sponsorship: String?
    var places: String?

    init(_ form: FormBody) {
      clearance = form["clearance"]
      citizenship = form["citizenship"]
      permits = form["permits"]
      sponsorship = form["sponsorship"].flatMap { ["yes", "no"].contains($0) ? $0 : nil }
      places = form["places"]
    }

    /// The fields that are filled.
    var fields: [(name: String, value: String)] {
      [
        ("clearance", clearance), ("citizenship", citizenship), ("permits", permits),
        ("sponsorship", sponsorship), ("places", places),
      ].compactMap { name, value in value.map { (name, $0) } }
    }

    /// A résumé with these facts in the place of what it declares.
    func declared(by resume: Document, _ engine: Engine) throws(Problem) -> Document {
      guard !fields.isEmpty else { return resume }
      var declaration = resume.declared
      if let clearance { declaration.clearance = clearance }
      if let citizenship { declaration.citizenship = try Self.countries(citizenship, engine) }
      if let permits { declaration.workPermits = try Self.countries(permits, engine) }
      if let sponsorship { declaration.sponsorshipNeeded = sponsorship == "yes" }
      if let places {
        let places = places.split(separator: ";").map { $0.trimming(while: \.isWhitespace) }
        for place in places where engine.place(place) == nil { throw .unknownPlace }
        declaration.places = places
      }
      return resume.declaring(declaration)
    }

    /// "UK, Germany" or "GB, DE" as ISO 3166 codes.
    private static func countries(
      _ text: String, _ engine: Engine
    ) throws(Problem) -> [String] {
      var codes: [String] = []
      for part in text.split(whereSeparator: { ",;".contains($0) }) {
        guard let code = engine.country(part.trimming(while: \.isWhitespace)) else {
          throw .malformed("A country is not known; write its name or its code, as Germany or DE.")
        }
        codes.append(code)
      }
      return codes
    }
  }

  extension StringProtocol {
    /// Without the characters at both ends that a condition holds of.
    fileprivate func trimming(while condition: (Character) -> Bool) -> String {
      let start = drop(while: condition)
      guard let last = start.lastIndex(where: { !condition($0) }) else { return "" }
      return String(start[...last])
    }
  }

  extension Problem {
    static let unknownPlace = Problem.malformed(
      "No such place is known; try a city with its state or country.")
  }
#endif
