import Resources

/// Fields of work, told from titles alone: "Senior Backend Engineer (m/f/d)" is software development.
///
/// A title is compared by whole words, in small letters and without a plural's "s". The name of most
/// words counts, among equals the last; what stands before the first comma, bracket, bar, slash or
/// spaced dash goes first. A broad name ("engineer") counts only where nothing else is named. A title
/// that names nothing the table knows is `other`: a category is never guessed from what a posting asks
/// for. The table is data: `occupations.txt`.
///
/// Complexity: O(words of the title) look-ups.
package struct OccupationTable: Sendable {
  /// What a title is that names no occupation of the table.
  package static let other = "other"
  /// What a role without a title is.
  package static let untitled = "untitled"
  /// The table that is compiled in.
  package static let standard = OccupationTable(Resource.named("occupations.txt").text)

  private let categories: [String: Entry]
  /// How many words the longest name has.
  private let longest: Int

  /// What a name says.
  private struct Entry: Sendable {
    let category: String
    /// Whether it counts only where nothing else does.
    let isBroad: Bool
  }

  /// Reads the data; the first line that gives a name decides.
  init(_ data: String) {
    var categories: [String: Entry] = [:]
    var longest = 0
    for line in data.split(separator: "\n") where !line.hasPrefix("#") {
      let sides = line.split(separator: ">", maxSplits: 1)
      guard sides.count == 2 else { continue }
      let category = sides[0].split(separator: " ").joined(separator: " ")
      for name in sides[1].split(separator: "|") {
        let words = Self.words(name.utf8.map { $0 }[...])
        let key = words.joined(separator: " ")
        if !words.isEmpty, categories[key] == nil {
          categories[key] = Entry(category: category, isBroad: name.contains("?"))
        }
        longest = max(longest, words.count)
      }
    }
    self.categories = categories
    self.longest = longest
  }

  /// The category of a title.
  package func category(of title: String) -> String {
    let bytes = Array(title.utf8)
    guard bytes.contains(where: { $0 > 0x20 }) else { return Self.untitled }
    let first = bytes[..<Self.endOfFirstPart(bytes)]
    let parts = [Self.words(first), Self.words(bytes[...])]
    let found = parts.lazy.compactMap { find($0, broad: false) }.first
    return found ?? parts.lazy.compactMap { find($0, broad: true) }.first ?? Self.other
  }

  private func find(_ words: [String], broad: Bool) -> String? {
    var best: (count: Int, category: String)?
    for start in words.indices {
      var key = ""
      for end in start..<min(words.count, start + longest) {
        if end > start { key += " " }
        key += words[end]
        let count = end - start + 1
        if count >= best?.count ?? 0, let entry = categories[key], entry.isBroad == broad {
          best = (count, entry.category)
        }
      }
    }
    return best?.category
  }

  // MARK: - Words

  /// Where a comma, bracket, bar, slash, colon or spaced dash ends the first part.
  private static func endOfFirstPart(_ bytes: [UInt8]) -> Int {
    for index in bytes.indices.dropFirst() {
      switch bytes[index] {
      case 0x28, 0x2C, 0x2F, 0x3A, 0x3B, 0x5B, 0x7C: return index
      case 0x2D where bytes[index - 1] == 0x20: return index
      // The first byte of the long dashes, which stand between spaces.
      case 0xE2 where bytes[index - 1] == 0x20: return index
      default: continue
      }
    }
    return bytes.count
  }

  /// The words: letters, digits, and the signs inside "r&d", "c++" and ".net".
  private static func words(_ bytes: ArraySlice<UInt8>) -> [String] {
    bytes.split { !isPartOfWord($0) }.map { word in
      var small = word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      while small.last == 0x2E { small.removeLast() }
      let isPlural = small.count > 3 && small.last == 0x73
      if isPlural, let before = small.dropLast().last, ![0x69, 0x73, 0x75].contains(before) {
        small.removeLast()
      }
      return String(decoding: small, as: UTF8.self)
    }
    .filter { !$0.isEmpty }
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., 0x23, 0x26, 0x2B, 0x2E: true
    default: false
    }
  }
}
