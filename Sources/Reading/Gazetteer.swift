package import Tokenization

/// A place as a document names it, resolved as far as the gazetteer goes.
public struct Place: Sendable, Codable, Hashable {
  /// The words of the document.
  public var text: String
  /// A city, as the gazetteer spells it.
  public var city: String?
  /// The code of a state, province or county without its country: `DC`.
  public var region: String?
  /// An ISO 3166 code: `US`.
  public var country: String?
  /// The metropolitan area of the city, by its key.
  package var metro: String?

  private enum CodingKeys: String, CodingKey { case text, city, region, country }

  package init(
    text: String, city: String? = nil, region: String? = nil, country: String? = nil,
    metro: String? = nil
  ) {
    self.text = text
    self.city = city
    self.region = region
    self.country = country
    self.metro = metro
  }

  /// Whether one lies in the other, or both in one metropolitan area.
  package func meets(_ other: Place) -> Bool {
    if let metro, metro == other.metro { return true }
    guard country == other.country || country == nil || other.country == nil else { return false }
    if let region, let other = other.region, region != other { return false }
    if let city, let other = other.city { return city == other }
    // A metropolitan area without a city is met only by its key.
    let isArea = { (place: Place) in
      place.metro != nil && place.city == nil && place.country == nil
    }
    return !isArea(self) && !isArea(other)
  }
}

