package import Tokenization

/// The level of an academic degree, ordered.
public enum Degree: String, Sendable, Codable, CaseIterable, Comparable {
  /// A school-leaving certificate.
  case secondary
  /// A two-year degree or a higher diploma.
  case associate
  /// A bachelor's degree.
  case bachelor
  /// A master's degree.
  case master
  /// A doctorate.
  case doctorate

  /// Whether one degree is lower than another.
  public static func < (left: Degree, right: Degree) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Finds degrees in tokens.
package struct DegreeReader: Sendable {
  private let phrases: PhraseTable
  /// The level that each phrase names.
  private let levels: [Degree]
  private let capitals: [String: Degree] = [
    "BS": .bachelor, "BA": .bachelor, "MS": .master, "MA": .master, "AA": .associate,
    "AS": .associate, "BE": .bachelor, "ME": .master,
  ]

  package init(lexicon: Lexicon) {
    let words: [(Degree, String)] = [
      (
        .doctorate, "phd; ph d; doctorate; doctoral; doctor of philosophy; dphil; edd; juris doctor"
      ),
      (
        .master,
        "master's degree; master degree; masters degree; master's; masters; master of; msc; m.sc; mba; "
          + "meng; m.tech; mtech; mphil; postgraduate degree"
      ),
      (
        .bachelor,
        "bachelor's degree; bachelor degree; bachelors degree; bachelor's; bachelors; bachelor of; "
          + "bachelor; bsc; b.sc; beng; b.tech; btech; bba; bcom; b.com; bsn; llb; "
          + "undergraduate degree; university degree; college degree; four year degree; "
          + "honours degree; honors degree"
      ),
      (.associate, "associate degree; associate's degree; associates degree; associate of; hnd"),
      (
        .secondary,
        "high school diploma; high school; ged; a levels; leaving certificate; secondary school; gcse"
      ),
    ]
    let named = words.flatMap { degree, list in
      list.split(separator: ";").map { (terms: lexicon.terms(of: String($0)), degree: degree) }
    }
    phrases = PhraseTable(named.map(\.terms))
    levels = named.map(\.degree)
  }

  private static let products: Set<String> = [
    "office", "word", "excel", "sql", "teams", "project", "access", "dynamics", "outlook",
    "windows",
    "exchange", "visio", "azure", "powerpoint", "sharepoint", "dos", "suite",
  ]

  /// Whether "MS" is the maker of a product: "MS Office".
  private func isMaker(
    _ index: Int, _ tokens: [Token], _ range: Range<Int>, _ text: [UInt8]
  ) -> Bool {
    guard index + 1 < range.upperBound, tokens[index + 1].traits.contains(.adjacent) else {
      return false
    }
    let next = String(decoding: text[tokens[index + 1].span], as: UTF8.self).lowercased()
    return Self.products.contains(next)
  }

  /// The degrees in a range of tokens with the tokens that name them.
  package func degrees(
    in tokens: [Token], _ range: Range<Int>, text: [UInt8]
  ) -> [(degree: Degree, tokens: Range<Int>)] {
    var found: [(degree: Degree, tokens: Range<Int>)] = []
    for index in range where found.last.map({ $0.tokens.upperBound <= index }) ?? true {
      if let match = phrases.longestMatch(in: tokens, at: index, end: range.upperBound) {
        // "to master the details" names no degree.
        if match.tokens.count == 1, text[tokens[index].span].elementsEqual("master".utf8) {
          continue
        }
        found.append((levels[match.phrase], match.tokens))
      } else if tokens[index].traits.contains(.uppercase) {
        let word = String(decoding: text[tokens[index].span], as: UTF8.self)
        let key = word.filter { $0 != "." }
        let isShouted = [index - 1, index + 1].contains {
          range.contains($0) && tokens[$0].traits.contains(.uppercase) && tokens[$0].span.count > 3
        }
        if let degree = capitals[key], key.count == 2, !isShouted,
          !isMaker(index, tokens, range, text)
        {
          found.append((degree, index..<index + 1))
        }
      }
    }
    return found
  }
}
