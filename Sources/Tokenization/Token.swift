/// A word of a text: where it stands, what it is indexed as, and how it was written.
///
/// The offsets are a half-open range of UTF-8 bytes of the original text and are never moved by
/// normalisation. A compound that is read in its parts ("faulttolerant") gives one token a part.
package struct Token: Sendable, Equatable {
  /// How a word was written and what became of it.
  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) {
      self.rawValue = rawValue
    }

    /// Too common to carry meaning: it is never indexed, but cue phrases see it.
    package static let stop = Traits(rawValue: 1 << 0)
    /// Digits only, with points or commas inside.
    package static let number = Traits(rawValue: 1 << 1)
    /// Begins with a capital.
    package static let capitalized = Traits(rawValue: 1 << 2)
    /// Has letters, and capitals only.
    package static let uppercase = Traits(rawValue: 1 << 3)
    /// Joined to the token before it by a hyphen, a slash, or without any gap.
    package static let joined = Traits(rawValue: 1 << 4)
    /// Stands for an alias of several words: it weighs what a bigram weighs.
    package static let phrase = Traits(rawValue: 1 << 5)
    /// Was read through the alias table.
    package static let alias = Traits(rawValue: 1 << 6)
    /// The name of a programming language or of a tool beside which "R", "C" and "Go" are skills.
    package static let technical = Traits(rawValue: 1 << 7)
    /// "R", "C" or "Go": a skill only where it stands as one.
    package static let contextual = Traits(rawValue: 1 << 8)
    /// Only space, hyphens, slashes or an ampersand stand between it and the token before.
    package static let adjacent = Traits(rawValue: 1 << 10)
    /// Has letters of two scripts that look alike, as a disguise: it is never indexed.
    package static let mixedScript = Traits(rawValue: 1 << 11)
    /// The first of its line.
    package static let lineStart = Traits(rawValue: 1 << 9)
  }

  /// The first byte.
  package var lower: UInt32
  /// One past the last byte.
  package var upper: UInt32
  /// What it is indexed as.
  package var term: Term
  /// How it was written.
  package var traits: Traits

  /// A token over a span of a text shorter than 4 GiB.
  @inline(__always)
  init(_ span: Range<Int>, term: Term, traits: Traits) {
    lower = UInt32(truncatingIfNeeded: span.lowerBound)
    upper = UInt32(truncatingIfNeeded: span.upperBound)
    self.term = term
    self.traits = traits
  }

  /// The bytes of the original text.
  package var span: Range<Int> { Int(lower)..<Int(upper) }

  /// Whether the token is indexed as a term of its own.
  package var isIndexed: Bool { traits.isDisjoint(with: [.stop, .number, .mixedScript]) }
}
