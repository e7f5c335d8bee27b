/// Finds e-mail addresses, telephone numbers and links by their bytes.
///
/// In the contact block it is lenient: a bare domain is a link, a run of seven digits a telephone
/// number. Elsewhere only what can be nothing else counts, so that "Node.js", "2015-2018" and
/// "Salesforce.com" stay content.
///
/// Complexity: O(bytes); it looks back at most 64 bytes from any sign.
struct ContactDetails {
  private let text: [UInt8]
  private let isLenient: Bool

  init(text: [UInt8], isLenient: Bool) {
    self.text = text
    self.isLenient = isLenient
  }

  /// The details in a span, in order, not overlapping.
  func find(in span: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = span.lowerBound
    while index < span.upperBound {
      let floor = max(found.last?.upperBound ?? span.lowerBound, index - 64)
      if let item = item(at: index, floor: floor, end: span.upperBound) {
        found.append(item)
        index = item.upperBound
      } else {
        index = next(after: index, end: span.upperBound)
      }
    }
    return found
  }

  private func item(at index: Int, floor: Int, end: Int) -> Range<Int>? {
    switch text[index] {
    case 0x40: return email(at: index, floor: floor, end: end)
    case 0x68, 0x48, 0x77, 0x57: return link(at: index, floor: floor, end: end)
    case 0x2E: return domain(at: index, floor: floor, end: end)
    case 0x2B, 0x28, 0x30...0x39: return phone(at: index, floor: floor, end: end)
    default: return nil
    }
  }

  /// The next byte to look at: a number is looked at once, and numbers without end not at all.
  private func next(after index: Int, end: Int) -> Int {
    guard Self.isDigit(text[index]) else { return index + 1 }
    var upper = index
    while upper < end, Self.isDigit(text[upper]) { upper += 1 }
    let number = upper
    while upper < end, Self.isDigit(text[upper]) || Self.partsNumbers(text[upper]) { upper += 1 }
    return upper - index > 80 ? upper : number
  }

  // MARK: - Addresses of the net

  private func email(at index: Int, floor: Int, end: Int) -> Range<Int>? {
    var lower = index
    while lower > floor {
      if Self.isLocal(text[lower - 1]) {
        lower -= 1
      } else if lower - 1 > floor, (0x80..<0xC0).contains(text[lower - 1]),
        (0xC3...0xDF).contains(text[lower - 2])
      {
        lower -= 2
      } else {
        break
      }
    }
    var upper = index + 1
    let limit = min(end, index + 128)
    while upper < limit, Self.isHost(text[upper]) || text[upper] >= 0x80 { upper += 1 }
    // The limit may lie within a character.
    while upper > index + 1, upper < end, text[upper] & 0xC0 == 0x80 { upper -= 1 }
    while upper > index + 1, text[upper - 1] == 0x2E || text[upper - 1] == 0x2D { upper -= 1 }
    guard lower < index, let point = text[index + 1..<upper].lastIndex(of: 0x2E),
      point > index + 1, upper - point >= 3
    else { return nil }
    return lower..<upper
  }

  /// "https://…", "www.…".
  private func link(at index: Int, floor: Int, end: Int) -> Range<Int>? {
    guard index == floor || !Self.isHost(text[index - 1]) else { return nil }
    let head = text[index..<min(index + 8, end)].map { $0 | 0x20 }
    let isLink = ["http://", "https://", "www."].contains { prefix in
      head.starts(with: prefix.utf8.map { $0 | 0x20 })
    }
    return isLink ? index..<linkEnd(from: index, end: end) : nil
  }

  private static let domains: Set<String> = [
    "com", "org", "net", "io", "dev", "me", "edu", "info", "app", "uk", "de", "fr", "eu", "ie",
    "ca",
    "au", "in", "nl", "se", "no", "dk", "fi", "es", "it", "pt", "pl", "ch", "at", "be", "co", "us",
    "tech", "design", "online", "site", "page", "gov", "xyz", "ai", "br", "mx", "nz", "za", "jp",
  ]
  private static let hosts = [
    "linkedin.com", "github.com", "gitlab.com", "bitbucket.org", "github.io", "behance.net",
    "dribbble.com",
    "medium.com", "facebook.com", "twitter.com", "x.com", "instagram.com", "stackoverflow.com",
    "kaggle.com", "orcid.org", "researchgate.net", "youtube.com", "about.me", "wixsite.com",
    "wordpress.com", "blogspot.com", "t.me", "xing.com", "vimeo.com", "linktr.ee", "medium.com",
  ]

