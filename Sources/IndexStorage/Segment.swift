package import Bytes
import Synchronization

/// An immutable part of an index, mapped: blocks over its roles, their ids and their documents.
///
/// Opening it reads the headers, the table of blocks and the metadata. Everything else is checked
/// when it is first read: a block and the directory once in the life of this object, a document
/// each time. Bytes that differ from what was written are never handed out; reading them throws.
package final class Segment: Sendable {
  /// The generation that wrote it.
  package let number: UInt64
  /// How many roles it has, removed ones included.
  package var roles: Int { removed.roles }
  /// Which of them are removed.
  package let removed: RemovedRoles
  /// The engine's identity, as the writer gave it.
  package let metadata: String
  /// The blocks in order of their roles.
  package let blocks: [Block]

  /// Where a block lies, and which roles of the segment it covers.
  package struct Block: Equatable, Sendable {
    package let roles: Range<Int>
    let offset: Int
    package let length: Int
    let checksum: UInt64
  }

  let blocksPath: String
  let documentsPath: String
  let blocksHeader: FileHeader
  let documentsHeader: FileHeader
  private let blocksFile: ByteRegion
  private let documentsFile: ByteRegion
  private let checked: Mutex<Checked>

  private struct Checked {
    var blocks: [Bool]
    var directory: RoleDirectory?
  }

  init(
    _ entry: Manifest.Entry, folder: String, in files: any FileSystem
  ) throws(IndexFileError) {
    number = entry.number
    removed = entry.removed
    blocksPath = FileNames.path(FileNames.blocks(number), in: folder)
    documentsPath = FileNames.path(FileNames.documents(number), in: folder)
    blocksFile = try files.map(blocksPath)
    documentsFile = try files.map(documentsPath)
    blocksHeader = try FileHeader.read(
      blocksFile, .blocks, sections: 3, expecting: entry.blocks, path: blocksPath)
    documentsHeader = try FileHeader.read(
      documentsFile, .documents, sections: 2, expecting: entry.documents, path: documentsPath)
    for (header, path) in [(blocksHeader, blocksPath), (documentsHeader, documentsPath)] {
      guard header.segment == entry.number, header.roles == entry.roles else {
        throw .damaged(file: path, section: .header, offset: 24)
      }
    }
    blocks = try Self.readTable(blocksFile, blocksHeader, path: blocksPath)
    let text = try Self.section(blocksFile, blocksHeader, 2, .metadata, path: blocksPath)
    guard let metadata = String(validating: text.array, as: UTF8.self) else {
      throw .damaged(file: blocksPath, section: .metadata, offset: blocksHeader.sections[2].offset)
    }
    self.metadata = metadata
    checked = Mutex(Checked(blocks: Array(repeating: false, count: blocks.count)))
  }

  /// The bytes of a block, aligned to 64.
  package func block(_ index: Int) throws(IndexFileError) -> ByteRegion {
    let block = blocks[index]
    let error = IndexFileError.damaged(file: blocksPath, section: .blocks, offset: block.offset)
    guard let bytes = blocksFile.slice(at: block.offset, count: block.length) else { throw error }
    // The sum is taken without the lock, so that threads check different blocks at the same time.
    if checked.withLock({ $0.blocks[index] }) { return bytes }
    bytes.prefetch()
    guard XXH64.hash(bytes) == block.checksum else { throw error }
    checked.withLock { $0.blocks[index] = true }
    return bytes
  }

  /// The id of a role.
  package func id(of role: Int) throws(IndexFileError) -> String {
    guard let id = String(validating: try idBytes(of: role).array, as: UTF8.self) else {
      throw damagedDirectory
    }
    return id
  }

  /// The UTF-8 bytes of the id of a role, in the mapped file.
  package func idBytes(of role: Int) throws(IndexFileError) -> ByteRegion {
    guard let bytes = try directory().id(of: requireRole(role)) else { throw damagedDirectory }
    return bytes
  }

  /// The role with this id that is not removed.
  package func find(_ id: String) throws(IndexFileError) -> Int? {
    guard let found = try directory().find(Array(id.utf8)) else { throw damagedDirectory }
    return found.last { !removed.contains($0) }
  }

  /// The document of a role, as it was given to the writer.
  package func document(of role: Int) throws(IndexFileError) -> ByteRegion {
    let records = documentsHeader.sections[0]
    guard let range = try directory().record(of: requireRole(role)),
      range.lowerBound >= records.offset, range.upperBound <= records.end, range.count >= 8,
      let payload = documentsFile.slice(at: range.lowerBound + 8, count: range.count - 8)
    else { throw damagedDirectory }
    guard
      documentsFile.load(at: range.lowerBound) == XXH64.hash(payload, seed: UInt64(role))
    else {
      throw .damaged(file: documentsPath, section: .records, offset: range.lowerBound)
    }
    return payload
  }

  /// Asks for the next documents from `role` on, for who reads them in order.
  ///
  /// `asked` keeps how far that went; it is 0 to begin with.
  package func prefetchDocuments(from role: Int, _ asked: inout Int) throws(IndexFileError) {
    guard let start = try directory().record(of: requireRole(role))?.lowerBound else {
      throw damagedDirectory
    }
    let (portion, records) = (4 << 20, documentsHeader.sections[0])
    guard asked < records.end, start >= asked - portion / 2 else { return }
    let next = max(asked, start)
    documentsFile.slice(at: next, count: min(portion, records.end - next))?.prefetch()
    asked = next + portion
  }

  /// The directory, whose checksum is looked at once.
  func directory() throws(IndexFileError) -> RoleDirectory {
    if let directory = checked.withLock({ $0.directory }) { return directory }
    let bytes = try Self.section(
      documentsFile, documentsHeader, 1, .directory, path: documentsPath)
    guard let directory = RoleDirectory(bytes, roles: roles) else { throw damagedDirectory }
    checked.withLock { $0.directory = directory }
    return directory
  }

  var damagedDirectory: IndexFileError {
    .damaged(
      file: documentsPath, section: .directory, offset: documentsHeader.sections[1].offset)
  }

  private func requireRole(_ role: Int) -> Int {
    precondition(role >= 0 && role < roles, "role \(role) of \(roles)")
    return role
  }

  private static func section(
    _ file: ByteRegion, _ header: FileHeader, _ index: Int, _ section: FileSection, path: String
  ) throws(IndexFileError) -> ByteRegion {
    let slot = header.sections[index]
    let error = IndexFileError.damaged(file: path, section: section, offset: slot.offset)
    guard let bytes = file.slice(at: slot.offset, count: slot.length) else { throw error }
    bytes.prefetch()
    guard XXH64.hash(bytes) == slot.checksum else { throw error }
    return bytes
  }

  private static func readTable(
    _ file: ByteRegion, _ header: FileHeader, path: String
  ) throws(IndexFileError) -> [Block] {
    let bytes = try section(file, header, 1, .blockTable, path: path)
    var blocks: [Block] = []
    var (offset, role) = (header.sections[0].offset, 0)
    for at in stride(from: 0, to: bytes.count, by: IndexFormat.blockEntryLength) {
      let error = IndexFileError.damaged(
        file: path, section: .blockTable, offset: header.sections[1].offset + at)
      guard bytes.count - at >= IndexFormat.blockEntryLength,
        bytes.load(at: at) == UInt64(offset), bytes.load(at: at + 28) == UInt32(0),
        let length = Int(exactly: bytes.load(at: at + 8, as: UInt64.self)),
        length % 64 == 0, length <= header.sections[0].end - offset
      else { throw error }
      let roles = Int(bytes.load(at: at + 24, as: UInt32.self))
      guard roles > 0, roles <= IndexFormat.maximumBlockRoles else { throw error }
      blocks.append(
        Block(
          roles: role..<role + roles, offset: offset, length: length,
          checksum: bytes.load(at: at + 16)))
      (offset, role) = (offset + length, role + roles)
    }
    guard offset == header.sections[0].end, role == header.roles else {
      throw .damaged(file: path, section: .blockTable, offset: header.sections[1].offset)
    }
    return blocks
  }
}
