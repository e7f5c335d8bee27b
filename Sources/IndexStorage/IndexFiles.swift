/// One generation of an index, open for reading.
///
///     let index = try IndexFiles.open("jobs.rolefit")
///     for segment in index.segments {
///       let vectors = try segment.block(0)
///       let posting = try segment.document(of: 7)
///     }
///
/// It needs no lock and writes nothing. What it shows stays the same, whatever a writer does in the
/// meantime: its files are mapped, and a writer only ever adds and unlinks files.
package final class IndexFiles: Sendable {
  /// The folder.
  package let folder: String
  /// 1 for a new index; one more with each commit.
  package var generation: UInt64 { manifest.generation }
  /// In the order in which they were written.
  package let segments: [Segment]

  let manifest: Manifest

  /// Where a role is.
  package struct Place: Equatable, Sendable {
    /// The position in `segments`.
    package let segment: Int
    /// The number of the role in its segment.
    package let role: Int

    package init(segment: Int, role: Int) {
      self.segment = segment
      self.role = role
    }
  }

  /// Opens the newest generation; O(segments) whatever their size.
  package static func open(
    _ folder: String, in files: any FileSystem = POSIXFileSystem()
  ) throws(IndexFileError) -> IndexFiles {
    try newest(folder, in: files) { (manifest) throws(IndexFileError) in
      try IndexFiles(manifest, folder: folder, in: files)
    }
  }

  init(
    _ manifest: Manifest, folder: String, in files: any FileSystem
  ) throws(IndexFileError) {
    self.manifest = manifest
    self.folder = folder
    var segments: [Segment] = []
    for entry in manifest.entries {
      segments.append(try Segment(entry, folder: folder, in: files))
    }
    self.segments = segments
  }

  /// Reads the manifest and gives it to `body`.
  ///
  /// It does so again with a newer one if a file is missing because a writer has compacted in
  /// between. Each turn needs another commit, and a hundred are enough.
  static func newest<Result>(
    _ folder: String, in files: any FileSystem,
    _ body: (Manifest) throws(IndexFileError) -> Result
  ) throws(IndexFileError) -> Result {
    var manifest = try Manifest.read(folder, in: files)
    for _ in 0..<100 {
      do {
        return try body(manifest)
      } catch .missing(let path) {
        let next = try Manifest.read(folder, in: files)
        if next.generation == manifest.generation { throw .missing(path: path) }
        manifest = next
      }
    }
    return try body(manifest)
  }

  /// How many roles there are, without the removed ones.
  package var roles: Int { segments.reduce(0) { $0 + $1.roles - $1.removed.count } }

  /// Where the role with this id is.
  ///
  /// O(segments · log roles) ids visited.
  package func find(_ id: String) throws(IndexFileError) -> Place? {
    for (index, segment) in segments.enumerated() {
      if let role = try segment.find(id) { return Place(segment: index, role: role) }
    }
    return nil
  }
}
