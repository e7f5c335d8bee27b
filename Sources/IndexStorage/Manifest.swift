import Bytes

/// The list of an index's segments; `IndexFormat` describes the file.
struct Manifest: Equatable, Sendable {
  /// What the manifest knows of a file, so that no other can take its place.
  struct File: Equatable, Sendable {
    var length: Int
    var headerChecksum: UInt64
  }

  struct Entry: Equatable, Sendable {
    var number: UInt64
    var blocks: File
    var documents: File
    var removed: RemovedRoles
    var roles: Int { removed.roles }
  }

  var generation: UInt64
  var entries: [Entry]

  var fileLength: Int {
    IndexFormat.manifestHeadLength + entries.count * IndexFormat.manifestEntryLength
      + entries.reduce(0) { $0 + $1.removed.words.count * 8 } + IndexFormat.checksumLength
  }

  var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.write(IndexFormat.Kind.manifest.magic)
    writer.write(IndexFormat.version)
    writer.write(UInt32(entries.count))
    writer.write(UInt64(fileLength))
    writer.write(generation)
    for entry in entries {
      writer.write(entry.number)
      writer.write(UInt64(entry.roles))
      writer.write(UInt64(entry.removed.count))
      for file in [entry.blocks, entry.documents] {
        writer.write(UInt64(file.length))
        writer.write(file.headerChecksum)
      }
      writer.write(UInt64(0))
    }
    for word in entries.flatMap(\.removed.words) { writer.write(word) }
    writer.write(XXH64.hash(writer.bytes))
    return writer.bytes
  }

  /// Reads the manifest of `folder`.
  static func read(
    _ folder: String, in files: any FileSystem
  ) throws(IndexFileError) -> Manifest {
    let path = FileNames.path(FileNames.manifest, in: folder)
    let region: ByteRegion
    do {
      region = try files.map(path)
    } catch .missing {
      // A folder without a manifest is no index; no folder at all is another mistake.
      _ = try files.names(in: folder)
      throw .notAnIndex(path: folder)
    } catch .io(let errno, _, _) where isNoFolder(errno) {
      throw .notAnIndex(path: folder)
    }
    return try Manifest(region, path: path)
  }

  init(generation: UInt64, entries: [Entry]) {
    self.generation = generation
    self.entries = entries
  }

  init(_ region: ByteRegion, path: String) throws(IndexFileError) {
    let head = IndexFormat.manifestHeadLength
    let shortest = head + IndexFormat.checksumLength
    if region.count >= 8, region.load(at: 0) != IndexFormat.Kind.manifest.magic {
      throw .notAnIndex(path: path)
    }
    guard region.count >= shortest else {
      throw .truncated(path: path, expected: shortest, found: region.count)
    }
    try FileHeader.checkVersion(region.load(at: 8), path: path)
    let length = Int(clamping: region.load(at: 16, as: UInt64.self))
    guard region.count >= length else {
      throw .truncated(path: path, expected: length, found: region.count)
    }
    let covered = region.count - IndexFormat.checksumLength
    guard length == region.count, let bytes = region.slice(at: 0, count: covered),
      XXH64.hash(bytes) == region.load(at: covered)
    else { throw .damaged(file: path, section: .manifest, offset: covered) }

    generation = region.load(at: 24)
    entries = []
    let count = Int(region.load(at: 12, as: UInt32.self))
    var bits = head + count * IndexFormat.manifestEntryLength
    guard bits <= covered else { throw .damaged(file: path, section: .manifest, offset: 12) }
    for index in 0..<count {
      let at = head + index * IndexFormat.manifestEntryLength
      guard let entry = Entry(bytes, at: at, bits: bits), entry.number <= generation,
        entry.number > entries.last?.number ?? 0
      else { throw .damaged(file: path, section: .manifest, offset: at) }
      entries.append(entry)
      bits += entry.removed.words.count * 8
    }
    guard bits == covered else { throw .damaged(file: path, section: .manifest, offset: bits) }
  }
}

extension Manifest.Entry {
  /// Reads the entry at `at`, whose removed roles stand at `bits`; nil if it makes no sense.
  fileprivate init?(_ region: ByteRegion, at: Int, bits: Int) {
    func number(_ index: Int) -> Int? {
      Int(exactly: region.load(at: at + index * 8, as: UInt64.self))
    }
    guard let roles = number(1), roles > 0, roles <= Int(UInt32.max), let removed = number(2),
      let blocksLength = number(3), let documentsLength = number(5), number(7) == 0
    else { return nil }
    self.number = region.load(at: at)
    blocks = .init(length: blocksLength, headerChecksum: region.load(at: at + 32))
    documents = .init(length: documentsLength, headerChecksum: region.load(at: at + 48))
    self.removed = RemovedRoles(roles: roles)
    if removed > 0 {
      let words = RemovedRoles.wordCount(roles: roles)
      guard let slice = region.slice(at: bits, count: words * 8),
        let set = RemovedRoles(roles: roles, count: removed, slice)
      else { return nil }
      self.removed = set
    }
  }
}
