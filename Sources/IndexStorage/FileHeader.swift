import Bytes

/// The first 256 bytes of both files of a segment; see `IndexFormat`.
struct FileHeader: Equatable, Sendable {
  struct Slot: Equatable, Sendable {
    var offset: Int
    var length: Int
    /// Zero where the items of the section carry their own checksums.
    var checksum: UInt64
    var end: Int { offset + length }
  }

  var kind: IndexFormat.Kind
  var segment: UInt64
  var roles: Int
  var sections: [Slot]

  var fileLength: Int { sections.last?.end ?? IndexFormat.headerLength }

  /// The bytes of the header; the last 8 are its checksum.
  var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.write(kind.magic)
    writer.write(IndexFormat.version)
    writer.write(UInt32(sections.count))
    writer.write(UInt64(fileLength))
    writer.write(segment)
    writer.write(UInt64(roles))
    for slot in sections {
      writer.write(UInt64(slot.offset))
      writer.write(UInt64(slot.length))
      writer.write(slot.checksum)
    }
    let left = IndexFormat.headerLength - IndexFormat.checksumLength - writer.bytes.count
    writer.write([UInt8](repeating: 0, count: left))
    writer.write(XXH64.hash(writer.bytes))
    return writer.bytes
  }

  var checksum: UInt64 { Self.checksum(of: encoded) }

  private static func checksum(of encoded: [UInt8]) -> UInt64 {
    XXH64.hash(Array(encoded.dropLast(IndexFormat.checksumLength)))
  }

  /// Reads the header of a file that the manifest says has this length and header checksum.
  static func read(
    _ file: ByteRegion, _ kind: IndexFormat.Kind, sections: Int, expecting: Manifest.File,
    path: String
  ) throws(IndexFileError) -> FileHeader {
    guard let head = file.slice(at: 0, count: IndexFormat.headerLength) else {
      throw .truncated(path: path, expected: expecting.length, found: file.count)
    }
    func damaged(at offset: Int) -> IndexFileError {
      .damaged(file: path, section: .header, offset: offset)
    }
    guard head.load(at: 0, as: UInt64.self) == kind.magic else { throw damaged(at: 0) }
    try checkVersion(head.load(at: 8), path: path)
    let covered = IndexFormat.headerLength - IndexFormat.checksumLength
    let sum = head.load(at: covered, as: UInt64.self)
    guard let bytes = head.slice(at: 0, count: covered), XXH64.hash(bytes) == sum,
      sum == expecting.headerChecksum
    else { throw damaged(at: covered) }
    guard file.count >= expecting.length else {
      throw .truncated(path: path, expected: expecting.length, found: file.count)
    }
    guard file.count == expecting.length else { throw damaged(at: 16) }
    guard let header = FileHeader(head, kind, sections: sections), header.fileLength == file.count
    else { throw damaged(at: 12) }
    return header
  }

  /// Reads the fields; nil if the sections are not `count` that follow each other without gaps.
  private init?(_ head: ByteRegion, _ kind: IndexFormat.Kind, sections count: Int) {
    self.kind = kind
    segment = head.load(at: 24)
    guard head.load(at: 12, as: UInt32.self) == UInt32(count),
      let roles = Int(exactly: head.load(at: 32, as: UInt64.self)),
      let length = Int(exactly: head.load(at: 16, as: UInt64.self))
    else { return nil }
    self.roles = roles
    sections = []
    var end = IndexFormat.headerLength
    for index in 0..<count {
      let at = IndexFormat.slotsOffset + index * IndexFormat.slotLength
      guard head.load(at: at, as: UInt64.self) == UInt64(end),
        let size = Int(exactly: head.load(at: at + 8, as: UInt64.self)), size <= length - end
      else { return nil }
      sections.append(
        Slot(offset: end, length: size, checksum: head.load(at: at + 16)))
      end += size
    }
    guard end == length else { return nil }
  }

  init(kind: IndexFormat.Kind, segment: UInt64, roles: Int, sections: [Slot]) {
    self.kind = kind
    self.segment = segment
    self.roles = roles
    self.sections = sections
  }

  static func checkVersion(_ version: UInt32, path: String) throws(IndexFileError) {
    if version < IndexFormat.version { throw .tooOld(path: path, version: version) }
    if version > IndexFormat.version { throw .tooNew(path: path, version: version) }
  }
}
