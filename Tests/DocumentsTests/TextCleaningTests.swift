import Testing

@testable import Documents

/// What becomes of bytes before anything is read from them.
@Suite struct TextCleaningTests {
  private func cleaned(_ text: String) -> String {
    String(decoding: TextCleaning.clean(Array(text.utf8)).text, as: UTF8.self)
  }

  @Test(arguments: [
    ("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\nb", "a\nb"), ("a\r\r\nb", "a\n\nb"),
    ("a\u{0B}b\u{0C}c", "a\nb\nc"), ("a\u{2028}b\u{2029}c\u{85}d", "a\nb\nc\nd"), ("a\r", "a\n"),
  ])
  func `every line end becomes a line feed`(text: String, expected: String) {
    #expect(cleaned(text) == expected)
  }

  @Test(arguments: [
    (#"5\+ years"#, "5+ years"), (#"R\&D"#, "R&D"), (#"\[remote\]"#, "[remote]"),
    (#"cross\-functional"#, "cross-functional"), ("C\\#", "C#"), (#"a\\b"#, #"a\b"#),
    (#"C:\temp"#, #"C:\temp"#), (#"end\"#, #"end\"#), (#"snake\_case"#, "snake_case"),
  ])
  func `escapes of Markdown go and other backslashes stay`(text: String, expected: String) {
    #expect(cleaned(text) == expected)
  }

  @Test(arguments: [
    ("R&amp;D", "R&D"), ("a&nbsp;b", "a\u{A0}b"), ("5&#43;", "5&#43;"), ("&lt;b&gt;", "<b>"),
    ("you&rsquo;ll", "you’ll"), ("3&ndash;5", "3–5"), ("&#39;s", "'s"), ("A&E", "A&E"), ("&", "&"),
    ("&am", "&am"), ("&amp;lt;", "&lt;"),
  ])
  func `entities are resolved once and an ampersand stays`(text: String, expected: String) {
    #expect(cleaned(text) == expected)
  }

  @Test func `control characters go and tabs stay`() {
    #expect(cleaned("a\u{01}b\tc\u{7F}d\u{1B}[31m") == "ab\tcd[31m")
  }

  @Test(arguments: [
    "\u{202E}", "\u{202A}", "\u{2066}", "\u{2069}", "\u{E0041}", "\u{E007F}", "\u{9B}",
  ])
  func `overrides of direction and tag characters go and are counted`(hidden: String) {
    let result = TextCleaning.clean(Array("pay\(hidden)load".utf8))
    #expect(result.text == Array("payload".utf8))
    #expect(result.hidden == 1)
    #expect(result.invalid == 0)
  }

  @Test(arguments: ["é", "→", "résumé", "日本", "👩‍🔬", "\u{200E}", "\u{E0100}"])
  func `other text outside ASCII stays as it is`(text: String) {
    #expect(cleaned(text) == text)
  }

  @Test func `a byte order mark goes at the start only`() {
    #expect(cleaned("\u{FEFF}abc") == "abc")
    #expect(cleaned("abc\u{FEFF}d") == "abc\u{FEFF}d")
  }

  @Test(
    arguments: [
      ([0x80], 1), ([0xC0, 0x80], 2), ([0xC3], 1), ([0xE2, 0x82], 2), ([0xED, 0xA0, 0x80], 3),
      ([0xF4, 0x90, 0x80, 0x80], 4), ([0xF8], 1), ([0xFF], 1), ([0xE2, 0x41], 1),
    ] as [([UInt8], Int)])
  func `each byte that is no UTF-8 is replaced and counted`(bytes: [UInt8], count: Int) {
    let result = TextCleaning.clean([0x61] + bytes + [0x62])
    let text = String(decoding: result.text, as: UTF8.self)
    #expect(result.invalid == count)
    #expect(text.unicodeScalars.filter { $0 == "\u{FFFD}" }.count == count)
    #expect(text.hasPrefix("a") && text.hasSuffix("b"))
  }

  @Test(arguments: UInt64(1)...20)
  func `random bytes become valid UTF-8 without control characters`(seed: UInt64) {
    var state = seed
    let bytes: [UInt8] = (0..<5_000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    let text = TextCleaning.clean(bytes).text
    #expect(String(validating: text, as: UTF8.self) != nil, "seed \(seed)")
    #expect(text.allSatisfy { $0 >= 0x20 || $0 == 0x0A || $0 == 0x09 }, "seed \(seed)")
  }
}
