import Bytes
import Documents
import Foundation
import Indexing
import IndexStorage
import Matching
import Weighting

/// An index of postings in a folder NAME.rolefit: made once, opened in milliseconds, changed in steps.
///
///     try RoleIndex.build("jobs.rolefit", from: InputReader(path: "ads"), engine: engine)
///     let pool = try Pool(index: "jobs.rolefit", engine: engine)
///
/// It keeps the vectors of the roles and the documents that they were read from. What a search of it
/// finds is what a `Pool` of the same documents finds, bit for bit. One process at a time may change
/// an index; any number may read it meanwhile. A change that was cut off leaves the index as it was
/// before or as it should be.
public struct RoleIndex: Sendable {
  /// How far a long step is.
  public typealias Progress = @Sendable (_ done: Int) -> Void

  let folder: String
  private let engine: Engine
  private let threads: Int

  /// The index at a folder; nothing is opened yet.
  public init(_ folder: String, engine: Engine, threads: Int = 1) {
    self.folder = folder
    self.engine = engine
    self.threads = threads
  }

  /// Whether an index stands at a path.
  ///
  /// A folder NAME.rolefit counts as one whatever is in it: that its manifest is lost is damage, and
  /// does not make postings of the other files.
  public static func exists(at path: String) -> Bool {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
      isFolder.boolValue
    else { return false }
    return URL(filePath: path).pathExtension == "rolefit"
      || FileManager.default.fileExists(atPath: path + "/manifest")
  }

  // MARK: - Changes

  /// Makes the index and adds all that a reader gives.
  ///
  /// - Returns: how many roles there are, and what was refused.
  /// - Throws: `RoleIndexError`; then there is no index, or an empty one. Where inputs were refused and
  ///   nothing could be read, there is none: `RoleIndexError.nothingRead`.
  public func build(
    from reader: InputReader, progress: @escaping Progress = { _ in }
  ) async throws(RoleIndexError) -> (roles: Int, refusals: [Refusal]) {
    var batches = Batches(reader)
    if batches.peek.isEmpty, !batches.refusals.isEmpty {
      throw .nothingRead(refusals: batches.refusals)
    }
    return try await change({ () throws(IndexFileError) in try IndexWriter.create(folder) }) {
      let roles = try await append({ batches.next() }, to: $0, progress)
      return (roles, batches.refusals)
    }
  }

  /// Adds all that a reader gives; a role whose id is there already is replaced.
  public func add(
    from reader: InputReader, progress: @escaping Progress = { _ in }
  ) async throws(RoleIndexError) -> (roles: Int, refusals: [Refusal]) {
    try await change({ () throws(IndexFileError) in try IndexWriter.open(folder) }) { writer in
      try requireIdentity(writer.index)
      var batches = Batches(reader)
      let roles = try await append({ batches.next() }, to: writer, progress)
      return (roles, batches.refusals)
    }
  }

  /// Removes roles by their ids; until `compact` their bytes stay in the files.
  ///
  /// - Returns: how many there were, and the ids that no role has.
  public func remove(
    _ ids: [String]
  ) async throws(RoleIndexError) -> (removed: Int, unknown: [String]) {
    try await change({ () throws(IndexFileError) in try IndexWriter.open(folder) }) { writer in
      let unknown = try ids.filter { try writer.index.find($0) == nil }
      return (try writer.remove(ids), unknown)
    }
  }

  /// Makes one segment of all; afterwards no byte of a removed posting is left.
  public func compact() async throws(RoleIndexError) {
    try await change({ () throws(IndexFileError) in try IndexWriter.open(folder) }) { writer in
      try writer.compact { blocks, emit in
        try BlockCompaction.rebuild(blocks, emit)
      }
    }
  }

  func change<Result>(
    _ open: () throws(IndexFileError) -> IndexWriter, _ body: (IndexWriter) async throws -> Result
  ) async throws(RoleIndexError) -> Result {
    do {
      let writer = try open()
      defer { writer.close() }
      return try await body(writer)
    } catch {
      throw RoleIndexError(any: error)
    }
  }

  // MARK: - Adding

  /// Adds the documents that `next` gives, a batch at a time, none at the end; says how many roles the
  /// index then has.
  func append(
    _ next: () throws -> [Document], to writer: IndexWriter, _ progress: Progress
  ) async throws -> Int {
    let segment = try writer.beginSegment(metadata: Self.metadata(of: engine))
    do {
      var block = newBlock
      let reader = VectorReader(engine: engine, side: .roles)
      while true {
        let documents = try next()
        if documents.isEmpty { break }
        try await append(documents, to: segment, &block, reader)
        progress(segment.roles)
      }
      if block.count > 0 { try finish(block, in: segment) }
    } catch {
      writer.discard(segment)
      throw error
    }
    try writer.commit(segment)
    return writer.index.roles
  }

  private func append(
    _ documents: [Document], to segment: SegmentWriter, _ block: inout IndexBlockBuilder,
    _ reader: VectorReader
  ) async throws {
    let read = await reader.read(documents, threads: threads)
    for (document, read) in zip(documents, read) {
      if block.isFull {
        try finish(block, in: segment)
        block = newBlock
      }
      block.add(read.vector.indexed, length: read.vector.length, dense: read.vector.row)
      try segment.appendDocument(
        id: document.id, StoredRole.bytes(document, isJudged: read.isJudged))
    }
  }

  private var newBlock: IndexBlockBuilder {
    IndexBlockBuilder(denseWidth: engine.knowledge.tables.width)
  }

  private func finish(_ block: IndexBlockBuilder, in segment: SegmentWriter) throws {
    try segment.appendBlock(block.finish(), roles: block.count)
  }

  // MARK: - Identity

  static func metadata(of engine: Engine) -> String {
    "\(engine.identity.model) \(engine.identity.background) \(engine.identity.tables)"
  }

  /// Scores of another model cannot be compared with those of this engine.
  func requireIdentity(_ index: IndexFiles) throws(RoleIndexError) {
    try Self.requireIdentity(index, engine)
  }

  static func requireIdentity(_ index: IndexFiles, _ engine: Engine) throws(RoleIndexError) {
    let own = metadata(of: engine)
    if let other = index.segments.map(\.metadata).first(where: { $0 != own }) {
      throw .otherModel(index: other, engine: own)
    }
  }
}
