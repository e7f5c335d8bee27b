import Documents
import Reading
import Tokenization

/// Finds where the work of a role is done.
///
/// From the surest to the vaguest: a field of a record, a label ("Location: …"), the header's cells, the
/// first lines, sentences that say where ("based in …", "our site in …"), and at last the city that the
/// text names most.
struct PlaceReader {
  let role: RoleText
  let zones: [ZoneReader.Assignment]

  private static let labels = Term.words(
    "location locations based place site office city where workplace")
  private static let says = Term.words(
    """
    based located location site sites hospital hospitals office offices ward clinic school practice \
    across covering situated area community home homes work remote
    """)
  private static let prepositions = Term.words("in at near across around within to throughout of")
  private static let mostPlaces = 8

  /// The places of the role, in the order of the text.
  func places() -> [Gazetteer.Found] {
    let hinted = role.lines.filter { $0.hint == .location }.flatMap { found($0.tokens) }
    if !hinted.isEmpty { return hinted }
    if let labelled { return labelled }
    let cells = role.lines.filter(\.isCell).flatMap { found($0.tokens) }
    if !cells.isEmpty { return distinct(cells) }
    return header() ?? sentences()
  }

  private func found(_ range: Range<Int>) -> [Gazetteer.Found] {
    role.places(in: range)
  }

  /// Each place once, at most eight.
  private func distinct(_ places: [Gazetteer.Found]) -> [Gazetteer.Found] {
    var kept: [Gazetteer.Found] = []
    for place in places where kept.count < Self.mostPlaces {
      let isKnown = kept.contains {
        $0.place.text == place.place.text
          || ($0.place.city != nil && $0.place.city == place.place.city)
      }
      if !isKnown { kept.append(place) }
    }
    return kept
  }

  private var labelled: [Gazetteer.Found]? {
    for line in role.lines {
      guard let first = line.tokens.first, Self.labels.contains(role.tokens[first].term),
        line.tokens.count <= 20
      else { continue }
      let places = found(first + 1..<line.tokens.upperBound)
      if !places.isEmpty { return places }
    }
    return nil
  }

  /// The first of the first lines that names a city with its region, else one that names a country.
  private func header() -> [Gazetteer.Found]? {
    var vague: [Gazetteer.Found] = []
    for (line, zone) in zip(role.lines, zones).prefix(24)
    where zone.zone == .header && line.tokens.count <= 16 && line.hint != .title
      && line.hint != .employer && SentenceCues(line.tokens, in: role).weight(.site) < 2
    {
      let places = found(line.tokens)
      if places.contains(where: { $0.place.city != nil && $0.place.region != nil }) {
        return places
      }
      if vague.isEmpty { vague = places.filter { $0.place.country != nil } }
    }
    return vague.isEmpty ? nil : vague
  }

  private func mayTell(_ zone: Zone) -> Bool {
    switch zone {
    case .tail, .site, .equalOpportunity, .benefits, .application: false
    default: true
    }
  }

  /// Places that sentences of the posting give behind a preposition, or beside one that does.
  private func sentences() -> [Gazetteer.Found] {
    var told: [Gazetteer.Found] = []
    var named: [String: (count: Int, first: Gazetteer.Found)] = [:]
    for line in role.lines.indices where mayTell(zones[line].zone) {
      guard !role.places(ofLine: line).isEmpty else { continue }
      for sentence in role.sentences[line] {
        let places = found(sentence).filter { $0.place.city != nil || $0.place.region != nil }
        guard !places.isEmpty else { continue }
        for place in places {
          let name = place.place.city ?? place.place.text
          named[name] = ((named[name]?.count ?? 0) + 1, named[name]?.first ?? place)
        }
        if role.contains(sentence, anyOf: Self.says) { told += led(places, in: sentence) }
      }
    }
    let cities = told.filter { $0.place.city != nil }
    if !told.isEmpty { return distinct(cities.isEmpty ? told : cities) }
    let most = named.values.max { left, right in
      left.count != right.count
        ? left.count < right.count
        : left.first.tokens.lowerBound > right.first.tokens.lowerBound
    }
    return most.map { [$0.first] } ?? []
  }

  /// The places that stand behind a preposition, with those that go on from them.
  private func led(
    _ places: [Gazetteer.Found], in sentence: Range<Int>
  ) -> [Gazetteer.Found] {
    var led: [Gazetteer.Found] = []
    for place in places {
      let start = place.tokens.lowerBound
      let before = start > sentence.lowerBound ? role.tokens[start - 1].term : nil
      // "Hawthorns Ward" is no town.
      let end = place.tokens.upperBound
      let isName =
        end < sentence.upperBound
        && role.tokens[end].traits.isSuperset(of: [.capitalized, .adjacent])
      if isName { continue }
      let goesOn = led.last.map { start - $0.tokens.upperBound <= 2 } ?? false
      // "Parklands Hospital, Basingstoke", "all three sites, Basingstoke and …"
      let isBehindName =
        start > sentence.lowerBound && role.gap(before: start).contains(0x2C)
        && (role.tokens[start - 1].traits.contains(.capitalized)
          || (before.map(Self.says.contains) ?? false))
      if goesOn || isBehindName || (before.map(Self.prepositions.contains) ?? false) {
        led.append(place)
      }
    }
    return led
  }
}
