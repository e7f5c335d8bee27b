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
  private var words: WordTable

  /// A tokenizer.
  ///
  /// - Parameter spellings: how many it remembers before it begins again.
  package init(lexicon: Lexicon, spellings: Int = 1 << 18) {
    self.lexicon = lexicon
    words = WordTable(limit: spellings)
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
    // Held apart from the table while it may be written to.
    var recent: [WordTable.Slot] = []
    swap(&recent, &words.recent)
    defer { swap(&recent, &words.recent) }
    for line in lines {
      let bytes = text.span.extracting(..<line.upperBound)
      var cursor = Cursor(line: line.lowerBound, index: line.lowerBound)
      // A scan stops at a spelling that the table must learn or has in parts, and then goes on.
      while let word = Self.scan(
        bytes, from: &cursor, known: words.slots.span, recent: &recent, into: &tokens)
      {
        var slot = WordTable.find(word.key, in: words.slots.span)
        if slot.isEmpty {
          slot = words.insert(lexicon.read(bytes.extracting(word.span)), key: word.key)
        }
        Self.append(slot, words.parts(of: slot), word, to: &tokens)
      }
      lineEnds.append(tokens.count)
    }
    lexicon.resolveContextual(&tokens, in: text)
    return TokenizedText(tokens: tokens, lineEnds: lineEnds, lexicon: lexicon)
  }

  /// The ranges of the lines of `text`, without their line feeds.
  package static func lines(of text: [UInt8]) -> [Range<Int>] {
    let bytes = text.span
    var lines: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      if index <= bytes.count - 8, !EightBytes(bytes, at: index).contains(0x0A) {
        index += 8
      } else {
        // Any of these eight, or of the last few.
        let end = min(index + 8, bytes.count)
        while index < end {
          if bytes[index] == 0x0A {
            lines.append(start..<index)
            start = index + 1
          }
          index += 1
        }
      }
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    return lines
  }

  // MARK: - Scanning

  /// How far a line has been scanned.
  private struct Cursor {
    let line: Int
    var index: Int
    /// Where the last word of the line ended.
    var wordEnd: Int?
  }

  /// A word whose spelling is not in the table, or is read in parts.
  private struct Word {
    let span: Range<Int>
    let key: UInt64
    let binding: Token.Traits
  }

  /// Scans to the end of `bytes`, or to a word that the table does not read as one token.
  ///
  /// All of the time is spent here, so it touches no reference: bytes and table are spans.
  private static func scan(
    _ bytes: Span<UInt8>, from cursor: inout Cursor, known table: Span<WordTable.Slot>,
    recent: inout [WordTable.Slot], into tokens: inout [Token]
  ) -> Word? {
    var recent = recent.mutableSpan
    var index = cursor.index
    var wordEnd = cursor.wordEnd ?? -1
    while index < bytes.count {
      let byte = bytes[index]
      let start = index
      var hash = SpellingHash()
      if ByteClass.isAlphanumeric(byte) {
        index = run(bytes, from: start, into: &hash)
        if index < bytes.count && ByteClass.mayContinueWord(bytes[index]) {
          let end = WordScanner.extend(bytes, from: start, at: index)
          while index < end {
            hash.combine(bytes[index])
            index += 1
          }
        }
      } else if ByteClass.mayBeginWord(byte) {
        let found = WordScanner.begin(bytes, at: index, line: cursor.line)
        guard found.isWord else {
          index = found.end
          continue
        }
        while index < found.end {
          hash.combine(bytes[index])
          index += 1
        }
      } else {
        index += 1
        continue
      }
      let binding = wordEnd < 0 ? .lineStart : WordScanner.binding(bytes, gap: wordEnd..<start)
      wordEnd = index
      let slot = WordTable.find(hash.value, in: table, recent: &recent)
      guard slot.isToken else {
        cursor.index = index
        cursor.wordEnd = index
        return Word(span: start..<index, key: hash.value, binding: binding)
      }
      tokens.append(Token(start..<index, term: slot.term, traits: slot.traits.union(binding)))
    }
    return nil
  }

  /// The end of the run of ASCII letters and digits at `start`, which are taken into the hash.
  @inline(__always)
  private static func run(
    _ bytes: Span<UInt8>, from start: Int, into hash: inout SpellingHash
  ) -> Int {
    var index = start
    while index <= bytes.count - 8 {
      let eight = EightBytes(bytes, at: index)
      let prefix = eight.alphanumericPrefix
      guard prefix == 8 else {
        hash.combine(eight, prefix: prefix)
        return index + prefix
      }
      hash.combine(eight)
      index += 8
    }
    while index < bytes.count, ByteClass.isAlphanumeric(bytes[index]) {
      hash.combine(bytes[index])
      index += 1
    }
    return index
  }

  private static func append(
    _ slot: WordTable.Slot, _ parts: [Reading.Part], _ word: Word, to tokens: inout [Token]
  ) {
    if parts.isEmpty {
      tokens.append(
        Token(word.span, term: slot.term, traits: slot.traits.union(word.binding)))
    }
    let start = word.span.lowerBound
    for (index, part) in parts.enumerated() {
      let binding = index == 0 ? word.binding : [.joined, .adjacent]
      tokens.append(
        Token(
          start + part.range.lowerBound..<start + part.range.upperBound, term: part.term,
          traits: part.traits.union(binding)))
    }
  }
}
