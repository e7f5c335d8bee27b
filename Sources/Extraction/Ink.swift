import Documents

/// How text is painted, as far as it decides whether an eye sees it.
struct Ink: Equatable {
  /// Red, green and blue, 0 to 255.
  struct Color: Equatable {
    var red, green, blue: Int

    static let white = Color(red: 255, green: 255, blue: 255)

    /// Whether nobody tells the two apart: no channel differs by a twentieth.
    func isLike(_ other: Color) -> Bool {
      max(abs(red - other.red), abs(green - other.green), abs(blue - other.blue)) <= 12
    }

    /// `#fff`, `#ffffff`, `ffffff`, `rgb(255, 255, 255)`, and the names for white.
    init?(_ text: String) {
      let text = text.lowercased().filter { !$0.isWhitespace }
      if ["white", "snow", "ivory", "floralwhite", "ghostwhite", "mintcream"].contains(text) {
        self = .white
        return
      }
      if text == "black" {
        self.init(red: 0, green: 0, blue: 0)
        return
      }
      let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
      if let value = Int(digits, radix: 16), [3, 6].contains(digits.utf8.count) {
        let isShort = digits.utf8.count == 3
        let parts =
          isShort
          ? [8, 4, 0].map { (value >> $0 & 15) * 17 } : [16, 8, 0].map { value >> $0 & 255 }
        self.init(red: parts[0], green: parts[1], blue: parts[2])
        return
      }
      guard text.hasPrefix("rgb"), let open = text.firstIndex(of: "(") else { return nil }
      let parts = text[text.index(after: open)...].split { ",/)".contains($0) }
      let numbers = parts.prefix(3).compactMap { Int($0) }
      guard numbers.count == 3 else { return nil }
      if parts.count == 4, let alpha = Double(parts[3]), alpha < 0.05 { return nil }
      self.init(red: numbers[0], green: numbers[1], blue: numbers[2])
    }

    init(red: Int, green: Int, blue: Int) {
      (self.red, self.green, self.blue) = (
        min(max(red, 0), 255), min(max(green, 0), 255), min(max(blue, 0), 255)
      )
    }
  }

  /// What lies behind the text.
  enum Ground: Equatable {
    case color(Color)
    /// A picture, a gradient, or something that is not known: everything can be seen on it.
    case unknown
  }

  /// Nil for the default, which is dark.
  var color: Color?
  var ground = Ground.color(.white)
  /// In points.
  var size: Double?
  /// How the format itself hides the text.
  var hiding: Concealment?

  /// Below that nobody reads, in points.
  static let leastSize = 4.0

  /// How the text is hidden; nil where it can be seen.
  var concealment: Concealment? {
    if let hiding { return hiding }
    if let size, size < Self.leastSize { return .tiny }
    if let color, case .color(let ground) = ground, color.isLike(ground) { return .invisible }
    return nil
  }
}
