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

  private let folder: String
  private let engine: Engine
  private let threads: Int

  /// The index at a folder; nothing is opened yet.
  public init(_ folder: String, engine: Engine, threads: Int = 1) {
    self.folder = folder
    self.engine = engine
    self.threads = threads
  }

  /// Whether an index stands at a path.
  public static func exists(at path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/manifest")
  }

  // MARK: - Changes

  /// Makes the index and adds all that a reader gives.
  ///
  /// - Returns: how many roles there are, and what was refused.
  /// - Throws: `RoleIndexError`; then there is no index, or an empty one.
  public func build(
    from reader: InputReader, progress: @escaping Progress = { _ in }
  ) async throws(RoleIndexError) -> (roles: Int, refusals: [Refusal]) {
    try await change({ () throws(IndexFileError) in try IndexWriter.create(folder) }) { writer in
      try await append(reader, to: writer, progress)
    }
  }

  /// Adds all that a reader gives; a role whose id is there already is replaced.
  public func add(
    from reader: InputReader, progress: @escaping Progress = { _ in }
  ) async throws(RoleIndexError) -> (roles: Int, refusals: [Refusal]) {
    try await change({ () throws(IndexFileError) in try IndexWriter.open(folder) }) { writer in
      try requireIdentity(writer.index)
      return try await append(reader, to: writer, progress)
    }
  }

  /// Removes roles by their ids; until `compact` their bytes stay in the files.
  ///
  /// - Returns: how many there were.
  public func remove(_ ids: [String]) async throws(RoleIndexError) -> Int {
    try await change({ () throws(IndexFileError) in try IndexWriter.open(folder) }) { try $0.remove(ids) }
  }

  /// Makes one segment of all; afterwards no byte of a removed posting is left.
  public func compact() async throws(RoleIndexError) {
    try await change({ () throws(IndexFileError) in try IndexWriter.open(folder) }) { writer in
      try writer.compact { blocks, emit in
        try BlockCompaction.rebuild(blocks, emit)
      }
    }
  }

  private func change<Result>(
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

  /// Documents that are in memory at a time.
  private static let batch = 4096

  private func append(
    _ reader: InputReader, to writer: IndexWriter, _ progress: Progress
  ) async throws -> (roles: Int, refusals: [Refusal]) {
    var reader = reader
    var refusals: [Refusal] = []
    let segment = try writer.beginSegment(metadata: Self.metadata(of: engine))
    do {
      var block = IndexBlockBuilder()
      while true {
        let documents = Self.next(&reader, &refusals)
        if documents.isEmpty { break }
        try await append(documents, to: segment, &block)
        progress(segment.roles)
      }
      if block.count > 0 { try finish(block, in: segment) }
    } catch {
      writer.discard(segment)
      throw error
    }
    try writer.commit(segment)
    return (writer.index.roles, refusals)
  }

  private static func next(_ reader: inout InputReader, _ refusals: inout [Refusal]) -> [Document] {
    var documents: [Document] = []
    while documents.count < batch, let next = reader.next() {
      switch next {
      case .success(let document): documents.append(document)
      case .failure(let refusal): refusals.append(refusal)
      }
    }
    return documents
  }

  private func append(
    _ documents: [Document], to segment: SegmentWriter, _ block: inout IndexBlockBuilder
  ) async throws {
    let scorer = Scorer(background: engine.knowledge.background)
    let read = await VectorReader(engine: engine, side: .roles).read(documents, threads: threads)
    for (document, read) in zip(documents, read) {
      if block.isFull {
        try finish(block, in: segment)
        block = IndexBlockBuilder()
      }
      block.add(read.vector, length: scorer.roleLength(read.vector))
      try segment.appendDocument(
        id: document.id, StoredRole.bytes(document, isJudged: read.isJudged))
    }
  }

  private func finish(_ block: IndexBlockBuilder, in segment: SegmentWriter) throws {
    try segment.appendBlock(block.finish(), roles: block.count)
  }

  // MARK: - Identity

  static func metadata(of engine: Engine) -> String {
    "\(engine.identity.model) \(engine.identity.background)"
  }

  /// Scores of another model cannot be compared with those of this engine.
  private func requireIdentity(_ index: IndexFiles) throws(RoleIndexError) {
    try Self.requireIdentity(index, engine)
  }

  static func requireIdentity(_ index: IndexFiles, _ engine: Engine) throws(RoleIndexError) {
    let own = metadata(of: engine)
    if let other = index.segments.map(\.metadata).first(where: { $0 != own }) {
      throw .otherModel(index: other, engine: own)
    }
  }
}

/// A posting as an index keeps it: a byte whether it says enough for a fit, and the document.
enum StoredRole {
  static func bytes(_ document: Document, isJudged: Bool) -> [UInt8] {
    [isJudged ? 1 : 0] + document.stored
  }

  static func isJudged(_ bytes: ByteRegion) -> Bool {
    bytes.count > 0 && bytes[0] == 1
  }

  /// Nil where the bytes are none.
  static func document(_ bytes: ByteRegion) -> Document? {
    guard bytes.count > 0 else { return nil }
    var reader = ByteReader(bytes.array, at: 1)
    return try? Document.read(stored: &reader)
  }
}

/// New blocks over the roles that stay when an index is compacted.
enum BlockCompaction {
  static func rebuild(
    _ blocks: [KeptBlock], _ emit: (ByteRegion, Int) throws -> Void
  ) throws {
    var builder = IndexBlockBuilder()
    for kept in blocks {
      let block: IndexBlock
      do {
        block = try IndexBlock(kept.bytes())
      } catch {
        throw RoleIndexError(any: error)
      }
      for (vector, entry) in block.vectors().enumerated() where kept.keeps(vector) {
        if builder.count == 0 { builder = IndexBlockBuilder(denseWidth: block.denseWidth) }
        if builder.isFull {
          let count = builder.count
          try emit(ByteRegion(builder.finish()), count)
          builder = IndexBlockBuilder(denseWidth: block.denseWidth)
        }
        builder.add(entry.vector, length: entry.length, dense: entry.dense)
      }
    }
    if builder.count > 0 {
      let count = builder.count
      try emit(ByteRegion(builder.finish()), count)
    }
  }
}
