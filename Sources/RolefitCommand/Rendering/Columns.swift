#if CommandLine
  /// Text in columns of a terminal.
  enum Columns {
    /// A line without the spaces at its end.
    static func trimmed(_ line: String) -> String {
      String(line.reversed().drop { $0 == " " }.reversed())
    }

    /// How many columns a text takes: wide characters of East Asia and emoji take two.
    static func width(_ text: String) -> Int {
      text.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    /// The text, cut off with "…" where it is wider than `columns`.
    static func cut(_ text: String, to columns: Int) -> String {
      guard width(text) > columns else { return text }
      var kept = ""
      var used = 0
      for character in text {
        let next = width(String(character))
        if used + next > columns - 1 { break }
        kept.append(character)
        used += next
      }
      while kept.last == " " || kept.last == "," { kept.removeLast() }
      return kept + "…"
    }

    /// The text, cut off or filled with spaces to exactly `columns`.
    static func pad(_ text: String, to columns: Int) -> String {
      let cut = cut(text, to: columns)
      return cut + String(repeating: " ", count: max(0, columns - width(cut)))
    }

    /// The text, with spaces before it.
    static func padLeft(_ text: String, to columns: Int) -> String {
      String(repeating: " ", count: max(0, columns - width(text))) + text
    }

    /// The text in lines of at most `columns`, broken between words.
    static func wrap(_ text: String, to columns: Int) -> [String] {
      var lines: [String] = []
      var line = ""
      for word in text.split(separator: " ") {
        let word = cut(String(word), to: columns)
        if !line.isEmpty && width(line) + 1 + width(word) > columns {
          lines.append(line)
          line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
      }
      return line.isEmpty ? lines : lines + [line]
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
      switch scalar.value {
      case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        2
      default: 1
      }
    }
  }

  /// Colours of a terminal, or none.
  struct Style {
    let isColored: Bool

    enum Color: String {
      case bold = "1", dim = "2", green = "32", yellow = "33", red = "31", cyan = "36"
    }

    func callAsFunction(_ text: String, _ color: Color) -> String {
      isColored ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
    }
  }
#endif