  /// A link without "http" and "www": in the contact block any, elsewhere of known hosts.
  private func domain(at index: Int, floor: Int, end: Int) -> Range<Int>? {
    guard index > floor, index + 1 < end, Self.isAlphanumeric(text[index - 1]),
      Self.isAlphanumeric(text[index + 1])
    else { return nil }
    var lower = index
    while lower > floor, Self.isHost(text[lower - 1]) { lower -= 1 }
    var upper = index
    let limit = min(end, index + 128)
    while upper < limit, Self.isHost(text[upper]) { upper += 1 }
    while upper > index, text[upper - 1] == 0x2E || text[upper - 1] == 0x2D { upper -= 1 }
    guard lower < index, upper > index + 2, upper < limit || upper == end else { return nil }
    let host = String(decoding: text[lower..<upper], as: UTF8.self)
    let hasPath = upper + 1 < end && text[upper] == 0x2F && text[upper + 1] > 0x20
    let isKnown =
      hasPath
      && Self.hosts.contains { name in
        let folded = host.lowercased()
        return folded == name || folded.hasSuffix("." + name)
      }
    let last = host.split(separator: ".").last.map(String.init) ?? ""
    let isLink = isKnown || (isLenient && Self.domains.contains(last) && index - lower >= 2)
    guard isLink else { return nil }
    return lower..<(hasPath ? linkEnd(from: upper, end: end) : upper)
  }

  private func linkEnd(from index: Int, end: Int) -> Int {
    var upper = index
    while upper < end, text[upper] > 0x20, !"<>\"|()[]{},;".utf8.contains(text[upper]),
      !(text[upper] == 0xC2 && upper + 1 < end && text[upper + 1] < 0xC0)
    {
      upper += 1
    }
    while upper > index, text[upper - 1] == 0x2E || text[upper - 1] == 0x3A { upper -= 1 }
    return upper
  }

  // MARK: - Telephone numbers

  private func phone(at index: Int, floor: Int, end: Int) -> Range<Int>? {
    if index > floor {
      let before = text[index - 1]
      guard !Self.isHost(before) || before == 0x2D,
        ![0x24, 0x2C, 0x23, 0x2F, 0x2B].contains(before)
      else { return nil }
    }
    guard let run = digitRun(from: index, end: end) else { return nil }
    let isPlus = text[index] == 0x2B
    let isParenthesis = text[index] == 0x28
    let isPhone = isNumber(
      run.groups, isPlus: isPlus, isParenthesis: isParenthesis, isSpaced: run.isSpaced)
    return isPhone ? index..<run.end : nil
  }

  private struct DigitRun {
    var groups: [[UInt8]] = []
    var end = 0
    /// Whether nothing but spaces parts the groups.
    var isSpaced = true
  }

  private func digitRun(from index: Int, end: Int) -> DigitRun? {
    var run = DigitRun()
    var (at, gap, digits) = (index, 0, 0)
    var group: [UInt8] = []
    while at < end, gap <= 3, digits <= 16 {
      let byte = text[at]
      if Self.isDigit(byte) {
        group.append(byte)
        digits += 1
        gap = 0
        run.end = at + 1
      } else if Self.partsNumbers(byte) || (byte == 0x2B && at == index) {
        if !group.isEmpty { run.groups.append(group) }
        group = []
        if byte != 0x20 { run.isSpaced = false }
        gap += 1
      } else {
        break
      }
      at += 1
    }
    if !group.isEmpty { run.groups.append(group) }
    // Part of a word, an amount or a share is no telephone number.
    if run.end < end, Self.isLetter(text[run.end]) || [0x25, 0x2C, 0x2F].contains(text[run.end]) {
      let isComma = text[run.end] == 0x2C && !(run.end + 1 < end && Self.isDigit(text[run.end + 1]))
      let isSlash = text[run.end] == 0x2F && !(run.end + 1 < end && Self.isDigit(text[run.end + 1]))
      guard isComma || isSlash else { return nil }
    }
    return run.groups.isEmpty ? nil : run
  }

  private func isNumber(
    _ groups: [[UInt8]], isPlus: Bool, isParenthesis: Bool, isSpaced: Bool
  ) -> Bool {
    let shape = groups.map(\.count)
    let digits = shape.reduce(0, +)
    guard (7...15).contains(digits), !looksLikeDates(groups) else { return false }
    if isPlus { return digits >= 8 && (isLenient || shape.count > 1 || digits >= 10) }
    if [[3, 3, 4], [1, 3, 3, 4]].contains(shape) {
      return isLenient || isParenthesis || !isSpaced
    }
    if isLenient { return true }
    let isNational = groups[0].first == 0x30 && (10...11).contains(digits)
    return isNational && shape.count > 1 && shape.allSatisfy { $0 >= 2 }
  }

  /// "2015 - 2018", "01-2015 - 06-2016", "2015-01-02".
  private func looksLikeDates(_ groups: [[UInt8]]) -> Bool {
    let isYear = groups.map { group in
      group.count == 4
        && ((group[0] == 0x31 && group[1] == 0x39) || (group[0] == 0x32 && group[1] == 0x30))
    }
    if isYear[0] { return true }
    guard groups.count > 1 else { return false }
    let isMonth = groups[0].count <= 2 && groups[0][0] <= 0x31
    return isMonth && (isYear[1] || (groups.count == 3 && groups[1].count <= 2 && isYear[2]))
  }

  // MARK: - Bytes

  /// Space, hyphen, point, brackets.
  private static func partsNumbers(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x2D || byte == 0x2E || byte == 0x28 || byte == 0x29
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 && byte != 0xC2 && byte != 0xE2
  }
  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
  private static func isHost(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == 0x2E || byte == 0x2D
  }
  private static func isLocal(_ byte: UInt8) -> Bool {
    isHost(byte) || [0x5F, 0x25, 0x2B].contains(byte)
  }
}
