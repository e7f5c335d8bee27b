import Bytes
import Tokenization

/// Groups of four letters, by which a bare title is compared with the titles of roles: they see what
/// words that are spelt a little differently have in common.
package enum LetterGroups {
  /// The distinct groups of a text, rising.
  ///
  /// Words are runs of the letters a–z, each between two spaces; a group is four bytes of one, read as
  /// a big-endian number. A word of one letter gives its three bytes and a zero.
  package static func groups(of texts: [ArraySlice<UInt8>]) -> [UInt32] {
    var found: Set<UInt32> = []
    for text in texts {
      var word: [UInt8] = []
      for byte in text {
        let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        if (0x61...0x7A).contains(lower) {
          word.append(lower)
        } else {
          insert(word, into: &found)
          word = []
        }
      }
      insert(word, into: &found)
    }
    return found.sorted()
  }

  private static func insert(_ word: [UInt8], into found: inout Set<UInt32>) {
    guard !word.isEmpty else { return }
    let padded = [0x20] + word + [0x20]
    for start in 0..<max(1, padded.count - 3) {
      found.insert(
        (0..<4).reduce(0) { $0 << 8 | UInt32(start + $1 < padded.count ? padded[start + $1] : 0) })
    }
  }

  /// The term that stands for a group in an index: no word is spelt with the first byte.
  static func term(_ group: UInt32) -> Term {
    Term(spelling: [1] + (0..<4).map { UInt8(truncatingIfNeeded: group >> (24 - 8 * $0)) })
  }
}

extension TrainedTables {
  /// A profile with as many distinct terms or more is not compared by letters.
  package static let letterTerms = 15

  /// The letters of a role's title, so that they can be added up with its terms.
  ///
  /// Rounded like frequencies, so that a posting list has few weights.
  package func roleLetters(_ groups: [UInt32], length: Double) -> TermVector {
    letters(groups) { ScoreModel.rounded($0 * length) }
  }

  /// The letters of a profile; none where it has terms enough.
  package func profileLetters(_ groups: [UInt32], terms: Int, length: Double) -> TermVector {
    let share = 1 - Double(terms) / Double(Self.letterTerms)
    guard share > 0 else { return TermVector(terms: [], weights: []) }
    return letters(groups) { $0 * length * share * layout.letterWeight }
  }

  /// A vector of the groups: of each its idf over the norm of all, as `weight` makes it.
  private func letters(_ groups: [UInt32], _ weight: (Double) -> Double) -> TermVector {
    guard parts.contains(.letters), !groups.isEmpty else {
      return TermVector(terms: [], weights: [])
    }
    let values = groups.map(letterIDF)
    let norm = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let entries = zip(groups, values).map { group, value in
      (term: LetterGroups.term(group), weight: Double(Float(weight(value / norm))))
    }.filter { $0.weight > 0 }.sorted { $0.term < $1.term }
    return TermVector(terms: entries.map(\.term), weights: entries.map(\.weight))
  }

  private func letterIDF(_ group: UInt32) -> Double {
    let letters = { (index: Int) in region.u32(at: layout.letters + 4 * index) }
    let index = (0..<layout.letterCount).first(notBelow: { letters($0) < group })
    guard index < layout.letterCount, letters(index) == group else { return layout.unseenLetters }
    return float(at: layout.letterIDF + 4 * index)
  }
}
