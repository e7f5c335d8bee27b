import Rolefit

/// A role as somebody reads it who wants to please a program: its title, what it asks for, and which
/// of those words are rare.
struct AimedRole: Sendable {
  let id: String
  let title: String
  /// What it asks for, a line each, as it stands there.
  let requirements: [String]
  /// The distinct words of the requirements, in their order.
  let words: [String]
  /// The five of them that the fewest postings hold; of equals the first.
  let rarest: [String]
  /// The whole posting.
  let text: String

  /// Reads a posting.
  ///
  /// - Parameter frequencies: how many postings hold each word.
  init(_ document: Document, role: Role, frequencies: [String: Int]) {
    id = document.id
    title = role.title
    text = document[0..<document.text.count]
    requirements = Self.lines(of: document, role.requirements.flatMap(Self.spans))
    var words: [String] = []
    var seen = Self.small
    for word in requirements.flatMap(Self.words) where seen.insert(word).inserted {
      words.append(word)
    }
    self.words = words
    let long = words.filter { $0.count > 3 }
    rarest = long.enumerated().sorted { left, right in
      let (a, b) = (frequencies[left.element] ?? 0, frequencies[right.element] ?? 0)
      return a == b ? left.offset < right.offset : a < b
    }
    .prefix(5).map(\.element)
  }

  /// In how many texts each word stands.
  static func frequencies(in texts: [String]) -> [String: Int] {
    var frequencies: [String: Int] = [:]
    for text in texts {
      for word in Set(words(of: text)) { frequencies[word, default: 0] += 1 }
    }
    return frequencies
  }

  private static func spans(of requirement: Requirement) -> [Range<Int>] {
    requirement.children.isEmpty
      ? [requirement.span] : requirement.children.flatMap(spans)
  }

  /// The lines of a document that hold a part of some spans, without the bytes around them.
  private static func lines(of document: Document, _ spans: [Range<Int>]) -> [String] {
    var lines: [String] = []
    var start = 0
    for line in document.text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let own = start..<start + line.count
      if spans.contains(where: own.overlaps) {
        lines.append(String(decoding: line.drop { $0 == 0x20 }, as: UTF8.self))
      }
      start = own.upperBound + 1
    }
    return lines
  }

  /// The words of three letters and more, in small letters.
  private static func words(of text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0 == "+" || $0 == "#" || $0 == "-") }
      .filter { $0.count > 2 }.map(String.init)
  }

  /// Words that nobody would stuff a résumé with.
  private static let small: Set<String> = [
    "the", "and", "for", "with", "from", "are", "you", "your", "our", "this", "that", "will",
    "have", "has", "who", "not", "they", "can", "all", "any", "their", "than", "then", "them",
    "its", "was", "were", "more", "may", "etc",
  ]
}
