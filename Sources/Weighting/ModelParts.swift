/// What is counted beside the words that two texts share; without any of it a score is "core".
package struct ModelParts: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Likeness of what the words stand for, by term vectors.
  package static let vectors = ModelParts(rawValue: 1)
  /// What the résumés like a profile hold.
  package static let resumes = ModelParts(rawValue: 2)
  /// What the requirement lists like a profile hold.
  package static let lists = ModelParts(rawValue: 4)
  /// Likeness of the letters of a short profile and of a title.
  package static let letters = ModelParts(rawValue: 8)

  /// Everything: what the engine scores with.
  package static let all: ModelParts = [.vectors, .resumes, .lists, .letters]

  /// The parts and their names, in the order in which they were added to the model.
  package static let names: [(part: ModelParts, name: String)] = [
    (.vectors, "vectors"), (.resumes, "resumes"), (.lists, "lists"), (.letters, "letters"),
  ]

  /// "core", "core+vectors", or "full" for all.
  package var name: String {
    self == .all
      ? "full"
      : (["core"] + Self.names.filter { contains($0.part) }.map(\.name)).joined(separator: "+")
  }

  /// The parts of a name; nil where it names none that there are.
  package init?(name: String) {
    if name == "full" {
      self = .all
      return
    }
    self = []
    for word in name.split(separator: "+", omittingEmptySubsequences: false) where word != "core" {
      guard let part = Self.names.first(where: { $0.name == word })?.part else { return nil }
      insert(part)
    }
  }
}
