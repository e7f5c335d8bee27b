/// Compounds that occur joined as well as hyphenated, and where they split.
///
/// "faulttolerant" is read as "fault" and "tolerant" because the background holds "fault-tolerant";
/// so the joined, the hyphenated and the spaced form all give the same terms. The keys are the
/// folded joined spellings.
package struct CompoundTable: Sendable, ExpressibleByDictionaryLiteral {
  /// One or two offsets inside a joined spelling of at most 255 bytes.
  package struct Split: Sendable, Equatable {
    package let first: UInt8
    /// 0 where the compound has two parts.
    package let second: UInt8

    package init(first: UInt8, second: UInt8 = 0) {
      self.first = first
      self.second = second
    }

    var offsets: [Int] { second == 0 ? [Int(first)] : [Int(first), Int(second)] }
  }

  private let splits: [Term: Split]

  package init(_ splits: [Term: Split]) {
    self.splits = splits
  }

  package init(dictionaryLiteral elements: (Term, Split)...) {
    splits = Dictionary(elements) { first, _ in first }
  }

  package subscript(joined: Term) -> Split? { splits[joined] }
}
