import Documents

/// What a page's style sheets and `style` attributes say of whether text can be seen.
///
/// Rules for one element name, class or id are known, outside of `@media` and the like; of what they
/// say, what hides or paints text. It is no browser: a rule that it does not know hides nothing.
struct StyleRules {
  /// Declarations by property, in small letters.
  typealias Declarations = [String: String]

  private var rules: [String: Declarations] = [:]

  /// Adds the rules of a style sheet.
  mutating func add(_ sheet: String) {
    var rest = Self.withoutComments(sheet)[...]
    while let open = rest.firstIndex(of: "{") {
      let selectors = rest[..<open]
      rest = rest[rest.index(after: open)...]
      if selectors.contains("@") {
        rest = Self.afterBlock(rest)
        continue
      }
      let close = rest.firstIndex(of: "}") ?? rest.endIndex
      let declarations = Self.declarations(rest[..<close])
      for selector in selectors.split(separator: ",") {
        let key = selector.filter { !$0.isWhitespace }.lowercased()
        guard !key.isEmpty, !key.dropFirst().contains(where: { ".#:>+~[*".contains($0) }),
          !Self.trimmed(selector).contains(where: \.isWhitespace)
        else { continue }
        rules[key, default: [:]].merge(declarations) { $1 }
      }
      rest = close < rest.endIndex ? rest[rest.index(after: close)...] : ""
    }
  }

  /// What holds for an element: its name's rules, then its classes', its id's and its own.
  func declarations(for name: String, _ attributes: [String: String]) -> Declarations {
    var result = rules[name] ?? [:]
    for part in (attributes["class"] ?? "").split(whereSeparator: \.isWhitespace) {
      if let rule = rules["." + part.lowercased()] { result.merge(rule) { $1 } }
    }
    if let id = attributes["id"], let rule = rules["#" + id.lowercased()] {
      result.merge(rule) { $1 }
    }
    if let style = attributes["style"] { result.merge(Self.declarations(style[...])) { $1 } }
    return result
  }

  private static func declarations(_ text: Substring) -> Declarations {
    var result: Declarations = [:]
    for part in text.split(separator: ";") {
      guard let colon = part.firstIndex(of: ":") else { continue }
      let value = trimmed(part[part.index(after: colon)...]).lowercased()
      let words = value.split(separator: "!")
      result[trimmed(part[..<colon]).lowercased()] = words.first.map { trimmed($0) } ?? value
    }
    return result
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  private static func withoutComments(_ sheet: String) -> String {
    var result = ""
    var rest = sheet.utf8[...]
    while let open = rest.firstRange(of: "/*".utf8) {
      result += String(rest[..<open.lowerBound]) ?? ""
      let after = rest[open.upperBound...]
      rest =
        after.firstRange(of: "*/".utf8).map { after[$0.upperBound...] } ?? after[after.endIndex...]
    }
    return result + (String(rest) ?? "")
  }

  /// What comes after a block with blocks in it.
  private static func afterBlock(_ text: Substring) -> Substring {
    var depth = 1
    for index in text.indices {
      if text[index] == "{" { depth += 1 }
      if text[index] == "}" { depth -= 1 }
      if depth == 0 { return text[text.index(after: index)...] }
    }
    return ""
  }
}

extension Ink {
  /// The ink inside an element, from that around it.
  func inside(_ style: StyleRules.Declarations) -> Ink {
    var ink = self
    if let ground = style["background-color"] ?? style["background"] {
      if let color = Color(ground) {
        ink.ground = .color(color)
      } else if !["none", "transparent", "inherit", "initial"].contains(ground) {
        ink.ground = .unknown
      }
    }
    if style["background-image"].map({ $0 != "none" }) == true { ink.ground = .unknown }
    if let value = style["color"], value != "inherit" {
      ink.color = value == "transparent" ? nil : Color(value)
      if value == "transparent" { ink.hiding = .invisible }
    }
    if let size = style["font-size"], let points = Self.points(size, of: self.size ?? 12) {
      ink.size = points
    }
    ink.hiding = Self.hiding(style) ?? ink.hiding
    // Visibility alone can be taken back further in.
    if style["visibility"] == "visible", self.hiding == .marked { ink.hiding = nil }
    return ink
  }

  private static func hiding(_ style: StyleRules.Declarations) -> Concealment? {
    if style["display"] == "none" { return .marked }
    if let visibility = style["visibility"], ["hidden", "collapse"].contains(visibility) {
      return .marked
    }
    if let opacity = style["opacity"].flatMap(Double.init), opacity < 0.05 { return .invisible }
    let isPlaced = ["absolute", "fixed"].contains(style["position"] ?? "")
    for (property, needsPlace) in [
      ("left", true), ("top", true), ("right", true), ("text-indent", false),
    ]
    where isPlaced || !needsPlace {
      if let distance = style[property].flatMap({ points($0, of: 12) }), distance < -300 {
        return .offPage
      }
    }
    return nil
  }

  /// A length of CSS in points; nil where it is none that can be told alone.
  private static func points(_ length: String, of size: Double) -> Double? {
    let units: [(String, Double)] = [
      ("px", 0.75), ("pt", 1), ("rem", 12), ("em", size), ("%", size / 100), ("in", 72),
      ("cm", 28.35),
      ("mm", 2.835), ("", 0.75),
    ]
    for (unit, factor) in units where length.hasSuffix(unit) {
      if let number = Double(length.dropLast(unit.count)) { return number * factor }
    }
    return nil
  }
}