/// Finds places by their names.
///
/// The names are data: `places.txt`.
package final class Gazetteer: Sendable {
  /// A place found, and the tokens that name it.
  package struct Found: Sendable {
    package let place: Place
    package let tokens: Range<Int>
  }

  private enum Kind: Int { case city, metro, region, country }

  private struct Entry: Sendable {
    var kind: Kind
    var name: String
    var region: String?
    var country: String?
    var metro: String?
    /// A name that is also a word counts only beside its region or country.
    var isAmbiguous = false
    /// A code of two or three capitals counts only in capitals.
    var codes: Set<String> = []
  }

  private let entries: [Entry]
  /// How the names of one word of each entry are written, in small letters.
  private let spellings: [[[UInt8]]]
  private let names: PhraseTable
  /// The entries that each name may mean.
  private let meanings: [[Int]]

  /// Reads the data.
  package init(_ data: String, lexicon: Lexicon) {
    var tokenizer = Tokenizer(lexicon: lexicon)
    var entries: [Entry] = []
    var spellings: [[[UInt8]]] = []
    var byTerms: [[Term]: [Int]] = [:]
    var order: [[Term]] = []
    for line in data.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "|").map { $0.drop { $0 == " " } }
        .map { String($0.reversed().drop { $0 == " " }.reversed()) }
      guard let (entry, forms) = Self.entry(fields) else { continue }
      spellings.append(
        forms.filter { !$0.contains(" ") }.map { form in
          form.utf8.filter { $0 != 0x2E }.map { $0 | 0x20 }
        })
      entries.append(entry)
      for form in forms {
        let terms = tokenizer.tokenize(Array(form.utf8)).tokens.map(\.term)
        if byTerms[terms] == nil { order.append(terms) }
        byTerms[terms, default: []].append(entries.count - 1)
      }
    }
    self.entries = entries
    self.spellings = spellings
    names = PhraseTable(order)
    meanings = order.map { byTerms[$0] ?? [] }
  }

  private static func entry(_ fields: [String]) -> (Entry, forms: [String])? {
    guard fields.count >= 3 else { return nil }
    let more = fields.count > 3 ? fields[3] : "-"
    let forms = more.split(separator: ";").map { String($0.drop { $0 == " " }) }
    let short = forms.map { $0.filter { $0 != "." } }.filter { $0.utf8.count <= 3 }
    let code = fields[1].split(separator: "-", maxSplits: 1).map(String.init)
    switch fields[0] {
    case "country":
      let codes = Set(short + [fields[1]])
      return (
        Entry(kind: .country, name: fields[2], country: fields[1], codes: codes),
        [fields[2], fields[1]] + forms
      )
    case "region" where code.count == 2:
      let codes = Set(short + [code[1]])
      return (
        Entry(kind: .region, name: fields[2], region: code[1], country: code[0], codes: codes),
        [fields[2], code[1]] + forms
      )
    case "metro":
      return (
        Entry(kind: .metro, name: fields[2], metro: fields[1], codes: Set(short)),
        [fields[2]] + forms
      )
    case "city":
      let region = fields[2].split(separator: "-", maxSplits: 1).map(String.init)
      // "Washington DC" and "Washington D.C." are Washington.
      let names = fields[1].split(separator: ";").map { String($0.drop { $0 == " " }) }
      let words = names[0].split(separator: " ")
      let endsInRegion =
        words.count > 1 && region.count > 1 && words.last?.filter { $0 != "." } == region[1]
      let name = endsInRegion ? words.dropLast().joined(separator: " ") : names[0]
      let entry = Entry(
        kind: .city, name: name, region: region.count > 1 ? region[1] : nil,
        country: region[0], metro: more == "-" ? nil : more,
        isAmbiguous: fields.count > 4 && fields[4] == "ambiguous",
        codes: Set(names.dropFirst().filter { $0.utf8.count <= 3 }))
      return (entry, names)
    default:
      return nil
    }
  }

  /// The places named in a range of tokens, neighbours ("Mountain View, California") as one.
  package func places(in tokens: [Token], _ range: Range<Int>, text: [UInt8]) -> [Found] {
    var found: [Found] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard let first = match(tokens, index, range.upperBound, text) else {
        index += 1
        continue
      }
      var group = [first]
      while group.count < 3, let last = group.last,
        let start = follower(of: last.tokens.upperBound, in: tokens, range.upperBound, text),
        let next = match(tokens, start, range.upperBound, text)
      {
        group.append(next)
      }
      let (place, count) = resolve(group, tokens, text)
      if let place {
        found.append(
          Found(place: place, tokens: first.tokens.lowerBound..<group[count - 1].tokens.upperBound))
      }
      index = group[max(0, count - 1)].tokens.upperBound
    }
    return found
  }

  private static let loneCodes: Set<String> = [
    "US", "USA", "UK", "UAE", "EU", "NYC", "GTA", "DFW", "SF", "SFO", "NZ",
  ]

  /// A name, and the entries that it may mean as it is written.
  private struct Match {
    let tokens: Range<Int>
    let meanings: [Int]
  }

  private func match(_ tokens: [Token], _ index: Int, _ end: Int, _ text: [UInt8]) -> Match? {
    guard tokens[index].traits.contains(.capitalized),
      let match = names.longestMatch(in: tokens, at: index, end: end)
    else { return nil }
    let meanings = meanings[match.phrase]
    if match.tokens.count > 1 { return Match(tokens: match.tokens, meanings: meanings) }
    // "Staff" has the stem of "Staffs", but is no county.
    let span = tokens[index].span
    let spelt = meanings.filter { entry in
      spellings[entry].contains { Self.isSpelt($0, text[span]) }
    }
    guard !spelt.isEmpty else { return nil }
    guard let written = code(span, text) else {
      return Match(tokens: match.tokens, meanings: spelt)
    }
    // "IN" and "OR" are states in capitals only.
    let fitting = spelt.filter {
      entries[$0].codes.contains(written) || entries[$0].name == written
    }
    return fitting.isEmpty ? nil : Match(tokens: match.tokens, meanings: fitting)
  }

  /// Whether a word, without its points, is a name of small letters.
  private static func isSpelt(_ name: [UInt8], _ word: ArraySlice<UInt8>) -> Bool {
    var place = 0
    for byte in word where byte != 0x2E {
      guard place < name.count, name[place] == byte | 0x20 else { return false }
      place += 1
    }
    return place == name.count
  }

  /// What is written in a span, without its points, where it is short enough for a code.
  private func code(_ span: Range<Int>, _ text: [UInt8]) -> String? {
    let points = text[span].count { $0 == 0x2E }
    guard span.count - points <= 3 else { return nil }
    return String(decoding: text[span].filter { $0 != 0x2E }, as: UTF8.self)
  }

  /// The bytes of some tokens.
  private func span(_ range: Range<Int>, _ tokens: [Token], _ text: [UInt8]) -> Range<Int> {
    var span = Int(tokens[range.lowerBound].lower)..<Int(tokens[range.upperBound - 1].upper)
    // "London (UK)" ends with its bracket.
    if text[span].contains(0x28), span.upperBound < text.count, text[span.upperBound] == 0x29 {
      span = span.lowerBound..<span.upperBound + 1
    }
    return span
  }

  /// Where a name may go on: right behind, or behind "the".
  private func follower(
    of index: Int, in tokens: [Token], _ end: Int, _ text: [UInt8]
  ) -> Int? {
    guard index < end, isNear(tokens, index, text) else { return nil }
    let isArticle = tokens[index].term == Self.article && index + 1 < end
    return isArticle && isNear(tokens, index + 1, text) ? index + 1 : index
  }

  private static let article = Term(word: "the")

  /// Whether no more than a comma or the like stands before a token.
  private func isNear(_ tokens: [Token], _ index: Int, _ text: [UInt8]) -> Bool {
    let gap = text[Int(tokens[index - 1].upper)..<Int(tokens[index].lower)]
    return gap.count <= 3
      && gap.allSatisfy { $0 == 0x2C || $0 == 0x20 || $0 == 0x2E || $0 == 0x28 }
  }

  /// The place that neighbouring names give together, and how many of them it took.
  private func resolve(
    _ group: [Match], _ tokens: [Token], _ text: [UInt8]
  ) -> (place: Place?, count: Int) {
    for count in (1...group.count).reversed() {
      guard let best = meaning(of: group[..<count]) else { continue }
      let range = group[0].tokens.lowerBound..<group[count - 1].tokens.upperBound
      let span = span(range, tokens, text)
      if count == 1 {
        // "IN" and "IT" alone are words; "US" and "UK" are not.
        let isWord = code(span, text).map {
          entries[best[0]].codes.contains($0) && !Self.loneCodes.contains($0)
        }
        if entries[best[0]].isAmbiguous || isWord == true { return (nil, 1) }
      }
      return (place(best, text: String(decoding: text[span], as: UTF8.self)), count)
    }
    return (nil, 1)
  }

  /// The first meanings of neighbouring names that lie in one another.
  private func meaning(of group: ArraySlice<Match>) -> [Int]? {
    if let only = group.first, group.count == 1 { return only.meanings.first.map { [$0] } }
    let combinations = group.reduce([[Int]()]) { partial, match in
      partial.flatMap { chosen in match.meanings.map { chosen + [$0] } }
    }
    return combinations.prefix(512).first { agrees($0.map { entries[$0] }) }
  }

  /// Whether a code is that of a country that is known.
  package func holds(country code: String) -> Bool {
    entries.contains { $0.kind == .country && $0.country == code }
  }

  /// Whether places lie in one another: each kind at most once, with one country and one region.
  private func agrees(_ places: [Entry]) -> Bool {
    guard Set(places.map(\.kind)).count == places.count else { return false }
    return Set(places.compactMap(\.region)).count <= 1
      && Set(places.compactMap(\.country)).count <= 1
  }

  private func place(_ meanings: [Int], text: String) -> Place {
    var place = Place(text: text)
    for entry in meanings {
      if entries[entry].kind == .city, place.city == nil { place.city = entries[entry].name }
      place.region = place.region ?? entries[entry].region
      place.country = place.country ?? entries[entry].country
      place.metro = place.metro ?? entries[entry].metro
    }
    return place
  }
}
