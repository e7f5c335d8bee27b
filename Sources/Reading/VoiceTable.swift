package import Tokenization

/// How much a stretch of text speaks as postings do, and not as résumés do, by its small words.
///
/// A posting says "you will", "we are", "must have"; a résumé says "managed", "2014". Words of trades
/// are no part of it, so that it does not depend on what the work is. The weights are logarithms of
/// odds, added up as if words were independent (naive Bayes; Maron 1961), which overstates what is
/// sure and gets the order right. The data is `voice.txt`, whose head says how it is counted.
package struct VoiceTable: Sendable {
  private var words: [Term: Double] = [:]
  private var firsts: [Term: Double] = [:]
  private var forms: [Form: Double] = [:]

  /// What a word looks like.
  private enum Form: String {
    case year
    case past = "-ed"
    case firstPast = "first-ed"
  }

  /// How many words are weighed together; a word counts once among them.
  package static let pieceLength = 20
  /// What each word speaks for a résumé: a text of average odds is none.
  private static let wordCost = 0.17
  /// No piece says more.
  private static let bounds = -4.0...8.0

  /// Reads the data: `[word]`, `[first]` and `[form]`, each followed by words with their weights.
  package init(_ data: String, lexicon: Lexicon) {
    var tokenizer = Tokenizer(lexicon: lexicon)
    var section = ""
    for line in data.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("[") {
        section = String(line)
        continue
      }
      let parts = line.split(separator: " ")
      guard parts.count == 2, let weight = Double(parts[1]) else {
        preconditionFailure("no word and weight: \(line)")
      }
      if section == "[form]" {
        let form = Form(rawValue: String(parts[0]))
        precondition(form != nil, "no form is called \(parts[0])")
        if let form { forms[form] = weight }
        continue
      }
      let tokens = tokenizer.tokenize(Array(parts[0].utf8)).tokens
      guard tokens.count == 1 else { continue }
      if section == "[first]" {
        firsts[tokens[0].term] = firsts[tokens[0].term] ?? weight
      } else {
        words[tokens[0].term] = words[tokens[0].term] ?? weight
      }
    }
  }

  /// How much some tokens speak for a posting; below 0 for a résumé.
  ///
  /// Complexity: O(tokens).
  package func weight(of tokens: [Token], _ range: Range<Int>, text: [UInt8]) -> Double {
    var total = 0.0
    var lower = range.lowerBound
    while lower < range.upperBound {
      let upper = min(lower + Self.pieceLength, range.upperBound)
      let weight = pieceWeight(tokens[lower..<upper], text)
      total += min(max(weight, Self.bounds.lowerBound), Self.bounds.upperBound)
      lower = upper
    }
    return total
  }

  private func pieceWeight(_ tokens: ArraySlice<Token>, _ text: [UInt8]) -> Double {
    guard let first = tokens.first else { return 0 }
    var total = firsts[first.term] ?? 0
    var seen: [Term] = []
    var (hasYear, hasPast) = (false, false)
    for token in tokens {
      let bytes = text[token.span]
      if token.traits.contains(.number) {
        hasYear =
          hasYear
          || bytes.count == 4
            && (bytes.starts(with: [0x31, 0x39])
              || bytes.starts(with: [0x32, 0x30]))
        continue
      }
      hasPast = hasPast || Self.isPast(bytes)
      if let weight = words[token.term], !seen.contains(token.term) {
        seen.append(token.term)
        total += weight
      }
    }
    if hasYear { total += forms[.year] ?? 0 }
    if hasPast { total += forms[.past] ?? 0 }
    if Self.isPast(text[first.span]) { total += forms[.firstPast] ?? 0 }
    return total - Self.wordCost * Double(tokens.count)
  }

  /// "managed", "Led" is none.
  private static func isPast(_ word: ArraySlice<UInt8>) -> Bool {
    word.count > 3 && word.suffix(2).elementsEqual([0x65, 0x64])
  }
}
