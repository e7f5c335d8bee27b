/// Puts the words of a page into lines, in the order in which they are read.
///
/// Words close to each other on one baseline are a segment. A page is cut where a gutter parts segments
/// into columns (recursive X-Y cut: Nagy, Seth and Viswanathan, "A prototype document image analysis
/// system for technical journals", Computer 25(7), 1992): what stands above it is read first, then the
/// left column, the right one, and what stands below. Dates set flush right stand on the baselines of
/// the lines that they belong to and are no column; nor are the cells of a table.
///
/// Complexity: O(s²) in the segments of a page, of which there are at most `mostSegments`.
struct PageLayout {
  /// A line, and the gap above it.
  struct Line: Equatable {
    var text: String
    var isAfterGap: Bool
    /// Where it begins, and its upper and lower edge there.
    var left, top, bottom: Double
  }

  /// Words on a baseline that belong together.
  private struct Segment {
    var text: String
    var left, top, right, bottom: Double
    var middle: Double { (top + bottom) / 2 }
    var height: Double { bottom - top }
  }

  /// A page with more is taken as it comes.
  private static let mostSegments = 3_000
  /// As wide as that, in heights of a line, a gap parts segments.
  private static let leastGap = 1.0
  /// Columns have that many lines.
  private static let leastLines = 4

  /// The lines of a page.
  static func lines(of words: [PageWord]) -> [Line] {
    let segments = segments(words)
    guard segments.count <= mostSegments else { return lines(in: segments) }
    return read(segments, depth: 0)
  }

  // MARK: - Segments

  private static func segments(_ words: [PageWord]) -> [Segment] {
    var segments: [Segment] = []
    for row in rows(
      words.map {
        Segment(text: $0.text, left: $0.left, top: $0.top, right: $0.right, bottom: $0.bottom)
      })
    {
      var current: Segment?
      for word in row {
        guard var open = current else {
          current = word
          continue
        }
        let gap = word.left - open.right
        if gap > leastGap * min(open.height, word.height) {
          segments.append(open)
          current = word
          continue
        }
        // Letters set one by one come as words without a space between.
        open.text += (gap > 0.08 * open.height ? " " : "") + word.text
        open.right = max(open.right, word.right)
        open.top = min(open.top, word.top)
        open.bottom = max(open.bottom, word.bottom)
        current = open
      }
      if let current { segments.append(current) }
    }
    return segments
  }

  /// What stands on one baseline, from left to right; baselines from top to bottom.
  private static func rows(_ items: [Segment]) -> [[Segment]] {
    var rows: [[Segment]] = []
    for item in items.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
      if let last = rows.last, let first = last.first,
        abs(item.middle - first.middle) < 0.5 * min(item.height, first.height)
      {
        rows[rows.count - 1].append(item)
      } else {
        rows.append([item])
      }
    }
    return rows.map { $0.sorted { ($0.left, $0.top) < ($1.left, $1.top) } }
  }

  // MARK: - Columns

  private struct Cut {
    var x, top, bottom: Double
    var score: Int
  }

  private static func read(_ segments: [Segment], depth: Int) -> [Line] {
    guard depth < 6, let cut = bestCut(segments) else { return lines(in: segments) }
    let inside = segments.filter { $0.middle > cut.top && $0.middle < cut.bottom }
    let parts = [
      segments.filter { $0.middle <= cut.top }, inside.filter { $0.right <= cut.x },
      inside.filter { $0.right > cut.x }, segments.filter { $0.middle >= cut.bottom },
    ]
    return parts.flatMap { part in
      var lines = read(part, depth: depth + 1)
      if !lines.isEmpty { lines[0].isAfterGap = true }
      return lines
    }
  }

  /// The gutter with the most lines on its thinner side; nil where there is none.
  private static func bestCut(_ segments: [Segment]) -> Cut? {
    var best: Cut?
    // Columns begin at one place again and again.
    let starts = Dictionary(grouping: segments) { ($0.left / 2).rounded() }
      .filter { $0.value.count >= leastLines }.keys.sorted()
    for start in starts {
      let x = start * 2 - 3
      for cut in cuts(segments, at: x) where cut.score > best?.score ?? 0 { best = cut }
    }
    return best
  }

  /// The stretches of a page in which nothing crosses `x` and both sides are columns.
  private static func cuts(_ segments: [Segment], at x: Double) -> [Cut] {
    let crossing = segments.filter { $0.left < x && $0.right > x }.sorted { $0.middle < $1.middle }
    var bounds = [-Double.infinity] + crossing.map(\.middle)
    bounds.append(.infinity)
    return zip(bounds, bounds.dropFirst()).compactMap { top, bottom in
      let inside = segments.filter { $0.middle > top && $0.middle < bottom }
      let left = inside.filter { $0.right <= x }
      let right = inside.filter { $0.left >= x }
      let score = min(left.count, right.count)
      guard score >= leastLines, isGutter(left, right) else { return nil }
      return Cut(x: x, top: top, bottom: bottom, score: score)
    }
  }

  /// Whether two sides are columns, and not the halves of lines.
  private static func isGutter(_ left: [Segment], _ right: [Segment]) -> Bool {
    // What is not on the other side's baselines was set for itself. Dates and cells all are.
    let leastFree = 0.3
    if free(left, of: right) >= leastFree, free(right, of: left) >= leastFree { return true }
    // On one grid: running text beside running text, or beside lines close below each other.
    let isWide = { (side: [Segment]) in median(side) > 14 * (side.first?.height ?? 10) }
    guard left.count >= 8, right.count >= 8, isWide(right) else { return false }
    return isWide(left) || isDense(left)
  }

  /// The share of one side that stands on no baseline of the other.
  private static func free(_ side: [Segment], of other: [Segment]) -> Double {
    let free = side.count { item in
      !other.contains { abs($0.middle - item.middle) < 0.25 * item.height }
    }
    return Double(free) / Double(side.count)
  }

  /// Whether most lines have one close below: a list, and not the dates beside positions.
  private static func isDense(_ side: [Segment]) -> Bool {
    let followed = side.count { item in
      side.contains { $0.top > item.middle && $0.top - item.bottom < 0.6 * item.height }
    }
    return followed * 10 >= side.count * 6
  }

  private static func median(_ segments: [Segment]) -> Double {
    segments.map { $0.right - $0.left }.sorted()[segments.count / 2]
  }

  // MARK: - Lines

  private static func lines(in segments: [Segment]) -> [Line] {
    var lines: [Line] = []
    var last: Segment?
    for row in rows(segments) {
      guard let first = row.first else { continue }
      let height = row.map(\.height).max() ?? first.height
      let gap = last.map { first.top - $0.bottom } ?? 0
      lines.append(
        Line(
          text: row.map(\.text).joined(separator: "\t"),
          isAfterGap: gap > 0.55 * min(height, last?.height ?? height),
          left: first.left, top: first.top, bottom: first.bottom))
      last = row.max { $0.bottom < $1.bottom }
    }
    return lines
  }
}
