/// A word of a text: where it stands, what it is indexed as, and how it was written.
///
/// The offsets are a half-open range of UTF-8 bytes of the original text and are never moved by
/// normalisation. A compound that is read in its parts ("faulttolerant") gives one token a part.
package struct Token: Sendable, Equatable {
  /// How a word was written and what became of it.
  ///
  /// Its operations are spelt out, for loops in other modules: those of `OptionSet` would not be
  /// specialised there.
  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt16

    @inlinable @inline(__always)
    package init(rawValue: UInt16) {
      self.rawValue = rawValue
    }

    @inlinable @inline(__always)
    package init(arrayLiteral elements: Traits...) {
      self.init(rawValue: elements.reduce(0) { $0 | $1.rawValue })
    }

    @inlinable @inline(__always)
    package func contains(_ other: Traits) -> Bool { isSuperset(of: other) }

    @inlinable @inline(__always)
    package func isSuperset(of other: Traits) -> Bool {
      rawValue & other.rawValue == other.rawValue
    }

    @inlinable @inline(__always)
    package func isDisjoint(with other: Traits) -> Bool { rawValue & other.rawValue == 0 }

    @inlinable @inline(__always)
    package func union(_ other: Traits) -> Traits { Traits(rawValue: rawValue | other.rawValue) }

    /// Too common to carry meaning: it is never indexed, but cue phrases see it.
    @inlinable @inline(__always)
    package static var stop: Traits { Traits(rawValue: 1 << 0) }
    /// Digits only, with points or commas inside.
    @inlinable @inline(__always)
    package static var number: Traits { Traits(rawValue: 1 << 1) }
    /// Begins with a capital.
    @inlinable @inline(__always)
    package static var capitalized: Traits { Traits(rawValue: 1 << 2) }
    /// Has letters, and capitals only.
    @inlinable @inline(__always)
    package static var uppercase: Traits { Traits(rawValue: 1 << 3) }
    /// Joined to the token before it by a hyphen, a slash, or without any gap.
    @inlinable @inline(__always)
    package static var joined: Traits { Traits(rawValue: 1 << 4) }
    /// Stands for an alias of several words: it weighs what a bigram weighs.
    @inlinable @inline(__always)
    package static var phrase: Traits { Traits(rawValue: 1 << 5) }
    /// Was read through the alias table.
    @inlinable @inline(__always)
    package static var alias: Traits { Traits(rawValue: 1 << 6) }
    /// The name of a programming language or of a tool beside which "R", "C" and "Go" are skills.
    @inlinable @inline(__always)
    package static var technical: Traits { Traits(rawValue: 1 << 7) }
    /// "R", "C" or "Go": a skill only where it stands as one.
    @inlinable @inline(__always)
    package static var contextual: Traits { Traits(rawValue: 1 << 8) }
    /// Only space, hyphens, slashes or an ampersand stand between it and the token before.
    @inlinable @inline(__always)
    package static var adjacent: Traits { Traits(rawValue: 1 << 10) }
    /// The first of its line.
    @inlinable @inline(__always)
    package static var lineStart: Traits { Traits(rawValue: 1 << 9) }
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
  @inlinable @inline(__always)
  package var span: Range<Int> { Int(lower)..<Int(upper) }

  /// Whether the token is indexed as a term of its own.
  @inlinable @inline(__always)
  package var isIndexed: Bool { traits.isDisjoint(with: [.stop, .number]) }
}
