/// Changes an index.
///
/// There is one writer of an index at a time; it holds a lock until `close` or until it goes.
///
///     let writer = try IndexWriter.create("jobs.rolefit")
///     try writer.append(metadata: identity) { segment in … }
///     try writer.remove(["4711"])
///     try writer.compact { blocks, emit in … }
///
/// When an operation returns, its result would survive a power cut. When it throws, the generation
/// before or the new one is the index, whole and without damage. After a failure in the very moment
/// of the commit nobody can say which of the two it is; the writer is `unusable` from then on, and
/// another one, opened anew, sees what holds.
package final class IndexWriter {
  /// The generation that this writer made or found last.
  package private(set) var index: IndexFiles

  let folder: String
  let files: any FileSystem
  private var lock: OpenFile?
  private var isUnclear = false
  private var hasSegment = false

  private init(_ index: IndexFiles, lock: OpenFile, in files: any FileSystem) {
    self.index = index
    self.lock = lock
    self.files = files
    folder = index.folder
  }

  deinit { close() }

  /// Makes an empty index.
  ///
  /// The folder may be there if nothing is in it.
  package static func create(
    _ folder: String, in files: any FileSystem = POSIXFileSystem()
  ) throws(IndexFileError) -> IndexWriter {
    do {
      try files.makeDirectory(at: folder)
    } catch .exists {
      try requireEmpty(folder, in: files)
    }
    try files.synchronizeFolder(FileNames.parent(of: folder))
    let lock = try files.lock(FileNames.path(FileNames.lock, in: folder))
    do {
      // Somebody else may have made the index before the lock was ours.
      try requireEmpty(folder, in: files)
      let empty = Manifest(generation: 0, entries: [])
      let writer = IndexWriter(
        try IndexFiles(empty, folder: folder, in: files), lock: lock, in: files)
      try writer.publish([])
      try writer.removeLeftOvers()
      return writer
    } catch {
      files.close(lock)
      throw error
    }
  }

  /// Opens an index for changes, and removes what a writer has left that was killed.
  package static func open(
    _ folder: String, in files: any FileSystem = POSIXFileSystem()
  ) throws(IndexFileError) -> IndexWriter {
    // Nothing is written, not even a lock, where there is no index.
    _ = try Manifest.read(folder, in: files)
    let lock = try files.lock(FileNames.path(FileNames.lock, in: folder))
    do {
      let index = try IndexFiles.open(folder, in: files)
      let writer = IndexWriter(index, lock: lock, in: files)
      // A writer that was killed after its rename may have left a manifest that a power cut would
      // undo; the files of the generation before must not go until it cannot.
      try files.synchronizeFolder(folder)
      try writer.removeLeftOvers()
      return writer
    } catch {
      files.close(lock)
      throw error
    }
  }

  /// Lets others write.
  package func close() {
    if let lock { files.close(lock) }
    lock = nil
  }

  /// Starts a segment; one at a time, and no other change until it is committed or discarded.
  package func beginSegment(metadata: String) throws(IndexFileError) -> SegmentWriter {
    try requireUsable()
    let segment = try SegmentWriter(
      index.generation + 1, metadata: metadata, folder: folder, in: files)
    hasSegment = true
    return segment
  }

  /// Removes what was written of a segment.
  package func discard(_ segment: SegmentWriter) {
    segment.discard()
    hasSegment = false
  }

  /// Adds the roles of a segment to the index, in one step; each replaces the role of the same id.
  ///
  /// With `replacingAll` they become all roles that there are. A segment without roles adds nothing.
  package func commit(
    _ segment: SegmentWriter, replacingAll: Bool = false
  ) throws(IndexFileError) {
    precondition(segment.number == index.generation + 1, "segment \(segment.number)")
    defer { hasSegment = false }
    let before = index.generation
    do {
      if segment.roles == 0 {
        segment.discard()
        if replacingAll { try publish([]) }
      } else {
        let added = try segment.finish()
        try publish((replacingAll ? [] : try replaced(by: added)) + [added])
      }
    } catch {
      // The files are part of the index if the manifest was replaced, or may be.
      if index.generation == before && !isUnclear { segment.discard() }
      throw error
    }
    if replacingAll { try removeLeftOvers() }
  }

  /// Adds the roles that `body` appends, or nothing if it throws.
  package func append(
    metadata: String, _ body: (SegmentWriter) throws -> Void
  ) throws(IndexFileError) {
    let segment = try beginSegment(metadata: metadata)
    do {
      try body(segment)
    } catch {
      discard(segment)
      throw error as? IndexFileError ?? .content(reason: String(describing: error))
    }
    try commit(segment)
  }

  /// Removes the roles with these ids from what readers see, in one step; says how many there were.
  ///
  /// Their bytes stay in the files until `compact`.
  @discardableResult
  package func remove(_ ids: some Sequence<String>) throws(IndexFileError) -> Int {
    try requireUsable()
    var entries = index.manifest.entries
    var count = 0
    for id in ids {
      guard let place = try index.find(id) else { continue }
      if entries[place.segment].removed.insert(place.role) { count += 1 }
    }
    if count > 0 { try publish(entries) }
    return count
  }

  func requireUsable() throws(IndexFileError) {
    if isUnclear || lock == nil { throw .unusable(path: folder) }
    precondition(!hasSegment, "a segment is neither committed nor discarded")
  }

  /// The entries of the index, where the roles that come again in `added` are removed.
  private func replaced(by added: Manifest.Entry) throws(IndexFileError) -> [Manifest.Entry] {
    var entries = index.manifest.entries
    let new = try Segment(added, folder: folder, in: files)
    for (position, old) in index.segments.enumerated() {
      // The ids of the smaller side are looked up in the other.
      let (few, many) = old.roles < new.roles ? (old, new) : (new, old)
      for role in 0..<few.roles where !few.removed.contains(role) {
        guard let other = try many.find(few.id(of: role)) else { continue }
        entries[position].removed.insert(old === few ? role : other)
      }
    }
    return entries
  }

  /// Makes the next generation of these segments, whose files are synchronized.
  private func publish(_ entries: [Manifest.Entry]) throws(IndexFileError) {
    let next = Manifest(generation: index.generation + 1, entries: entries)
    let path = FileNames.path(FileNames.nextManifest, in: folder)
    do {
      let file = try FileAppender(path, in: files, start: 0)
      try file.append(next.encoded)
      try file.finish(header: [])
      // The names of the files must be safe before the manifest that lists them is.
      try files.synchronizeFolder(folder)
    } catch {
      try? files.remove(path)
      throw error
    }
    isUnclear = true
    try files.rename(path, to: FileNames.path(FileNames.manifest, in: folder))
    try files.synchronizeFolder(folder)
    index = try IndexFiles(next, folder: folder, in: files)
    isUnclear = false
  }

  /// Removes the files that no reader will ask for any more.
  func removeLeftOvers() throws(IndexFileError) {
    let used = index.manifest.entries.flatMap {
      [FileNames.blocks($0.number), FileNames.documents($0.number)]
    }
    var isRemoved = false
    for name in try files.names(in: folder).sorted()
    where FileNames.mayBeLeftOver(name) && !used.contains(name) {
      try files.remove(FileNames.path(name, in: folder))
      isRemoved = true
    }
    if isRemoved { try files.synchronizeFolder(folder) }
  }

  private static func requireEmpty(
    _ folder: String, in files: any FileSystem
  ) throws(IndexFileError) {
    let names: [String]
    do {
      names = try files.names(in: folder)
    } catch .io(let errno, _, _) where isNoFolder(errno) {
      throw .exists(path: folder)
    }
    for name in names where name != FileNames.lock && !FileNames.mayBeLeftOver(name) {
      throw .exists(path: folder)
    }
  }
}
