#if Catalog
  import Foundation

  /// Takes a person out of the result of a run.
  ///
  /// An element of a list that names the person (one of its fields is their id) goes as a whole, with
  /// the evidence inside. Where the id stands anywhere else, so that nobody can say what around it is
  /// theirs, the whole result goes.
  enum RunRedaction {
    /// The result without the person; nil where nothing may stay.
    static func without(_ id: String, in result: String) -> String? {
      guard let value = try? JSONSerialization.jsonObject(with: Data(result.utf8)),
        JSONSerialization.isValidJSONObject(value)
      else { return nil }
      let kept = dropping(id, from: value)
      guard !holds(id, kept),
        let bytes = try? JSONSerialization.data(
          withJSONObject: kept, options: [.sortedKeys, .withoutEscapingSlashes])
      else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }

    private static func dropping(_ id: String, from value: Any) -> Any {
      if let list = value as? [Any] {
        return list.filter { !names(id, $0) }.map { dropping(id, from: $0) }
      }
      if let object = value as? [String: Any] { return object.mapValues { dropping(id, from: $0) } }
      return value
    }

    /// Whether an element is the id, or an object with the id in one of its fields.
    private static func names(_ id: String, _ element: Any) -> Bool {
      if let text = element as? String { return text == id }
      guard let object = element as? [String: Any] else { return false }
      return object.values.contains { $0 as? String == id }
    }

    private static func holds(_ id: String, _ value: Any) -> Bool {
      switch value {
      case let text as String: text.contains(id)
      case let list as [Any]: list.contains { holds(id, $0) }
      case let object as [String: Any]: object.contains { $0.key == id || holds(id, $0.value) }
      default: false
      }
    }
  }
#endif
