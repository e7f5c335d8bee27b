#if CommandLine
  /// Which parts of the model count, as the command line names them: `core+vectors`, `full`.
  struct ModelConfiguration: OptionSet, Hashable {
    let rawValue: Int

    static let vectors = ModelConfiguration(rawValue: 1 << 0)
    static let resumes = ModelConfiguration(rawValue: 1 << 1)
    static let lists = ModelConfiguration(rawValue: 1 << 2)
    static let letters = ModelConfiguration(rawValue: 1 << 3)
    static let full: ModelConfiguration = [.vectors, .resumes, .lists, .letters]

    /// The parts beside the core, in the order in which names are written.
    static let parts: [(name: String, part: ModelConfiguration)] = [
      ("vectors", .vectors), ("resumes", .resumes), ("lists", .lists), ("letters", .letters),
    ]

    /// What may be written, for help and errors.
    static let names = "core, vectors, resumes, lists, letters, joined by +; or full"

    /// The model built up part by part, and at last without the part that costs most.
    static let steps: [(name: String, model: ModelConfiguration)] = [
      ("core", []), ("+ vectors", .vectors), ("+ resumes", [.vectors, .resumes]),
      ("+ lists", [.vectors, .resumes, .lists]), ("+ letters", .full),
      ("full without vectors", full.subtracting(.vectors)),
    ]

    init(rawValue: Int) {
      self.rawValue = rawValue
    }

    /// The configuration with a name; nil where a part is not known.
    ///
    /// The core always counts, named or not.
    init?(name: String) {
      guard name != "full" else {
        self = .full
        return
      }
      self = []
      for word in name.split(separator: "+", omittingEmptySubsequences: false) {
        if word == "core" { continue }
        guard let part = Self.parts.first(where: { $0.name == word })?.part else { return nil }
        insert(part)
      }
    }

    /// `full`, or `core` and the parts.
    var name: String {
      if self == .full { return "full" }
      let parts = Self.parts.filter { contains($0.part) }.map(\.name)
      return (["core"] + parts).joined(separator: "+")
    }
  }
#endif
