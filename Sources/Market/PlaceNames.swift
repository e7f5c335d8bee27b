import Resources

/// The names of countries and regions by their codes, as the gazetteer's data gives them.
enum PlaceNames {
  /// "United States" for `US`, "Colorado, US" for `US-CO`; the code where it has no name.
  static func name(of code: String) -> String { names[code] ?? code }

  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for line in Resource.named("places.txt").text.split(separator: "\n") {
      let fields = line.split(separator: "|").map {
        $0.split(separator: " ").joined(separator: " ")
      }
      guard fields.count > 2 else { continue }
      if fields[0] == "country" { names[fields[1]] = fields[2] }
      if fields[0] == "region", let country = fields[1].split(separator: "-").first {
        names[fields[1]] = "\(fields[2]), \(country)"
      }
    }
    return names
  }()
}
