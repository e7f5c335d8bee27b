import Bytes

/// Reads every byte of an index and says what is not as it was written.
package struct IndexVerification {
  /// Bytes that are not what was written.
  package struct Damage: Equatable, Sendable {
    /// The path of the file.
    package let file: String
    package let section: FileSection
    /// From where on, in bytes from the start of the file.
    package let offset: Int
    /// What a reader gets to see.
    package let error: IndexFileError
  }

  package private(set) var damages: [Damage] = []
  /// How many bytes were read.
  package private(set) var bytesRead = 0

  private let bytesInAll: Int
  private let progress: (_ read: Int, _ inAll: Int) -> Void

  /// Verifies an index; throws only if it is not there or cannot be reached.
  package static func verify(
    _ folder: String, in files: any FileSystem = POSIXFileSystem(),
    progress: @escaping (_ read: Int, _ inAll: Int) -> Void = { _, _ in }
  ) throws(IndexFileError) -> IndexVerification {
    func read(
      _ manifest: Manifest, toleratesMissing: Bool
    ) throws(IndexFileError) -> IndexVerification {
      var verification = IndexVerification(manifest, progress: progress)
      try verification.read(manifest, folder, in: files, toleratesMissing: toleratesMissing)
      return verification
    }
    do {
      return try IndexFiles.newest(folder, in: files) { (manifest) throws(IndexFileError) in
        try read(manifest, toleratesMissing: false)
      }
    } catch .missing(let path) where path != folder {
      return try read(Manifest.read(folder, in: files), toleratesMissing: true)
    } catch {
      // What is wrong with the segments is in the result; only a manifest is left that is damaged.
      guard error.isDamage, error != .missing(path: folder), error != .notAnIndex(path: folder)
      else { throw error }
      var verification = IndexVerification(Manifest(generation: 0, entries: []), progress: progress)
      verification.note(error, FileNames.path(FileNames.manifest, in: folder), .manifest)
      return verification
    }
  }

  private init(_ manifest: Manifest, progress: @escaping (Int, Int) -> Void) {
    self.progress = progress
    bytesInAll = manifest.entries.reduce(manifest.fileLength) {
      $0 + $1.blocks.length + $1.documents.length
    }
  }

  private mutating func read(
    _ manifest: Manifest, _ folder: String, in files: any FileSystem, toleratesMissing: Bool
  ) throws(IndexFileError) {
    count(manifest.fileLength)
    for entry in manifest.entries {
      let segment: Segment
      do {
        segment = try Segment(entry, folder: folder, in: files)
      } catch {
        if case .missing = error, !toleratesMissing { throw error }
        guard error.isDamage else { throw error }
        note(error, FileNames.path(FileNames.blocks(entry.number), in: folder), .header)
        count(entry.blocks.length + entry.documents.length)
        continue
      }
      readBlocks(segment)
      readDocuments(segment)
    }
  }

  private mutating func readBlocks(_ segment: Segment) {
    count(segment.blocksHeader.fileLength - segment.blocksHeader.sections[0].length)
    for index in segment.blocks.indices {
      attempt(segment.blocksPath, .blocks) { () throws(IndexFileError) in
        _ = try segment.block(index)
      }
      count(segment.blocks[index].length)
    }
  }

  private mutating func readDocuments(_ segment: Segment) {
    let records = segment.documentsHeader.sections[0]
    let isReadable = attempt(segment.documentsPath, .directory) { () throws(IndexFileError) in
      let directory = try segment.directory()
      guard directory.isSound(recordsEnd: records.end) else { throw segment.damagedDirectory }
      for role in 0..<segment.roles { _ = try segment.id(of: role) }
    }
    count(segment.documentsHeader.fileLength - records.length)
    // Without the directory nobody knows where the documents are.
    guard isReadable else { return count(records.length) }
    var (unreported, asked) = (0, 0)
    for role in 0..<segment.roles {
      attempt(segment.documentsPath, .records) { () throws(IndexFileError) in
        try segment.prefetchDocuments(from: role, &asked)
        let document = try segment.document(of: role)
        unreported += 8 + document.count
      }
      if unreported > 1 << 20 {
        count(unreported)
        unreported = 0
      }
    }
    count(unreported)
  }

  @discardableResult
  private mutating func attempt(
    _ path: String, _ section: FileSection, _ body: () throws(IndexFileError) -> Void
  ) -> Bool {
    do {
      try body()
      return true
    } catch {
      note(error, path, section)
      return false
    }
  }

  private mutating func note(_ error: IndexFileError, _ path: String, _ section: FileSection) {
    var damage = Damage(file: path, section: section, offset: 0, error: error)
    switch error {
    case .damaged(let file, let section, let offset):
      damage = Damage(file: file, section: section, offset: offset, error: error)
    case .truncated(let file, _, let found):
      damage = Damage(file: file, section: section, offset: found, error: error)
    case .tooOld(let file, _), .tooNew(let file, _):
      damage = Damage(file: file, section: section, offset: 8, error: error)
    case .missing(let file), .notAnIndex(let file):
      damage = Damage(file: file, section: section, offset: 0, error: error)
    default: break
    }
    damages.append(damage)
  }

  private mutating func count(_ bytes: Int) {
    bytesRead += bytes
    progress(bytesRead, bytesInAll)
  }
}
