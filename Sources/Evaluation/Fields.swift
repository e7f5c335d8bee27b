/// Cuts bytes into numbered lines of fields.
///
/// Bytes and not characters: a carriage return and its line feed are one character of a string.
enum Fields {
  /// The fields of every line that is not empty, with the line's number from 1.
  ///
  /// - Parameter separator: whether a byte ends a field; fields between two may be empty.
  static func lines(
    _ bytes: [UInt8], separator: (UInt8) -> Bool
  ) -> [(number: Int, fields: [String])] {
    var lines: [(number: Int, fields: [String])] = []
    let all = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in all.enumerated() {
      let line = line.last == 0x0D ? line.dropLast() : line
      if line.isEmpty { continue }
      let fields = line.split(omittingEmptySubsequences: false, whereSeparator: separator)
      lines.append((index + 1, fields.map { String(decoding: $0, as: UTF8.self) }))
    }
    return lines
  }
}
