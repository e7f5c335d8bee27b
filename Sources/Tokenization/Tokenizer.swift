/// Splits text into words, and words into terms.
///
///     var tokenizer = Tokenizer(lexicon: lexicon)
///     let text = tokenizer.tokenize(Array("Built CI/CD in Go, C++".utf8))
///     // build · ci · cd · golang · c++
///
/// A scanner walks over the UTF-8 bytes of each line once. A run of ASCII letters and digits is
/// hashed while it is scanned; only bytes after which a word may go on (an apostrophe, a point
/// before "js", "++", anything outside ASCII) take the slow path. The hash of the bytes as written
/// finds the word in a table that remembers what every distinct spelling became, so that folding,
/// stemming, aliases and compounds cost something only once a spelling.
///
/// Complexity: O(bytes), plus the stemming of distinct spellings. The table is emptied when it
/// holds 2²⁰ spellings, so memory stays bounded on hostile input.
///
/// A tokenizer is a value with a cache: give each thread its own. Two tokenizers with the same
/// lexicon give the same tokens, whatever each has read before.
package struct Tokenizer: Sendable {
  package let lexicon: Lexicon
  private var words = WordTable()

  package init(lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  /// Tokenizes `text`, taken as lines that end at line feeds.
  package mutating func tokenize(_ text: [UInt8]) -> TokenizedText {
    tokenize(text, lines: Self.lines(of: text))
  }

  /// Tokenizes the `lines` of `text`: byte ranges that rise and do not overlap.
  ///
  /// - Precondition: `text` is valid UTF-8 and shorter than 4 GiB.
  package mutating func tokenize(_ text: [UInt8], lines: [Range<Int>]) -> TokenizedText {
    precondition(text.count < UInt32.max, "a text of \(text.count) bytes")
    var tokens: [Token] = []
    tokens.reserveCapacity(text.count / 6)
    var lineEnds: [Int] = []
    lineEnds.reserveCapacity(lines.count)
    for line in lines {
      scan(text.span, line: line, into: &tokens)
      lineEnds.append(tokens.count)
    }
    lexicon.resolveContextual(&tokens, in: text)
    return TokenizedText(tokens: tokens, lineEnds: lineEnds, lexicon: lexicon)
  }

  /// The ranges of the lines of `text`, without their line feeds.
  package static func lines(of text: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for (index, byte) in text.enumerated() where byte == 0x0A {
      lines.append(start..<index)
      start = index + 1
    }
    if start < text.count { lines.append(start..<text.count) }
    return lines
  }

  private mutating func scan(_ bytes: Span<UInt8>, line: Range<Int>, into tokens: inout [Token]) {
    var index = line.lowerBound
    let end = line.upperBound
    var gapStart = -1
    while index < end {
      let byte = bytes[index]
      let start = index
      var hash = SpellingHash()
      if ByteClass.isAlphanumeric(byte) {
        repeat {
          hash.combine(bytes[index])
          index += 1
        } while index < end && ByteClass.isAlphanumeric(bytes[index])
        if index < end && ByteClass.mayContinueWord(bytes[index]) {
          let wordEnd = WordScanner.extend(bytes, from: start, at: index, end: end)
          while index < wordEnd {
            hash.combine(bytes[index])
            index += 1
          }
        }
      } else {
        let found = WordScanner.begin(bytes, at: index, line: line)
        guard found.isWord else {
          index = found.end
          continue
        }
        while index < found.end {
          hash.combine(bytes[index])
          index += 1
        }
      }
      let traits = gapStart < 0 ? .lineStart : WordScanner.binding(bytes, gap: gapStart..<start)
      append(bytes, start..<index, key: hash.value, traits: traits, to: &tokens)
      gapStart = index
    }
  }

  @inline(__always)
  private mutating func append(
    _ bytes: Span<UInt8>, _ span: Range<Int>, key: UInt64, traits: Token.Traits,
    to tokens: inout [Token]
  ) {
    let slot = words.find(key) ?? words.insert(lexicon.read(bytes.extracting(span)), key: key)
    if slot.parts == 0 {
      tokens.append(
        Token(
          lower: UInt32(truncatingIfNeeded: span.lowerBound),
          upper: UInt32(truncatingIfNeeded: span.upperBound),
          term: slot.term, traits: slot.traits.union(traits)))
    } else {
      append(parts: words.parts(of: slot), span, traits: traits, to: &tokens)
    }
  }

  private func append(
    parts: [Reading.Part], _ span: Range<Int>, traits: Token.Traits, to tokens: inout [Token]
  ) {
    for (index, part) in parts.enumerated() {
      tokens.append(
        Token(
          lower: UInt32(span.lowerBound + part.range.lowerBound),
          upper: UInt32(span.lowerBound + part.range.upperBound),
          term: part.term,
          traits: part.traits.union(index == 0 ? traits : [.joined, .adjacent])))
    }
  }
}
