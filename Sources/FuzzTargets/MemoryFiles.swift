import Bytes
import IndexStorage

/// The files of an index in memory, for a reader: one manifest, and for each segment the same two files.
struct MemoryFiles: FileSystem {
  var manifest: [UInt8]
  var blocks: [UInt8]
  var documents: [UInt8]

  func names(in folder: String) throws(IndexFileError) -> [String] { ["manifest"] }

  func map(_ path: String) throws(IndexFileError) -> ByteRegion {
    if path.hasSuffix("/manifest") { return ByteRegion(manifest) }
    if path.hasSuffix(".blocks") { return ByteRegion(blocks) }
    return ByteRegion(documents)
  }

  // MARK: - Forgery

  /// The same with right checksums and lengths wherever the format keeps some, as far as the bytes reach.
  func sealed() -> MemoryFiles {
    var files = self
    Self.sealBlocks(&files.blocks)
    Self.seal(&files.blocks, sections: 3)
    Self.sealRecords(&files.documents)
    Self.seal(&files.documents, sections: 2)
    for entry in stride(from: 32, through: manifest.count - 64, by: 64).prefix(4) {
      for (file, at) in [(files.blocks, 24), (files.documents, 40)] where file.count >= 256 {
        Self.write(UInt64(file.count), to: &files.manifest, at: entry + at)
        let checksum = ByteRegion(file).load(at: 248, as: UInt64.self)
        Self.write(checksum, to: &files.manifest, at: entry + at + 8)
      }
    }
    Self.write(UInt64(manifest.count), to: &files.manifest, at: 16)
    let covered = manifest.count - 8
    if covered >= 32 {
      Self.write(XXH64.hash(Array(files.manifest[..<covered])), to: &files.manifest, at: covered)
    }
    return files
  }

  /// The checksums of sections behind the first, and of the header.
  private static func seal(_ file: inout [UInt8], sections: Int) {
    guard file.count >= 256 else { return }
    let region = ByteRegion(file)
    for slot in 1..<sections {
      guard let section = section(slot, of: region) else { continue }
      write(XXH64.hash(section), to: &file, at: 40 + slot * 24 + 16)
    }
    write(XXH64.hash(Array(file[..<248])), to: &file, at: 248)
  }

  /// The checksums of blocks, in their table.
  private static func sealBlocks(_ file: inout [UInt8]) {
    let region = ByteRegion(file)
    guard file.count >= 256, let table = section(1, of: region) else { return }
    let start = Int(clamping: region.load(at: 40 + 24, as: UInt64.self))
    for entry in stride(from: 0, through: table.count - 32, by: 32).prefix(64) {
      let offset = Int(clamping: table.load(at: entry, as: UInt64.self))
      let length = Int(clamping: table.load(at: entry + 8, as: UInt64.self))
      guard let block = region.slice(at: offset, count: length) else { continue }
      write(XXH64.hash(block), to: &file, at: start + entry + 16)
    }
  }

  /// The checksums of documents, before each of them.
  private static func sealRecords(_ file: inout [UInt8]) {
    let region = ByteRegion(file)
    guard file.count >= 256, let directory = section(1, of: region) else { return }
    let roles = min(Int(clamping: region.load(at: 32, as: UInt64.self)), directory.count / 8, 64)
    var start = 256
    for role in 0..<max(0, roles) {
      let end = Int(clamping: directory.load(at: role * 8, as: UInt64.self))
      guard end >= start + 8, let record = region.slice(at: start + 8, count: end - start - 8)
      else {
        return
      }
      write(XXH64.hash(record, seed: UInt64(role)), to: &file, at: start)
      start = end
    }
  }

  private static func section(_ slot: Int, of file: ByteRegion) -> ByteRegion? {
    let offset = Int(clamping: file.load(at: 40 + slot * 24, as: UInt64.self))
    let length = Int(clamping: file.load(at: 40 + slot * 24 + 8, as: UInt64.self))
    return length > 0 ? file.slice(at: offset, count: length) : nil
  }

  private static func write(_ value: UInt64, to bytes: inout [UInt8], at offset: Int) {
    guard offset >= 0, offset + 8 <= bytes.count else { return }
    for index in 0..<8 { bytes[offset + index] = UInt8(truncatingIfNeeded: value >> (index * 8)) }
  }

  // MARK: - What only a writer asks for

  private static let refusal = IndexFileError.readOnly(path: "")

  func makeDirectory(at path: String) throws(IndexFileError) { throw Self.refusal }
  func create(_ path: String) throws(IndexFileError) -> OpenFile { throw Self.refusal }
  func write(
    _ bytes: RawSpan, to file: OpenFile, at offset: Int
  ) throws(IndexFileError) -> Int { throw Self.refusal }
  func synchronize(_ file: OpenFile) throws(IndexFileError) { throw Self.refusal }
  func close(_ file: OpenFile) {}
  func synchronizeFolder(_ path: String) throws(IndexFileError) { throw Self.refusal }
  func rename(_ path: String, to newPath: String) throws(IndexFileError) { throw Self.refusal }
  func remove(_ path: String) throws(IndexFileError) { throw Self.refusal }
  func lock(_ path: String) throws(IndexFileError) -> OpenFile { throw Self.refusal }
}
