import Bytes

/// Gives the files of an index with one segment, numbered 2, the checksums of their contents.
enum Forgery {
  static func sealed(_ files: [String: [UInt8]]) -> [String: [UInt8]] {
    var files = files
    var manifest = files["manifest"] ?? []
    for (name, at) in [("segment-2.blocks", 24), ("segment-2.documents", 40)] {
      var file = files[name] ?? []
      seal(&file)
      files[name] = file
      // The entry of the segment begins after the 32 bytes of the manifest's head.
      write(UInt64(file.count), to: &manifest, at: 32 + at)
      manifest.replaceSubrange(32 + at + 8..<32 + at + 16, with: file[248..<256])
    }
    let covered = manifest.count - 8
    write(XXH64.hash(Array(manifest[..<covered])), to: &manifest, at: covered)
    files["manifest"] = manifest
    return files
  }

  private static func seal(_ file: inout [UInt8]) {
    let region = ByteRegion(file)
    for slot in 0..<3 {
      let at = 40 + slot * 24
      let offset = Int(clamping: region.load(at: at, as: UInt64.self))
      let length = Int(clamping: region.load(at: at + 8, as: UInt64.self))
      // The items of the first section have checksums of their own.
      guard slot > 0, length > 0, let section = region.slice(at: offset, count: length) else {
        continue
      }
      write(XXH64.hash(section), to: &file, at: at + 16)
    }
    write(XXH64.hash(Array(file[..<248])), to: &file, at: 248)
  }

  private static func write(_ value: UInt64, to bytes: inout [UInt8], at offset: Int) {
    for index in 0..<8 { bytes[offset + index] = UInt8(truncatingIfNeeded: value >> (index * 8)) }
  }
}
