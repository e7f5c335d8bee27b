/// The names in the folder of an index.
enum FileNames {
  static let manifest = "manifest"
  /// The manifest of the next generation until it takes the place of the last.
  static let nextManifest = "manifest.new"
  static let lock = "lock"

  static func blocks(_ segment: UInt64) -> String { "segment-\(segment).blocks" }
  static func documents(_ segment: UInt64) -> String { "segment-\(segment).documents" }

  static func path(_ name: String, in folder: String) -> String {
    folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
  }

  /// The folder in which `path` is an entry.
  static func parent(of path: String) -> String {
    var bytes = path.utf8[...]
    let slash = UInt8(ascii: "/")
    while bytes.count > 1, bytes.last == slash { bytes = bytes.dropLast() }
    guard let last = bytes.lastIndex(of: slash) else { return "." }
    return last == bytes.startIndex ? "/" : String(path[..<last])
  }

  /// Whether only a writer of indexes gives such a name to a file that may be unreferenced; anything
  /// else in the folder belongs to the user and stays.
  static func mayBeLeftOver(_ name: String) -> Bool {
    if name == nextManifest { return true }
    for suffix in [".blocks", ".documents"] where name.hasSuffix(suffix) {
      let number = name.dropLast(suffix.utf8.count)
      guard number.hasPrefix("segment-") else { continue }
      return UInt64(number.dropFirst("segment-".utf8.count)) != nil
    }
    return false
  }
}
