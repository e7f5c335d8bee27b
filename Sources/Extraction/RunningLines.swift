/// Finds running heads and page numbers: what stands at the edge of every page.
enum RunningLines {
  /// So much of a page's height, above and below, is its edge.
  private static let edge = 0.1

  /// The pages without them; one page alone has none.
  static func removed(from pages: [WordPage]) -> [WordPage] {
    guard pages.count > 1 else { return pages }
    let edges = pages.map(edges(of:))
    var common = Set(edges[0].map(\.key))
    for page in edges.dropFirst() { common.formIntersection(page.map(\.key)) }
    guard !common.isEmpty else { return pages }
    return zip(pages, edges).map { page, edges in
      var page = page
      let removed = edges.filter { common.contains($0.key) }.flatMap(\.words)
      page.words.removeAll { removed.contains($0) }
      return page
    }
  }

  /// The lines at a page's edges: what all pages would share, and their words.
  private static func edges(of page: WordPage) -> [(key: String, words: [PageWord])] {
    let words = page.words.filter {
      $0.middle < edge * page.height || $0.middle > (1 - edge) * page.height
    }
    let lines = Dictionary(grouping: words) { ($0.middle / 3).rounded() }
    return lines.sorted { $0.key < $1.key }.map { place, words in
      let words = words.sorted { $0.left < $1.left }
      // Numbers of pages differ; years are none.
      let line = words.map(\.text).joined(separator: " ")
      let isCounted = line.split { !$0.isNumber }.allSatisfy { $0.count < 4 }
      let text = isCounted ? line.filter { !$0.isNumber } : line
      return ("\(Int(place)) \(text)", words)
    }
  }
}
