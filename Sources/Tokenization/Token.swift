/// A word of a text: where it stands, what it is indexed as, and how it was written.
///
/// The offsets are a half-open range of UTF-8 bytes of the original text and are never moved by
/// normalisation. A compound that is read in its parts ("faulttolerant") gives one token a part.
///
/// Like `Term` and `TermSet` it is public for the optimiser alone: readers in other modules ask tokens in
/// their innermost loops, and the compiler copies only bodies of public declarations there.
public struct Token: Sendable, Equatable {
  /// How a word was written and what became of it.
  ///
  /// Its operations are spelt out, for loops in other modules: those of `OptionSet` would not be
  /// specialised there.
  public struct Traits: OptionSet, Sendable {
    /// A bit for each trait.
    public let rawValue: UInt16

    /// Traits by their bits.
    @inlinable @inline(__always)
    public init(rawValue: UInt16) {
      self.rawValue = rawValue
    }

    /// All of some traits.
    @inlinable @inline(__always)
    public init(arrayLiteral elements: Traits...) {
      self.init(rawValue: elements.reduce(0) { $0 | $1.rawValue })
    }

    /// Whether all of some traits are among these.
    @inlinable @inline(__always)
    public func contains(_ other: Traits) -> Bool { isSuperset(of: other) }

    /// Whether all of some traits are among these.
    @inlinable @inline(__always)
    public func isSuperset(of other: Traits) -> Bool {
      rawValue & other.rawValue == other.rawValue
    }

    /// Whether none of some traits is among these.
    @inlinable @inline(__always)
    public func isDisjoint(with other: Traits) -> Bool { rawValue & other.rawValue == 0 }

    /// The traits of both.
    @inlinable @inline(__always)
    public func union(_ other: Traits) -> Traits { Traits(rawValue: rawValue | other.rawValue) }

    /// Too common to carry meaning: it is never indexed, but cue phrases see it.
    @inlinable @inline(__always)
    public static var stop: Traits { Traits(rawValue: 1 << 0) }
    /// Digits only, with points or commas inside.
    @inlinable @inline(__always)
    public static var number: Traits { Traits(rawValue: 1 << 1) }
    /// Begins with a capital.
    @inlinable @inline(__always)
    public static var capitalized: Traits { Traits(rawValue: 1 << 2) }
    /// Has letters, and capitals only.
    @inlinable @inline(__always)
    public static var uppercase: Traits { Traits(rawValue: 1 << 3) }
    /// Joined to the token before it by a hyphen, a slash, or without any gap.
    @inlinable @inline(__always)
    public static var joined: Traits { Traits(rawValue: 1 << 4) }
    /// Stands for an alias of several words: it weighs what a bigram weighs.
    @inlinable @inline(__always)
    public static var phrase: Traits { Traits(rawValue: 1 << 5) }
    /// Was read through the alias table.
    @inlinable @inline(__always)
    public static var alias: Traits { Traits(rawValue: 1 << 6) }
    /// The name of a programming language or of a tool beside which "R", "C" and "Go" are skills.
    @inlinable @inline(__always)
    public static var technical: Traits { Traits(rawValue: 1 << 7) }
    /// "R", "C" or "Go": a skill only where it stands as one.
    @inlinable @inline(__always)
    public static var contextual: Traits { Traits(rawValue: 1 << 8) }
    /// Only space, hyphens, slashes or an ampersand stand between it and the token before.
    @inlinable @inline(__always)
    public static var adjacent: Traits { Traits(rawValue: 1 << 10) }
    /// Has letters of two scripts that look alike, as a disguise: it is never indexed.
    @inlinable @inline(__always)
    public static var mixedScript: Traits { Traits(rawValue: 1 << 11) }
    /// The first of its line.
    @inlinable @inline(__always)
    public static var lineStart: Traits { Traits(rawValue: 1 << 9) }
  }

  /// The first byte.
  public var lower: UInt32
  /// One past the last byte.
  public var upper: UInt32
  /// What it is indexed as.
  public var term: Term
  /// How it was written.
  public var traits: Traits

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
  public var span: Range<Int> { Int(lower)..<Int(upper) }

  /// Whether the token is indexed as a term of its own.
  @inlinable @inline(__always)
  public var isIndexed: Bool { traits.isDisjoint(with: [.stop, .number, .mixedScript]) }
}
