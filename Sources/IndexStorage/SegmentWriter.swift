package import Bytes

/// Takes the roles of a new segment, as blocks and as documents, and writes them as they come.
///
///     let segment = try writer.beginSegment(metadata: "{…}")
///     try segment.appendDocument(id: "4711", Array("…".utf8))
///     try segment.appendBlock(bytes, roles: 1)
///     try writer.commit(segment)
///
/// Blocks and documents may come in any mixture, each kind in the order of the roles. What stays in
/// memory is an entry a block, and the id and 28 bytes a role.
package final class SegmentWriter {
  /// The number of the segment, which is the generation that it is to make.
  package let number: UInt64
  /// How many roles have documents so far.
  package var roles: Int { directory.roles }
  /// How many roles have blocks so far.
  package private(set) var rolesInBlocks = 0

  let blocksPath: String
  let documentsPath: String
  private let metadata: String
  private let files: any FileSystem
  private let blocks: FileAppender
  private let documents: FileAppender
  private var table = ByteWriter()
  private var directory = DirectoryBuilder()

  init(
    _ number: UInt64, metadata: String, folder: String, in files: any FileSystem
  ) throws(IndexFileError) {
    self.number = number
    self.metadata = metadata
    self.files = files
    blocksPath = FileNames.path(FileNames.blocks(number), in: folder)
    documentsPath = FileNames.path(FileNames.documents(number), in: folder)
    let start = IndexFormat.headerLength
    blocks = try FileAppender(blocksPath, in: files, start: start)
    do {
      documents = try FileAppender(documentsPath, in: files, start: start)
    } catch {
      try? files.remove(blocksPath)
      throw error
    }
  }

  /// Appends a block over the next `roles` roles, 1 to 65,536; its length must be a multiple of 64.
  package func appendBlock(_ bytes: RawSpan, roles: Int) throws(IndexFileError) {
    precondition(bytes.byteCount % 64 == 0, "a block of \(bytes.byteCount) bytes")
    precondition(
      roles > 0 && roles <= IndexFormat.maximumBlockRoles, "a block of \(roles) roles")
    let offset = blocks.position
    try blocks.append(bytes)
    table.write(UInt64(offset))
    table.write(UInt64(bytes.byteCount))
    table.write(XXH64.hash(bytes))
    table.write(UInt32(roles))
    table.write(UInt32(0))
    rolesInBlocks += roles
  }

  /// Appends a block over the next `roles` roles.
  package func appendBlock(_ block: ByteRegion, roles: Int) throws(IndexFileError) {
    try block.withSpan { (bytes) throws(IndexFileError) in
      try appendBlock(bytes, roles: roles)
    }
  }

  /// Appends a block over the next `roles` roles.
  package func appendBlock(_ bytes: [UInt8], roles: Int) throws(IndexFileError) {
    // Each byte of the array is a value, without any padding between them.
    try appendBlock(unsafe bytes.span.bytes, roles: roles)
  }

  /// Appends the document of the next role.
  ///
  /// Of equal ids in a segment the last one counts.
  package func appendDocument(id: String, _ payload: RawSpan) throws(IndexFileError) {
    var head = ByteWriter()
    head.write(XXH64.hash(payload, seed: UInt64(directory.roles)))
    guard directory.append(id, recordEnd: documents.position + 8 + payload.byteCount) else {
      throw .tooLarge(path: documentsPath)
    }
    try documents.append(head.bytes)
    try documents.append(payload)
  }

  /// Appends the document of the next role.
  package func appendDocument(id: String, _ payload: [UInt8]) throws(IndexFileError) {
    // Each byte of the array is a value, without any padding between them.
    try appendDocument(id: id, unsafe payload.span.bytes)
  }

  /// Completes and synchronizes both files; returns what the manifest must know of them.
  func finish() throws(IndexFileError) -> Manifest.Entry {
    precondition(rolesInBlocks == roles, "\(rolesInBlocks) roles in blocks, \(roles) documents")
    let blocksHeader = try finish(
      blocks, .blocks, [table.bytes, Array(metadata.utf8)])
    let (bytes, repeated) = directory.finish()
    let documentsHeader = try finish(documents, .documents, [bytes])
    var removed = RemovedRoles(roles: roles)
    for role in repeated { removed.insert(role) }
    return Manifest.Entry(
      number: number,
      blocks: .init(length: blocksHeader.fileLength, headerChecksum: blocksHeader.checksum),
      documents: .init(
        length: documentsHeader.fileLength, headerChecksum: documentsHeader.checksum),
      removed: removed)
  }

  /// Removes the files as far as that goes; the next writer does what is left.
  func discard() {
    blocks.close()
    documents.close()
    try? files.remove(blocksPath)
    try? files.remove(documentsPath)
  }

  private func finish(
    _ file: FileAppender, _ kind: IndexFormat.Kind, _ sections: [[UInt8]]
  ) throws(IndexFileError) -> FileHeader {
    let start = IndexFormat.headerLength
    var slots = [FileHeader.Slot(offset: start, length: file.position - start, checksum: 0)]
    for bytes in sections {
      slots.append(
        .init(offset: file.position, length: bytes.count, checksum: XXH64.hash(bytes)))
      try file.append(bytes)
    }
    let header = FileHeader(kind: kind, segment: number, roles: roles, sections: slots)
    try file.finish(header: header.encoded)
    return header
  }
}
