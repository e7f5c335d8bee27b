import Documents

/// A page as an eye sees it: grey pixels, from the top left corner.
struct PageImage {
  private let pixels: ArraySlice<UInt8>
  private let width, height: Int

  /// A difference of grey that an eye sees, of 255.
  ///
  /// Letters of light grey (#bbb), small and blurred by the
  /// low resolution, still differ by 40; white on #f0f0f0 by 15.
  private static let leastContrast = 20
  /// The least difference of the pixels of a dot, which is as dark as the text.
  private static let leastOfDot = 60

  /// The images in a stream of portable grey maps, one after the other.
  static func images(_ bytes: [UInt8]) -> [PageImage] {
    var images: [PageImage] = []
    var index = 0
    while let (width, height, start) = header(bytes, at: index) {
      let (size, overflows) = width.multipliedReportingOverflow(by: height)
      guard !overflows, size <= bytes.count - start else { break }
      images.append(PageImage(pixels: bytes[start..<start + size], width: width, height: height))
      index = start + size
    }
    return images
  }

  /// "P5", width, height and 255, parted by white space.
  private static func header(_ bytes: [UInt8], at start: Int) -> (Int, Int, Int)? {
    guard bytes[start...].starts(with: Array("P5".utf8)) else { return nil }
    var numbers: [Int] = []
    var index = start + 2
    while numbers.count < 3, index < bytes.count {
      guard bytes[index].isDigit else {
        index += 1
        continue
      }
      var value = 0
      while index < bytes.count, bytes[index].isDigit, value < 1 << 24 {
        value = value * 10 + Int(bytes[index] - 0x30)
        index += 1
      }
      numbers.append(value)
    }
    guard numbers.count == 3, numbers[2] == 255 else { return nil }
    return (numbers[0], numbers[1], index + 1)
  }

  /// Whether it shows a page turned by a quarter, whose sides `pdftotext` does not turn with its words.
  func isTurned(from page: WordPage) -> Bool {
    guard page.width > 0, page.height > 0, width > 0, height > 0 else { return false }
    return (Double(width) > Double(height)) != (page.width > page.height) && width != height
  }

  /// Whether anything can be told from its ground where a word stands.
  func shows(_ word: PageWord, of page: WordPage) -> Bool {
    guard page.width > 0, page.height > 0 else { return true }
    let (across, down) = (Double(width) / page.width, Double(height) / page.height)
    // Lines above and below must not vouch for it.
    let inset = word.height * 0.15
    let columns = Self.range(word.left * across, word.right * across, width)
    let rows = Self.range((word.top + inset) * down, (word.bottom - inset) * down, height)
    // What lies beside the picture was not looked at.
    guard !columns.isEmpty, !rows.isEmpty else { return true }
    var (least, most): (UInt8, UInt8) = (255, 0)
    for row in rows {
      let start = pixels.startIndex + row * width
      for pixel in pixels[start + columns.lowerBound..<start + columns.upperBound] {
        least = min(least, pixel)
        most = max(most, pixel)
      }
    }
    return Int(most) - Int(least) >= Self.leastContrast
  }

  /// Whether a dot stands before a line: browsers draw the signs of lists, and write them nowhere.
  func showsDot(before line: PageLayout.Line, of page: WordPage) -> Bool {
    guard page.width > 0, page.height > 0 else { return false }
    let (across, down) = (Double(width) / page.width, Double(height) / page.height)
    let size = line.bottom - line.top
    let columns = Self.range(
      (line.left - 1.8 * size) * across, (line.left - 0.15 * size) * across, width)
    let rows = Self.range(line.top * down, line.bottom * down, height)
    guard let first = columns.first, let top = rows.first else { return false }
    let ground = Int(pixels[pixels.startIndex + top * width + first])
    let marked = rows.flatMap { row in
      columns.filter { column in
        abs(Int(pixels[pixels.startIndex + row * width + column]) - ground) >= Self.leastOfDot
      }.map { (row: row, column: $0) }
    }
    guard let left = marked.map(\.column).min(), let right = marked.map(\.column).max(),
      let upper = marked.first?.row, let lower = marked.last?.row
    else { return false }
    // As high as wide, much smaller than a letter's line, filled, and in the middle of it.
    let (wide, high) = (right - left + 1, lower - upper + 1)
    let middle = Double(upper + lower + 1) / 2 / down
    return abs(wide - high) <= 2 && high >= 2 && Double(high) <= 0.6 * size * down
      && marked.count * 2 >= wide * high
      && abs(middle - (line.top + line.bottom) / 2) < 0.3 * size
  }

  private static func range(_ from: Double, _ to: Double, _ end: Int) -> Range<Int> {
    let lower = Int(max(0, min(from.rounded(.down), Double(end))))
    return lower..<max(lower, Int(max(0, min(to.rounded(.up), Double(end)))))
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
