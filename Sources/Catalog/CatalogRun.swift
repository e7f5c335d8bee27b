/// A decision or a ranking that was made.
package struct CatalogRun: Sendable, Equatable {
  /// When, in the seconds that the caller gave.
  package var at: Int64
  /// What was done: "rank", "candidates", ….
  package var what: String
  /// With which engine and model, as JSON.
  package var identity: String
  /// The profiles that the result speaks of.
  package var profiles: [String]
  /// What came out, as JSON; nil where the removal of a person took it.
  package var result: String?

  package init(
    at: Int64, what: String, identity: String, profiles: [String], result: String?
  ) {
    self.at = at
    self.what = what
    self.identity = identity
    self.profiles = profiles
    self.result = result
  }
}

/// An input that was refused: what it was called and a code of why, never a text of it.
package struct CatalogRefusal: Sendable, Equatable {
  package var at: Int64
  package var input: String
  package var why: String

  package init(at: Int64, input: String, why: String) {
    self.at = at
    self.input = input
    self.why = why
  }
}
