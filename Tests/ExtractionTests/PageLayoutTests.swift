import Testing

@testable import Extraction

/// Words at places become lines in the order in which people read them.
@Suite struct PageLayoutTests {
  /// Words of 10 points on a line, each letter 5 points wide.
  private static func words(_ line: String, left: Double, top: Double) -> [PageWord] {
    var left = left
    return line.split(separator: " ").map { text in
      let word = PageWord(
        text: String(text), left: left, top: top, right: left + 5 * Double(text.count),
        bottom: top + 10)
      left = word.right + 3
      return word
    }
  }

  private static func column(_ lines: [String], left: Double, top: Double, step: Double = 14)
    -> [PageWord]
  {
    lines.enumerated().flatMap { words($1, left: left, top: top + step * Double($0)) }
  }

  private static func text(_ words: [PageWord]) -> [String] {
    PageLayout.lines(of: words).map(\.text)
  }

  @Test func `no words are no lines`() {
    #expect(PageLayout.lines(of: []).isEmpty)
  }

  @Test func `a date set flush right stays on the line of its position`() {
    let left = Self.column(
      ["Baker, Elm Ltd", "Baked bread", "Cook, Oak Ltd", "Made soup", "Clerk, Ash", "Filed"],
      left: 50, top: 100)
    let right =
      Self.words("2018 – 2020", left: 480, top: 100)
      + Self.words("2016 – 2018", left: 480, top: 128)
      + Self.words("2014 – 2016", left: 480, top: 156)
    #expect(
      Self.text(left + right) == [
        "Baker, Elm Ltd\t2018 – 2020", "Baked bread", "Cook, Oak Ltd\t2016 – 2018", "Made soup",
        "Clerk, Ash\t2014 – 2016", "Filed",
      ])
  }

  @Test func `a sidebar is read before the column beside it, and a header before both`() {
    let header = Self.words(
      "Ada Lin, Head Baker at the largest mill of all the county", left: 50, top: 40)
    let side = Self.column(
      ["Skills", "Bread", "Cakes", "Pies", "Tarts"], left: 50, top: 101, step: 17)
    let main = Self.column(
      ["Experience", "Elm Ltd, baker", "Baked for a town", "Oak Ltd, cook", "Cooked for a school"],
      left: 220, top: 100, step: 23)
    #expect(
      Self.text(main + side + header) == [
        "Ada Lin, Head Baker at the largest mill of all the county", "Skills", "Bread", "Cakes",
        "Pies", "Tarts", "Experience", "Elm Ltd, baker", "Baked for a town", "Oak Ltd, cook",
        "Cooked for a school",
      ])
  }

  @Test func `cells of a table are read row by row`() {
    let names = Self.column(["Word", "Excel", "Python", "SQL", "French"], left: 50, top: 100)
    let levels = Self.column(["good", "good", "fair", "fair", "good"], left: 300, top: 100)
    #expect(
      Self.text(names + levels) == [
        "Word\tgood", "Excel\tgood", "Python\tfair", "SQL\tfair", "French\tgood",
      ])
  }

  @Test func `two columns of running text on one grid are read one after the other`() {
    let prose = (1...9).map { "line \($0) of the left column goes on here" }
    let other = (1...9).map { "row \($0) of the right column goes on too" }
    let found = Self.text(
      Self.column(prose, left: 40, top: 100) + Self.column(other, left: 320, top: 100))
    #expect(found == prose + other)
  }

  @Test func `a gap between paragraphs is told from the step between lines`() {
    let lines = PageLayout.lines(
      of: Self.column(["one", "two"], left: 50, top: 100) + Self.words("three", left: 50, top: 150))
    #expect(lines.map(\.isAfterGap) == [false, false, true])
  }

  @Test(arguments: 0..<20)
  func `every word comes out once, wherever it stands`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ end: Double) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24) * end
    }
    let words = (0..<200).map { number in
      let (left, top) = (random(600), random(800))
      return PageWord(
        text: "w\(number);", left: left, top: top, right: left + random(80),
        bottom: top + 5 + random(20))
    }
    let found = Self.text(words).joined(separator: " ").split(whereSeparator: {
      " \t;".contains($0)
    })
    #expect(
      found.map(String.init).sorted() == words.map { String($0.text.dropLast()) }.sorted(),
      "seed \(seed)")
  }
}
