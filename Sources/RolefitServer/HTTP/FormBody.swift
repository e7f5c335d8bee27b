#if Server
  import Foundation
  import HTTPTypes

  /// What a form of a page sends: fields and files (`multipart/form-data`, RFC 7578, or
  /// `application/x-www-form-urlencoded`, which the query of an address is too).
  struct FormBody {
    /// A part: a field, or a file with its name.
    struct Part {
      var name: String
      var file: String?
      var bytes: [UInt8]
    }

    private(set) var parts: [Part] = []

    /// The most parts that a form of ours has.
    private static let most = 64

    /// The fields of an address.
    init(query: String) {
      parts = Self.urlEncoded(query)
    }

    init(_ bytes: [UInt8], type: String) throws(Problem) {
      let kind = type.split(separator: ";").first.map { $0.lowercased() } ?? ""
      switch kind.trimmingPrefix(while: { $0 == " " }) {
      case "application/x-www-form-urlencoded":
        parts = Self.urlEncoded(String(decoding: bytes, as: UTF8.self))
      case "multipart/form-data":
        guard let boundary = Self.parameter("boundary", of: type), !boundary.isEmpty else {
          throw .malformed("The form names no boundary.")
        }
        // RFC 2046, 5.1.1; a long one would be looked for at each byte.
        guard boundary.utf8.count <= 70 else {
          throw .malformed("The form's boundary is longer than 70 characters.")
        }
        parts = try Self.multipart(bytes, boundary: Array(("--" + boundary).utf8))
      default:
        throw Problem(
          .unsupported, .unsupportedMediaType, "The form's type is not read",
          "Send multipart/form-data or application/x-www-form-urlencoded.")
      }
    }

    /// A field's text; nil where it is not there or empty.
    subscript(name: String) -> String? {
      let part = parts.first { $0.name == name && $0.file == nil }
      return part.flatMap { $0.bytes.isEmpty ? nil : String(decoding: $0.bytes, as: UTF8.self) }
    }

    /// The texts of all fields with a name.
    func all(_ name: String) -> [String] {
      parts.filter { $0.name == name && $0.file == nil && !$0.bytes.isEmpty }
        .map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    /// The files of a field that hold anything.
    func files(_ name: String) -> [Part] {
      parts.filter { $0.name == name && $0.file != nil && !$0.bytes.isEmpty }
    }

    // MARK: - Parsing

    private static func urlEncoded(_ text: String) -> [Part] {
      text.split(separator: "&", maxSplits: most).prefix(most).map { pair in
        let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let words = halves.map { $0.replacing("+", with: " ").removingPercentEncoding ?? "" }
        return Part(name: words[0], bytes: words.count > 1 ? Array(words[1].utf8) : [])
      }
    }

    private static func multipart(
      _ bytes: [UInt8], boundary: [UInt8]
    ) throws(Problem) -> [Part] {
      let starts = places(of: boundary, in: bytes[...], most: most + 1)
      var parts: [Part] = []
      for (start, next) in zip(starts, starts.dropFirst()) {
        guard parts.count < most else { throw .malformed("The form has too many parts.") }
        let part = bytes[(start + boundary.count)..<next]
        guard let end = places(of: [13, 10, 13, 10], in: part, most: 1).first else {
          throw .malformed("A part of the form has no end of its head.")
        }
        let head = String(decoding: part[..<end], as: UTF8.self)
        let lines = head.split(whereSeparator: \.isNewline)
        guard
          let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
          let name = parameter("name", of: line)
        else { throw .malformed("A part of the form has no name.") }
        // The line end before the next boundary belongs to the boundary.
        let content = part[(end + 4)...].dropLast(2)
        parts.append(
          Part(name: name, file: parameter("filename", of: line), bytes: Array(content)))
      }
      return parts
    }

    /// Where a pattern stands, at most so often.
    ///
    /// Complexity: O(bytes) where the pattern's first byte is rare, as it is in a boundary.
    private static func places(
      of pattern: [UInt8], in bytes: ArraySlice<UInt8>, most: Int = .max
    ) -> [Int] {
      var places: [Int] = []
      var index = bytes.startIndex
      while places.count < most, index + pattern.count <= bytes.endIndex {
        if bytes[index] == pattern[0], bytes[index...].starts(with: pattern) {
          places.append(index)
          index += pattern.count
        } else {
          index += 1
        }
      }
      return places
    }

    /// The value of `boundary=x` or `name="x"` in a header.
    private static func parameter(_ name: String, of header: some StringProtocol) -> String? {
      for piece in pieces(of: header).dropFirst() {
        let halves = piece.split(separator: "=", maxSplits: 1)
        guard halves.count == 2,
          halves[0].trimmingPrefix(while: { $0 == " " }).lowercased() == name
        else { continue }
        let value = halves[1].trimmingPrefix { $0 == " " }
        return value.hasPrefix("\"") ? unquoted(value) : String(value)
      }
      return nil
    }

    /// The pieces of a header between its semicolons; one inside quotes parts nothing.
    private static func pieces<Header: StringProtocol>(of header: Header) -> [Header.SubSequence] {
      var (isQuoted, isEscaped) = (false, false)
      return header.split { character in
        defer { isEscaped = isQuoted && character == "\\" && !isEscaped }
        if character == "\"", !isEscaped { isQuoted.toggle() }
        return character == ";" && !isQuoted
      }
    }

    /// What stands between quotes.
    ///
    /// A quote inside is written `\"` by some clients and `%22` by browsers, which escape line ends
    /// likewise and nothing else (HTML, "multipart/form-data encoding algorithm"); a backslash before
    /// anything else stays as it is (a path of Windows).
    private static func unquoted(_ text: some StringProtocol) -> String {
      var value = ""
      var rest = text.dropFirst()
      while let character = rest.popFirst(), character != "\"" {
        if character == "\\", let next = rest.first, next == "\"" || next == "\\" {
          value.append(rest.removeFirst())
        } else {
          value.append(character)
        }
      }
      return value.replacing("%22", with: "\"").replacing("%0D", with: "\r")
        .replacing("%0A", with: "\n")
    }
  }
#endif
